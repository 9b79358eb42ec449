#include "ui/details_text.h"

#include "report/facts.h"
#include "report/rich_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace {
/// Ids stand in code spans; those of this plan become links to where they are.
QString linkIds(const Plan& plan, QString html) {
    static const QRegularExpression codeSpan(QStringLiteral("<code>([a-z0-9.-]{1,28})</code>"));
    qsizetype from = 0;
    for (QRegularExpressionMatch match = codeSpan.match(html); match.hasMatch(); match = codeSpan.match(html, from)) {
        const QString id = match.captured(1);
        from = match.capturedEnd();
        if (findItem(plan, id) == nullptr)
            continue;
        const QString link = QStringLiteral("<a href=\"step:%1\">%1</a>").arg(id);
        html.replace(match.capturedStart(), match.capturedLength(), link);
        from = match.capturedStart() + link.size();
    }
    return html;
}

QString row(const QString& label, const QString& html) {
    return QStringLiteral("<tr><td style=\"padding:3px 12px 3px 0\"><b>%1</b></td>"
                          "<td style=\"padding:3px 0\">%2</td></tr>")
        .arg(label.toHtmlEscaped(), html);
}

QString answerLinks(const QList<Because>& because) {
    QStringList links;
    for (const Because& reason : because)
        links.append(QStringLiteral("<a href=\"answer:%1\">%2</a>")
                         .arg(reason.trait.toHtmlEscaped(), plainText(reason.label).toHtmlEscaped()));
    return links.join(QStringLiteral(", "));
}
} // namespace

QString detailsHtml(const Plan& plan, const PlanItem& item) {
    return linkIds(plan, commonMarkToHtml(item.item.details));
}

QString factsHtml(const Plan& plan, const PlanHop& hop, const PlanItem& item) {
    QString rows;
    for (const Fact& fact : circumstancesOf(item) + groundsOf(hop, item))
        rows += row(labelText(fact.label), linkIds(plan, inlineToHtml(fact.text)));
    if (!item.because.isEmpty())
        rows += row(QCoreApplication::translate("Details", "Answers"), answerLinks(item.because));
    return QStringLiteral("<table>%1</table>").arg(rows);
}

QString introductionHtml(const Plan& plan, const PlanHop& hop) {
    QString html;
    for (const QString& paragraph : introductionOf(hop))
        html += linkIds(plan, commonMarkToHtml(paragraph));
    return html;
}
