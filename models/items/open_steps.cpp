#include "items/open_steps.h"

#include "core/pause_points.h"
#include "core/progress.h"

namespace {

bool isOpen(const Item& item, const Record& record) {
    const StepState state = record.stateOf(item.id);
    return item.isStep() && !isSettled(state) && state != StepState::Deferred;
}

/// The open steps, and among them `here` at its place.
QStringList openStepsAnd(const Plan& plan, const Record& record, const QString& here) {
    QString hasHereInFront; // the step that does, where `here` is a pause point
    QString hasHereBehind;
    for (const PausePoint& pause : pausePointsOf(plan))
        if (pause.id == here)
            (pause.after ? hasHereBehind : hasHereInFront) = pause.step;
    QStringList steps;
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& planned) {
        const Item& item = planned.item;
        if (item.id == hasHereInFront)
            steps << here;
        if (item.id == here || isOpen(item, record))
            steps << item.id;
        if (item.id == hasHereBehind)
            steps << here;
    });
    return steps;
}

/// From `here` that many places on, around the end.
QString openStepAt(const Plan& plan, const Record& record, const QString& here, int distance) {
    const QStringList steps = openStepsAnd(plan, record, here);
    const qsizetype at = steps.indexOf(here);
    const QString step = at < 0 ? here : steps.at((at + distance + steps.size()) % steps.size());
    return step != here ? step : nextOpenStep(plan, record);
}

} // namespace

QString openStepAfter(const Plan& plan, const Record& record, const QString& id) {
    const QString next = nextOpenStep(plan, record);
    const bool isDue = record.stateOf(next) == StepState::Deferred;
    return isDue && next != id ? next : openStepAt(plan, record, id, 1);
}

QString openStepBefore(const Plan& plan, const Record& record, const QString& id) {
    return openStepAt(plan, record, id, -1);
}
