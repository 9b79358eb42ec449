#include "core/cluster_values.h"
#include "core/progress.h"
#include "core/words.h"
#include "report/facts.h"
#include "report/markdown_text.h"
#include "report/record_facts.h"
#include "report/report.h"
#include "report/road_facts.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(report)
};

using markdown::codeSpan;
using markdown::codeSpans;
using markdown::fenced;
using markdown::oneLine;
using markdown::personsText;
using markdown::strong;

/// Writes the document of DESIGN section 7. Its headings and labels are part of a contract with programs, so they are
/// not translated; all else is.
class MarkdownWriter final {
public:
    MarkdownWriter(const Plan& plan, const Record& record)
        : m_plan(plan)
        , m_record(record) {
        for (const PausePoint& pause : pausePointsOf(plan))
            m_pausesOf[pause.step] << pause;
    }

    QByteArray write() {
        m_text.reserve(longestText);
        block(QStringLiteral("# ") + Text::tr("Upgrade Mesos to %1").arg(m_plan.to));
        if (const QString notice = partNotice(m_plan); !notice.isEmpty())
            block(strong(notice));
        writeAccepted();
        writeSummary();
        writeFindOutFirst();
        for (const PlanHop& hop : m_plan.hops)
            writeHop(hop);
        writeImpact();
        writeLeftOut();
        block(QStringLiteral("## Accounted for"));
        block(receiptOf(m_plan));
        block(escapedCommonMark(provenanceOf(m_plan)));
        return m_text;
    }

    QByteArray writeOnly(const QStringList& ids) {
        m_only = {ids.cbegin(), ids.cend()};
        for (const PlanHop& hop : m_plan.hops) {
            if (std::none_of(hop.sections.cbegin(), hop.sections.cend(),
                             [this](const PlanSection& section) { return isWanted(section); }))
                continue;
            writeHopHeading(hop);
            writeSections(hop);
        }
        return m_text;
    }

private:
    enum class Nesting { Top, InItem };

    /// A block is set apart by an empty line; inside a list item it stands as far in as the item's text. It is written
    /// in place: a long plan has ten thousand lines, and appending each of them was a tenth of its report.
    void block(const QString& text, Nesting nesting = Nesting::Top) {
        const QByteArray bytes = QStringView(text).trimmed().toUtf8();
        const qsizetype written = m_text.size();
        m_text.resize(written + 3 * bytes.size() + 4); // as if every character were a line
        char* to = m_text.data() + written;
        if (written > 0)
            *to++ = '\n';
        for (QByteArrayView rest = bytes;;) {
            const qsizetype end = rest.indexOf('\n');
            const QByteArrayView line = end < 0 ? rest : rest.first(end);
            if (!line.isEmpty() && nesting == Nesting::InItem)
                to = std::fill_n(to, 2, ' ');
            to = std::copy(line.cbegin(), line.cend(), to);
            *to++ = '\n';
            if (end < 0)
                break;
            rest = rest.sliced(end + 1);
        }
        m_text.truncate(to - m_text.constData());
    }

    void list(const QStringList& texts) { block(QStringLiteral("- ") + texts.join(QStringLiteral("\n- "))); }

    /// Every cell is one line; what ends a cell is escaped. `alignment` is that of all columns but the first.
    void table(const Grid& grid, const QString& alignment) {
        const auto row = [](QStringList cells) -> QString {
            cells.replaceInStrings(QStringLiteral("|"), QStringLiteral("\\|"));
            return QStringLiteral("| ") + cells.join(u" | ") + QStringLiteral(" |");
        };
        QStringList alignments(grid.titles.size(), alignment);
        alignments.first() = QStringLiteral("---");
        QStringList rows{row(grid.titles), row(alignments)};
        for (const QStringList& cells : grid.rows)
            rows << row(cells);
        block(rows.join(u'\n'));
    }

    void code(const QString& language, const QString& text) { block(fenced(language, text), Nesting::InItem); }

    void labelled(const char* label, const QString& text) {
        block(QLatin1String(label) + QLatin1String(": ") + text, Nesting::InItem);
    }

    void recorded(const QList<Fact>& facts) {
        for (const Fact& fact : facts)
            labelled(fact.label, personsText(fact.text));
    }

    void writeAccepted() {
        const QStringList accepted = acceptedBlockers(m_plan, m_record);
        if (accepted.isEmpty())
            return;
        block(strong(Text::tr("Blockers that were set aside, and who answers for it:")));
        for (const QString& id : accepted) {
            block(QStringLiteral("- ") + stepLine(id));
            recorded(stateFactsOf(m_plan, m_record.of(id)));
        }
    }

    QString stepLine(const QString& id) const { return oneLine(findItem(m_plan, id)->item.text) + u' ' + codeSpan(id); }

