#include "support/support.h"
#include "test_window.h"
#include "ui/age.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTreeView>

class TestStartPage final : public QObject {
    Q_OBJECT

    static QString said(const TestWindow& test, int row) {
        return child<QListWidget>(test.window, u"recentPlans"_qs).item(row)->data(Qt::AccessibleTextRole).toString();
    }

private Q_SLOTS:
    void initTestCase() { keepToTestPaths(); }
    void init() { failOnAnyWarning(); }

    void ageIsWhatPeopleSay_data() {
        QTest::addColumn<QDateTime>("then");
        QTest::addColumn<QString>("said");
        const QDateTime now(QDate(2026, 11, 22), QTime(15, 0), Qt::UTC);
        QTest::newRow("a moment") << now.addSecs(-30) << "just now";
        QTest::newRow("clock runs ahead a little") << now.addSecs(30) << "just now";
        QTest::newRow("same day") << now.addSecs(-18000) << "today";
        QTest::newRow("16 hours, but the day before") << now.addSecs(-57600) << "yesterday";
        QTest::newRow("two days") << now.addDays(-2) << "2 days ago";
        QTest::newRow("13 days") << now.addDays(-13) << "13 days ago";
        QTest::newRow("two weeks") << now.addDays(-14) << "2 weeks ago";
        QTest::newRow("nine weeks") << now.addDays(-69) << "9 weeks ago";
        QTest::newRow("longer") << now.addDays(-70) << QLocale().toString(QDate(2026, 9, 13), QLocale::ShortFormat);
        QTest::newRow("clock was set back")
            << now.addDays(3) << QLocale().toString(QDate(2026, 11, 25), QLocale::ShortFormat);
    }
    void ageIsWhatPeopleSay() {
        QFETCH(QDateTime, then);
        QTEST(ageText(then, QDateTime(QDate(2026, 11, 22), QTime(15, 0), Qt::UTC)), "said");
    }

    void withoutRecentPlansThereIsNoList() {
        TestWindow test;
        QVERIFY(!child<QListWidget>(test.window, u"recentPlans"_qs).isVisible());
        QVERIFY(child<QPushButton>(test.window, u"newPlan"_qs).isVisible());
    }

    void planShowsProgressLastStepAndAge() {
        TestWindow test;
        test.openNewPlan(u"0.17.0"_qs, u"0.18.2"_qs);
        test.action(u"closeAction"_qs).trigger();
        QVERIFY2(said(test, 0).contains(u"nothing is recorded yet"_qs), qPrintable(said(test, 0)));
        child<QPushButton>(test.window, u"openRecent"_qs).click();
        QVERIFY(test.window.planFile());
        QTest::keyClick(&child<QTreeView>(test.window, u"checklist"_qs), Qt::Key_Space);
        test.action(u"closeAction"_qs).trigger();
        QVERIFY2(said(test, 0).contains(u"1 of "_qs), qPrintable(said(test, 0)));
        QVERIFY2(said(test, 0).contains(u"step 1:"_qs), qPrintable(said(test, 0)));
        QVERIFY2(said(test, 0).contains(u"just now"_qs), qPrintable(said(test, 0)));
    }

    void missingPlanSaysSoAndIsForgotten() {
        TestWindow test;
        test.openNewPlan(u"0.17.0"_qs, u"0.18.2"_qs);
        test.action(u"closeAction"_qs).trigger();
        QVERIFY(QFile::remove(test.path(u"plan.mesosplan"_qs)));
        QEvent activated(QEvent::ActivationChange); // as after another program was in front
        QApplication::sendEvent(&child<QWidget>(test.window, u"startPage"_qs), &activated);
        QVERIFY2(said(test, 0).contains(u"missing"_qs), qPrintable(said(test, 0)));
        auto& list = child<QListWidget>(test.window, u"recentPlans"_qs);
        child<QPushButton>(test.window, u"openRecent"_qs).click();
        QTRY_VERIFY(child<QPushButton>(test.window, u"forgetMissing"_qs).isVisible());
        QCOMPARE(test.desktop.complaints, QStringList());
        list.setFocus();
        QTest::keyClick(&list, Qt::Key_Delete);
        QCOMPARE(list.count(), 0);
        QVERIFY(!list.isVisible());
    }

    void openButtonAsksForAFile() {
        TestWindow test;
        test.openNewPlan(u"0.17.0"_qs, u"0.18.2"_qs);
        test.action(u"closeAction"_qs).trigger();
        test.desktop.file = test.path(u"plan.mesosplan"_qs);
        child<QPushButton>(test.window, u"openPlan"_qs).click();
        QVERIFY(test.window.planFile());
    }
};

QTEST_MAIN(TestStartPage)
#include "tst_start_page.moc"
