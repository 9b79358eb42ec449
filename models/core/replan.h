#pragma once

#include "core/catalogue.h"
#include "core/plan.h"
#include "core/result.h"

/// The plan for the same way with other answers, or from newer knowledge: what diffPlans() shows before people take it
/// over, and PlanFile::setPlan() puts in the place of `plan`. The team's own steps of the plan are in it again. Errors:
/// what is known now no longer has this way (Request), or a step that one of the team's stands beside (File).
Result<Plan> replanned(const Catalogue& catalogue, const Plan& plan, const Answers& answers);
