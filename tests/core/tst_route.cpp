#include "core/plan_builder.h"
#include "core/route_items.h"
#include "support/support.h"

#include <QTest>

namespace {

Item step(const QString& id, Phase phase, Component component, const QString& fold = {}) {
    Item item;
    item.id = id;
    item.kind = Kind::Step;
    item.text = id;
    item.phase = phase;
    item.component = component;
    item.fold = fold;
    item.tasks.restarts = !fold.isEmpty();
    return item;
}

/// 0.9 to 1.5, two patches each but for 1.5; from 1.0 on direct upgrades are allowed. Every upgrade restarts masters
/// and slaves, and has something of its own before, between and after.
Catalogue smallRoad() {
    Catalogue road;
    const QStringList lines{u"0.9"_qs, u"1.0"_qs, u"1.1"_qs, u"1.2"_qs, u"1.3"_qs, u"1.4"_qs, u"1.5"_qs};
    for (const QString& line : lines) {
        road.releases << Release{line + u".0", line, u"2016-01-01"_qs, true, {}};
        if (line != u"1.5")
            road.releases << Release{line + u".1", line, u"2016-02-01"_qs, true, {}};
    }
    for (qsizetype i = 1; i < lines.size(); ++i) {
        Hop hop{lines[i - 1] + u".x", lines[i] + u".x", lines[i - 1], lines[i], ComponentOrder::Listed, {}, {}};
        const auto add = [&](const char* name, Phase phase, Component component, const char* fold = "") {
            hop.items << step(lines[i] + u'-' + QString::fromLatin1(name), phase, component, QString::fromLatin1(fold));
        };
        add("prepare", Phase::Before, Component::Scheduler);
        add("masters", Phase::During, Component::Master, "masters-restart");
        add("between", Phase::During, Component::Master);
        add("slaves", Phase::During, Component::Slave, "slaves-restart");
        add("after", Phase::After, Component::Cluster);
        road.hops << hop;
    }
    road.direct << DirectStretch{u"1.0..1.5"_qs, {}};
    Item patch = step(u"patch-masters"_qs, Phase::During, Component::Master, u"masters-restart"_qs);
    patch.hops = u"0.9..1.5"_qs;
    road.patch << patch;
    Question acls;
    acls.id = u"acls"_qs;
    road.questions << acls;
    return road;
}

QString shown(const Route& route) {
    static const QMap<StopReason, QString> reasons{
        {StopReason::Target, u"end"_qs},           {StopReason::EveryRelease, u"asked"_qs},
        {StopReason::NoRule, u"no rule"_qs},       {StopReason::SourceNotLast, u"source"_qs},
        {StopReason::TargetNotLast, u"target"_qs}, {StopReason::DoOn, u"do on"_qs}};
    QString text = route.from;
    for (const Leg& leg : route.legs)
        text += u" > " + leg.to + u" (" + reasons.value(leg.reason) + u')';
    return text;
}

QStringList idsOf(const Plan& plan) {
    QStringList ids;
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) { ids << item.item.id; });
    return ids;
}

} // namespace

Q_DECLARE_METATYPE(RouteKind)

