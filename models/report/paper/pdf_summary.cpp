#include "core/cluster_values.h"
#include "core/progress.h"
#include "core/words.h"
#include "report/facts.h"
#include "report/paper/pdf_content.h"
#include "report/paper/pdf_text.h"
#include "report/record_facts.h"
#include "report/road_facts.h"

#include <QCoreApplication>

namespace {

const Look soft{.size = 7.5_pt, .colour = ink::grey};

struct Text {
    Q_DECLARE_TR_FUNCTIONS(report)
};

Chunk plainLine(const QString& text, const Look& look, qreal width, qreal leading = 12_pt) {
    return paragraph({{text, look, {}, false}}, width, leading);
}

int countOf(const Plan& plan, bool (*isCounted)(const Item&)) {
    int count = 0;
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) { count += isCounted(item.item); });
    return count;
}

/// The numbers of the plan, large, side by side.
Chunk figures(const Plan& plan, const Record& record, qreal width) {
    const Progress progress = progressOf(plan, record);
    const QList<std::pair<QString, QString>> cells{
        {QString::number(plan.hops.size()), Text::tr("upgrades")},
        {QStringLiteral("%1/%2").arg(progress.done()).arg(progress.steps), Text::tr("steps done")},
        {QString::number(restartCount(plan)), Text::tr("steps with a restart")},
        {QString::number(countOf(plan, [](const Item& item) { return item.gate == Gate::Blocker; })),
         Text::tr("blockers")},
        {QString::number(countOf(plan, [](const Item& item) { return item.severity == Severity::Danger; })),
         Text::tr("dangers")},
        {QString::number(openQuestions(plan).size()), Text::tr("open questions")},
    };
    Chunk row = blank(36_pt);
    const qreal cellWidth = width / qreal(cells.size());
    for (qsizetype i = 0; i < cells.size(); ++i) {
        Chunk cell;
        cell.add(plainLine(cells.at(i).first, {.size = 16_pt, .bold = true}, cellWidth, 20_pt));
        cell.add(plainLine(cells.at(i).second, soft, cellWidth));
        qreal y = 0;
        for (const Chunk& part : cell.parts)
            for (const Chunk& line : part.parts) {
                row.ink.add(line.ink, QPointF(qreal(i) * cellWidth, y));
                y += line.height;
            }
    }
    return row;
}

/// Stands on the first page of all that leaves the house.
Chunk acceptedBox(const Plan& plan, const Record& record, qreal width) {
    constexpr qreal padding = 8_pt;
    const qreal textWidth = width - 2 * padding;
    Chunk box;
    const QStringList accepted = acceptedBlockers(plan, record);
    if (accepted.isEmpty())
        return box;
    box.add(blank(4_pt));
    box.add(plainLine(Text::tr("■ Blockers that were set aside, and who answers for it"), {.size = 10_pt, .bold = true},
                      textWidth, 20_pt));
    for (const QString& id : accepted) {
        Chunk step;
        Runs what = inlineRuns(findItem(plan, id)->item.text, {.bold = true});
        what << Run{QStringLiteral("   "), {}, {}, false} << Run{id, {.colour = ink::grey, .mono = true}, {}, true};
        step.add(paragraph(what, textWidth));
        for (const Fact& fact : stateFactsOf(plan, record.of(id)))
            step.add(labelled(labelText(fact.label), plainLine(fact.text, {}, textWidth - labelWidth)));
        box.add(step.spaced(4_pt));
    }
    box.add(blank(6_pt));
    box.moved(padding);
    box.frame = QRectF(0, 0, width, 0);
    box.framing = Framing::Heavy;
    return box.spaced(8_pt);
}

