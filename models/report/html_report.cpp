#include "core/cluster_values.h"
#include "core/progress.h"
#include "core/words.h"
#include "report/facts.h"
#include "report/html_text.h"
#include "report/record_facts.h"
#include "report/report.h"
#include "report/rich_text.h"

#include <QCoreApplication>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(report)
};

using html::code;
using html::element;
using html::fact;
using html::list;
using html::part;
using html::plain;

QString paragraph(const QString& inlineText) {
    return element(QStringLiteral("p"), inlineToHtml(inlineText));
}

QString plainList(const QStringList& texts) {
    QStringList html;
    for (const QString& text : texts)
        html << text.toHtmlEscaped();
    return list(html);
}

QString idLinks(const QStringList& ids) {
    QStringList links;
    for (const QString& id : ids)
        links << u"<a href=\"#" + id.toHtmlEscaped() + u"\">" + code(id) + u"</a>";
    return links.join(u", ");
}

QString figure(const QString& caption, const QString& language, const QString& text) {
    const QString captionHtml =
        caption.isEmpty() ? QString() : element(QStringLiteral("figcaption"), inlineToHtml(caption));
    return element(QStringLiteral("figure"), captionHtml + u"<pre><code class=\"language-" + language.toHtmlEscaped() +
                                                 u"\">" + text.toHtmlEscaped() + u"</code></pre>\n");
}

QString factList(const QList<Fact>& facts) {
    QString html;
    for (const Fact& known : facts)
        html += fact(labelText(known.label), inlineToHtml(known.text));
    return html.isEmpty() ? html : element(QStringLiteral("dl"), u'\n' + html);
}

/// What people wrote: its lines stay, and no character of it means anything.
QString recordList(const QList<Fact>& facts) {
    QString html;
    for (const Fact& known : facts)
        html += plain(QStringLiteral("dt"), labelText(known.label)) +
                plain(QStringLiteral("dd class=\"person\""), known.text);
    return html.isEmpty() ? html : element(QStringLiteral("dl class=\"record\""), u'\n' + html);
}

/// A symbol and a word, never a colour alone.
QString stateSpan(const QString& symbol, const QString& word) {
    return u"<span class=\"state\">" + symbol + u' ' + word.toHtmlEscaped() + u"</span> ";
}

QString hopAnchor(const PlanHop& hop) {
    return u"to-" + hop.to.toHtmlEscaped();
}

/// The same parts in the same order as the Markdown.
class HtmlWriter final {
public:
    HtmlWriter(const Plan& plan, const Record& record)
        : m_plan(plan)
        , m_record(record)
        , m_pauses(pausePointsOf(plan)) {}

    QByteArray write() const {
        const QString title = words::planTitle(m_plan);
        QString body = plain(QStringLiteral("h1"), title) + accepted() + contents() + summary() + findOutFirst();
        for (const PlanHop& hop : m_plan.hops)
            body += hopSection(hop);
        body += impact() + leftOut() + accountedFor();
        return html::page(title, body);
    }

private:
    /// With the id as a link to where it stands.
    QString stepLine(const QString& id) const {
        return inlineToHtml(findItem(m_plan, id)->item.text) + u' ' + idLinks({id});
    }

    QString accepted() const {
        QStringList steps;
        for (const QString& id : acceptedBlockers(m_plan, m_record))
            steps << stepLine(id) + u'\n' + recordList(stateFactsOf(m_plan, m_record.of(id)));
        if (steps.isEmpty())
            return {};
        return element(QStringLiteral("aside class=\"accepted\""),
                       u'\n' +
                           plain(QStringLiteral("p class=\"marks\""),
                                 Text::tr("Blockers that were set aside, and who answers for it:")) +
                           list(steps));
    }

    QString contents() const {
        QStringList links;
        for (const PlanHop& hop : m_plan.hops) {
            const Progress progress = progressOf(hop, m_record);
            links << u"<a href=\"#" + hopAnchor(hop) + u"\">" + words::hop(hop.from, hop.to).toHtmlEscaped() +
                         u"</a> " +
                         Text::tr("%1 of %2 steps done").arg(progress.done()).arg(progress.steps).toHtmlEscaped();
        }
        return element(u"nav aria-label=\"" + Text::tr("Upgrades").toHtmlEscaped() + u'"', u'\n' + list(links));
    }

