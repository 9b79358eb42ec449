#include "ui/output.h"

#include "report/paper/pages.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QPrinter>

#include <algorithm>

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Output)
};
} // namespace

PageSize usualPaper() {
    return QLocale::system().measurementSystem() == QLocale::ImperialUSSystem ? PageSize::Letter : PageSize::A4;
}

PageSize paperOf(const QPrinter& printer) {
    return printer.pageLayout().pageSize().id() == QPageSize::Letter ? PageSize::Letter : PageSize::A4;
}

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
Result<QByteArray> documentFor(const Plan& plan, const Record& record, const QString& path) {
    return formatOfFile(path).and_then([&](Format format) { return makeReport(plan, record, format, usualPaper()); });
}

QString exportFilters(const QString& suffix) {
    QStringList filters{Text::tr("Markdown (*.md)"), Text::tr("Web page (*.html)"), Text::tr("PDF (*.pdf)"),
                        Text::tr("JSON (*.json)")};
    const QString pattern = u"*." + suffix + u')';
    std::stable_partition(filters.begin(), filters.end(),
                          [&pattern](const QString& filter) { return filter.endsWith(pattern); });
    return filters.join(QStringLiteral(";;"));
}

Result<> saveSheet(const Sheet& sheet, const QString& path) {
    return formatOfFile(path)
        .and_then([&](Format format) { return makeSheet(sheet, format, usualPaper()); })
        .and_then([&](const QByteArray& bytes) { return writeWhole(path, bytes); });
}

QString sheetFilters(Format usual) {
    QStringList filters{Text::tr("Markdown (*.md)"), Text::tr("Web page (*.html)")};
    filters.insert(usual == Format::Pdf ? 0 : 2, Text::tr("PDF (*.pdf)"));
    return filters.join(QStringLiteral(";;"));
}

Result<> printSheet(const Sheet& sheet, QPrinter& printer) {
    return printPages(layOutSheet(sheet, paperOf(printer)), printer);
}
