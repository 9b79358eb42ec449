#include "report/paper/pdf_chunk.h"

namespace {

/// Appends copies of `from` to `to`, each moved to its place first.
template <typename Kind, typename Move> void addMoved(QList<Kind>& to, const QList<Kind>& from, Move move) {
    for (const Kind& one : from) {
        to << one;
        move(to.last());
    }
}

} // namespace

void Ink::add(const Ink& other, QPointF offset) {
    addMoved(texts, other.texts, [&](InkText& text) { text.at += offset; });
    addMoved(shapes, other.shapes, [&](InkShape& shape) { shape.path.translate(offset); });
    addMoved(boxes, other.boxes, [&](TickBox& box) { box.rect.translate(offset); });
    addMoved(steps, other.steps, [&](StepArea& area) { area.rect.translate(offset); });
    addMoved(links, other.links, [&](PageLink& link) { link.rect.translate(offset); });
    addMoved(headings, other.headings, [&](Heading& heading) {
        heading.top += offset.y();
        heading.bottom += offset.y();
    });
}

Chunk& Chunk::add(Chunk part) {
    if (part.height > 0) {
        height += part.above + part.height;
        parts << std::move(part);
    }
    return *this;
}

Chunk& Chunk::spaced(qreal distance) {
    above = distance;
    return *this;
}

Chunk& Chunk::moved(qreal right) {
    Ink shifted;
    shifted.add(ink, QPointF(right, 0));
    ink = shifted;
    frame.translate(right, 0);
    for (Chunk& part : parts)
        part.moved(right);
    return *this;
}

Chunk& Chunk::marked(const Ink& more) {
    if (parts.isEmpty())
        ink.add(more, {});
    else
        parts.first().marked(more);
    return *this;
}

Chunk blank(qreal height) {
    Chunk chunk;
    chunk.height = height;
    return chunk;
}