    void writeSummary() {
        block(QStringLiteral("## Summary"));
        for (const QString& advice : advisedAgainst(m_plan))
            block(strong(QStringLiteral("⚠")) + u' ' + oneLine(advice));
        QStringList numbers{Text::tr("Route: %1").arg(routeText(m_plan))};
        numbers << numbersOf(m_plan, m_record);
        if (const QString now = runningNow(m_plan, m_record); !now.isEmpty())
            numbers << Text::tr("What runs now: %1").arg(now);
        list(numbers);
        if (!m_record.call.isEmpty())
            block(Text::tr("Whom to call: %1").arg(personsText(m_record.call)));
        writeWays();
        writeAnswers();
        writeValues();
    }

    void writeWays() {
        const Grid ways = waysOf(m_plan);
        if (ways.rows.isEmpty())
            return;
        block(Text::tr("The ways to choose from:"));
        table(ways, QStringLiteral("---:"));
        list(waysStopAt(m_plan));
    }

    void writeAnswers() {
        if (m_plan.questions.isEmpty())
            return;
        QStringList answers;
        for (const PlanQuestion& question : m_plan.questions)
            answers << Text::tr("%1: %2").arg(question.label, escapedCommonMark(answerText(m_plan, question)));
        block(Text::tr("The answers this plan is made for:"));
        list(answers);
    }

    void writeValues() {
        QStringList values;
        for (const KnownValue& known : valuesOf(m_plan, m_record))
            values << Text::tr("%1: %2").arg(personsText(known.label), personsText(known.value));
        if (!values.isEmpty()) {
            block(Text::tr("The cluster's own values, as they stand in the commands:"));
            list(values);
        }
        QStringList open;
        const QMap<QString, QStringList> left = leftToFillIn(m_plan, m_record);
        for (auto it = left.cbegin(); it != left.cend(); ++it)
            open << codeSpan(u"{{" + it.key() + u"}}") + QStringLiteral(": ") + codeSpans(it.value());
        if (!open.isEmpty()) {
            block(Text::tr("Still to be filled in by hand:"));
            list(open);
        }
    }

    void writeFindOutFirst() {
        block(QStringLiteral("## Find out first"));
        const QList<PlanQuestion> open = openQuestions(m_plan);
        const QStringList waiting = waitingForPatch(m_plan);
        if (open.isEmpty() && waiting.isEmpty())
            block(Text::tr("Nothing: no question is open."));
        if (!waiting.isEmpty()) {
            block(QStringLiteral("- ") + strong(patchQuestion(m_plan)));
            block(patchAdvice(), Nesting::InItem);
            writeWaiting(waiting);
        }
        for (const PlanQuestion& question : open)
            writeOpenQuestion(question);
    }

    void writeWaiting(const QStringList& ids) {
        if (!ids.isEmpty())
            block(Text::tr("Waiting for the answer: %1").arg(codeSpans(ids)), Nesting::InItem);
    }

    void writeOpenQuestion(const PlanQuestion& question) {
        block(QStringLiteral("- ") + strong(oneLine(question.label)) + u' ' + oneLine(question.ask));
        block(question.why, Nesting::InItem);
        if (const QString difference = differenceText(question); !difference.isEmpty())
            block(difference, Nesting::InItem);
        for (const FindOut& way : question.findOut) {
            if (const QString caption = captionOf(way); !caption.isEmpty())
                block(caption + u':', Nesting::InItem);
            if (!way.command.isEmpty())
                code(QStringLiteral("sh"), filledText(way.command, m_record.values));
            block(way.means, Nesting::InItem);
        }
        writeWaiting(waitingFor(m_plan, question));
    }

    void writeHop(const PlanHop& hop) {
        writeHopHeading(hop);
        for (const QString& paragraph : introductionOf(hop, m_plan.from, m_plan.to))
            block(paragraph);
        writePutOffTo(hop);
        writeSections(hop);
    }

    void writeHopHeading(const PlanHop& hop) { block(QStringLiteral("## From %1 to %2").arg(hop.from, hop.to)); }

    void writeSections(const PlanHop& hop) {
        for (const PlanSection& section : hop.sections) {
            if (!isWanted(section))
                continue;
            block(QStringLiteral("### ") + section.title);
            for (const PlanItem& item : section.items) {
                writePauses(item.item.id, false);
                if (isWanted(item.item.id))
                    writeItem(hop, item);
                writePauses(item.item.id, true);
            }
        }
    }

    bool isWanted(const QString& id) const { return m_only.isEmpty() || m_only.contains(id); }

    bool isWanted(const PlanSection& section) const {
        const auto isWantedAt = [this](const QString& step) {
            const QList<PausePoint> pauses = m_pausesOf.value(step);
            return isWanted(step) || std::any_of(pauses.cbegin(), pauses.cend(),
                                                 [&](const PausePoint& pause) { return isWanted(pause.id); });
        };
        return std::any_of(section.items.cbegin(), section.items.cend(),
                           [&](const PlanItem& item) { return isWantedAt(item.item.id); });
    }

    void writePutOffTo(const PlanHop& hop) {
        QStringList steps;
        for (const QString& id : deferredTo(m_plan, m_record, hop))
            steps << stepLine(id);
        if (steps.isEmpty())
            return;
        block(Text::tr("Put off to this upgrade:"));
        list(steps);
    }

