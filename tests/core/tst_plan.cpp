#include "core/enum_names.h"
#include "core/plan_builder.h"
#include "core/plan_json.h"
#include "core/words.h"
#include "support/support.h"

#include <QHash>
#include <QSet>
#include <QTest>

namespace {

QStringList idsOf(const Plan& plan) {
    QStringList ids;
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) { ids << item.item.id; });
    return ids;
}

/// The rolling part as the oddities table writes it: `M Sch S E`, from the steps of the guide alone.
QString componentOrder(const Plan& plan) {
    const QMap<Component, QString> letters{{Component::Master, u"M"_qs},
                                           {Component::Slave, u"S"_qs},
                                           {Component::Scheduler, u"Sch"_qs},
                                           {Component::Executor, u"E"_qs}};
    QStringList order;
    forEachItem(plan, [&](const PlanHop&, const PlanSection& section, const PlanItem& item) {
        const bool guides = item.item.origin == Origin::Guide || item.item.origin == Origin::Upstream;
        if (!item.item.isStep() || section.phase != Phase::During || !guides)
            return;
        if (const QString letter = letters.value(section.component); order.isEmpty() || order.last() != letter)
            order << letter;
    });
    return order.join(u' ');
}

/// Everything a plan shows of its items as instruction or note, for words that must not be there.
QString textOf(const Plan& plan) {
    QString text;
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& planned) {
        const Item& item = planned.item;
        text += QStringList({item.text, item.details, item.verify.look, item.verify.expect, item.verify.nothing,
                             item.undo.text, item.stop.why, item.tasks.why, item.seen})
                    .join(u'\n');
        for (const Snippet& snippet : item.snippets)
            text += snippet.code;
    });
    return text;
}

struct Pair {
    QString from;
    QString to;
};

QList<Pair> allPairs() {
    QList<Pair> pairs;
    for (int from = 0; from < catalogue().hops.size(); ++from)
        for (int to = from; to < catalogue().hops.size(); ++to)
            pairs << Pair{catalogue().hops[from].fromLine, catalogue().hops[to].toLine};
    return pairs;
}

/// From the last patch of a line, so that several may be passed in one go.
Plan planWith(const Pair& pair, const Answers& answers, RouteKind kind = RouteKind::EveryRelease) {
    return buildPlan(catalogue(), *findRoute(catalogue(), lastPatch(catalogue(), pair.from), pair.to, kind, answers),
                     answers);
}

QHash<QString, int> placesIn(const Plan& plan) {
    QHash<QString, int> places;
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
        places.insert(item.item.id, int(places.size()));
    });
    return places;
}

} // namespace

Q_DECLARE_METATYPE(RouteKind)

