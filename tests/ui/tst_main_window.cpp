#include "core/progress.h"
#include "support/support.h"
#include "test_window.h"

#include <QAction>
#include <QDialog>
#include <QDropEvent>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QTreeView>
#include <QTreeWidget>

#include <unistd.h>

class TestMainWindow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { keepToTestPaths(); }
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
        QCOMPARE(test.desktop.complaints.size(), 1);
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

    void recentPlansShowProgressAndForgetTheMissing() {
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        QTest::keyClick(&child<QTreeView>(test.window, u"checklist"_qs), Qt::Key_Space);
        test.action(QStringLiteral("closeAction")).trigger();
        auto& list = child<QTreeWidget>(test.window, u"recentPlans"_qs);
        QCOMPARE(list.topLevelItemCount(), 1);
        QVERIFY(list.topLevelItem(0)->text(1).startsWith(u"1 of"_qs));
        child<QPushButton>(test.window, u"openRecent"_qs).click();
        QVERIFY(test.window.planFile());
        test.action(QStringLiteral("closeAction")).trigger();

        QVERIFY(QFile::remove(test.path(QStringLiteral("plan.mesosplan"))));
        TestWindow later; // another start, with the settings of the first
        RecentPlans recent(test.settings);
        QCOMPARE(recent.plans().size(), 1);
        QVERIFY(recent.plans().first().isMissing());
        recent.forget(recent.plans().first().path);
        QCOMPARE(recent.plans().size(), 0);
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

    void mnemonicsDoNotClash() {
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        QList<QMenu*> menus = test.window.menuBar()->findChildren<QMenu*>();
        QVERIFY(menus.size() >= 4);
        for (const QMenu* menu : std::as_const(menus)) {
            QStringList keys;
            for (const QAction* action : menu->actions()) {
                const QKeySequence key = QKeySequence::mnemonic(action->text());
                if (!key.isEmpty())
                    keys.append(key.toString());
            }
            QCOMPARE(QStringList(keys).removeDuplicates(), 0);
        }
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
