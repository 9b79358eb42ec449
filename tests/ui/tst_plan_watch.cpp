#include "checklist_hand.h"
#include "core/progress.h"
#include "items/journal_model.h"
#include "support/support.h"
#include "test_window.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTabWidget>
#include <QTreeView>

namespace {
/// Longer than the two seconds within which others' deeds have to show.
constexpr int patience = 6000;

void openPlan(TestWindow& test) {
    test.openNewPlan(QStringLiteral("0.17.0"), QStringLiteral("0.19.1"));
}

QString planPath(const TestWindow& test) {
    return test.path(QStringLiteral("plan.mesosplan"));
}

QString firstStep(const TestWindow& test) {
    return nextOpenStep(test.window.planFile()->plan(), test.window.planFile()->record());
}

Mark done() {
    return {StepState::Done, {}, {}, {}, {}};
}

/// Another person, at another screen.
void recordAsLin(const TestWindow& test, const QList<Change>& changes) {
    auto file = PlanFile::open(planPath(test), {.name = QStringLiteral("Lin")});
    if (!file || !(*file)->record(changes))
        qFatal("not recorded");
}

QString trouble(const TestWindow& test) {
    const auto& bar = child<QWidget>(test.window, u"troubleBar"_qs);
    return bar.isVisible() ? child<QLabel>(bar, u"messageSentence"_qs).text() : QString();
}

void tickCurrent(const TestWindow& test) {
    auto& list = child<QTreeView>(test.window, u"checklist"_qs);
    list.setFocus();
    QTest::keyClick(&list, Qt::Key_Space);
}
} // namespace

