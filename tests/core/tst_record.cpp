#include "core/plan.h"
#include "core/record.h"
#include "support/support.h"

#include <QTest>

class TestRecord final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void theStateIsWhatTheJournalSays() {
        const QDateTime noon(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
        const QList<JournalEntry> journal{
            {1, noon, u"ann"_qs, Deed::State, u"a"_qs, u"open"_qs, u"done"_qs},
            {2, noon.addSecs(60), u"bob"_qs, Deed::Note, u"a"_qs, {}, u"2 slaves late"_qs},
            {3, noon.addSecs(90), u"bob"_qs, Deed::State, u"b"_qs, u"open"_qs, u"done"_qs},
            {4, noon.addSecs(99), u"ann"_qs, Deed::State, u"b"_qs, u"done"_qs, u"open"_qs},
        };
        const Record record = recordOf(journal);
        QCOMPARE(record.value(u"a"_qs).state, StepState::Done);
        QCOMPARE(record.value(u"a"_qs).doneBy, u"ann"_qs);
        QCOMPARE(record.value(u"a"_qs).doneAt, noon);
        QCOMPARE(record.value(u"a"_qs).note, u"2 slaves late"_qs);
        QCOMPARE(record.value(u"b"_qs).state, StepState::Open);
        QCOMPARE(record.value(u"c"_qs).state, StepState::Open);
    }

    void progressCountsStepsOnly() {
        const Plan plan = planFor(u"0.14"_qs, u"0.16"_qs);
        Record record;
        QCOMPARE(progressOf(plan, record).steps, stepCount(plan));
        QCOMPARE(progressOf(plan, record).done, 0);
        const QString first = nextOpenStep(plan, record);
        QVERIFY(findItem(plan, first)->item.isStep());
        record[first].state = StepState::Done;
        QCOMPARE(progressOf(plan, record).done, 1);
        QVERIFY(nextOpenStep(plan, record) != first);
        forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
            record[item.item.id].state = StepState::Done;
        });
        QCOMPARE(progressOf(plan, record).done, stepCount(plan));
        QVERIFY(nextOpenStep(plan, record).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRecord)
#include "tst_record.moc"
