#include "core/progress.h"
#include "support/support.h"
#include "test_window.h"
#include "ui/output.h"

#include <QAction>
#include <QDialog>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QStandardPaths>
#include <QThread>
#include <QTimer>
#include <QTreeView>

#include <unistd.h>

class TestMainWindow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        keepToTestPaths();
        // The example of an earlier run, in which everything may be done by now.
        QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).removeRecursively();
    }
    void init() { failOnAnyWarning(); }

    void exampleOpensWithoutAQuestion() {
        TestWindow test;
        QTest::mouseClick(&child<QPushButton>(test.window, u"openExample"_qs), Qt::LeftButton);
        QVERIFY(test.window.planFile());
        QCOMPARE(test.window.planFile()->plan().to, QStringLiteral("0.20.1"));
        QVERIFY(progressOf(test.window.planFile()->plan(), test.window.planFile()->record()).done() > 0);
        test.action(QStringLiteral("exampleAction")).trigger(); // once more, while it is open
        QVERIFY(test.window.planFile());
        QCOMPARE(test.desktop.complaints, QStringList());
    }

    void exampleKeepsWhatPeopleDidInIt() {
        TestWindow test;
        test.action(QStringLiteral("exampleAction")).trigger();
        const QString path = test.window.planFile()->path();
        const QString next = nextOpenStep(test.window.planFile()->plan(), test.window.planFile()->record());
        test.action(QStringLiteral("closeAction")).trigger();
        QVERIFY((*PlanFile::open(path))->record(marking({next}, {StepState::Done, {}, {}, {}, {}})));
        test.action(QStringLiteral("exampleAction")).trigger();
        QCOMPARE(test.window.planFile()->record().stateOf(next), StepState::Done);
    }

    void planIsExported_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("Markdown") << "plan.md" << QByteArray("# ");
        QTest::newRow("HTML") << "plan.html" << QByteArray("<!DOCTYPE html>");
        QTest::newRow("PDF") << "plan.pdf" << QByteArray("%PDF-");
        QTest::newRow("JSON") << "plan.json" << QByteArray("{");
    }
    void planIsExported() {
        QFETCH(QString, name);
        QFETCH(QByteArray, start);
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        test.desktop.file = test.path(name);
        QTest::keyClick(&test.window, Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(test.path(name)), 30000); // made beside the window's thread
        QFile file(test.path(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(start));
        QVERIFY(child<QLabel>(test.window, u"messageSentence"_qs).text().contains(name));
        child<QPushButton>(test.window, u"openFolder"_qs).click();
        QCOMPARE(test.desktop.opened, QList<QUrl>{QUrl::fromLocalFile(test.folder.path())});
        QCOMPARE(test.desktop.complaints, QStringList());
    }

    void failedExportIsSaid_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("folder is missing") << "no such folder/plan.md";
        QTest::newRow("format is unknown") << "plan.docx";
    }
    void failedExportIsSaid() {
        QFETCH(QString, name);
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        test.desktop.file = test.path(name);
        test.action(QStringLiteral("exportAction")).trigger();
        QTRY_COMPARE(test.desktop.complaints.size(), 1);
    }

    void folderAndFormatOfTheLastExportAreOfferedAgain() {
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        QVERIFY(QDir(test.folder.path()).mkdir(u"out"_qs));
        test.desktop.file = test.path(u"out/report.html"_qs);
        test.action(u"exportAction"_qs).trigger();
        QCOMPARE(test.desktop.suggestions.constLast(), test.path(u"plan.md"_qs));
        QTRY_VERIFY(QFile::exists(test.desktop.file));
        test.desktop.file.clear();
        test.action(u"exportAction"_qs).trigger();
        QCOMPARE(test.desktop.suggestions.constLast(), test.path(u"out/plan.html"_qs));
    }

    void partIsExported_data() {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("suggested");
        QTest::addColumn<QString>("title");
        QTest::newRow("upgrade") << "exportUpgradeAction"
                                 << "plan, upgrade 0.17.0 to 0.18.x.md"
                                 << "Export upgrade 0.17.0 → 0.18.x";
        QTest::newRow("selected") << "exportSelectedAction"
                                  << "plan, 0.12-cluster-whole.md"
                                  << "Export 0.12-cluster-whole";
    }
    void partIsExported() {
        QFETCH(QString, action);
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.17.0"), QStringLiteral("0.20.1"));
        test.desktop.file = test.path(u"part.md"_qs);
        test.action(action).trigger();
        QTRY_VERIFY(QFile::exists(test.desktop.file));
        QTEST(QFileInfo(test.desktop.suggestions.constLast()).fileName(), "suggested");
        QTEST(test.desktop.titles.constLast(), "title");
        QFile file(test.desktop.file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("This is a part of the plan"));
        QVERIFY(text.contains("## From 0.17.0 to 0.18.x"));
        QVERIFY(!text.contains("## From 0.18.x to 0.19.x"));
    }

    void longExportCanBeStoppedAndLeavesNothing() {
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.11.0"), QStringLiteral("1.11.0"));
        test.desktop.file = test.path(u"plan.pdf"_qs);
        QElapsedTimer clock;
        clock.start();
        test.action(u"exportAction"_qs).trigger();
        QVERIFY2(clock.elapsed() < 400, "the window stands still");
        auto& progress = child<QDialog>(test.window, u"exportProgress"_qs);
        if (!QTest::qWaitFor([&] { return progress.isVisible() || QFile::exists(test.desktop.file); }, 30000) ||
            QFile::exists(test.desktop.file))
            QSKIP("too fast to be stopped");
        QTest::keyClick(&progress, Qt::Key_Escape);
        QTRY_VERIFY(!test.window.findChild<QDialog*>(u"exportProgress"_qs));
        QTRY_VERIFY_WITH_TIMEOUT(!test.window.findChild<QThread*>(), 60000);
        QVERIFY(!QFile::exists(test.desktop.file));
        QVERIFY(!child<QWidget>(test.window, u"messageBar"_qs).isVisible());
    }

    void whatWasWrittenIsSaidAndGoesByItself() {
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        test.desktop.file = test.path(u"copy.mesosplan"_qs);
        test.action(u"saveCopyAction"_qs).trigger();
        const auto& bar = child<QWidget>(test.window, u"messageBar"_qs);
        QVERIFY(bar.isVisible());
        child<QPushButton>(bar, u"openCopy"_qs).setFocus();
        bar.findChild<QTimer*>(u"rest"_qs)->setInterval(0);
        QTest::qWait(20);
        QVERIFY2(bar.isVisible(), "gone under the fingers");
        child<QTreeView>(test.window, u"checklist"_qs).setFocus();
        QTRY_VERIFY(!bar.isVisible());
    }

    void windowThatGoesTakesTheExportWithIt() {
        QString file;
        {
            TestWindow test;
            test.openNewPlan(QStringLiteral("0.17.0"), QStringLiteral("0.20.1"));
            file = test.desktop.file = test.path(u"plan.pdf"_qs);
            test.folder.setAutoRemove(false);
            test.action(u"exportAction"_qs).trigger();
        }
        QVERIFY(!QFile::exists(file));
        QVERIFY(QDir(QFileInfo(file).path()).removeRecursively());
    }

    void pdfMadeBesideTheWindowIsTheSameAsTheOneMadeInIt() {
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.17.0"), QStringLiteral("0.20.1"));
        test.desktop.file = test.path(u"plan.pdf"_qs);
        test.action(u"exportAction"_qs).trigger();
        while (!QFile::exists(test.desktop.file)) { // the window paints the same fonts meanwhile
            test.window.grab();
            QTest::qWait(1);
        }
        QFile file(test.desktop.file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const PlanFile& plan = *test.window.planFile();
        const auto here = makeReport(plan.plan(), plan.record(), Format::Pdf, usualPaper());
        QVERIFY(here.has_value());
        QCOMPARE(file.readAll(), *here);
    }

    void dialogsCloseByEsc_data() {
        QTest::addColumn<QString>("action");
        for (const char* action :
             {"newPlanAction", "printAction", "previewAction", "shortcutsAction", "aboutAction", "knowledgeAction"})
            QTest::newRow(action) << QString::fromLatin1(action);
    }
    void dialogsCloseByEsc() {
        QFETCH(QString, action);
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        test.action(action).trigger();
        QWidget* dialog = QApplication::activeModalWidget();
        QVERIFY(dialog);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activeModalWidget());
    }

    void whatIsNoPlanIsSaid() {
        TestWindow test;
        QFile text(test.path(QStringLiteral("text.mesosplan")));
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write("no plan");
        text.close();
        test.desktop.file = text.fileName();
        test.action(QStringLiteral("openAction")).trigger();
        QCOMPARE(test.desktop.complaints.size(), 1);
        QVERIFY(!test.window.planFile());
    }

    void recentPlansAreKeptForTheNextStart() {
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        QTest::keyClick(&child<QTreeView>(test.window, u"checklist"_qs), Qt::Key_Space);
        const RecentPlan now = test.windows.recentPlans().plans().constFirst();
        QCOMPARE(now.done, 1);
        QVERIFY(!now.lastStep.isEmpty());
        const RecentPlans later(test.settings);
        QCOMPARE(later.plans().size(), 1);
        const RecentPlan& then = later.plans().constFirst();
        QCOMPARE(then.title, now.title);
        QCOMPARE(then.done, now.done);
        QCOMPARE(then.lastStep, now.lastStep);
        QCOMPARE(then.when, now.when);
    }

    void missingRecentPlanIsOfferedToBeForgotten() {
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        test.action(QStringLiteral("closeAction")).trigger();
        QVERIFY(QFile::remove(test.path(QStringLiteral("plan.mesosplan"))));
        auto* menu = test.window.findChild<QMenu*>(QStringLiteral("recentMenu"));
        Q_EMIT menu->aboutToShow();
        menu->actions().constFirst()->trigger();
        child<QPushButton>(test.window, u"forgetMissing"_qs).click();
        Q_EMIT menu->aboutToShow();
        QVERIFY(!menu->actions().constFirst()->isEnabled());
    }

    void droppedPlanIsOpened() {
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        test.action(QStringLiteral("closeAction")).trigger();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(test.path(QStringLiteral("plan.mesosplan")))});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&test.window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&test.window, &drop);
        QVERIFY(test.window.planFile());
    }

    void readOnlyPlanIsSaidAndCannotBeTicked() {
        if (::geteuid() == 0)
            QSKIP("root may write everything");
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        test.action(QStringLiteral("closeAction")).trigger();
        QVERIFY(QFile::setPermissions(test.path(QStringLiteral("plan.mesosplan")), QFile::ReadOwner));
        test.window.openPlan(test.path(QStringLiteral("plan.mesosplan")));
        const PlanFile& file = *test.window.planFile();
        QVERIFY(file.isReadOnly());
        QCOMPARE(child<QLabel>(test.window, u"messageSentence"_qs).text(), file.readOnlyReason());
        const Record before = file.record();
        QTest::keyClick(&child<QTreeView>(test.window, u"checklist"_qs), Qt::Key_Space);
        QVERIFY(file.record() == before);
    }

    void shortcutsDoNotClash() {
        TestWindow test;
        QStringList keys;
        for (const QAction* action : test.window.findChildren<QAction*>()) {
            if (!action->shortcut().isEmpty())
                keys.append(action->shortcut().toString());
        }
        QVERIFY(keys.size() > 10);
        QCOMPARE(QStringList(keys).removeDuplicates(), 0);
    }

    void appearanceIsRemembered() {
        TestWindow test;
        test.action(QStringLiteral("darkAction")).trigger();
        QVERIFY(isDark(QApplication::palette()));
        const Theme again(test.settings);
        QCOMPARE(again.appearance(), Appearance::Dark);
        test.action(QStringLiteral("lightAction")).trigger();
        QVERIFY(!isDark(QApplication::palette()));
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
