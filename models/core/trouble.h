#pragma once

#include "core/plan.h"
#include "core/record.h"

#include <optional>

/// On which release a component is, as far as the record says.
struct ComponentNow {
    Component component = Component::Master;
    QString release; ///< `0.17.0`; where nothing is recorded yet, what the plan was made for
    bool isRecorded = false;
    QString next;         ///< empty, or the release of a later upgrade some of whose steps were begun
    int done = 0;         ///< with `next` only: how many of its restarts in that upgrade are done …
    int steps = 0;        ///< … of how many
    QStringList setAside; ///< steps of it, in upgrades that were begun, that were skipped or not applicable
};

/// Masters, slaves, schedulers and executors, as far as the plan restarts them. A component is on the release an
/// upgrade installs when all its restarts of that upgrade are done, and in between as soon as one of them was begun.
/// What was set aside is named and counts as not done: the record does not say what was done instead.
QList<ComponentNow> clusterNow(const Plan& plan, const Record& record);

/// What one card says when a step went wrong. All of it follows from the plan and the record; nothing is advice of
/// ours.
struct Trouble {
    QString upgrade; ///< "0.17.0 → 0.18.x"
    PlanItem step;
    ItemRecord record; ///< of the step: state, what was seen, who, when
    QList<ComponentNow> now;
    QString lastDone;    ///< the last step done before it, empty when there is none
    QString stopBefore;  ///< may the cluster be left as it was after that; CommonMark
    QStringList notDone; ///< steps in front of `lastDone` that are not done, so that `stopBefore` may not hold
    QString stopAfter;   ///< may it be left once this step is finished; of its middle no source speaks. CommonMark
    QString wayBack;     ///< CommonMark: what a source says of undoing the step, or plainly that no source does
    QList<QPair<QString, QString>> earlierWaysBack; ///< steps done in this upgrade, and how a source takes them back
    QStringList waiting; ///< steps that must not be begun until this is solved, in the order of work
    QString call;        ///< whom to call; empty when nobody has said so
};

/// Null when the plan has no such step.
std::optional<Trouble> troubleAt(const Plan& plan, const Record& record, const QString& step);
