#include "core/cluster_values.h"
#include "core/progress.h"
#include "core/words.h"
#include "report/facts.h"
#include "report/paper/pdf_content.h"
#include "report/paper/pdf_text.h"
#include "report/record_facts.h"
#include "report/road_facts.h"

#include <QCoreApplication>

#include <string_view>

using namespace std::string_view_literals;

namespace {

constexpr qreal boxSize = 12_pt;
constexpr qreal numberLeft = 18_pt;
constexpr qreal stepIndent = 44_pt;
constexpr qreal bandPadding = 8_pt;

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

Badge badgeOf(StepState state) {
    return {stateSymbol(state) + u' ' + words::state(state),
            state == StepState::Failed ? Badge::Style::Solid : Badge::Style::Outlined};
}

/// The marks come gravest first; from the guide's qualifiers on they are asides.
Chunk badgeLine(const PlanItem& item, const QString& place, StepState state, qreal width) {
    QList<Badge> marks;
    if (!place.isEmpty())
        marks << Badge{place};
    if (state != StepState::Open)
        marks << badgeOf(state);
    bool isAside = false;
    for (const QString& mark : marksOf(item)) {
        isAside = isAside || mark.startsWith(u'(') || mark == words::origin(item.item);
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

/// What to look at, and what it should show.
void addVerify(Chunk& column, const Fact& fact, const Item& item, qreal width) {
    if (item.verify.look.isEmpty() || item.verify.expect.isEmpty())
        return void(column.add(factRow(fact, width)));
    const Look expected{.bold = true};
    column.add(factRow({fact.label, item.verify.look}, width));
    column.add(labelled(Text::tr("Expect"), paragraph(inlineRuns(item.verify.expect, expected), width - labelWidth)));
}

void addRecord(Chunk& column, const QList<Fact>& facts, qreal width) {
    const Look written{.bold = true};
    for (const Fact& fact : facts)
        column.add(labelled(labelText(fact.label), paragraph({{fact.text, written, {}, false}}, width - labelWidth)));
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

/// What differs from one upgrade to the next is known once, for all of its chunks.
class UpgradePaper final {
public:
    UpgradePaper(const Plan& plan, const PlanHop& hop, const Record& record, qreal width)
        : m_plan(plan)
        , m_hop(hop)
        , m_record(record)
        , m_width(width)
        , m_pauses(pausePointsOf(plan)) {}

    QList<Chunk> chunks() const {
        QList<Chunk> chunks{heading(Text::tr("Upgrade %1").arg(words::hop(m_hop.from, m_hop.to)), 0, m_width)};
        for (const QString& text : introductionOf(m_hop, m_plan.from, m_plan.to))
            chunks << richText(text, m_width).spaced(4_pt);
        chunks << putOffToIt() << notes();
        for (const PlanSection& section : m_hop.sections)
            chunks << steps(section);
        // A place to sign alone on a page would be overlooked.
        chunks.last().tie = Tie::Near;
        chunks << signOff(m_hop, m_width);
        return chunks;
    }

private:
    QList<Chunk> putOffToIt() const {
        QList<Chunk> chunks;
        for (const QString& id : deferredTo(m_plan, m_record, m_hop)) {
            Chunk row;
            row.add(paragraph(inlineRuns(findItem(m_plan, id)->item.text), m_width));
            row.add(badges(id, {badgeOf(StepState::Deferred)}, m_width));
            chunks << row.spaced(4_pt);
        }
        if (!chunks.isEmpty())
            chunks.prepend(heading(Text::tr("Put off to this upgrade"), 1, m_width));
        return chunks;
    }

    QList<Chunk> notes() const {
        QList<Chunk> chunks;
        for (const PlanSection& section : m_hop.sections)
            for (const PlanItem& item : section.items)
                if (!item.item.isStep())
                    chunks << note(section, item);
        if (!chunks.isEmpty())
            chunks.prepend(heading(Text::tr("What changes"), 1, m_width));
        return chunks;
    }

    Chunk note(const PlanSection& section, const PlanItem& note) const {
        const int step = stepAfter(m_hop, note);
        const QString place = step == 0 ? section.title : Text::tr("%1, before step %2").arg(section.title).arg(step);
        Chunk column;
        column.add(blank(4_pt));
        column.add(paragraph(inlineRuns(note.item.text, {.size = 9_pt, .bold = true}), m_width));
        column.add(badgeLine(note, place, StepState::Open, m_width).spaced(2_pt));
        for (Chunk& part : column.parts)
            part.tie = Tie::Near;
        addRecord(column, recordedOf(m_plan, m_record.of(note.item.id)), m_width);
        addBody(column, note, m_width);
        column.loose = true;
        column.ruled = true;
        return column.spaced(4_pt);
    }

    QList<Chunk> steps(const PlanSection& section) const {
        QList<Chunk> chunks;
        for (const PlanItem& item : section.items)
            if (item.item.isStep())
                chunks << withPauses(item);
        if (!chunks.isEmpty())
            chunks.prepend(heading(section.title, 1, m_width));
        return chunks;
    }

    /// Nobody turns a page between a stop and its step.
    QList<Chunk> withPauses(const PlanItem& planned) const {
        const auto bands = [&](bool after) {
            QList<Chunk> chunks;
            for (const PausePoint& pause : pausesAt(m_pauses, planned.item.id, after))
                chunks << band(pause);
            return chunks;
        };
        QList<Chunk> chunks = bands(false) + QList<Chunk>{step(planned)} + bands(true);
        for (Chunk& chunk : chunks)
            chunk.tie = Tie::Near;
        chunks.last().tie = Tie::None;
        return chunks;
    }

    Chunk band(const PausePoint& pause) const {
        const ItemRecord record = m_record.of(pause.id);
        const bool isApproved = record.mark.state == StepState::Done;
        const qreal textWidth = m_width - 2 * bandPadding;
        Chunk text;
        text.add(blank(4_pt));
        text.add(
            paragraph({{stateSymbol(record.mark.state) + u"  " + pauseTitle(m_plan, pause) + u"   ", action, {}, false},
                       {pause.id, {.size = 8_pt, .colour = ink::grey, .mono = true}, {}, true}},
                      textWidth, 16_pt));
        addRecord(text, approvalOf(record, {}), textWidth);
        if (!isApproved)
            text.add(writeLines(
                {{record.owner.isEmpty() ? Text::tr("Approves") : Text::tr("Approved by"), 5}, {Text::tr("Time"), 2}},
                textWidth));
        text.add(blank(4_pt));
        text.moved(bandPadding);
        text.frame = QRectF(0, 0, m_width, 0);
        text.framing = Framing::Band;
        return text.spaced(8_pt);
    }

    Chunk step(const PlanItem& planned) const {
        const Item& item = planned.item;
        const ItemRecord record = m_record.of(item.id);
        const qreal textWidth = m_width - stepIndent;
        Chunk step;
        step.step = item.id;
        step.add(blank(4_pt));
        step.add(paragraph(inlineRuns(item.text, action), textWidth, 16_pt));
        step.parts.last().moved(stepIndent);

        Ink margin;
        margin.boxes << TickBox{item.id, QRectF(0, 1.5_pt, boxSize, boxSize), record.mark.state};
        margin.add(
            paragraph({{QString::number(planned.number), action, {}, true}}, stepIndent, 16_pt).parts.first().ink,
            QPointF(numberLeft, 0));
        step.parts.last().marked(margin);

        Chunk body;
        body.add(badgeLine(planned, {}, record.mark.state, textWidth));
        addRecord(body, recordedOf(m_plan, record), textWidth);
        addBody(body, planned, textWidth);
        body.moved(stepIndent);
        for (const Chunk& part : std::as_const(body.parts))
            step.add(part);
        step.ruled = true;
        step.again << paragraph(
            {{Text::tr("Step %1 (%2), continued").arg(planned.number).arg(item.id), small, {}, false}}, m_width);
        return step.spaced(4_pt);
    }

    /// Details, snippets and facts, the same for steps and notes.
    void addBody(Chunk& column, const PlanItem& planned, qreal width) const {
        const Item& item = planned.item;
        column.add(richText(item.details, width).spaced(2_pt));
        for (const Snippet& given : item.snippets) {
            const Snippet snippet = filledSnippet(given, m_record.values);
            column.add(codeFrame(snippet.code, captionOf(snippet), width).spaced(4_pt)).add(blank(4_pt));
        }
        for (const Fact& fact : circumstancesOf(planned))
            column.add(factRow(fact, width));
        for (const Fact& fact : groundsOf(m_hop, planned)) {
            // A reason or source on the next page would be taken for that of something else.
            if (!column.parts.isEmpty())
                column.parts.last().tie = Tie::Near;
            if (fact.label == "Verify"sv)
                addVerify(column, fact, item, width);
            else if (fact.label == "Source"sv)
                column.add(sourceLine(fact, width));
            else
                column.add(factRow(fact, width));
            if (fact.label == "Verify"sv && isToBeDone(item))
                column.add(writeLines({{Text::tr("Seen"), 5}, {Text::tr("Time"), 2}, {Text::tr("By"), 2}}, width));
        }
        if (item.verify.isEmpty() && isToBeDone(item))
            column.add(writeLines({{Text::tr("Done"), 5}, {Text::tr("Time"), 2}, {Text::tr("By"), 2}}, width));
    }

    bool isToBeDone(const Item& item) const { return item.isStep() && !isSettled(m_record.stateOf(item.id)); }

    const Plan& m_plan;
    const PlanHop& m_hop;
    const Record& m_record;
    const qreal m_width;
    const QList<PausePoint> m_pauses;
};

} // namespace

QList<Chunk> upgradeChunks(const Plan& plan, const PlanHop& hop, const Record& record, qreal width) {
    return UpgradePaper(plan, hop, record, width).chunks();
}

QList<Chunk> closingChunks(const Plan& plan, qreal width) {
    QList<Chunk> chunks{heading(Text::tr("Left out"), 0, width)};
    if (plan.leftOut.isEmpty())
        chunks << paragraph({{nothingLeftOutText(plan), {}, {}, false}}, width);
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
    const QList<PlanItem> once = doneOnce(plan);
    if (!once.isEmpty())
        chunks << paragraph({{doneOnceText(), {.bold = true}, {}, false}}, width).spaced(12_pt);
    const Look idLook{.size = 7.5_pt, .colour = ink::grey, .mono = true};
    for (const PlanItem& item : once) {
        Chunk row;
        row.add(paragraph(inlineRuns(item.item.text), width));
        row.add(
            paragraph({{item.item.id + QStringLiteral(": ") + item.standsFor.join(u", "), idLook, {}, false}}, width));
        chunks << row.spaced(4_pt);
    }
    chunks << heading(Text::tr("Accounted for"), 0, width) << receipt(plan, width);
    return chunks;
}
