#pragma once

#include "core/plan.h"
#include "core/progress.h"
#include "core/record.h"

#include <QWidget>

/// One upgrade of the strip, and how far it is.
struct Stretch {
    QString from;
    QString to;
    Progress progress;
    qsizetype versions = 1; ///< how many are upgraded over in one go
};
QList<Stretch> stretchesOf(const Plan& plan, const Record& record = {});

/// The one picture of the program: versions as stations, the upgrades between them as tracks that fill as they are
/// done, and paler where steps were set aside. Says the same in words to those who cannot see it. A click on a track
/// asks to go there. Where
/// there is no room for every name, both ends and where people are keep theirs.
class RouteStrip final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RouteStrip)

public:
    explicit RouteStrip(QWidget* parent = nullptr);

    /// An empty list empties the strip.
    void setStretches(const QList<Stretch>& stretches);

    /// Points out the upgrade people are at. A strip that only shows a way does not.
    void setPointingOut(bool pointingOut);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void stretchClicked(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    /// A name beneath or above the line, and where it is written.
    struct Caption {
        QRectF place;
        QString text;
        bool isBold = false;
    };
    QList<Caption> stationNames() const;
    QList<Caption> trackTexts() const;
    QList<Caption> thatFit(const QList<Caption>& captions) const;
    QString sentence(qsizetype stretch) const;
    QString label(qsizetype stretch) const;
    bool isHere(qsizetype stretch) const;
    qsizetype currentStretch() const;
    qreal scaled(qreal length) const;
    qreal stationX(qsizetype station) const;
    qreal stationRadius() const;
    qreal trackY() const;
    int stretchAt(const QPointF& point) const;

    QList<Stretch> m_stretches;
    bool m_pointingOut = false;
};
