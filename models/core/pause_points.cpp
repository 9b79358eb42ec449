#include "core/pause_points.h"

#include "core/enum_names.h"
#include "core/plan_part.h"
#include "core/release.h"

#include <QSet>

namespace {

QString mark() {
    return QStringLiteral("-stop-");
}

/// `0.18` of `0.18.x` and of `0.17.0`: what ids of its steps begin with.
QString lineOf(const PlanHop& hop) {
    return hop.to.section(u'.', 0, 1);
}

QList<const Item*> stepsOf(const PlanHop& hop) {
    QList<const Item*> steps;
    for (const PlanSection& section : hop.sections)
        for (const PlanItem& item : section.items)
            if (item.item.isStep())
                steps << &item.item;
    return steps;
}

bool isRolling(const Item& step) {
    return step.phase == Phase::During;
}

/// The last step of each run of masters with a restart in it: what follows the restart, as the look at the registry,
/// belongs to it.
QSet<QString> endsOfMasters(const QList<const Item*>& steps) {
    QSet<QString> ends;
    QString last;
    bool restarts = false;
    for (const Item* step : steps) {
        const bool isMasters = isRolling(*step) && step->component == Component::Master;
        if (isMasters) {
            last = step->id;
            restarts |= step->tasks.restarts;
        } else if (std::exchange(restarts, false)) {
            ends.insert(last);
        }
    }
    if (restarts)
        ends.insert(last);
    return ends;
}

/// The pause points of one upgrade, found in one walk over its steps.
class PausesOfHop final {
public:
    PausesOfHop(const PlanHop& hop, int index)
        : m_hop(hop)
        , m_index(index)
        , m_line(lineOf(hop)) {}

    /// `startPending`: nothing has changed the cluster so far.
    QList<PausePoint> find(bool& startPending, bool isLast) {
        const QList<const Item*> steps = stepsOf(m_hop);
        const QSet<QString> afterMasters = endsOfMasters(steps);
        bool inRunWithoutWayBack = false;
        for (const Item* step : steps) {
            if (startPending && (isRolling(*step) || step->tasks.restarts)) {
                startPending = false;
                add(PauseKind::Start, QStringLiteral("start"), step->id, false);
            }
            const bool noWayBack = isRolling(*step) && step->undo.kind == UndoKind::Cannot;
            if (noWayBack && !inRunWithoutWayBack)
                add(PauseKind::NoWayBack, nameOf(step->component), step->id, false);
            if (isRolling(*step))
                inRunWithoutWayBack = noWayBack;
            if (isRolling(*step) && step->component == Component::Slave && step->tasks.restarts)
                add(PauseKind::FirstSlaves, QStringLiteral("first-") + nameOf(Component::Slave), step->id, true);
            if (afterMasters.contains(step->id))
                add(PauseKind::Masters, QStringLiteral("after-masters"), step->id, true);
        }
        if (isLast && !steps.isEmpty())
            add(PauseKind::End, QStringLiteral("end"), steps.constLast()->id, true);
        return m_found;
    }

private:
    void add(PauseKind kind, const QString& name, const QString& step, bool after) {
        const QString id = m_line + mark() + name;
        const int times = ++m_times[id];
        m_found << PausePoint{times == 1 ? id : id + u'-' + QString::number(times), kind, m_index, step, after};
    }

    /// `masters`, `slaves`; `agents` from 1.0 on.
    QString nameOf(Component component) const {
        const bool isAgent = component == Component::Slave && callsSlavesAgents(m_hop.to);
        return isAgent ? QStringLiteral("agents") : enumName(component) + u's';
    }

    const PlanHop& m_hop;
    const int m_index;
    const QString m_line;
    QMap<QString, int> m_times;
    QList<PausePoint> m_found;
};

/// A part of a plan may begin further on, and has no start then, …
bool beginsAtStart(const Plan& plan) {
    const auto lineOfRelease = [](const QString& release) { return parseTypedRelease(release).line; };
    return !isPart(plan) || plan.hops.isEmpty() ||
           lineOfRelease(plan.hops.constFirst().from) == lineOfRelease(plan.from);
}

/// … or end before.
bool reachesEnd(const Plan& plan) {
    return !isPart(plan) || plan.hops.constLast().stopAt == plan.to;
}

} // namespace

bool standsBehind(const PausePoint& pause) {
    return pause.after && pause.kind != PauseKind::FirstSlaves;
}

bool isPauseId(const QString& id) {
    return id.contains(mark());
}

QList<PausePoint> pausePointsOf(const Plan& plan) {
    QList<PausePoint> pauses;
    bool startPending = beginsAtStart(plan);
    for (int hop = 0; hop < plan.hops.size(); ++hop)
        pauses << PausesOfHop(plan.hops[hop], hop).find(startPending, hop + 1 == plan.hops.size() && reachesEnd(plan));
    return pauses;
}
