#include "core/trouble.h"
#include "core/words.h"
#include "support/support.h"

#include <QTest>

namespace {

QString restart(const Plan& plan, int hop, Component component, int occurrence = 0) {
    QStringList steps;
    for (const PlanSection& section : plan.hops[hop].sections)
        for (const PlanItem& item : section.items)
            if (item.item.isStep() && item.item.tasks.restarts && item.item.component == component &&
                item.item.phase == Phase::During)
                steps << item.item.id;
    return steps.value(occurrence);
}

QString now(const Plan& plan, const Record& record, Component component) {
    for (const ComponentNow& state : clusterNow(plan, record))
        if (state.component == component)
            return words::componentNow(state);
    return {};
}

} // namespace

class TestTrouble final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void componentsRunWhatTheRecordSays() {
        const Plan plan = planFor(u"0.16.0"_qs, u"0.18.2"_qs, u"cgroups=no"_qs);
        Record record;
        QCOMPARE(now(plan, record, Component::Master),
                 u"masters: 0.16.0 by the plan, nothing is recorded of them yet"_qs);
        const QString masters = restart(plan, 0, Component::Master);
        for (const StepState begun : {StepState::InProgress, StepState::Failed}) {
            record.items[masters].mark.state = begun;
            QCOMPARE(now(plan, record, Component::Master),
                     u"masters: between 0.16.0 and %1, restarts done: 0 of 1"_qs.arg(plan.hops[0].stopAt));
        }
        record.items[masters].mark.state = StepState::Done;
        QCOMPARE(now(plan, record, Component::Master), u"masters: "_qs + plan.hops[0].stopAt);
        for (int hop = 0; hop < 2; ++hop)
            record.items[restart(plan, hop, Component::Slave)].mark.state = StepState::Done;
        QCOMPARE(now(plan, record, Component::Slave), u"slaves: 0.18.2"_qs);
    }

    /// What was set aside was not done, and the record does not say what was done instead.
    void whatWasSetAsideIsNamed() {
        const Plan plan = planFor(u"0.16.0"_qs, u"0.17.0"_qs, u"cgroups=no"_qs);
        Record record;
        const QString masters = restart(plan, 0, Component::Master);
        for (const StepState setAside : {StepState::Skipped, StepState::NotApplicable}) {
            record.items[masters].mark.state = setAside;
            QCOMPARE(now(plan, record, Component::Master),
                     u"masters: between 0.16.0 and 0.17.0, restarts done: 0 of 1; not done, but set aside: %1"_qs.arg(
                         masters));
        }
    }

    /// 0.13 → 0.14 restarts slaves twice: after the first time they are in between.
    void twiceIsOnceAndAgain() {
        const Plan plan = planFor(u"0.13.0"_qs, u"0.14.2"_qs, u"checkpointing=yes"_qs);
        QVERIFY(!restart(plan, 0, Component::Slave, 1).isEmpty());
        Record record;
        record.items[restart(plan, 0, Component::Slave, 0)].mark.state = StepState::Done;
        QCOMPARE(now(plan, record, Component::Slave), u"slaves: between 0.13.0 and 0.14.2, restarts done: 1 of 2"_qs);
    }

    void theCardHoldsWhatTheSourcesSay() {
        const Plan plan = planFor(u"0.17.0"_qs, u"0.19.1"_qs);
        Record record;
        record.call = u"Lin, 555"_qs;
        const QString masters = restart(plan, 0, Component::Master);
        const QString slaves = restart(plan, 0, Component::Slave);
        record.items[masters].mark.state = StepState::Done;
        record.items[slaves].mark = {StepState::Failed, u"two do not come back"_qs, {}, {}, {}};
        const std::optional<Trouble> trouble = troubleAt(plan, record, slaves);
        QVERIFY(trouble);
        QCOMPARE(trouble->step.item.id, slaves);
        QCOMPARE(trouble->record.mark.reason, u"two do not come back"_qs);
        QCOMPARE(trouble->lastDone, masters);
        QCOMPARE(trouble->stopBefore, words::stop(findItem(plan, masters)->item.stop));
        QCOMPARE(trouble->stopAfter, words::stop(findItem(plan, slaves)->item.stop));
        QVERIFY(!trouble->notDone.isEmpty());
        QVERIFY(!trouble->notDone.contains(masters));
        QCOMPARE(trouble->wayBack, words::undo(findItem(plan, slaves)->item.undo));
        QCOMPARE(trouble->call, u"Lin, 555"_qs);
        QVERIFY(!trouble->waiting.contains(slaves));
        QVERIFY(trouble->waiting.contains(restart(plan, 1, Component::Master)));
        QVERIFY(!troubleAt(plan, record, u"none"_qs));
    }

    /// Every step of every upgrade: there is a card, and it never promises a way back that no source has.
    void everyStepHasACard() {
        const Plan plan = planFor(u"0.11.0"_qs, u"0.22.2"_qs);
        forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
            if (!item.item.isStep())
                return;
            const std::optional<Trouble> trouble = troubleAt(plan, {}, item.item.id);
            QVERIFY(trouble);
            QVERIFY(!trouble->wayBack.isEmpty());
            QCOMPARE(trouble->wayBack.contains(u"no source says"_qs), item.item.undo.kind == UndoKind::Unsaid);
        });
    }
};

QTEST_GUILESS_MAIN(TestTrouble)
#include "tst_trouble.moc"
