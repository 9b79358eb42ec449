#include "checklist_hand.h"
#include "support/small_plan.h"
#include "support/support.h"
#include "ui/new_plan_wizard.h"
#include "ui/text_panel.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStatusBar>
#include <QTabWidget>
#include <QTreeView>
#include <QTreeWidget>

class TestChecklist final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { keepToTestPaths(); }
    void init() { failOnAnyWarning(); }

    void nextOpenStepIsSelectedOnOpening() {
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.14.2"), QStringLiteral("0.20.1"));
        QCOMPARE(currentId(test), nextOpenStep(test.window.planFile()->plan(), {}));
        QVERIFY(tree(test).viewport()->rect().contains(tree(test).visualRect(tree(test).currentIndex()).center()));
    }

    void spaceTicksAndTakesTheTickBack() {
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        const QString id = currentId(test);
        QTest::keyClick(&tree(test), Qt::Key_Space);
        QCOMPARE(state(test, id), StepState::Done);
        QCOMPARE(tree(test).currentIndex().data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
        QVERIFY(child<QCheckBox>(test.window, u"done"_qs).isChecked());
        QTest::keyClick(&tree(test), Qt::Key_Space);
        QCOMPARE(state(test, id), StepState::Open);
    }

    void mouseTicksTheBox() {
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        const QString id = currentId(test);
        const QRect row = tree(test).visualRect(tree(test).currentIndex());
        QTest::mouseClick(tree(test).viewport(), Qt::LeftButton, {}, QPoint(row.left() + 10, row.center().y()));
        QCOMPARE(state(test, id), StepState::Done);
        QTest::mouseClick(&child<QCheckBox>(test.window, u"done"_qs), Qt::LeftButton, {}, QPoint(8, 8));
        QCOMPARE(state(test, id), StepState::Open);
    }

    void whatWaitsForAStopIsNotCalledBlocked() {
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        const QString said = labelText(test.window, u"progressText"_qs);
        QVERIFY2(said.contains(u"can be begun now"_qs) && !said.contains(u"blocked"_qs), qPrintable(said));
    }

    void progressFollowsTheTicks() {
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        QVERIFY(child<QLabel>(test.window, u"progressText"_qs).text().startsWith(u"0 of "_qs));
        QTest::keyClick(&tree(test), Qt::Key_Space);
        QVERIFY(child<QLabel>(test.window, u"progressText"_qs).text().startsWith(u"1 of "_qs));
        QVERIFY(child<QWidget>(test.window, u"routeStrip"_qs).accessibleDescription().contains(u"1 of"_qs));
    }

    void correctionIsCopiedAndSaidShortly() {
        TestWindow test;
        const QString path = test.path(u"small.mesosplan"_qs);
        QVERIFY(PlanFile::create(path, smallPlan()));
        test.window.openPlan(path);
        select(test, u"0.18-read"_qs); // a note has no state, but may be wrong
        QTest::keyClick(&tree(test), Qt::Key_R, Qt::ControlModifier);
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.contains(u"0.18-read"_qs) && copied.endsWith(u"What should be different:\n"_qs),
                 qPrintable(copied));
        QVERIFY2(test.window.statusBar()->currentMessage().contains(u"0.18-read"_qs),
                 qPrintable(test.window.statusBar()->currentMessage()));
        selectAlso(test, u"0.18-settle"_qs);
        QVERIFY(!test.action(u"correctionAction"_qs).isEnabled());
        select(test, u"0.18-stop-start"_qs);
        QVERIFY(!test.action(u"correctionAction"_qs).isEnabled());
    }

    void nextOpenStepOnOneKey() {
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        const QString first = currentId(test);
        QTest::keyClick(&tree(test), Qt::Key_Space);
        QTest::keyClick(&tree(test), Qt::Key_N);
        QVERIFY(currentId(test) != first);
        QCOMPARE(currentId(test), nextOpenStep(test.window.planFile()->plan(), test.window.planFile()->record()));
    }

    void shiftSelectsFromWherePeopleWentByOtherKeys() {
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        const auto click = [&](const QString& id) {
            const QPoint place = tree(test).visualRect(rowOf(test, id)).center();
            QTest::mouseClick(tree(test).viewport(), Qt::LeftButton, {}, place);
            QCOMPARE(currentId(test), id);
        };
        tree(test).expandAll();
        click(currentId(test));
        QTest::keyClick(&tree(test), Qt::Key_N);
        const QModelIndex begin = tree(test).currentIndex();
        QTest::keyClick(&tree(test), Qt::Key_Down, Qt::ShiftModifier);
        const QModelIndexList selected = tree(test).selectionModel()->selectedRows();
        QCOMPARE(selected.size(), 2);
        QVERIFY(selected.contains(begin));
        QVERIFY(selected.contains(tree(test).indexBelow(begin)));
    }

    void undoAndRedoAreDeedsOfTheirOwn() {
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        const QString id = currentId(test);
        QTest::keyClick(&tree(test), Qt::Key_Space);
        QTest::keyClick(&tree(test), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(state(test, id), StepState::Open);
        QTest::keyClick(&tree(test), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(state(test, id), StepState::Done);
        QCOMPARE(test.window.planFile()->journal()->size(), 3);
    }

    void noteIsSavedWhenTheFieldIsLeft() {
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        const QString id = currentId(test);
        auto& note = child<QPlainTextEdit>(test.window, u"note"_qs);
        note.setFocus();
        QTest::keyClicks(&note, QStringLiteral("seen <b>3</b> masters, n = 3"));
        QCOMPARE(currentId(test), id); // n was typed, not obeyed
        tree(test).setFocus();
        QCOMPARE(test.window.planFile()->record().of(id).note, QStringLiteral("seen <b>3</b> masters, n = 3"));
        QCOMPARE(tree(test).currentIndex().data(PlanRole::Note).toString(),
                 QStringLiteral("seen <b>3</b> masters, n = 3"));
    }

    void noteIsSavedAfterAPause() {
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        auto& note = child<QPlainTextEdit>(test.window, u"note"_qs);
        note.setFocus();
        QTest::keyClicks(&note, QStringLiteral("half a word"));
        QTRY_COMPARE(test.window.planFile()->record().of(currentId(test)).note, QStringLiteral("half a word"));
        QVERIFY(note.hasFocus());
    }

    void noteIsSavedWhenTheWindowIsClosed() {
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        const QString id = currentId(test);
        auto& note = child<QPlainTextEdit>(test.window, u"note"_qs);
        note.setFocus();
        QTest::keyClicks(&note, QStringLiteral("last words"));
        test.window.close();
        QCOMPARE((*PlanFile::open(test.path(u"plan.mesosplan"_qs)))->record().of(id).note,
                 QStringLiteral("last words"));
    }

    void copyButtonCopiesExactlyAndSaysSo() {
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.19.x"), QStringLiteral("0.20.1"));
        const PlanItem* withSnippet = nullptr;
        forEachItem(test.window.planFile()->plan(), [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
            if (!withSnippet && !item.item.snippets.isEmpty())
                withSnippet = &item;
        });
        QVERIFY(withSnippet);
        select(test, withSnippet->item.id);
        auto& copy = child<QPushButton>(child<QWidget>(test.window, u"detailsContent"_qs), u"copy"_qs);
        QTest::mouseClick(&copy, Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), withSnippet->item.snippets.first().code);
        QVERIFY(copy.text().contains(u"Copied"_qs));
        QTRY_COMPARE(copy.text(), QStringLiteral("Copy"));
    }

    void searchKeepsBlockersInSight() {
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.14.2"), QStringLiteral("0.20.1"));
        QStringList blockers;
        forEachItem(test.window.planFile()->plan(), [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
            if (item.item.gate == Gate::Blocker)
                blockers.append(item.item.id);
        });
        QVERIFY(!blockers.isEmpty());
        QTest::keyClick(&test.window, Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(test.window.focusWidget(), QStringLiteral("no such word"));
        const QStringList shown = shownIds(test);
        for (const QString& id : blockers)
            QVERIFY2(shown.contains(id), qPrintable(id));
        for (const QString& id : shown)
            QVERIFY2(rowOf(test, id).data(PlanRole::MustBeSeen).toBool(), qPrintable(id));
        QVERIFY(labelText(test.window, u"regardless"_qs).startsWith(QString::number(shown.size())));
    }

    void searchSaysHowManyHits_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("hits");
        QTest::newRow("one") << "0.18-slaves-reboot"
                             << "1 hit";
        QTest::newRow("none") << "no such word"
                              << "0 hits";
    }
    void searchSaysHowManyHits() {
        QFETCH(QString, text);
        QFETCH(QString, hits);
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.14.2"), QStringLiteral("0.20.1"));
        const auto& label = child<QLabel>(test.window, u"hits"_qs);
        QVERIFY(!label.isVisible());
        auto& search = child<QLineEdit>(test.window, u"search"_qs);
        search.setText(text);
        QVERIFY(label.isVisible());
        QCOMPARE(label.text(), hits);
        QCOMPARE(label.accessibleName(), QString(hits + u" of the search"_qs));
        QCOMPARE(search.accessibleDescription(), hits);
        search.clear();
        QVERIFY(!label.isVisible());
    }

    void searchLeadsToTheFirstMatch() {
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.14.2"), QStringLiteral("0.20.1"));
        for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Return}) {
            QTest::keyClick(&test.window, Qt::Key_F, Qt::ControlModifier);
            QTest::keyClicks(test.window.focusWidget(), QStringLiteral("0.18-slaves-reboot"));
            QTest::keyClick(test.window.focusWidget(), key);
            QVERIFY(tree(test).hasFocus());
            QCOMPARE(currentId(test), QStringLiteral("0.18-slaves-reboot")); // and not a blocker before it
            QTest::keyClick(&tree(test), Qt::Key_N);
        }
    }

    void groupsAreOpenAfterASearchAsTheyWereBefore() {
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.14.2"), QStringLiteral("0.20.1"));
        const QModelIndex closed = tree(test).model()->index(2, 0);
        const QModelIndex open = tree(test).currentIndex().parent();
        QVERIFY(!tree(test).isExpanded(closed) && tree(test).isExpanded(open));
        const QString closedTitle = closed.data().toString();
        QTest::keyClick(&test.window, Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(test.window.focusWidget(), QStringLiteral("0.19-masters-one-block"));
        QTest::keyClick(test.window.focusWidget(), Qt::Key_Escape);
        QVERIFY(tree(test).hasFocus());
        QCOMPARE(child<QLineEdit>(test.window, u"search"_qs).text(), QString());
        const QModelIndex first = tree(test).model()->index(0, 0);
        QVERIFY(tree(test).isExpanded(first));
        for (int row = 0; row < tree(test).model()->rowCount(first); ++row)
            QVERIFY(tree(test).isExpanded(tree(test).model()->index(row, 0, first)));
        QCOMPARE(tree(test).model()->index(2, 0).data().toString(), closedTitle);
        QVERIFY(!tree(test).isExpanded(tree(test).model()->index(2, 0)));
    }

    void openStepsOnlyHidesWhatIsDone() {
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        const QString id = currentId(test);
        QTest::keyClick(&tree(test), Qt::Key_Space);
        toggleFilter(test, u"open"_qs);
        QVERIFY(!shownIds(test).contains(id));
    }

    void openQuestionsShowHowToFindOutAndWhatWaits() {
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        test.action(QStringLiteral("findOutAction")).trigger();
        const auto& views = child<QTabWidget>(test.window, u"views"_qs);
        const QList<PlanQuestion> open = openQuestions(test.window.planFile()->plan());
        QVERIFY(!open.isEmpty());
        QVERIFY(views.tabText(views.currentIndex()).contains(QString::number(open.size())));
        auto& card = child<QWidget>(test.window, u"open-cgroups"_qs);
        QVERIFY(card.findChild<QPushButton*>(QStringLiteral("copy")));
        auto& waiting = child<TextPanel>(card, u"waiting"_qs);
        QVERIFY(waiting.toPlainText().contains(u"0.18-slaves-reboot"_qs));
        waiting.setFocus();
        Q_EMIT waiting.anchorClicked(QUrl(QStringLiteral("step:0.18-slaves-reboot")));
        QCOMPARE(currentId(test), QStringLiteral("0.18-slaves-reboot"));
        QVERIFY(tree(test).isVisible());
        QVERIFY2(tree(test).hasFocus(), "people go on where the link led");
    }

    void linkInTheDetailsLeadsToTheRow() {
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        select(test, QStringLiteral("0.18-stop-start"));
        auto& text = child<TextPanel>(test.window, u"detailsText"_qs);
        text.setFocus();
        Q_EMIT text.anchorClicked(QUrl(QStringLiteral("step:0.18-slaves-reboot")));
        QCOMPARE(currentId(test), QStringLiteral("0.18-slaves-reboot"));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // the text that was clicked goes
        QVERIFY(tree(test).hasFocus());
    }

    void leftOutLeadsBackToTheAnswer() {
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.17.0"), QStringLiteral("0.18.2"), QStringLiteral("cgroups=no"));
        test.action(QStringLiteral("leftOutAction")).trigger();
        auto& list = child<QTreeWidget>(test.window, u"leftOut"_qs);
        QCOMPARE(list.topLevelItemCount(), static_cast<int>(test.window.planFile()->plan().leftOut.size()));
        QVERIFY(list.topLevelItemCount() > 0);
        list.setCurrentItem(list.topLevelItem(0));
        child<QPushButton>(test.window, u"showAnswer"_qs).click();
        auto& answers = child<QTreeWidget>(test.window, u"answers"_qs);
        QVERIFY(answers.isVisible());
        QVERIFY(answers.currentItem());
        QVERIFY(!child<QLabel>(child<QWidget>(test.window, u"answersView"_qs), u"why"_qs).text().isEmpty());
    }

    void answersLeadToANewPlan() {
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.17.0"), QStringLiteral("0.18.2"), QStringLiteral("cgroups=no"));
        test.action(QStringLiteral("answersAction")).trigger();
        child<QPushButton>(test.window, u"newPlanFromAnswers"_qs).click();
        auto& wizard = child<NewPlanWizard>(test.window, u"newPlanWizard"_qs);
        QCOMPARE(child<QComboBox>(wizard, u"source"_qs).currentText(), QStringLiteral("0.17.0"));
        QCOMPARE(wizard.draft().answers.value(QStringLiteral("cgroups")), Answer::No);
        QTest::keyClick(&wizard, Qt::Key_Escape);
        QCOMPARE(test.desktop.questions, QStringList()); // nothing was entered, nothing to lose
    }

    void everythingThatTakesTheFocusHasAName() {
        TestWindow test;
        QCOMPARE(namelessWidgets(test.window), QString());
        test.openNewPlan(QStringLiteral("0.14.2"), QStringLiteral("0.20.1"), QStringLiteral("cgroups=no"));
        for (const QString& view :
             {u"checklistAction"_qs, u"findOutAction"_qs, u"leftOutAction"_qs, u"answersAction"_qs}) {
            test.action(view).trigger();
            QCOMPARE(namelessWidgets(test.window), QString());
        }
    }

private:
    static QStringList shownIds(const TestWindow& test) {
        QStringList ids;
        for (const QModelIndex& index : allRows(*tree(test).model()))
            ids.append(index.data(PlanRole::Id).toString());
        ids.removeAll(QString());
        return ids;
    }
};

QTEST_MAIN(TestChecklist)
#include "tst_checklist.moc"
