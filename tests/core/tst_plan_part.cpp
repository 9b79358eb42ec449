#include "core/pause_points.h"
#include "core/plan_part.h"
#include "support/support.h"

#include <QTest>

namespace {
QStringList idsOf(const Plan& plan) {
    QStringList ids;
    for (const PlanHop& hop : plan.hops)
        ids << idsOf(hop);
    return ids;
}

QStringList pauseIds(const Plan& plan) {
    QStringList ids;
    for (const PausePoint& pause : pausePointsOf(plan))
        ids << pause.id;
    return ids;
}
} // namespace

class TestPlanPart final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void wholeIsNoPart() {
        const Plan plan = planFor(u"0.14.2"_qs, u"0.20.1"_qs);
        QVERIFY(!isPart(plan));
        const Plan all = partOf(plan, idsOf(plan));
        QVERIFY(!isPart(all));
        QCOMPARE(idsOf(all), idsOf(plan));
        QCOMPARE(all.leftOut.size(), plan.leftOut.size());
    }

    void upgradeIsItsStepsInOrderWithTheReceiptOfTheWhole() {
        const Plan plan = planFor(u"0.14.2"_qs, u"0.20.1"_qs, u"cgroups=no"_qs);
        const PlanHop& hop = plan.hops.at(3);
        const Plan part = partOf(plan, idsOf(hop));
        QVERIFY(isPart(part));
        QCOMPARE(part.hops.size(), 1);
        QCOMPARE(idsOf(part), idsOf(hop));
        QCOMPARE(part.coverage.planned, plan.coverage.planned);
        QCOMPARE(part.from, plan.from);
        for (const LeftOut& left : part.leftOut)
            QVERIFY(left.hop.startsWith(hop.from));
        for (const PlanQuestion& question : openQuestions(part)) {
            bool decides = false;
            forEachItem(part, [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
                for (const Because& because : item.because)
                    decides |= because.trait == question.id;
            });
            for (const PlanQuestion& below : part.questions)
                decides |= below.of == question.id;
            QVERIFY2(decides, qPrintable(question.id));
        }
    }

    void everyUpgradeHasThePausesOfTheWhole() {
        const Plan plan = planFor(u"0.11.0"_qs, u"1.11.0"_qs);
        QStringList pauses;
        for (const PlanHop& hop : plan.hops)
            pauses << pauseIds(partOf(plan, idsOf(hop)));
        QCOMPARE(pauses, pauseIds(plan));
    }

    void pauseBringsTheStepItStandsAt() {
        const Plan plan = planFor(u"0.17.0"_qs, u"0.18.2"_qs);
        const QList<PausePoint> pauses = pausePointsOf(plan);
        const PausePoint& pause = pauses.at(1);
        QCOMPARE(idsOf(partOf(plan, {pause.id})), QStringList{pause.step});
    }

    void unknownIdsAreNothing() {
        QVERIFY(partOf(planFor(u"0.17.0"_qs, u"0.18.2"_qs), {QStringLiteral("0.99-none")}).hops.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPlanPart)
#include "tst_plan_part.moc"
