#pragma once

#include "core/record.h"
#include "core/result.h"

class Connection;

// The journal as rows of a plan file. Each row carries a seal, a digest over itself and the seal before it, and the
// file keeps number and seal of the last one beside them: a row that was changed, put in or taken out, at the very end
// too, by anybody but this program is noticed.

/// Where a journal ends; by default that of one without entries.
struct JournalEnd {
    qint64 number = 0;
    QString seal;
};

/// The entries after `end`, which moves on to the last of them. Call it where nobody writes in between. An error of
/// kind File when a row is not what was written, or when the journal does not go on from `end`.
Result<QList<JournalEntry>> readJournal(const Connection& connection, JournalEnd& end);

/// Adds these entries, which get the numbers after `end`, and moves `end` to the last of them. Call it within a
/// transaction, on a file of schemaVersion.
Result<> appendToJournal(const Connection& connection, QList<JournalEntry>& entries, JournalEnd& end);

/// What can be read of the journal of a damaged file.
struct JournalRemains {
    QList<JournalEntry> entries; ///< those whose seal fits the seal of the row before, oldest first
    qint64 lost = 0;             ///< how many more there were …
    bool isEndKnown = false;     ///< … false: at least so many, the file no longer tells where it ended
};

JournalRemains journalRemains(const Connection& connection);
