#include "app/arguments.h"
#include "app/asked_plan.h"
#include "app/command.h"
#include "app/plan_files.h"
#include "store/example.h"

#include <QCoreApplication>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(commandline)
};

QCommandLineOption example() {
    return {QStringLiteral("example"), Text::tr("The example: 0.14.2 to 0.20.1, half done.")};
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

} // namespace

QList<Command> newCommands() {
    return {
        {QStringLiteral("new"),
         QStringLiteral("new --from VERSION --to VERSION [--route ROUTE] [--trait ID=ANSWER]… [--overlay FILE] "
                        "-o FILE.mesosplan"),
         Text::tr("Make a plan file to work in. What no --trait says is unsure."),
         {0, 0},
         {arguments::from(), arguments::to(), arguments::trait(), arguments::route(), arguments::output(),
          arguments::catalog(), arguments::overlay(), example()},
         newCommand},
    };
}