    void writePauses(const QString& step, bool after) {
        for (const PausePoint& pause : pausesAt(m_pausesOf.value(step), step, after)) {
            if (!isWanted(pause.id))
                continue;
            block(QStringLiteral("- ") + strong(pauseTitle(m_plan, pause)) + u' ' + codeSpan(pause.id));
            recorded(approvalOf(m_record.of(pause.id)));
        }
    }

    /// What stands in front of the line: only done is ticked.
    static QString bulletOf(const Item& item, StepState state) {
        if (!item.isStep())
            return QStringLiteral("- ") + strong(Text::tr("Note"));
        return state == StepState::Done ? QStringLiteral("- [x]") : QStringLiteral("- [ ]");
    }

    /// A state that no box can show stands as a word in front of all others.
    static QStringList marksOf(const PlanItem& planned, StepState state) {
        QStringList marks = ::marksOf(planned);
        if (state != StepState::Open && state != StepState::Done)
            marks.prepend(words::state(state));
        return marks;
    }

    void writeItem(const PlanHop& hop, const PlanItem& planned) {
        const Item& item = planned.item;
        const ItemRecord record = m_record.of(item.id);
        block(bulletOf(item, record.mark.state) + u' ' + oneLine(item.text) + u' ' + codeSpan(item.id));
        if (const QStringList marks = marksOf(planned, record.mark.state); !marks.isEmpty())
            block(strong(escapedCommonMark(marks.join(u" · "))), Nesting::InItem);
        if (!item.details.isEmpty())
            block(item.details, Nesting::InItem);
        for (const Fact& fact : circumstancesOf(planned))
            labelled(fact.label, fact.text);
        for (const Snippet& given : item.snippets) {
            const Snippet snippet = filledSnippet(given, m_record.values);
            if (const QString caption = captionOf(snippet); !caption.isEmpty())
                block(caption + u':', Nesting::InItem);
            code(snippet.language, snippet.code);
        }
        for (const Fact& fact : groundsOf(hop, planned))
            labelled(fact.label, fact.text);
        recorded(recordedOf(m_plan, record));
    }

    void writeImpact() {
        const Impact impact = impactOf(m_plan);
        block(QStringLiteral("## Impact"));
        if (impact.isEmpty())
            return block(noImpactText());
        block(escapedCommonMark(impactLegend()));
        const QStringList upgrades = upgradesOf(m_plan);
        Grid counts{{Text::tr("Upgrade")}, {}};
        for (const Area area : allAreas())
            counts.titles << areaTitle(area);
        QStringList entries;
        for (qsizetype i = 0; i < upgrades.size(); ++i) {
            QStringList row{upgrades.at(i)};
            for (const Area area : allAreas()) {
                const QList<Impact::Entry> cell = impact.cell(impact.upgrades.at(i), area);
                row << countsText(cell);
                if (!cell.isEmpty())
                    entries << upgrades.at(i) + QStringLiteral(", ") + words::area(area) + entriesOf(cell);
            }
            counts.rows << row;
        }
        table(counts, QStringLiteral("---"));
        list(entries);
    }

    /// As a list within the bullet they belong to. The signs are escaped: one begins a list, one strikes out.
    static QString entriesOf(const QList<Impact::Entry>& cell) {
        QString entries;
        for (const Impact::Entry& entry : cell)
            entries += QStringLiteral("\n  - ") + personsText(words::changeSign(entry.change.kind)) + u' ' +
                       strong(words::change(entry.change.kind)) + u' ' + oneLine(entryText(entry.change)) + u' ' +
                       codeSpan(entry.item);
        return entries;
    }

    void writeLeftOut() {
        block(QStringLiteral("## Left out"));
        QStringList bullets;
        for (const LeftOut& item : m_plan.leftOut)
            bullets << oneLine(item.text) + u' ' + codeSpan(item.id) + QStringLiteral(" (") + item.hop +
                           QStringLiteral("): ") + words::because(item.because);
        if (bullets.isEmpty())
            block(nothingLeftOutText(m_plan));
        else
            list(bullets);
        writeDoneOnce();
    }

    void writeDoneOnce() {
        QStringList bullets;
        for (const PlanItem& item : doneOnce(m_plan))
            bullets << stepLine(item.item.id) + u": " + codeSpans(item.standsFor);
        if (bullets.isEmpty())
            return;
        block(doneOnceText());
        list(bullets);
    }

    /// About that of the whole road. Memory that is not written to costs nothing, growing copies all of it.
    static constexpr qsizetype longestText = 2'000'000;

    const Plan& m_plan;
    const Record& m_record;
    QHash<QString, QList<PausePoint>> m_pausesOf; ///< by the step they stand at
    QSet<QString> m_only;                         ///< nothing else is written; empty: everything
    QByteArray m_text; ///< UTF-8 from the start: a long plan is a megabyte, which is not to be held twice
};

} // namespace

QByteArray markdownReport(const Plan& plan, const Record& record) {
    return MarkdownWriter(plan, record).write();
}

QByteArray markdownExcerpt(const Plan& plan, const Record& record, const QStringList& ids) {
    return ids.isEmpty() ? QByteArray() : MarkdownWriter(plan, record).writeOnly(ids);
}
