#include "ui/order_picture.h"

#include "ui/theme.h"

#include <QPainter>
#include <QtMath>

namespace {
constexpr int lettersOfBox = 22; // with the arrow beside it
}

OrderPicture::OrderPicture(const meeting::OrderPicture& picture, QWidget* parent)
    : QWidget(parent)
    , m_picture(picture) {
    setObjectName(QStringLiteral("orderPicture"));
    setAccessibleName(tr("The order of the components"));
    setAccessibleDescription(meeting::sentenceOf(picture));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred); // a fixed height would be that of one width
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize OrderPicture::sizeHint() const {
    const int width = fontMetrics().averageCharWidth() * lettersOfBox * 4;
    return {width, heightForWidth(width)};
}

QSize OrderPicture::minimumSizeHint() const {
    return {1, 1};
}

int OrderPicture::heightForWidth(int width) const {
    const QList<QRectF> boxes = boxesIn(width);
    return boxes.isEmpty() ? 0 : qCeil(boxes.constLast().bottom() + margin());
}

QString OrderPicture::titleOf(qsizetype station) const {
    const QString& title = m_picture.stations[station].title;
    return m_picture.order == ComponentOrder::Free
               ? title
               : tr("%1  %2").arg(QString::number(m_picture.first + station), title);
}

QFont OrderPicture::titleFont() const {
    QFont bold = font();
    bold.setBold(true);
    return bold;
}

/// Beside each box, for an arrow.
qreal OrderPicture::gap() const {
    return 1.6 * fontMetrics().height();
}

/// Around the texts in a box.
qreal OrderPicture::margin() const {
    return 0.35 * fontMetrics().height();
}

/// A box in which no word is broken, and its arrow.
qreal OrderPicture::narrowestColumn() const {
    const QFontMetricsF titles(titleFont());
    qreal widest = 0;
    for (const meeting::Station& station : m_picture.stations) {
        widest = qMax(widest, QFontMetricsF(font()).horizontalAdvance(station.beneath));
        const QStringList words = station.title.split(u' ');
        for (const QString& word : words)
            widest = qMax(widest, titles.horizontalAdvance(word));
    }
    return qMax<qreal>(lettersOfBox * fontMetrics().averageCharWidth(), widest + 2 * margin() + gap());
}

QList<QRectF> OrderPicture::boxesIn(qreal width) const {
    const QFontMetricsF titles(titleFont());
    const qsizetype inARow = qMax(1, qFloor(width / narrowestColumn()));
    const qreal column = width / static_cast<qreal>(inARow);
    const QRectF inside(0, 0, column - gap() - 2 * margin(), 1);
    QList<QRectF> boxes;
    qreal top = 1;
    for (qsizetype first = 0; first < m_picture.stations.size(); first += inARow) {
        const qsizetype end = qMin(first + inARow, m_picture.stations.size());
        qreal high = 0;
        for (qsizetype station = first; station < end; ++station)
            high = qMax(high, titles.boundingRect(inside, Qt::TextWordWrap, titleOf(station)).height());
        high += fontMetrics().lineSpacing() + 2 * margin();
        for (qsizetype station = first; station < end; ++station)
            boxes << QRectF(static_cast<qreal>(station - first) * column + 1, top, column - gap(), high);
        top += high + 1.5 * margin();
    }
    return boxes;
}

void OrderPicture::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QList<QRectF> boxes = boxesIn(width());
    for (qsizetype station = 0; station < boxes.size(); ++station) {
        paintStation(painter, station, boxes[station]);
        if (station + 1 < boxes.size() && m_picture.order != ComponentOrder::Free)
            paintArrow(painter, boxes[station]);
    }
}

void OrderPicture::paintStation(QPainter& painter, qsizetype station, const QRectF& box) const {
    const bool restarts = m_picture.stations[station].restarts;
    const Colours colours = coloursOf(palette());
    QColor ground = colours.accent;
    ground.setAlphaF(restarts ? 0.22F : 0.0F);
    painter.setPen(QPen(restarts ? colours.accent : colours.line, restarts ? 3 : 2));
    painter.setBrush(ground);
    painter.drawRoundedRect(box, 6, 6);

    const QRectF inside = box.adjusted(margin(), margin(), -margin(), -margin());
    const qreal line = fontMetrics().lineSpacing();
    painter.setFont(restarts ? titleFont() : font());
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(inside.adjusted(0, 0, 0, -line), Qt::AlignCenter | Qt::TextWordWrap, titleOf(station));
    painter.setFont(font());
    painter.setPen(colours.quiet);
    painter.drawText(QRectF(inside.left(), inside.bottom() - line, inside.width(), line), Qt::AlignCenter,
                     m_picture.stations[station].beneath);
}

/// To the box at the right; at the end of a row the next one begins at the left again, and the numbers go on.
void OrderPicture::paintArrow(QPainter& painter, const QRectF& box) const {
    const qreal head = 0.3 * fontMetrics().height();
    const QPointF tip(box.right() + gap() - head, box.center().y());
    const QColor colour = palette().color(QPalette::WindowText);
    painter.setPen(QPen(colour, 2.5, m_picture.order == ComponentOrder::Ours ? Qt::DotLine : Qt::SolidLine));
    painter.drawLine(QPointF(box.right() + head, tip.y()), tip - QPointF(head, 0));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF{tip, tip - QPointF(1.4 * head, head), tip - QPointF(1.4 * head, -head)});
}
