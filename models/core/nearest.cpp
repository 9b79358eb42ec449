#include "core/nearest.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(core)
};

/// Levenshtein's distance, row by row.
int editsBetween(const QString& a, const QString& b) {
    QList<int> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i) + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const int above = row[j + 1];
            row[j + 1] = std::min({above + 1, row[j] + 1, diagonal + (a[i] != b[j])});
            diagonal = above;
        }
    }
    return row.last();
}

} // namespace

QStringList nearestWords(const QString& word, const QStringList& candidates, int most) {
    const int limit = std::max(2, int(word.size() / 3));
    QList<std::pair<int, QString>> near;
    for (const QString& candidate : candidates) {
        const int edits = editsBetween(word, candidate);
        const bool contains = word.size() > 2 && candidate.contains(word);
        if (edits <= limit || contains)
            near << std::pair(contains ? std::min(edits, limit) : edits, candidate);
    }
    std::stable_sort(near.begin(), near.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    QStringList words;
    for (const auto& [edits, candidate] : near.mid(0, most))
        words << candidate;
    return words;
}

QString didYouMean(const QString& word, const QStringList& candidates) {
    const QStringList near = nearestWords(word, candidates);
    return near.isEmpty() ? QString() : Text::tr("; did it mean %1?").arg(near.join(Text::tr(" or ")));
}

QString didYouMeanOrStop(const QString& word, const QStringList& candidates) {
    const QString question = didYouMean(word, candidates);
    return question.isEmpty() ? QStringLiteral(".") : question;
}
