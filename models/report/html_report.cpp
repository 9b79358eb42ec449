#include "core/cluster_values.h"
#include "core/progress.h"
#include "core/words.h"
#include "report/facts.h"
#include "report/html_text.h"
#include "report/record_facts.h"
#include "report/report.h"
#include "report/rich_text.h"
#include "report/road_facts.h"

#include <QCoreApplication>
#include <QSet>

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
        , m_pauses(pausePointsOf(plan)) {
        forEachItem(plan, [this](const PlanHop&, const PlanSection&, const PlanItem& item) {
            m_places.insert(item.item.id);
            m_places.unite({item.standsFor.cbegin(), item.standsFor.cend()});
        });
    }

    QByteArray write() const {
        const QString title = words::planTitle(m_plan);
        QString body = plain(QStringLiteral("h1"), title);
        if (const QString notice = partNotice(m_plan); !notice.isEmpty())
            body += plain(QStringLiteral("p class=\"marks\""), notice);
        body += accepted() + contents() + summary() + findOutFirst();
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
        QString advice;
        for (const QString& line : advisedAgainst(m_plan))
            advice += element(QStringLiteral("p"), u"⚠ " + element(QStringLiteral("strong"), inlineToHtml(line)));
        return part(QStringLiteral("summary"), Text::tr("Summary"),
                    advice + plainList(numbers) + call() + ways() + answers() + values());
    }

    QString ways() const {
        const Grid grid = waysOf(m_plan);
        if (grid.rows.isEmpty())
            return {};
        QString rows;
        for (const QStringList& row : grid.rows) {
            QString cells = plain(QStringLiteral("th scope=\"row\""), row.constFirst());
            for (const QString& number : row.mid(1))
                cells += plain(QStringLiteral("td"), number);
            rows += element(QStringLiteral("tr"), u'\n' + cells);
        }
        QStringList stops;
        for (const QString& stop : waysStopAt(m_plan))
            stops << inlineToHtml(stop);
        return plain(QStringLiteral("h3"), Text::tr("The ways to choose from")) +
               element(QStringLiteral("table class=\"ways\""), u'\n' + columnTitles(grid.titles) + rows) + list(stops);
    }

    static QString columnTitles(const QStringList& titles) {
        QString cells;
        for (const QString& title : titles)
            cells += plain(QStringLiteral("th scope=\"col\""), title);
        return element(QStringLiteral("thead"), element(QStringLiteral("tr"), u'\n' + cells));
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
            html += fact(plainText(question.label), answerText(m_plan, question).toHtmlEscaped());
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
        if (const QStringList ids = waitingForPatch(m_plan); !ids.isEmpty())
            html += element(QStringLiteral("article"), u'\n' + plain(QStringLiteral("h3"), patchQuestion(m_plan)) +
                                                           paragraph(patchAdvice()) + waiting(ids));
        for (const PlanQuestion& question : openQuestions(m_plan))
            html += openQuestion(question);
        return part(QStringLiteral("find-out-first"), Text::tr("Find out first"),
                    html.isEmpty() ? plain(QStringLiteral("p"), Text::tr("Nothing: no question is open.")) : html);
    }

    static QString waiting(const QStringList& ids) {
        return ids.isEmpty() ? QString()
                             : element(QStringLiteral("p"),
                                       Text::tr("Waiting for the answer: %1").toHtmlEscaped().arg(idLinks(ids)));
    }

    QString openQuestion(const PlanQuestion& question) const {
        QString html = element(QStringLiteral("h3"), inlineToHtml(question.ask)) + paragraph(question.why);
        if (const QString difference = differenceText(question); !difference.isEmpty())
            html += plain(QStringLiteral("p"), difference);
        for (const FindOut& way : question.findOut) {
            if (!way.command.isEmpty())
                html += figure(captionOf(way), QStringLiteral("sh"), filledText(way.command, m_record.values));
            else if (const QString caption = captionOf(way); !caption.isEmpty())
                html += paragraph(caption);
            html += paragraph(way.means);
        }
        return element(QStringLiteral("article"), u'\n' + html + waiting(waitingFor(m_plan, question)));
    }

    QString hopSection(const PlanHop& hop) const {
        QString html;
        for (const QString& text : introductionOf(hop, m_plan.from, m_plan.to))
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

    /// Each id that stands somewhere in this document leads there.
    QString factList(const QList<Fact>& facts) const {
        QString html;
        for (const Fact& known : facts) {
            QString text;
            for (const Span& span : parseInline(known.text))
                text += span.style == Span::Style::Code && m_places.contains(span.text) ? idLinks({span.text})
                                                                                        : spansToHtml({span});
            html += fact(labelText(known.label), text);
        }
        return html.isEmpty() ? html : element(QStringLiteral("dl"), u'\n' + html);
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
        const Impact impact = impactOf(m_plan);
        return part(QStringLiteral("impact"), Text::tr("Impact"),
                    impact.isEmpty() ? plain(QStringLiteral("p"), noImpactText())
                                     : plain(QStringLiteral("p"), impactLegend()) + impactTable(impact));
    }

    /// In a frame that scrolls where the window is too narrow for six columns.
    QString impactTable(const Impact& impact) const {
        QStringList titles{Text::tr("Upgrade")};
        for (const Area area : allAreas())
            titles << areaTitle(area);
        const QStringList upgrades = upgradesOf(m_plan);
        QString rows;
        for (qsizetype i = 0; i < upgrades.size(); ++i) {
            QString cells = plain(QStringLiteral("th scope=\"row\""), upgrades.at(i));
            for (const Area area : allAreas())
                cells += element(QStringLiteral("td"), impactCell(impact.cell(impact.upgrades.at(i), area)));
            rows += element(QStringLiteral("tr"), u'\n' + cells);
        }
        return element(u"div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"" +
                           Text::tr("Impact").toHtmlEscaped() + u'"',
                       u'\n' + element(QStringLiteral("table"), u'\n' + columnTitles(titles) + rows));
    }

    /// The entries by what happens to the thing: a sign and a word with their number, then each thing.
    static QString impactCell(const QList<Impact::Entry>& entries) {
        QString cell;
        for (const QPair<ChangeKind, int>& count : countsOf(entries)) {
            QStringList things;
            for (const Impact::Entry& entry : entries)
                if (entry.change.kind == count.first)
                    things << inlineToHtml(entryText(entry.change)) + u' ' + idLinks({entry.item});
            cell += plain(QStringLiteral("p"), words::changeSign(count.first) + u' ' + countText(count)) + list(things);
        }
        return cell.isEmpty() ? QStringLiteral("–") : cell;
    }

    QString leftOut() const {
        QStringList entries;
        for (const LeftOut& item : m_plan.leftOut)
            entries << inlineToHtml(item.text) + u' ' + code(item.id) + u" (" + item.hop.toHtmlEscaped() + u"): " +
                           inlineToHtml(words::because(item.because));
        return part(QStringLiteral("left-out"), Text::tr("Left out"),
                    (entries.isEmpty() ? plain(QStringLiteral("p"), nothingLeftOutText(m_plan)) : list(entries)) +
                        once());
    }

    /// Where the ids of “Stands for” lead.
    QString once() const {
        QStringList entries;
        for (const PlanItem& item : doneOnce(m_plan)) {
            QStringList ids;
            for (const QString& id : item.standsFor)
                ids << u"<code id=\"" + id.toHtmlEscaped() + u"\">" + id.toHtmlEscaped() + u"</code>";
            entries << stepLine(item.item.id) + u": " + ids.join(u", ");
        }
        return entries.isEmpty() ? QString() : plain(QStringLiteral("p"), doneOnceText()) + list(entries);
    }

    QString accountedFor() const {
        return part(QStringLiteral("accounted-for"), Text::tr("Accounted for"),
                    plain(QStringLiteral("p"), receiptOf(m_plan)) + plain(QStringLiteral("p"), provenanceOf(m_plan)));
    }

    const Plan& m_plan;
    const Record& m_record;
    const QList<PausePoint> m_pauses;
    QSet<QString> m_places; ///< ids of what has an anchor
};

} // namespace

QByteArray htmlReport(const Plan& plan, const Record& record) {
    return HtmlWriter(plan, record).write();
}
