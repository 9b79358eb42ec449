#include "core/words.h"
#include "report/facts.h"
#include "report/paper/pdf_content.h"
#include "report/paper/pdf_text.h"

#include <QCoreApplication>

#include <string_view>

using namespace std::string_view_literals;

namespace {

constexpr qreal boxSize = 12_pt;
constexpr qreal numberLeft = 18_pt;
constexpr qreal stepIndent = 44_pt;

const Look action{.size = 10_pt, .bold = true};
const Look small{.size = 7.5_pt, .colour = ink::grey};

struct Text {
    Q_DECLARE_TR_FUNCTIONS(report)
};

/// Grave marks are solid, and each has a sign of its own beside its word, for paper without colours.
Badge badgeOf(const QString& mark) {
    if (mark == words::severity(Severity::Danger))
        return {u"▲ " + mark, Badge::Style::Solid};
    if (mark == words::severity(Severity::Caution))
        return {u"△ " + mark, Badge::Style::Outlined};
    if (mark == words::gate(Gate::Blocker))
        return {u"■ " + mark, Badge::Style::Solid};
    if (mark == words::gate(Gate::Acknowledge))
        return {u"□ " + mark, Badge::Style::Outlined};
    return {mark, Badge::Style::Outlined};
}

/// The marks come gravest first; from the guide's qualifiers on they are asides.
Chunk badgeLine(const PlanItem& item, const QString& place, qreal width) {
    QList<Badge> marks;
    if (!place.isEmpty())
        marks << Badge{place};
    bool isAside = false;
    for (const QString& mark : marksOf(item)) {
        isAside = isAside || mark.startsWith(u'(') || mark == words::origin(item.item.origin);
        marks << (isAside ? Badge{mark} : badgeOf(mark));
    }
    return badges(item.item.id, marks, width);
}

/// Small, since it is looked up rather than read.
Chunk sourceLine(const Fact& fact, qreal width) {
    const Look tiny{.size = 6.5_pt, .colour = ink::grey};
    Runs runs{{labelText(fact.label) + u": ", tiny, {}, false}};
    runs << inlineRuns(fact.text, tiny);
    return paragraph(runs, width, 9_pt).spaced(2_pt);
}

Chunk factRow(const Fact& fact, qreal width) {
    return labelled(labelText(fact.label), paragraph(inlineRuns(fact.text), width - labelWidth));
}

/// What to look at, what it should show, and room for what it does show.
void addVerify(Chunk& column, const Fact& fact, const Item& item, qreal width) {
    if (item.verify.look.isEmpty() || item.verify.expect.isEmpty()) {
        column.add(factRow(fact, width));
    } else {
        const Look expected{.bold = true};
        column.add(factRow({fact.label, item.verify.look}, width));
        column.add(
            labelled(Text::tr("Expect"), paragraph(inlineRuns(item.verify.expect, expected), width - labelWidth)));
    }
    if (item.isStep())
        column.add(writeLines({{Text::tr("Seen"), 5}, {Text::tr("Time"), 2}, {Text::tr("By"), 2}}, width));
}

/// Details, snippets and facts, the same for steps and notes.
void addBody(Chunk& column, const PlanHop& hop, const PlanItem& planned, qreal width) {
    const Item& item = planned.item;
    column.add(richText(item.details, width).spaced(2_pt));
    for (const Snippet& snippet : item.snippets)
        column.add(codeFrame(snippet.code, captionOf(snippet), width).spaced(4_pt)).add(blank(4_pt));
    for (const Fact& fact : circumstancesOf(planned))
        column.add(factRow(fact, width));
    for (const Fact& fact : groundsOf(hop, planned)) {
        // A reason or source on the next page would be taken for that of something else.
        if (!column.parts.isEmpty())
            column.parts.last().tie = Tie::Near;
        if (fact.label == "Verify"sv)
            addVerify(column, fact, item, width);
        else if (fact.label == "Source"sv)
            column.add(sourceLine(fact, width));
        else
            column.add(factRow(fact, width));
    }
}

void addRecord(Chunk& column, const ItemRecord& record, qreal width) {
    const Look written{.bold = true};
    const auto row = [&](const QString& label, const QString& text) {
        column.add(labelled(label, paragraph({{text, written, {}, false}}, width - labelWidth)));
    };
    if (record.state == StepState::Done)
        row(Text::tr("Done"), doneText(record).isEmpty() ? words::state(record.state) : doneText(record));
    if (!record.note.isEmpty())
        row(Text::tr("Note"), record.note);
}

Chunk stepChunk(const PlanHop& hop, const PlanItem& planned, const ItemRecord& record, qreal width) {
    const Item& item = planned.item;
    const qreal textWidth = width - stepIndent;
    Chunk step;
    step.step = item.id;
    step.add(blank(4_pt));
    step.add(paragraph(inlineRuns(item.text, action), textWidth, 16_pt));
    step.parts.last().moved(stepIndent);

    Ink margin;
    margin.boxes << TickBox{item.id, QRectF(0, 1.5_pt, boxSize, boxSize), record.state == StepState::Done};
    margin.add(paragraph({{QString::number(planned.number), action, {}, true}}, stepIndent, 16_pt).parts.first().ink,
               QPointF(numberLeft, 0));
    step.parts.last().marked(margin);

    Chunk body;
    body.add(badgeLine(planned, {}, textWidth));
    addRecord(body, record, textWidth);
    addBody(body, hop, planned, textWidth);
    body.moved(stepIndent);
    for (const Chunk& part : std::as_const(body.parts))
        step.add(part);
    step.ruled = true;
    step.again << paragraph({{Text::tr("Step %1 (%2), continued").arg(planned.number).arg(item.id), small, {}, false}},
                            width);
    return step.spaced(4_pt);
}

/// The number of the step in front of which a note stands, 0 when none follows.
int stepAfter(const PlanHop& hop, const PlanItem& note) {
    bool passed = false;
    for (const PlanSection& section : hop.sections)
        for (const PlanItem& item : section.items) {
            passed = passed || item.item.id == note.item.id;
            if (passed && item.item.isStep())
                return item.number;
        }
    return 0;
}

Chunk noteChunk(const PlanHop& hop, const PlanSection& section, const PlanItem& note, const ItemRecord& record,
                qreal width) {
    const int step = stepAfter(hop, note);
    const QString place = step == 0 ? section.title : Text::tr("%1, before step %2").arg(section.title).arg(step);
    Chunk column;
    column.add(blank(4_pt));
    column.add(paragraph(inlineRuns(note.item.text, {.size = 9_pt, .bold = true}), width));
    column.add(badgeLine(note, place, width).spaced(2_pt));
    for (Chunk& part : column.parts)
        part.tie = Tie::Near;
    addRecord(column, record, width);
    addBody(column, hop, note, width);
    column.loose = true;
    column.ruled = true;
    return column.spaced(4_pt);
}

QList<Chunk> noteChunks(const PlanHop& hop, const Record& record, qreal width) {
    QList<Chunk> chunks;
    for (const PlanSection& section : hop.sections)
        for (const PlanItem& item : section.items)
            if (!item.item.isStep())
                chunks << noteChunk(hop, section, item, record.value(item.item.id), width);
    if (!chunks.isEmpty())
        chunks.prepend(heading(Text::tr("What changes"), 1, width));
    return chunks;
}

QList<Chunk> stepChunks(const PlanHop& hop, const PlanSection& section, const Record& record, qreal width) {
    QList<Chunk> chunks;
    for (const PlanItem& item : section.items)
        if (item.item.isStep())
            chunks << stepChunk(hop, item, record.value(item.item.id), width);
    if (!chunks.isEmpty())
        chunks.prepend(heading(section.title, 1, width));
    return chunks;
}

Chunk signOff(const PlanHop& hop, qreal width) {
    Chunk block;
    block.add(blank(4_pt));
    const QString upgrade = words::hop(hop.from, hop.to);
    block.add(
        paragraph({{Text::tr("Signed off: upgrade %1 is complete").arg(upgrade), {.bold = true}, {}, false}}, width));
    block.add(writeLines({{Text::tr("Name"), 3}, {Text::tr("Date"), 2}, {Text::tr("Time"), 2}}, width));
    block.marked(ruleOf(0, 0, width, ink::black, 1_pt));
    return block.spaced(12_pt);
}

} // namespace

