#pragma once

#include <Qt>

// What views and delegates may ask of a plan's rows, beside the roles of Qt: DisplayRole (one line without markup),
// AccessibleTextRole (a whole sentence), CheckStateRole (steps and stops; partially checked is in progress).

/// What a row stands for.
enum class PlanLevel { Hop, Section, Item, Pause };

namespace PlanRole {
enum : int {
    Level = Qt::UserRole, ///< PlanLevel
    // Upgrades and sections only; invalid for the others:
    Progress,   ///< Progress of the steps beneath, without `blocked`
    PutOffHere, ///< int: how many steps were put off to this upgrade
    // Steps, notes and pause points:
    Id,             ///< QString
    State,          ///< StepState; invalid for notes
    Reason,         ///< QString: why it is skipped, not applicable or put off; of a failed step what was seen
    PutOffTo,       ///< QString: the upgrade a step is put off to, PlanHop::to; else empty
    AcceptedBy,     ///< QString: who answers for a blocker that is set aside
    AcceptanceOver, ///< bool: that was until a day that has passed, and the blocker is open again
    Owner,          ///< QString: who does it, or who is to approve
    Day,            ///< QDate: for which it is planned; invalid: for none
    Observed,       ///< QString: what was seen
    Note,           ///< QString: what people wrote
    NotSaved,       ///< bool: something about it waits to be written
    Searchable,     ///< QString: everything a search looks through
    MustBeSeen, ///< bool: an open blocker, also one whose acceptance is over, a failed step, a pause point that nobody
                ///< approved
    Upgrade,    ///< QString: what it belongs to, PlanHop::to
    Phase,      ///< Phase of its section
    Component,  ///< Component of its section
    // Steps and notes only:
    Kind,         ///< Kind
    Text,         ///< QString, CommonMark inline
    Number,       ///< int within the upgrade; 0 for notes
    FindFirst,    ///< bool: kept because a question is open
    Severity,     ///< Severity
    Gate,         ///< Gate
    MayKillTasks, ///< bool
    ChangesFlags, ///< bool: it tells people to set, rename or drop one
    Hosts,        ///< QString: which hosts it is for
    HasSnippet,   ///< bool
    // Of a PlanFilter only:
    Matches,   ///< bool: it is what people look for, and not shown only because it must be seen
    Elsewhere, ///< bool: it matches, but not every word people look for stands in DisplayRole
    Places     ///< QList<TextRange>: where the words they look for stand in DisplayRole
};
}
