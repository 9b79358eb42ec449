#include "report/paper/pdf_flow.h"

#include "report/paper/pdf_text.h"

#include <algorithm>

namespace {

/// Goes beneath all that stands in it.
InkShape frameOf(const Chunk& chunk, const QRectF& rect) {
    InkShape shape{.stroke = ink::black, .width = 1.4_pt};
    if (chunk.framing == Framing::Thin)
        shape = {.stroke = ink::grey, .width = 0.6_pt};
    if (chunk.framing == Framing::Band)
        shape.fill = ink::wash;
    shape.path.addRect(rect);
    return shape;
}

} // namespace

Flow::Flow(const QRectF& body)
    : m_body(body) {
}

void Flow::startChapter(const QString& chapter) {
    m_chapter = chapter;
    turnPage();
}

void Flow::place(const QList<Chunk>& chunks) {
    for (qsizetype i = 0; i < chunks.size(); ++i) {
        if (!m_onlyHeadings && m_y + chunks.at(i).above + leadOf(chunks, i) > m_body.bottom())
            turnPage();
        if (!atTop())
            m_y += chunks.at(i).above;
        if (!atTop() && chunks.at(i).ruled)
            m_sheets.last().ink.add(ruleOf(m_body.left(), m_y, m_body.width()), {});
        placeOne(chunks.at(i));
    }
}

/// How much room a chunk must find to begin on a page: all of it when any page can hold it and it is not loose, else
/// its first part; and what must not be parted from it.
qreal Flow::leadOf(const QList<Chunk>& chunks, qsizetype index) const {
    const Chunk& chunk = chunks.at(index);
    qreal lead = chunk.height;
    if ((chunk.loose || lead > m_body.height()) && !chunk.parts.isEmpty())
        lead = leadOf(chunk.parts, 0);
    if (chunk.tie != Tie::None && index + 1 < chunks.size())
        lead += chunks.at(index + 1).above + leadOf(chunks, index + 1);
    return lead;
}

void Flow::placeOne(const Chunk& chunk) {
    if (chunk.parts.isEmpty()) {
        m_sheets.last().ink.add(chunk.ink, QPointF(m_body.left(), m_y));
        m_y += chunk.height;
        const auto isHeading = [](const Open& open) { return open.chunk.tie == Tie::Heading; };
        m_onlyHeadings =
            m_onlyHeadings && (chunk.tie == Tie::Heading || std::any_of(m_open.cbegin(), m_open.cend(), isHeading));
        return;
    }
    m_open << Open{chunk, m_y};
    place(chunk.parts);
    closeArea(m_open.takeLast());
}

void Flow::turnPage() {
    for (const Open& open : std::as_const(m_open))
        closeArea(open);
    m_sheets << Sheet{m_chapter, {}};
    m_y = m_body.top();
    m_onlyHeadings = true;
    qsizetype i = 0;
    while (i < m_open.size()) { // by index: placing opens and closes further ones behind it
        m_open[i].since = m_y;
        const QList<Chunk> again = m_open.at(i).chunk.again;
        for (const Chunk& chunk : again)
            placeOne(chunk);
        ++i;
    }
}

void Flow::closeArea(const Open& open) {
    if (m_y <= open.since)
        return;
    Ink& ink = m_sheets.last().ink;
    if (!open.chunk.step.isEmpty())
        ink.steps << StepArea{open.chunk.step, QRectF(m_body.left(), open.since, m_body.width(), m_y - open.since)};
    if (open.chunk.frame.width() > 0)
        ink.shapes.prepend(frameOf(open.chunk, {m_body.left() + open.chunk.frame.left(), open.since,
                                                open.chunk.frame.width(), m_y - open.since}));
}
