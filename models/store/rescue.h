#pragma once

#include "core/result.h"

#include <QString>

/// What was taken over from a damaged plan file.
struct Rescued {
    qint64 entries = 0;       ///< of the journal, each as it was sealed, with who and when
    qint64 lost = 0;          ///< missing or doubtful …
    bool isLostKnown = false; ///< … false: at least so many, the file no longer tells how many there were
};

/// "3", or "at least 3; the file no longer tells how many there were".
QString lostText(const Rescued& rescued);

/// Whether rescue() may help with a file that PlanFile::open() refused: it is one of ours, and of a version we know.
bool isRescuable(const QString& path);

/// Makes a new plan file at `newPath` of what can be trusted in the damaged one at `path`, which is only read: the
/// plans whose digest holds, and the journal entries whose seal fits the entry before. Errors: `path` is no plan file
/// of ours, or no plan in it is whole (File); the new file is the old one (Request) or cannot be written (System).
Result<Rescued> rescue(const QString& path, const QString& newPath);
