#include "checklist_hand.h"
#include "support/small_plan.h"
#include "support/support.h"
#include "ui/mark_dialog.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

#include <unistd.h>

namespace {
QString masters() {
    return QStringLiteral("0.18-masters-restart");
}
QString settle() {
    return QStringLiteral("0.18-settle");
}
QString slaves() {
    return QStringLiteral("0.18-slaves-restart");
}
QString look() {
    return QStringLiteral("0.19-look");
}
QString start() {
    return QStringLiteral("0.18-stop-start");
}

/// The window over the small plan.
struct Work : TestWindow {
    Work() { open(smallPlan()); }
    explicit Work(const Plan& plan) { open(plan); }

    void open(const Plan& plan) {
        {
            const auto made = PlanFile::create(file(), plan);
            if (!made)
                qFatal("%s", qPrintable(made.error().message));
        }
        window.openPlan(file());
        tree(*this).expandAll();
    }
    QString file() const { return path(QStringLiteral("plan.mesosplan")); }
    void choose(const QString& actionName) const { action(actionName).trigger(); }
    MarkDialog& dialog() const { return child<MarkDialog>(window, u"markDialog"_qs); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const {
        QTest::keyClick(&tree(*this), key, modifiers);
    }
};

QPushButton& okButton(const QDialog& dialog) {
    return *child<QDialogButtonBox>(dialog, u"buttons"_qs).button(QDialogButtonBox::Ok);
}
} // namespace

class TestStepStates final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { keepToTestPaths(); }
    void init() { failOnAnyWarning(); }

    void keysSayWhatHappened_data() {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<StepState>("wished");
        QTest::newRow("Space") << Qt::Key_Space << Qt::KeyboardModifiers() << StepState::Done;
        QTest::newRow("Ctrl+D") << Qt::Key_D << Qt::KeyboardModifiers(Qt::ControlModifier) << StepState::Done;
        QTest::newRow("Ctrl+I") << Qt::Key_I << Qt::KeyboardModifiers(Qt::ControlModifier) << StepState::InProgress;
        QTest::newRow("Ctrl+G") << Qt::Key_G << Qt::KeyboardModifiers(Qt::ControlModifier) << StepState::Failed;
    }
    void keysSayWhatHappened() {
        QFETCH(Qt::Key, key);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        QFETCH(StepState, wished);
        Work work;
        select(work, masters());
        work.press(key, modifiers);
        QCOMPARE(state(work, masters()), wished);
        QCOMPARE(rowOf(work, masters()).data(PlanRole::State).value<StepState>(), wished);
        const auto& button = child<QPushButton>(work.window, u"state"_qs);
        QVERIFY2(button.text().contains(words::state(wished)), qPrintable(button.text()));
        QVERIFY(button.text().size() > words::state(wished).size()); // a symbol, too
        QVERIFY(button.accessibleName().contains(words::state(wished)));
        work.choose(u"reopenAction"_qs);
        QCOMPARE(state(work, masters()), StepState::Open);
    }

    void everyStateIsInEveryMenu() {
        Work work;
        const QList<QAction*> deeds = tree(work).actions();
        QVERIFY(deeds.size() >= 8);
        QCOMPARE(child<QPushButton>(work.window, u"state"_qs).menu()->actions(), deeds);
        QCOMPARE(child<QMenu>(work.window, u"stepMenu"_qs).actions(), deeds);
        for (const QAction* deed : deeds)
            QVERIFY(deed->isSeparator() || !deed->text().isEmpty());
    }

    void keysDoNotClash() {
        const Work work;
        QStringList keys;
        for (const QAction* action : work.window.findChildren<QAction*>())
            if (!action->shortcut().isEmpty())
                keys.append(action->shortcut().toString());
        QCOMPARE(QStringList(keys).removeDuplicates(), 0);
    }

