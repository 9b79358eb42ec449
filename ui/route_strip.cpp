#include "ui/route_strip.h"

#include "core/words.h"
#include "ui/theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace {
constexpr qreal largestRadius = 6;
constexpr qreal track = 4;
constexpr int margin = 34; // room for half a label at both ends

bool isBehindUs(const Progress& progress) {
    return progress.steps > 0 && progress.settled() == progress.steps;
}

QString sentence(const Stretch& stretch) {
    const Progress& progress = stretch.progress;
    QString done = RouteStrip::tr("Upgrade %1: %2 of %3 steps done")
                       .arg(words::hop(stretch.from, stretch.to))
                       .arg(progress.done())
                       .arg(progress.steps);
    if (stretch.versions > 1)
        done = RouteStrip::tr("%1, %2 versions at once").arg(done).arg(stretch.versions);
    const int setAside = progress.settled() - progress.done();
    return setAside == 0 ? done : RouteStrip::tr("%1, %2 set aside").arg(done).arg(setAside);
}

/// "done" is said only where everything is.
QString label(const Stretch& stretch) {
    const Progress& progress = stretch.progress;
    QStringList parts;
    if (progress.settled() > 0 && progress.done() == progress.steps)
        parts << RouteStrip::tr("done");
    else if (progress.settled() > 0)
        parts << QStringLiteral("%1/%2").arg(progress.done()).arg(progress.steps);
    if (stretch.versions > 1)
        parts << RouteStrip::tr("%1 versions at once").arg(stretch.versions);
    return parts.join(QStringLiteral("  ·  "));
}
} // namespace

QList<Stretch> stretchesOf(const Plan& plan, const Record& record) {
    QList<Stretch> stretches;
    for (const PlanHop& hop : plan.hops)
        stretches.append({hop.from, hop.to, progressOf(hop, record), qMax<qsizetype>(1, hop.passes.size())});
    // The ends of the road are the versions that people chose; the guide's names for lines stand in between.
    if (!stretches.isEmpty()) {
        stretches.first().from = plan.from;
        stretches.last().to = plan.to;
    }
    return stretches;
}

