#include "core/undoings.h"

#include <algorithm>

namespace {

/// What an entry sets, apart from what it is about.
struct Value {
    QString text;
    Mark mark;

    bool operator==(const Value&) const = default;
};

/// One thing that can be set: the note of a step, the state of a stop, whom to call.
using Field = std::pair<Deed, QString>;

QList<Field> fieldsOf(const JournalEntry& entry) {
    if (entry.about.isEmpty())
        return {{entry.deed, QString()}};
    QList<Field> fields;
    for (const QString& about : entry.about)
        fields << Field(entry.deed, about);
    return fields;
}

} // namespace

QList<bool> undoings(const QList<JournalEntry>& journal) {
    QMap<Field, QList<Value>> values; // of each field what it was and is, without what was undone
    QList<bool> found;
    found.reserve(journal.size());
    for (const JournalEntry& entry : journal) {
        const Value value = entry.deed == Deed::State ? Value{{}, entry.mark} : Value{entry.after, {}};
        const QList<Field> fields = fieldsOf(entry);
        const bool isUndoing = std::all_of(fields.cbegin(), fields.cend(), [&](const Field& field) {
            const QList<Value> past = values.value(field);
            return past.size() > 1 && past[past.size() - 2] == value;
        });
        for (const Field& field : fields) {
            QList<Value>& past = values[field];
            if (past.isEmpty())
                past << Value();
            if (isUndoing)
                past.removeLast();
            else
                past << value;
        }
        found << isUndoing;
    }
    return found;
}
