#include "core/words.h"
#include "report/facts.h"
#include "report/report.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(report)
};

QString codeSpan(const QString& text) {
    return u'`' + text + u'`';
}

QString codeSpans(const QStringList& texts) {
    return codeSpan(texts.join(QStringLiteral("`, `")));
}

QString strong(const QString& text) {
    return QStringLiteral("**") + text + QStringLiteral("**");
}

/// A text of the catalogue is written over several lines where its YAML was.
QString oneLine(const QString& text) {
    return QString(text).replace(u'\n', u' ').trimmed();
}

/// A line that begins with spaces would be read as code or as text to be moved left; no-break spaces stand as they are.
QString withIndentation(QString line) {
    line.replace(u'\t', QStringLiteral("    "));
    for (qsizetype i = 0; i < line.size() && line[i] == u' '; ++i)
        line[i] = QChar::Nbsp;
    return line.replace(QStringLiteral("  "), QStringLiteral("\u00a0 "));
}

/// What a person wrote: no character of it means anything, its lines and its indentation stay. The first characters of
/// a line are escaped where they would begin a list or underline a heading.
QString personsText(const QString& plain) {
    static const QRegularExpression beginning(QStringLiteral(R"(^(\d{1,9}(?=[.)])|(?=[-+=])))"));
    QStringList lines;
    for (const QString& line : QString(plain).remove(u'\r').trimmed().split(u'\n')) {
        const QString text = line.trimmed().isEmpty() ? QString() : escapedCommonMark(withIndentation(line));
        lines << QString(text).replace(beginning, QStringLiteral(R"(\1\)"));
    }
    return lines.join(QStringLiteral("\\\n"));
}

/// Longer than any run of backticks inside.
QString fenceFor(const QString& code) {
    QString fence = QStringLiteral("```");
    while (code.contains(fence))
        fence += u'`';
    return fence;
}

/// Writes the document of DESIGN section 7. Its headings and labels are part of a contract with programs, so they are
/// not translated; all else is.
class MarkdownWriter final {
public:
    MarkdownWriter(const Plan& plan, const Record& record)
        : m_plan(plan)
        , m_record(record) {}

    QByteArray write() {
        block(QStringLiteral("# ") + Text::tr("Upgrade Mesos to %1").arg(m_plan.to));
        writeSummary();
        writeFindOutFirst();
        for (const PlanHop& hop : m_plan.hops)
            writeHop(hop);
        writeImpact();
        writeLeftOut();
        block(QStringLiteral("## Accounted for"));
        block(words::coverage(m_plan.coverage));
        block(provenanceOf(m_plan));
        return m_text.toUtf8();
    }

private:
    enum class Nesting { Top, InItem };

    /// A block is set apart by an empty line; inside a list item it stands as far in as the item's text.
    void block(const QString& text, Nesting nesting = Nesting::Top) {
        if (!m_text.isEmpty())
            m_text += u'\n';
        lines(text, nesting);
    }

    void lines(const QString& text, Nesting nesting = Nesting::Top) {
        for (const QString& line : text.trimmed().split(u'\n')) {
            if (!line.isEmpty() && nesting == Nesting::InItem)
                m_text += QStringLiteral("  ");
            m_text += line + u'\n';
        }
    }

    void list(const QStringList& texts) { block(QStringLiteral("- ") + texts.join(QStringLiteral("\n- "))); }

    void code(const QString& language, const QString& text) {
        const QString fence = fenceFor(text);
        block(fence + language + u'\n' + text + (text.endsWith(u'\n') ? QString() : QStringLiteral("\n")) + fence,
              Nesting::InItem);
    }

    void labelled(const QString& label, const QString& text) {
        block(label + QStringLiteral(": ") + text, Nesting::InItem);
    }

    void writeSummary() {
        block(QStringLiteral("## Summary"));
        list(QStringList{Text::tr("Route: %1").arg(routeText(m_plan))} + numbersOf(m_plan, m_record));
        if (m_plan.questions.isEmpty())
            return;
        QStringList answers;
        for (const PlanQuestion& question : m_plan.questions)
            answers << Text::tr("%1: %2").arg(question.label, words::answer(question.answer));
        block(Text::tr("The answers this plan is made for:"));
        list(answers);
    }

