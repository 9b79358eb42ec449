#pragma once

#include "core/plan.h"
#include "core/record.h"
#include "core/result.h"

#include <QByteArray>

// A plan and its record as a document. All functions are pure: equal plan and record give equal bytes (PDF: equal pages).

enum class Format { Markdown, Html, Json, Pdf };
enum class PageSize { A4, Letter };

/// DESIGN section 7 is the contract. UTF-8, ends with a newline.
QByteArray markdownReport(const Plan& plan, const Record& record);

/// One self-contained file: no script, no address outside links.
QByteArray htmlReport(const Plan& plan, const Record& record);

/// `{"format": 1, "plan": {…}, "record": {…}}`; the plan as in core/plan_json.h. resources/REPORT-JSON.md documents it.
QByteArray jsonReport(const Plan& plan, const Record& record);

/// Needs a QGuiApplication (fonts). Error of kind System when the writer fails.
Result<QByteArray> pdfReport(const Plan& plan, const Record& record, PageSize size);

/// Takes `markdown`, `md`, `html`, `json`, `pdf`.
Result<Format> parseFormat(const QString& word);
/// By the suffix of a file name: .md, .markdown, .html, .htm, .json, .pdf.
Result<Format> formatOfFile(const QString& path);

Result<QByteArray> makeReport(const Plan& plan, const Record& record, Format format, PageSize size = PageSize::A4);

/// Writes the bytes so that the file is either the old one or the whole new one. The error names path and cause.
Result<> writeWhole(const QString& path, const QByteArray& bytes);
