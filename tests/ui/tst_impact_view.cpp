#include "checklist_hand.h"
#include "support/small_plan.h"
#include "support/support.h"
#include "ui/checklist_page.h"
#include "ui/checklist_view.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>

namespace {
void openChangingPlan(TestWindow& test) {
    const QString path = test.path(u"changing.mesosplan"_qs);
    QVERIFY(PlanFile::create(path, changingPlan()));
    test.window.openPlan(path);
    test.action(u"impactAction"_qs).trigger();
}

QTableView& table(const TestWindow& test) {
    return child<QTableView>(test.window, u"impact"_qs);
}

QListWidget& entries(const TestWindow& test) {
    return child<QListWidget>(test.window, u"impactEntries"_qs);
}

bool showsChecklist(const TestWindow& test) {
    return test.window.findChild<ChecklistPage*>()->view() == ChecklistPage::Checklist;
}

/// From the first cell to the flags of 0.18.
void goToFlags(const TestWindow& test) {
    QTest::keyClick(&table(test), Qt::Key_Down);
    QTest::keyClick(&table(test), Qt::Key_Right);
}
} // namespace

/// A plan by hand, so that what is known of upgrades may change.
class TestImpactView final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { keepToTestPaths(); }
    void init() { failOnAnyWarning(); }

    void arrowsShowTheEntriesOfACell() {
        TestWindow test;
        openChangingPlan(test);
        QVERIFY(table(test).hasFocus());
        QVERIFY(labelText(test.window, u"impactTitle"_qs).contains(u"Nothing changes"_qs));
        goToFlags(test);
        QCOMPARE(labelText(test.window, u"impactTitle"_qs), u"flags in 0.18.x"_qs);
        QCOMPARE(entries(test).count(), 3);
        QCOMPARE(entries(test).item(1)->text(), u"× removed: --<old> & others (classified by us)"_qs);
        QVERIFY(labelText(test.window, u"impactLegend"_qs).contains(u"× removed"_qs));
    }

    void enterShowsTheStepsAndNotesOfACellAndEscAllAgain() {
        TestWindow test;
        openChangingPlan(test);
        goToFlags(test);
        QTest::keyClick(&table(test), Qt::Key_Return);
        QVERIFY(showsChecklist(test));
        QCOMPARE(chips(test), QStringList{u"Only flags in 0.18.x, 2 of 6 steps and notes"_qs});
        QCOMPARE(currentId(test), u"0.18-read"_qs);
        QVERIFY(rowOf(test, u"0.18-masters-restart"_qs).isValid());
        QVERIFY(!rowOf(test, u"0.18-slaves-restart"_qs).isValid());
        QVERIFY(!rowOf(test, u"0.18-settle"_qs).isValid());
        QVERIFY2(labelText(test.window, u"regardless"_qs).startsWith(u"Not among them: "),
                 "a blocker is hidden silently");
        QVERIFY(child<QLabel>(test.window, u"regardless"_qs).isVisible());
        QVERIFY(tree(test).hasFocus());

        QTest::keyClick(&tree(test), Qt::Key_Escape);
        QCOMPARE(chips(test), QStringList());
        QVERIFY(!child<QLabel>(test.window, u"regardless"_qs).isVisible());
        QVERIFY(rowOf(test, u"0.18-slaves-restart"_qs).isValid());
        QCOMPARE(currentId(test), u"0.18-read"_qs);
    }

    void clickDoesTheSameAndTheButtonTakesItAway() {
        TestWindow test;
        openChangingPlan(test);
        const QRect cell = table(test).visualRect(table(test).model()->index(2, 4));
        QTest::mouseClick(table(test).viewport(), Qt::LeftButton, {}, cell.center());
        QVERIFY(showsChecklist(test));
        QCOMPARE(chips(test), QStringList{u"Only endpoints in 0.19.x, 1 of 6 steps and notes"_qs});
        QCOMPARE(currentId(test), u"0.19-look"_qs);
        QTest::mouseClick(&child<QPushButton>(test.window, u"showAll"_qs), Qt::LeftButton);
        QCOMPARE(chips(test), QStringList());
        QVERIFY(rowOf(test, u"0.18-read"_qs).isValid());
    }

    void emptyCellLeadsNowhere() {
        TestWindow test;
        openChangingPlan(test);
        QTest::keyClick(&table(test), Qt::Key_Return);
        QTest::mouseClick(table(test).viewport(), Qt::LeftButton, {},
                          table(test).visualRect(table(test).model()->index(0, 2)).center());
        QVERIFY(!showsChecklist(test));
    }

    void wayWithoutChangesSaysSo() {
        TestWindow test;
        const QString path = test.path(u"small.mesosplan"_qs);
        QVERIFY(PlanFile::create(path, smallPlan()));
        test.window.openPlan(path);
        test.action(u"impactAction"_qs).trigger();
        QVERIFY(labelText(test.window, u"impactLegend"_qs).startsWith(u"Nothing"_qs));
        QVERIFY(!table(test).isVisible());
    }

    void otherFiltersGiveWay() {
        TestWindow test;
        openChangingPlan(test);
        test.action(u"findAction"_qs).trigger();
        QTest::keyClicks(&child<QLineEdit>(test.window, u"search"_qs), u"nothing has this"_qs);
        test.action(u"impactAction"_qs).trigger();
        goToFlags(test);
        QTest::keyClick(&table(test), Qt::Key_Return);
        QCOMPARE(child<QLineEdit>(test.window, u"search"_qs).text(), QString());
        QCOMPARE(currentId(test), u"0.18-read"_qs);
    }

    void goingToAnotherStepShowsAllAgain() {
        TestWindow test;
        openChangingPlan(test);
        goToFlags(test);
        QTest::keyClick(&table(test), Qt::Key_Return);
        child<ChecklistView>(test.window, u"checklistView"_qs).goToItem(u"0.18-slaves-restart"_qs);
        QCOMPARE(currentId(test), u"0.18-slaves-restart"_qs);
        QCOMPARE(chips(test), QStringList());
    }

    void entryLeadsToItsStep() {
        TestWindow test;
        openChangingPlan(test);
        goToFlags(test);
        QTest::keyClick(&table(test), Qt::Key_Tab);
        QVERIFY(entries(test).hasFocus());
        entries(test).setCurrentRow(2);
        QTest::keyClick(&entries(test), Qt::Key_Return);
        QVERIFY(showsChecklist(test));
        QCOMPARE(currentId(test), u"0.18-masters-restart"_qs);
    }

    void everythingHasAName() {
        TestWindow test;
        openChangingPlan(test);
        QCOMPARE(namelessWidgets(test.window), QString());
        goToFlags(test);
        QTest::keyClick(&table(test), Qt::Key_Return);
        QCOMPARE(namelessWidgets(test.window), QString());
    }
};

QTEST_MAIN(TestImpactView)
#include "tst_impact_view.moc"