class TestRoute final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void routes_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("route");
        QTest::newRow("neighbours") << u"0.11.0"_qs << u"0.12.1"_qs << u"0.11.0 0.12.1: 0.11.0>0.12.0"_qs;
        QTest::newRow("every line between")
            << u"0.16.0"_qs << u"0.19.1"_qs << u"0.16.0 0.19.1: 0.16.0>0.17.0 0.17.0>0.18.x 0.18.x>0.19.x"_qs;
        QTest::newRow("a line as target is its last patch")
            << u"0.18.0"_qs << u"0.19"_qs << u"0.18.0 0.19.1: 0.18.x>0.19.x"_qs;
        QTest::newRow("a line as source is some patch")
            << u"0.18.x"_qs << u"0.19.0"_qs << u"0.18.x 0.19.0: 0.18.x>0.19.x"_qs;
        QTest::newRow("with v and spaces") << u" v0.14.2"_qs << u"v0.15.0 "_qs << u"0.14.2 0.15.0: 0.14.0>0.15.0"_qs;
        QTest::newRow("last patch of an older date than the next line's first")
            << u"0.21.2"_qs << u"0.22.0"_qs << u"0.21.2 0.22.0: 0.21.x>0.22.x"_qs;
    }
    void routes() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const Result<Route> route = findRoute(catalogue(), from, to);
        QVERIFY2(route.has_value(), route ? "" : qPrintable(route.error().message));
        QString shown = route->from + u' ' + route->to + u':';
        for (const Leg& leg : route->legs)
            for (const int hop : leg.hops)
                shown += u' ' + catalogue().hops[hop].from + u'>' + catalogue().hops[hop].to;
        QTEST(shown, "route");
    }

    void refusals_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("message");
        QTest::newRow("no version") << u"newest"_qs << u"0.15.0"_qs
                                    << u"“newest” is no version of Mesos; write it as 0.18, 0.18.x or 0.18.2."_qs;
        QTest::newRow("unknown patch") << u"0.18.7"_qs << u"0.19.1"_qs
                                       << u"There is no Mesos 0.18.7; nearest: 0.18.0, 0.18.1, 0.18.2."_qs;
        QTest::newRow("unknown line") << u"0.14.0"_qs << u"0.99"_qs
                                      << u"There is no Mesos 0.99.x; nearest: 0.28.3, 1.0.0."_qs;
        QTest::newRow("never published")
            << u"0.14.0"_qs << u"0.27.4"_qs
            << u"Mesos 0.27.4 was never published: it is in the release notes, but was not tagged, and upstream's list "
               u"of "
               "releases does not have it; published are 0.27.0, 0.27.1, 0.27.2, 0.27.3."_qs;
        QTest::newRow("equal") << u"0.18.2"_qs << u"0.18.2"_qs
                               << u"Both versions are 0.18.2: there is nothing to upgrade."_qs;
        QTest::newRow("equal lines") << u"0.18"_qs << u"0.18.x"_qs
                                     << u"Both versions are 0.18.x: there is nothing to upgrade."_qs;
        QTest::newRow("older")
            << u"0.20.1"_qs << u"0.18.2"_qs
            << u"0.18.2 is older than 0.20.1: no source describes a way back. The next versions after 0.20.1 are 0.21.0, 0.21.1, 0.21.2."_qs;
        QTest::newRow("older patch") << u"0.18.2"_qs << u"0.18.0"_qs
                                     << u"0.18.0 is older than 0.18.2: no source describes a way back."_qs;
        QTest::newRow("first of an unknown patch")
            << u"0.18.x"_qs << u"0.18.0"_qs << u"0.18.0 is the first 0.18.x: there is nothing to upgrade."_qs;
        QTest::newRow("last of its line")
            << u"0.18.2"_qs << u"0.18.x"_qs << u"0.18.2 is the last 0.18.x: there is nothing to upgrade."_qs;
        QTest::newRow("too old")
            << u"0.10.0"_qs << u"0.12.0"_qs
            << u"Mesos 0.10.0 is too old: no source describes an upgrade from it; the oldest version known here is 0.11.0."_qs;
        QTest::newRow("nothing after it") << u"0.22.2"_qs << u"0.21.0"_qs << u"0.21.0 is older than 0.22.2"_qs;
    }
    void refusals() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, message);
        const Result<Route> route = findRoute(catalogue(), from, to);
        QVERIFY(!route);
        QCOMPARE(route.error().kind, Error::Kind::Request);
        QVERIFY2(route.error().message.startsWith(message), qPrintable(route.error().message));
    }

    void pickable() {
        const QList<Release> sources = pickableReleases(catalogue(), true);
        const QList<Release> targets = pickableReleases(catalogue(), false);
        QCOMPARE(sources.first().version, u"0.11.0"_qs);
        QCOMPARE(sources.last().version, u"1.10.0"_qs);
        QCOMPARE(targets.first().version, u"0.12.0"_qs);
        QCOMPARE(targets.last().version, u"1.11.0"_qs);
    }

    void ways_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<RouteKind>("kind");
        QTest::addColumn<QString>("way");
        const auto row = [](const char* name, const char* from, const char* to, RouteKind kind, const QString& way) {
            QTest::newRow(name) << QString::fromLatin1(from) << QString::fromLatin1(to) << kind << way;
        };
        const RouteKind every = RouteKind::EveryRelease;
        const RouteKind fewest = RouteKind::FewestRestarts;
        row("every release stops in every line", "1.0.1", "1.3", every,
            u"1.0.1 > 1.1.1 (asked) > 1.2.1 (asked) > 1.3.1 (end)"_qs);
        row("stable to stable goes directly", "1.0.1", "1.5.0", fewest, u"1.0.1 > 1.5.0 (end)"_qs);
        row("before 1.0 nothing is skipped", "0.9.1", "1.5.0", fewest, u"0.9.1 > 1.0.1 (no rule) > 1.5.0 (end)"_qs);
        row("a source that is not the last patch", "1.0.0", "1.5.0", fewest,
            u"1.0.0 > 1.1.1 (source) > 1.5.0 (end)"_qs);
        row("a source whose patch is not known", "1.0", "1.5.0", fewest, u"1.0.x > 1.1.1 (source) > 1.5.0 (end)"_qs);
        row("a target that is not the last patch", "1.0.1", "1.4.0", fewest,
            u"1.0.1 > 1.3.1 (target) > 1.4.0 (end)"_qs);
        row("within a line", "1.0.0", "1.0.1", fewest, u"1.0.0 > 1.0.1 (end)"_qs);
        row("within a line, patch unknown", "1.0.x", "1.0.1", every, u"1.0.x > 1.0.1 (end)"_qs);
        row("neighbours", "1.0.0", "1.1.0", fewest, u"1.0.0 > 1.1.0 (end)"_qs);
    }
    void ways() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(RouteKind, kind);
        const Result<Route> route = findRoute(smallRoad(), from, to, kind);
        QVERIFY2(route.has_value(), route ? "" : qPrintable(route.error().message));
        QTEST(shown(*route), "way");
    }

    /// What can only be done on 1.2 or 1.3, before 1.4, forces a stop there, unless this cluster does not need it.
    void whatCanOnlyBeDoneThere_forcesAStop() {
        Catalogue road = smallRoad();
        Item rewrite = step(u"1.4-rewrite"_qs, Phase::Before, Component::Master);
        rewrite.doOn = u"1.2..1.3"_qs;
        rewrite.when = u"acls"_qs;
        road.hops[4].items.prepend(rewrite);
        const auto way = [&](Answer answer) {
            return shown(*findRoute(road, u"1.0.1"_qs, u"1.5.0"_qs, RouteKind::FewestRestarts, {{u"acls"_qs, answer}}));
        };
        QCOMPARE(way(Answer::Yes), u"1.0.1 > 1.3.1 (do on) > 1.5.0 (end)"_qs);
        QCOMPARE(way(Answer::Unsure), u"1.0.1 > 1.3.1 (do on) > 1.5.0 (end)"_qs);
        QCOMPARE(way(Answer::No), u"1.0.1 > 1.5.0 (end)"_qs);
    }

    void inOneGo_theLastRestartStandsForAll() {
        const Catalogue road = smallRoad();
        const Plan plan = buildPlan(road, *findRoute(road, u"1.2.1"_qs, u"1.5.0"_qs, RouteKind::FewestRestarts), {});
        QCOMPARE(idsOf(plan).join(u' '), u"1.3-prepare 1.4-prepare 1.5-prepare 1.5-masters 1.3-between 1.4-between "
                                         "1.5-between 1.5-slaves 1.3-after 1.4-after 1.5-after"_qs);
        QCOMPARE(findItem(plan, u"1.5-masters"_qs)->standsFor, QStringList({u"1.3-masters"_qs, u"1.4-masters"_qs}));
        QCOMPARE(plan.coverage.total, 15);
        QCOMPARE(plan.coverage.folded, 4);
        QCOMPARE(plan.coverage.unaccounted(), 0);
        QCOMPARE(plan.hops[0].passes, QStringList({u"1.3.x"_qs, u"1.4.x"_qs, u"1.5.x"_qs}));
        QCOMPARE(findItem(plan, u"1.4-between"_qs)->upgrade, u"1.4.x"_qs);
        QCOMPARE(plan.options.size(), 2);
        QCOMPARE(plan.options[0].slaveRestarts, 3);
        QCOMPARE(plan.options[1].slaveRestarts, 1);
    }

    /// One that this cluster does not need takes nobody's place.
    void whatIsLeftOut_standsForNothing() {
        Catalogue road = smallRoad();
        road.hops.last().items[3].when = u"acls"_qs; // 1.5-slaves
        const Plan plan = buildPlan(road, *findRoute(road, u"1.2.1"_qs, u"1.5.0"_qs, RouteKind::FewestRestarts),
                                    {{u"acls"_qs, Answer::No}});
        QVERIFY(findItem(plan, u"1.4-slaves"_qs) != nullptr);
        QCOMPARE(findItem(plan, u"1.4-slaves"_qs)->standsFor, QStringList(u"1.3-slaves"_qs));
        QCOMPARE(plan.leftOut.size(), 1);
        QCOMPARE(plan.coverage.unaccounted(), 0);
    }

    void patches_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("expected");
        QTest::newRow("starts there") << u"1.2.0"_qs << u"in the plan"_qs;
        QTest::newRow("starts elsewhere") << u"1.2.1"_qs << u"not there"_qs;
        QTest::newRow("the patch is not known") << u"1.2.x"_qs << u"find out first"_qs;
    }
    void patches() {
        QFETCH(QString, from);
        Catalogue road = smallRoad();
        road.hops[3].items[0].from = u"1.2.0"_qs; // 1.3-prepare
        const Plan plan = buildPlan(road, *findRoute(road, from, u"1.3.1"_qs), {});
        const PlanItem* item = findItem(plan, u"1.3-prepare"_qs);
        QTEST(item == nullptr                      ? u"not there"_qs
              : item->patchOpen && item->findFirst ? u"find out first"_qs
                                                   : u"in the plan"_qs,
              "expected");
        QCOMPARE(plan.coverage.unaccounted(), 0);
    }

    void withinALine_itsOwnSteps() {
        const Catalogue road = smallRoad();
        const Plan plan = buildPlan(road, *findRoute(road, u"1.2.0"_qs, u"1.2.1"_qs), {});
        QCOMPARE(idsOf(plan), QStringList(u"patch-masters"_qs));
        QCOMPARE(plan.hops[0].from, u"1.2.0"_qs);
        QCOMPARE(plan.hops[0].to, u"1.2.1"_qs);
        QCOMPARE(plan.hops[0].order, ComponentOrder::Ours);
    }

    /// The general question's no is theirs; the plan says what people said.
    void generalNo_answersTheSpecific() {
        Catalogue road = smallRoad();
        Question rules;
        rules.id = u"acl-rules"_qs;
        rules.of = u"acls"_qs;
        road.questions << rules;
        road.hops[3].items[0].when = u"acl-rules"_qs;
        const Route route = *findRoute(road, u"1.2.1"_qs, u"1.3.1"_qs);
        QCOMPARE(questionsOf(road, route).size(), 2);
        const Plan plan = buildPlan(road, route, {{u"acls"_qs, Answer::No}});
        QCOMPARE(plan.leftOut.size(), 1);
        QCOMPARE(plan.leftOut[0].because.size(), 1);
        QCOMPARE(plan.leftOut[0].because[0].trait, u"acls"_qs);
        QCOMPARE(plan.questions[1].answer, Answer::Unsure);
        QVERIFY(isMoot(plan, plan.questions[1]));
        QVERIFY(openQuestions(plan).isEmpty());
        QCOMPARE(plan.questions[1].upgrades, QStringList(u"1.2.x → 1.3.x"_qs));
    }

    void onlyQuestionsTheRouteNeeds() {
        const auto asked = [](const QString& from, const QString& to) {
            QStringList ids;
            for (const Question& question : questionsOf(catalogue(), *findRoute(catalogue(), from, to)))
                ids << question.id;
            ids.sort();
            return ids;
        };
        QVERIFY(!asked(u"0.19.x"_qs, u"0.20.x"_qs).contains(u"cgroups"_qs));
        QVERIFY(asked(u"0.19.x"_qs, u"0.20.x"_qs).contains(u"python-frameworks"_qs));
        QVERIFY(asked(u"0.17.0"_qs, u"0.18.x"_qs).contains(u"cgroups"_qs));
        QVERIFY(!asked(u"0.17.0"_qs, u"0.18.x"_qs).contains(u"python-frameworks"_qs));
    }
};

QTEST_GUILESS_MAIN(TestRoute)
#include "tst_route.moc"
