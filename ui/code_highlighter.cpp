#include "ui/code_highlighter.h"

#include "ui/theme.h"

namespace {
/// The alternatives of one language, the first that fits wins. A text in single quotes may go over several lines.
QString tokensOf(const QString& language) {
    QString gap = QStringLiteral(R"re((?<gap>\{\{[^}]*\}\}))re");
    if (language == u"sh")
        return gap + QStringLiteral(R"re(|(?<comment>(?<![^\s])#.*)|(?<quoted>'[^']*(?:'|$)|"(?:[^"\\]|\\.)*"))re"
                                    R"re(|(?<name>(?<![^\s])--?[A-Za-z][\w-]*|\$\{?\w+\}?))re"
                                    R"re(|(?<word>\b(?:for|in|do|done|if|then|else|fi|while|until)\b))re");
    if (language == u"json")
        return gap + QStringLiteral(R"re(|(?<name>"(?:[^"\\]|\\.)*"(?=\s*:))|(?<quoted>"(?:[^"\\]|\\.)*"))re"
                                    R"re(|(?<word>\b(?:true|false|null)\b))re");
    if (language == u"protobuf")
        return gap + QStringLiteral(R"re(|(?<comment>//.*)|(?<quoted>"(?:[^"\\]|\\.)*"))re"
                                    R"re(|(?<word>\b(?:message|enum|required|optional|repeated|default)\b))re"
                                    R"re(|(?<name>\b(?:string|bytes|bool|double|float|u?int(?:32|64))\b))re");
    if (language == u"python")
        return gap + QStringLiteral(R"re(|(?<comment>#.*)|(?<quoted>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"))re"
                                    R"re(|(?<word>\b(?:from|import|as|def|class|return|if|else|for|in|not|None)\b))re");
    return gap;
}
} // namespace

CodeHighlighter::CodeHighlighter(const QString& language, const QPalette& palette, QTextDocument* document)
    : QSyntaxHighlighter(document)
    , m_tokens(tokensOf(language)) {
    setPalette(palette);
}

void CodeHighlighter::setPalette(const QPalette& palette) {
    const Colours colours = coloursOf(palette);
    m_comment.setForeground(colours.quiet);
    m_comment.setFontItalic(true);
    m_quoted.setForeground(colours.good);
    m_name.setForeground(colours.accent);
    m_word.setFontWeight(QFont::Bold);
    m_gap.setForeground(colours.caution);
    m_gap.setFontUnderline(true);
    rehighlight();
}

void CodeHighlighter::highlightBlock(const QString& text) {
    qsizetype from = 0;
    setCurrentBlockState(Plain);
    if (previousBlockState() == InQuotes) {
        const qsizetype end = text.indexOf(u'\'');
        from = end < 0 ? text.size() : end + 1;
        setFormat(0, static_cast<int>(from), m_quoted);
        setCurrentBlockState(end < 0 ? InQuotes : Plain);
    }
    const std::pair<QString, const QTextCharFormat*> kinds[] = {{QStringLiteral("gap"), &m_gap},
                                                                {QStringLiteral("comment"), &m_comment},
                                                                {QStringLiteral("quoted"), &m_quoted},
                                                                {QStringLiteral("name"), &m_name},
                                                                {QStringLiteral("word"), &m_word}};
    for (auto tokens = m_tokens.globalMatch(text, from); tokens.hasNext();) {
        const QRegularExpressionMatch token = tokens.next();
        for (const auto& [kind, format] : kinds)
            if (token.capturedLength(kind) > 0)
                setFormat(static_cast<int>(token.capturedStart()), static_cast<int>(token.capturedLength()), *format);
        const QString quoted = token.captured(QStringLiteral("quoted"));
        if (quoted.startsWith(u'\'') && (quoted.size() == 1 || !quoted.endsWith(u'\'')))
            setCurrentBlockState(InQuotes);
    }
}