    void writeFindOutFirst() {
        block(QStringLiteral("## Find out first"));
        const QList<PlanQuestion> open = openQuestions(m_plan);
        if (open.isEmpty())
            block(Text::tr("Nothing: no question is open."));
        for (const PlanQuestion& question : open)
            writeOpenQuestion(question);
    }

    void writeOpenQuestion(const PlanQuestion& question) {
        block(QStringLiteral("- ") + strong(oneLine(question.label)) + u' ' + oneLine(question.ask));
        block(question.why, Nesting::InItem);
        for (const FindOut& way : question.findOut) {
            if (const QString caption = captionOf(way); !caption.isEmpty())
                block(caption + u':', Nesting::InItem);
            if (!way.command.isEmpty())
                code(QStringLiteral("sh"), way.command);
            block(way.means, Nesting::InItem);
        }
        if (const QStringList ids = waitingFor(m_plan, question); !ids.isEmpty())
            block(Text::tr("Waiting for the answer: %1").arg(codeSpans(ids)), Nesting::InItem);
    }

    void writeHop(const PlanHop& hop) {
        block(QStringLiteral("## From %1 to %2").arg(hop.from, hop.to));
        for (const QString& paragraph : introductionOf(hop))
            block(paragraph);
        for (const PlanSection& section : hop.sections) {
            block(QStringLiteral("### ") + section.title);
            for (const PlanItem& item : section.items)
                writeItem(hop, item);
        }
    }

    void writeItem(const PlanHop& hop, const PlanItem& planned) {
        const Item& item = planned.item;
        const ItemRecord record = m_record.value(item.id);
        const QString bullet = !item.isStep()                    ? QStringLiteral("- ") + strong(Text::tr("Note"))
                               : record.state == StepState::Done ? QStringLiteral("- [x]")
                                                                 : QStringLiteral("- [ ]");
        block(bullet + u' ' + oneLine(item.text) + u' ' + codeSpan(item.id));
        if (const QStringList marks = marksOf(planned); !marks.isEmpty())
            block(strong(escapedCommonMark(marks.join(u" · "))), Nesting::InItem);
        if (!item.details.isEmpty())
            block(item.details, Nesting::InItem);
        for (const Fact& fact : circumstancesOf(planned))
            labelled(QLatin1String(fact.label), fact.text);
        for (const Snippet& snippet : item.snippets) {
            if (const QString caption = captionOf(snippet); !caption.isEmpty())
                block(caption + u':', Nesting::InItem);
            code(snippet.language, snippet.code);
        }
        for (const Fact& fact : groundsOf(hop, planned))
            labelled(QLatin1String(fact.label), fact.text);
        if (const QString done = doneText(record); !done.isEmpty())
            labelled(QStringLiteral("Done"), personsText(done));
        if (!record.note.isEmpty())
            labelled(QStringLiteral("Note"), personsText(record.note));
    }

    void writeImpact() {
        const auto cell = [](const QString& text) { return oneLine(text).replace(u'|', QStringLiteral("\\|")); };
        QStringList rows{Text::tr("| Upgrade | Component | Steps | Restarts | Dangers | To know |"),
                         QStringLiteral("| --- | --- | ---: | ---: | ---: | --- |")};
        for (const ImpactRow& row : impactOf(m_plan))
            rows << QStringLiteral("| %1 | %2 | %3 | %4 | %5 | ")
                            .arg(row.upgrade, row.component, QString::number(row.steps), QString::number(row.restarts),
                                 QString::number(row.dangers)) +
                        cell(row.changes.join(u"; ")) + QStringLiteral(" |");
        block(QStringLiteral("## Impact"));
        block(rows.join(u'\n'));
    }

    void writeLeftOut() {
        block(QStringLiteral("## Left out"));
        if (m_plan.leftOut.isEmpty())
            return block(Text::tr("Nothing: all of it concerns this cluster."));
        QStringList bullets;
        for (const LeftOut& item : m_plan.leftOut)
            bullets << oneLine(item.text) + u' ' + codeSpan(item.id) + QStringLiteral(" (") + item.hop +
                           QStringLiteral("): ") + words::because(item.because);
        list(bullets);
    }

    const Plan& m_plan;
    const Record& m_record;
    QString m_text;
};

} // namespace

QByteArray markdownReport(const Plan& plan, const Record& record) {
    return MarkdownWriter(plan, record).write();
}
