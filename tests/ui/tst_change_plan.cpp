#include "support/small_plan.h"
#include "support/support.h"
#include "test_window.h"
#include "ui/answer_choice.h"
#include "ui/diff_dialog.h"
#include "ui/left_out_view.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeWidget>
#include <QWheelEvent>

#include <unistd.h>

namespace {
QString from() {
    return QStringLiteral("0.14.2");
}
QString to() {
    return QStringLiteral("0.20.1");
}

/// A step that is in the plan only because of this answer, so that another answer takes it out.
QString stepOf(const Plan& plan, const QString& trait) {
    QString found;
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& planned) {
        const bool isIt = planned.item.isStep() && planned.because.size() == 1 && planned.because[0].trait == trait;
        if (found.isEmpty() && isIt && planned.item.gate != Gate::Blocker)
            found = planned.item.id;
    });
    return found;
}

/// The texts of all rows, one a line.
QString textOf(const QTreeWidget& list) {
    QStringList lines;
    for (int chapter = 0; chapter < list.topLevelItemCount(); ++chapter) {
        const QTreeWidgetItem* head = list.topLevelItem(chapter);
        lines << head->text(0);
        for (int row = 0; row < head->childCount(); ++row)
            lines << QStringList{head->child(row)->text(0), head->child(row)->text(1), head->child(row)->text(2)}.join(
                QStringLiteral(" | "));
    }
    return lines.join(u'\n');
}
} // namespace

