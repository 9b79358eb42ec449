#include "ui/details_text.h"

#include "core/progress.h"
#include "core/words.h"
#include "report/facts.h"
#include "report/rich_text.h"
#include "report/road_facts.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Details)
};

/// Where what this id stands for is to be found: the step or note itself, or the later one that took its place. Empty:
/// nowhere in the plan.
QString placeOf(const Plan& plan, const QString& id) {
    QString place;
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& planned) {
        if (planned.item.id == id || planned.standsFor.contains(id))
            place = planned.item.id;
    });
    return place;
}

/// Ids stand in code spans; those of this plan become links to where they are, except to what is shown already.
QString linkIds(const Plan& plan, QString html, const QString& shown) {
    static const QRegularExpression codeSpan(QStringLiteral("<code>([a-z0-9.-]{1,28})</code>"));
    qsizetype from = 0;
    for (QRegularExpressionMatch match = codeSpan.match(html); match.hasMatch(); match = codeSpan.match(html, from)) {
        const QString place = placeOf(plan, match.captured(1));
        from = match.capturedEnd();
        if (place.isEmpty() || place == shown)
            continue;
        const QString link = QStringLiteral("<a href=\"step:%1\">%2</a>").arg(place, match.captured(1));
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

QString purposeOf(const PausePoint& pause) {
    switch (pause.kind) {
    case PauseKind::Start:
        return Text::tr("From here on the cluster is changed. Somebody looks at the plan and at the cluster, and says "
                        "that the work begins.");
    case PauseKind::Masters:
        return Text::tr("The masters of this upgrade are done. Somebody looks at them before the work goes on.");
    case PauseKind::FirstSlaves:
        return Text::tr("The first %1 are done. Somebody looks at them and at their tasks before all others follow.")
            .arg(words::component(Component::Slave, pause.id));
    case PauseKind::NoWayBack:
        return Text::tr("A source says that what comes next cannot be taken back. Somebody decides that it is done.");
    case PauseKind::End:
        return Text::tr("All steps are done. Somebody looks at the whole cluster and says that the upgrade is "
                        "finished.");
    }
    Q_UNREACHABLE();
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
    return linkIds(plan, commonMarkToHtml(item.item.details), item.item.id);
}

QString factsHtml(const Plan& plan, const PlanHop& hop, const PlanItem& item) {
    QString rows;
    for (const Fact& fact : circumstancesOf(item) + groundsOf(hop, item))
        rows += row(labelText(fact.label), linkIds(plan, inlineToHtml(fact.text), item.item.id));
    if (!item.because.isEmpty())
        rows += row(Text::tr("Answers"), answerLinks(item.because));
    return QStringLiteral("<table>%1</table>").arg(rows);
}

QString introductionHtml(const Plan& plan, const Record& record, const PlanHop& hop) {
    QString html;
    for (const QString& paragraph : introductionOf(hop, plan.from, plan.to))
        html += linkedHtml(plan, paragraph);
    const QStringList putOff = deferredTo(plan, record, hop);
    if (putOff.isEmpty())
        return html;
    QString steps;
    for (const QString& id : putOff)
        steps += QStringLiteral("<li><a href=\"step:%1\">%1</a> %2</li>")
                     .arg(id, plainText(findItem(plan, id)->item.text).toHtmlEscaped());
    return html +
           QStringLiteral("<p>%1</p><ul>%2</ul>").arg(Text::tr("Put off to this upgrade:").toHtmlEscaped(), steps);
}

QString pauseHtml(const Plan& plan, const PausePoint& pause) {
    const PlanItem* step = findItem(plan, pause.step);
    const QString link =
        QStringLiteral("<a href=\"step:%1\">%1</a> %2").arg(pause.step, plainText(step->item.text).toHtmlEscaped());
    QString place = pause.after ? Text::tr("After this step:") : Text::tr("Before this step:");
    if (pause.kind == PauseKind::FirstSlaves)
        place = Text::tr("Within this step, after the first few %1:").arg(words::component(Component::Slave, pause.id));
    const QString leave = standsBehind(pause) ? QStringLiteral("<p>%1 %2</p>")
                                                    .arg(Text::tr("May I stop here:").toHtmlEscaped(),
                                                         inlineToHtml(words::stop(step->item.stop)))
                                              : QString();
    return QStringLiteral("<p>%1</p><p>%2<br>%3</p>%4")
        .arg(purposeOf(pause).toHtmlEscaped(), place.toHtmlEscaped(), link, leave);
}

QString linkedHtml(const Plan& plan, const QString& commonMark) {
    return linkIds(plan, commonMarkToHtml(commonMark), {});
}
