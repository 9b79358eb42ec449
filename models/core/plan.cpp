#include "core/plan.h"

Answers Plan::answers() const {
    Answers answers;
    for (const PlanQuestion& question : questions)
        answers.insert(question.id, question.answer);
    return answers;
}

const PlanItem* findItem(const Plan& plan, const QString& id) {
    const PlanItem* found = nullptr;
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
        if (item.item.id == id)
            found = &item;
    });
    return found;
}

QList<PlanQuestion> openQuestions(const Plan& plan) {
    QList<PlanQuestion> open;
    for (const PlanQuestion& question : plan.questions)
        if (question.answer == Answer::Unsure)
            open << question;
    return open;
}

int restartCount(const Plan& plan) {
    int count = 0;
    forEachItem(plan,
                [&](const PlanHop&, const PlanSection&, const PlanItem& item) { count += item.item.tasks.restarts; });
    return count;
}

int teamCount(const Plan& plan) {
    int count = 0;
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
        count += item.item.origin == Origin::Team;
    });
    return count;
}

int stepCount(const Plan& plan) {
    int count = 0;
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) { count += item.item.isStep(); });
    return count;
}
