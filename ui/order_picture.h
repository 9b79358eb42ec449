#pragma once

#include "report/meeting_screens.h"

#include <QWidget>

/// In which order the components of an upgrade follow each other: numbered boxes with arrows between them, those with a
/// restart filled. Arrows of an order that no source gives are dashed, and where it is free there are none. Says the
/// same in words to those who cannot see it. Owned by its screen.
class OrderPicture final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OrderPicture)

public:
    explicit OrderPicture(const meeting::OrderPicture& picture, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// As many rows of boxes as it takes, each as high as the titles in it.
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString titleOf(qsizetype station) const;
    QFont titleFont() const;
    qreal gap() const;
    qreal margin() const;
    qreal narrowestColumn() const;
    QList<QRectF> boxesIn(qreal width) const;
    void paintArrow(QPainter& painter, const QRectF& box) const;
    void paintStation(QPainter& painter, qsizetype station, const QRectF& box) const;

    const meeting::OrderPicture m_picture;
};
