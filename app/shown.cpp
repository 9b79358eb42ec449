#include "app/shown.h"

#include "core/cluster_values.h"
#include "core/pause_points.h"
#include "core/words.h"
#include "report/record_facts.h"
#include "report/rich_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(commandline)
};

/// As wide as an id may be.
constexpr int idWidth = 28;

QString box(StepState state) {
    switch (state) {
    case StepState::Open:
        return QStringLiteral("[ ]");
    case StepState::InProgress:
        return QStringLiteral("[~]");
    case StepState::Done:
        return QStringLiteral("[x]");
    case StepState::Skipped:
    case StepState::NotApplicable:
        return QStringLiteral("[-]");
    case StepState::Failed:
        return QStringLiteral("[!]");
    case StepState::Deferred:
        return QStringLiteral("[>]");
    }
    Q_UNREACHABLE();
}

QString labelled(const QString& label, const QString& text) {
    return Text::tr("%1: %2").arg(label, text);
}

QStringList linesOf(const QList<Fact>& facts) {
    QStringList lines;
    for (const Fact& fact : facts)
        lines << labelled(labelText(fact.label), fact.text);
    return lines;
}

/// That a step is done says its box, and when and by whom the report.
QStringList recordLines(const Plan& plan, const ItemRecord& record) {
    QList<Fact> facts = recordedOf(plan, record);
    if (record.mark.state == StepState::Done)
        facts.remove(0, stateFactsOf(plan, record).size());
    return linesOf(facts);
}

QStringList commandLines(const Item& step, const ClusterValues& values) {
    QStringList lines;
    for (const Snippet& snippet : step.snippets) {
        const Snippet filled = filledSnippet(snippet, values);
        lines << labelled(filled.where.isEmpty() ? Text::tr("Command") : plainText(filled.where),
                          u'\n' + filled.code.trimmed());
    }
    return lines;
}

QStringList checkLines(const Verify& verify) {
    if (verify.look.isEmpty())
        return {};
    return {labelled(Text::tr("Look"), plainText(verify.look)), labelled(Text::tr("Expect"), plainText(verify.expect))};
}

/// Writes the tree, a heading only when something stands beneath it.
class Sheet final {
public:
    Sheet(const Plan& plan, const Record& record)
        : m_plan(plan)
        , m_record(record)
        , m_pauses(pausePointsOf(plan)) {
        m_text = words::planTitle(plan) + u'\n';
        // Head of every report: what somebody answers for is not to be overlooked.
        for (const QString& id : acceptedBlockers(plan, record))
            addBeneath(QStringList{id} + linesOf(stateFactsOf(plan, record.of(id))));
    }

    void addAll(Shown which) {
        forEachItem(m_plan, [&](const PlanHop& hop, const PlanSection& section, const PlanItem& planned) {
            addPauses(hop, section, pausesAt(m_pauses, planned.item.id, false), which);
            if (isShown(planned, which))
                addItem(hop, section, planned);
            addPauses(hop, section, pausesAt(m_pauses, planned.item.id, true), which);
        });
    }

    void addOnly(const PlanItem& wanted) {
        forEachItem(m_plan, [&](const PlanHop& hop, const PlanSection& section, const PlanItem& planned) {
            if (&planned == &wanted)
                addItem(hop, section, planned);
        });
    }

    void addBeneath(const QStringList& lines) {
        const QString indent(8, u' ');
        for (const QString& line : lines)
            if (!line.isEmpty())
                m_text += indent + QString(line).replace(u'\n', u'\n' + indent) + u'\n';
    }

    QString ended() const { return m_text + u'\n' + words::progress(progressOf(m_plan, m_record)) + u'\n'; }

private:
    bool isShown(const PlanItem& planned, Shown which) const {
        const StepState state = m_record.stateOf(planned.item.id);
        switch (which) {
        case Shown::Everything:
            return true;
        case Shown::Open:
            return planned.item.isStep() && !isSettled(state);
        case Shown::Failed:
            return planned.item.isStep() && state == StepState::Failed;
        }
        Q_UNREACHABLE();
    }

    void addPauses(const PlanHop& hop, const PlanSection& section, const QList<PausePoint>& pauses, Shown which) {
        for (const PausePoint& pause : pauses) {
            const ItemRecord record = m_record.of(pause.id);
            if (which == Shown::Failed || (which == Shown::Open && isSettled(record.mark.state)))
                continue;
            addHeadings(hop, section);
            addLine(QStringLiteral("---"), pause.id, pauseTitle(m_plan, pause));
            addBeneath(linesOf(approvalOf(record, Text::tr("nobody yet"))));
        }
    }

    void addItem(const PlanHop& hop, const PlanSection& section, const PlanItem& planned) {
        const Item& item = planned.item;
        const ItemRecord record = m_record.of(item.id);
        addHeadings(hop, section);
        addLine(item.isStep() ? box(record.mark.state) : QStringLiteral("   "), item.id, item.text);
        if (item.isStep() && item.gate == Gate::Blocker && !isSettled(record.mark.state))
            addBeneath({words::gate(item.gate)});
        addBeneath(recordLines(m_plan, record));
    }

    void addHeadings(const PlanHop& hop, const PlanSection& section) {
        if (&hop != m_hop)
            m_text += u'\n' + words::hop(hop.from, hop.to) + u'\n';
        if (&section != m_section)
            m_text += QStringLiteral("  ") + section.title + u'\n';
        m_hop = &hop;
        m_section = &section;
    }

    void addLine(const QString& mark, const QString& id, const QString& text) {
        m_text += QStringLiteral("    %1 %2 %3\n").arg(mark, id.leftJustified(idWidth), text);
    }

    const Plan& m_plan;
    const Record& m_record;
    const QList<PausePoint> m_pauses;
    QString m_text;
    const PlanHop* m_hop = nullptr;
    const PlanSection* m_section = nullptr;
};

} // namespace

QString shownPlan(const Plan& plan, const Record& record, Shown which) {
    Sheet sheet(plan, record);
    sheet.addAll(which);
    return sheet.ended();
}

QString shownNext(const Plan& plan, const Record& record) {
    Sheet sheet(plan, record);
    const PlanItem* next = findItem(plan, nextOpenStep(plan, record));
    if (!next) {
        sheet.addBeneath({Text::tr("Every step is settled.")});
        return sheet.ended();
    }
    sheet.addOnly(*next);
    sheet.addBeneath(commandLines(next->item, record.values));
    sheet.addBeneath(checkLines(next->item.verify));
    for (const Obstacle& obstacle : obstaclesBefore(plan, recordOn(QDate::currentDate(), record), next->item.id))
        sheet.addBeneath({labelled(Text::tr("Open before it"), obstacleText(plan, obstacle))});
    return sheet.ended();
}

QString obstacleText(const Plan& plan, const Obstacle& obstacle) {
    switch (obstacle.kind) {
    case Obstacle::Kind::Blocker:
        return Text::tr("%1, a blocker: nobody settled it").arg(obstacle.id);
    case Obstacle::Kind::Failed:
        return Text::tr("%1: it failed").arg(obstacle.id);
    case Obstacle::Kind::Pause: {
        const QList<PausePoint> pauses = pausePointsOf(plan);
        const auto pause = std::find_if(pauses.cbegin(), pauses.cend(),
                                        [&](const PausePoint& each) { return each.id == obstacle.id; });
        return Text::tr("%1 (%2): nobody approved it").arg(obstacle.id, words::pause(pause->kind, pause->id));
    }
    }
    Q_UNREACHABLE();
}
