#include "items/plan_filter.h"
#include "items/plan_model.h"
#include "tests/support/small_plan.h"
#include "tests/support/support.h"

#include <QAbstractItemModelTester>
#include <QTest>

namespace {

ItemRecord inState(StepState state, const QString& owner = {}) {
    ItemRecord record;
    record.mark.state = state;
    record.owner = owner;
    return record;
}

/// The ids that are shown, in order. Pause points of the small plan are of no interest where they are approved.
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

    /// Somebody approved every pause point.
    Record approved() const {
        Record record;
        for (const PausePoint& pause : pausePointsOf(m_plan))
            record.items.insert(pause.id, inState(StepState::Done));
        return record;
    }

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void search_keepsWhatMatchesAndOpenBlockers_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("ids");
        QTest::addColumn<int>("regardless");
        QTest::newRow("text") << "stricter"
                              << "0.18-read 0.18-settle 0.19-warned" << 2;
        QTest::newRow("letter case does not matter") << "STRICTER"
                                                     << "0.18-read 0.18-settle 0.19-warned" << 2;
        QTest::newRow("id") << "0.18-slaves"
                            << "0.18-settle 0.18-slaves-restart 0.19-warned" << 2;
        QTest::newRow("details") << "slow"
                                 << "0.18-masters-restart 0.18-settle 0.19-warned" << 2;
        QTest::newRow("what people wrote") << "ticket"
                                           << "0.18-settle 0.19-warned 0.19-look" << 2;
        QTest::newRow("every word, in any order") << "slaves restart"
                                                  << "0.18-settle 0.18-slaves-restart 0.19-warned" << 2;
        QTest::newRow("no pattern") << "r.*t"
                                    << "0.18-settle 0.19-warned" << 2;
        QTest::newRow("a blocker that matches") << "settle"
                                                << "0.18-settle 0.19-warned" << 1;
        QTest::newRow("a stop") << "0.18-stop-start"
                                << "0.18-stop-start 0.18-settle 0.19-warned" << 2;
    }
    void search_keepsWhatMatchesAndOpenBlockers() {
        QFETCH(QString, text);
        QFETCH(QString, ids);
        QFETCH(int, regardless);
        Record record = approved();
        record.items[QStringLiteral("0.19-look")].note = QStringLiteral("see ticket 7");
        PlanModel model(m_plan, record);
        PlanFilter filter;
        const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.setSourceModel(&model);
        filter.setSearch(text);
        QCOMPARE(shown(filter), ids);
        QCOMPARE(filter.shown().regardless, regardless);
        QCOMPARE(filter.shown().hits, ids.split(u' ').size() - regardless);
    }

    void nothingTyped_showsAll() {
        PlanModel model(m_plan, {});
        PlanFilter filter;
        filter.setSourceModel(&model);
        filter.setSearch(QStringLiteral("  "));
        QCOMPARE(shown(filter), shown(model));
        QCOMPARE(filter.shown().regardless, 0);
    }

    void openSteps_areStepsThatAreNotSettled() {
        Record record = approved();
        PlanModel model(m_plan, record);
        PlanFilter filter;
        const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.setSourceModel(&model);
        filter.setOpenStepsOnly(true);
        QCOMPARE(shown(filter),
                 QStringLiteral("0.18-masters-restart 0.18-settle 0.18-slaves-restart 0.19-warned 0.19-look"));
        const auto mark = [&](const QString& id, StepState state) {
            record.items[id].mark.state = state;
            model.setItemRecords({id}, record);
        };
        mark(QStringLiteral("0.18-masters-restart"), StepState::Done);
        QCOMPARE(shown(filter), QStringLiteral("0.18-settle 0.18-slaves-restart 0.19-warned 0.19-look"));
        mark(QStringLiteral("0.18-settle"), StepState::Skipped);
        mark(QStringLiteral("0.18-slaves-restart"), StepState::NotApplicable);
        mark(QStringLiteral("0.19-look"), StepState::InProgress);
        QCOMPARE(shown(filter), QStringLiteral("0.19-warned 0.19-look"));
        mark(QStringLiteral("0.18-settle"), StepState::Open);
        QCOMPARE(shown(filter), QStringLiteral("0.18-settle 0.19-warned 0.19-look"));
        filter.setOpenStepsOnly(false);
        QCOMPARE(shown(filter), shown(model));
    }

    void neverHidden_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<ItemRecord>("record");
        QTest::addColumn<bool>("isShown");
        ItemRecord accepted = inState(StepState::Deferred);
        accepted.mark.acceptedBy = QStringLiteral("lin");
        QTest::newRow("open blocker") << "0.18-settle" << ItemRecord() << true;
        QTest::newRow("blocker in progress") << "0.18-settle" << inState(StepState::InProgress) << true;
        QTest::newRow("settled blocker") << "0.18-settle" << inState(StepState::Done) << false;
        QTest::newRow("blocker put off that somebody accepted") << "0.18-settle" << accepted << false;
        ItemRecord over = accepted;
        over.mark.until = QDate::currentDate().addDays(-1);
        QTest::newRow("blocker whose acceptance is over") << "0.18-settle" << over << true;
        over.mark.state = StepState::Skipped;
        QTest::newRow("the same, skipped") << "0.18-settle" << over << true;
        over.mark.until = QDate::currentDate();
        QTest::newRow("blocker that is accepted until today") << "0.18-settle" << over << false;
        QTest::newRow("open step") << "0.19-look" << ItemRecord() << false;
        QTest::newRow("failed step") << "0.19-look" << inState(StepState::Failed) << true;
        QTest::newRow("step put off") << "0.19-look" << inState(StepState::Deferred) << false;
        QTest::newRow("open stop") << "0.18-stop-start" << ItemRecord() << true;
        QTest::newRow("approved stop") << "0.18-stop-start" << inState(StepState::Done) << false;
    }
    void neverHidden() {
        QFETCH(QString, id);
        QFETCH(ItemRecord, record);
        QFETCH(bool, isShown);
        Record all = approved();
        all.items.insert(id, record);
        PlanModel model(m_plan, all);
        PlanFilter filter;
        filter.setSourceModel(&model);
        filter.setSearch(QStringLiteral("no such word"));
        QCOMPARE(shown(filter).split(u' ').contains(id), isShown);
    }

    void only_showsTheseAndOpenBlockers() {
        PlanModel model(m_plan, approved());
        PlanFilter filter;
        const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.setSourceModel(&model);
        filter.setOnly({QStringLiteral("0.18-read"), QStringLiteral("0.19-look"), QStringLiteral("not in this plan")});
        QCOMPARE(shown(filter), QStringLiteral("0.18-read 0.18-settle 0.19-warned 0.19-look"));
        QCOMPARE(filter.shown().hits, 2);
        QCOMPARE(filter.shown().regardless, 2);
        filter.setSearch(QStringLiteral("stricter")); // of these only
        QCOMPARE(shown(filter), QStringLiteral("0.18-read 0.18-settle 0.19-warned"));
        filter.setSearch({});
        filter.setOnly({});
        QCOMPARE(shown(filter), shown(model));
    }

    void owner_showsTheirsOnly() {
        Record record = approved();
        record.items.insert(QStringLiteral("0.19-look"), inState(StepState::Open, QStringLiteral("lin")));
        record.items.insert(QStringLiteral("0.18-masters-restart"), inState(StepState::Done, QStringLiteral("linus")));
        PlanModel model(m_plan, record);
        PlanFilter filter;
        filter.setSourceModel(&model);
        filter.setOwner(QStringLiteral("lin"));
        QCOMPARE(shown(filter), QStringLiteral("0.18-settle 0.19-warned 0.19-look"));
        QCOMPARE(filter.shown().regardless, 2);
        const auto isMatch = [&](const QString& id) {
            return filter.mapFromSource(model.indexOf(id)).data(PlanRole::Matches).toBool();
        };
        QVERIFY(isMatch(QStringLiteral("0.19-look")));
        QVERIFY(!isMatch(QStringLiteral("0.18-settle")));
        QVERIFY(filter.index(0, 0).data(PlanRole::Matches).toBool());
        filter.setOwner({});
        QCOMPARE(shown(filter), shown(model));
    }
};

QTEST_GUILESS_MAIN(TestPlanFilter)
#include "tst_plan_filter.moc"
