#include "report/paper/pages.h"

#include <QPainter>

namespace {

constexpr qreal twipsPerMm = 1440 / 25.4;

void paintBox(QPainter& painter, const TickBox& box) {
    const qreal side = box.rect.width();
    painter.setPen(QPen(Qt::black, side / 10));
    painter.setBrush(Qt::white);
    painter.drawRect(box.rect);
    if (!box.ticked)
        return;
    QPolygonF tick;
    for (const QPointF point : {QPointF(0.18, 0.52), QPointF(0.42, 0.78), QPointF(0.84, 0.2)})
        tick << box.rect.topLeft() + point * side;
    painter.setPen(QPen(Qt::black, side / 5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(tick);
}

void paintShape(QPainter& painter, const InkShape& shape) {
    painter.setPen(shape.width > 0 ? QPen(shape.stroke, shape.width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin)
                                   : QPen(Qt::NoPen));
    painter.setBrush(shape.fill.alpha() == 0 ? QBrush(Qt::NoBrush) : QBrush(shape.fill));
    painter.drawPath(shape.path);
}

} // namespace

Pages::Pages(const QString& title, QSizeF size, const QList<Ink>& pages)
    : m_title(title)
    , m_size(size)
    , m_pages(pages) {
}

QSizeF Pages::sizeMm() const {
    return m_size / twipsPerMm;
}

void Pages::paint(QPainter& painter, int page) const {
    const QRectF window = painter.window();
    const qreal scale = qMin(window.width() / m_size.width(), window.height() / m_size.height());
    const Ink& ink = m_pages.at(page);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(window.topLeft());
    painter.scale(scale, scale);
    for (const InkShape& shape : ink.shapes)
        paintShape(painter, shape);
    for (const TickBox& box : ink.boxes)
        paintBox(painter, box);
    painter.setPen(Qt::black);
    for (const InkText& text : ink.texts)
        text.layout->lineAt(text.line).draw(&painter, text.at);
    painter.restore();
}
