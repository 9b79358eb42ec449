#pragma once

#include "core/plan.h"

// A part of a plan: some of its steps and notes, for people who want no more on paper or in a file. It is a plan
// itself, so that every report takes it, but says of itself what it is.

/// The steps and notes of these ids in the order of work, with the upgrades they belong to and the questions they
/// hang on. Of a pause point the step it stands at. What was left out stays only of upgrades that are in it as a whole.
/// Numbers, ends of the way and the receipt are those of the whole plan. Ids the plan does not have are passed over.
Plan partOf(const Plan& plan, const QStringList& ids);

/// The ids of all steps and notes of an upgrade, for partOf().
QStringList idsOf(const PlanHop& hop);

/// The points of the guides in it: steps and notes, but for a team's own.
int pointCount(const Plan& plan);

/// Whether it holds less than its receipt says was planned.
bool isPart(const Plan& plan);
