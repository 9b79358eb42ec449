#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

/// What one run took.
struct Sample {
    double milliseconds = 0;
    double peakKilobytes = 0; ///< only of windows that report it
};

/// From before the program is started to its end, its standard output thrown away. Ends this program when the other one
/// fails.
Sample runToEnd(const QStringList& command);

/// From before the program is started to the first line it writes, which is its peak memory in kB (first_paint.h).
Sample runToFirstLine(const QStringList& command);

Sample time(const std::function<void()>& work);

/// Two things that are compared.
struct Pair {
    QString name;
    std::function<Sample()> ours;
    std::function<Sample()> yardstick;
    int rounds = 1;
    double atMost = 0;       ///< of the ratio of times
    double memoryAtMost = 0; ///< of the ratio of peaks; 0: not compared
};

/// Runs both by turns, so that what else the machine does hits both, and prints a row of medians and their ratio, with
/// a mark where it is over the limit. False there.
bool compare(const Pair& pair);
void printHead();
