#include "core/release.h"

#include <QVarLengthArray>

#include <algorithm>
#include <array>
#include <optional>

namespace {

/// Line and patch as numbers that can be compared.
using Triple = std::array<int, 3>;

/// A range with both ends; a line as upper end includes all its patches.
struct Range {
    std::optional<Triple> first;
    std::optional<Triple> last;
};

/// Major, minor and patch, -1 for the patch of a line; nothing for what is no release. Each has one to four digits. A
/// plan asks for tens of thousands of them: with a regular expression that was a quarter of its making.
std::optional<Triple> numbersOf(QStringView text) {
    constexpr int tooLarge = 10'000;
    QStringView typed = text.trimmed();
    if (typed.startsWith(u'v') || typed.startsWith(u'V'))
        typed = typed.sliced(1);
    Triple numbers{-1, -1, -1};
    std::size_t part = 0;
    for (qsizetype i = 0; i < typed.size(); ++i) {
        const char16_t character = typed[i].unicode();
        int& number = numbers[part];
        if (character >= u'0' && character <= u'9')
            number = 10 * std::max(number, 0) + (character - u'0');
        else if (character == u'.' && number >= 0 && ++part < numbers.size())
            continue;
        else if (character != u'x' || part != 2 || number >= 0 || i + 1 < typed.size())
            return {};
        if (number >= tooLarge)
            return {};
    }
    const bool isLine = part == 1 || typed.endsWith(u'x');
    return numbers[1] >= 0 && (isLine || numbers[2] >= 0) ? std::optional(numbers) : std::nullopt;
}

std::optional<Triple> end(QStringView text, int patchOfLine) {
    std::optional<Triple> numbers = numbersOf(text);
    if (numbers && numbers->at(2) < 0)
        numbers->at(2) = patchOfLine;
    return numbers;
}

Range parseRange(QStringView text) {
    constexpr int anyPatch = 9999;
    const qsizetype dots = text.indexOf(u"..");
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
