#include "core/route.h"
#include "support/support.h"
#include "ui/route_choice.h"
#include "ui/route_strip.h"
#include "wizard_hand.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTextBrowser>

class TestVersionsPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { keepToTestPaths(); }
    void init() { failOnAnyWarning(); }

    void wrongVersionKeepsThePageAndSaysWhy() {
        TestWindow test;
        NewPlanWizard& wizard = startWizard(test);
        QTest::keyClicks(&child<QComboBox>(wizard, u"source"_qs), QStringLiteral("0.18.2"));
        QTest::keyClicks(&child<QComboBox>(wizard, u"target"_qs), QStringLiteral("0.14.2"));
        QTest::keyClick(&wizard, Qt::Key_Return);
        QCOMPARE(wizard.currentPage()->objectName(), QStringLiteral("versionsPage"));
        const QString remark = child<QLabel>(wizard, u"targetRemark"_qs).text();
        QVERIFY2(remark.contains(u"older"_qs), qPrintable(remark));
    }

    void emptyVersionIsSaidWhenPeopleGoOn() {
        TestWindow test;
        NewPlanWizard& wizard = startWizard(test);
        QTest::keyClick(&wizard, Qt::Key_Return);
        QVERIFY(child<QLabel>(wizard, u"sourceRemark"_qs).text().contains(u"Choose"_qs));
    }

    void wayIsChosenByKeyboard() {
        TestWindow test;
        NewPlanWizard& wizard = startWizardWith(test, QStringLiteral("1.0.4"), QStringLiteral("1.11.0"));
        const auto& strip = child<RouteStrip>(wizard, u"routeStrip"_qs);
        auto& every = child<QRadioButton>(wizard, u"every"_qs);
        QVERIFY(every.isVisible() && every.isChecked());
        QCOMPARE(strip.accessibleDescription().count(u"; "_qs), 10);
        QVERIFY(every.accessibleDescription().contains(u"Rolling restarts of all agents: "_qs));

        child<QComboBox>(wizard, u"target"_qs).setFocus();
        QTest::keyClick(wizard.focusWidget(), Qt::Key_Tab);
        QCOMPARE(wizard.focusWidget(), &every);
        QTest::keyClick(&every, Qt::Key_Right);
        QCOMPARE(wizard.draft().route, RouteKind::FewestRestarts);
        QVERIFY(child<QRadioButton>(wizard, u"fewest"_qs).hasFocus());
        QVERIFY(strip.accessibleDescription().count(u"; "_qs) < 10);
        while (wizard.nextId() != -1)
            QTest::keyClick(&wizard, Qt::Key_Return);
        QVERIFY(child<QLabel>(wizard, u"value-way"_qs).text().startsWith(u"fewest restarts"_qs));
    }

    void wayIsChosenByMouse() {
        TestWindow test;
        NewPlanWizard& wizard = startWizardWith(test, QStringLiteral("0.28.3"), QStringLiteral("1.11.0"));
        auto& fewest = child<QRadioButton>(wizard, u"fewest"_qs);
        QVERIFY(fewest.accessibleDescription().contains(u"Rolling restarts of all slaves, later agents: "_qs));
        QTest::mouseClick(&fewest, Qt::LeftButton, {}, QPoint(8, fewest.height() / 2));
        QCOMPARE(wizard.draft().route, RouteKind::FewestRestarts);
        while (wizard.nextId() != -1)
            wizard.next();
        child<QLineEdit>(wizard, u"file"_qs).clear();
        QTest::keyClicks(&child<QLineEdit>(wizard, u"file"_qs), test.path(QStringLiteral("fewest.mesosplan")));
        wizard.button(QWizard::FinishButton)->click();
        QVERIFY(test.window.planFile());
        QCOMPARE(test.window.planFile()->plan().route, RouteKind::FewestRestarts);
    }

    void oneWayIsSaid() {
        TestWindow test;
        NewPlanWizard& wizard = startWizardWith(test, QStringLiteral("0.11.0"), QStringLiteral("0.22.2"));
        QVERIFY(!child<RouteChoice>(wizard, u"routeChoice"_qs).isVisible());
        const QString meaning = child<QLabel>(wizard, u"meaning"_qs).text();
        QVERIFY2(meaning.contains(u"before 1.0"_qs), qPrintable(meaning));
    }

    void adviceAndWhatIsOddIsSaidWithTheVersion() {
        TestWindow test;
        NewPlanWizard& wizard = startWizardWith(test, QStringLiteral("0.14.2"), QStringLiteral("1.4.1"));
        QVERIFY(child<QLabel>(wizard, u"sourceRemark"_qs).text().contains(u" About 0.14.2: "_qs));
        const auto& remark = child<QLabel>(wizard, u"targetRemark"_qs);
        QVERIFY2(remark.text().contains(adviceOn(catalogue(), u"1.4.1"_qs)), qPrintable(remark.text()));
        child<QComboBox>(wizard, u"target"_qs).setEditText(QStringLiteral("1.4.3"));
        QVERIFY(!remark.text().contains(u"1.4.1"_qs));
    }

    void versionsAreOfferedWhileTyping() {
        TestWindow test;
        NewPlanWizard& wizard = startWizard(test);
        auto& source = child<QComboBox>(wizard, u"source"_qs);
        QTest::keyClicks(source.lineEdit(), QStringLiteral("1.10"));
        QAbstractItemView* offered = source.completer()->popup();
        QTRY_VERIFY(offered->isVisible());
        QCOMPARE(offered->model()->rowCount(), publishedPatches(catalogue(), u"1.10"_qs).size());
        QCOMPARE(source.currentText(), QStringLiteral("1.10")); // nothing is added to what was typed
        QVERIFY(QDate::fromString(offered->model()->index(0, 1).data().toString(), Qt::ISODate).isValid());
        QTest::keyClick(offered, Qt::Key_Escape);
        QVERIFY(!offered->isVisible() && wizard.isVisible());
        QCOMPARE(wizard.draft().from, QStringLiteral("1.10"));
    }

    void versionsTellTheirDay() {
        TestWindow test;
        NewPlanWizard& wizard = startWizardWith(test, QStringLiteral("0.17.0"), QStringLiteral("0.18"));
        QCOMPARE(child<QLabel>(wizard, u"sourceRemark"_qs).text(), QStringLiteral("0.17.0, released on 2014-02-24."));
        QCOMPARE(child<QLabel>(wizard, u"targetRemark"_qs).text(), QStringLiteral("0.18.2, released on 2014-05-13."));
    }

    void wayGrowsWithTheChoice() {
        TestWindow test;
        NewPlanWizard& wizard = startWizard(test);
        const auto& strip = child<RouteStrip>(wizard, u"routeStrip"_qs);
        const auto& title = child<QLabel>(wizard, u"wayTitle"_qs);
        const auto& table = child<QTextBrowser>(wizard, u"upgrades"_qs);
        const auto upgrades = [&strip] { return strip.accessibleDescription().count(u"Upgrade "_qs); };
        const auto all = upgrades();
        QVERIFY(all > 20 && title.text().contains(u"0.11.0 → 1.11.0"_qs));

        chooseVersions(wizard, QStringLiteral("0.22.2"), {});
        QVERIFY(upgrades() < all && title.text().contains(u"0.22.2 → 1.11.0"_qs));
        QVERIFY(!title.text().contains(u"Upgrade Mesos"_qs)); // nobody takes it for the plan

        chooseVersions(wizard, QStringLiteral("0.22.2"), QStringLiteral("0.24.2"));
        QCOMPARE(upgrades(), 2);
        QCOMPARE(title.text(), QStringLiteral("Upgrade Mesos 0.22.2 → 0.24.2"));
        QVERIFY(table.toPlainText().contains(u"2016-04-01"_qs)); // of 0.24.2
        QVERIFY(!table.toPlainText().contains(u"0.25"_qs));
    }

    void whatSpeaksAgainstAVersionIsSaidAtOnce() {
        TestWindow test;
        NewPlanWizard& wizard = startWizardWith(test, QStringLiteral("0.22.2"), QStringLiteral("0.24.1"));
        const auto& remark = child<QLabel>(wizard, u"targetRemark"_qs);
        QVERIFY2(remark.text().startsWith(u"⚠ Choose 0.24.2: slaves of 0.24.0 and 0.24.1 abort"_qs),
                 qPrintable(remark.text()));
        auto& better = child<QPushButton>(wizard, u"better"_qs);
        QCOMPARE(better.text(), QStringLiteral("&Take 0.24.2 instead"));
        better.setFocus();
        QTest::keyClick(&better, Qt::Key_Space);
        QCOMPARE(wizard.draft().to, QStringLiteral("0.24.2"));
        QVERIFY(!better.isVisible());
        QVERIFY2(!remark.text().contains(u'⚠'), qPrintable(remark.text()));

        chooseVersions(wizard, QStringLiteral("0.14.2"), QStringLiteral("1.4.1"));
        QTest::mouseClick(&better, Qt::LeftButton);
        QCOMPARE(wizard.draft().to, QStringLiteral("1.4.3"));
        QVERIFY(child<QComboBox>(wizard, u"target"_qs).isAncestorOf(wizard.focusWidget()) ||
                wizard.focusWidget()->objectName() == u"target");
    }

    void answersThatNoLongerMatterAreNamedAndKept() {
        TestWindow test;
        NewPlanWizard& wizard = startWizardWith(test, QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        goToPage(wizard, u"questionsPage-containers"_qs);
        child<QRadioButton>(wizard, u"cgroups-yes"_qs).click();
        stepsAtTheLeft(wizard).constFirst()->click();
        const auto& moot = child<QLabel>(wizard, u"moot"_qs);
        QVERIFY(!moot.isVisible());
        chooseVersions(wizard, QStringLiteral("0.15.0"), QStringLiteral("0.17.0"));
        QVERIFY(moot.isVisible());
        QVERIFY2(moot.text().contains(u"cgroups isolation: yes"_qs), qPrintable(moot.text()));
        chooseVersions(wizard, QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        QVERIFY(!moot.isVisible());
        goToPage(wizard, u"questionsPage-containers"_qs);
        QVERIFY(child<QRadioButton>(wizard, u"cgroups-yes"_qs).isChecked());
    }

    void longWayScrollsByKeyboardInItsFrame() {
        TestWindow test;
        NewPlanWizard& wizard = startWizardWith(test, QStringLiteral("0.11.0"), QStringLiteral("1.11.0"));
        auto& way = child<QScrollArea>(wizard, u"way"_qs);
        QTRY_VERIFY(way.verticalScrollBar()->maximum() > 0);
        way.setFocus();
        QTest::keyClick(&way, Qt::Key_PageDown);
        QVERIFY(way.verticalScrollBar()->value() > 0);
    }
};

QTEST_MAIN(TestVersionsPage)
#include "tst_versions_page.moc"
