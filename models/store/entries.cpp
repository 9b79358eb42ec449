#include "store/entries.h"

#include "core/progress.h"

namespace {

JournalEntry entryFor(const Change& change, const Change& before, const QDateTime& when, const QString& who) {
    const QStringList about = change.about.isEmpty() ? QStringList() : QStringList{change.about};
    return {0, when, who, change.deed, about, before.text, change.text, change.mark};
}

/// Whether an entry can be one with the one before.
bool joins(const JournalEntry& before, const JournalEntry& entry) {
    return entry.deed == Deed::State && before.deed == Deed::State && before.mark == entry.mark &&
           before.before == entry.before;
}

/// The steps that these entries bring to this state.
QStringList brought(const QList<JournalEntry>& entries, StepState state) {
    QStringList steps;
    for (const JournalEntry& entry : entries)
        if (entry.deed == Deed::State && entry.mark.state == state)
            steps += entry.about;
    return steps;
}

/// What is gone past by going from `record` to what these entries say.
QList<Change> passings(const Plan& plan, const Record& record, const QList<JournalEntry>& entries) {
    QList<Change> passed;
    for (const StepState state : {StepState::InProgress, StepState::Done})
        if (const QStringList steps = brought(entries, state); !steps.isEmpty())
            for (const Obstacle& obstacle : obstaclesBefore(plan, record, steps, state == StepState::Done))
                passed << Change{Deed::Passed, obstacle.id, steps.constFirst(), {}};
    return passed;
}

} // namespace

QList<JournalEntry> entriesFor(const Plan& plan, Record& record, const QList<Change>& changes, const QDateTime& when,
                               const QString& who) {
    const Record then = recordOn(when.toLocalTime().date(), record);
    QList<JournalEntry> entries;
    for (const Change& change : changes) {
        const Change before = inverseOf(record, change);
        if (change == before)
            continue;
        const JournalEntry entry = entryFor(change, before, when, who);
        apply(entry, record);
        if (!entries.isEmpty() && joins(entries.constLast(), entry))
            entries.last().about += entry.about;
        else
            entries << entry;
    }
    const QList<Change> goneBy = passings(plan, then, entries);
    QList<JournalEntry> passed;
    for (const Change& change : goneBy) {
        const Change before = inverseOf(record, change);
        if (!before.text.isEmpty())
            continue; // somebody went past it before
        passed << entryFor(change, before, when, who);
        apply(passed.constLast(), record);
    }
    return passed + entries;
}
