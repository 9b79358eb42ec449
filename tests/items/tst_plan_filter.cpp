#include "items/plan_filter.h"
#include "items/plan_model.h"
#include "tests/support/small_plan.h"
#include "tests/support/support.h"

#include <QAbstractItemModelTester>
#include <QTest>

namespace {

const ItemRecord done{StepState::Done, {}, {}, {}};

/// The ids that are shown, in order.
QString shown(const QAbstractItemModel& model, const QModelIndex& parent = {}) {
    QStringList ids;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        ids << (model.hasChildren(index) ? shown(model, index) : index.data(PlanRole::Id).toString());
    }
    return ids.join(u' ');
}

} // namespace

class TestPlanFilter : public QObject {
    Q_OBJECT

private:
    const Plan m_plan = smallPlan();

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void search_keepsWhatMatchesAndOpenBlockers_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("ids");
        QTest::newRow("nothing typed")
            << "  "
            << "0.18-read 0.18-masters-restart 0.18-settle 0.18-slaves-restart 0.19-warned 0.19-look";
        QTest::newRow("text") << "stricter"
                              << "0.18-read 0.18-settle 0.19-warned";
        QTest::newRow("letter case does not matter") << "STRICTER"
                                                     << "0.18-read 0.18-settle 0.19-warned";
        QTest::newRow("id") << "0.18-slaves"
                            << "0.18-settle 0.18-slaves-restart 0.19-warned";
        QTest::newRow("details") << "slow"
                                 << "0.18-masters-restart 0.18-settle 0.19-warned";
        QTest::newRow("what people wrote") << "ticket"
                                           << "0.18-settle 0.19-warned 0.19-look";
        QTest::newRow("every word, in any order") << "slaves restart"
                                                  << "0.18-settle 0.18-slaves-restart 0.19-warned";
        QTest::newRow("no pattern") << "r.*t"
                                    << "0.18-settle 0.19-warned";
    }
    void search_keepsWhatMatchesAndOpenBlockers() {
        QFETCH(QString, text);
        QFETCH(QString, ids);
        PlanModel model(m_plan,
                        {{QStringLiteral("0.19-look"), {StepState::Open, {}, {}, QStringLiteral("see ticket 7")}}});
        PlanFilter filter;
        const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.setSourceModel(&model);
        filter.setSearch(text);
        QCOMPARE(shown(filter), ids);
    }

    void openSteps_areStepsThatAreNotDone() {
        PlanModel model(m_plan, {});
        PlanFilter filter;
        const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.setSourceModel(&model);
        filter.setOpenStepsOnly(true);
        QCOMPARE(shown(filter),
                 QStringLiteral("0.18-masters-restart 0.18-settle 0.18-slaves-restart 0.19-warned 0.19-look"));
        model.setItemRecord(QStringLiteral("0.18-masters-restart"), done);
        QCOMPARE(shown(filter), QStringLiteral("0.18-settle 0.18-slaves-restart 0.19-warned 0.19-look"));
        model.setItemRecord(QStringLiteral("0.18-settle"), done);
        model.setItemRecord(QStringLiteral("0.18-slaves-restart"), done);
        QCOMPARE(shown(filter), QStringLiteral("0.19-warned 0.19-look"));
        model.setItemRecord(QStringLiteral("0.18-settle"), {});
        QCOMPARE(shown(filter), QStringLiteral("0.18-settle 0.19-warned 0.19-look"));
        filter.setOpenStepsOnly(false);
        QCOMPARE(filter.rowCount(), 2);
    }

    void settledBlocker_canBeHidden() {
        PlanModel model(m_plan, {{QStringLiteral("0.18-settle"), done}});
        PlanFilter filter;
        filter.setSourceModel(&model);
        filter.setSearch(QStringLiteral("look"));
        QCOMPARE(shown(filter), QStringLiteral("0.19-warned 0.19-look"));
    }
};

QTEST_GUILESS_MAIN(TestPlanFilter)
#include "tst_plan_filter.moc"
