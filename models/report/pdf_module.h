#pragma once

#include "report/sheet.h"

// The PDF writer and all it needs (fonts, libqpdf) is a module (core/module.h) that is loaded when a PDF is wanted.

/// The module's file.
inline constexpr char pdfModuleFile[] = "mesos-upgrade-pdf.so";

/// A sheet as PDF; errors of pdfReport().
Result<QByteArray> sheetPdf(const Sheet& sheet, PageSize size);

/// What the module exports under the names `makeApplication`, `writePdf` and `writeSheet`.
using MakeApplication = QCoreApplication*(int& argc, char** argv);
using WritePdf = void(const Plan& plan, const Record& record, PageSize size, Result<QByteArray>& pdf);
using WriteSheet = void(const Sheet& sheet, PageSize size, Result<QByteArray>& pdf);
