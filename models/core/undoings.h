#pragma once

#include "core/record.h"

/// Of each entry of a whole journal, oldest first, whether it puts back what stood there before the last deed about the
/// same things that is still in force: what the Undo of the window writes, and what people do who take a tick away
/// again. The journal does not tell the two apart. Doing it once more is a deed like any other.
QList<bool> undoings(const QList<JournalEntry>& journal);
