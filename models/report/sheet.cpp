#include "report/sheet.h"

#include "core/pause_points.h"
#include "core/words.h"
#include "report/facts.h"
#include "report/html_text.h"
#include "report/markdown_text.h"
#include "report/pdf_module.h"
#include "report/record_facts.h"
#include "report/rich_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(report)
};

/// Underscores alone in a line are lines to write on, printed or rendered.
QByteArray sheetMarkdown(const Sheet& sheet) {
    QString text = u"# " + escapedCommonMark(sheet.title) + u'\n';
    for (const SheetPart& part : sheet.parts) {
        text += u"\n## " + part.title + u'\n';
        if (!part.text.isEmpty())
            text += u'\n' + part.text + u'\n';
        for (int line = 0; line < part.lines; ++line)
            text += u'\n' + QString(72, u'_') + u'\n';
    }
    return text.toUtf8();
}

QByteArray sheetHtml(const Sheet& sheet) {
    QString body = html::plain(QStringLiteral("h1"), sheet.title);
    for (const SheetPart& part : sheet.parts)
        body += html::element(QStringLiteral("section class=\"sheet\""),
                              u'\n' + html::plain(QStringLiteral("h2"), part.title) + commonMarkToHtml(part.text) +
                                  QStringLiteral("<hr>\n").repeated(part.lines));
    return html::page(sheet.title, body);
}

} // namespace

Sheet sheetAbout(const Plan& plan, const QString& title, const QString& chapter) {
    return {title, words::planTitle(plan), chapter, groundOf(plan), {}};
}

QString groundOf(const Plan& plan) {
    return Text::tr("Guides of %1, %2").arg(plan.catalogueVersion, plan.catalogueDigest.left(12));
}

QString lineOf(const Plan& plan, const QString& id) {
    QString span = markdown::codeSpan(id);
    if (const PlanItem* planned = findItem(plan, id))
        return markdown::oneLine(planned->item.text) + u' ' + span;
    const QList<PausePoint> pauses = pausePointsOf(plan);
    const auto pause =
        std::find_if(pauses.cbegin(), pauses.cend(), [&](const PausePoint& point) { return point.id == id; });
    if (pause == pauses.cend())
        return span;
    const PlanHop& hop = plan.hops[pause->hop];
    return Text::tr("%1 (upgrade %2)").arg(pauseTitle(plan, *pause), words::hop(hop.from, hop.to)) + u' ' + span;
}

QString paragraphsOf(QStringList texts) {
    texts.removeAll(QString());
    return texts.join(QStringLiteral("\n\n"));
}

QString bulletsOf(const QStringList& texts) {
    return QStringLiteral("- ") + texts.join(QStringLiteral("\n- "));
}

Result<QByteArray> makeSheet(const Sheet& sheet, Format format, PageSize size) {
    switch (format) {
    case Format::Markdown:
        return sheetMarkdown(sheet);
    case Format::Html:
        return sheetHtml(sheet);
    case Format::Pdf:
        return sheetPdf(sheet, size);
    case Format::Json:
        return requestError(Text::tr("This is there as Markdown, HTML and PDF; as JSON there is the whole plan."));
    }
    Q_UNREACHABLE();
}
