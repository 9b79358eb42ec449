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

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    qreal gap() const;
    QRectF boxOf(qsizetype station) const;
    void paintArrow(QPainter& painter, qsizetype station) const;
    void paintStation(QPainter& painter, qsizetype station) const;

    const meeting::OrderPicture m_picture;
};
