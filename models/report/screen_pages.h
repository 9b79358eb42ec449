#pragma once

#include "report/meeting_screens.h"

namespace meeting {

/// How many lines of the usual size a block takes.
double heightOf(const Block& block, const Room& room);

/// The screen with these blocks, and as many behind it as they need, each about as full as the others: so its texts can
/// be as large. A heading stays with what follows it. `reserved` lines remain free beneath the blocks.
QList<Screen> paged(const Screen& head, const QList<Block>& blocks, const Room& room, double reserved = 0);

/// How many stations of an order stand side by side.
int stationsInARow(const Room& room);

/// The first sentences of a text, as many as so many lines hold, and at least one.
QString sentencesOf(const QString& text, int lines, const Room& room);

/// At most so many lines of text; what is longer ends in "…".
QString shortened(const QString& text, int lines, const Room& room);

} // namespace meeting
