#include "report/paper/pdf_content.h"
#include "report/paper/pdf_text.h"

namespace {

constexpr qreal lineHeight = 22_pt; ///< for handwriting

Chunk linesToWriteOn(int count, qreal width) {
    Chunk lines;
    for (int i = 0; i < count; ++i) {
        Chunk line = blank(lineHeight);
        line.ink = ruleOf(0, lineHeight - 3_pt, width, ink::grey);
        lines.add(line);
    }
    return lines;
}

} // namespace

QList<Chunk> sheetChunks(const Sheet& sheet, qreal width) {
    QList<Chunk> chunks{heading(sheet.title, 0, width)};
    // Close together: the whole of a card has to lie on one page beside the keyboard.
    for (const SheetPart& part : sheet.parts)
        chunks << heading(part.title, 1, width).spaced(8_pt) << richText(part.text, width)
               << linesToWriteOn(part.lines, width);
    return chunks;
}
