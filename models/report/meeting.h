#pragma once

#include "core/plan.h"
#include "core/plan_diff.h"
#include "core/record.h"

// What a team decided about a plan while it met, and what it left open. All of it follows from the journal and the
// plan; texts are CommonMark inline unless said otherwise, what people wrote in them escaped.

/// From where on a plan is talked about.
struct Meeting {
    Plan plan;                          ///< as it was when the meeting began
    QDate day;                          ///< of the meeting: what was accepted until an earlier day is open again
    qint64 after = 0;                   ///< number of the last entry of the journal before it
    QList<JournalEntry> journal;        ///< all of it, oldest first
    QHash<qint64, QString> planChanges; ///< what another plan changed, by the number of its entry; plain
};

/// The entries of the journal since it began.
QList<JournalEntry> saidIn(const Meeting& meeting);

/// Something that is different after the meeting. What was said and taken back, or said again, is no decision.
struct Decision {
    enum class Kind {
        Answer, ///< of a question, or what else makes another plan
        Risk,   ///< a blocker that somebody answers for
        Who,    ///< who does a step or approves a stop, and on which day
        Note,
        Other, ///< marks, values, whom to call
    };
    Kind kind = Kind::Other;
    QString text;
    QString stamp; ///< when, and who wrote it down; plain
};

/// In the order in which they were taken.
QList<Decision> decisionsOf(const Plan& plan, const Meeting& meeting);

/// "Answers", "Risks accepted": all decisions of a kind. Plain.
QString titleOf(Decision::Kind kind);
QList<Decision::Kind> allKinds();

/// What another plan brings, takes away and changes, a line each; steps that only have another number apart.
QStringList differencesOf(const PlanDiff& diff);

/// What still has to be decided, or put right.
struct StillOpen {
    QStringList failed; ///< steps that failed
    QList<PlanQuestion> questions;
    QStringList blockers; ///< steps that are neither settled nor answered for
    QStringList stops;    ///< not approved yet, and nobody or no day is named; ids
};
StillOpen stillOpenIn(const Plan& plan, const Record& record, const QDate& day);