/// Whom to call, where the work stands, and what the commands are filled with; empty when nothing was recorded.
Chunk standing(const Plan& plan, const Record& record, qreal width) {
    Chunk rows;
    const auto row = [&](const QString& label, const QString& text) {
        if (!text.isEmpty())
            rows.add(labelled(label, plainLine(text, {}, width - labelWidth)).spaced(2_pt));
    };
    row(Text::tr("Whom to call"), record.call);
    row(Text::tr("What runs now"), runningNow(plan, record));
    if (!record.items.isEmpty())
        row(Text::tr("Steps"), words::progress(progressOf(plan, record)));
    for (const KnownValue& known : valuesOf(plan, record))
        row(known.label, known.value);
    const QMap<QString, QStringList> left = leftToFillIn(plan, record);
    QStringList open;
    for (auto it = left.cbegin(); it != left.cend(); ++it)
        open << u"{{" + it.key() + u"}}: " + it.value().join(u", ");
    row(Text::tr("To fill in by hand"), open.join(u'\n'));
    rows.loose = true;
    return rows.parts.isEmpty() ? rows : rows.spaced(8_pt);
}

/// One row of a table: each cell in its column, the tallest sets the height.
struct Column {
    qreal x = 0;
    qreal width = 0;
    bool right = false;
};
Chunk tableRow(const QList<Column>& columns, const QStringList& cells, const Look& look, bool ruled = true) {
    Chunk row;
    if (ruled)
        row.ink = ruleOf(0, 0, columns.last().x + columns.last().width);
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const Column& column = columns.at(i);
        const Chunk text = plainLine(cells.at(i), look, column.width);
        qreal y = 2_pt;
        for (const Chunk& line : text.parts) {
            const qreal indent = column.right ? column.width - widthOf(text) : 0;
            row.ink.add(line.ink, QPointF(column.x + indent, y));
            y += line.height;
        }
        row.height = qMax(row.height, y + 2_pt);
    }
    return row;
}

Chunk upgradeTable(const Plan& plan, const Record& record, const QList<int>& pages, qreal width) {
    const qreal number = 48_pt;
    const qreal first = width - 5 * number;
    QList<Column> columns{{0, first * 0.6, false}, {first * 0.6, first * 0.4, false}};
    for (int i = 0; i < 5; ++i)
        columns << Column{first + i * number, number, true};
    Chunk table;
    table.add(tableRow(columns,
                       {Text::tr("Upgrade"), Text::tr("Install"), Text::tr("Steps"), Text::tr("Done"),
                        Text::tr("Restarts"), Text::tr("Notes"), Text::tr("Page")},
                       soft, false));
    for (qsizetype i = 0; i < plan.hops.size(); ++i) {
        const PlanHop& hop = plan.hops.at(i);
        const Progress progress = progressOf(hop, record);
        int restarts = 0;
        int notes = 0;
        for (const PlanSection& section : hop.sections)
            for (const PlanItem& item : section.items) {
                restarts += item.item.tasks.restarts;
                notes += !item.item.isStep();
            }
        table.add(tableRow(columns,
                           {words::hop(hop.from, hop.to), hop.stopAt, QString::number(progress.steps),
                            QString::number(progress.done()), QString::number(restarts), QString::number(notes),
                            QString::number(pages.value(i))},
                           {}));
    }
    return table;
}

/// The ways side by side, and why each stops where it does; empty where there is no choice.
QList<Chunk> wayChunks(const Plan& plan, qreal width) {
    const Grid ways = waysOf(plan);
    if (ways.rows.isEmpty())
        return {};
    const qreal number = 72_pt;
    const qsizetype numbers = ways.titles.size() - 1;
    const qreal first = width - qreal(numbers) * number;
    QList<Column> columns{{0, first, false}};
    for (qsizetype i = 0; i < numbers; ++i)
        columns << Column{first + qreal(i) * number, number, true};
    Chunk table;
    table.add(tableRow(columns, ways.titles, soft, false));
    for (const QStringList& row : ways.rows)
        table.add(tableRow(columns, row, {}));
    QList<Chunk> chunks{heading(Text::tr("The ways to choose from"), 1, width), table};
    for (const QString& stop : waysStopAt(plan))
        chunks << paragraph(inlineRuns(stop, {.size = 7.5_pt}), width).spaced(2_pt);
    return chunks;
}

