#include "core/plan_part.h"

#include "core/pause_points.h"
#include "core/words.h"

#include <QSet>

namespace {

QSet<QString> withStepsOfPauses(const Plan& plan, const QStringList& ids) {
    QSet<QString> wanted(ids.cbegin(), ids.cend());
    for (const PausePoint& pause : pausePointsOf(plan))
        if (wanted.contains(pause.id))
            wanted.insert(pause.step);
    return wanted;
}

PlanHop partOf(const PlanHop& hop, const QSet<QString>& wanted) {
    PlanHop part = hop;
    for (PlanSection& section : part.sections)
        section.items.removeIf([&](const PlanItem& item) { return !wanted.contains(item.item.id); });
    part.sections.removeIf([](const PlanSection& section) { return section.items.isEmpty(); });
    return part;
}

void insertQuestions(QSet<QString>& questions, const QList<Because>& because) {
    for (const Because& answer : because)
        questions.insert(answer.trait);
}

/// What decided over the part, with the more general questions above, which may have answered theirs.
QSet<QString> questionsOf(const Plan& part) {
    QSet<QString> questions;
    forEachItem(part, [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
        insertQuestions(questions, item.because);
    });
    for (const LeftOut& left : part.leftOut)
        insertQuestions(questions, left.because);
    // The general one stands further up, so that one walk from below finds all.
    for (auto question = part.questions.crbegin(); question != part.questions.crend(); ++question)
        if (questions.contains(question->id))
            questions.insert(question->of);
    return questions;
}

} // namespace

Plan partOf(const Plan& plan, const QStringList& ids) {
    const QSet<QString> wanted = withStepsOfPauses(plan, ids);
    Plan part = plan;
    QSet<QString> whole;
    part.hops.clear();
    for (const PlanHop& hop : plan.hops) {
        const PlanHop some = partOf(hop, wanted);
        if (!some.sections.isEmpty())
            part.hops << some;
        if (idsOf(some) == idsOf(hop))
            whole.insert(words::hop(hop.from, hop.to));
    }
    part.leftOut.removeIf([&](const LeftOut& left) { return !whole.contains(left.hop); });
    const QSet<QString> questions = questionsOf(part);
    part.questions.removeIf([&](const PlanQuestion& question) { return !questions.contains(question.id); });
    return part;
}

QStringList idsOf(const PlanHop& hop) {
    QStringList ids;
    for (const PlanSection& section : hop.sections)
        for (const PlanItem& item : section.items)
            ids << item.item.id;
    return ids;
}

int pointCount(const Plan& plan) {
    int count = 0;
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
        count += item.item.origin != Origin::Team;
    });
    return count;
}

bool isPart(const Plan& plan) {
    return pointCount(plan) < plan.coverage.planned;
}
