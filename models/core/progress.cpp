#include "core/progress.h"

#include "core/pause_points.h"

#include <QSet>

#include <algorithm>

namespace {

/// Walks over the steps in the order of work. `visit(step, ahead, within)` gets what was met so far: what stands in
/// front of the step, and what is open within it.
template <typename Visit> void walk(const Plan& plan, const Record& record, Visit visit) {
    const QList<PausePoint> pauses = pausePointsOf(plan);
    auto pause = pauses.cbegin();
    QList<Obstacle> ahead;
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& planned) {
        const Item& item = planned.item;
        if (!item.isStep())
            return;
        QList<Obstacle> within;
        QList<Obstacle> behind;
        for (; pause != pauses.cend() && pause->step == item.id; ++pause) {
            if (isSettled(record.stateOf(pause->id)))
                continue;
            const Obstacle obstacle{Obstacle::Kind::Pause, pause->id};
            (pause->after ? behind : ahead) << obstacle;
            if (pause->kind == PauseKind::FirstSlaves)
                within << obstacle;
        }
        visit(item, std::as_const(ahead), within);

        const StepState state = record.stateOf(item.id);
        if (state == StepState::Failed)
            ahead << Obstacle{Obstacle::Kind::Failed, item.id};
        else if (item.gate == Gate::Blocker && !isSettled(state) && record.of(item.id).mark.acceptedBy.isEmpty())
            ahead << Obstacle{Obstacle::Kind::Blocker, item.id};
        ahead << behind;
    });
}

QStringList stepsInOrder(const Plan& plan) {
    QStringList steps;
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
        if (item.item.isStep())
            steps << item.item.id;
    });
    return steps;
}

void countIn(const PlanSection& section, const Record& record, Progress& progress) {
    for (const PlanItem& item : section.items)
        if (item.item.isStep())
            progress.count(record.stateOf(item.item.id));
}

} // namespace

QList<Obstacle> obstaclesBefore(const Plan& plan, const Record& record, const QString& step, bool finishing) {
    return obstaclesBefore(plan, record, QStringList{step}, finishing);
}

QList<Obstacle> obstaclesBefore(const Plan& plan, const Record& record, const QStringList& steps, bool finishing) {
    QSet<QString> wanted; // filled with the first obstacle: most of the time there is none
    QList<Obstacle> found;
    QSet<QString> known;
    const auto meet = [&](const QList<Obstacle>& obstacles) {
        for (const Obstacle& obstacle : obstacles) {
            if (known.contains(obstacle.id) || wanted.contains(obstacle.id))
                continue;
            known.insert(obstacle.id);
            found << obstacle;
        }
    };
    walk(plan, record, [&](const Item& item, const QList<Obstacle>& inFront, const QList<Obstacle>& within) {
        if (inFront.isEmpty() && within.isEmpty())
            return;
        if (wanted.isEmpty())
            wanted = QSet<QString>(steps.cbegin(), steps.cend());
        if (!wanted.contains(item.id))
            return;
        meet(inFront);
        if (finishing)
            meet(within);
    });
    return found;
}

bool wasPassed(const Record& record, const QString& obstacle) {
    const QString step = record.of(obstacle).passedWith;
    return !step.isEmpty() && record.stateOf(step) != StepState::Open;
}

QStringList waitingFor(const Plan& plan, const Record& record, const QString& step) {
    Record failed = record;
    failed.items[step].mark = {StepState::Failed, {}, {}, {}, {}};
    QStringList waiting;
    walk(plan, failed, [&](const Item& item, const QList<Obstacle>& inFront, const QList<Obstacle>&) {
        const bool waits = std::any_of(inFront.cbegin(), inFront.cend(),
                                       [&](const Obstacle& obstacle) { return obstacle.id == step; });
        if (waits && !isSettled(failed.stateOf(item.id)))
            waiting << item.id;
    });
    return waiting;
}

int Progress::settled() const {
    return done() + in(StepState::Skipped) + in(StepState::NotApplicable);
}

Progress progressOf(const PlanSection& section, const Record& record) {
    Progress progress;
    countIn(section, record, progress);
    return progress;
}

Progress progressOf(const PlanHop& hop, const Record& record) {
    Progress progress;
    for (const PlanSection& section : hop.sections)
        countIn(section, record, progress);
    return progress;
}

Progress progressOf(const Plan& plan, const Record& record) {
    Progress progress;
    walk(plan, record, [&](const Item& item, const QList<Obstacle>& inFront, const QList<Obstacle>&) {
        const StepState state = record.stateOf(item.id);
        progress.count(state);
        progress.blocked += !isSettled(state) && !inFront.isEmpty();
    });
    return progress;
}

QStringList deferredTo(const Plan& plan, const Record& record, const PlanHop& hop) {
    if (record.items.isEmpty())
        return {};
    QStringList steps = stepsInOrder(plan);
    steps.removeIf([&](const QString& id) {
        const Mark mark = record.of(id).mark;
        return mark.state != StepState::Deferred || mark.deferredTo != hop.to;
    });
    return steps;
}

QString nextOpenStep(const Plan& plan, const Record& record) {
    for (const PlanHop& hop : plan.hops) {
        if (const QStringList putOff = deferredTo(plan, record, hop); !putOff.isEmpty())
            return putOff.constFirst();
        for (const PlanSection& section : hop.sections) {
            for (const PlanItem& item : section.items) {
                const Mark mark = record.of(item.item.id).mark;
                const bool isPutOff = mark.state == StepState::Deferred;
                if (item.item.isStep() && !isSettled(mark.state) && !isPutOff)
                    return item.item.id;
            }
        }
    }
    // Put off to an upgrade that another plan has taken out of the way.
    for (const QString& id : stepsInOrder(plan))
        if (!isSettled(record.stateOf(id)))
            return id;
    return {};
}

QStringList acceptedBlockers(const Plan& plan, const Record& record) {
    QStringList accepted;
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
        if (!record.of(item.item.id).mark.acceptedBy.isEmpty())
            accepted << item.item.id;
    });
    return accepted;
}
