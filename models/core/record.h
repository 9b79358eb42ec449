#pragma once

#include <QDate>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

// What was done: an append-only journal, and the record that follows from it.

enum class StepState { Open, InProgress, Done, Skipped, NotApplicable, Failed, Deferred };

/// What somebody says of a step: its state, and what that state asks for (change.h has the rules).
struct Mark {
    StepState state = StepState::Open;
    QString reason;     ///< why; of a failed step: what was seen
    QString deferredTo; ///< deferred only: the upgrade it is put off to, PlanHop::to
    QString acceptedBy; ///< a blocker left unsettled: who answers for it …
    QDate until;        ///< … and until when

    bool operator==(const Mark&) const = default;
};

/// What a journal entry sets.
enum class Deed {
    State,    ///< the mark of one or more steps, or of a pause point: done means approved
    Note,     ///< what people write on a step or note
    Observed, ///< what was seen where the plan says what to expect
    Owner,    ///< who does a step, or who is to approve at a pause point
    Passed,   ///< somebody went on although this was open; `after` is the step that was begun
    Call,     ///< whom to call when something goes wrong
    Value,    ///< one of the cluster's own values (cluster_values.h)
    Day,      ///< for which day a step or a pause point is planned, as `2026-12-01`
    Plan,     ///< another plan took the place of the one before; `before` and `after` are digests
};

/// One deed of one person.
struct JournalEntry {
    qint64 number = 0; ///< 1, 2, … in the order of writing
    QDateTime when;    ///< UTC
    QString who;
    Deed deed = Deed::State;
    QStringList about; ///< ids of steps, notes or pause points; the name of a value; nothing for Call and Plan
    QString before;    ///< a state as its word, texts as they were written
    QString after;
    Mark mark; ///< State only; mark.state is what `after` says
};

/// What the record holds of one step, note or pause point. All texts are plain, never interpreted.
struct ItemRecord {
    Mark mark;
    QDateTime markedAt; ///< UTC, of the last mark
    QString markedBy;
    QString note;
    QString observed;
    QString owner;
    QDate day;          ///< for which it is planned
    QString passedWith; ///< the first step that was begun although this was open
    QDateTime passedAt; ///< UTC
    QString passedBy;

    bool operator==(const ItemRecord&) const = default;
};

struct Record {
    QHash<QString, ItemRecord> items; ///< an id that is missing is open and has no note
    QString call;
    QMap<QString, QString> values; ///< ClusterValues
    QString plan;                  ///< digest of the plan in force; empty: the one the file was made with

    ItemRecord of(const QString& id) const { return items.value(id); }
    StepState stateOf(const QString& id) const {
        const auto item = items.constFind(id);
        return item == items.constEnd() ? StepState::Open : item->mark.state;
    }

    bool operator==(const Record&) const = default;
};

Record recordOf(const QList<JournalEntry>& journal);

/// What one more entry changes; recordOf() is this for all entries, oldest first.
void apply(const JournalEntry& entry, Record& record);
/// The same for one of the steps, notes or pause points it is about.
void apply(const JournalEntry& entry, const QString& id, Record& record);

/// Whether somebody answered for this blocker until a day that has passed.
bool isAcceptanceOver(const Mark& mark, const QDate& day);

/// The record as it counts on a day: blockers that were accepted until an earlier day are open again.
Record recordOn(const QDate& day, const Record& record);

/// Done, skipped or not applicable: nobody has to do anything there any more.
bool isSettled(StepState state);

/// `open`, `in-progress`, `done`, `skipped`, `not-applicable`, `failed`, `deferred`: the words of the journal, of JSON
/// and of the command line. Not translated.
QString stateWord(StepState state);
