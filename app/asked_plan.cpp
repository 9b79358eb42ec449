#include "app/asked_plan.h"

#include "app/arguments.h"
#include "core/plan_builder.h"

Result<Route> askedRoute(const Call& call, const Catalogue& catalogue) {
    const Result<QString> from = arguments::required(call.parser, arguments::from());
    if (!from)
        return tl::make_unexpected(from.error());
    const Result<QString> to = arguments::required(call.parser, arguments::to());
    if (!to)
        return tl::make_unexpected(to.error());
    const Result<RouteKind> kind = arguments::chosenRoute(call.parser);
    if (!kind)
        return tl::make_unexpected(kind.error());
    const Result<Answers> answers = arguments::givenAnswers(call.parser, catalogue.questions);
    if (!answers)
        return tl::make_unexpected(answers.error());
    return findRoute(catalogue, *from, *to, *kind, *answers);
}

Result<Catalogue> askedCatalogue(const Call& call) {
    return arguments::withChosenOverlay(call.parser, arguments::chosenCatalogue(call.parser));
}

Result<Plan> askedPlan(const Call& call) {
    const Result<Catalogue> catalogue = askedCatalogue(call);
    if (!catalogue)
        return tl::make_unexpected(catalogue.error());
    const Result<Route> route = askedRoute(call, *catalogue);
    if (!route)
        return tl::make_unexpected(route.error());
    const Result<Answers> answers = arguments::givenAnswers(call.parser, catalogue->questions);
    if (!answers)
        return tl::make_unexpected(answers.error());
    return buildPlan(*catalogue, *route, *answers);
}
