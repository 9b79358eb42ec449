#include "report/paper/pdf_text.h"

#include "report/facts.h"

#include <QFont>
#include <QRegularExpression>

namespace {

constexpr qreal framePadding = 6_pt;
constexpr qreal listIndent = 14_pt;
constexpr qreal badgePadding = 4_pt;

/// Spans of code up to this length are not broken: flags, paths and ids are read as one word.
constexpr qsizetype wholeCode = 48;

QFont fontOf(const Look& look) {
    QFont font(look.mono ? QStringLiteral("DejaVu Sans Mono") : QStringLiteral("DejaVu Sans"));
    font.setPixelSize(qRound(look.size));
    font.setBold(look.bold);
    font.setItalic(look.italic);
    font.setHintingPreference(QFont::PreferNoHinting);
    // Any spacing turns ligatures off. With them, "configuration" is copied out of a PDF with one letter for f and i.
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.02);
    return font;
}

QTextCharFormat formatOf(const Run& run) {
    QTextCharFormat format;
    format.setFont(fontOf(run.look));
    format.setForeground(run.link.isEmpty() ? run.look.colour : ink::link);
    return format;
}

/// A laid-out text and where its runs are in it.
struct Laid {
    std::shared_ptr<QTextLayout> layout;
    QList<std::pair<int, int>> ranges; ///< begin and end of each run
};

Laid prepare(const Runs& runs, QTextOption::WrapMode mode) {
    QString text;
    Laid laid;
    QList<QTextLayout::FormatRange> formats;
    for (const Run& run : runs) {
        const int begin = int(text.size());
        text += run.text;
        formats << QTextLayout::FormatRange{begin, int(run.text.size()), formatOf(run)};
        laid.ranges << std::pair(begin, int(text.size()));
    }
    text.replace(u'\n', QChar::LineSeparator);
    QTextOption option;
    option.setWrapMode(mode);
    option.setUseDesignMetrics(true);
    laid.layout = std::make_shared<QTextLayout>(text, fontOf(runs.isEmpty() ? Look() : runs.first().look));
    laid.layout->setFormats(formats);
    laid.layout->setTextOption(option);
    laid.layout->setCacheEnabled(true);
    return laid;
}

/// Ids are typed and searched for, so they stay whole wherever they stand.
Runs withWholeIds(const Runs& runs) {
    static const QRegularExpression id(QStringLiteral("\\d+\\.\\d+-[a-z0-9.-]*[a-z0-9]"));
    Runs parted;
    for (const Run& run : runs) {
        const auto part = [&](qsizetype begin, qsizetype end, bool whole) {
            if (begin < end)
                parted << Run{run.text.mid(begin, end - begin), run.look, run.link, whole};
        };
        qsizetype done = 0;
        for (auto match = id.globalMatch(run.whole ? QString() : run.text); match.hasNext();) {
            const QRegularExpressionMatch found = match.next();
            part(done, found.capturedStart(), false);
            part(found.capturedStart(), found.capturedEnd(), true);
            done = found.capturedEnd();
        }
        part(done, run.text.size(), run.whole);
    }
    return parted;
}

/// Ends the line before a run that has to stay whole and would be broken here.
void endBeforeWholeRun(QTextLine& line, const Runs& runs, const Laid& laid) {
    const int end = line.textStart() + line.textLength();
    for (qsizetype i = 0; i < runs.size(); ++i) {
        const auto [begin, finish] = laid.ranges.at(i);
        if (runs.at(i).whole && begin > line.textStart() && begin < end && finish > end) {
            line.setLineWidth(line.cursorToX(begin));
            return;
        }
    }
}

/// Qt breaks a flag behind its dashes. It begins a new line instead; one that is wider than a line goes on behind the
/// last of `=`, `,` and `_` that fits.
void keepDashesWithTheirFlag(QTextLine& line, const Laid& laid, qreal width) {
    static const QRegularExpression seam(QStringLiteral("[=,_]"));
    const QString text = laid.layout->text();
    const auto endOf = [](const QTextLine& ended) { return ended.textStart() + ended.textLength(); };
    const int dashes = endOf(line) - 2;
    if (dashes < line.textStart() || endOf(line) == text.size() || text.sliced(dashes, 2) != u"--")
        return;
    if (dashes > line.textStart()) {
        line.setLineWidth(line.cursorToX(dashes));
        return;
    }
    const QTextOption usual = laid.layout->textOption();
    QTextOption anywhere = usual;
    anywhere.setWrapMode(QTextOption::WrapAnywhere);
    laid.layout->setTextOption(anywhere);
    line.setLineWidth(width);
    if (const qsizetype last = text.first(endOf(line)).lastIndexOf(seam); last > dashes)
        line.setNumColumns(int(last) + 1 - line.textStart());
    laid.layout->setTextOption(usual);
}

