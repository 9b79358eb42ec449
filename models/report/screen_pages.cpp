#include "report/screen_pages.h"

#include <algorithm>
#include <cmath>

namespace meeting {

namespace {

// The widgets that show the blocks (ui/meeting_screen.h) take less than this, never more; a test holds them to it.
constexpr double headingSize = 1.25;
constexpr double gap = 0.45;
constexpr double rowMargin = 0.55;
constexpr double routeHeight = 4.2;
constexpr double figureHeight = 4.7;
constexpr int stationColumns = 24;
constexpr int stationTitleColumns = 15; // inside the box, beside the arrow
constexpr double stationHeight = 2.4;   // beside its title
constexpr double boldWidth = 1.12;
constexpr int writeColumns = 13;  // what the button for writing takes of the width …
constexpr int acceptColumns = 22; // … and the one above it, for accepting
constexpr double acceptHeight = 3.8;
constexpr double fixedPitch = 0.88; // how many letters of a command fit where one would fit of a text

/// How many lines a text takes that is broken between words.
int wrapped(const QString& text, double columns) {
    const auto width = std::max<qsizetype>(1, static_cast<qsizetype>(columns));
    int lines = 0;
    const QStringList paragraphs = text.split(u'\n');
    for (const QString& paragraph : paragraphs) {
        qsizetype used = 0;
        ++lines;
        const QStringList words = paragraph.split(u' ');
        for (const QString& word : words) {
            const qsizetype needed = used == 0 ? word.size() : used + 1 + word.size();
            if (needed <= width) {
                used = needed;
                continue;
            }
            lines += used == 0 ? 0 : 1;
            lines += static_cast<int>((word.size() - 1) / width);
            used = word.isEmpty() ? 0 : (word.size() - 1) % width + 1;
        }
    }
    return lines;
}

double heightOfRow(const QStringList& row, const Room& room) {
    int lines = 1;
    const double columns = room.columns / static_cast<double>(std::max<qsizetype>(1, row.size()));
    for (const QString& cell : row)
        lines = std::max(lines, wrapped(cell, (columns - 2) / boldWidth));
    return lines + rowMargin;
}

int textColumns(bool canBeAccepted, const Room& room) {
    return std::max(room.columns / 3, room.columns - (canBeAccepted ? acceptColumns : writeColumns));
}

struct Height {
    const Room& room;

    double operator()(const RoutePicture&) const { return routeHeight; }
    double operator()(const Figures&) const { return figureHeight; }
    double operator()(const Heading& heading) const {
        return headingSize * wrapped(heading.text, room.columns / headingSize) + gap;
    }
    double operator()(const Paragraph& paragraph) const { return wrapped(paragraph.text, room.columns) + gap; }
    double operator()(const Caption& caption) const { return wrapped(caption.text, room.columns) + gap; }
    double operator()(const Remark& remark) const { return wrapped(remark.text, room.columns) + gap; }
    double operator()(const Command& command) const {
        return wrapped(command.text, (room.columns - 2) * fixedPitch) + 2 * gap;
    }
    double operator()(const Table& table) const {
        double height = gap;
        for (const QStringList& row : table.rows)
            height += heightOfRow(row, room);
        return height;
    }
    double operator()(const Point& point) const {
        const double columns = textColumns(point.canBeAccepted, room);
        double height = wrapped(point.text, columns / boldWidth) + gap;
        if (!point.marks.isEmpty())
            height += wrapped(point.marks, columns);
        for (const QString& text : point.beneath)
            height += wrapped(text, columns);
        return std::max(height, (point.canBeAccepted ? acceptHeight : acceptHeight / 2) + gap);
    }
    double operator()(const OrderPicture& picture) const {
        const qsizetype inARow = stationsInARow(room);
        double height = gap;
        for (qsizetype first = 0; first < picture.stations.size(); first += inARow) {
            int lines = 1;
            for (const Station& station : picture.stations.mid(first, inARow))
                lines = std::max(lines, wrapped(u"00 " + station.title, stationTitleColumns));
            height += lines + stationHeight;
        }
        return height;
    }
};

/// Whether a block stands on the same screen as the one behind it.
bool standsWithNext(const QList<Block>& blocks, qsizetype index) {
    const Block& block = blocks[index];
    return index + 1 < blocks.size() &&
           (std::holds_alternative<Heading>(block) || std::holds_alternative<Caption>(block) ||
            std::holds_alternative<Command>(block) || std::holds_alternative<Remark>(blocks[index + 1]));
}

/// Of a block with all that has to stand on the same screen.
double heightTogether(const QList<Block>& blocks, const QList<double>& heights, qsizetype from) {
    double height = heights[from];
    for (qsizetype i = from; standsWithNext(blocks, i); ++i)
        height += heights[i + 1];
    return height;
}

/// One screen after the other, each filled up to so many lines.
QList<Screen> filled(const Screen& head, const QList<Block>& blocks, const QList<double>& heights, double lines) {
    QList<Screen> screens;
    double left = 0;
    qsizetype heading = -1;
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        const bool isHeading = std::holds_alternative<Heading>(blocks[i]);
        if (screens.isEmpty() || heightTogether(blocks, heights, i) > left) {
            screens << head;
            left = lines;
            if (!isHeading && heading >= 0) {
                screens.last().blocks << blocks[heading];
                left -= heights[heading];
            }
        }
        heading = isHeading ? i : heading;
        screens.last().blocks << blocks[i];
        left -= heights[i];
    }
    return screens;
}

} // namespace

double heightOf(const Block& block, const Room& room) {
    return std::visit(Height{room}, block);
}

QList<Screen> paged(const Screen& head, const QList<Block>& blocks, const Room& room, double reserved) {
    const double most = room.lines - reserved;
    QList<double> heights;
    for (const Block& block : blocks)
        heights << heightOf(block, room);
    QList<Screen> screens = filled(head, blocks, heights, most);
    for (double lines = most - 1; lines > 0; --lines) {
        const QList<Screen> even = filled(head, blocks, heights, lines);
        if (even.size() > screens.size())
            break;
        screens = even;
    }
    for (int i = 0; i < screens.size(); ++i) {
        screens[i].number = i + 1;
        screens[i].of = static_cast<int>(screens.size());
    }
    return screens;
}

int stationsInARow(const Room& room) {
    return std::max(2, room.columns / stationColumns);
}

QString sentencesOf(const QString& text, int lines, const Room& room) {
    const int columns = textColumns(true, room);
    const QString whole = text.simplified();
    qsizetype end = -1;
    for (qsizetype dot = whole.indexOf(u". "); dot >= 0; dot = whole.indexOf(u". ", dot + 1))
        if (whole[dot + 2].isUpper() && (end < 0 || wrapped(whole.left(dot + 1), columns) <= lines))
            end = dot + 1;
    return end < 0 || wrapped(whole, columns) <= lines ? whole : whole.left(end);
}

QString shortened(const QString& text, int lines, const Room& room) {
    const int columns = textColumns(true, room);
    if (wrapped(text, columns) <= lines)
        return text;
    const qsizetype most = (lines * columns - columns / 3);
    const QString cut = text.simplified().left(most);
    const qsizetype sentence = cut.lastIndexOf(u". ") + 1;
    return cut.left(sentence > most / 2 ? sentence : std::max<qsizetype>(cut.lastIndexOf(u' '), most / 2)) + u" …";
}

} // namespace meeting
