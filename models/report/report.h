#pragma once

#include "core/plan.h"
#include "core/record.h"
#include "core/result.h"

#include <QByteArray>

#include <memory>

class QCoreApplication;

// A plan and its record as a document. All functions are pure: equal plan and record give equal bytes (PDF: equal
// pages).

enum class Format { Markdown, Html, Json, Pdf };
enum class PageSize { A4, Letter };

/// DESIGN section 7 is the contract. UTF-8, ends with a newline.
QByteArray markdownReport(const Plan& plan, const Record& record);

/// The same of nothing but these steps, notes and pause points, in the order of work and under their headings.
QByteArray markdownExcerpt(const Plan& plan, const Record& record, const QStringList& ids);

/// One self-contained file: no script, no address outside links.
QByteArray htmlReport(const Plan& plan, const Record& record);

/// `{"format": 2, "plan": {…}, "record": {…}, …}`; the plan as in core/plan_json.h. resources/REPORT-JSON.md documents
/// it.
QByteArray jsonReport(const Plan& plan, const Record& record);

/// Needs a QGuiApplication (fonts). The writer is loaded by the first call (pdf_module.h). Error of kind System when it
/// cannot be loaded or fails.
Result<QByteArray> pdfReport(const Plan& plan, const Record& record, PageSize size);

/// For programs without a window that are going to write a PDF: their QGuiApplication, so that they need not be linked
/// to Qt Gui. Takes what QCoreApplication takes. Where the writer cannot be loaded it is a plain QCoreApplication, and
/// pdfReport() says why.
std::unique_ptr<QCoreApplication> makePdfApplication(int& argc, char** argv);

/// Takes `markdown`, `md`, `html`, `json`, `pdf`.
Result<Format> parseFormat(const QString& word);
/// By the suffix of a file name: .md, .markdown, .html, .htm, .json, .pdf.
Result<Format> formatOfFile(const QString& path);

Result<QByteArray> makeReport(const Plan& plan, const Record& record, Format format, PageSize size = PageSize::A4);

/// Writes the bytes so that the file is either the old one or the whole new one. The error names path and cause.
Result<> writeWhole(const QString& path, const QByteArray& bytes);
