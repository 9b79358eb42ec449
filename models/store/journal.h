#pragma once

#include "core/record.h"
#include "core/result.h"

class Connection;

// The journal as rows of a plan file. Each row carries a seal, a digest over itself and the seal before it, so that a
// row that was changed, taken out or put in by anybody but this program is noticed.

/// Where a journal ends; by default that of one without entries.
struct JournalEnd {
    qint64 number = 0;
    QString seal;
};

/// The entries after `end`, which moves on to the last of them. An error of kind File when a row is not what was
/// written, or when the journal does not go on from `end`.
Result<QList<JournalEntry>> readJournal(const Connection& connection, JournalEnd& end);

/// Adds `entry`, whose number has to be the one after `end`, and moves `end` to it.
Result<> appendToJournal(const Connection& connection, const JournalEntry& entry, JournalEnd& end);
