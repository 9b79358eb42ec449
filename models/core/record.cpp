#include "core/record.h"

#include "core/plan.h"

Record recordOf(const QList<JournalEntry>& journal) {
    Record record;
    for (const JournalEntry& entry : journal)
        apply(entry, record);
    return record;
}

void apply(const JournalEntry& entry, Record& record) {
    ItemRecord& item = record[entry.item];
    if (entry.deed == Deed::Note) {
        item.note = entry.after;
        return;
    }
    item.state = entry.after == stateWord(StepState::Done) ? StepState::Done : StepState::Open;
    if (item.state == StepState::Done) {
        item.doneAt = entry.when;
        item.doneBy = entry.who;
    }
}

QString stateWord(StepState state) {
    return state == StepState::Done ? QStringLiteral("done") : QStringLiteral("open");
}

Progress progressOf(const PlanHop& hop, const Record& record) {
    Progress progress;
    for (const PlanSection& section : hop.sections) {
        for (const PlanItem& item : section.items) {
            if (!item.item.isStep())
                continue;
            ++progress.steps;
            progress.done += record.value(item.item.id).state == StepState::Done;
        }
    }
    return progress;
}

Progress progressOf(const Plan& plan, const Record& record) {
    Progress all;
    for (const PlanHop& hop : plan.hops) {
        const Progress progress = progressOf(hop, record);
        all.steps += progress.steps;
        all.done += progress.done;
    }
    return all;
}

QString nextOpenStep(const Plan& plan, const Record& record) {
    QString next;
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
        if (next.isEmpty() && item.item.isStep() && record.value(item.item.id).state == StepState::Open)
            next = item.item.id;
    });
    return next;
}
