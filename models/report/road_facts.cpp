#include "report/road_facts.h"

#include "core/words.h"

#include <QCoreApplication>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(report)
};

QString capitalised(QString text) {
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString wayTitle(const Plan& plan, RouteKind kind) {
    const QString title = capitalised(words::route(kind));
    return kind == plan.route ? Text::tr("%1 (this plan)").arg(title) : title;
}

/// An id in a text that is CommonMark.
QString reasonText(RouteStop stop, const QString& from, const QString& to) {
    if (!stop.step.isEmpty())
        stop.step = u'`' + stop.step + u'`';
    return words::stopReason(stop, from, to);
}

QStringList upgradesOf(const PlanHop& hop) {
    QStringList upgrades;
    QString from = hop.from;
    for (const QString& to : hop.passes) {
        upgrades << words::hop(from, to);
        from = to;
    }
    return upgrades;
}

} // namespace

Grid waysOf(const Plan& plan) {
    const QString slaves = words::component(Component::Slave, plan.to);
    Grid grid{{Text::tr("Way"), Text::tr("Upgrades"), Text::tr("Restarts of all %1").arg(slaves), Text::tr("Steps"),
               Text::tr("Steps and notes"), Text::tr("Blockers")},
              {}};
    for (const RouteOption& option : plan.options) {
        QStringList row{wayTitle(plan, option.kind)};
        for (const int number : {option.upgrades, option.slaveRestarts, option.steps, option.points, option.blockers})
            row << QString::number(number);
        grid.rows << row;
    }
    return grid;
}

QStringList advisedAgainst(const Plan& plan) {
    QStringList lines;
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& planned) {
        if (!planned.item.instead.isEmpty())
            lines << Text::tr("Advised against: %1 – %2 `%3`").arg(plan.to, planned.item.text, planned.item.id);
    });
    return lines;
}

QStringList waysStopAt(const Plan& plan) {
    QStringList lines;
    for (const RouteOption& option : plan.options) {
        QStringList reasons; // in the order of the way
        QMap<QString, QStringList> stops;
        for (const RouteStop& stop : option.stops) {
            const QString reason = reasonText(stop, plan.from, plan.to);
            if (!stops.contains(reason))
                reasons << reason;
            stops[reason] << stop.release;
        }
        for (const QString& reason : std::as_const(reasons))
            lines << Text::tr("%1 stops at %2: %3")
                         .arg(capitalised(words::route(option.kind)), stops.value(reason).join(u", "), reason);
    }
    return lines;
}

QStringList introductionOf(const PlanHop& hop, const QString& from, const QString& to) {
    QStringList paragraphs{Text::tr("Install version %1.").arg(hop.stopAt)};
    if (hop.passes.size() > 1)
        paragraphs << Text::tr("Done in one go: %1.").arg(upgradesOf(hop).join(u", "));
    if (hop.stopAt != to && hop.reason != StopReason::EveryRelease) // that one is the people's own wish
        paragraphs << Text::tr("Why %1 is not passed over: %2.")
                          .arg(hop.stopAt, reasonText({hop.stopAt, hop.reason, hop.reasonStep}, from, to));
    if (!hop.standing.isEmpty())
        paragraphs << hop.standing;
    if (hop.order == ComponentOrder::Free)
        paragraphs << Text::tr("The guide says that the order of the components does not matter here.");
    if (hop.passes.isEmpty())
        paragraphs << Text::tr("No guide speaks of an upgrade within a line: the order of the components is ours.");
    else if (hop.order == ComponentOrder::Ours && hop.standing.isEmpty()) // else that says so, and on what ground
        paragraphs << Text::tr("The guide does not say in which order the components follow each other here: the order "
                               "is ours.");
    return paragraphs;
}

QStringList upgradesOf(const Plan& plan) {
    QStringList upgrades;
    for (const PlanHop& hop : plan.hops)
        upgrades << upgradesOf(hop);
    return upgrades;
}

QString areaTitle(Area area) {
    return capitalised(words::area(area));
}

QString countText(const QPair<ChangeKind, int>& count) {
    return Text::tr("%1 %2").arg(QString::number(count.second), words::change(count.first));
}

QString countsText(const QList<Impact::Entry>& entries) {
    QStringList counts;
    for (const QPair<ChangeKind, int>& count : countsOf(entries))
        counts << countText(count);
    return counts.isEmpty() ? QStringLiteral("–") : counts.join(u", ");
}

QString entryText(const ReleaseChange& change) {
    return change.ours ? Text::tr("%1 (classified by us)").arg(change.what) : change.what;
}

QString impactLegend() {
    QStringList signs;
    for (const ChangeKind kind : {ChangeKind::New, ChangeKind::Changed, ChangeKind::Deprecated, ChangeKind::Removed})
        signs << words::changeSign(kind) + u' ' + words::change(kind);
    return Text::tr("What the versions on this way change in Mesos, as far as this plan has steps and notes on it: %1. "
                    "The kinds are those of the guide's own table, or classified by us where it has none.")
        .arg(signs.join(u", "));
}

QString noImpactText() {
    return Text::tr("Nothing that the guides list: they tell what changes from one line to the next. What a release "
                    "within a line mends is in its release notes.");
}
