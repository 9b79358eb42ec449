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

/// Major, minor and patch, -1 for the patch of a line; nothing for what is no release. A plan asks for tens of
/// thousands of them: with a regular expression that was a quarter of its making.
std::optional<Triple> numbersOf(QStringView text) {
    const QStringView typed = text.trimmed();
    const bool hasMark = typed.startsWith(u'v', Qt::CaseInsensitive);
    std::array<QStringView, 3> parts;
    std::size_t part = 0;
    qsizetype begin = hasMark ? 1 : 0;
    for (qsizetype i = begin; i <= typed.size(); ++i) {
        if (i < typed.size() && typed[i] != u'.')
            continue;
        if (part == parts.size())
            return {};
        parts[part++] = typed.sliced(begin, i - begin);
        begin = i + 1;
    }
    const bool isLine = part == 2 || parts[2] == u"x";
    const Triple numbers{numberOf(parts[0]), numberOf(parts[1]), isLine ? -1 : numberOf(parts[2])};
    const bool isRelease = numbers[0] >= 0 && numbers[1] >= 0 && (isLine || numbers[2] >= 0);
    return isRelease ? std::optional(numbers) : std::nullopt;
}

std::optional<Triple> end(QStringView text, int patchOfLine) {
    std::optional<Triple> numbers = numbersOf(text);
    if (numbers && numbers->at(2) < 0)
        numbers->at(2) = patchOfLine;
    return numbers;
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

TypedRelease parseTypedRelease(QStringView text) {
    const std::optional<Triple> numbers = numbersOf(text);
    if (!numbers)
        return {};
    return {QVersionNumber(numbers->at(0), numbers->at(1)), numbers->at(2)};
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