    void skippedAsksForTheReasonAndKeepsWhatWasTyped() {
        Work work;
        select(work, masters());
        work.choose(u"skippedAction"_qs);
        MarkDialog& dialog = work.dialog();
        QCOMPARE(namelessWidgets(dialog), QString());
        QTest::mouseClick(&okButton(dialog), Qt::LeftButton);
        QVERIFY(dialog.isVisible());
        QVERIFY2(labelText(dialog, u"refusal"_qs).contains(u"reason"_qs), qPrintable(labelText(dialog, u"refusal"_qs)));
        QTest::keyClicks(&child<QPlainTextEdit>(dialog, u"reason"_qs), u"no masters <here>"_qs);
        QTest::mouseClick(&okButton(dialog), Qt::LeftButton);
        QVERIFY(!dialog.isVisible());
        QCOMPARE(state(work, masters()), StepState::Skipped);
        QVERIFY(labelText(work.window, u"circumstances"_qs).contains(u"no masters <here>"_qs));
        QCOMPARE(rowOf(work, masters()).data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Unchecked);
    }

    void ctrlReturnAcceptsWhatWasTyped_data() {
        QTest::addColumn<Qt::Key>("key");
        QTest::newRow("Return") << Qt::Key_Return;
        QTest::newRow("Enter") << Qt::Key_Enter;
    }
    void ctrlReturnAcceptsWhatWasTyped() {
        QFETCH(Qt::Key, key);
        Work work;
        select(work, masters());
        work.choose(u"skippedAction"_qs);
        MarkDialog& dialog = work.dialog();
        auto& reason = child<QPlainTextEdit>(dialog, u"reason"_qs);
        QTest::keyClick(&reason, key, Qt::ControlModifier);
        QVERIFY(dialog.isVisible());
        QVERIFY2(labelText(dialog, u"refusal"_qs).contains(u"reason"_qs), qPrintable(labelText(dialog, u"refusal"_qs)));
        QTest::keyClicks(&reason, u"two"_qs);
        QTest::keyClick(&reason, Qt::Key_Return);
        QTest::keyClicks(&reason, u"lines"_qs);
        QTest::keyClick(&reason, key, Qt::ControlModifier);
        QVERIFY(!dialog.isVisible());
        QCOMPARE(recordOf(work, masters()).mark.reason, u"two\nlines"_qs);
    }

    void blockerIsSetAsideOnlyWhenSomebodyAcceptsIt() {
        Work work;
        select(work, settle());
        work.choose(u"notApplicableAction"_qs);
        MarkDialog& dialog = work.dialog();
        QTest::keyClicks(&child<QPlainTextEdit>(dialog, u"reason"_qs), u"no registry"_qs);
        QTest::mouseClick(&okButton(dialog), Qt::LeftButton);
        QVERIFY(dialog.isVisible());
        QVERIFY(labelText(dialog, u"refusal"_qs).contains(u"who accepts it"_qs));
        QCOMPARE(child<QPlainTextEdit>(dialog, u"reason"_qs).toPlainText(), u"no registry"_qs);
        QTest::keyClicks(&child<QLineEdit>(dialog, u"acceptedBy"_qs), u"Lin"_qs);
        const QDate until = QDate::currentDate().addDays(14);
        child<QLineEdit>(dialog, u"until"_qs).setText(until.toString(Qt::ISODate));
        QTest::mouseClick(&okButton(dialog), Qt::LeftButton);
        const Mark mark = recordOf(work, settle()).mark;
        QCOMPARE(mark, (Mark{StepState::NotApplicable, u"no registry"_qs, {}, u"Lin"_qs, until}));
        QCOMPARE(rowOf(work, settle()).data(PlanRole::AcceptedBy).toString(), u"Lin"_qs);
    }

    void putOffNamesALaterUpgrade() {
        Work work;
        select(work, look());
        QVERIFY(!work.action(u"putOffAction"_qs).isEnabled()); // there is none after the last
        select(work, masters());
        work.choose(u"putOffAction"_qs);
        MarkDialog& dialog = work.dialog();
        const auto& upgrades = child<QComboBox>(dialog, u"upgrade"_qs);
        QCOMPARE(upgrades.count(), 1);
        QCOMPARE(upgrades.currentText(), u"0.18.x → 0.19.x"_qs);
        QTest::mouseClick(&okButton(dialog), Qt::LeftButton);
        QCOMPARE(recordOf(work, masters()).mark.deferredTo, u"0.19.x"_qs);
        QCOMPARE(tree(work).model()->index(1, 0).data(PlanRole::PutOffHere).toInt(), 1);
        work.press(Qt::Key_N);
        QCOMPARE(currentId(work), settle());
    }

