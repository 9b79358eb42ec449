#include "items/plan_model.h"
#include "tests/support/small_plan.h"
#include "tests/support/support.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace {

QString masters() {
    return QStringLiteral("0.18-masters-restart");
}

/// The tree as a text, so that a difference reads like one.
QString treeOf(const QAbstractItemModel& model, const QModelIndex& parent = {}, qsizetype depth = 0) {
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        text += QString(2 * depth, u' ') + index.data().toString();
        if (const QVariant progress = index.data(PlanRole::Progress); progress.isValid())
            text +=
                QStringLiteral(" %1/%2").arg(progress.value<Progress>().done()).arg(progress.value<Progress>().steps);
        text += u'\n' + treeOf(model, index, depth + 1);
    }
    return text;
}

Record recordWith(const QString& id, const ItemRecord& item) {
    Record record;
    record.items.insert(id, item);
    return record;
}

} // namespace

class TestPlanModel : public QObject {
    Q_OBJECT

private:
    const Plan m_plan = smallPlan();
    const Record m_record = recordWith(masters(), {.mark = {StepState::Done, {}, {}, {}, {}},
                                                   .markedAt = QDateTime::currentDateTimeUtc(),
                                                   .markedBy = QStringLiteral("ada"),
                                                   .note = QStringLiteral("fast"),
                                                   .observed = QStringLiteral("3 of 3"),
                                                   .owner = QStringLiteral("lin"),
                                                   .day = {},
                                                   .passedWith = {},
                                                   .passedAt = {},
                                                   .passedBy = {}});

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void upgradeOverSeveralVersions_saysSo() {
        Plan plan = smallPlan();
        plan.hops[0].passes = {QStringLiteral("0.18.x")};
        plan.hops[1].passes = {QStringLiteral("0.19.x"), QStringLiteral("0.20.x")};
        const PlanModel model(plan, {});
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("0.17.0 → 0.18.x"));
        QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("0.18.x → 0.19.x, 2 versions at once"));
    }

    void tree_isThePlanWithStopsAndProgress() {
        const PlanModel model(m_plan, m_record);
        QCOMPARE(treeOf(model), QStringLiteral("0.17.0 → 0.18.x 1/3\n"
                                               "  Masters 1/1\n"
                                               "    Flags are <stricter> now\n"
                                               "    Stop: before the cluster is changed\n"
                                               "    Restart the masters with --quorum=2\n"
                                               "  Slaves 0/2\n"
                                               "    Settle the registry\n"
                                               "    Restart the slaves\n"
                                               "0.18.x → 0.19.x 0/1\n"
                                               "  Afterwards: whole cluster 0/1\n"
                                               "    No way back\n"
                                               "    Look at every slave\n"
                                               "    Stop: the upgrade is finished\n"));
    }

    void acceptanceThatIsOver_isSeenFromThatDayOn() {
        const QDate until(2026, 12, 24);
        const QString settle = QStringLiteral("0.18-settle");
        const Mark skipped{StepState::Skipped, QStringLiteral("r"), {}, QStringLiteral("Lin"), until};
        ItemRecord accepted;
        accepted.mark = skipped;
        PlanModel model(m_plan, recordWith(settle, accepted));
        const QModelIndex row = model.indexOf(settle);
        model.setToday(until);
        QVERIFY(!row.data(PlanRole::MustBeSeen).toBool());
        QVERIFY(!row.data(PlanRole::AcceptanceOver).toBool());
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setToday(until.addDays(1));
        QCOMPARE(changed.size(), 1);
        QVERIFY(row.data(PlanRole::MustBeSeen).toBool());
        QVERIFY(row.data(PlanRole::AcceptanceOver).toBool());
        QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(u"acceptance over"));
        model.setToday(until.addDays(2));
        QCOMPARE(changed.size(), 1);
    }

    void contract_holds_data() {
        QTest::addColumn<bool>("empty");
        QTest::newRow("a plan") << false;
        QTest::newRow("a plan without anything") << true;
    }
    void contract_holds() {
        QFETCH(bool, empty);
        const Plan nothing;
        PlanModel model(empty ? nothing : m_plan, m_record);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setItemRecords({masters()}, {});
        model.setItemRecords({masters(), QStringLiteral("0.18-stop-start"), QStringLiteral("0.19-look")}, m_record);
        model.setNotSaved({masters()});
        model.setNotSaved({});
    }

    /// The model tester does not look beyond the ends.
    void outside_isNoIndex_data() {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("column");
        QTest::newRow("before the first row") << -1 << 0;
        QTest::newRow("after the last row") << 2 << 0;
        QTest::newRow("before the first column") << 0 << -1;
        QTest::newRow("after the last column") << 0 << 1;
    }
    void outside_isNoIndex() {
        QFETCH(int, row);
        QFETCH(int, column);
        const PlanModel model(m_plan, m_record);
        QVERIFY(!model.index(row, column).isValid());
        QVERIFY(!model.index(row, column, model.index(1, 0)).isValid());
        QVERIFY(!model.index(0, 0, model.indexOf(masters())).isValid());
    }

    void ids_leadToRowsAndBack() {
        const PlanModel model(m_plan, m_record);
        const PlanModel other(m_plan, m_record);
        forEachItem(m_plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
            QCOMPARE(model.itemAt(model.indexOf(item.item.id)), &item);
            QCOMPARE(model.indexOf(item.item.id).data(PlanRole::Id).toString(), item.item.id);
        });
        for (const PausePoint& pause : pausePointsOf(m_plan)) {
            QCOMPARE(model.pauseAt(model.indexOf(pause.id))->id, pause.id);
            QVERIFY(!model.itemAt(model.indexOf(pause.id)));
            QCOMPARE(model.hopAt(model.indexOf(pause.id)), &m_plan.hops[pause.hop]);
        }
        QVERIFY(!model.indexOf(QStringLiteral("none")).isValid());
        QVERIFY(!model.indexOf({}).isValid());
        QVERIFY(!model.itemAt({}));
        QVERIFY(!model.itemAt(model.index(0, 0)));
        QVERIFY(!model.itemAt(other.indexOf(masters())));
    }

    void roles_tellTheItem() {
        const PlanModel model(m_plan, m_record);
        const QModelIndex slaves = model.indexOf(QStringLiteral("0.18-slaves-restart"));
        QCOMPARE(slaves.data(PlanRole::Level).value<PlanLevel>(), PlanLevel::Item);
        QCOMPARE(slaves.data(PlanRole::Kind).value<Kind>(), Kind::Step);
        QCOMPARE(slaves.data(PlanRole::Number).toInt(), 3);
        QCOMPARE(slaves.data(PlanRole::State).value<StepState>(), StepState::Open);
        QCOMPARE(slaves.data(PlanRole::FindFirst).toBool(), true);
        QCOMPARE(slaves.data(PlanRole::HasSnippet).toBool(), true);
        QCOMPARE(slaves.data(PlanRole::Hosts).toString(), QStringLiteral("slaves that isolate with cgroups"));
        const QModelIndex settle = model.indexOf(QStringLiteral("0.18-settle"));
        QCOMPARE(settle.data(PlanRole::Gate).value<Gate>(), Gate::Blocker);
        QCOMPARE(settle.data(PlanRole::Severity).value<Severity>(), Severity::Danger);
        const QModelIndex done = model.indexOf(masters());
        QCOMPARE(done.data(PlanRole::Note).toString(), QStringLiteral("fast"));
        QCOMPARE(done.data(PlanRole::Text).toString(), QStringLiteral("Restart the masters with `--quorum=2`"));
        QCOMPARE(done.data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Checked);
        QCOMPARE(done.data(PlanRole::Owner).toString(), QStringLiteral("lin"));
        QCOMPARE(done.data(PlanRole::Observed).toString(), QStringLiteral("3 of 3"));
        const QModelIndex note = model.indexOf(QStringLiteral("0.18-read"));
        QVERIFY(!note.data(Qt::CheckStateRole).isValid());
        QVERIFY(!note.data(PlanRole::State).isValid());
        QVERIFY(!(note.flags() & Qt::ItemIsUserCheckable));
        QVERIFY(!model.index(0, 0).data(PlanRole::Id).isValid());
    }

    void state_isSaidByRoles_data() {
        QTest::addColumn<Mark>("mark");
        QTest::addColumn<Qt::CheckState>("box");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const Mark& mark, Qt::CheckState box, const QString& said) {
            QTest::newRow(name) << mark << box << said;
        };
        row("open", {}, Qt::Unchecked, QStringLiteral("open"));
        row("in progress", {StepState::InProgress, {}, {}, {}, {}}, Qt::PartiallyChecked,
            QStringLiteral("in progress"));
        row("done", {StepState::Done, {}, {}, {}, {}}, Qt::Checked, QStringLiteral("done"));
        row("skipped is not shown as done", {StepState::Skipped, QStringLiteral("late"), {}, {}, {}}, Qt::Unchecked,
            QStringLiteral("skipped"));
        row("failed", {StepState::Failed, QStringLiteral("smoke"), {}, {}, {}}, Qt::Unchecked,
            QStringLiteral("failed"));
        row("put off", {StepState::Deferred, {}, QStringLiteral("0.19.x"), QStringLiteral("lin"), {}}, Qt::Unchecked,
            QStringLiteral("put off, 0.19.x"));
    }
    void state_isSaidByRoles() {
        QFETCH(Mark, mark);
        QFETCH(Qt::CheckState, box);
        QFETCH(QString, said);
        ItemRecord item;
        item.mark = mark;
        const PlanModel model(m_plan, recordWith(masters(), item));
        const QModelIndex index = model.indexOf(masters());
        QCOMPARE(index.data(Qt::CheckStateRole).value<Qt::CheckState>(), box);
        QCOMPARE(index.data(PlanRole::State).value<StepState>(), mark.state);
        QCOMPARE(index.data(PlanRole::Reason).toString(), mark.reason);
        QCOMPARE(index.data(PlanRole::PutOffTo).toString(), mark.deferredTo);
        QCOMPARE(index.data(PlanRole::AcceptedBy).toString(), mark.acceptedBy);
        const QString text = index.data(Qt::AccessibleTextRole).toString();
        QVERIFY2(text.contains(u"masters, " + said + u", Restart"), qPrintable(text));
    }

    void putOff_isToldByTheUpgrade() {
        PlanModel model(m_plan, {});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        ItemRecord item;
        item.mark = {StepState::Deferred, {}, QStringLiteral("0.19.x"), {}, {}};
        model.setItemRecords({masters()}, recordWith(masters(), item));
        QCOMPARE(model.index(0, 0).data(PlanRole::PutOffHere).toInt(), 0);
        QCOMPARE(model.index(1, 0).data(PlanRole::PutOffHere).toInt(), 1);
        QCOMPARE(changed.constFirst()[1].toModelIndex(), model.index(1, 0)); // both upgrades by one signal
        model.setItemRecords({masters()}, {});
        QCOMPARE(model.index(1, 0).data(PlanRole::PutOffHere).toInt(), 0);
    }

    void notSaved_isShownAndNotDone() {
        PlanModel model(m_plan, {});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        const QModelIndex index = model.indexOf(masters());
        model.setNotSaved({masters(), QStringLiteral("none")});
        QCOMPARE(changed.size(), 1);
        QVERIFY(index.data(PlanRole::NotSaved).toBool());
        QCOMPARE(index.data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Unchecked);
        QVERIFY(index.data(Qt::AccessibleTextRole).toString().endsWith(QStringLiteral("not saved")));
        model.setNotSaved({});
        QVERIFY(!index.data(PlanRole::NotSaved).toBool());
    }

    void accessibleText_isTheWholeSentence_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("step") << masters()
                              << "Step 1 of 3, masters, done, Restart the masters with --quorum=2, by lin, has a note";
        QTest::newRow("for some hosts")
            << "0.18-slaves-restart"
            << "Step 3 of 3, slaves, open, Restart the slaves, slaves that isolate with cgroups, "
               "find out first, has commands to copy";
        QTest::newRow("stop") << "0.18-stop-start"
                              << "Stop: before the cluster is changed, not approved";
        QTest::newRow("planned for a day")
            << "0.19-look"
            << "Step 1 of 1, whole cluster, open, Look at every slave, planned for 2026-12-01";
        QTest::newRow("note") << "0.18-read"
                              << "Note, masters, Flags are <stricter> now";
    }
    void accessibleText_isTheWholeSentence() {
        QFETCH(QString, id);
        QFETCH(QString, sentence);
        Record record = m_record;
        record.items[QStringLiteral("0.19-look")].day = QDate(2026, 12, 1);
        const PlanModel model(m_plan, record);
        QCOMPARE(model.indexOf(id).data(Qt::AccessibleTextRole).toString(), sentence);
    }
    void accessibleText_ofHeadingsTellsProgress() {
        const PlanModel model(m_plan, m_record);
        QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Upgrade 0.17.0 → 0.18.x, steps done: 1 of 3"));
        QVERIFY(model.indexOf(QStringLiteral("0.18-settle"))
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(QStringLiteral("Danger")));
    }

    void tick_isAWishOnly() {
        PlanModel model(m_plan, {});
        QSignalSpy wished(&model, &PlanModel::tickRequested);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        const QModelIndex index = model.indexOf(masters());
        QVERIFY(model.setData(index, Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(wished.size(), 1);
        QCOMPARE(wished.first()[0].toString(), masters());
        QCOMPARE(wished.first()[1].value<StepState>(), StepState::Done);
        QCOMPARE(changed.size(), 0);
        QCOMPARE(index.data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Unchecked);
        model.setData(index, Qt::Unchecked, Qt::CheckStateRole);
        QCOMPARE(wished.last()[1].value<StepState>(), StepState::Open);
    }
    void tick_ofAStopIsItsApproval() {
        PlanModel model(m_plan, {});
        QSignalSpy wished(&model, &PlanModel::tickRequested);
        QVERIFY(model.setData(model.indexOf(QStringLiteral("0.18-stop-start")), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(wished.constFirst()[0].toString(), QStringLiteral("0.18-stop-start"));
    }
    void tick_ofAPlanThatCannotBeWrittenIsRefused() {
        PlanModel model(m_plan, {});
        model.setReadOnly(true);
        QSignalSpy wished(&model, &PlanModel::tickRequested);
        QVERIFY(!model.setData(model.indexOf(masters()), Qt::Checked, Qt::CheckStateRole));
        QVERIFY(!(model.indexOf(masters()).flags() & Qt::ItemIsUserCheckable));
        QCOMPARE(wished.size(), 0);
    }
    void tick_ofAnythingElseIsRefused() {
        PlanModel model(m_plan, {});
        QSignalSpy wished(&model, &PlanModel::tickRequested);
        QVERIFY(!model.setData(model.indexOf(QStringLiteral("0.18-read")), Qt::Checked, Qt::CheckStateRole));
        QVERIFY(!model.setData(model.index(0, 0), Qt::Checked, Qt::CheckStateRole));
        QVERIFY(!model.setData(model.indexOf(masters()), QStringLiteral("x"), Qt::EditRole));
        QVERIFY(!model.setData({}, Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(wished.size(), 0);
    }

    void record_changesTheRowAndWhatItStandsIn() {
        PlanModel model(m_plan, {});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setItemRecords({QStringLiteral("none")}, m_record);
        QCOMPARE(changed.size(), 0);
        model.setItemRecords({masters()}, m_record);
        QCOMPARE(changed.size(), 3);
        const QModelIndex index = model.indexOf(masters());
        QCOMPARE(changed[2][0].toModelIndex(), index);
        QCOMPARE(changed[1][0].toModelIndex(), index.parent());
        QCOMPARE(changed[0][0].toModelIndex(), index.parent().parent());
        QCOMPARE(index.data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Checked);
        QCOMPARE(model.index(0, 0).data(PlanRole::Progress).value<Progress>().done(), 1);
    }
};

QTEST_GUILESS_MAIN(TestPlanModel)
#include "tst_plan_model.moc"