class TestPlanWatch final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { keepToTestPaths(); }
    void init() { failOnAnyWarning(); }

    void othersTicksShowAndAreTold() {
        TestWindow test;
        openPlan(test);
        const QString step = firstStep(test);
        recordAsLin(test, marking({step}, done()));
        QTRY_COMPARE_WITH_TIMEOUT(test.window.planFile()->record().stateOf(step), StepState::Done, patience);
        QCOMPARE(test.window.statusBar()->currentMessage(), QStringLiteral("Lin: %1 done").arg(step));
        QVERIFY(child<QLabel>(test.window, u"progressText"_qs).text().startsWith(u"1 of "_qs));
    }

    void ourOwnDeedsAreNotTold() {
        TestWindow test;
        openPlan(test);
        tickCurrent(test);
        QTest::qWait(1500);
        QCOMPARE(test.window.statusBar()->currentMessage(), QString());
    }

    void othersPlanTakesThePlaceOfOurs() {
        TestWindow test;
        openPlan(test);
        auto& tabs = child<QTabWidget>(test.window, u"views"_qs);
        const QString before = tabs.tabText(2);
        {
            auto lin = PlanFile::open(planPath(test), {.name = QStringLiteral("Lin")});
            QVERIFY(lin && (*lin)->setPlan(planFor(u"0.17.0"_qs, u"0.19.1"_qs, u"cgroups=no authentication=no"_qs)));
        }
        QTRY_VERIFY_WITH_TIMEOUT(child<QTabWidget>(test.window, u"views"_qs).tabText(2) != before, patience);
        QCOMPARE(test.window.statusBar()->currentMessage(), QStringLiteral("Lin changed the plan"));
    }

    /// Whoever asked the question goes on with rows of the plan as it was.
    void othersPlanWaitsForAnOpenQuestion() {
        TestWindow test;
        openPlan(test);
        test.action(u"aboutAction"_qs).trigger();
        auto* page = test.window.findChild<QTabWidget*>(u"views"_qs);
        {
            auto lin = PlanFile::open(planPath(test));
            QVERIFY(lin && (*lin)->setPlan(planFor(u"0.17.0"_qs, u"0.19.1"_qs, u"cgroups=no"_qs)));
        }
        QSignalSpy destroyed(page, &QObject::destroyed);
        QTRY_COMPARE_WITH_TIMEOUT(test.window.planFile()->plan().answers().value(u"cgroups"_qs), Answer::No, patience);
        QTest::qWait(500);
        QCOMPARE(destroyed.size(), 0);
        QApplication::activeModalWidget()->close();
        QTRY_COMPARE(destroyed.size(), 1);
    }

    void deletedFileIsToldAndHealsWhenItComesBack() {
        TestWindow test;
        openPlan(test);
        QVERIFY(QFile::rename(planPath(test), test.path(u"elsewhere"_qs)));
        QTRY_VERIFY_WITH_TIMEOUT(!trouble(test).isEmpty(), patience);
        QCOMPARE(test.desktop.complaints, QStringList());
        QVERIFY(QFile::rename(test.path(u"elsewhere"_qs), planPath(test)));
        QTRY_COMPARE_WITH_TIMEOUT(trouble(test), QString(), patience);
    }

    void notSavedDeedsAreToldAndGoIntoACopy() {
        TestWindow test;
        openPlan(test);
        const QString step = firstStep(test);
        QVERIFY(QFile::remove(planPath(test)));
        tickCurrent(test);
        QVERIFY2(trouble(test).contains(u"Not saved yet: 1"_qs), qPrintable(trouble(test)));
        QVERIFY(test.window.isWindowModified());
        QCOMPARE(test.window.planFile()->record().stateOf(step), StepState::Open); // nothing that is not on disk
        QCOMPARE(test.desktop.complaints, QStringList());

        test.desktop.file = test.path(u"copy.mesosplan"_qs);
        child<QPushButton>(test.window, u"saveCopy"_qs).click();
        QCOMPARE(test.desktop.complaints, QStringList());
        {
            const auto copy = PlanFile::open(test.desktop.file);
            QVERIFY(copy);
            QCOMPARE((*copy)->record().stateOf(step), StepState::Done);
        }
        child<QPushButton>(test.window, u"openCopy"_qs).click();
        QCOMPARE(test.windows.all().size(), 2);
        const MainWindow& copy = *test.windows.all().constLast();
        QCOMPARE(copy.planFile()->path(), test.desktop.file);
        QVERIFY(!copy.isWindowModified());
        QVERIFY(test.window.isWindowModified()); // the other one still lacks the deed, …
        test.desktop.yes = false;
        QVERIFY(!test.window.close()); // … and asks before it goes
        QCOMPARE(test.desktop.questions.size(), 1);
    }

    void notSavedDeedsAreTriedAgainAtOnce() {
        TestWindow test;
        openPlan(test);
        const QString step = firstStep(test);
        QVERIFY(QFile::rename(planPath(test), test.path(u"elsewhere"_qs)));
        tickCurrent(test);
        QVERIFY(!trouble(test).isEmpty());
        QVERIFY(QFile::rename(test.path(u"elsewhere"_qs), planPath(test)));
        child<QPushButton>(test.window, u"tryNow"_qs).click();
        QCOMPARE(test.window.planFile()->record().stateOf(step), StepState::Done);
        QTRY_COMPARE_WITH_TIMEOUT(trouble(test), QString(), patience);
    }

    void closingAsksWhileDeedsAreNotSaved() {
        TestWindow test;
        openPlan(test);
        QVERIFY(QFile::rename(planPath(test), test.path(u"elsewhere"_qs)));
        tickCurrent(test);
        test.desktop.yes = false;
        QVERIFY(!test.window.close());
        QVERIFY(test.window.planFile());
        test.action(u"closeAction"_qs).trigger();
        QVERIFY(test.window.planFile());
        QCOMPARE(test.desktop.questions.size(), 2);
        QVERIFY(QFile::rename(test.path(u"elsewhere"_qs), planPath(test)));
        QVERIFY(test.window.close()); // what waited is written first
        QCOMPARE(test.desktop.questions.size(), 2);
    }

    void textWithoutAStepStaysUntilItIsCopiedOrLetGo() {
        TestWindow test;
        openPlan(test);
        const QString step = QStringLiteral("0.19-quorum");
        select(test, step);
        QVERIFY(QFile::rename(planPath(test), test.path(u"elsewhere"_qs)));
        auto& note = child<QPlainTextEdit>(test.window, u"note"_qs);
        note.setFocus();
        QTest::keyClicks(&note, QStringLiteral("seen <at> noon"));
        select(test, firstStep(test)); // handed over by moving on
        QVERIFY(QFile::rename(test.path(u"elsewhere"_qs), planPath(test)));
        {
            auto lin = PlanFile::open(planPath(test), {.name = QStringLiteral("Lin")});
            QVERIFY(lin && (*lin)->setPlan(planFor(u"0.17.0"_qs, u"0.18.2"_qs)));
        }
        child<QPushButton>(test.window, u"tryNow"_qs).click();
        QTRY_COMPARE_WITH_TIMEOUT(test.window.planFile()->plan().to, QStringLiteral("0.18.2"), patience);
        QVERIFY2(trouble(test).contains(u"0.19-quorum: seen <at> noon"_qs), qPrintable(trouble(test)));
        child<QPushButton>(test.window, u"copyStranded"_qs).click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("0.19-quorum: seen <at> noon"));
        test.desktop.yes = false;
        QVERIFY(!test.window.close());
        QCOMPARE(test.desktop.questions.size(), 1);
        child<QPushButton>(test.window, u"dropStranded"_qs).click();
        QCOMPARE(trouble(test), QString());
        QVERIFY(test.window.close());
        QCOMPARE(test.desktop.questions.size(), 1);
    }

    void copyIsAPlanOfItsOwn() {
        TestWindow test;
        openPlan(test);
        tickCurrent(test);
        test.desktop.file = test.path(u"copy.mesosplan"_qs);
        test.action(u"saveCopyAction"_qs).trigger();
        QCOMPARE(test.desktop.suggestions.constLast(), test.path(u"plan (copy).mesosplan"_qs));
        const auto copy = PlanFile::open(test.desktop.file);
        QVERIFY(copy);
        QVERIFY((*copy)->record() == test.window.planFile()->record());
        test.desktop.file = planPath(test); // itself
        test.action(u"saveCopyAction"_qs).trigger();
        QCOMPARE(test.desktop.complaints.size(), 1);
    }

    void damagedPlanIsRescuedIntoANewFile() {
        TestWindow test;
        openPlan(test);
        recordAsLin(test, marking({firstStep(test)}, done()));
        recordAsLin(test, {{Deed::Note, firstStep(test), QStringLiteral("unlike any other"), {}}});
        test.action(u"closeAction"_qs).trigger();
        damage(planPath(test), "unlike any other");
        test.desktop.yes = false;
        test.window.openPlan(planPath(test));
        QVERIFY(!test.window.planFile());
        QCOMPARE(test.desktop.questions.size(), 1);

        test.desktop.yes = true;
        test.desktop.file = test.path(u"rescued.mesosplan"_qs);
        test.window.openPlan(planPath(test));
        QVERIFY2(test.window.planFile(), qPrintable(test.desktop.complaints.join(u'\n')));
        QCOMPARE(test.window.planFile()->path(), test.desktop.file);
        const QString told = child<QLabel>(child<QWidget>(test.window, u"messageBar"_qs), u"messageSentence"_qs).text();
        QVERIFY2(told.contains(u"Missing or doubtful: 1."_qs), qPrintable(told));
        QCOMPARE(test.desktop.complaints, QStringList());
    }

    void historyShowsWhoDidWhat() {
        TestWindow test;
        openPlan(test);
        const QString step = firstStep(test);
        recordAsLin(test, {{Deed::Note, step, QStringLiteral("fast"), {}}});
        QTest::keyClick(&test.window, Qt::Key_7, Qt::ControlModifier);
        auto& history = child<QTreeView>(test.window, u"history"_qs);
        QCOMPARE(history.model()->rowCount(), 1);
        recordAsLin(test, marking({step}, done()));
        QTRY_VERIFY_WITH_TIMEOUT(history.model()->rowCount() >= 2, patience); // an open stop was passed, too
        QCOMPARE(history.model()->index(0, 1).data().toString(), QStringLiteral("Lin"));
        QTest::keyClicks(&child<QLineEdit>(test.window, u"historySearch"_qs), QStringLiteral("FAST"));
        QCOMPARE(history.model()->rowCount(), 1);
        QCOMPARE(namelessWidgets(test.window), QString());
        Q_EMIT history.activated(history.model()->index(0, 0));
        QCOMPARE(child<QTabWidget>(test.window, u"views"_qs).currentIndex(), 0);
    }

    void historyNamesTheAnswerThatChanged() {
        TestWindow test;
        openPlan(test);
        {
            auto lin = PlanFile::open(planPath(test), {.name = QStringLiteral("Lin")});
            QVERIFY(lin && (*lin)->setPlan(planFor(u"0.17.0"_qs, u"0.19.1"_qs, u"cgroups=no"_qs)));
        }
        QTest::keyClick(&test.window, Qt::Key_7, Qt::ControlModifier);
        const QAbstractItemModel& history = *child<QTreeView>(test.window, u"history"_qs).model();
        QCOMPARE(history.rowCount(), 1);
        const QString change = history.index(0, JournalModel::After).data().toString();
        QVERIFY2(change.endsWith(u": unsure → no"_qs), qPrintable(change));
    }

private:
    /// Changes what stands in the journal behind the program's back.
    static void damage(const QString& path, const QByteArray& text) {
        QFile file(path);
        if (!file.open(QIODevice::ReadWrite))
            qFatal("cannot be opened");
        const qsizetype at = file.readAll().lastIndexOf(text);
        if (at < 0 || !file.seek(at) || file.write("X") != 1)
            qFatal("nothing to damage");
    }
};

QTEST_MAIN(TestPlanWatch)
#include "tst_plan_watch.moc"
