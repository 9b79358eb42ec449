#include "app/arguments.h"
#include "app/command.h"
#include "app/output.h"
#include "app/plan_files.h"
#include "core/catalogue_lint.h"
#include "core/plan_builder.h"
#include "core/route_items.h"
#include "resources/builtin_catalogue.h"
#include "store/example.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(commandline)
};

QCommandLineOption example() {
    return {QStringLiteral("example"), Text::tr("The example: 0.14.2 to 0.20.1, half done.")};
}

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

/// What plans are made from: the chosen knowledge and the team's own steps.
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

Result<Said> planCommand(const Call& call) {
    const Result<Plan> plan = askedPlan(call);
    if (!plan)
        return tl::make_unexpected(plan.error());
    const Result<PageSize> page = arguments::chosenPage(call.parser);
    if (!page)
        return tl::make_unexpected(page.error());
    return deliver(call, [&](Format format) { return makeReport(*plan, {}, format, *page); });
}

Result<std::unique_ptr<PlanFile>> createAsked(const Call& call, const QString& file) {
    if (call.parser.isSet(example()))
        return askedCatalogue(call).and_then([&](const Catalogue& known) { return createExample(known, file); });
    return askedPlan(call).and_then([&](const Plan& plan) { return PlanFile::create(file, plan); });
}

Result<Said> newCommand(const Call& call) {
    const Result<QString> name = arguments::required(call.parser, arguments::output());
    if (!name)
        return tl::make_unexpected(name.error());
    const Result<QString> file = freshPlanFile(*name);
    if (!file)
        return tl::make_unexpected(file.error());
    return createAsked(call, *file).map([&](const std::unique_ptr<PlanFile>&) { return saidOfFile(*name, *file); });
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
        {QStringLiteral("new"),
         QStringLiteral("new --from VERSION --to VERSION [--route ROUTE] [--trait ID=ANSWER]… [--overlay FILE] "
                        "-o FILE.mesosplan"),
         Text::tr("Make a plan file to work in. What no --trait says is unsure."),
         {0, 0},
         {arguments::from(), arguments::to(), arguments::trait(), arguments::route(), arguments::output(),
          arguments::catalog(), arguments::overlay(), example()},
         newCommand},
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