QList<Chunk> upgradeChunks(const PlanHop& hop, const Record& record, qreal width) {
    QList<Chunk> chunks{heading(Text::tr("Upgrade %1").arg(words::hop(hop.from, hop.to)), 0, width)};
    for (const QString& text : introductionOf(hop))
        chunks << richText(text, width).spaced(4_pt);
    chunks << noteChunks(hop, record, width);
    for (const PlanSection& section : hop.sections)
        chunks << stepChunks(hop, section, record, width);
    // A place to sign alone on a page would be overlooked.
    chunks.last().tie = Tie::Near;
    chunks << signOff(hop, width);
    return chunks;
}

QList<Chunk> closingChunks(const Plan& plan, qreal width) {
    QList<Chunk> chunks{heading(Text::tr("Left out"), 0, width)};
    if (plan.leftOut.isEmpty())
        chunks << paragraph({{Text::tr("Nothing: your answers left nothing out."), {}, {}, false}}, width);
    QString upgrade;
    for (const LeftOut& left : plan.leftOut) {
        if (left.hop != upgrade)
            chunks << heading(left.hop, 1, width);
        upgrade = left.hop;
        Chunk row;
        row.add(paragraph(inlineRuns(left.text), width));
        row.add(paragraph({{left.id, {.size = 7.5_pt, .colour = ink::grey, .mono = true}, {}, true},
                           {QStringLiteral("   ") + words::because(left.because), small, {}, false}},
                          width));
        chunks << row.spaced(4_pt);
    }
    chunks << heading(Text::tr("Accounted for"), 0, width) << receipt(plan, width);
    return chunks;
}