class TestPlan final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void allPairsOfReleaseLines() { QCOMPARE(allPairs().size(), 435); }

    void theGuidesOrders_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("order");
        const auto row = [](const char* from, const char* to, const char* order) {
            QTest::addRow("%s to %s", from, to)
                << QString::fromLatin1(from) << QString::fromLatin1(to) << QString::fromLatin1(order);
        };
        row("0.11", "0.12", "S M");
        row("0.12", "0.13", "M Sch S E");
        row("0.13", "0.14", "M E S Sch M S");
        row("0.14", "0.15", "M S E Sch M");
        row("0.15", "0.16", "M Sch S E");
        row("0.16", "0.17", "M Sch S E");
        row("0.17", "0.18", "M Sch S E");
        row("0.18", "0.19", "M S Sch E");
        row("0.19", "0.20", "M S Sch E");
        row("0.20", "0.21", "M S Sch E");
        row("0.21", "0.22", "M S Sch E");
    }
    void theGuidesOrders() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QTEST(componentOrder(planFor(from, to)), "order");
    }

    void forbiddenWords_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("answers");
        QTest::addColumn<QString>("word");
        const auto row = [](const char* from, const char* answers, const char* word) {
            QTest::addRow("%s %s: %s", from, answers, word)
                << QString::fromLatin1(from) << QString::fromLatin1(answers) << QString::fromLatin1(word);
        };
        for (const char* word :
             {"/sys/fs/cgroup", "tmpfs", "cgroups_root", "cgroup_subsystems", "cgroups/cpu", "cgroups/mem", "eboot"})
            row("0.17", "cgroups=no", word);
        row("0.17", "cgroups=yes", "posix/cpu");
        row("0.17", "cgroups=yes", "posix/mem");
        row("0.14", "authentication=no", "--credentials");
        row("0.14", "authentication=no", "--authenticat");
        row("0.14", "authentication=no", "Credential");
        row("0.19", "python-frameworks=no", "mesos.native");
        row("0.19", "python-frameworks=no", "mesos.interface");
        row("0.11", "framework-developer=no", "ExecutorInfo");
    }
    void forbiddenWords() {
        QFETCH(QString, from);
        QFETCH(QString, answers);
        QFETCH(QString, word);
        const int hop = int(std::distance(
            catalogue().hops.begin(), std::find_if(catalogue().hops.begin(), catalogue().hops.end(),
                                                   [&](const Hop& candidate) { return candidate.fromLine == from; })));
        const QString text = textOf(planFor(from, catalogue().hops[hop].toLine, answers));
        const qsizetype at = text.indexOf(word);
        QVERIFY2(at < 0, qPrintable(text.mid(qMax<qsizetype>(at - 60, 0), 140)));
    }

    void authenticationNo_bothHalvesGoTheFirstRestartStays() {
        const Plan plan = planFor(u"0.14.0"_qs, u"0.15.0"_qs, u"authentication=no custom-executors=yes"_qs);
        QCOMPARE(componentOrder(plan), u"M S E Sch"_qs);
    }

    void cgroupsSome_bothBranchesSayWhichHosts() {
        const Plan plan = planFor(u"0.17.0"_qs, u"0.18.x"_qs, u"cgroups=some"_qs);
        QSet<QString> hosts;
        forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
            if (item.item.when == u"cgroups"_qs || item.item.when == u"not cgroups"_qs) {
                QVERIFY2(!item.hosts.isEmpty(), qPrintable(item.item.id));
                QVERIFY(!item.findFirst);
                hosts.insert(item.hosts);
            } else {
                QVERIFY2(item.hosts.isEmpty(), qPrintable(item.item.id));
            }
        });
        QCOMPARE(hosts.size(), 2);
    }

    void everyPair_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<RouteKind>("kind");
        for (const RouteKind kind : {RouteKind::EveryRelease, RouteKind::FewestRestarts})
            for (const Pair& pair : allPairs())
                QTest::addRow("%s to %s, %s", qPrintable(pair.from), qPrintable(pair.to), qPrintable(enumName(kind)))
                    << pair.from << pair.to << kind;
    }
    void everyPair() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(RouteKind, kind);
        const Pair pair{from, to};
        const Plan unsure = planWith(pair, allAnswers(Answer::Unsure), kind);
        const QHash<QString, int> all = placesIn(unsure);
        QVERIFY(unsure.leftOut.isEmpty());
        checkPlan(unsure, pair, unsure.coverage.total);
        checkBlockersStay(unsure);
        for (const Answer answer : {Answer::Yes, Answer::No, Answer::Some}) {
            const Plan plan = planWith(pair, allAnswers(answer), kind);
            if (plan.hops.size() == unsure.hops.size()) { // else an answer made another stop necessary
                checkPlan(plan, pair, unsure.coverage.total);
                if (kind == RouteKind::EveryRelease)
                    checkOrder(plan, all);
            }
            for (const LeftOut& left : plan.leftOut)
                QVERIFY2(!left.because.isEmpty(), qPrintable(left.id));
        }
    }

    /// What several upgrades in one go pass over is in the plan, or something stands for it.
    void theDirectWayLosesNothing() {
        const auto idsWithFolded = [](const Plan& plan) {
            QSet<QString> ids;
            forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& planned) {
                if (planned.item.from.isEmpty() && planned.item.to.isEmpty())
                    ids.insert(planned.item.id);
                ids += QSet<QString>(planned.standsFor.cbegin(), planned.standsFor.cend());
            });
            return ids;
        };
        for (const Pair& pair : allPairs()) {
            if (olderThan(pair.to, u"1.2"_qs) || olderThan(pair.from, u"0.28"_qs))
                continue; // the same way up to 1.0
            const Answers unsure = allAnswers(Answer::Unsure);
            const Plan every = planWith(pair, unsure, RouteKind::EveryRelease);
            const Plan fewest = planWith(pair, unsure, RouteKind::FewestRestarts);
            QVERIFY(fewest.hops.size() <= every.hops.size());
            const QSet<QString> lost = idsWithFolded(every) - idsWithFolded(fewest);
            QVERIFY2(lost.isEmpty(), qPrintable(pair.from + u' ' + pair.to + u": " +
                                                QStringList(lost.cbegin(), lost.cend()).join(u' ')));
        }
    }

    void sameInSameOut() {
        const QString answers = u"cgroups=some authentication=yes"_qs;
        QCOMPARE(planToJson(planFor(u"0.11"_qs, u"0.22"_qs, answers)),
                 planToJson(planFor(u"0.11"_qs, u"0.22"_qs, answers)));
    }

    void jsonThereAndBack() {
        for (const Pair& pair :
             {Pair{u"0.13"_qs, u"0.15"_qs}, Pair{u"1.0"_qs, u"1.11"_qs}, Pair{u"0.11"_qs, u"1.11"_qs}}) {
            const QByteArray json = planToJson(planWith(pair, allAnswers(Answer::Unsure), RouteKind::FewestRestarts));
            const Result<Plan> again = planFromJson(json);
            QVERIFY2(again.has_value(), again ? "" : qPrintable(again.error().message));
            QCOMPARE(planToJson(*again), json);
        }
    }

    void brokenJson_data() {
        QTest::addColumn<QByteArray>("good");
        QTest::addColumn<QByteArray>("bad");
        QTest::addColumn<QString>("message");
        QTest::newRow("cut in half") << QByteArray("\"questions\"") << QByteArray("\"que") << u"This is no plan:"_qs;
        QTest::newRow("newer format") << QByteArray("\"format\": 2") << QByteArray("\"format\": 3")
                                      << u"This plan was written by a newer version"_qs;
        QTest::newRow("no format") << QByteArray("\"format\": 2") << QByteArray("\"form\": 2")
                                   << u"This is no plan: /format is missing"_qs;
        QTest::newRow("missing field") << QByteArray("\"stop-at\"") << QByteArray("\"stop\"")
                                       << u"This plan is damaged: /hops/0/stop-at is missing."_qs;
        QTest::newRow("wrong type") << QByteArray("\"find-first\": true") << QByteArray("\"find-first\": 1")
                                    << u"This plan is damaged: /hops/0/sections/"_qs;
        QTest::newRow("unknown word") << QByteArray("\"phase\": \"before\"") << QByteArray("\"phase\": \"later\"")
                                      << u"This plan is damaged: /hops/0/sections/"_qs;
    }
    void brokenJson() {
        QFETCH(QByteArray, good);
        QFETCH(QByteArray, bad);
        QFETCH(QString, message);
        QByteArray json = planToJson(planFor(u"0.13"_qs, u"0.14"_qs));
        const qsizetype at = json.indexOf(good);
        QVERIFY(at >= 0);
        json.replace(at, good.size(), bad);
        const Result<Plan> plan = planFromJson(json);
        QVERIFY(!plan);
        QVERIFY2(plan.error().message.startsWith(message), qPrintable(plan.error().message));
    }

    void blockersBeforeTheFirstRestartTheyConcern() {
        const QStringList ids = idsOf(planFor(u"0.11"_qs, u"0.22"_qs));
        QCOMPARE(ids.count(u"0.12-failover-timeout"_qs), 1);
        QVERIFY(ids.indexOf(u"0.12-failover-timeout"_qs) < ids.indexOf(u"0.13-schedulers-restart"_qs));
        QVERIFY(ids.indexOf(u"0.12-failover-timeout"_qs) > ids.indexOf(u"0.12-masters-restart"_qs));
        QVERIFY(ids.indexOf(u"0.14-who-checkpoints"_qs) < ids.indexOf(u"0.14-slaves-checkpoint"_qs));
        QVERIFY(idsOf(planFor(u"0.20"_qs, u"0.21"_qs)).contains(u"0.12-failover-timeout"_qs));
    }

    void linksLeadOnlyToWhatIsInThePlan() {
        for (const Pair& pair : allPairs()) {
            const Plan plan = planWith(pair, allAnswers(Answer::No));
            const QHash<QString, int> places = placesIn(plan);
            forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
                for (const ItemLink& link : item.item.links)
                    QVERIFY2(places.contains(link.item), qPrintable(item.item.id));
            });
        }
    }

    void sectionTitles() {
        QCOMPARE(words::sectionTitle(Phase::During, Component::Master, u"0.18.x"_qs, 1), u"Masters"_qs);
        QCOMPARE(words::sectionTitle(Phase::During, Component::Master, u"0.18.x"_qs, 2), u"Masters, second time"_qs);
        QCOMPARE(words::sectionTitle(Phase::Before, Component::Scheduler, u"0.18.x"_qs, 1), u"Before: schedulers"_qs);
        QCOMPARE(words::sectionTitle(Phase::During, Component::Slave, u"0.28.x"_qs, 1), u"Slaves"_qs);
        QCOMPARE(words::sectionTitle(Phase::During, Component::Slave, u"1.0.x"_qs, 1), u"Agents"_qs);
    }

