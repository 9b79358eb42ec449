#pragma once

#include "core/plan.h"

/// Two upgrades by hand, for tests of what holds for any plan: steps and notes, a blocker of each kind, an open
/// question, a snippet, texts with characters that mean something in HTML, Markdown and SQL.
inline Plan smallPlan() {
    const auto item = [](const QString& id, Kind kind, int number, const QString& text, Component component) {
        PlanItem planned;
        planned.item.id = id;
        planned.item.kind = kind;
        planned.item.text = text;
        planned.item.component = component;
        planned.number = number;
        return planned;
    };
    PlanItem read =
        item(QStringLiteral("0.18-read"), Kind::Note, 0, QStringLiteral("Flags are <stricter> now"), Component::Master);
    PlanItem masters = item(QStringLiteral("0.18-masters-restart"), Kind::Step, 1,
                            QStringLiteral("Restart the masters with `--quorum=2`"), Component::Master);
    masters.item.details = QStringLiteral("One after the other; it's **slow**; 100 % sure");
    PlanItem settle =
        item(QStringLiteral("0.18-settle"), Kind::Step, 2, QStringLiteral("Settle the registry"), Component::Slave);
    settle.item.gate = Gate::Blocker;
    settle.item.severity = Severity::Danger;
    PlanItem slaves = item(QStringLiteral("0.18-slaves-restart"), Kind::Step, 3, QStringLiteral("Restart the slaves"),
                           Component::Slave);
    slaves.findFirst = true;
    slaves.hosts = QStringLiteral("slaves that isolate with cgroups");
    slaves.item.snippets = {{QStringLiteral("sh"), QStringLiteral("on a slave"), QStringLiteral("true\n"), {}}};
    PlanItem warned =
        item(QStringLiteral("0.19-warned"), Kind::Note, 0, QStringLiteral("No way back"), Component::Cluster);
    warned.item.gate = Gate::Blocker;
    PlanItem last =
        item(QStringLiteral("0.19-look"), Kind::Step, 1, QStringLiteral("Look at every slave"), Component::Cluster);

    Plan plan;
    plan.from = QStringLiteral("0.17.0");
    plan.to = QStringLiteral("0.19.1");
    PlanHop first;
    first.from = QStringLiteral("0.17.0");
    first.to = QStringLiteral("0.18.x");
    first.sections = {{QStringLiteral("Masters"), Phase::During, Component::Master, {read, masters}},
                      {QStringLiteral("Slaves"), Phase::During, Component::Slave, {settle, slaves}}};
    PlanHop second;
    second.from = QStringLiteral("0.18.x");
    second.to = QStringLiteral("0.19.x");
    second.sections = {{QStringLiteral("Afterwards: whole cluster"), Phase::After, Component::Cluster, {warned, last}}};
    plan.hops = {first, second};
    plan.coverage = {6, 6, 0};
    return plan;
}

/// The same, with what its versions change: two of them in the first upgrade, and the flags of 0.18 three times, told
/// by two of its texts.
inline Plan changingPlan() {
    Plan plan = smallPlan();
    plan.hops[0].passes = {QStringLiteral("0.17.x"), QStringLiteral("0.18.x")};
    plan.hops[1].passes = {QStringLiteral("0.19.x")};
    const auto tell = [](PlanItem& item, const QString& upgrade, const QList<ReleaseChange>& changes) {
        item.upgrade = upgrade;
        item.item.changes = changes;
    };
    tell(plan.hops[0].sections[0].items[0], QStringLiteral("0.18.x"),
         {{ChangeKind::Changed, Area::Flags, QStringLiteral("`--quorum`"), false},
          {ChangeKind::Removed, Area::Flags, QStringLiteral("`--<old>` & others"), true}});
    tell(plan.hops[0].sections[0].items[1], QStringLiteral("0.18.x"),
         {{ChangeKind::Changed, Area::Flags, QStringLiteral("`--zk`"), false}});
    tell(plan.hops[1].sections[0].items[1], QStringLiteral("0.19.x"),
         {{ChangeKind::New, Area::Endpoints, QStringLiteral("`/slaves`"), false}});
    return plan;
}
