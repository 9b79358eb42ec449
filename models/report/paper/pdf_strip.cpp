#include "core/progress.h"
#include "report/paper/pdf_content.h"
#include "report/paper/pdf_text.h"

#include <algorithm>

namespace {

constexpr qreal stationRadius = 4.5_pt;
constexpr qreal trackHeight = 4_pt;
constexpr qreal trackY = 18_pt;
constexpr qreal rowHeight = 44_pt;
constexpr qreal narrowestHop = 40_pt;

struct Station {
    QString version;
    bool reached = false;
};

InkShape shapeOf(const QPainterPath& path, bool filled) {
    return {.path = path, .fill = filled ? ink::black : QColor(Qt::white), .stroke = ink::black, .width = 0.8_pt};
}

InkShape trackPiece(qreal from, qreal to, bool done) {
    QPainterPath path;
    path.addRect(QRectF(from, trackY - trackHeight / 2, to - from, trackHeight));
    return shapeOf(path, done);
}

Ink centred(const QString& text, const Look& look, qreal x, qreal y, qreal width) {
    const Chunk line = paragraph({{text, look, {}, true}}, width);
    Ink ink;
    ink.add(line.parts.first().ink, QPointF(x - widthOf(line) / 2, y));
    return ink;
}

Ink stationInk(const Station& station, qreal x, qreal width) {
    QPainterPath circle;
    circle.addEllipse(QPointF(x, trackY), stationRadius, stationRadius);
    Ink ink;
    ink.shapes << shapeOf(circle, station.reached);
    ink.add(centred(station.version, {.size = 8_pt, .bold = true}, x, trackY + 8_pt, width), {});
    return ink;
}

Ink hopInk(const Progress& progress, qreal from, qreal to) {
    const qreal done = progress.steps == 0 ? 0 : (to - from) * progress.done() / progress.steps;
    const QString count = QStringLiteral("%1/%2").arg(progress.done()).arg(progress.steps);
    Ink ink;
    ink.shapes << trackPiece(from, to, false);
    if (done > 0)
        ink.shapes << trackPiece(from, from + done, true);
    ink.add(centred(count, {.size = 7_pt, .colour = ink::grey}, (from + to) / 2, 0, to - from), {});
    return ink;
}

} // namespace

Chunk routeStrip(const Plan& plan, const Record& record, qreal width) {
    // Station labels are centred on their stations, so the outer ones need half a label's room.
    const qreal inset = narrowestHop / 2;
    const int hopsPerRow = int((width - 2 * inset) / narrowestHop);
    const int longest = std::min(hopsPerRow, int(plan.hops.size()));
    const qreal hopWidth = std::min((width - 2 * inset) / std::max(longest, 1), 160_pt);

    Chunk strip;
    Chunk row = blank(rowHeight);
    Station station{plan.from, true};
    qreal x = inset;
    int inRow = 0;
    for (const PlanHop& hop : plan.hops) {
        if (inRow == hopsPerRow) {
            row.ink.add(stationInk(station, x, hopWidth), {});
            strip.add(std::exchange(row, blank(rowHeight)));
            x = inset;
            inRow = 0;
        }
        const Progress progress = progressOf(hop, record);
        row.ink.add(hopInk(progress, x, x + hopWidth), {});
        row.ink.add(stationInk(station, x, hopWidth), {});
        station = {hop.stopAt, station.reached && progress.done() == progress.steps};
        x += hopWidth;
        ++inRow;
    }
    row.ink.add(stationInk(station, x, hopWidth), {});
    strip.add(row);
    return strip;
}
