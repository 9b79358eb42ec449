#include "support/support.h"
#include "test_window.h"

#include <QAction>
#include <QApplication>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>

// Several windows at once: each plan in one of them.

namespace {
QString makePlan(const TestWindow& test, const QString& name) {
    QString path = test.path(name);
    if (!PlanFile::create(path, planFor(u"0.17.0"_qs, u"0.18.2"_qs)))
        qFatal("no plan");
    return path;
}
} // namespace

class TestWindows final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { keepToTestPaths(); }
    void init() { failOnAnyWarning(); }

    void secondPlanGetsAWindowOfItsOwn() {
        TestWindow test;
        test.openNewPlan(u"0.17.0"_qs, u"0.18.2"_qs);
        const QString first = test.window.planFile()->path();
        test.window.openPlan(makePlan(test, u"second.mesosplan"_qs));
        QCOMPARE(test.windows.all().size(), 2);
        QCOMPARE(test.window.planFile()->path(), first);
        const MainWindow& second = *test.windows.all().constLast();
        QVERIFY(second.isVisible());
        QCOMPARE(second.planFile()->path(), test.path(u"second.mesosplan"_qs));
        QVERIFY(second.pos() != test.window.pos()); // none hides the other
    }

    void planThatIsOpenComesToTheFront() {
        TestWindow test;
        test.openNewPlan(u"0.17.0"_qs, u"0.18.2"_qs);
        test.action(u"newWindowAction"_qs).trigger();
        MainWindow& second = *test.windows.all().constLast();
        QVERIFY(QTest::qWaitForWindowActive(&second));
        QVERIFY(QFile::link(test.window.planFile()->path(), test.path(u"link.mesosplan"_qs)));
        second.openPlan(test.path(u"link.mesosplan"_qs));
        QVERIFY(QTest::qWaitForWindowActive(&test.window));
        QCOMPARE(test.windows.all().size(), 2);
        QVERIFY(!second.planFile());
    }

    void secondStartLeavesAMeetingWhereItIs() {
        TestWindow test;
        test.openNewPlan(u"0.17.0"_qs, u"0.18.2"_qs);
        QVERIFY(!test.window.isBusy());
        test.action(u"presentAction"_qs).trigger();
        QVERIFY(test.window.isBusy());
        const QString ours = test.window.planFile()->path();
        test.window.hide(); // so that nothing but present() could bring it back
        test.windows.present({{ours}, false, {}});
        QVERIFY2(!test.window.isVisible(), "the window came in front of the meeting");
        test.windows.present({{makePlan(test, u"second.mesosplan"_qs)}, false, {}});
        QCOMPARE(test.window.planFile()->path(), ours);
        QCOMPARE(test.windows.all().size(), 2);
        const auto meeting = QApplication::topLevelWidgets();
        QVERIFY(std::any_of(meeting.cbegin(), meeting.cend(), [](const QWidget* window) {
            return window->objectName() == u"meetingWindow" && window->isVisible();
        }));
    }

    void startPageTakesThePlan() {
        TestWindow test;
        test.window.openPlan(makePlan(test, u"plan.mesosplan"_qs));
        QCOMPARE(test.windows.all().size(), 1);
        QVERIFY(test.window.planFile());
    }

    void closedWindowGoesAndTheLastOneStays() {
        TestWindow test;
        test.openNewPlan(u"0.17.0"_qs, u"0.18.2"_qs);
        test.window.openPlan(makePlan(test, u"second.mesosplan"_qs));
        QPointer<MainWindow> second = test.windows.all().constLast();
        second->findChild<QAction*>(u"closeAction"_qs)->trigger();
        QTRY_VERIFY(second.isNull());
        QCOMPARE(test.windows.all().size(), 1);
        test.action(u"closeAction"_qs).trigger(); // the last one goes back to the start page …
        QVERIFY(!test.window.planFile());
        QVERIFY(test.window.isVisible());
        test.action(u"closeAction"_qs).trigger(); // … and only then away
        QVERIFY(!test.window.isVisible());
    }

    void quitClosesAllWindows() {
        TestWindow test;
        test.openNewPlan(u"0.17.0"_qs, u"0.18.2"_qs);
        test.action(u"newWindowAction"_qs).trigger();
        test.action(u"quitAction"_qs).trigger();
        for (const MainWindow* window : test.windows.all())
            QVERIFY(!window->isVisible());
    }

    void recentPlansAreThoseOfAllWindows() {
        TestWindow test;
        test.openNewPlan(u"0.17.0"_qs, u"0.18.2"_qs);
        test.window.openPlan(makePlan(test, u"second.mesosplan"_qs));
        test.action(u"newWindowAction"_qs).trigger();
        const MainWindow& third = *test.windows.all().constLast();
        QCOMPARE(child<QListWidget>(third, u"recentPlans"_qs).count(), 2);
    }

    void secondStartIsServed_data() {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<int>("windows");
        QTest::newRow("without a plan: the start page that is there") << QStringList() << 1;
        QTest::newRow("one plan: on the start page") << QStringList{u"a.mesosplan"_qs} << 1;
        QTest::newRow("two plans: one more window") << QStringList{u"a.mesosplan"_qs, u"b.mesosplan"_qs} << 2;
        QTest::newRow("the same plan twice: once") << QStringList{u"a.mesosplan"_qs, u"a.mesosplan"_qs} << 1;
    }
    void secondStartIsServed() {
        QFETCH(QStringList, names);
        TestWindow test;
        StartWish wish;
        for (const QString& name : names)
            wish.plans << (QFile::exists(test.path(name)) ? test.path(name) : makePlan(test, name));
        test.windows.present(wish);
        QTEST(int(test.windows.all().size()), "windows");
        QCOMPARE(test.desktop.complaints, QStringList());
    }

    void windowFitsASmallerScreenNextTime() {
        TestWindow test;
        test.window.resize(4000, 3000);
        test.window.close();
        TestWindow other;
        other.settings.setValue(u"window/geometry"_qs, test.settings.value(u"window/geometry"_qs));
        MainWindow& next = other.windows.add();
        next.show();
        const QSize screen = next.screen()->availableSize();
        QVERIFY2(next.width() <= screen.width() && next.height() <= screen.height(),
                 qPrintable(QStringLiteral("%1x%2").arg(next.width()).arg(next.height())));
    }

    void resetForgetsWhatPeopleChoseAndNoPlan() {
        TestWindow test;
        test.openNewPlan(u"0.17.0"_qs, u"0.18.2"_qs);
        test.action(u"darkAction"_qs).trigger();
        test.action(u"highContrastAction"_qs).trigger();
        test.settings.setValue(u"exportFolder"_qs, u"/somewhere"_qs);
        test.desktop.yes = false;
        test.action(u"resetAction"_qs).trigger();
        QCOMPARE(test.theme.appearance(), Appearance::Dark);
        test.desktop.yes = true;
        test.action(u"resetAction"_qs).trigger();
        QCOMPARE(test.theme.appearance(), Appearance::FollowDesktop);
        QVERIFY(!test.theme.highContrast());
        QVERIFY(!test.settings.contains(u"exportFolder"_qs));
        QVERIFY(test.window.planFile());
        QVERIFY(test.windows.recentPlans().plans().size() <= 1);
    }
};

QTEST_MAIN(TestWindows)
#include "tst_windows.moc"
