#include "report/markdown_text.h"

#include "report/facts.h"

#include <QRegularExpression>

namespace {

/// A line that begins with spaces would be read as code or as text to be moved left; no-break spaces stand as they are.
QString withIndentation(QString line) {
    line.replace(u'\t', QStringLiteral("    "));
    for (qsizetype i = 0; i < line.size() && line[i] == u' '; ++i)
        line[i] = QChar::Nbsp;
    return line.replace(QStringLiteral("  "), QStringLiteral("\u00a0 "));
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
    return QString(text).replace(u'\n', u' ').trimmed();
}

QString personsText(const QString& plain) {
    // The first characters of a line are escaped where they would begin a list or underline a heading.
    static const QRegularExpression beginning(QStringLiteral(R"(^(\d{1,9}(?=[.)])|(?=[-+=])))"));
    QStringList lines;
    for (const QString& line : QString(plain).remove(u'\r').trimmed().split(u'\n')) {
        const QString text = line.trimmed().isEmpty() ? QString() : escapedCommonMark(withIndentation(line));
        lines << QString(text).replace(beginning, QStringLiteral(R"(\1\)"));
    }
    return lines.join(QStringLiteral("\\\n"));
}

QString fenced(const QString& language, const QString& code) {
    QString fence = QStringLiteral("```");
    while (code.contains(fence))
        fence += u'`';
    return fence + language + u'\n' + code + (code.endsWith(u'\n') ? QString() : QStringLiteral("\n")) + fence;
}

} // namespace markdown
