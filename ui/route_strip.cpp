#include "ui/route_strip.h"

#include "core/words.h"
#include "ui/theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace {
// In letters of the usual size; where letters are larger, so is the picture.
constexpr qreal usualLetter = 18;
constexpr qreal largestRadius = 6;
constexpr qreal track = 4;
constexpr qreal margin = 34; // room for half a label at both ends

bool isBehindUs(const Progress& progress) {
    return progress.steps > 0 && progress.settled() == progress.steps;
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

QString RouteStrip::sentence(qsizetype stretch) const {
    const auto& [from, to, progress, versions] = m_stretches[stretch];
    QString said =
        tr("Upgrade %1: %2 of %3 steps done").arg(words::hop(from, to)).arg(progress.done()).arg(progress.steps);
    if (versions > 1)
        said = tr("%1, %2 versions at once").arg(said).arg(versions);
    if (const int setAside = progress.settled() - progress.done(); setAside > 0)
        said = tr("%1, %2 set aside").arg(said).arg(setAside);
    return isHere(stretch) ? tr("%1, the work is here").arg(said) : said;
}

/// "done" is said only where everything is.
QString RouteStrip::label(qsizetype stretch) const {
    const Progress& progress = m_stretches[stretch].progress;
    QStringList parts;
    if (progress.settled() > 0 && progress.done() == progress.steps)
        parts << tr("done");
    else if (progress.settled() > 0 || isHere(stretch))
        parts << QStringLiteral("%1/%2").arg(progress.done()).arg(progress.steps);
    if (m_stretches[stretch].versions > 1)
        parts << tr("%1 versions at once").arg(m_stretches[stretch].versions);
    const QString said = parts.join(QStringLiteral("  ·  "));
    return isHere(stretch) ? QStringLiteral("\u25b2 ") + said : said;
}

bool RouteStrip::isHere(qsizetype stretch) const {
    return m_pointingOut && stretch == currentStretch() && !isBehindUs(m_stretches[stretch].progress);
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
    for (qsizetype stretch = 0; stretch < stretches.size(); ++stretch)
        sentences.append(sentence(stretch));
    setAccessibleDescription(sentences.join(QStringLiteral("; ")));
    update();
}

void RouteStrip::setPointingOut(bool pointingOut) {
    m_pointingOut = pointingOut;
    setStretches(m_stretches);
}

QSize RouteStrip::sizeHint() const {
    return {640, minimumSizeHint().height()};
}

QSize RouteStrip::minimumSizeHint() const {
    return {320, 2 * fontMetrics().height() + static_cast<int>(scaled(2 * largestRadius + 16))};
}

qreal RouteStrip::scaled(qreal length) const {
    return length * qMax(1.0, fontMetrics().height() / usualLetter);
}

qreal RouteStrip::stationX(qsizetype station) const {
    const qreal length = width() - 2 * scaled(margin);
    return scaled(margin) +
           length * static_cast<qreal>(station) / static_cast<qreal>(qMax<qsizetype>(1, m_stretches.size()));
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
    return qBound(2.0, (stationX(1) - stationX(0)) / 4, scaled(largestRadius));
}

qreal RouteStrip::trackY() const {
    return fontMetrics().height() + scaled(largestRadius + 6);
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
        const bool isAtWork =
            isHere(currentStretch()) && (station == currentStretch() || station == currentStretch() + 1);
        names << Caption{QRectF(stationX(station) - scaled(2 * margin), 0, scaled(4 * margin), fontMetrics().height()),
                         station == 0 ? m_stretches[0].from : m_stretches[station - 1].to, isEnd || isAtWork};
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
        texts << Caption{
            QRectF(middle - width(), trackY() + scaled(largestRadius + 2), 2 * width(), fontMetrics().height()),
            label(stretch), isHere(stretch)};
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
        const QRectF whole(QPointF(stationX(i), y - scaled(track / 2)),
                           QPointF(stationX(i + 1), y + scaled(track / 2)));
        painter.fillRect(whole, colours.line);
        QRectF filled = whole;
        filled.setWidth(whole.width() * progress.settled() / qMax(1, progress.steps));
        painter.fillRect(filled, colours.quiet);
        filled.setWidth(whole.width() * progress.done() / qMax(1, progress.steps));
        painter.fillRect(filled, colours.accent);
        if (!isHere(i))
            continue;
        painter.setPen(QPen(colours.accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(whole.adjusted(0, -2, 0, 2));
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
    draw(thatFit(trackTexts()), m_pointingOut ? palette().color(QPalette::WindowText) : colours.quiet);
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
    QToolTip::showText(help->globalPos(), stretch < 0 ? QString() : sentence(stretch).toHtmlEscaped(), this);
    return true;
}
