#include "core/pause_points.h"
#include "core/progress.h"
#include "core/words.h"
#include "support/support.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace {

PlanItem step(const QString& id, Component component, Phase phase = Phase::During, Gate gate = Gate::None) {
    PlanItem planned;
    planned.item.id = id;
    planned.item.kind = Kind::Step;
    planned.item.component = component;
    planned.item.phase = phase;
    planned.item.gate = gate;
    planned.item.tasks.restarts = phase == Phase::During;
    return planned;
}

PlanHop hop(const QString& from, const QString& to, const QList<PlanItem>& steps) {
    PlanHop made;
    made.from = from;
    made.to = to;
    made.stopAt = to;
    for (const PlanItem& planned : steps)
        made.sections << PlanSection{{}, planned.item.phase, planned.item.component, {planned}};
    return made;
}

/// Prepare (a blocker), masters, slaves, a scheduler without a way back; then masters and slaves.
Plan twoUpgrades() {
    PlanItem scheduler = step(u"0.18-sched"_qs, Component::Scheduler);
    scheduler.item.undo.kind = UndoKind::Cannot;
    Plan plan;
    plan.from = u"0.17.0"_qs;
    plan.to = u"0.19.x"_qs;
    plan.hops = {
        hop(u"0.17.0"_qs, u"0.18.x"_qs,
            {step(u"0.18-prepare"_qs, Component::Cluster, Phase::Before, Gate::Blocker),
             step(u"0.18-masters"_qs, Component::Master), step(u"0.18-slaves"_qs, Component::Slave), scheduler}),
        hop(u"0.18.x"_qs, u"0.19.x"_qs,
            {step(u"0.19-masters"_qs, Component::Master), step(u"0.19-slaves"_qs, Component::Slave)})};
    return plan;
}

QStringList idsOf(const QList<Obstacle>& obstacles) {
    QStringList ids;
    for (const Obstacle& obstacle : obstacles)
        ids << obstacle.id;
    return ids;
}

Record with(std::initializer_list<std::pair<const char*, StepState>> states) {
    Record record;
    for (const auto& [id, state] : states)
        record.items[QString::fromLatin1(id)].mark.state = state;
    return record;
}

} // namespace

