#include "core/words.h"
#include "report/facts.h"
#include "report/report.h"
#include "report/rich_text.h"

#include <QCoreApplication>
#include <QFile>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(report)
};

QString element(const QString& name, const QString& html) {
    return u'<' + name + u'>' + html + u"</" + name.section(u' ', 0, 0) + u">\n";
}

QString plain(const QString& name, const QString& text) {
    return element(name, text.toHtmlEscaped());
}

QString paragraph(const QString& inlineText) {
    return element(QStringLiteral("p"), inlineToHtml(inlineText));
}

QString code(const QString& text) {
    return u"<code>" + text.toHtmlEscaped() + u"</code>";
}

QString list(const QStringList& html) {
    QString entries;
    for (const QString& entry : html)
        entries += element(QStringLiteral("li"), entry);
    return element(QStringLiteral("ul"), u'\n' + entries);
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

QString fact(const QString& label, const QString& html) {
    return plain(QStringLiteral("dt"), label) + element(QStringLiteral("dd"), html);
}

QString factList(const QList<Fact>& facts) {
    QString html;
    for (const Fact& known : facts)
        html += fact(labelText(known.label), inlineToHtml(known.text));
    return html.isEmpty() ? html : element(QStringLiteral("dl"), u'\n' + html);
}

QString style() {
    QFile file(QStringLiteral(":/report/report.css"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString hopAnchor(const PlanHop& hop) {
    return u"to-" + hop.to.toHtmlEscaped();
}

/// The same parts in the same order as the Markdown.
class HtmlWriter final {
public:
    HtmlWriter(const Plan& plan, const Record& record)
        : m_plan(plan)
        , m_record(record) {}

    QByteArray write() const {
        const QString title = words::planTitle(m_plan);
        QString body = plain(QStringLiteral("h1"), title) + contents() + summary() + findOutFirst();
        for (const PlanHop& hop : m_plan.hops)
            body += hopSection(hop);
        body += impact() + leftOut() + accountedFor();
        //: The language of this translation as in the lang attribute of HTML: "en", "de", "pt-BR"
        const QString language = Text::tr("en");
        return (QStringLiteral("<!DOCTYPE html>\n<html lang=\"") + language.toHtmlEscaped() +
                QStringLiteral("\">\n<head>\n<meta charset=\"utf-8\">\n"
                               "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                               "<meta name=\"color-scheme\" content=\"light dark\">\n") +
                plain(QStringLiteral("title"), title) + element(QStringLiteral("style"), u'\n' + style()) +
                QStringLiteral("</head>\n<body>\n") + element(QStringLiteral("main"), u'\n' + body) +
                QStringLiteral("</body>\n</html>\n"))
            .toUtf8();
    }

private:
    static QString part(const QString& id, const QString& title, const QString& html) {
        return element(u"section id=\"" + id + u'"', u'\n' + plain(QStringLiteral("h2"), title) + html);
    }

    QString contents() const {
        QStringList links;
        for (const PlanHop& hop : m_plan.hops) {
            const Progress progress = progressOf(hop, m_record);
            links << u"<a href=\"#" + hopAnchor(hop) + u"\">" + words::hop(hop.from, hop.to).toHtmlEscaped() +
                         u"</a> " +
                         Text::tr("%1 of %2 steps done").arg(progress.done).arg(progress.steps).toHtmlEscaped();
        }
        return element(u"nav aria-label=\"" + Text::tr("Upgrades").toHtmlEscaped() + u'"', u'\n' + list(links));
    }

    QString summary() const {
        QString html =
            plainList(QStringList{Text::tr("Route: %1").arg(routeText(m_plan))} + numbersOf(m_plan, m_record));
        if (!m_plan.questions.isEmpty()) {
            QString answers;
            for (const PlanQuestion& question : m_plan.questions)
                answers += fact(plainText(question.label), words::answer(question.answer).toHtmlEscaped());
            html += plain(QStringLiteral("h3"), Text::tr("The answers this plan is made for")) +
                    element(QStringLiteral("dl class=\"answers\""), u'\n' + answers);
        }
        return part(QStringLiteral("summary"), Text::tr("Summary"), html);
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
                html += figure(captionOf(way), QStringLiteral("sh"), way.command);
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
        for (const PlanSection& section : hop.sections) {
            html += plain(QStringLiteral("h3"), section.title);
            for (const PlanItem& item : section.items)
                html += itemArticle(hop, item);
        }
        return part(hopAnchor(hop) + QStringLiteral("\" class=\"upgrade"),
                    Text::tr("From %1 to %2").arg(hop.from, hop.to), html);
    }

    /// What stands in front of the line: a symbol and a word, never a colour alone.
    static QString lead(const PlanItem& planned, const ItemRecord& record) {
        if (!planned.item.isStep())
            return QStringLiteral("<span class=\"state\">") + Text::tr("Note").toHtmlEscaped() +
                   QStringLiteral("</span> ");
        const QString symbol = record.state == StepState::Done ? QStringLiteral("☑ ") : QStringLiteral("☐ ");
        return QStringLiteral("<span class=\"state\">") + symbol + words::state(record.state).toHtmlEscaped() +
               QStringLiteral("</span> ") + QString::number(planned.number) + QStringLiteral(". ");
    }

    static QString classesOf(const PlanItem& planned, const ItemRecord& record) {
        QString classes = planned.item.isStep() ? QStringLiteral("step") : QStringLiteral("note");
        if (record.state == StepState::Done)
            classes += QStringLiteral(" done");
        if (planned.item.severity == Severity::Danger || planned.item.gate == Gate::Blocker)
            classes += QStringLiteral(" danger");
        return classes;
    }

    QString itemArticle(const PlanHop& hop, const PlanItem& planned) const {
        const Item& item = planned.item;
        const ItemRecord record = m_record.value(item.id);
        QString html = element(QStringLiteral("h4"), lead(planned, record) + inlineToHtml(item.text) + u" <small>" +
                                                         code(item.id) + u"</small>");
        if (const QStringList marks = marksOf(planned); !marks.isEmpty())
            html += plain(QStringLiteral("p class=\"marks\""), marks.join(u" · "));
        html += commonMarkToHtml(item.details) + factList(circumstancesOf(planned));
        for (const Snippet& snippet : item.snippets)
            html += figure(captionOf(snippet), snippet.language, snippet.code);
        html += factList(groundsOf(hop, planned)) + recordHtml(record);
        return element(u"article id=\"" + item.id.toHtmlEscaped() + u"\" class=\"" + classesOf(planned, record) + u'"',
                       u'\n' + html);
    }

    static QString recordHtml(const ItemRecord& record) {
        QString html;
        if (const QString done = doneText(record); !done.isEmpty())
            html += fact(Text::tr("Done"), done.toHtmlEscaped());
        if (!record.note.isEmpty())
            html += plain(QStringLiteral("dt"), Text::tr("Note")) +
                    plain(QStringLiteral("dd class=\"person\""), record.note);
        return html.isEmpty() ? html : element(QStringLiteral("dl class=\"record\""), u'\n' + html);
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
};

} // namespace

QByteArray htmlReport(const Plan& plan, const Record& record) {
    return HtmlWriter(plan, record).write();
}
