#include "report/card.h"

#include "core/nearest.h"
#include "core/trouble.h"
#include "core/words.h"
#include "report/markdown_text.h"
#include "report/record_facts.h"

#include <QCoreApplication>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(report)
};

using markdown::codeSpan;
using markdown::oneLine;
using markdown::personsText;
using markdown::strong;

constexpr int namedSteps = 10;

/// The first of them, and how many there are beside.
QString namedIds(const QStringList& ids) {
    QStringList named;
    for (const QString& id : ids.mid(0, namedSteps))
        named << codeSpan(id);
    if (const qsizetype more = ids.size() - namedSteps; more > 0)
        named << Text::tr("and %1 more").arg(more);
    return named.join(QStringLiteral(", "));
}

SheetPart whatWentWrong(const Plan& plan, const Trouble& trouble) {
    const Item& step = trouble.step.item;
    QStringList texts{
        strong(oneLine(step.text)) + u' ' + codeSpan(step.id),
        Text::tr("Step %1 of the upgrade %2: %3")
            .arg(QString::number(trouble.step.number), trouble.upgrade, words::state(trouble.record.mark.state))};
    if (trouble.record.mark.state != StepState::Failed)
        texts << Text::tr("Nobody has marked this step as failed. What follows holds if it is.");
    for (const Fact& fact : recordedOf(plan, trouble.record))
        texts << strong(labelText(fact.label)) + u": " + personsText(fact.text);
    const bool wasSeen = !trouble.record.observed.isEmpty() || !trouble.record.mark.reason.isEmpty();
    return {Text::tr("What went wrong"), paragraphsOf(texts), wasSeen ? 0 : 2};
}

SheetPart whatRunsNow(const Trouble& trouble) {
    QStringList components;
    for (const ComponentNow& now : trouble.now)
        components << words::componentNow(now);
    return {Text::tr("What the cluster runs now, as recorded"),
            components.isEmpty() ? Text::tr("This plan restarts nothing.") : bulletsOf(components), 0};
}

SheetPart mayItBeLeft(const Trouble& trouble) {
    QStringList answers;
    if (trouble.lastDone.isEmpty())
        answers << Text::tr("As it was before this step: no step was done before it.");
    else
        answers << Text::tr("As it was after %1: %2").arg(codeSpan(trouble.lastDone), oneLine(trouble.stopBefore));
    if (!trouble.notDone.isEmpty())
        answers << Text::tr("That speaks of a cluster in which everything before it is done. Not done: %1")
                       .arg(namedIds(trouble.notDone));
    answers << Text::tr("As it is now, in the middle of this step: no source says.")
            << Text::tr("Once this step is finished: %1").arg(oneLine(trouble.stopAfter));
    return {Text::tr("May the cluster be left so"), bulletsOf(answers), 0};
}

SheetPart wayBack(const Trouble& trouble) {
    const QString ofThis = trouble.step.item.undo.kind == UndoKind::Unsaid
                               ? Text::tr("Of this step: no source describes a way back.")
                               : Text::tr("Of this step: %1").arg(oneLine(trouble.wayBack));
    QStringList earlier;
    for (const auto& [step, how] : trouble.earlierWaysBack)
        earlier << codeSpan(step) + u": " + oneLine(how);
    if (earlier.isEmpty())
        return {Text::tr("The way back"), ofThis, 0};
    return {Text::tr("The way back"),
            paragraphsOf({ofThis, Text::tr("Of steps done before it in this upgrade, as the sources have it:"),
                          bulletsOf(earlier)}),
            0};
}

SheetPart whatMustWait(const Plan& plan, const Trouble& trouble) {
    if (trouble.waiting.isEmpty())
        return {Text::tr("Do not begin until this is solved"), Text::tr("No other step waits for this one."), 0};
    QStringList steps;
    for (const QString& id : trouble.waiting.mid(0, namedSteps))
        steps << lineOf(plan, id);
    if (const qsizetype more = trouble.waiting.size() - namedSteps; more > 0)
        steps << Text::tr("and %1 more").arg(more);
    return {Text::tr("Do not begin until this is solved"), bulletsOf(steps), 0};
}

SheetPart whomToCall(const Trouble& trouble) {
    return {Text::tr("Whom to call"), personsText(trouble.call), trouble.call.isEmpty() ? 1 : 0};
}

} // namespace

Result<Sheet> cardOf(const Plan& plan, const Record& record, const QString& step) {
    const std::optional<Trouble> trouble = troubleAt(plan, record, step);
    if (!trouble) {
        QStringList steps;
        forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
            if (item.item.isStep())
                steps << item.item.id;
        });
        return requestError(Text::tr("The plan has no step %1%2").arg(step, didYouMeanOrStop(step, steps)));
    }
    Sheet card = sheetAbout(plan, Text::tr("It went wrong: %1").arg(step), step);
    card.parts = {whatWentWrong(plan, *trouble),
                  whatRunsNow(*trouble),
                  mayItBeLeft(*trouble),
                  wayBack(*trouble),
                  whatMustWait(plan, *trouble),
                  whomToCall(*trouble),
                  SheetPart{Text::tr("What was done about it, when, by whom"), {}, 4}};
    return card;
}
