#include "core/replan.h"

#include "core/overlay.h"
#include "core/plan_builder.h"
#include "core/route.h"

Result<Plan> replanned(const Catalogue& catalogue, const Plan& plan, const Answers& answers) {
    const Result<Catalogue> known = catalogueFor(catalogue, plan);
    if (!known)
        return tl::make_unexpected(known.error());
    const Result<Route> route = findRoute(*known, plan.from, plan.to, plan.route, answers);
    if (!route)
        return tl::make_unexpected(route.error());
    return buildPlan(*known, *route, answers);
}
