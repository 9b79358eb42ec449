#include "report/paper/pages.h"

#include <QPainter>

namespace {

constexpr qreal twipsPerMm = 1440 / 25.4;

using Stroke = QList<QPointF>;

/// The strokes of a pen that stand for a state, in a box of side 1. Its word stands beside the box.
QList<Stroke> signOf(StepState state) {
    switch (state) {
    case StepState::Open:
        return {};
    case StepState::InProgress:
        return {Stroke{{0.5, 0.5}, {0.5, 0.5001}}}; // a dot; a stroke without any length is not drawn
    case StepState::Done:
        return {Stroke{{0.18, 0.52}, {0.42, 0.78}, {0.84, 0.2}}};
    case StepState::Skipped:
        return {Stroke{{0.22, 0.78}, {0.78, 0.22}}};
    case StepState::NotApplicable:
        return {Stroke{{0.22, 0.5}, {0.78, 0.5}}};
    case StepState::Failed:
        return {Stroke{{0.22, 0.22}, {0.78, 0.78}}, Stroke{{0.22, 0.78}, {0.78, 0.22}}};
    case StepState::Deferred:
        return {Stroke{{0.2, 0.5}, {0.8, 0.5}}, Stroke{{0.55, 0.25}, {0.8, 0.5}, {0.55, 0.75}}};
    }
    Q_UNREACHABLE();
}

void paintBox(QPainter& painter, const TickBox& box) {
    const qreal side = box.rect.width();
    painter.setPen(QPen(Qt::black, side / 10));
    painter.setBrush(Qt::white);
    painter.drawRect(box.rect);
    painter.save();
    painter.translate(box.rect.topLeft());
    painter.scale(side, side);
    const qreal thickness = box.state == StepState::Done ? 0.2 : box.state == StepState::InProgress ? 0.4 : 0.14;
    painter.setPen(QPen(Qt::black, thickness, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const Stroke& stroke : signOf(box.state))
        painter.drawPolyline(stroke.constData(), int(stroke.size()));
    painter.restore();
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

QTransform Pages::onSheet(int page) const {
    QTransform turned;
    if (m_pages.at(page).sideways)
        turned.translate(0, m_size.height()).rotate(-90);
    return turned;
}

void Pages::paint(QPainter& painter, int page) const {
    const QRectF window = painter.window();
    const qreal scale = qMin(window.width() / m_size.width(), window.height() / m_size.height());
    const Ink& ink = m_pages.at(page);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(window.topLeft());
    painter.scale(scale, scale);
    painter.setTransform(onSheet(page), true);
    for (const InkShape& shape : ink.shapes)
        paintShape(painter, shape);
    for (const TickBox& box : ink.boxes)
        paintBox(painter, box);
    painter.setPen(Qt::black);
    for (const InkText& text : ink.texts)
        text.layout->lineAt(text.line).draw(&painter, text.at);
    painter.restore();
}