    /// The desktop may give the focus back to the window behind a dialog.
    void nothingIsMarkedBehindADialog() {
        Work work;
        select(work, masters());
        work.choose(u"skippedAction"_qs);
        QVERIFY(work.dialog().isVisible());
        tree(work).model()->setData(tree(work).currentIndex(), Qt::Checked, Qt::CheckStateRole);
        QCOMPARE(state(work, masters()), StepState::Open);
        QVERIFY(work.desktop.questions.isEmpty());
    }

    void theDayIsTakenAsItIsTyped() {
        Work work;
        select(work, settle());
        work.choose(u"skippedAction"_qs);
        MarkDialog& dialog = work.dialog();
        QTest::keyClicks(&child<QPlainTextEdit>(dialog, u"reason"_qs), u"no registry"_qs);
        QTest::keyClicks(&child<QLineEdit>(dialog, u"acceptedBy"_qs), u"Lin"_qs);
        for (const auto& [typed, refusedFor] :
             {std::pair(u"next week"_qs, u"until which day"_qs), std::pair(u"2001-02-03"_qs, u"is over"_qs)}) {
            child<QLineEdit>(dialog, u"until"_qs).clear();
            QTest::keyClicks(&child<QLineEdit>(dialog, u"until"_qs), typed);
            QTest::mouseClick(&okButton(dialog), Qt::LeftButton);
            QVERIFY(dialog.isVisible());
            QVERIFY2(labelText(dialog, u"refusal"_qs).contains(refusedFor),
                     qPrintable(labelText(dialog, u"refusal"_qs)));
        }
        child<QLineEdit>(dialog, u"until"_qs).clear();
        QTest::keyClicks(&child<QLineEdit>(dialog, u"until"_qs), u"2126-12-01"_qs);
        QTest::mouseClick(&okButton(dialog), Qt::LeftButton);
        QCOMPARE(recordOf(work, settle()).mark.until, QDate(2126, 12, 1));
    }

    void escLeavesEverythingAsItIs() {
        Work work;
        select(work, masters());
        work.choose(u"skippedAction"_qs);
        QTest::keyClick(&work.dialog(), Qt::Key_Escape);
        QCOMPARE(state(work, masters()), StepState::Open);
        QCOMPARE(work.window.planFile()->journal()->size(), 0);
    }

    void severalStepsAreMarkedAndTakenBackAtOnce() {
        Work work;
        select(work, masters());
        selectAlso(work, settle());
        selectAlso(work, u"0.18-read"_qs); // a note has no state
        work.press(Qt::Key_Space);
        QCOMPARE(work.desktop.questions.size(), 1); // one, for the stop in front of both
        QCOMPARE(state(work, masters()), StepState::Done);
        QCOMPARE(state(work, settle()), StepState::Done);
        work.choose(u"undoAction"_qs);
        QCOMPARE(state(work, masters()), StepState::Open);
        QCOMPARE(state(work, settle()), StepState::Open);
        work.choose(u"redoAction"_qs);
        QCOMPARE(state(work, settle()), StepState::Done);
    }

    void goingOnPastSomethingOpenIsAskedOnce() {
        Work work;
        select(work, slaves());
        work.desktop.yes = false;
        work.press(Qt::Key_I, Qt::ControlModifier);
        QCOMPARE(work.desktop.questions.size(), 1);
        QVERIFY(work.desktop.questions[0].contains(start()));
        QVERIFY(work.desktop.questions[0].contains(settle()));
        QCOMPARE(state(work, slaves()), StepState::Open);
        QCOMPARE(work.window.planFile()->journal()->size(), 0);
        work.desktop.yes = true;
        work.press(Qt::Key_I, Qt::ControlModifier);
        QCOMPARE(state(work, slaves()), StepState::InProgress);
        QCOMPARE(recordOf(work, start()).passedWith, slaves());
        work.press(Qt::Key_Space);
        QCOMPARE(state(work, slaves()), StepState::Done);
        QCOMPARE(work.desktop.questions.size(), 2); // it was gone past before
        for (int step = 0; step < 2; ++step)
            work.choose(u"undoAction"_qs);
        work.press(Qt::Key_Space);
        QCOMPARE(work.desktop.questions.size(), 3); // nobody is past it any more
        select(work, start());
        QVERIFY(labelText(work.window, u"circumstances"_qs).contains(slaves()));
    }