    QString summary() const {
        QStringList numbers{Text::tr("Route: %1").arg(routeText(m_plan))};
        numbers << numbersOf(m_plan, m_record);
        if (const QString now = runningNow(m_plan, m_record); !now.isEmpty())
            numbers << Text::tr("What runs now: %1").arg(now);
        return part(QStringLiteral("summary"), Text::tr("Summary"), plainList(numbers) + call() + answers() + values());
    }

    QString call() const {
        if (m_record.call.isEmpty())
            return {};
        return plain(QStringLiteral("p class=\"person\""), Text::tr("Whom to call: %1").arg(m_record.call));
    }

    QString answers() const {
        if (m_plan.questions.isEmpty())
            return {};
        QString html;
        for (const PlanQuestion& question : m_plan.questions)
            html += fact(plainText(question.label), words::answer(question.answer).toHtmlEscaped());
        return plain(QStringLiteral("h3"), Text::tr("The answers this plan is made for")) +
               element(QStringLiteral("dl class=\"answers\""), u'\n' + html);
    }

    QString values() const {
        QString html;
        for (const KnownValue& known : valuesOf(m_plan, m_record))
            html += fact(known.label, known.value.toHtmlEscaped());
        if (!html.isEmpty())
            html = plain(QStringLiteral("h3"), Text::tr("The cluster's own values, as they stand in the commands")) +
                   element(QStringLiteral("dl class=\"answers\""), u'\n' + html);
        QStringList open;
        const QMap<QString, QStringList> left = leftToFillIn(m_plan, m_record);
        for (auto it = left.cbegin(); it != left.cend(); ++it)
            open << code(u"{{" + it.key() + u"}}") + u": " + idLinks(it.value());
        if (!open.isEmpty())
            html += plain(QStringLiteral("p"), Text::tr("Still to be filled in by hand:")) + list(open);
        return html;
    }

    QString findOutFirst() const {
        QString html;
        for (const PlanQuestion& question : openQuestions(m_plan))
            html += openQuestion(question);
        return part(QStringLiteral("find-out-first"), Text::tr("Find out first"),
                    html.isEmpty() ? plain(QStringLiteral("p"), Text::tr("Nothing: no question is open.")) : html);
    }

    QString openQuestion(const PlanQuestion& question) const {
        QString html = element(QStringLiteral("h3"), inlineToHtml(question.ask)) + paragraph(question.why);
        for (const FindOut& way : question.findOut) {
            if (!way.command.isEmpty())
                html += figure(captionOf(way), QStringLiteral("sh"), filledText(way.command, m_record.values));
            else if (const QString caption = captionOf(way); !caption.isEmpty())
                html += paragraph(caption);
            html += paragraph(way.means);
        }
        if (const QStringList ids = waitingFor(m_plan, question); !ids.isEmpty())
            html +=
                element(QStringLiteral("p"), Text::tr("Waiting for the answer: %1").toHtmlEscaped().arg(idLinks(ids)));
        return element(QStringLiteral("article"), u'\n' + html);
    }

    QString hopSection(const PlanHop& hop) const {
        QString html;
        for (const QString& text : introductionOf(hop))
            html += paragraph(text);
        html += putOffTo(hop);
        for (const PlanSection& section : hop.sections) {
            html += plain(QStringLiteral("h3"), section.title);
            for (const PlanItem& item : section.items)
                html += pauses(item.item.id, false) + itemArticle(hop, item) + pauses(item.item.id, true);
        }
        return part(hopAnchor(hop) + QStringLiteral("\" class=\"upgrade"),
                    Text::tr("From %1 to %2").arg(hop.from, hop.to), html);
    }

    QString putOffTo(const PlanHop& hop) const {
        QStringList steps;
        for (const QString& id : deferredTo(m_plan, m_record, hop))
            steps << stepLine(id);
        return steps.isEmpty() ? QString()
                               : plain(QStringLiteral("p"), Text::tr("Put off to this upgrade:")) + list(steps);
    }

    QString pauses(const QString& step, bool after) const {
        QString html;
        for (const PausePoint& pause : pausesAt(m_pauses, step, after)) {
            const ItemRecord record = m_record.of(pause.id);
            const bool isApproved = record.mark.state == StepState::Done;
            const QString state = stateSpan(stateSymbol(record.mark.state),
                                            isApproved ? Text::tr("approved") : words::state(record.mark.state));
            const QString title = element(QStringLiteral("h4"), state + pauseTitle(m_plan, pause).toHtmlEscaped() +
                                                                    u" <small>" + code(pause.id) + u"</small>");
            html += element(u"article id=\"" + pause.id.toHtmlEscaped() + u"\" class=\"pause\"",
                            u'\n' + title + recordList(approvalOf(record)));
        }
        return html;
    }