class TestProgress final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void pausePointsStandWherePeopleStop() {
        QStringList found;
        for (const PausePoint& pause : pausePointsOf(twoUpgrades()))
            found << pause.id + (pause.after ? u" after "_qs : u" before "_qs) + pause.step;
        QCOMPARE(
            found,
            (QStringList{u"0.18-stop-start before 0.18-masters"_qs, u"0.18-stop-after-masters after 0.18-masters"_qs,
                         u"0.18-stop-first-slaves after 0.18-slaves"_qs, u"0.18-stop-schedulers before 0.18-sched"_qs,
                         u"0.19-stop-after-masters after 0.19-masters"_qs,
                         u"0.19-stop-first-slaves after 0.19-slaves"_qs, u"0.19-stop-end after 0.19-slaves"_qs}));
    }

    void obstacles_data() {
        QTest::addColumn<Record>("record");
        QTest::addColumn<QString>("step");
        QTest::addColumn<bool>("finishing");
        QTest::addColumn<QStringList>("expected");
        const auto start = std::pair("0.18-stop-start", StepState::Done);
        QTest::newRow("nothing stands in front of the first")
            << Record() << u"0.18-prepare"_qs << true << QStringList();
        QTest::newRow("an open blocker and the first stop")
            << Record() << u"0.18-masters"_qs << true << QStringList{u"0.18-prepare"_qs, u"0.18-stop-start"_qs};
        QTest::newRow("a settled blocker and an approved stop do not")
            << with({{"0.18-prepare", StepState::Done}, start}) << u"0.18-masters"_qs << true << QStringList();
        QTest::newRow("a failed step does")
            << with({{"0.18-prepare", StepState::Done}, start, {"0.18-masters", StepState::Failed}})
            << u"0.18-slaves"_qs << false << QStringList{u"0.18-masters"_qs, u"0.18-stop-after-masters"_qs};
        QTest::newRow("slaves may be begun before the first of them are approved")
            << with({{"0.18-prepare", StepState::Done}, start, {"0.18-stop-after-masters", StepState::Done}})
            << u"0.18-slaves"_qs << false << QStringList();
        QTest::newRow("but not finished")
            << with({{"0.18-prepare", StepState::Done}, start, {"0.18-stop-after-masters", StepState::Done}})
            << u"0.18-slaves"_qs << true << QStringList{u"0.18-stop-first-slaves"_qs};
        QTest::newRow("no way back asks") << with({{"0.18-prepare", StepState::NotApplicable},
                                                   start,
                                                   {"0.18-stop-after-masters", StepState::Done},
                                                   {"0.18-stop-first-slaves", StepState::Done}})
                                          << u"0.18-sched"_qs << true << QStringList{u"0.18-stop-schedulers"_qs};
    }
    void obstacles() {
        QFETCH(const Record, record);
        QFETCH(const QString, step);
        QFETCH(const bool, finishing);
        QFETCH(const QStringList, expected);
        QCOMPARE(idsOf(obstaclesBefore(twoUpgrades(), record, step, finishing)), expected);
    }

    void aBlockerThatSomebodyAnswersForIsNone() {
        Record record = with({{"0.18-stop-start", StepState::Done}});
        record.items[u"0.18-prepare"_qs].mark = {StepState::Deferred, u"r"_qs, u"0.19.x"_qs, u"Lin"_qs,
                                                 QDate(2026, 12, 24)};
        QCOMPARE(idsOf(obstaclesBefore(twoUpgrades(), record, u"0.18-masters"_qs)), QStringList());
        QCOMPARE(acceptedBlockers(twoUpgrades(), record), QStringList{u"0.18-prepare"_qs});
    }

    void whereTheOrderIsFreeAFailureHoldsEverythingBack() {
        Plan plan = twoUpgrades();
        plan.hops[0].order = ComponentOrder::Free;
        const QStringList all{u"0.18-slaves"_qs, u"0.18-sched"_qs, u"0.19-masters"_qs, u"0.19-slaves"_qs};
        QCOMPARE(waitingFor(plan, {}, u"0.18-masters"_qs), all);
        QCOMPARE(waitingFor(twoUpgrades(), {}, u"0.18-masters"_qs), all);
        QVERIFY(!waitingFor(twoUpgrades(), with({{"0.19-slaves", StepState::Skipped}}), u"0.18-masters"_qs)
                     .contains(u"0.19-slaves"_qs));
    }

    void anAcceptanceRunsOut() {
        Record record = with({{"0.18-stop-start", StepState::Done}});
        const QDate until(2026, 12, 24);
        record.items[u"0.18-prepare"_qs].mark = {StepState::Skipped, u"r"_qs, {}, u"Lin"_qs, until};
        const auto inFront = [&](const QDate& day) {
            return idsOf(obstaclesBefore(twoUpgrades(), recordOn(day, record), u"0.18-masters"_qs));
        };
        QCOMPARE(inFront(until), QStringList());
        QCOMPARE(inFront(until.addDays(1)), QStringList{u"0.18-prepare"_qs});
    }

    void theLookAtTheRegistryBelongsToTheMasters() {
        Plan plan = twoUpgrades();
        PlanItem look = step(u"0.18-registry"_qs, Component::Master);
        look.item.tasks.restarts = false;
        plan.hops[0].sections.insert(2, {{}, Phase::During, Component::Master, {look}});
        plan.hops[0].sections << PlanSection{
            {}, Phase::During, Component::Master, {step(u"0.18-masters-again"_qs, Component::Master)}};
        QStringList found;
        for (const PausePoint& pause : pausePointsOf(plan))
            if (pause.kind == PauseKind::Masters && pause.hop == 0)
                found << pause.id + u' ' + pause.step;
        QCOMPARE(found, (QStringList{u"0.18-stop-after-masters 0.18-registry"_qs,
                                     u"0.18-stop-after-masters-2 0.18-masters-again"_qs}));
    }

    void aRestartWhilePreparingChangesTheCluster() {
        Plan plan = twoUpgrades();
        plan.hops[0].sections[0].items[0].item.tasks.restarts = true;
        QCOMPARE(pausePointsOf(plan).constFirst().step, u"0.18-prepare"_qs);
    }

    void everyStepIsCountedOnce() {
        const Record record = with({{"0.18-prepare", StepState::Done},
                                    {"0.18-stop-start", StepState::Done},
                                    {"0.18-masters", StepState::Skipped},
                                    {"0.18-slaves", StepState::Failed}});
        const Progress progress = progressOf(twoUpgrades(), record);
        QCOMPARE(progress.steps, 6);
        QCOMPARE(progress.settled(), 2);
        // The slaves wait for the stop after the masters, all others for the slaves, too.
        QCOMPARE(progress.blocked, 4);
        QCOMPARE(progress.open(), 0);
        QCOMPARE(words::progress(progress), u"1 done, 0 open, 4 blocked, 1 skipped, 1 failed"_qs);
    }

    void whatIsPutOffComesInFrontOfItsUpgrade() {
        Record record = with({{"0.18-prepare", StepState::Done}, {"0.18-slaves", StepState::Done}});
        record.items[u"0.18-masters"_qs].mark = {StepState::Deferred, {}, u"0.19.x"_qs, {}, {}};
        const Plan plan = twoUpgrades();
        QCOMPARE(nextOpenStep(plan, record), u"0.18-sched"_qs);
        record.items[u"0.18-sched"_qs].mark.state = StepState::Done;
        QCOMPARE(nextOpenStep(plan, record), u"0.18-masters"_qs);
        QCOMPARE(deferredTo(plan, record, plan.hops[1]), QStringList{u"0.18-masters"_qs});
        record.items[u"0.18-masters"_qs].mark.state = StepState::Done;
        QCOMPARE(nextOpenStep(plan, record), u"0.19-masters"_qs);
    }

    void nothingPutOffIsForgotten() {
        Record record;
        forEachItem(twoUpgrades(), [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
            record.items[item.item.id].mark.state = StepState::Done;
        });
        QCOMPARE(nextOpenStep(twoUpgrades(), record), QString());
        record.items[u"0.18-sched"_qs].mark = {StepState::Deferred, {}, u"0.25.x"_qs, {}, {}};
        QCOMPARE(nextOpenStep(twoUpgrades(), record), u"0.18-sched"_qs);
    }

    /// What holds for every route: ids that fit everywhere and are no item's, nothing blocked when all is approved.
    void everyRoute() {
        const QList<Hop>& hops = catalogue().hops;
        for (qsizetype from = 0; from < hops.size(); ++from) {
            for (qsizetype to = from; to < hops.size(); ++to) {
                const bool isLongest = from == 0 && to + 1 == hops.size();
                if (to > from + 1 && !isLongest)
                    continue; // what lies between two neighbours is the same on a longer way
                const Plan plan = planFor(hops[from].fromLine, hops[to].toLine);
                Record record;
                QSet<QString> ids;
                for (const PausePoint& pause : pausePointsOf(plan)) {
                    static const QRegularExpression form(u"^[a-z0-9.-]{1,28}$"_qs);
                    QVERIFY2(form.match(pause.id).hasMatch(), qPrintable(pause.id));
                    QVERIFY2(!ids.contains(pause.id) && !findItem(plan, pause.id), qPrintable(pause.id));
                    QVERIFY(findItem(plan, pause.step));
                    ids.insert(pause.id);
                    record.items[pause.id].mark.state = StepState::Done;
                }
                QVERIFY(progressOf(plan, {}).blocked > 0);
                QString next = nextOpenStep(plan, record);
                for (int steps = stepCount(plan); steps > 0; --steps) {
                    QVERIFY2(obstaclesBefore(plan, record, next).isEmpty(), qPrintable(next));
                    record.items[next].mark.state = StepState::Done;
                    next = nextOpenStep(plan, record);
                }
                QCOMPARE(next, QString());
                QCOMPARE(progressOf(plan, record).done(), stepCount(plan));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestProgress)
#include "tst_progress.moc"
