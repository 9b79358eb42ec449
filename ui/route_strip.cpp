#include "ui/route_strip.h"

#include "core/words.h"
#include "ui/theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace {
constexpr qreal radius = 6;
constexpr qreal track = 4;
constexpr int margin = 34; // room for half a label at both ends

bool isBehindUs(const Progress& progress) {
    return progress.steps > 0 && progress.settled() == progress.steps;
}

QString sentence(const Stretch& stretch) {
    const Progress& progress = stretch.progress;
    const QString done = RouteStrip::tr("Upgrade %1: %2 of %3 steps done")
                             .arg(words::hop(stretch.from, stretch.to))
                             .arg(progress.done())
                             .arg(progress.steps);
    const int setAside = progress.settled() - progress.done();
    return setAside == 0 ? done : RouteStrip::tr("%1, %2 set aside").arg(done).arg(setAside);
}

/// "done" is said only where everything is.
QString label(const Progress& progress) {
    if (progress.settled() == 0)
        return {};
    if (progress.done() == progress.steps)
        return RouteStrip::tr("done");
    return QStringLiteral("%1/%2").arg(progress.done()).arg(progress.steps);
}
} // namespace

QList<Stretch> stretchesOf(const Plan& plan, const Record& record) {
    QList<Stretch> stretches;
    for (const PlanHop& hop : plan.hops)
        stretches.append({hop.from, hop.to, progressOf(hop, record)});
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
    return {320, 2 * fontMetrics().height() + static_cast<int>(2 * radius) + 16};
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

void RouteStrip::paintEvent(QPaintEvent*) {
    if (m_stretches.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours colours = coloursOf(palette());
    const int line = fontMetrics().height();
    const qreal y = line + radius + 6;

    for (int i = 0; i < m_stretches.size(); ++i) {
        const Progress& progress = m_stretches[i].progress;
        const QRectF whole(QPointF(stationX(i), y - track / 2), QPointF(stationX(i + 1), y + track / 2));
        painter.fillRect(whole, colours.line);
        QRectF filled = whole;
        filled.setWidth(whole.width() * progress.settled() / qMax(1, progress.steps));
        painter.fillRect(filled, colours.quiet);
        filled.setWidth(whole.width() * progress.done() / qMax(1, progress.steps));
        painter.fillRect(filled, colours.accent);
        painter.setPen(colours.quiet);
        const QRectF below(whole.left(), y + radius + 2, whole.width(), line);
        painter.drawText(below, Qt::AlignCenter, label(progress));
    }

    for (int i = 0; i <= m_stretches.size(); ++i) {
        const bool reached = i > 0 ? isBehindUs(m_stretches[i - 1].progress) : m_stretches[0].progress.settled() > 0;
        const QPointF centre(stationX(i), y);
        painter.setPen(QPen(reached ? colours.accent : colours.quiet, 2));
        painter.setBrush(reached ? colours.accent : palette().color(QPalette::Base));
        painter.drawEllipse(centre, radius, radius);
        const bool end = i == 0 || i == m_stretches.size();
        QFont face = font();
        face.setBold(end);
        painter.setFont(face);
        painter.setPen(palette().color(QPalette::WindowText));
        const QString name = i == 0 ? m_stretches[0].from : m_stretches[i - 1].to;
        painter.drawText(QRectF(centre.x() - 2 * margin, 0, 4 * margin, line), Qt::AlignCenter, name);
    }
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
