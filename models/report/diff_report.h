#pragma once

#include "core/plan_diff.h"
#include "report/report.h"

/// Two plans compared, as a document: what differs, and for each upgrade what comes, goes and changes, with what people
/// recorded on it. A cluster whose answers change has one record: pass it twice. Two plan files have two; then what
/// was recorded differently is listed, too. Pure, like all reports. Markdown, HTML and JSON; resources/REPORT-JSON.md
/// documents the last. Error of kind Request for PDF, which is not offered.
Result<QByteArray> diffReport(const PlanDiff& diff, const Record& before, const Record& after, Format format);
