#include "ui/plan_numbers.h"

#include "core/words.h"
#include "report/rich_text.h"

#include <QCoreApplication>

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(NewPlan)
};

void count(PlanNumbers& numbers, const Item& item) {
    ++(item.isStep() ? numbers.steps : numbers.notes);
    numbers.restarts += item.tasks.restarts;
    numbers.slaveRestarts += item.tasks.restarts && item.component == Component::Slave;
    numbers.blockers += item.gate == Gate::Blocker;
}

/// The labels of what `plan` asks and `other` does not.
QString askedOnlyIn(const Plan& plan, const Plan& other) {
    const auto isAsked = [](const Plan& where, const QString& id) {
        return std::any_of(where.questions.cbegin(), where.questions.cend(),
                           [&](const PlanQuestion& question) { return question.id == id && !isMoot(where, question); });
    };
    QStringList labels;
    for (const PlanQuestion& question : plan.questions)
        if (isAsked(plan, question.id) && !isAsked(other, question.id))
            labels << plainText(question.label);
    return labels.join(QStringLiteral(", "));
}
} // namespace

PlanNumbers numbersOf(const Plan& plan) {
    PlanNumbers numbers{.upgrades = plan.hops.size(), .openQuestions = openQuestions(plan).size()};
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) { count(numbers, item.item); });
    return numbers;
}

PlanNumbers numbersOf(const PlanHop& hop) {
    PlanNumbers numbers{.upgrades = 1};
    for (const PlanSection& section : hop.sections)
        for (const PlanItem& item : section.items)
            count(numbers, item.item);
    return numbers;
}

QString numbersLine(const Plan& plan) {
    const PlanNumbers numbers = numbersOf(plan);
    return Text::tr("Upgrades: %1  ·  Steps: %2  ·  Notes: %3  ·  Steps with a restart: %4  ·  Blockers: %5  ·  Open "
                    "questions: %6")
        .arg(numbers.upgrades)
        .arg(numbers.steps)
        .arg(numbers.notes)
        .arg(numbers.restarts)
        .arg(numbers.blockers)
        .arg(numbers.openQuestions);
}

QString progressLine(const Progress& progress) {
    QStringList parts{Text::tr("%1 of %2 steps done").arg(progress.done()).arg(progress.steps)};
    const int toDo = progress.steps - progress.settled();
    if (toDo > progress.open())
        parts << Text::tr("%1 to do, %2 of them can be begun now").arg(toDo).arg(progress.open());
    else if (toDo > 0)
        parts << Text::tr("%1 to do").arg(toDo);
    for (const StepState other :
         {StepState::InProgress, StepState::Failed, StepState::Deferred, StepState::Skipped, StepState::NotApplicable})
        if (progress.in(other) > 0)
            parts << Text::tr("%1 %2", "how many, their state").arg(progress.in(other)).arg(words::state(other));
    return parts.join(QStringLiteral("  ·  "));
}

QString differenceLine(const Plan& before, const Plan& after) {
    const PlanNumbers was = numbersOf(before);
    const PlanNumbers is = numbersOf(after);
    QStringList changes;
    const auto compare = [&changes](const QString& what, qsizetype old, qsizetype now) {
        if (now < old)
            changes << Text::tr("%1: %2 fewer").arg(what).arg(old - now);
        else if (now > old)
            changes << Text::tr("%1: %2 more").arg(what).arg(now - old);
    };
    compare(Text::tr("upgrades"), was.upgrades, is.upgrades);
    compare(Text::tr("steps"), was.steps, is.steps);
    compare(Text::tr("notes"), was.notes, is.notes);
    compare(Text::tr("restarts"), was.restarts, is.restarts);
    compare(Text::tr("blockers"), was.blockers, is.blockers);
    compare(Text::tr("open questions"), was.openQuestions, is.openQuestions);
    QStringList parts{changes.isEmpty() ? Text::tr("all numbers stay as they were")
                                        : changes.join(QStringLiteral(", "))};
    if (const QString gone = askedOnlyIn(before, after); !gone.isEmpty())
        parts << Text::tr("no longer asked: %1").arg(gone);
    if (const QString come = askedOnlyIn(after, before); !come.isEmpty())
        parts << Text::tr("asked from now on: %1").arg(come);
    return parts.join(QStringLiteral("; "));
}
