#include "report/paper/pdf_chunk.h"

void Ink::add(const Ink& other, QPointF offset) {
    for (InkText text : other.texts) {
        text.at += offset;
        texts << text;
    }
    for (InkShape shape : other.shapes) {
        shape.path.translate(offset);
        shapes << shape;
    }
    for (TickBox box : other.boxes) {
        box.rect.translate(offset);
        boxes << box;
    }
    for (StepArea area : other.steps) {
        area.rect.translate(offset);
        steps << area;
    }
    for (Heading heading : other.headings) {
        heading.top += offset.y();
        heading.bottom += offset.y();
        headings << heading;
    }
    for (PageLink link : other.links) {
        link.rect.translate(offset);
        links << link;
    }
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
