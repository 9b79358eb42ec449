#include "core/record.h"

#include "core/enum_names.h"

Record recordOf(const QList<JournalEntry>& journal) {
    Record record;
    for (const JournalEntry& entry : journal)
        apply(entry, record);
    return record;
}

void apply(const JournalEntry& entry, Record& record) {
    switch (entry.deed) {
    case Deed::Call:
        record.call = entry.after;
        return;
    case Deed::Plan:
        record.plan = entry.after;
        return;
    case Deed::Value:
        for (const QString& name : entry.about) {
            if (entry.after.isEmpty())
                record.values.remove(name);
            else
                record.values.insert(name, entry.after);
        }
        return;
    default:
        break;
    }
    for (const QString& id : entry.about)
        apply(entry, id, record);
}

void apply(const JournalEntry& entry, const QString& id, Record& record) {
    ItemRecord& item = record.items[id];
    switch (entry.deed) {
    case Deed::State:
        item.mark = entry.mark;
        item.markedAt = entry.when;
        item.markedBy = entry.who;
        break;
    case Deed::Note:
        item.note = entry.after;
        break;
    case Deed::Observed:
        item.observed = entry.after;
        break;
    case Deed::Owner:
        item.owner = entry.after;
        break;
    case Deed::Day:
        item.day = QDate::fromString(entry.after, Qt::ISODate);
        break;
    default: // Passed
        item.passedWith = entry.after;
        item.passedAt = entry.when;
        item.passedBy = entry.who;
    }
}

bool isAcceptanceOver(const Mark& mark, const QDate& day) {
    return mark.until.isValid() && mark.until < day;
}

Record recordOn(const QDate& day, const Record& record) {
    Record then = record;
    for (auto item = record.items.cbegin(); item != record.items.cend(); ++item)
        if (isAcceptanceOver(item->mark, day))
            then.items[item.key()].mark = {};
    return then;
}

bool isSettled(StepState state) {
    return state == StepState::Done || state == StepState::Skipped || state == StepState::NotApplicable;
}

QString stateWord(StepState state) {
    static const QStringList words = allEnumNames<StepState>(); // asked for once a step, often of all steps
    return words[static_cast<qsizetype>(state)];
}
