#pragma once

#include "core/plan.h"
#include "core/route.h"

/// The plan for a route and a cluster's answers. Same catalogue, route and answers give an equal plan. Answers to
/// questions the route does not need are ignored.
Plan buildPlan(const Catalogue& catalogue, const Route& route, const Answers& answers);
