#include "core/release.h"

#include <QRegularExpression>

TypedRelease parseTypedRelease(const QString& text) {
    static const QRegularExpression form(
        QStringLiteral("^\\s*[vV]?(\\d{1,4})\\.(\\d{1,4})(?:\\.(?:(\\d{1,4})|x))?\\s*$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return {};
    return {QVersionNumber(match.captured(1).toInt(), match.captured(2).toInt()),
            match.captured(3).isEmpty() ? -1 : match.captured(3).toInt()};
}

bool olderThan(const QString& a, const QString& b) {
    return QVersionNumber::compare(QVersionNumber::fromString(a), QVersionNumber::fromString(b)) < 0;
}

namespace {

/// A range with both ends as comparable triples; a line as upper end includes all its patches.
struct Range {
    QVersionNumber first;
    QVersionNumber last;
};

QVersionNumber end(const QString& text, int patchOfLine) {
    const TypedRelease typed = parseTypedRelease(text);
    if (typed.isNull())
        return {};
    return {typed.line.majorVersion(), typed.line.minorVersion(), typed.patch < 0 ? patchOfLine : typed.patch};
}

Range parseRange(const QString& text) {
    constexpr int anyPatch = 9999;
    const qsizetype dots = text.indexOf(QLatin1String(".."));
    if (dots < 0)
        return {end(text, 0), end(text, anyPatch)};
    return {end(text.left(dots), 0), end(text.mid(dots + 2), anyPatch)};
}

} // namespace

bool isReleaseRange(const QString& text) {
    const Range range = parseRange(text);
    return !range.first.isNull() && !range.last.isNull() && range.first <= range.last;
}

bool rangesOverlap(const QString& a, const QString& b) {
    if (a.isEmpty() || b.isEmpty())
        return true;
    const Range left = parseRange(a);
    const Range right = parseRange(b);
    return left.first <= right.last && right.first <= left.last;
}

bool rangeContains(const QString& range, const QString& version) {
    return rangesOverlap(range, version);
}
