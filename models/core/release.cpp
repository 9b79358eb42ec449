#include "core/release.h"

#include <QVarLengthArray>

#include <algorithm>
#include <array>
#include <optional>

namespace {

/// One to four digits; -1 for all else.
int numberOf(QStringView digits) {
    if (digits.isEmpty() || digits.size() > 4)
        return -1;
    int number = 0;
    for (const QChar digit : digits) {
        if (digit < u'0' || digit > u'9')
            return -1;
        number = 10 * number + (digit.unicode() - u'0');
    }
    return number;
}

/// Line and patch as numbers that can be compared.
using Triple = std::array<int, 3>;

/// A range with both ends; a line as upper end includes all its patches.
struct Range {
    std::optional<Triple> first;
    std::optional<Triple> last;
};

std::optional<Triple> end(QStringView text, int patchOfLine) {
    const TypedRelease typed = parseTypedRelease(text);
    if (typed.isNull())
        return {};
    return Triple{typed.line.majorVersion(), typed.line.minorVersion(), typed.patch < 0 ? patchOfLine : typed.patch};
}

Range parseRange(QStringView text) {
    constexpr int anyPatch = 9999;
    const qsizetype dots = text.indexOf(QLatin1String(".."));
    if (dots < 0)
        return {end(text, 0), end(text, anyPatch)};
    return {end(text.first(dots), 0), end(text.sliced(dots + 2), anyPatch)};
}

QVarLengthArray<Range, 4> parseRanges(QStringView text) {
    QVarLengthArray<Range, 4> ranges;
    for (const QStringView range : text.tokenize(u','))
        ranges << parseRange(range);
    return ranges;
}

} // namespace

// A plan asks for tens of thousands of them: with a regular expression that was a quarter of its making.
TypedRelease parseTypedRelease(QStringView text) {
    QStringView typed = text.trimmed();
    if (typed.startsWith(u'v', Qt::CaseInsensitive))
        typed = typed.sliced(1);
    std::array<QStringView, 3> parts;
    std::size_t count = 0;
    for (const QStringView part : typed.tokenize(u'.')) {
        if (count == parts.size())
            return {};
        parts[count++] = part;
    }
    const bool isLine = count == 2 || parts[2] == u"x";
    const int patch = isLine ? -1 : numberOf(parts[2]);
    if (numberOf(parts[0]) < 0 || numberOf(parts[1]) < 0 || (!isLine && patch < 0))
        return {};
    return {QVersionNumber(numberOf(parts[0]), numberOf(parts[1])), patch};
}

bool olderThan(const QString& a, const QString& b) {
    return QVersionNumber::compare(QVersionNumber::fromString(a), QVersionNumber::fromString(b)) < 0;
}

bool callsSlavesAgents(const QString& version) {
    return QVersionNumber::fromString(version).majorVersion() >= 1;
}

bool isReleaseRange(const QString& text) {
    const auto ranges = parseRanges(text);
    return std::all_of(ranges.cbegin(), ranges.cend(),
                       [](const Range& range) { return range.first && range.last && *range.first <= *range.last; });
}

bool rangesOverlap(const QString& a, const QString& b) {
    if (a.isEmpty() || b.isEmpty())
        return true;
    const auto lefts = parseRanges(a);
    const auto rights = parseRanges(b);
    return std::any_of(lefts.cbegin(), lefts.cend(), [&](const Range& left) {
        return std::any_of(rights.cbegin(), rights.cend(),
                           [&](const Range& right) { return left.first <= right.last && right.first <= left.last; });
    });
}

bool rangeContains(const QString& range, const QString& version) {
    return rangesOverlap(range, version);
}
