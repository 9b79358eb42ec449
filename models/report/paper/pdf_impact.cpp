#include "core/impact.h"
#include "core/words.h"
#include "report/paper/pdf_content.h"
#include "report/paper/pdf_text.h"
#include "report/road_facts.h"

#include <QCoreApplication>

namespace {

constexpr qreal upgradeWidth = 84_pt;
constexpr qreal gutter = 8_pt;
constexpr qreal bulletWidth = 7_pt;
constexpr qreal leading = 9_pt;         ///< of all cells, so that a row can be parted between any two lines
constexpr qsizetype shortRow = 20;      ///< lines that are kept together
constexpr qsizetype linesAtTheFoot = 4; ///< at least, of a row that is parted

const Look title{.size = 7.5_pt, .bold = true};
const Look thing{.size = 7_pt};
const Look idLook{.size = 6_pt, .colour = ink::grey, .mono = true};

struct Text {
    Q_DECLARE_TR_FUNCTIONS(report)
};

void addLines(QList<Ink>& lines, const Chunk& paragraph) {
    for (const Chunk& line : paragraph.parts)
        lines << line.ink;
}

QList<Ink> linesOf(const QString& text, const Look& look, qreal width) {
    QList<Ink> lines;
    addLines(lines, paragraph({{text, look, {}, false}}, width, leading));
    return lines;
}

/// The entries by what happens to the thing: a sign and a word with their number, then each thing.
QList<Ink> cellLines(const QList<Impact::Entry>& entries, qreal width) {
    QList<Ink> lines;
    for (const QPair<ChangeKind, int>& count : countsOf(entries)) {
        lines << linesOf(words::changeSign(count.first) + u' ' + countText(count), title, width);
        for (const Impact::Entry& entry : entries) {
            if (entry.change.kind != count.first)
                continue;
            Runs runs = inlineRuns(entryText(entry.change), thing);
            runs << Run{QStringLiteral(" "), thing, {}, false} << Run{entry.item, idLook, {}, true};
            Chunk text = paragraph(runs, width - bulletWidth, leading).moved(bulletWidth);
            addLines(lines, text.marked(linesOf(QStringLiteral("•"), thing, bulletWidth).constFirst()));
        }
    }
    return lines;
}

/// One row of the table, cell by cell from the left.
class Row final {
public:
    explicit Row(qreal width)
        : m_areaWidth((width - upgradeWidth) / qreal(allAreas().size())) {}

    qreal areaWidth() const { return m_areaWidth - gutter; }

    void addCell(const QList<Ink>& lines) {
        m_lines.resize(qMax(m_lines.size(), lines.size()));
        for (qsizetype i = 0; i < lines.size(); ++i)
            m_lines[i].add(lines.at(i), QPointF(m_x, 0));
        m_x += m_x > 0 ? m_areaWidth : upgradeWidth;
    }

    Chunk chunk() const {
        Chunk row;
        row.add(blank(3_pt));
        for (const Ink& ink : m_lines) {
            Chunk line = blank(leading);
            line.ink = ink;
            row.add(line);
        }
        row.add(blank(3_pt));
        row.loose = m_lines.size() > shortRow;
        for (qsizetype i = 0; row.loose && i < linesAtTheFoot; ++i)
            row.parts[i].tie = Tie::Near;
        return row;
    }

private:
    qreal m_areaWidth;
    qreal m_x = 0;
    QList<Ink> m_lines;
};

Chunk titleRow(qreal width) {
    Row row(width);
    row.addCell(linesOf(Text::tr("Upgrade"), title, upgradeWidth - gutter));
    for (const Area area : allAreas())
        row.addCell(linesOf(areaTitle(area), title, row.areaWidth()));
    return row.chunk();
}

Chunk upgradeRow(const Impact& impact, qsizetype index, const QString& upgrade, qreal width) {
    Row row(width);
    row.addCell(linesOf(upgrade, title, upgradeWidth - gutter));
    for (const Area area : allAreas()) {
        const QList<Impact::Entry> entries = impact.cell(impact.upgrades.at(index), area);
        row.addCell(entries.isEmpty() ? linesOf(countsText(entries), thing, row.areaWidth())
                                      : cellLines(entries, row.areaWidth()));
    }
    Chunk chunk = row.chunk();
    chunk.ruled = true;
    chunk.again << paragraph({{Text::tr("%1, continued").arg(upgrade), title, {}, false}}, width, leading);
    return chunk;
}

} // namespace

QList<Chunk> impactChunks(const Plan& plan, qreal width) {
    QList<Chunk> chunks{heading(Text::tr("Impact"), 0, width)};
    const Impact impact = impactOf(plan);
    if (impact.isEmpty())
        return chunks << paragraph({{noImpactText(), {}, {}, false}}, width);
    chunks << paragraph({{impactLegend(), {}, {}, false}}, width);
    Chunk table = titleRow(width);
    table.again << titleRow(width);
    const QStringList upgrades = upgradesOf(plan);
    for (qsizetype i = 0; i < upgrades.size(); ++i)
        table.add(upgradeRow(impact, i, upgrades.at(i), width));
    table.loose = true;
    return chunks << table.spaced(8_pt);
}
