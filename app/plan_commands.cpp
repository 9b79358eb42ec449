#include "app/arguments.h"
#include "app/asked_plan.h"
#include "app/command.h"
#include "app/output.h"
#include "core/catalogue_lint.h"
#include "core/route_items.h"
#include "resources/builtin_catalogue.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(commandline)
};

Result<Said> planCommand(const Call& call) {
    const Result<Plan> plan = askedPlan(call);
    if (!plan)
        return tl::make_unexpected(plan.error());
    const Result<PageSize> page = arguments::chosenPage(call.parser);
    if (!page)
        return tl::make_unexpected(page.error());
    return deliver(call, [&](Format format) { return makeReport(*plan, {}, format, *page); });
}

Result<Said> releasesCommand(const Call& call) {
    const Result<Catalogue> catalogue = arguments::chosenCatalogue(call.parser);
    if (!catalogue)
        return tl::make_unexpected(catalogue.error());
    const QList<Release> sources = pickableReleases(*catalogue, true);
    const QList<Release> targets = pickableReleases(*catalogue, false);
    QString out;
    for (const Release& release : catalogue->releases) {
        const auto picks = [&](const Release& other) { return other.version == release.version; };
        if (std::any_of(sources.begin(), sources.end(), picks) || std::any_of(targets.begin(), targets.end(), picks))
            out += release.version.leftJustified(8) + release.date + u'\n';
    }
    return Said{terminalText(out), {}};
}

Result<Said> traitsCommand(const Call& call) {
    const Result<Catalogue> catalogue = arguments::chosenCatalogue(call.parser);
    if (!catalogue)
        return tl::make_unexpected(catalogue.error());
    QList<Question> questions = catalogue->questions;
    if (call.parser.isSet(arguments::from()) || call.parser.isSet(arguments::to())) {
        const Result<Route> route = askedRoute(call, *catalogue);
        if (!route)
            return tl::make_unexpected(route.error());
        questions = questionsOf(*catalogue, *route);
    }
    QString out;
    for (const Question& question : questions)
        out += question.id.leftJustified(26) + question.ask + u'\n';
    return Said{terminalText(out), {}};
}

Result<Said> lintCommand(const Call& call) {
    const Result<Catalogue> ours = call.words.isEmpty() ? builtinCatalogue() : loadCatalogue(call.words.first());
    return arguments::withChosenOverlay(call.parser, ours).map([](const Catalogue&) { return Said(); });
}

} // namespace

QList<Command> planCommands() {
    return {
        {QStringLiteral("plan"),
         QStringLiteral("plan --from VERSION --to VERSION [--route ROUTE] [--trait ID=ANSWER]… [--overlay FILE] "
                        "[--format FORMAT] [-o FILE]"),
         Text::tr("Write the checklist of an upgrade. What no --trait says is unsure."),
         {0, 0},
         {arguments::from(), arguments::to(), arguments::trait(), arguments::route(), arguments::format(),
          arguments::page(), arguments::output(), arguments::catalog(), arguments::overlay()},
         planCommand},
        {QStringLiteral("releases"),
         QStringLiteral("releases"),
         Text::tr("List the versions that can be picked."),
         {0, 0},
         {arguments::catalog()},
         releasesCommand},
        {QStringLiteral("traits"),
         QStringLiteral("traits [--from VERSION --to VERSION [--route ROUTE]]"),
         Text::tr("List what can be said of a cluster, for an upgrade if one is given."),
         {0, 0},
         {arguments::from(), arguments::to(), arguments::trait(), arguments::route(), arguments::catalog()},
         traitsCommand},
        {QStringLiteral("lint"),
         QStringLiteral("lint [DIR] [--overlay FILE]"),
         Text::tr("Check the YAML files in a folder; each mistake with file, line and column."),
         {0, 1},
         {arguments::overlay()},
         lintCommand},
    };
}
