#pragma once

#include <Qt>

// What views and delegates may ask of a plan's rows, beside the roles of Qt: DisplayRole (one line without markup),
// AccessibleTextRole (a whole sentence), CheckStateRole (steps only).

/// What a row stands for.
enum class PlanLevel { Hop, Section, Item };

namespace PlanRole {
enum : int {
    Level = Qt::UserRole, ///< PlanLevel
    Steps,                ///< int: the steps beneath; 1 or 0 for a single row
    StepsDone,            ///< int: how many of them are done
    // Rows of level Item only; invalid for the others:
    Id,         ///< QString
    Kind,       ///< Kind
    Text,       ///< QString, CommonMark inline
    Number,     ///< int within the upgrade; 0 for notes
    State,      ///< StepState; invalid for notes
    FindFirst,  ///< bool: kept because a question is open
    Severity,   ///< Severity
    Gate,       ///< Gate
    Note,       ///< QString: what people wrote, plain text
    Hosts,      ///< QString: which hosts it is for
    HasSnippet, ///< bool
    Searchable, ///< QString: everything a search looks through
};
}
