#pragma once

#include "core/plan.h"
#include "core/record.h"
#include "core/result.h"

/// What shall stand in the record: one field of one thing. A deed of people is one or several changes that are done
/// together or not at all, and its undoing is again changes: the ones that set what stood there before.
struct Change {
    Deed deed = Deed::State; ///< not Passed: that is written by itself
    QString about;           ///< id of a step, note or pause point; name of a value; empty for Call and Plan
    QString text;            ///< what it shall be; of Plan the digest
    Mark mark;               ///< State only

    bool operator==(const Change&) const = default;
};

/// The changes as they may be recorded, all or none. Errors of kind Request, each with what would do:
/// - the plan has no such step, note or pause point (with the nearest ids); a mark on a note;
/// - skipped and not applicable need a reason, deferred an upgrade of this plan that comes after the step's own; other
///   states take neither;
/// - a blocker is skipped, set aside or put off only when somebody accepts it: who, why, until which day;
/// - a pause point is open or done (approved);
/// - a day that is none, or not written like 2026-12-01;
/// - a value that does not pass checkedValue() (cluster_values.h).
/// Texts lose blanks at both ends; what a state does not take is dropped.
Result<QList<Change>> checkedChanges(const Plan& plan, const Record& record, QList<Change> changes);

/// The change that leads back to what stands there now.
Change inverseOf(const Record& record, const Change& change);

/// The same mark for several steps.
QList<Change> marking(const QStringList& steps, const Mark& mark);

/// These changes, and with each approval of a stop for which nobody was named: that `who` approves it.
QList<Change> withApprovers(const Record& record, QList<Change> changes, const QString& who);

/// `done`, `in progress`, `not-applicable` …, as people type them; else an error with the words there are.
Result<StepState> parseState(const QString& word);
