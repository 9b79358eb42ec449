#pragma once

#include "report/sheet.h"

class Pages;
class QPrinter;

/// Of the paper that reports are made for, the one that is usual where people are, and the one that comes next to what
/// a printer has.
PageSize usualPaper();
PageSize paperOf(const QPrinter& printer);

/// The plan in the format that the file's suffix names. Writes nothing; may be called from any thread.
Result<QByteArray> documentFor(const Plan& plan, const Record& record, const QString& path);

/// The file types of documentFor() as a filter for file choosers, that of `suffix` first.
QString exportFilters(const QString& suffix);

/// Paints the pages that people chose in the print dialog. The error says that the printer does not take them.
Result<> printPages(const Pages& pages, QPrinter& printer);

/// The same for a sheet, such as the card of a step that went wrong or minutes: Markdown, HTML and PDF.
Result<> saveSheet(const Sheet& sheet, const QString& path);
Result<> printSheet(const Sheet& sheet, QPrinter& printer);

/// The file types of saveSheet(), that of `usual` first.
QString sheetFilters(Format usual);
