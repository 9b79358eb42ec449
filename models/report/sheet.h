#pragma once

#include "report/report.h"

// A short document beside the plan: a title, and parts one after the other. The card of a step that went wrong (card.h)
// and the minutes of a meeting (minutes.h) are such sheets. Pure, like all reports.

/// The text is CommonMark, what people wrote in it escaped, so that all formats show the same.
struct SheetPart {
    QString title; ///< plain
    QString text;
    int lines = 0; ///< to write on, beneath the text
};

struct Sheet {
    QString title;   ///< plain, like all but the texts of the parts
    QString of;      ///< which plan it is of: at the head of each printed page …
    QString chapter; ///< … beside this, …
    QString ground;  ///< … and at its foot what that plan was made from
    QList<SheetPart> parts;
};

/// One about this plan, without parts.
Sheet sheetAbout(const Plan& plan, const QString& title, const QString& chapter);

/// "Guides of 2026-11-01, 0123456789ab": what a plan was made from, short. Plain.
QString groundOf(const Plan& plan);

/// What a step or note says, or which stop of which upgrade it is, with the id behind it, as reports have it; of what
/// the plan no longer has the id. CommonMark inline.
QString lineOf(const Plan& plan, const QString& id);

/// Texts one below the other, those that are empty apart; and as a list. CommonMark.
QString paragraphsOf(QStringList texts);
QString bulletsOf(const QStringList& texts);

/// As a document: Markdown, HTML or PDF; paper/pages.h has it for a printer. JSON is not offered (Request): all it
/// would hold is in jsonReport(). For PDF the errors of pdfReport().
Result<QByteArray> makeSheet(const Sheet& sheet, Format format, PageSize size = PageSize::A4);
