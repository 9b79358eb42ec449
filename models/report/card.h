#pragma once

#include "report/report.h"

// The card for the moment a step went wrong (core/trouble.h), to be read aloud, printed and written on: what happened,
// what the cluster runs now, whether it may be left so, the way back, what must wait, whom to call. Nothing on it is
// advice of ours. Pure, like all reports.

/// One part of the card. The text is CommonMark, what people wrote in it escaped, so that all formats show the same.
struct CardPart {
    QString title; ///< plain
    QString text;
    int lines = 0; ///< to write on, beneath the text
};

struct Card {
    QString title; ///< plain
    QList<CardPart> parts;
};

/// Error of kind Request when the plan has no such step; it names the nearest ids.
Result<Card> cardOf(const Plan& plan, const Record& record, const QString& step);

/// As a document: Markdown, HTML or PDF; paper/pages.h has it for a printer. JSON is not offered (Request): all it
/// would hold is in jsonReport(). Errors of cardOf() and, for PDF, those of pdfReport().
Result<QByteArray> makeCard(const Plan& plan, const Record& record, const QString& step, Format format,
                            PageSize size = PageSize::A4);
