#include "checklist_hand.h"
#include "support/small_plan.h"
#include "support/support.h"
#include "ui/go_to_dialog.h"

#include <QAction>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>
#include <QTextBrowser>

namespace {
/// The window over the small plan.
struct SmallPlanWindow : TestWindow {
    SmallPlanWindow() {
        if (const auto made = PlanFile::create(path(u"small.mesosplan"_qs), smallPlan()); !made)
            qFatal("%s", qPrintable(made.error().message));
        window.openPlan(path(u"small.mesosplan"_qs));
        tree(*this).expandAll();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const {
        QTest::keyClick(&tree(*this), key, modifiers);
    }
};

QPushButton& chip(const TestWindow& test, const QString& text) {
    for (QPushButton* button : test.window.findChildren<QPushButton*>(u"chip"_qs))
        if (button->isVisible() && button->text().startsWith(text))
            return *button;
    qFatal("no chip %s", qPrintable(text));
}

QString hitsText(const TestWindow& test) {
    return labelText(test.window, u"hits"_qs);
}
} // namespace

/// How people find something in the checklist, and find back.
class TestFindInChecklist final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { keepToTestPaths(); }
    void init() { failOnAnyWarning(); }

    void filtersAreChips_eachTakesItselfAway() {
        SmallPlanWindow test;
        toggleFilter(test, u"danger"_qs);
        toggleFilter(test, u"0.17.0 → 0.18.x"_qs);
        QCOMPARE(chips(test), (QStringList{u"Severity: danger"_qs, u"Upgrade: 0.17.0 → 0.18.x"_qs}));
        QVERIFY(!rowOf(test, u"0.19-look"_qs).isValid());
        QVERIFY2(rowOf(test, u"0.19-warned"_qs).isValid(), "an open blocker is hidden");
        QVERIFY(filterAction(test, u"danger"_qs)->isChecked());
        QCOMPARE(hitsText(test), u"1 hit"_qs);

        QTest::mouseClick(&chip(test, u"Severity"_qs), Qt::LeftButton);
        QCOMPARE(chips(test), QStringList{u"Upgrade: 0.17.0 → 0.18.x"_qs});
        QVERIFY(rowOf(test, u"0.18-read"_qs).isValid());
        QVERIFY(tree(test).hasFocus());
        QVERIFY(!filterAction(test, u"danger"_qs)->isChecked());
        chip(test, u"Upgrade"_qs).setFocus();
        QTest::keyClick(&chip(test, u"Upgrade"_qs), Qt::Key_Space);
        QCOMPARE(chips(test), QStringList());
        QVERIFY(rowOf(test, u"0.19-look"_qs).isValid());
        QVERIFY(!child<QLabel>(test.window, u"hits"_qs).isVisible());
    }

    void whatToWatchForIsAChipAndHidesNoOpenBlocker() {
        SmallPlanWindow test;
        toggleFilter(test, u"what to find out first"_qs);
        QCOMPARE(chips(test), QStringList{u"Watch for: what to find out first"_qs});
        QCOMPARE(hitsText(test), u"1 hit"_qs);
        QVERIFY(rowOf(test, u"0.18-slaves-restart"_qs).isValid());
        QVERIFY(!rowOf(test, u"0.19-look"_qs).isValid());
        QVERIFY2(rowOf(test, u"0.18-settle"_qs).isValid(), "an open blocker is hidden");
        QVERIFY(child<QLabel>(test.window, u"regardless"_qs).isVisible());
        toggleFilter(test, u"blockers"_qs);
        QCOMPARE(hitsText(test), u"3 hits"_qs);
    }

    void showAllAndEscTakeEverythingAway_data() {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("button") << false;
        QTest::newRow("Esc") << true;
    }
    void showAllAndEscTakeEverythingAway() {
        QFETCH(bool, byKey);
        SmallPlanWindow test;
        child<QLineEdit>(test.window, u"search"_qs).setText(u"slaves"_qs);
        toggleFilter(test, u"open"_qs);
        toggleFilter(test, u"masters"_qs);
        QCOMPARE(chips(test).size(), 2);
        byKey ? test.press(Qt::Key_Escape)
              : QTest::mouseClick(&child<QPushButton>(test.window, u"showAll"_qs), Qt::LeftButton);
        QCOMPARE(chips(test), QStringList());
        QCOMPARE(child<QLineEdit>(test.window, u"search"_qs).text(), QString());
        QVERIFY(rowOf(test, u"0.18-read"_qs).isValid());
        QVERIFY(tree(test).hasFocus());
    }

    void filterMenuOpensByKeyboard() {
        SmallPlanWindow test;
        auto& button = child<QPushButton>(test.window, u"filterButton"_qs);
        QMenu* menu = button.menu();
        QTimer::singleShot(0, menu, [menu] {
            QTest::keyClick(menu, Qt::Key_Down);
            QTest::keyClick(menu, Qt::Key_Return);
        });
        button.setFocus();
        QTest::keyClick(&button, Qt::Key_Space);
        QCOMPARE(chips(test), QStringList{u"Watch for: blockers"_qs});
    }

