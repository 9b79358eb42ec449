#pragma once

#include "core/plan.h"

/// Where people stop and somebody approves before they go on.
enum class PauseKind {
    Start,       ///< before the first step that changes the running cluster
    Masters,     ///< after the masters were restarted and everything about them was looked at
    FirstSlaves, ///< within a step that restarts slaves: after the first few of them
    NoWayBack,   ///< before a step of which a source says that it cannot be taken back
    End,         ///< after the last step
};

/// A pause point follows from the plan and is no part of it, so that plans of every age have them. What people record
/// of it hangs on its id, as with steps: its owner is who approves, done means approved.
struct PausePoint {
    QString id; ///< `0.18-stop-after-masters`; see isPauseId()
    PauseKind kind = PauseKind::Start;
    int hop = 0;        ///< index in Plan::hops
    QString step;       ///< the step it stands at …
    bool after = false; ///< … behind it, or in front of it
};

/// Whether an id has the form that is kept for pause points, `…-stop-…`: no step and no note may have it (item_lint.h).
bool isPauseId(const QString& id);

/// Whether people meet it behind its step. One that lies within the step stands in front: who finds it behind has
/// restarted all slaves already.
bool standsBehind(const PausePoint& pause);

/// In the order of work. At most one stands in front of a run of steps without a way back.
QList<PausePoint> pausePointsOf(const Plan& plan);
