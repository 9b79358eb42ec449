#pragma once

#include "report/paper/pages.h"

/// Lengths on paper: 12_pt is twelve points, in twips.
constexpr qreal operator""_pt(unsigned long long points) {
    return 20.0 * static_cast<qreal>(points);
}
constexpr qreal operator""_pt(long double points) {
    return 20.0 * static_cast<qreal>(points);
}

/// What a chunk wants of the one after it: nothing; the same page if one page can hold both; the same page even if the
/// other has to be broken for it, as headings do.
enum class Tie { None, Near, Heading };

/// Grey and thin around code; black around what must not be overlooked; a grey band that stops the eye.
enum class Framing { Thin, Heavy, Band };

/// A piece of a page that stays together as long as a page can hold it: a line of text (with ink), or a column of
/// smaller chunks (with parts), which is broken between two of them only where the whole is taller than a page.
struct Chunk {
    Ink ink;
    QList<Chunk> parts;
    qreal height = 0;
    qreal above = 0; ///< distance to what is above; dropped at the top of a page
    Tie tie = Tie::None;
    bool loose = false; ///< may be broken between its parts although a page could hold it
    bool ruled = false; ///< a hairline sets it off from what is above; none at the top of a page
    QRectF frame;       ///< drawn around the parts, on each page they take; only left and width count
    Framing framing = Framing::Thin;
    QString step;       ///< the step that the parts make up
    QList<Chunk> again; ///< set on top of every further page that the parts take

    Chunk& add(Chunk part);
    Chunk& spaced(qreal distance);
    Chunk& moved(qreal right);
    /// Puts more ink into the first line.
    Chunk& marked(const Ink& more);
};

/// Nothing but white.
Chunk blank(qreal height);
