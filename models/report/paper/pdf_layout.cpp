#include "core/words.h"
#include "report/paper/pages.h"
#include "report/paper/pdf_content.h"
#include "report/paper/pdf_flow.h"
#include "report/paper/pdf_text.h"

#include <QCoreApplication>
#include <QMarginsF>
#include <QPageSize>

namespace {

/// Wide enough at the left for a binder's holes.
constexpr QMarginsF margins(52_pt, 52_pt, 44_pt, 48_pt);

const Look small{.size = 7.5_pt, .colour = ink::grey};

struct Text {
    Q_DECLARE_TR_FUNCTIONS(report)
};

QSizeF twips(PageSize size) {
    return QPageSize(size == PageSize::A4 ? QPageSize::A4 : QPageSize::Letter).size(QPageSize::Point) * 1_pt;
}

QRectF bodyOf(const QSizeF& paper) {
    return QRectF(QPointF(), paper).marginsRemoved(margins);
}

QList<Flow::Sheet> frontSheets(const Plan& plan, const Record& record, const QList<int>& upgradePages,
                               const QRectF& body) {
    Flow flow(body);
    flow.startChapter(Text::tr("Summary"));
    flow.place(summaryChunks(plan, record, upgradePages, body.width()));
    if (const QList<Chunk> findOut = findOutChunks(plan, record, body.width()); !findOut.isEmpty()) {
        flow.startChapter(Text::tr("Find out first"));
        flow.place(findOut);
    }
    return flow.sheets();
}

struct Work {
    QList<Flow::Sheet> sheets;
    QList<int> upgradePages; ///< counted from 1 within `sheets`
};

Work workSheets(const Plan& plan, const Record& record, const QRectF& body) {
    Flow flow(body);
    Work work;
    for (const PlanHop& hop : plan.hops) {
        flow.startChapter(Text::tr("Upgrade %1").arg(words::hop(hop.from, hop.to)));
        work.upgradePages << int(flow.sheets().size());
        flow.place(upgradeChunks(plan, hop, record, body.width()));
    }
    work.sheets = flow.sheets();
    return work;
}

QList<Flow::Sheet> impactSheets(const Plan& plan, const QRectF& body) {
    Flow flow(body);
    flow.startChapter(Text::tr("Impact"));
    flow.place(impactChunks(plan, body.width()));
    QList<Flow::Sheet> sheets = flow.sheets();
    for (Flow::Sheet& sheet : sheets)
        sheet.ink.sideways = true;
    return sheets;
}

QList<Flow::Sheet> closingSheets(const Plan& plan, const QRectF& body) {
    Flow flow(body);
    flow.startChapter(Text::tr("Left out"));
    flow.place(closingChunks(plan, body.width()));
    return flow.sheets();
}

enum class Side { Left, Right };
Ink marginLine(const QString& text, const Look& look, Side side, qreal y, const QRectF& body) {
    const Chunk line = paragraph({{text, look, {}, false}}, body.width());
    const qreal x = side == Side::Left ? body.left() : body.right() - widthOf(line);
    Ink ink;
    ink.add(line.parts.first().ink, QPointF(x, y));
    return ink;
}

/// What stands at the head and at the foot of every page.
struct Margin {
    QString of;
    QString ground;
};

Ink finishedSheet(const Margin& margin, const Flow::Sheet& sheet, int number, int count, const QRectF& body) {
    const qreal head = body.top() - 26_pt;
    const qreal foot = body.bottom() + 12_pt;
    const Look bold{.size = small.size, .colour = small.colour, .bold = true};
    Ink ink = sheet.ink;
    ink.add(marginLine(margin.of, small, Side::Left, head, body), {});
    ink.add(marginLine(sheet.chapter, bold, Side::Right, head, body), {});
    ink.add(ruleOf(body.left(), head + 14_pt, body.width()), {});
    ink.add(marginLine(margin.ground, small, Side::Left, foot, body), {});
    ink.add(marginLine(Text::tr("Page %1 of %2").arg(number).arg(count), bold, Side::Right, foot, body), {});
    return ink;
}

QList<Ink> finishedSheets(const Margin& margin, const QList<Flow::Sheet>& sheets, const QSizeF& paper) {
    QList<Ink> pages;
    for (const Flow::Sheet& sheet : sheets)
        pages << finishedSheet(margin, sheet, int(pages.size()) + 1, int(sheets.size()),
                               bodyOf(sheet.ink.sideways ? paper.transposed() : paper));
    return pages;
}

} // namespace

Pages layOutPages(const Plan& plan, const Record& record, PageSize size) {
    const QSizeF paper = twips(size);
    const QRectF body = bodyOf(paper);
    const Work work = workSheets(plan, record, body);

    // The front tells on which page each upgrade begins, which depends on how many pages the front takes.
    const qsizetype frontCount = frontSheets(plan, record, {}, body).size();
    QList<int> upgradePages;
    for (const int page : work.upgradePages)
        upgradePages << int(frontCount) + page;
    const QList<Flow::Sheet> sheets = frontSheets(plan, record, upgradePages, body) + work.sheets +
                                      impactSheets(plan, bodyOf(paper.transposed())) + closingSheets(plan, body);

    return Pages(words::planTitle(plan), paper,
                 finishedSheets({words::planTitle(plan), groundOf(plan)}, sheets, paper));
}

Pages layOutSheet(const Sheet& sheet, PageSize size) {
    const QSizeF paper = twips(size);
    const QRectF body = bodyOf(paper);
    Flow flow(body);
    flow.startChapter(sheet.chapter);
    flow.place(sheetChunks(sheet, body.width()));
    return Pages(sheet.title, paper, finishedSheets({sheet.of, sheet.ground}, flow.sheets(), paper));
}