    void nothingIsAskedWhenNothingIsOpen() {
        Work work;
        select(work, start());
        work.press(Qt::Key_Space);
        select(work, masters());
        work.press(Qt::Key_Space);
        QCOMPARE(state(work, masters()), StepState::Done);
        QCOMPARE(work.desktop.questions, QStringList());
    }

    void boxIsAsRecordedWhenPeopleThinkBetterOfIt() {
        Work work;
        select(work, masters());
        work.desktop.yes = false;
        auto& box = child<QCheckBox>(work.window, u"done"_qs);
        QTest::mouseClick(&box, Qt::LeftButton, {}, QPoint(8, box.height() / 2));
        QCOMPARE(work.desktop.questions.size(), 1);
        QCOMPARE(box.checkState(), Qt::Unchecked);
    }

    void stopIsApprovedBySomebody() {
        Work work;
        select(work, start());
        auto& box = child<QCheckBox>(work.window, u"done"_qs);
        QCOMPARE(box.text().remove(u'&'), u"Approved"_qs);
        auto& owner = child<QLineEdit>(work.window, u"owner"_qs);
        QCOMPARE(owner.accessibleName(), u"Who approves"_qs);
        QTest::keyClicks(&owner, u"Lin"_qs);
        QTest::keyClick(&owner, Qt::Key_Return);
        QCOMPARE(recordOf(work, start()).owner, u"Lin"_qs);
        QTest::mouseClick(&box, Qt::LeftButton, {}, QPoint(8, box.height() / 2));
        QCOMPARE(state(work, start()), StepState::Done);
        QVERIFY(!work.action(u"skippedAction"_qs).isEnabled());
        QCOMPARE(rowOf(work, start()).data(Qt::AccessibleTextRole).toString(),
                 u"Stop: before the cluster is changed, approved, by Lin"_qs);
    }

    void stopWithoutANameIsApprovedByWhoTicksIt() {
        Work work;
        select(work, start());
        work.press(Qt::Key_Space);
        QCOMPARE(recordOf(work, start()).owner, Scribe::loginName());
        QCOMPARE(child<QLineEdit>(work.window, u"owner"_qs).text(), Scribe::loginName());
        work.choose(u"undoAction"_qs);
        QCOMPARE(recordOf(work, start()).owner, QString());
        QCOMPARE(state(work, start()), StepState::Open);
    }

    void observedStandsBesideWhatIsExpected() {
        Plan plan = smallPlan();
        plan.hops[0].sections[0].items[1].item.verify = {
            u"look at `/state.json`"_qs, u"`\"version\": \"0.18.2\"`"_qs, {}, {}};
        Work work(plan);
        select(work, masters());
        QCOMPARE(labelText(work.window, u"expected"_qs), u"Expected: \"version\": \"0.18.2\""_qs);
        auto& observed = child<QLineEdit>(work.window, u"observed"_qs);
        QTest::keyClicks(&observed, u"0.18.2 on all"_qs);
        select(work, settle()); // handed over by moving on
        QCOMPARE(recordOf(work, masters()).observed, u"0.18.2 on all"_qs);
        QCOMPARE(observed.text(), QString());
    }

    void typedLineIsSavedAfterAPause() {
        Work work;
        select(work, masters());
        auto& observed = child<QLineEdit>(work.window, u"observed"_qs);
        observed.setFocus();
        QTest::keyClicks(&observed, u"half"_qs);
        QTRY_COMPARE(recordOf(work, masters()).observed, u"half"_qs);
        QVERIFY(observed.hasFocus());
    }

