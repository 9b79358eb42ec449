#include "core/plan.h"

#include <algorithm>

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

const PlanQuestion* answeredBy(const QList<PlanQuestion>& questions, const PlanQuestion& question) {
    const PlanQuestion* answered = nullptr;
    QString general = question.of; // stands further up, so that no file leads round in a circle
    for (auto above = questions.crbegin(); above != questions.crend() && !general.isEmpty(); ++above) {
        if (above->id != general)
            continue;
        if (above->answer == Answer::No)
            answered = &*above;
        general = above->of;
    }
    return answered;
}

bool isMoot(const Plan& plan, const PlanQuestion& question) {
    return answeredBy(plan.questions, question) != nullptr;
}

QList<PlanQuestion> openQuestions(const Plan& plan) {
    QList<PlanQuestion> open;
    for (const PlanQuestion& question : plan.questions)
        if (question.answer == Answer::Unsure && !isMoot(plan, question))
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
