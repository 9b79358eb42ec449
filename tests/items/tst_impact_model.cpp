#include "core/words.h"
#include "items/impact_model.h"
#include "tests/support/small_plan.h"
#include "tests/support/support.h"

#include <QAbstractItemModelTester>
#include <QTest>

class TestImpactModel final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void versionsAreRowsAndAreasColumns() {
        const Plan plan = changingPlan();
        const ImpactModel model(plan);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.columnCount(), 5);
        QCOMPARE(model.headerData(1, Qt::Vertical).toString(), u"0.18.x"_qs);
        QCOMPARE(model.headerData(1, Qt::Horizontal).toString(), u"Flags"_qs);
    }

    void cellCountsEachKindInSignAndWord() {
        const Plan plan = changingPlan();
        ImpactModel model(plan);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.index(1, 1).data().toString(), u"~\u00a02\u00a0changed · ×\u00a01\u00a0removed"_qs);
        QCOMPARE(model.index(2, 4).data().toString(), u"+\u00a01\u00a0new"_qs);
        QCOMPARE(model.index(0, 1).data().toString(), QString());
    }

    void titlesAreToldAndNeverMarkup() {
        const Plan plan = changingPlan();
        const ImpactModel model(plan);
        const QModelIndex cell = model.index(1, 1);
        QCOMPARE(cell.data(Qt::ToolTipRole).toString(),
                 u"<div>~ changed: --quorum</div><div>× removed: --&lt;old&gt; &amp; others (classified by us)</div>"
                 "<div>~ changed: --zk</div>"_qs);
        QCOMPARE(cell.data(Qt::AccessibleTextRole).toString(),
                 u"flags in 0.18.x: ~ changed: --quorum; × removed: --<old> & others (classified by us); ~ changed: "
                 "--zk"_qs);
        QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(), u"Mesos core in 0.17.x: nothing"_qs);
        QCOMPARE(model.index(0, 0).data(Qt::ToolTipRole).toString(), QString());
    }

    void cellLeadsToItsStepsAndNotesEachOnce() {
        const Plan plan = changingPlan();
        const ImpactModel model(plan);
        QCOMPARE(idsOf(model.entriesAt(model.index(1, 1))), (QStringList{u"0.18-read"_qs, u"0.18-masters-restart"_qs}));
        QCOMPARE(idsOf(model.entriesAt(model.index(0, 1))), QStringList());
        QCOMPARE(model.titleOf(model.index(1, 1)), u"flags in 0.18.x"_qs);
        QCOMPARE(model.titleOf({}), QString());
    }

    void planWithoutChangesIsEmpty() {
        const Plan plan = smallPlan();
        QVERIFY(ImpactModel(plan).isEmpty());
        const Plan changing = changingPlan();
        QVERIFY(!ImpactModel(changing).isEmpty());
    }

    void everyKindHasASignOfItsOwn() {
        QStringList signs;
        for (const ChangeKind kind :
             {ChangeKind::New, ChangeKind::Changed, ChangeKind::Deprecated, ChangeKind::Removed})
            signs << words::changeSign(kind);
        QCOMPARE(signs.removeDuplicates(), 0);
    }
};

QTEST_GUILESS_MAIN(TestImpactModel)
#include "tst_impact_model.moc"
