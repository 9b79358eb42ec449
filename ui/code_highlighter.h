#pragma once

#include <QRegularExpression>
#include <QSyntaxHighlighter>

/// Gives a piece of code quiet colours: what is a comment, a text in quotes, a flag or a name, a word of the language,
/// and what still has to be filled in. Colours never stand alone: words are bold, comments slanted, gaps underlined.
/// Owned by the document it colours.
class CodeHighlighter final : public QSyntaxHighlighter {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeHighlighter)

public:
    /// The languages of Snippet::language; of others, only what has to be filled in is marked.
    CodeHighlighter(const QString& language, const QPalette& palette, QTextDocument* document);

    void setPalette(const QPalette& palette);

protected:
    void highlightBlock(const QString& text) override;

private:
    enum BlockState { Plain = -1, InQuotes = 1 };

    QRegularExpression m_tokens; ///< one alternative a kind of token, named as in highlightBlock()
    QTextCharFormat m_comment;
    QTextCharFormat m_quoted;
    QTextCharFormat m_name;
    QTextCharFormat m_word;
    QTextCharFormat m_gap;
};
