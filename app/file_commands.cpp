#include "app/arguments.h"
#include "app/command.h"
#include "app/output.h"
#include "app/plan_files.h"
#include "report/card.h"
#include "report/diff_report.h"
#include "store/rescue.h"

#include <QCoreApplication>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(commandline)
};

Result<Said> exportCommand(const Call& call) {
    const Result<PageSize> page = arguments::chosenPage(call.parser);
    if (!page)
        return tl::make_unexpected(page.error());
    return inPlanFile(call.words.constFirst(), [&](const PlanFile& file) {
        return deliver(call, [&](Format format) { return makeReport(file.plan(), file.record(), format, *page); });
    });
}

Result<Said> cardCommand(const Call& call) {
    const Result<PageSize> page = arguments::chosenPage(call.parser);
    if (!page)
        return tl::make_unexpected(page.error());
    return inPlanFile(call.words[0], [&](const PlanFile& file) {
        return cardOf(file.plan(), file.record(), call.words[1]).and_then([&](const Sheet& card) {
            return deliver(call, [&](Format format) { return makeSheet(card, format, *page); });
        });
    });
}

Result<Said> diffCommand(const Call& call) {
    return inPlanFile(call.words[0], [&](const PlanFile& before) {
        return inPlanFile(call.words[1], [&](const PlanFile& after) {
            const PlanDiff diff = diffPlans(before.plan(), after.plan());
            return deliver(call,
                           [&](Format format) { return diffReport(diff, before.record(), after.record(), format); });
        });
    });
}

Result<Said> copyCommand(const Call& call) {
    return freshPlanFile(call.words[1]).and_then([&](const QString& target) {
        return inPlanFile(call.words[0], [&](const PlanFile& file) {
            return file.saveCopy(target).map([&] { return saidOfFile(call.words[1], target); });
        });
    });
}

Result<Said> rescueCommand(const Call& call) {
    const Result<QString> target = freshPlanFile(call.words[1]);
    if (!target)
        return tl::make_unexpected(target.error());
    return rescue(call.words[0], *target).map([&](const Rescued& rescued) {
        Said said = saidOfFile(call.words[1], *target);
        said.out = terminalText(
            Text::tr("Entries taken over: %1. Missing or doubtful: %2.").arg(rescued.entries).arg(lostText(rescued)) +
            u'\n');
        return said;
    });
}

} // namespace

QList<Command> fileCommands() {
    return {
        {QStringLiteral("export"),
         QStringLiteral("export FILE [--format FORMAT] [-o FILE]"),
         Text::tr("Write a plan file with its record as a report."),
         {1, 1},
         {arguments::format(), arguments::page(), arguments::output()},
         exportCommand},
        {QStringLiteral("card"),
         QStringLiteral("card FILE STEP [--format markdown|html|pdf] [-o FILE]"),
         Text::tr("Write the card for a step that went wrong: what runs now, the way back, what waits, whom to call."),
         {2, 2},
         {arguments::format(), arguments::page(), arguments::output()},
         cardCommand},
        {QStringLiteral("diff"),
         QStringLiteral("diff FILE FILE [--format markdown|html|json] [-o FILE]"),
         Text::tr("Compare two plan files and their records."),
         {2, 2},
         {arguments::format(), arguments::output()},
         diffCommand},
        {QStringLiteral("copy"),
         QStringLiteral("copy FILE NEW"),
         Text::tr("Save a copy of a plan file, also while others work in it."),
         {2, 2},
         {},
         copyCommand},
        {QStringLiteral("rescue"),
         QStringLiteral("rescue FILE NEW"),
         Text::tr("Make a new plan file of what can be trusted in a damaged one, which stays as it is."),
         {2, 2},
         {},
         rescueCommand},
    };
}
