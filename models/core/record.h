#pragma once

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>

// What was done: an append-only journal, and the state that follows from it.

enum class StepState { Open, Done };

/// What a journal entry is about.
enum class Deed { State, Note };

/// One deed of one person. States are kept as words (`open`, `done`), notes as they were written.
struct JournalEntry {
    qint64 number = 0; ///< 1, 2, … in the order of writing
    QDateTime when;    ///< UTC
    QString who;
    Deed deed = Deed::State;
    QString item; ///< item id
    QString before;
    QString after;
};

/// What the record holds of one item.
struct ItemRecord {
    StepState state = StepState::Open;
    QDateTime doneAt; ///< UTC, of the last change to done
    QString doneBy;
    QString note; ///< plain text, never interpreted

    bool operator==(const ItemRecord&) const = default;
};

/// Item id → what is recorded; an item that is missing is open and has no note.
using Record = QMap<QString, ItemRecord>;

Record recordOf(const QList<JournalEntry>& journal);

/// What one more entry changes; recordOf() is this for all entries, oldest first.
void apply(const JournalEntry& entry, Record& record);

/// `open`, `done`: the words of the journal, of JSON and of the command line. Not translated.
QString stateWord(StepState state);

struct Progress {
    int steps = 0;
    int done = 0;
};
struct Plan;
struct PlanHop;
Progress progressOf(const Plan& plan, const Record& record);
Progress progressOf(const PlanHop& hop, const Record& record);

/// The id of the first open step in the order of work, empty when all are done.
QString nextOpenStep(const Plan& plan, const Record& record);