Ink linksOf(const QTextLine& line, const Runs& runs, const Laid& laid, qreal leading) {
    Ink ink;
    for (qsizetype i = 0; i < runs.size(); ++i) {
        const int begin = qMax(laid.ranges.at(i).first, line.textStart());
        const int end = qMin(laid.ranges.at(i).second, line.textStart() + line.textLength());
        if (runs.at(i).link.isEmpty() || begin >= end)
            continue;
        const qreal left = line.cursorToX(begin);
        ink.links << PageLink{runs.at(i).link, QRectF(left, 0, line.cursorToX(end) - left, leading)};
    }
    return ink;
}

/// All lines share one baseline grid, whatever fonts are in them.
Ink inkOf(const Laid& laid, const QTextLine& line, qreal left, qreal leading) {
    Ink ink;
    ink.texts << InkText{laid.layout, line.lineNumber(), QPointF(left, leading * 0.75 - line.ascent())};
    return ink;
}

QString continuationArrow() {
    return QStringLiteral("↪");
}

Chunk codeLine(const QString& text, qreal width) {
    const Look look{.size = 7.5_pt, .mono = true};
    Chunk column;
    const Laid laid = prepare({{text, look, {}, false}}, QTextOption::WrapAtWordBoundaryOrAnywhere);
    laid.layout->beginLayout();
    for (QTextLine line = laid.layout->createLine(); line.isValid(); line = laid.layout->createLine()) {
        const bool continues = line.lineNumber() > 0;
        line.setLineWidth(continues ? width - listIndent : width);
        Chunk row = blank(12_pt);
        row.ink = inkOf(laid, line, continues ? listIndent : 0, row.height);
        if (continues) {
            InkShape arrow{.fill = ink::grey};
            arrow.path.addText(QPointF(0, row.height * 0.75), fontOf(look), continuationArrow());
            row.ink.shapes << arrow;
        }
        column.add(row);
    }
    laid.layout->endLayout();
    return column;
}

Run runOf(const Span& span, const Look& look) {
    Run run{span.text, look, linkTarget(span.link), false};
    switch (span.style) {
    case Span::Style::Plain:
        break;
    case Span::Style::Strong:
        run.look.bold = true;
        break;
    case Span::Style::Emphasis:
        run.look.italic = true;
        break;
    case Span::Style::Code:
        run.look.mono = true;
        run.look.size *= 0.95;
        run.whole = span.text.size() <= wholeCode;
        break;
    }
    return run;
}

} // namespace

Runs inlineRuns(const QString& text, const Look& look) {
    Runs runs;
    for (const Span& span : parseInline(text))
        runs << runOf(span, look);
    return runs;
}

Chunk paragraph(const Runs& given, qreal width, qreal leading) {
    const Runs runs = withWholeIds(given);
    Chunk column;
    const Laid laid = prepare(runs, QTextOption::WrapAtWordBoundaryOrAnywhere);
    if (laid.layout->text().isEmpty())
        return column;
    laid.layout->beginLayout();
    for (QTextLine line = laid.layout->createLine(); line.isValid(); line = laid.layout->createLine()) {
        line.setLineWidth(width);
        endBeforeWholeRun(line, runs, laid);
        keepDashesWithTheirFlag(line, laid, width);
        Chunk row = blank(leading);
        row.ink = inkOf(laid, line, 0, leading);
        row.ink.add(linksOf(line, runs, laid, leading), {});
        column.add(row);
    }
    laid.layout->endLayout();
    return column;
}

qreal widthOf(const Chunk& paragraph) {
    qreal width = 0;
    for (const Chunk& row : paragraph.parts)
        for (const InkText& text : row.ink.texts)
            width = qMax(width, text.layout->lineAt(text.line).naturalTextWidth());
    return width;
}

Chunk richText(const QString& text, qreal width) {
    Chunk column;
    for (const Block& block : parseCommonMark(text)) {
        if (block.kind == Block::Kind::Code) {
            column.add(codeFrame(block.spans.value(0).text, {}, width).spaced(4_pt));
            continue;
        }
        Runs runs;
        for (const Span& span : block.spans)
            runs << runOf(span, {});
        const qreal indent = block.depth * listIndent;
        Chunk lines = paragraph(runs, width - indent).moved(indent);
        if (!block.marker.isEmpty())
            lines.marked(
                paragraph({{block.marker, {}, {}, false}}, listIndent).moved(indent - listIndent).parts.first().ink);
        column.add(lines.spaced(column.parts.isEmpty() || block.kind == Block::Kind::ListItem ? 0 : 4_pt));
    }
    return column;
}

