#pragma once

#include "core/plan.h"
#include "core/progress.h"
#include "core/record.h"

#include <QString>

// A plan and its record as lines of a terminal.

enum class Shown {
    Everything,
    Open,   ///< steps and stops that are not settled
    Failed, ///< failed steps
};

/// The plan as a tree, with what was recorded beneath each step and each stop in its place. However little is shown,
/// the blockers that somebody answers for head it and words::progress ends it.
QString shownPlan(const Plan& plan, const Record& record, Shown which);

/// The next open step with its commands, how to tell that it worked, and what is open in front of it; ends as above.
QString shownNext(const Plan& plan, const Record& record);

/// "0.18-stop-start, stop: before the cluster is changed: nobody approved it".
QString obstacleText(const Plan& plan, const Obstacle& obstacle);
