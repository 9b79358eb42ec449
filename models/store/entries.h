#pragma once

#include "core/change.h"
#include "core/plan.h"
#include "core/record.h"

/// What changes make of the journal: entries of this moment and this name that have all but their number. `record`
/// moves on to what it is after them. What changes nothing is left out; the same mark for several steps of the same
/// state is one entry. In front of them stands each open thing that these changes go past, by beginning or finishing a
/// step behind it, unless somebody went past it before.
QList<JournalEntry> entriesFor(const Plan& plan, Record& record, const QList<Change>& changes, const QDateTime& when,
                               const QString& who);
