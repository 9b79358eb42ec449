#pragma once

#include "report/paper/pdf_chunk.h"
#include "report/rich_text.h"

// Text on paper: looks, paragraphs, code, rows of a form. The families are named, so that a page breaks at the same
// place on every machine that has the DejaVu fonts.

namespace ink {
inline const QColor black(0x1a, 0x1a, 0x1a);
inline const QColor grey(0x55, 0x55, 0x55);
inline const QColor rule(0xa8, 0xa8, 0xa8);
inline const QColor wash(0xee, 0xee, 0xee);
inline const QColor link(0x1f, 0x45, 0x70);
} // namespace ink

struct Look {
    qreal size = 8_pt;
    QColor colour = ink::black;
    bool bold = false;
    bool italic = false;
    bool mono = false;
};

/// A stretch of text in one look.
struct Run {
    QString text;
    Look look;
    QString link;
    bool whole = false; ///< begins a new line rather than being broken, as long as a line can hold it
};
using Runs = QList<Run>;

/// The catalogue's CommonMark inline in a look; code becomes monospaced and short code stays whole.
Runs inlineRuns(const QString& text, const Look& look = {});

/// A column of lines, each `leading` high. Ids in it are not broken.
Chunk paragraph(const Runs& given, qreal width, qreal leading = 12_pt);

/// Of its longest line.
qreal widthOf(const Chunk& paragraph);

/// CommonMark with paragraphs, lists and code.
Chunk richText(const QString& text, qreal width);

/// Code in a frame, beneath its caption. A line that is too long goes on in the next one, after an arrow that is drawn
/// and not written: what is copied out of the document is the code.
Chunk codeFrame(const QString& code, const QString& caption, qreal width);

/// A label in the margin, the value beside it.
Chunk labelled(const QString& label, Chunk value);
constexpr qreal labelWidth = 76_pt;

/// Words side by side, in small boxes or plain; solid ones are white on black.
struct Badge {
    enum class Style { Plain, Outlined, Solid };
    QString text;
    Style style = Style::Plain;
};
Chunk badges(const QString& id, const QList<Badge>& badges, qreal width);

Ink ruleOf(qreal x, qreal y, qreal width, const QColor& colour = ink::rule, qreal thickness = 0.6_pt);
Ink outline(const QRectF& rect, const QColor& colour = ink::black, qreal thickness = 0.9_pt);

/// Lines to write on, each with what belongs there.
struct Blank {
    QString label;
    int share = 1; ///< of the width
};
Chunk writeLines(const QList<Blank>& blanks, qreal width);
