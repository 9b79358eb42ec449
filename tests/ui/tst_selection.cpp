#include "checklist_hand.h"
#include "support/small_plan.h"
#include "support/support.h"
#include "ui/text_panel.h"

#include <QAction>
#include <QToolButton>

namespace {
/// The window over the small plan.
struct SmallPlanWindow : TestWindow {
    SmallPlanWindow() {
        if (const auto made = PlanFile::create(path(u"small.mesosplan"_qs), smallPlan()); !made)
            qFatal("%s", qPrintable(made.error().message));
        window.openPlan(path(u"small.mesosplan"_qs));
        tree(*this).expandAll();
    }
};

QString heading(const TestWindow& test) {
    return labelText(test.window, u"heading"_qs);
}

QString listed(const TestWindow& test) {
    return child<TextPanel>(test.window, u"detailsText"_qs).toPlainText();
}

/// What can be done with all of it.
QStringList deeds(const TestWindow& test) {
    QStringList texts;
    for (const QToolButton* button : test.window.findChildren<QToolButton*>(u"deed"_qs))
        texts << button->defaultAction()->objectName();
    return texts;
}
} // namespace

/// What the details tell of several rows, and of an upgrade.
class TestSelection final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { keepToTestPaths(); }
    void init() { failOnAnyWarning(); }

    void severalRowsAreListedInTheOrderOfWork() {
        SmallPlanWindow test;
        select(test, u"0.19-look"_qs);
        selectAlso(test, u"0.18-masters-restart"_qs);
        QCOMPARE(heading(test), u"2 steps selected"_qs);
        QVERIFY2(listed(test).indexOf(u"0.18-masters-restart"_qs) < listed(test).indexOf(u"0.19-look"_qs),
                 qPrintable(listed(test)));
        selectAlso(test, u"0.18-read"_qs);
        selectAlso(test, u"0.18-stop-start"_qs);
        QCOMPARE(heading(test), u"2 steps, 1 note, 1 stop selected"_qs);
        QVERIFY2(listed(test).contains(u"0.18-stop-start Stop: before the cluster is changed – not approved"_qs),
                 qPrintable(listed(test)));
        QVERIFY(!child<QWidget>(test.window, u"recordForm"_qs).isVisible());
        QCOMPARE(namelessWidgets(test.window), QString());
    }

    void whatAppliesToAllIsOffered() {
        SmallPlanWindow test;
        select(test, u"0.18-masters-restart"_qs);
        selectAlso(test, u"0.18-slaves-restart"_qs);
        QVERIFY(deeds(test).contains(u"skippedAction"_qs) && deeds(test).contains(u"copyAction"_qs));
        QVERIFY2(!deeds(test).contains(u"failedAction"_qs), "a card is about one step");
        for (QToolButton* button : test.window.findChildren<QToolButton*>(u"deed"_qs))
            if (button->defaultAction()->objectName() == u"inProgressAction") {
                button->setFocus();
                QTest::keyClick(button, Qt::Key_Space);
                QVERIFY2(button->hasFocus(), "people do not know where they are");
            }
        QCOMPARE(state(test, u"0.18-masters-restart"_qs), StepState::InProgress);
        QCOMPARE(state(test, u"0.18-slaves-restart"_qs), StepState::InProgress);
        QCOMPARE(listed(test).count(u"in progress"_qs), 2);
        select(test, u"0.18-read"_qs);
        selectAlso(test, u"0.19-warned"_qs);
        QCOMPARE(deeds(test), QStringList{u"copyAction"_qs}); // notes have no state
    }

    void oneOfThemIsOneAgain() {
        SmallPlanWindow test;
        select(test, u"0.19-look"_qs);
        selectAlso(test, u"0.18-masters-restart"_qs);
        tree(test).selectionModel()->select(rowOf(test, u"0.19-look"_qs), QItemSelectionModel::Deselect);
        QCOMPARE(heading(test), u"Restart the masters with --quorum=2"_qs); // what the deeds are about, too
        selectAlso(test, u"0.19-look"_qs);
        Q_EMIT child<TextPanel>(test.window, u"detailsText"_qs).anchorClicked(QUrl(u"step:0.18-settle"_qs));
        QCOMPARE(currentId(test), u"0.18-settle"_qs);
        QCOMPARE(heading(test), u"Settle the registry"_qs);
        QVERIFY(child<QWidget>(test.window, u"recordForm"_qs).isVisible());
    }

    void keysSelectSeveral() {
        SmallPlanWindow test;
        select(test, u"0.18-read"_qs);
        QTest::keyClick(&tree(test), Qt::Key_Down);
        QTest::keyClick(&tree(test), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(heading(test), u"1 step, 1 stop selected"_qs);
        QTest::keyClick(&tree(test), Qt::Key_Up);
        QCOMPARE(heading(test), u"Stop: before the cluster is changed"_qs);
    }

    void upgradeOfAHeadingIsTheOneThatIsExported() {
        SmallPlanWindow test;
        tree(test).setCurrentIndex(tree(test).model()->index(1, 0));
        QCOMPARE(heading(test), u"Upgrade 0.18.x → 0.19.x"_qs);
        test.desktop.file = test.path(u"part.md"_qs);
        test.action(u"exportUpgradeAction"_qs).trigger();
        QVERIFY2(test.desktop.suggestions.value(0).contains(u"0.19.x"_qs),
                 qPrintable(test.desktop.suggestions.join(u' ')));
    }

    void upgradeFollowsWhatIsRecorded() {
        SmallPlanWindow test;
        tree(test).setCurrentIndex(tree(test).model()->index(0, 0));
        QVERIFY2(listed(test).contains(u"0 of 3 steps done"_qs), qPrintable(listed(test)));
        const auto other = PlanFile::open(test.window.planFile()->path());
        QVERIFY((*other)->record(marking({u"0.18-masters-restart"_qs}, {StepState::Done, {}, {}, {}, {}})));
        QTRY_VERIFY2(listed(test).contains(u"1 of 3 steps done"_qs), qPrintable(listed(test)));
    }
};

QTEST_MAIN(TestSelection)
#include "tst_selection.moc"