RouteStrip::RouteStrip(QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("routeStrip"));
    setAccessibleName(tr("The way from version to version"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RouteStrip::setStretches(const QList<Stretch>& stretches) {
    m_stretches = stretches;
    QStringList sentences;
    for (const Stretch& stretch : stretches)
        sentences.append(sentence(stretch));
    setAccessibleDescription(sentences.join(QStringLiteral("; ")));
    update();
}

QSize RouteStrip::sizeHint() const {
    return {640, minimumSizeHint().height()};
}

QSize RouteStrip::minimumSizeHint() const {
    return {320, 2 * fontMetrics().height() + static_cast<int>(2 * largestRadius) + 16};
}

qreal RouteStrip::stationX(qsizetype station) const {
    const qreal length = width() - 2 * margin;
    return margin + length * static_cast<qreal>(station) / static_cast<qreal>(qMax<qsizetype>(1, m_stretches.size()));
}

int RouteStrip::stretchAt(const QPointF& point) const {
    for (int i = 0; i < m_stretches.size(); ++i) {
        if (point.x() >= stationX(i) && point.x() < stationX(i + 1))
            return i;
    }
    return -1;
}

/// Smaller where the stations would touch each other.
qreal RouteStrip::stationRadius() const {
    return qBound(2.0, (stationX(1) - stationX(0)) / 4, largestRadius);
}

qreal RouteStrip::trackY() const {
    return fontMetrics().height() + largestRadius + 6;
}

/// The first that is not behind us; after the last step the last one.
qsizetype RouteStrip::currentStretch() const {
    const auto current = std::find_if(m_stretches.cbegin(), m_stretches.cend(),
                                      [](const Stretch& stretch) { return !isBehindUs(stretch.progress); });
    return qMin(std::distance(m_stretches.cbegin(), current), m_stretches.size() - 1);
}

/// Both ends first, then where people are and where they go next, then the others.
QList<RouteStrip::Caption> RouteStrip::stationNames() const {
    const qsizetype end = m_stretches.size();
    QList<qsizetype> stations{0, end, currentStretch() + 1, currentStretch()};
    for (qsizetype station = 1; station < end; ++station)
        stations << station;
    QList<Caption> names;
    for (const qsizetype station : std::as_const(stations)) {
        const bool isEnd = station == 0 || station == end;
        names << Caption{QRectF(stationX(station) - 2 * margin, 0, 4 * margin, fontMetrics().height()),
                         station == 0 ? m_stretches[0].from : m_stretches[station - 1].to, isEnd};
    }
    return names;
}

/// How far the tracks are, that of the current one first.
QList<RouteStrip::Caption> RouteStrip::trackTexts() const {
    QList<qsizetype> tracks{currentStretch()};
    for (qsizetype stretch = 0; stretch < m_stretches.size(); ++stretch)
        tracks << stretch;
    QList<Caption> texts;
    for (const qsizetype stretch : std::as_const(tracks)) {
        const qreal middle = (stationX(stretch) + stationX(stretch + 1)) / 2;
        texts << Caption{QRectF(middle - width(), trackY() + largestRadius + 2, 2 * width(), fontMetrics().height()),
                         label(m_stretches[stretch])};
    }
    return texts;
}

/// Each as wide as its text, without those that would run into one in front of them in the list, and moved inwards
/// where it would be cut off.
QList<RouteStrip::Caption> RouteStrip::thatFit(const QList<Caption>& captions) const {
    QFont bold = font();
    bold.setBold(true);
    constexpr int gap = 8;
    QList<Caption> fit;
    for (const Caption& given : captions) {
        Caption caption = given;
        const QFontMetrics metrics(caption.isBold ? bold : font());
        const QPointF centre = caption.place.center();
        caption.place.setWidth(metrics.horizontalAdvance(caption.text) + gap);
        caption.place.moveCenter(centre);
        caption.place.moveLeft(qBound(0.0, caption.place.left(), qMax(0.0, width() - caption.place.width())));
        const bool isFree = std::none_of(fit.cbegin(), fit.cend(),
                                         [&](const Caption& other) { return other.place.intersects(caption.place); });
        if (isFree && !caption.text.isEmpty())
            fit << caption;
    }
    return fit;
}

void RouteStrip::paintEvent(QPaintEvent*) {
    if (m_stretches.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours colours = coloursOf(palette());
    const qreal y = trackY();
    const qreal radius = stationRadius();

    for (int i = 0; i < m_stretches.size(); ++i) {
        const Progress& progress = m_stretches[i].progress;
        const QRectF whole(QPointF(stationX(i), y - track / 2), QPointF(stationX(i + 1), y + track / 2));
        painter.fillRect(whole, colours.line);
        QRectF filled = whole;
        filled.setWidth(whole.width() * progress.settled() / qMax(1, progress.steps));
        painter.fillRect(filled, colours.quiet);
        filled.setWidth(whole.width() * progress.done() / qMax(1, progress.steps));
        painter.fillRect(filled, colours.accent);
    }
    for (int i = 0; i <= m_stretches.size(); ++i) {
        const bool reached = i > 0 ? isBehindUs(m_stretches[i - 1].progress) : m_stretches[0].progress.settled() > 0;
        painter.setPen(QPen(reached ? colours.accent : colours.quiet, 2));
        painter.setBrush(reached ? colours.accent : palette().color(QPalette::Base));
        painter.drawEllipse(QPointF(stationX(i), y), radius, radius);
    }

    const auto draw = [&](const QList<Caption>& captions, const QColor& colour) {
        painter.setPen(colour);
        for (const Caption& caption : captions) {
            QFont face = font();
            face.setBold(caption.isBold);
            painter.setFont(face);
            painter.drawText(caption.place, Qt::AlignCenter, caption.text);
        }
    };
    draw(thatFit(stationNames()), palette().color(QPalette::WindowText));
    draw(thatFit(trackTexts()), colours.quiet);
}

void RouteStrip::mouseReleaseEvent(QMouseEvent* event) {
    const int stretch = stretchAt(event->position());
    if (stretch >= 0)
        Q_EMIT stretchClicked(stretch);
}

bool RouteStrip::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int stretch = stretchAt(help->pos());
    QToolTip::showText(help->globalPos(), stretch < 0 ? QString() : sentence(m_stretches[stretch]).toHtmlEscaped(),
                       this);
    return true;
}