class TestChangePlan final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { keepToTestPaths(); }
    void init() { failOnAnyWarning(); }

    void anotherAnswerIsShownFirstAndKeepsEveryTick() {
        TestWindow test;
        test.openNewPlan(from(), to(), u"cgroups=yes"_qs);
        const QString gone = stepOf(test.window.planFile()->plan(), u"cgroups"_qs);
        QVERIFY(!gone.isEmpty());
        QVERIFY((*PlanFile::open(test.path(u"plan.mesosplan"_qs)))
                    ->record(marking({gone}, {StepState::Done, {}, {}, {}, {}})));

        QTest::keyClick(&test.window, Qt::Key_5, Qt::ControlModifier);
        auto& preview = child<QPushButton>(test.window, u"previewAnswers"_qs);
        QVERIFY(!preview.isEnabled());
        auto& choice = child<AnswerChoice>(test.window, u"answer-cgroups"_qs);
        choice.setFocus();
        QTest::keyClick(&choice, Qt::Key_Down); // from yes to no
        QVERIFY(preview.isEnabled());
        QCOMPARE(test.window.planFile()->plan().answers().value(u"cgroups"_qs), Answer::Yes);

        QTest::mouseClick(&preview, Qt::LeftButton);
        auto& dialog = child<DiffDialog>(test.window, u"diffDialog"_qs);
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        const QString differences = textOf(child<QTreeWidget>(dialog, u"differences"_qs));
        QVERIFY2(differences.contains(u"yes → no"_qs), qPrintable(differences));
        QCOMPARE(namelessWidgets(dialog), QString());
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(findItem(test.window.planFile()->plan(), gone) != nullptr);

        QTest::mouseClick(&preview, Qt::LeftButton);
        child<QPushButton>(child<DiffDialog>(test.window, u"diffDialog"_qs), u"acceptDiff"_qs).click();
        QCOMPARE(test.window.planFile()->plan().answers().value(u"cgroups"_qs), Answer::No);
        QVERIFY(findItem(test.window.planFile()->plan(), gone) == nullptr);
        QTRY_VERIFY(!child<QPushButton>(test.window, u"previewAnswers"_qs).isEnabled()); // the page is made anew
        QCOMPARE(child<AnswerChoice>(test.window, u"answer-cgroups"_qs).currentText(), QStringLiteral("No"));

        test.action(u"undoAction"_qs).trigger();
        QVERIFY(findItem(test.window.planFile()->plan(), gone) != nullptr);
        QTRY_COMPARE(test.window.planFile()->record().stateOf(gone), StepState::Done);
        QCOMPARE(test.desktop.complaints, QStringList());
    }

    void someIsOfferedWhereHostsMayDiffer() {
        TestWindow test;
        test.openNewPlan(from(), to());
        for (const PlanQuestion& question : test.window.planFile()->plan().questions) {
            const auto& choice = child<AnswerChoice>(test.window, u"answer-"_qs + question.id);
            QCOMPARE(choice.count(), question.perHost ? 4 : 3);
        }
    }

    void wheelScrollsAndNeverAnswers() {
        AnswerChoice choice(true, Answer::Yes);
        QWheelEvent event(QPointF(5, 5), QPointF(5, 5), {}, QPoint(0, -120), Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&choice, &event);
        QVERIFY(!event.isAccepted());
        QCOMPARE(choice.currentText(), QStringLiteral("Yes"));
    }

    void answersCanBePutBack() {
        TestWindow test;
        test.openNewPlan(from(), to(), u"cgroups=yes"_qs);
        test.action(u"answersAction"_qs).trigger();
        child<AnswerChoice>(test.window, u"answer-cgroups"_qs).setAnswer(Answer::Some);
        child<QPushButton>(test.window, u"forgetAnswers"_qs).click();
        QCOMPARE(child<AnswerChoice>(test.window, u"answer-cgroups"_qs).currentText(), QStringLiteral("Yes"));
        QVERIFY(!child<QPushButton>(test.window, u"previewAnswers"_qs).isEnabled());
    }

    void comparisonIsExported_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("Markdown") << "differs.md" << QByteArray("# ");
        QTest::newRow("HTML") << "differs.html" << QByteArray("<!DOCTYPE html>");
        QTest::newRow("JSON") << "differs.json" << QByteArray("{");
    }
    void comparisonIsExported() {
        QFETCH(QString, name);
        QFETCH(QByteArray, start);
        TestWindow test;
        test.openNewPlan(from(), to(), u"cgroups=yes"_qs);
        const QString other = test.path(u"other.mesosplan"_qs);
        QVERIFY(PlanFile::create(other, planFor(from(), u"0.19.1"_qs, u"cgroups=no"_qs)));
        test.desktop.file = other;
        test.action(u"compareAction"_qs).trigger();
        auto& dialog = child<DiffDialog>(test.window, u"diffDialog"_qs);
        QVERIFY(dialog.findChild<QPushButton*>(u"acceptDiff"_qs) == nullptr);
        QVERIFY(child<QLabel>(dialog, u"diffIntroduction"_qs).text().contains(u"other.mesosplan"_qs));
        test.desktop.file = test.path(name);
        child<QPushButton>(dialog, u"exportDiff"_qs).click();
        QFile file(test.path(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(start));
    }

    void whatCannotBeComparedIsSaid() {
        TestWindow test;
        test.openNewPlan(from(), to());
        test.desktop.file = test.path(u"missing.mesosplan"_qs);
        test.action(u"compareAction"_qs).trigger();
        QCOMPARE(test.desktop.complaints.size(), 1);
    }

    void olderKnowledgeIsOfferedToBeRenewed() {
        TestWindow test;
        Plan old = planFor(from(), to());
        old.catalogueVersion = QStringLiteral("2020-01-01");
        old.catalogueDigest = QString(64, u'0');
        const QString id = old.hops[0].sections[0].items[0].item.id;
        old.hops[0].sections[0].items[0].item.text = QStringLiteral("As it was said then");
        const QString path = test.path(u"old.mesosplan"_qs);
        QVERIFY(PlanFile::create(path, old));
        test.window.openPlan(path);
        QVERIFY(child<QLabel>(test.window, u"messageSentence"_qs).text().contains(u"2020-01-01"_qs));
        child<QPushButton>(test.window, u"previewKnowledge"_qs).click();
        auto& dialog = child<DiffDialog>(test.window, u"diffDialog"_qs);
        const QString differences = textOf(child<QTreeWidget>(dialog, u"differences"_qs));
        QVERIFY2(differences.contains(u"Changed"_qs), qPrintable(differences));
        child<QPushButton>(dialog, u"acceptDiff"_qs).click();
        QCOMPARE(test.window.planFile()->plan().catalogueDigest, catalogue().digest);
        QVERIFY(findItem(test.window.planFile()->plan(), id)->item.text != u"As it was said then"_qs);
        QTRY_VERIFY(!child<QLabel>(test.window, u"knowledge"_qs).isVisibleTo(&test.window));
    }

    void offerGoesWithThePlan() {
        TestWindow test;
        Plan old = planFor(from(), to());
        old.catalogueVersion = QStringLiteral("2020-01-01");
        old.catalogueDigest = QString(64, u'0');
        const QString path = test.path(u"old.mesosplan"_qs);
        QVERIFY(PlanFile::create(path, old));
        test.window.openPlan(path);
        QVERIFY(child<QWidget>(test.window, u"messageBar"_qs).isVisible());
        test.action(u"closeAction"_qs).trigger();
        QVERIFY(!child<QWidget>(test.window, u"messageBar"_qs).isVisible());
    }

    void newerKnowledgeThanOursIsLeftAlone() {
        TestWindow test;
        Plan newer = planFor(from(), to());
        newer.catalogueVersion = QStringLiteral("2999-01-01");
        newer.catalogueDigest = QString(64, u'0');
        const QString path = test.path(u"newer.mesosplan"_qs);
        QVERIFY(PlanFile::create(path, newer));
        test.window.openPlan(path);
        QVERIFY(!child<QWidget>(test.window, u"messageBar"_qs).isVisible());
    }

    void teamStepsComeAndGo() {
        TestWindow test;
        test.openNewPlan(from(), to());
        test.action(u"answersAction"_qs).trigger();
        test.desktop.file = overlayFile(test, overlayText());
        child<QPushButton>(test.window, u"chooseTeamSteps"_qs).click();
        child<QPushButton>(child<DiffDialog>(test.window, u"diffDialog"_qs), u"acceptDiff"_qs).click();
        QCOMPARE(teamCount(test.window.planFile()->plan()), 1);
        QTRY_VERIFY(child<QLabel>(test.window, u"teamSteps"_qs).text().contains(u"Night shift"_qs));
        QTRY_VERIFY(test.window.findChild<DiffDialog*>() == nullptr);
        test.action(u"answersAction"_qs).trigger();
        child<QPushButton>(test.window, u"removeTeamSteps"_qs).click();
        child<QPushButton>(child<DiffDialog>(test.window, u"diffDialog"_qs), u"acceptDiff"_qs).click();
        QCOMPARE(teamCount(test.window.planFile()->plan()), 0);
    }

    void whatAMoreGeneralNoAnswersCannotBeChosen() {
        TestWindow test;
        test.openNewPlan(u"1.6"_qs, u"1.7"_qs, u"custom-modules=yes custom-isolator=yes"_qs);
        test.action(u"answersAction"_qs).trigger();
        auto& general = child<AnswerChoice>(test.window, u"answer-custom-modules"_qs);
        const auto& specific = child<AnswerChoice>(test.window, u"answer-custom-isolator"_qs);
        const auto isSaid = [&] { return specific.toolTip().startsWith(u"no, since "_qs); };
        QVERIFY(specific.isEnabled() && !isSaid());
        general.setFocus();
        QTest::keyClick(&general, Qt::Key_Down); // from yes to no
        QVERIFY(!specific.isEnabled() && isSaid());
        QCOMPARE(specific.currentText(), QStringLiteral("No"));
        QTest::keyClick(&general, Qt::Key_Up);
        QVERIFY(specific.isEnabled() && !isSaid());
        QCOMPARE(specific.currentText(), QStringLiteral("Yes"));
        QVERIFY(!child<QPushButton>(test.window, u"previewAnswers"_qs).isEnabled()); // nothing is wished any more
    }

    /// Whatever was chosen meanwhile.
    void answersStandBesideThoseOfThePlan() {
        TestWindow test;
        test.openNewPlan(u"1.6"_qs, u"1.7"_qs, u"custom-modules=no custom-isolator=yes"_qs);
        test.action(u"answersAction"_qs).trigger();
        const auto& list = child<QTreeWidget>(test.window, u"answers"_qs);
        const auto inPlan = [&](const QString& question) {
            for (int row = 0; row < list.topLevelItemCount(); ++row)
                if (test.window.planFile()->plan().questions[row].id == question)
                    return list.topLevelItem(row)->text(2);
            return QString();
        };
        for (int row = 0; row < list.topLevelItemCount(); ++row)
            QVERIFY2(!list.topLevelItem(row)->text(2).isEmpty(), qPrintable(list.topLevelItem(row)->text(0)));
        const QString moot = inPlan(u"custom-isolator"_qs);
        QVERIFY2(moot.startsWith(u"no, since "_qs), qPrintable(moot));
        QCOMPARE(inPlan(u"custom-modules"_qs), u"no"_qs);
        child<AnswerChoice>(test.window, u"answer-custom-modules"_qs).setCurrentText(u"Yes"_qs);
        QCOMPARE(inPlan(u"custom-modules"_qs), u"\u25cf still no"_qs);
        QCOMPARE(inPlan(u"custom-isolator"_qs), u"\u25cf still "_qs + moot);
        child<AnswerChoice>(test.window, u"answer-custom-isolator"_qs).setCurrentText(u"Unsure"_qs);
        QCOMPARE(inPlan(u"custom-modules"_qs), u"\u25cf still no"_qs);
        child<AnswerChoice>(test.window, u"answer-custom-modules"_qs).setCurrentText(u"No"_qs);
        QCOMPARE(inPlan(u"custom-modules"_qs), u"no"_qs);
        QCOMPARE(inPlan(u"custom-isolator"_qs), moot);
    }

    void comparisonIsWithThePlanAndNotWithTheLastWish() {
        TestWindow test;
        test.openNewPlan(from(), to(), u"cgroups=yes authentication=yes"_qs);
        test.action(u"answersAction"_qs).trigger();
        const auto differences = [&] {
            child<QPushButton>(test.window, u"previewAnswers"_qs).click();
            auto& dialog = child<DiffDialog>(test.window, u"diffDialog"_qs);
            QString text = textOf(child<QTreeWidget>(dialog, u"differences"_qs));
            dialog.reject();
            return text;
        };
        child<AnswerChoice>(test.window, u"answer-cgroups"_qs).setCurrentText(u"No"_qs);
        QCOMPARE(differences().count(u"yes → no"_qs), 1);
        child<AnswerChoice>(test.window, u"answer-authentication"_qs).setCurrentText(u"No"_qs);
        const QString both = differences();
        QVERIFY2(both.count(u"yes → no"_qs) == 2, qPrintable(both));
        child<AnswerChoice>(test.window, u"answer-cgroups"_qs).setCurrentText(u"Unsure"_qs);
        child<AnswerChoice>(test.window, u"answer-authentication"_qs).setCurrentText(u"Yes"_qs);
        const QString one = differences();
        QVERIFY2(one.contains(u"yes → unsure"_qs) && !one.contains(u"yes → no"_qs), qPrintable(one));
    }

    void whatIsReplacedIsListedAmongTheLeftOut() {
        Plan plan = smallPlan();
        plan.leftOut = {{u"0.18-gone"_qs, u"Not here"_qs, u"0.17.0 → 0.18.x"_qs, {}}};
        plan.hops[1].sections[0].items[1].standsFor = {u"0.18-look"_qs, u"0.17-look"_qs};
        LeftOutView view(plan);
        QCOMPARE(replacedCount(plan), 2);
        auto& list = child<QTreeWidget>(view, u"leftOut"_qs);
        auto& show = child<QPushButton>(view, u"showAnswer"_qs);
        QCOMPARE(list.topLevelItemCount(), 3);
        const QTreeWidgetItem* replaced = list.topLevelItem(1);
        QCOMPARE(replaced->text(1), u"0.18-look"_qs);
        QCOMPARE(replaced->text(2), u"done once, with 0.19-look"_qs);
        QSignalSpy items(&view, &LeftOutView::itemRequested);
        QSignalSpy answers(&view, &LeftOutView::answerRequested);
        list.setCurrentItem(list.topLevelItem(1));
        show.click();
        QCOMPARE(items, QList<QVariantList>{{u"0.19-look"_qs}});
        QCOMPARE(answers.size(), 0);
        list.setCurrentItem(list.topLevelItem(0));
        show.click();
        QCOMPARE(answers.size(), 1);
    }

    void faultsOfTheTeamsFileAreShownInFull() {
        TestWindow test;
        test.openNewPlan(from(), to());
        test.action(u"answersAction"_qs).trigger();
        test.desktop.file =
            overlayFile(test, overlayText().replace("kind: step", "kind: stepp").replace("id: site.", "id: our."));
        child<QPushButton>(test.window, u"chooseTeamSteps"_qs).click();
        auto& fault = child<QPlainTextEdit>(test.window, u"teamStepsFault"_qs);
        QVERIFY(fault.isVisible());
        const QString text = fault.toPlainText();
        QVERIFY2(text.contains(u"ops.yaml:5:"_qs) || text.contains(u"ops.yaml:4:"_qs), qPrintable(text));
        QVERIFY(fault.textInteractionFlags() & Qt::TextSelectableByKeyboard);
        QVERIFY(test.window.findChild<DiffDialog*>() == nullptr);
        QCOMPARE(teamCount(test.window.planFile()->plan()), 0);
    }

    void readOnlyPlanKeepsItsAnswers() {
        if (::geteuid() == 0)
            QSKIP("root may write everything");
        TestWindow test;
        test.openNewPlan(from(), to());
        test.action(u"closeAction"_qs).trigger();
        QVERIFY(QFile::setPermissions(test.path(u"plan.mesosplan"_qs), QFile::ReadOwner));
        test.window.openPlan(test.path(u"plan.mesosplan"_qs));
        QVERIFY(!child<AnswerChoice>(test.window, u"answer-cgroups"_qs).isEnabled());
        QVERIFY(!child<QPushButton>(test.window, u"chooseTeamSteps"_qs).isEnabled());
        QVERIFY(child<QPushButton>(test.window, u"newPlanFromAnswers"_qs).isEnabled());
    }

    void everythingHasAName() {
        TestWindow test;
        test.openNewPlan(from(), to());
        test.action(u"answersAction"_qs).trigger();
        QCOMPARE(namelessWidgets(test.window), QString());
    }

private:
    static QByteArray overlayText() {
        return "schema: 1\nteam: Night shift\nitems:\n  - id: site.page\n    before: 0.12-master-supervisor\n"
               "    kind: step\n    text: Page the on-call engineer\n"
               "    verify: {look: the channel, expect: an answer}\n"
               "    stop: {after: leave, why: nothing has changed yet}\n";
    }

    static QString overlayFile(const TestWindow& test, const QByteArray& text) {
        QFile file(test.path(u"ops.yaml"_qs));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("the file cannot be written");
        return file.fileName();
    }
};

QTEST_MAIN(TestChangePlan)
#include "tst_change_plan.moc"
