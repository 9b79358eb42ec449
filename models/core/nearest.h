#pragma once

#include <QString>
#include <QStringList>

/// The candidates a mistyped word may have meant, best first, at most `most`: those within a third of its length in
/// edits (at least two), and those that contain it. Empty when nothing is near.
QStringList nearestWords(const QString& word, const QStringList& candidates, int most = 3);

/// "; did it mean a or b?" for the end of a message, empty when nothing is near.
QString didYouMean(const QString& word, const QStringList& candidates);
/// The same as the end of a sentence: a full stop when nothing is near.
QString didYouMeanOrStop(const QString& word, const QStringList& candidates);
