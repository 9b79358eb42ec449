#pragma once

#include "core/plan.h"
#include "core/record.h"

#include <array>

// Where the work on a plan stands: how much is done, what comes next, what stands in the way.

/// Something open in front of a step: a blocker that is not settled, a step that failed, a pause point that nobody
/// approved.
struct Obstacle {
    enum class Kind { Blocker, Failed, Pause };

    Kind kind = Kind::Blocker;
    QString id; ///< of the step or the pause point
};

/// What is open in front of a step, in the order of work. Everything stands in front of what comes later, also where a
/// source leaves the order of the components free: that says which to begin with, not that one may go on while another
/// does not work. `finishing`: also what is open within the step itself, as after the first slaves.
QList<Obstacle> obstaclesBefore(const Plan& plan, const Record& record, const QString& step, bool finishing = true);
/// The same for several steps, each obstacle once.
QList<Obstacle> obstaclesBefore(const Plan& plan, const Record& record, const QStringList& steps, bool finishing);

/// Whether somebody went past it and is past it still: what was begun then is not open again.
bool wasPassed(const Record& record, const QString& obstacle);

/// The steps that nobody should begin before `step` is solved: all that are not settled and that it would stand in
/// front of. In the order of work.
QStringList waitingFor(const Plan& plan, const Record& record, const QString& step);

struct Progress {
    int steps = 0;
    std::array<int, 7> states{}; ///< how many steps are in each StepState
    int blocked = 0;             ///< not settled, and something is open in front of them

    void count(StepState state) {
        ++steps;
        ++states.at(static_cast<std::size_t>(state));
    }

    int in(StepState state) const { return states.at(static_cast<std::size_t>(state)); }
    int done() const { return in(StepState::Done); }
    /// Done, skipped or not applicable.
    int settled() const;
    /// Not settled, and nothing stands in their way.
    int open() const { return steps - settled() - blocked; }
};
Progress progressOf(const Plan& plan, const Record& record);
/// Without `blocked`, which depends on what lies in front of the upgrade.
Progress progressOf(const PlanHop& hop, const Record& record);
Progress progressOf(const PlanSection& section, const Record& record);

/// The step to do next: the first, in the order of work, that is neither settled nor put off; what was put off to an
/// upgrade comes in front of it. Empty when there is none.
QString nextOpenStep(const Plan& plan, const Record& record);

/// The steps that were put off to this upgrade, in the order of work.
QStringList deferredTo(const Plan& plan, const Record& record, const PlanHop& hop);

/// The blockers that somebody took the responsibility for, in the order of work: what heads every report.
QStringList acceptedBlockers(const Plan& plan, const Record& record);
