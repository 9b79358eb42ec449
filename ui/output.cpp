#include "ui/output.h"

#include "report/card.h"
#include "report/paper/pages.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QPrinter>

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Output)
};

PageSize usualPaper() {
    return QLocale::system().measurementSystem() == QLocale::ImperialUSSystem ? PageSize::Letter : PageSize::A4;
}

PageSize paperOf(const QPrinter& printer) {
    return printer.pageLayout().pageSize().id() == QPageSize::Letter ? PageSize::Letter : PageSize::A4;
}

/// Those of the pages that people chose in the print dialog.
Result<> printPages(const Pages& pages, QPrinter& printer) {
    printer.setFullPage(true);
    printer.setDocName(pages.title());
    const bool all = printer.printRange() != QPrinter::PageRange;
    const int first = all ? 0 : qMax(0, printer.fromPage() - 1);
    const int end = all ? pages.count() : qMin(pages.count(), printer.toPage());
    QPainter painter;
    if (!painter.begin(&printer))
        return systemError(Text::tr("The printer “%1” does not take the pages.").arg(printer.printerName()));
    for (int page = first; page < end; ++page) {
        if (page > first && !printer.newPage())
            return systemError(
                Text::tr("The printer “%1” stopped at page %2.").arg(printer.printerName()).arg(page + 1));
        pages.paint(painter, page);
    }
    return {};
}
} // namespace

Result<> exportPlan(const Plan& plan, const Record& record, const QString& path) {
    const Result<Format> format = formatOfFile(path);
    if (!format)
        return tl::make_unexpected(format.error());
    const Result<QByteArray> report = makeReport(plan, record, *format, usualPaper());
    if (!report)
        return tl::make_unexpected(report.error());
    return writeWhole(path, *report);
}

QString exportFilters() {
    return QStringList{Text::tr("Markdown (*.md)"), Text::tr("Web page (*.html)"), Text::tr("PDF (*.pdf)"),
                       Text::tr("JSON (*.json)")}
        .join(QStringLiteral(";;"));
}

Result<> printPlan(const Plan& plan, const Record& record, QPrinter& printer) {
    return printPages(layOutPages(plan, record, paperOf(printer)), printer);
}

Result<> saveCard(const Plan& plan, const Record& record, const QString& step, const QString& path) {
    const Result<Format> format = formatOfFile(path);
    if (!format)
        return tl::make_unexpected(format.error());
    const Result<QByteArray> card = makeCard(plan, record, step, *format, usualPaper());
    if (!card)
        return tl::make_unexpected(card.error());
    return writeWhole(path, *card);
}

QString cardFilters() {
    return QStringList{Text::tr("PDF (*.pdf)"), Text::tr("Web page (*.html)"), Text::tr("Markdown (*.md)")}.join(
        QStringLiteral(";;"));
}

Result<> printCard(const Plan& plan, const Record& record, const QString& step, QPrinter& printer) {
    const Result<Pages> card = layOutCard(plan, record, step, paperOf(printer));
    return card ? printPages(*card, printer) : tl::make_unexpected(card.error());
}
