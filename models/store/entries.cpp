#include "store/entries.h"

#include "core/progress.h"

#include <QSet>

namespace {

JournalEntry entryFor(const Change& change, const Change& before, const QDateTime& when, const QString& who) {
    const QStringList about = change.about.isEmpty() ? QStringList() : QStringList{change.about};
    return {0, when, who, change.deed, about, before.text, change.text, change.mark};
}

/// Whether a change can be one entry with the one before it.
bool joins(const JournalEntry& entry, const Change& change, const Change& before) {
    return entry.deed == Deed::State && change.deed == Deed::State && entry.mark == change.mark &&
           entry.before == before.text;
}

/// The steps that these entries bring to this state.
QStringList brought(const QList<JournalEntry>& entries, StepState state) {
    QStringList steps;
    for (const JournalEntry& entry : entries)
        if (entry.deed == Deed::State && entry.mark.state == state)
            steps += entry.about;
    return steps;
}

/// What is gone past by going from `record` to what these entries say, each once, unless somebody is past it already.
QList<Change> passings(const Plan& plan, const Record& record, const QList<JournalEntry>& entries) {
    QList<Change> passed;
    QSet<QString> known; // the steps begun and the steps done may have the same obstacle in front of them
    for (const StepState state : {StepState::InProgress, StepState::Done}) {
        const QStringList steps = brought(entries, state);
        if (steps.isEmpty())
            continue;
        for (const Obstacle& obstacle : obstaclesBefore(plan, record, steps, state == StepState::Done)) {
            if (known.contains(obstacle.id) || wasPassed(record, obstacle.id))
                continue;
            known.insert(obstacle.id);
            passed << Change{Deed::Passed, obstacle.id, steps.constFirst(), {}};
        }
    }
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
        if (!entries.isEmpty() && joins(entries.constLast(), change, before)) {
            entries.last().about << change.about;
            apply(entries.constLast(), change.about, record);
        } else {
            entries << entryFor(change, before, when, who);
            apply(entries.constLast(), record);
        }
    }
    const QList<Change> goneBy = passings(plan, then, entries);
    QList<JournalEntry> passed;
    for (const Change& change : goneBy) {
        passed << entryFor(change, inverseOf(record, change), when, who);
        apply(passed.constLast(), record);
    }
    return passed + entries;
}
