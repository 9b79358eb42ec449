#include "ui/upgrades_table.h"

#include "core/words.h"
#include "ui/plan_numbers.h"

#include <QCoreApplication>

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(UpgradesTable)
};

/// Numbers stand at the right of their column.
QString row(const QString& cell, const QStringList& texts, const QStringList& numbers) {
    QString html;
    for (const QString& text : texts)
        html += QStringLiteral("<%1 align=\"left\">%2</%1>").arg(cell, text.toHtmlEscaped());
    for (const QString& number : numbers)
        html += QStringLiteral("<%1 align=\"right\">%2</%1>").arg(cell, number.toHtmlEscaped());
    return QStringLiteral("<tr>%1</tr>").arg(html);
}

/// At the ends of the way as people chose it, between by the lines that are passed.
QString upgradeName(const Plan& plan, const PlanHop& hop) {
    const QString name = words::hop(&hop == &plan.hops.constFirst() ? plan.from : hop.from,
                                    &hop == &plan.hops.constLast() ? plan.to : hop.to);
    return hop.passes.size() > 1 ? Text::tr("%1, %2 versions at once").arg(name).arg(hop.passes.size()) : name;
}
} // namespace

QString dayOf(const Catalogue& catalogue, const QString& version) {
    for (const Release& release : catalogue.releases)
        if (release.version == version)
            return release.date;
    return {};
}

QString upgradesTable(const Catalogue& catalogue, const Plan& plan) {
    QString rows = row(QStringLiteral("th"), {Text::tr("Upgrade"), Text::tr("Install"), Text::tr("Released")},
                       {Text::tr("Steps"), Text::tr("Notes"), Text::tr("Restarts"), Text::tr("Blockers")});
    for (const PlanHop& hop : plan.hops) {
        const PlanNumbers numbers = numbersOf(hop);
        rows += row(QStringLiteral("td"), {upgradeName(plan, hop), hop.stopAt, dayOf(catalogue, hop.stopAt)},
                    {QString::number(numbers.steps), QString::number(numbers.notes), QString::number(numbers.restarts),
                     QString::number(numbers.blockers)});
    }
    return QStringLiteral("<table width=\"100%\" cellspacing=\"0\" cellpadding=\"3\">%1</table>").arg(rows);
}