/// A word and what is said of it, in two columns to save paper.
Chunk pairTable(const QList<QStringList>& pairs, qreal width) {
    const qreal gutter = 20_pt;
    const qreal half = (width - gutter) / 2;
    const qreal saidWidth = 88_pt;
    const QList<Column> columns{{0, half - saidWidth, false}, {half - saidWidth, saidWidth, true}};
    const qsizetype rows = (pairs.size() + 1) / 2;
    Chunk table;
    for (qsizetype i = 0; i < rows; ++i) {
        Chunk row = tableRow(columns, pairs.at(i), {});
        if (rows + i < pairs.size()) {
            const Chunk right = tableRow(columns, pairs.at(rows + i), {});
            row.ink.add(right.ink, QPointF(half + gutter, 0));
            row.height = qMax(row.height, right.height);
        }
        table.add(row);
    }
    return table;
}

QList<Chunk> answerChunks(const Plan& plan, qreal width) {
    QList<QStringList> answered;
    QList<QStringList> open;
    for (const PlanQuestion& question : plan.questions)
        if (question.answer == Answer::Unsure && !isMoot(plan, question))
            open << QStringList{question.label, Text::tr("waiting: %1").arg(waitingFor(plan, question).size())};
        else
            answered << QStringList{question.label, answerText(plan, question)};
    QList<Chunk> chunks;
    if (!answered.isEmpty())
        chunks << heading(Text::tr("Answers"), 1, width) << pairTable(answered, width);
    chunks << heading(Text::tr("Open questions"), 1, width);
    if (open.isEmpty())
        chunks << plainLine(Text::tr("None: every question is answered."), {}, width);
    else
        chunks
            << pairTable(open, width)
            << plainLine(
                   Text::tr(
                       "How to settle them is on the pages “Find out first”; so many steps and notes wait for each."),
                   soft, width)
                   .spaced(4_pt);
    return chunks;
}

/// The answers to choose from, each with a box to mark.
Chunk answerBoxes(bool perHost, qreal width) {
    QList<Answer> answers{Answer::Yes, Answer::No};
    if (perHost)
        answers << Answer::Some;
    Chunk row = blank(16_pt);
    qreal x = 0;
    for (const Answer answer : answers) {
        const Chunk word = plainLine(words::answer(answer), {}, width);
        row.ink.add(outline(QRectF(x, 2_pt, 9_pt, 9_pt)), {});
        row.ink.add(word.parts.first().ink, QPointF(x + 13_pt, 1_pt));
        x += 13_pt + widthOf(word) + 16_pt;
    }
    return row;
}

void addWaiting(Chunk& block, const QStringList& ids, qreal width) {
    Runs waiting;
    for (const QString& id : ids) {
        if (!waiting.isEmpty())
            waiting << Run{QStringLiteral(", "), soft, {}, false};
        waiting << Run{id, {.size = 7.5_pt, .colour = ink::grey, .mono = true}, {}, true};
    }
    if (!waiting.isEmpty())
        block.add(labelled(Text::tr("Waiting for it"), paragraph(waiting, width)).spaced(2_pt));
}

Chunk openQuestion(const Plan& plan, const PlanQuestion& question, const ClusterValues& values, qreal width) {
    const qreal value = width - labelWidth;
    Chunk block;
    block.add(blank(4_pt));
    block.add(paragraph(inlineRuns(question.ask, {.size = 10_pt, .bold = true}), width, 16_pt));
    block.add(labelled(Text::tr("Answer"), answerBoxes(question.perHost, value)));
    block.add(labelled(Text::tr("Why we ask"), richText(question.why, value)));
    block.add(plainLine(differenceText(question), {}, value).moved(labelWidth));
    for (const FindOut& way : question.findOut) {
        Chunk how = richText(way.means, value);
        if (!way.command.isEmpty()) {
            how = codeFrame(filledText(way.command, values), captionOf(way), value);
            how.add(blank(2_pt));
            Chunk both;
            both.add(how);
            both.add(richText(way.means, value).spaced(2_pt));
            how = both;
        }
        block.add(labelled(Text::tr("How to find out"), how).spaced(2_pt));
    }
    addWaiting(block, waitingFor(plan, question), value);
    block.ruled = true;
    return block.spaced(8_pt);
}

