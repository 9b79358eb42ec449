#pragma once

#include "core/plan.h"
#include "core/record.h"
#include "core/result.h"

class QPrinter;

/// Writes the plan in the format that the file's suffix names; for PDF on the paper that is usual where people are.
Result<> exportPlan(const Plan& plan, const Record& record, const QString& path);

/// The file types of exportPlan() as a filter for file choosers, Markdown first.
QString exportFilters();

/// Paints the pages that people chose in the print dialog; the same pages as in the PDF. The error says that the
/// printer does not take them.
Result<> printPlan(const Plan& plan, const Record& record, QPrinter& printer);

/// The same for the card of a step that went wrong (report/card.h): Markdown, HTML and PDF.
Result<> saveCard(const Plan& plan, const Record& record, const QString& step, const QString& path);
QString cardFilters();
Result<> printCard(const Plan& plan, const Record& record, const QString& step, QPrinter& printer);
