#pragma once

#include <QList>
#include <QString>

// The catalogue's texts are CommonMark without HTML. This is their parsed form (by md4c), from which HTML, the paper
// pages and the window's details pane are made. Parsing never fails: what is no markup is text.

/// A stretch of text in one style.
struct Span {
    enum class Style { Plain, Code, Strong, Emphasis };
    QString text;
    Style style = Style::Plain;
    QString link; ///< https address, or empty
};

/// A paragraph, one item of a list, or a code block.
struct Block {
    enum class Kind { Paragraph, ListItem, Code };
    Kind kind = Kind::Paragraph;
    int depth = 0;     ///< list nesting, 1 is the outermost list; 0 outside lists
    QString marker;    ///< "•" or "3."; empty for a paragraph that continues a list item
    QList<Span> spans; ///< Code: one plain span with line breaks in it
};

QList<Block> parseCommonMark(const QString& text);

/// For texts of one line: the spans of their only paragraph.
QList<Span> parseInline(const QString& text);

/// The text without any markup, for places that show no styles.
QString plainText(const QString& inlineText);

/// HTML of a details text; every character of the input that means something in HTML is escaped.
QString commonMarkToHtml(const QString& text);
QString inlineToHtml(const QString& text);
QString spansToHtml(const QList<Span>& spans);
