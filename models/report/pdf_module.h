#pragma once

#include "report/report.h"

// The PDF writer and all it needs (fonts, libqpdf) is a module of its own that is loaded when a PDF is wanted: linked
// to the programs it would cost every start more than everything else together. Program and module are of one build, so
// plain C++ values cross.

/// The module's file, beside the programs where they are built, in `../lib/mesos-upgrade-assistant` where they are
/// installed.
inline constexpr char pdfModuleFile[] = "mesos-upgrade-pdf.so";

/// The card of card.h as PDF; errors of cardOf() and those of pdfReport().
Result<QByteArray> cardPdf(const Plan& plan, const Record& record, const QString& step, PageSize size);

/// What the module exports under the names `makeApplication`, `writePdf` and `writeCard`.
using MakeApplication = QCoreApplication*(int& argc, char** argv);
using WritePdf = void(const Plan& plan, const Record& record, PageSize size, Result<QByteArray>& pdf);
using WriteCard = void(const Plan& plan, const Record& record, const QString& step, PageSize size,
                       Result<QByteArray>& pdf);
