#pragma once

#include "app/command.h"
#include "core/catalogue.h"
#include "core/plan.h"
#include "core/route.h"

// What the options of a command ask to plan.

/// What plans are made from: the chosen knowledge and the team's own steps.
Result<Catalogue> askedCatalogue(const Call& call);

/// The way from `--from` to `--to`. Errors: those of the options, and of findRoute().
Result<Route> askedRoute(const Call& call, const Catalogue& catalogue);

/// The plan of that way. Errors as above, and those of the answers.
Result<Plan> askedPlan(const Call& call);
