#include "items/open_steps.h"

#include "core/pause_points.h"
#include "core/progress.h"

namespace {

bool isOpen(const Item& item, const Record& record) {
    const StepState state = record.stateOf(item.id);
    return item.isStep() && !isSettled(state) && state != StepState::Deferred;
}

/// Nobody approved it, and nobody went past it.
bool isOpen(const PausePoint& pause, const Record& record) {
    return !isSettled(record.stateOf(pause.id)) && !wasPassed(record, pause.id);
}

/// What is open, and among it `here` at its place.
QStringList openPlacesAnd(const Plan& plan, const Record& record, const QString& here) {
    QMap<QString, QStringList> inFront; // of a step: the pause points
    QMap<QString, QStringList> behind;
    const QList<PausePoint> pauses = pausePointsOf(plan);
    for (const PausePoint& pause : pauses)
        if (pause.id == here || isOpen(pause, record))
            (standsBehind(pause) ? behind : inFront)[pause.step] << pause.id;
    QStringList places;
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& planned) {
        const Item& item = planned.item;
        places << inFront.value(item.id);
        if (item.id == here || isOpen(item, record))
            places << item.id;
        places << behind.value(item.id);
    });
    return places;
}

/// From `here` that many places on, around the end.
QString openStepAt(const Plan& plan, const Record& record, const QString& here, int distance) {
    const QStringList places = openPlacesAnd(plan, record, here);
    const qsizetype at = places.indexOf(here);
    const QString place = at < 0 ? here : places.at((at + distance + places.size()) % places.size());
    return place != here ? place : nextOpenStep(plan, record);
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
