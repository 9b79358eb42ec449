#pragma once

#include <QByteArray>

/// What stands at the end of a write-ahead log. SQLite takes the first thing in it that is not whole for its end, as it
/// has to after a power cut, and says nothing; people who ticked something last want to know.
enum class LogTail {
    Whole,
    CutOff,  ///< after the last whole transaction stands a part of one more: interrupted while it was written, or
             ///< damaged
    Damaged, ///< more than one transaction is lost, which no interruption does
};

/// `log` as it is before anybody writes on. A log cut off exactly between two transactions is whole: nothing in it
/// tells.
LogTail tailOf(const QByteArray& log);