    void searchGoesToTheFirstHitOfThePlan() {
        SmallPlanWindow test;
        select(test, u"0.19-look"_qs);
        QTest::keyClick(&test.window, Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(test.window.focusWidget(), u"restart"_qs);
        QCOMPARE(currentId(test), u"0.18-masters-restart"_qs);
        QCOMPARE(hitsText(test), u"1 of 2 hits"_qs);
        QVERIFY2(child<QLineEdit>(test.window, u"search"_qs).hasFocus(), "people go on typing");
    }

    void hitsAreWalkedThrough() {
        SmallPlanWindow test;
        QTest::keyClick(&test.window, Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(test.window.focusWidget(), u"restart"_qs);
        QTest::keyClick(&test.window, Qt::Key_F3);
        QCOMPARE(currentId(test), u"0.18-slaves-restart"_qs);
        QCOMPARE(hitsText(test), u"2 of 2 hits"_qs);
        QVERIFY2(child<QLineEdit>(test.window, u"search"_qs).hasFocus(), "people go on typing");
        QTest::keyClick(test.window.focusWidget(), Qt::Key_Return);
        QVERIFY(tree(test).hasFocus());
        QCOMPARE(currentId(test), u"0.18-slaves-restart"_qs);
        QTest::keyClick(&test.window, Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(currentId(test), u"0.18-masters-restart"_qs);
    }

    void nextHitWithoutASearchAsksForOne() {
        SmallPlanWindow test;
        test.press(Qt::Key_F3);
        QVERIFY(child<QLineEdit>(test.window, u"search"_qs).hasFocus());
    }

    void hitIsMarkedInItsRow() {
        SmallPlanWindow test;
        select(test, u"0.19-look"_qs);
        const QRect row = tree(test).visualRect(rowOf(test, u"0.18-masters-restart"_qs));
        const QImage before = tree(test).viewport()->grab(row).toImage();
        child<QLineEdit>(test.window, u"search"_qs).setText(u"restart"_qs);
        const QRect now = tree(test).visualRect(rowOf(test, u"0.18-masters-restart"_qs));
        const QImage after = tree(test).viewport()->grab(now).toImage();
        QCOMPARE(after.size(), before.size());
        QVERIFY(after != before);
    }

    void hitIsMarkedInTheDetailsToo() {
        SmallPlanWindow test;
        child<QLineEdit>(test.window, u"search"_qs).setText(u"SLOW after"_qs);
        select(test, u"0.18-masters-restart"_qs);
        const auto marked = [&] {
            QStringList texts;
            for (const auto& mark : child<QTextBrowser>(test.window, u"detailsText"_qs).extraSelections())
                texts << mark.cursor.selectedText();
            return texts;
        };
        QCOMPARE(marked(), (QStringList{u"slow"_qs, u"after"_qs}));
        child<QLineEdit>(test.window, u"search"_qs).clear();
        QCOMPARE(marked(), QStringList());
    }

    void openStepsAreWalkedThroughBothWays() {
        SmallPlanWindow test;
        select(test, u"0.18-slaves-restart"_qs);
        QStringList way;
        for (const Qt::KeyboardModifier held : {Qt::NoModifier, Qt::NoModifier, Qt::NoModifier, Qt::ShiftModifier}) {
            test.press(Qt::Key_N, held);
            way << currentId(test);
        }
        QCOMPARE(way, (QStringList{u"0.19-look"_qs, u"0.19-stop-end"_qs, u"0.18-stop-start"_qs, u"0.19-stop-end"_qs}));
        test.press(Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(currentId(test), u"0.18-masters-restart"_qs);
    }

    void fromAnUpgradeToTheFirstOpenStepInIt() {
        SmallPlanWindow test;
        tree(test).setCurrentIndex(tree(test).model()->index(1, 0));
        test.press(Qt::Key_N);
        QCOMPARE(currentId(test), u"0.19-look"_qs);
        tree(test).setCurrentIndex(tree(test).model()->index(0, 0));
        test.press(Qt::Key_N, Qt::ShiftModifier);
        QCOMPARE(currentId(test), u"0.19-stop-end"_qs); // around the beginning
    }

    void upgradeThatIsOpenedShowsItsSteps() {
        SmallPlanWindow test;
        test.action(u"collapseAction"_qs).trigger();
        const QModelIndex upgrade = tree(test).model()->index(0, 0);
        tree(test).setCurrentIndex(upgrade);
        test.press(Qt::Key_Right);
        const QModelIndex masters = tree(test).model()->index(0, 0, upgrade);
        const QModelIndex slaves = tree(test).model()->index(1, 0, upgrade);
        QVERIFY(tree(test).isExpanded(masters) && tree(test).isExpanded(slaves));
        tree(test).collapse(masters);
        tree(test).collapse(upgrade);
        test.press(Qt::Key_Right);
        QVERIFY2(!tree(test).isExpanded(masters), "what people closed is open again");
        toggleFilter(test, u"masters"_qs);
        QVERIFY(tree(test).isExpanded(masters));
        toggleFilter(test, u"masters"_qs);
        QVERIFY2(!tree(test).isExpanded(masters), "what was closed before the filter is open after it");
        child<QLineEdit>(test.window, u"search"_qs).setText(u"restart"_qs);
        child<QLineEdit>(test.window, u"search"_qs).clear();
        QVERIFY2(tree(test).isExpanded(masters), "what was found is out of sight");
    }

    void upgradeThatIsMeant_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("upgrade"); // from 1 on, 0: none
        QTest::newRow("number") << "12" << 12;
        QTest::newRow("version: the upgrade that leads to it") << "0.18" << 7;
        QTest::newRow("line") << "0.18.x" << 7;
        QTest::newRow("with a patch") << "0.18.2" << 7;
        QTest::newRow("as in release notes") << "v0.18.2" << 7;
        QTest::newRow("as the list shows it") << "0.17.0 \u2192 0.18.x" << 7;
        QTest::newRow("two versions, briefly") << "0.17 -> 0.18" << 7;
        QTest::newRow("two versions and a space") << " 0.17 0.18 " << 7;
        QTest::newRow("the version it begins with") << "0.11" << 1;
        QTest::newRow("number that is too large") << "17" << 0;
        QTest::newRow("nought") << "0" << 0;
        QTest::newRow("version of another plan") << "0.28" << 0;
        QTest::newRow("two versions that are no upgrade") << "0.18 -> 0.17" << 0;
        QTest::newRow("neither") << "masters" << 0;
        QTest::newRow("nothing") << "" << 0;
    }
    void upgradeThatIsMeant() {
        QFETCH(QString, typed);
        QFETCH(int, upgrade);
        TestWindow test;
        test.openNewPlan(u"0.11.0"_qs, u"0.27.2"_qs);
        QCOMPARE(upgradeMeant(test.window.planFile()->plan(), typed).value_or(-1) + 1, upgrade);
    }

    void upgradeIsChosenByWhatIsTyped() {
        TestWindow test;
        test.openNewPlan(u"0.11.0"_qs, u"0.27.2"_qs);
        test.action(u"historyAction"_qs).trigger();
        QTest::keyClick(&test.window, Qt::Key_L, Qt::ControlModifier);
        auto& typed = child<QLineEdit>(test.window, u"typed"_qs);
        auto& list = child<QListWidget>(test.window, u"upgrades"_qs);
        QTRY_VERIFY(typed.hasFocus());
        QCOMPARE(list.currentRow(), 0); // where the work goes on
        QTest::keyClicks(&typed, u"0.18"_qs);
        QCOMPARE(list.currentRow(), 6);
        QTest::keyClick(&typed, Qt::Key_Return);
        QVERIFY(tree(test).isVisible());
        QCOMPARE(tree(test).currentIndex(), tree(test).model()->index(6, 0));
        QVERIFY(tree(test).isExpanded(tree(test).currentIndex()));
    }

    void upgradeIsChosenByArrowKeys() {
        SmallPlanWindow test;
        QTest::keyClick(&test.window, Qt::Key_L, Qt::ControlModifier);
        auto& typed = child<QLineEdit>(test.window, u"typed"_qs);
        QTRY_VERIFY(typed.hasFocus());
        QTest::keyClick(&typed, Qt::Key_Down);
        QTest::keyClick(&typed, Qt::Key_Return);
        QCOMPARE(tree(test).currentIndex(), tree(test).model()->index(1, 0));
    }

    void versionThatIsNotInThePlanIsSaid() {
        SmallPlanWindow test;
        const QString here = currentId(test);
        QTest::keyClick(&test.window, Qt::Key_L, Qt::ControlModifier);
        auto& typed = child<QLineEdit>(test.window, u"typed"_qs);
        QTest::keyClicks(&typed, u"0.25"_qs);
        QTest::keyClick(&typed, Qt::Key_Return);
        auto& dialog = child<QDialog>(test.window, u"goToDialog"_qs);
        QVERIFY(dialog.isVisible());
        QVERIFY(labelText(dialog, u"refusal"_qs).contains(u"0.25"_qs));
        QTest::keyClicks(&typed, u"2"_qs); // over what was refused
        QVERIFY(!child<QLabel>(dialog, u"refusal"_qs).isVisible());
        QCOMPARE(currentId(test), here);
    }

    void closingTheChoiceLeavesPeopleWhereTheyWere() {
        SmallPlanWindow test;
        const QString here = currentId(test);
        QTest::keyClick(&test.window, Qt::Key_L, Qt::ControlModifier);
        QTest::keyClick(&child<QLineEdit>(test.window, u"typed"_qs), Qt::Key_Down);
        QTest::keyClick(&child<QDialog>(test.window, u"goToDialog"_qs), Qt::Key_Escape);
        QCOMPARE(currentId(test), here);
    }

    void chipsAreNamedForThoseWhoCannotSeeThem() {
        SmallPlanWindow test;
        toggleFilter(test, u"masters"_qs);
        QCOMPARE(chip(test, u"Component"_qs).accessibleName(), u"Component: masters, filter is on"_qs);
        QCOMPARE(namelessWidgets(test.window), QString());
    }
};

QTEST_MAIN(TestFindInChecklist)
#include "tst_find_in_checklist.moc"