Chunk codeFrame(const QString& code, const QString& caption, qreal width) {
    const qreal inner = width - 2 * framePadding;
    Chunk frame;
    frame.add(blank(4_pt));
    const Look small{.size = 7_pt, .colour = ink::grey};
    frame.add(paragraph(inlineRuns(caption, small), inner).moved(framePadding));
    QStringList lines = code.split(u'\n');
    while (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    for (const QString& line : lines)
        frame.add(codeLine(line, inner).moved(framePadding));
    frame.add(blank(4_pt));
    frame.frame = QRectF(0, 0, width, 0);
    return frame;
}

Chunk labelled(const QString& label, Chunk value) {
    const Look look{.size = 7_pt, .colour = ink::grey, .bold = true};
    const Chunk beside = paragraph({{label, look, {}, false}}, labelWidth - 8_pt);
    value.moved(labelWidth);
    qreal y = 0;
    for (const Chunk& line : beside.parts) {
        Ink lowered;
        lowered.add(line.ink, QPointF(0, y));
        value.marked(lowered);
        y += line.height;
    }
    value.add(blank(qMax(0.0, beside.height - value.height)));
    return value;
}

Chunk badges(const QString& id, const QList<Badge>& badges, qreal width) {
    Chunk column;
    Chunk row;
    qreal x = 0;
    const auto put = [&](const Chunk& words, const Ink& box) {
        const qreal padding = box.shapes.isEmpty() ? 0 : badgePadding;
        const qreal boxWidth = widthOf(words) + 2 * padding;
        if (x > 0 && x + boxWidth > width) {
            column.add(std::exchange(row, {}));
            x = 0;
        }
        row.ink.add(box, QPointF(x, 0));
        for (qsizetype i = 0; i < words.parts.size(); ++i)
            row.ink.add(words.parts.at(i).ink, QPointF(x + padding, qreal(i) * words.parts.at(i).height));
        row.height = qMax(row.height, words.height + 4_pt);
        x += boxWidth + 6_pt;
    };
    const Chunk name = paragraph({{id, {.size = 8_pt, .colour = ink::grey, .mono = true}, {}, true}}, width);
    put(name, {});
    for (const Badge& badge : badges) {
        const bool plain = badge.style == Badge::Style::Plain;
        const bool solid = badge.style == Badge::Style::Solid;
        const Look look{.size = 7_pt,
                        .colour = solid   ? QColor(Qt::white)
                                  : plain ? ink::grey
                                          : ink::black,
                        .bold = !plain};
        const Chunk words = paragraph({{badge.text, look, {}, false}}, width - 2 * badgePadding);
        Ink box;
        if (!plain) {
            InkShape shape{.fill = solid ? ink::black : QColor(Qt::white), .stroke = ink::black, .width = 0.6_pt};
            shape.path.addRoundedRect(QRectF(0, 0, widthOf(words) + 2 * badgePadding, words.height), 2_pt, 2_pt);
            box.shapes << shape;
        }
        put(words, box);
    }
    column.add(row);
    return column;
}

Ink ruleOf(qreal x, qreal y, qreal width, const QColor& colour, qreal thickness) {
    InkShape line{.stroke = colour, .width = thickness};
    line.path.moveTo(x, y);
    line.path.lineTo(x + width, y);
    Ink ink;
    ink.shapes << line;
    return ink;
}

Ink outline(const QRectF& rect, const QColor& colour, qreal thickness) {
    InkShape shape{.stroke = colour, .width = thickness};
    shape.path.addRect(rect);
    Ink ink;
    ink.shapes << shape;
    return ink;
}

Chunk writeLines(const QList<Blank>& blanks, qreal width) {
    constexpr qreal gap = 10_pt;
    int shares = 0;
    for (const Blank& blank : blanks)
        shares += blank.share;
    Chunk row = blank(20_pt);
    qreal x = 0;
    for (const Blank& field : blanks) {
        const qreal fieldWidth = (width + gap) * field.share / shares - gap;
        const Chunk label =
            paragraph({{field.label, {.size = 7_pt, .colour = ink::grey, .bold = true}, {}, false}}, fieldWidth);
        const qreal labelEnd = widthOf(label);
        row.ink.add(label.parts.first().ink, QPointF(x, 7_pt));
        row.ink.add(ruleOf(x + labelEnd + 4_pt, 17_pt, fieldWidth - labelEnd - 4_pt, ink::grey), {});
        x += fieldWidth + gap;
    }
    return row;
}