private:
    static void checkPlan(const Plan& plan, const Pair& pair, int total) {
        const QStringList ids = idsOf(plan);
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), ids.size());
        QCOMPARE(plan.coverage.unaccounted(), 0);
        QCOMPARE(plan.coverage.total, total);
        QCOMPARE(plan.coverage.planned, ids.size());
        QCOMPARE(plan.coverage.leftOut, plan.leftOut.size());
        checkHops(plan, pair);
    }

    /// Answers take away, they move nothing.
    static void checkOrder(const Plan& plan, const QHash<QString, int>& all) {
        int last = -1;
        for (const QString& id : idsOf(plan)) {
            QVERIFY2(all.contains(id) && all.value(id) > last, qPrintable(id));
            last = all.value(id);
        }
    }

    static void checkHops(const Plan& plan, const Pair& pair) {
        QCOMPARE(parseTypedRelease(plan.hops.first().from).line.toString(), pair.from);
        QCOMPARE(parseTypedRelease(plan.hops.last().to).line.toString(), pair.to);
        QCOMPARE(plan.hops.last().stopAt, plan.to);
        for (qsizetype i = 0; i < plan.hops.size(); ++i) {
            if (i > 0)
                QCOMPARE(plan.hops[i].from, plan.hops[i - 1].to);
            Phase phase = Phase::Before;
            int steps = 0;
            QSet<QString> headings;
            for (const PlanSection& section : plan.hops[i].sections) {
                QVERIFY2(!headings.contains(section.title), qPrintable(plan.hops[i].to + u' ' + section.title));
                headings.insert(section.title);
                QVERIFY(section.phase >= phase);
                phase = section.phase;
                for (const PlanItem& item : section.items)
                    if (item.item.isStep())
                        QCOMPARE(item.number, ++steps);
            }
            QVERIFY(steps > 0);
        }
    }

    /// Only a safe answer removes a blocker; unsure never does.
    static void checkBlockersStay(const Plan& unsure) {
        forEachItem(unsure, [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
            if (item.item.gate == Gate::Blocker)
                for (const Because& reason : item.because)
                    QCOMPARE(reason.answer, Answer::Unsure);
        });
    }
};

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
