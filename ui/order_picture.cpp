#include "ui/order_picture.h"

#include "ui/theme.h"

#include <QPainter>

namespace {
constexpr qreal boxLines = 3.1;
constexpr qreal rowLines = 3.7;
} // namespace

OrderPicture::OrderPicture(const meeting::OrderPicture& picture, QWidget* parent)
    : QWidget(parent)
    , m_picture(picture) {
    setObjectName(QStringLiteral("orderPicture"));
    setAccessibleName(tr("The order of the components"));
    setAccessibleDescription(meeting::sentenceOf(picture));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize OrderPicture::sizeHint() const {
    const qsizetype rows = (m_picture.stations.size() + m_picture.inARow - 1) / m_picture.inARow;
    return {fontMetrics().averageCharWidth() * 12 * m_picture.inARow,
            static_cast<int>(static_cast<qreal>(rows) * rowLines * fontMetrics().lineSpacing())};
}

QSize OrderPicture::minimumSizeHint() const {
    return {1, sizeHint().height()};
}

/// Beside each box, for an arrow.
qreal OrderPicture::gap() const {
    return 1.6 * fontMetrics().height();
}

QRectF OrderPicture::boxOf(qsizetype station) const {
    const qreal column = width() / static_cast<qreal>(m_picture.inARow);
    const auto line = static_cast<qreal>(fontMetrics().lineSpacing());
    const qsizetype rowsAbove = station / m_picture.inARow;
    const auto row = static_cast<qreal>(rowsAbove);
    const auto inRow = static_cast<qreal>(station % m_picture.inARow);
    return {inRow * column + 1, row * rowLines * line + 1, column - gap(), boxLines * line};
}

void OrderPicture::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (qsizetype station = 0; station < m_picture.stations.size(); ++station) {
        paintStation(painter, station);
        if (station + 1 < m_picture.stations.size() && m_picture.order != ComponentOrder::Free)
            paintArrow(painter, station);
    }
}

void OrderPicture::paintStation(QPainter& painter, qsizetype station) const {
    const auto& [title, beneath, restarts] = m_picture.stations[station];
    const Colours colours = coloursOf(palette());
    const QRectF box = boxOf(station);
    QColor ground = colours.accent;
    ground.setAlphaF(restarts ? 0.22F : 0.0F);
    painter.setPen(QPen(restarts ? colours.accent : colours.line, restarts ? 3 : 2));
    painter.setBrush(ground);
    painter.drawRoundedRect(box, 6, 6);

    const bool isFree = m_picture.order == ComponentOrder::Free;
    const qreal margin = 0.3 * fontMetrics().height();
    const QRectF inside = box.adjusted(margin, 0, -margin, 0);
    const QRectF upper(inside.topLeft(), QSizeF(inside.width(), inside.height() * 0.68));
    const QRectF lower(upper.bottomLeft(), inside.bottomRight());
    QFont bold = font();
    bold.setBold(restarts);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(upper, Qt::AlignCenter | Qt::TextWordWrap,
                     isFree ? title : tr("%1  %2").arg(QString::number(m_picture.first + station), title));
    painter.setFont(font());
    painter.setPen(colours.quiet);
    painter.drawText(lower, Qt::AlignHCenter | Qt::AlignTop,
                     fontMetrics().elidedText(beneath, Qt::ElideRight, int(lower.width())));
}

/// To the box at the right; at the end of a row the next one begins at the left again, and the numbers go on.
void OrderPicture::paintArrow(QPainter& painter, qsizetype station) const {
    const QRectF box = boxOf(station);
    const qreal head = 0.3 * fontMetrics().height();
    const QPointF tip(box.right() + gap() - head, box.center().y());
    const QColor colour = palette().color(QPalette::WindowText);
    painter.setPen(QPen(colour, 2.5, m_picture.order == ComponentOrder::Ours ? Qt::DotLine : Qt::SolidLine));
    painter.drawLine(QPointF(box.right() + head, tip.y()), tip - QPointF(head, 0));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF{tip, tip - QPointF(1.4 * head, head), tip - QPointF(1.4 * head, -head)});
}
