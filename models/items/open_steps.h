#pragma once

#include "core/plan.h"
#include "core/record.h"

// From one open step or stop to another, as they stand in the plan: behind an open stop nothing may begin, so that
// whoever goes on meets it. A stop that somebody went past is not met again. What is put off is passed over until its
// time has come: then it is what comes next, wherever people are (nextOpenStep() of core/progress.h).

/// The open step or stop after a step, note or pause point of the plan; behind the last one comes the first. Empty when
/// none is open.
QString openStepAfter(const Plan& plan, const Record& record, const QString& id);

/// The one before it; in front of the first one comes the last.
QString openStepBefore(const Plan& plan, const Record& record, const QString& id);
