#include "report/markdown_text.h"

#include "report/facts.h"

#include <algorithm>

namespace {

/// A line that begins with spaces would be read as code or as text to be moved left; no-break spaces stand as they are.
QString withIndentation(QString line) {
    line.replace(u'\t', QStringLiteral("    "));
    for (qsizetype i = 0; i < line.size() && line[i] == u' '; ++i)
        line[i] = QChar::Nbsp;
    return line.replace(QStringLiteral("  "), QStringLiteral("\u00a0 "));
}

/// The first characters of a line are escaped where they would begin a list or underline a heading.
QString withPlainBeginning(QString line) {
    const auto isDigit = [](QChar character) { return character >= u'0' && character <= u'9'; };
    const qsizetype digits = std::find_if_not(line.cbegin(), line.cend(), isDigit) - line.cbegin();
    const QChar next = line.size() > digits ? line[digits] : QChar();
    const bool isNumbered = digits > 0 && digits <= 9 && (next == u'.' || next == u')');
    const bool isMarked = digits == 0 && (next == u'-' || next == u'+' || next == u'=');
    return isNumbered || isMarked ? line.insert(digits, u'\\') : line;
}

QString plainLine(const QString& line) {
    return line.trimmed().isEmpty() ? QString() : withPlainBeginning(escapedCommonMark(withIndentation(line)));
}

} // namespace

namespace markdown {

QString codeSpan(const QString& text) {
    return u'`' + text + u'`';
}

QString codeSpans(const QStringList& texts) {
    return codeSpan(texts.join(QStringLiteral("`, `")));
}

QString strong(const QString& text) {
    return QStringLiteral("**") + text + QStringLiteral("**");
}

QString oneLine(const QString& text) {
    return text.contains(u'\n') ? QString(text).replace(u'\n', u' ').trimmed() : text.trimmed();
}

QString personsText(const QString& plain) {
    const QString text = QString(plain).remove(u'\r').trimmed();
    if (!text.contains(u'\n'))
        return plainLine(text);
    QStringList lines;
    for (const QString& line : text.split(u'\n'))
        lines << plainLine(line);
    return lines.join(QStringLiteral("\\\n"));
}

QString fenced(const QString& language, const QString& code) {
    QString fence = QStringLiteral("```");
    while (code.contains(fence))
        fence += u'`';
    return fence + language + u'\n' + code + (code.endsWith(u'\n') ? QString() : QStringLiteral("\n")) + fence;
}

} // namespace markdown