    /// What stands in front of the line.
    static QString lead(const PlanItem& planned, const ItemRecord& record) {
        if (!planned.item.isStep())
            return QStringLiteral("<span class=\"state\">") + Text::tr("Note").toHtmlEscaped() +
                   QStringLiteral("</span> ");
        return stateSpan(stateSymbol(record.mark.state), words::state(record.mark.state)) +
               QString::number(planned.number) + QStringLiteral(". ");
    }

    static QString classesOf(const PlanItem& planned, const ItemRecord& record) {
        QString classes = planned.item.isStep() ? QStringLiteral("step") : QStringLiteral("note");
        if (record.mark.state == StepState::Done)
            classes += QStringLiteral(" done");
        if (planned.item.severity == Severity::Danger || planned.item.gate == Gate::Blocker)
            classes += QStringLiteral(" danger");
        return classes;
    }

    QString itemArticle(const PlanHop& hop, const PlanItem& planned) const {
        const Item& item = planned.item;
        const ItemRecord record = m_record.of(item.id);
        QString html = element(QStringLiteral("h4"), lead(planned, record) + inlineToHtml(item.text) + u" <small>" +
                                                         code(item.id) + u"</small>");
        if (const QStringList marks = marksOf(planned); !marks.isEmpty())
            html += plain(QStringLiteral("p class=\"marks\""), marks.join(u" · "));
        html += commonMarkToHtml(item.details) + factList(circumstancesOf(planned));
        for (const Snippet& given : item.snippets) {
            const Snippet snippet = filledSnippet(given, m_record.values);
            html += figure(captionOf(snippet), snippet.language, snippet.code);
        }
        html += factList(groundsOf(hop, planned)) + recordList(recordedOf(m_plan, record));
        return element(u"article id=\"" + item.id.toHtmlEscaped() + u"\" class=\"" + classesOf(planned, record) + u'"',
                       u'\n' + html);
    }

    QString impact() const {
        QString rows;
        for (const QString& title : {Text::tr("Upgrade"), Text::tr("Component"), Text::tr("Steps"),
                                     Text::tr("Restarts"), Text::tr("Dangers"), Text::tr("To know")})
            rows += plain(QStringLiteral("th scope=\"col\""), title);
        rows = element(QStringLiteral("thead"), element(QStringLiteral("tr"), u'\n' + rows));
        for (const ImpactRow& row : impactOf(m_plan)) {
            QStringList changes;
            for (const QString& change : row.changes)
                changes << inlineToHtml(change);
            rows +=
                element(QStringLiteral("tr"),
                        u'\n' + plain(QStringLiteral("td"), row.upgrade) + plain(QStringLiteral("td"), row.component) +
                            plain(QStringLiteral("td"), QString::number(row.steps)) +
                            plain(QStringLiteral("td"), QString::number(row.restarts)) +
                            plain(QStringLiteral("td"), QString::number(row.dangers)) +
                            element(QStringLiteral("td"), changes.isEmpty() ? QString() : list(changes)));
        }
        return part(QStringLiteral("impact"), Text::tr("Impact"), element(QStringLiteral("table"), u'\n' + rows));
    }

    QString leftOut() const {
        QStringList entries;
        for (const LeftOut& item : m_plan.leftOut)
            entries << inlineToHtml(item.text) + u' ' + code(item.id) + u" (" + item.hop.toHtmlEscaped() + u"): " +
                           inlineToHtml(words::because(item.because));
        return part(QStringLiteral("left-out"), Text::tr("Left out"),
                    entries.isEmpty()
                        ? plain(QStringLiteral("p"), Text::tr("Nothing: all of it concerns this cluster."))
                        : list(entries));
    }

    QString accountedFor() const {
        return part(QStringLiteral("accounted-for"), Text::tr("Accounted for"),
                    plain(QStringLiteral("p"), words::coverage(m_plan.coverage)) +
                        plain(QStringLiteral("p"), provenanceOf(m_plan)));
    }

    const Plan& m_plan;
    const Record& m_record;
    const QList<PausePoint> m_pauses;
};

} // namespace

QByteArray htmlReport(const Plan& plan, const Record& record) {
    return HtmlWriter(plan, record).write();
}