/// What depends on which patch release runs: no question, since the plan has to be made from another version then.
Chunk openPatch(const Plan& plan, const QStringList& waiting, qreal width) {
    Chunk block;
    block.add(blank(4_pt));
    block.add(plainLine(patchQuestion(plan), {.size = 10_pt, .bold = true}, width, 16_pt));
    block.add(labelled(Text::tr("Why we ask"), plainLine(patchAdvice(), {}, width - labelWidth)));
    addWaiting(block, waiting, width - labelWidth);
    block.ruled = true;
    return block.spaced(8_pt);
}

} // namespace

Chunk heading(const QString& title, int depth, qreal width) {
    const qreal leading = depth == 0 ? 28_pt : 20_pt;
    Chunk chunk = plainLine(title, {.size = depth == 0 ? 18_pt : 12_pt, .bold = true}, width, leading);
    Ink mark;
    mark.headings << Heading{title, depth, 0, chunk.height};
    chunk.marked(mark);
    chunk.tie = Tie::Heading;
    return chunk.spaced(depth == 0 ? 24_pt : 12_pt);
}

Chunk receipt(const Plan& plan, qreal width) {
    Chunk lines;
    lines.add(plainLine(receiptOf(plan), {}, width));
    lines.add(plainLine(provenanceOf(plan), soft, width));
    return lines;
}

QList<Chunk> summaryChunks(const Plan& plan, const Record& record, const QList<int>& upgradePages, qreal width) {
    QList<Chunk> chunks;
    Chunk title = plainLine(words::planTitle(plan), {.size = 22_pt, .bold = true}, width, 32_pt);
    Ink mark;
    mark.headings << Heading{words::planTitle(plan), 0, 0, title.height};
    chunks << title.marked(mark);
    for (const QString& advice : advisedAgainst(plan))
        chunks << paragraph(Runs{Run{QStringLiteral("⚠ "), {.bold = true}, {}, false}} +
                                inlineRuns(advice, {.bold = true}),
                            width)
                      .spaced(8_pt);
    if (const QString notice = partNotice(plan); notice.isEmpty())
        chunks << acceptedBox(plan, record, width) << routeStrip(plan, record, width).spaced(8_pt);
    else // whose upgrades do not follow each other: no picture of a way
        chunks << plainLine(notice, {.bold = true}, width) << acceptedBox(plan, record, width);
    chunks << figures(plan, record, width).spaced(8_pt) << standing(plan, record, width);
    chunks << upgradeTable(plan, record, upgradePages, width).spaced(12_pt);
    chunks << wayChunks(plan, width) << answerChunks(plan, width);
    chunks << heading(Text::tr("Accounted for"), 1, width);
    chunks << receipt(plan, width);
    return chunks;
}

QList<Chunk> findOutChunks(const Plan& plan, const Record& record, qreal width) {
    QList<Chunk> chunks;
    const QList<PlanQuestion> open = openQuestions(plan);
    const QStringList waiting = waitingForPatch(plan);
    if (open.isEmpty() && waiting.isEmpty())
        return chunks;
    chunks << heading(Text::tr("Find out first"), 0, width);
    chunks << plainLine(Text::tr("Until these are answered, the plan keeps everything that may concern the cluster."),
                        {}, width);
    if (!waiting.isEmpty())
        chunks << openPatch(plan, waiting, width);
    for (const PlanQuestion& question : open)
        chunks << openQuestion(plan, question, record.values, width);
    return chunks;
}
