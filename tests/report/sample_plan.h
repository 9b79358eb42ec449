#pragma once

#include "core/plan.h"
#include "core/record.h"

/// 0.17.0 → 0.19.1 with one answer of each kind: awkward characters in every text, a blocker, a step that two answers
/// bring in, fences within a snippet, a component that comes twice, an upgrade without binding order.
Plan samplePlan();

/// The first restart is done, with a note of several lines in which nothing may be taken for markup.
Record sampleRecord();

/// samplePlan() with more steps, so that each state and each kind of stop finds one.
Plan workedPlan();

/// What people recorded on workedPlan(): all states, a blocker that was set aside, stops approved, gone past and open,
/// values of the cluster of which one is missing, and characters everywhere that mean something to some format.
Record workedRecord();

/// 0.28.x → 1.4.3 with the fewest restarts: a stop that a step wants, two upgrades over several versions at once, one
/// restart that stands for others, changes of all kinds and areas, a question that a more general one has answered, and
/// a step that is only for some releases of the line it starts at.
Plan roadPlan();