    void mineShowsWhatITookOver() {
        Work work;
        select(work, look());
        work.choose(u"takeOverAction"_qs);
        QCOMPARE(recordOf(work, look()).owner, Scribe::loginName());
        toggleFilter(work, u"mine"_qs);
        QCOMPARE(chips(work), QStringList{u"Who does it: mine"_qs});
        QVERIFY(rowOf(work, look()).isValid());
        QVERIFY(!rowOf(work, masters()).isValid());
        QVERIFY(rowOf(work, settle()).isValid()); // a blocker
        const QString line = labelText(work.window, u"regardless"_qs);
        QVERIFY2(line.startsWith(u"4 shown"_qs), qPrintable(line)); // two stops, settle, and a note that blocks
        toggleFilter(work, u"mine"_qs);
        QVERIFY(!child<QLabel>(work.window, u"regardless"_qs).isVisible());
    }

    void whatCannotBeSavedIsShownAsNotSaved() {
        Work work;
        select(work, start());
        work.press(Qt::Key_Space);
        select(work, masters());
        QVERIFY(QFile::rename(work.file(), work.file() + u".away"));
        work.press(Qt::Key_Space);
        auto& note = child<QPlainTextEdit>(work.window, u"note"_qs);
        note.setFocus();
        QTest::keyClicks(&note, u"seen at noon"_qs);
        select(work, settle());
        QCOMPARE(note.toPlainText(), QString());
        QVERIFY(rowOf(work, masters()).data(PlanRole::NotSaved).toBool());
        QCOMPARE(rowOf(work, masters()).data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Unchecked);
        select(work, masters());
        QCOMPARE(note.toPlainText(), u"seen at noon"_qs); // the draft is where it was typed
        const auto& told = child<QLabel>(work.window, u"notSaved"_qs);
        QVERIFY(told.isVisible() && told.text().contains(u"note"_qs));
        QVERIFY(!child<QCheckBox>(work.window, u"done"_qs).isChecked());
        QVERIFY(QFile::rename(work.file() + u".away", work.file()));
        QTRY_COMPARE(state(work, masters()), StepState::Done);
        QCOMPARE(recordOf(work, masters()).note, u"seen at noon"_qs);
        QVERIFY(!rowOf(work, masters()).data(PlanRole::NotSaved).toBool());
        QVERIFY(!told.isVisible());
        QVERIFY(child<QCheckBox>(work.window, u"done"_qs).isChecked());
        QCOMPARE(work.desktop.complaints, QStringList());
    }

    void commandsAreFilledWithTheClustersValues() {
        Plan plan = smallPlan();
        plan.hops[0].sections[1].items[1].item.snippets = {
            {u"sh"_qs,
             {},
             u"curl {{master}}/{{what}}\n"_qs,
             {{u"master"_qs, u"one of the masters"_qs}, {u"what"_qs, u"what to look at"_qs}}}};
        Work work(plan);
        select(work, slaves());
        const auto code = [&] {
            return child<QPlainTextEdit>(child<QWidget>(work.window, u"detailsContent"_qs), u"code"_qs).toPlainText();
        };
        QCOMPARE(code(), u"curl {{master}}/{{what}}"_qs);
        const auto other = PlanFile::open(work.file());
        QVERIFY((*other)->record({Change{Deed::Value, u"masters"_qs, u"m1 m2 m3"_qs, {}}}));
        QTRY_COMPARE(code(), u"curl m1/{{what}}"_qs);
        const QString remarks = labelText(work.window, u"codeRemarks"_qs);
        QVERIFY2(remarks.contains(u"{{what}}"_qs) && !remarks.contains(u"{{master}}"_qs), qPrintable(remarks));
    }

    void readOnlyPlanCannotBeMarked() {
        if (::geteuid() == 0)
            QSKIP("root may write everything");
        Work work;
        work.choose(u"closeAction"_qs);
        QVERIFY(QFile::setPermissions(work.file(), QFile::ReadOwner));
        work.window.openPlan(work.file());
        select(work, masters());
        work.press(Qt::Key_Space);
        QCOMPARE(state(work, masters()), StepState::Open);
        QVERIFY(!work.action(u"doneAction"_qs).isEnabled());
        QVERIFY(!child<QCheckBox>(work.window, u"done"_qs).isEnabled());
    }
};

QTEST_MAIN(TestStepStates)
#include "tst_step_states.moc"
