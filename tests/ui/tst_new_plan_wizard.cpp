#include "support/support.h"
#include "test_window.h"
#include "ui/new_plan_wizard.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QToolButton>

class TestNewPlanWizard final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { keepToTestPaths(); }
    void init() { failOnAnyWarning(); }

    void planIsMadeByKeyboard() {
        TestWindow test;
        NewPlanWizard& wizard = start(test);
        QTest::keyClicks(&child<QComboBox>(wizard, u"source"_qs), QStringLiteral("0.17.0"));
        QTest::keyClicks(&child<QComboBox>(wizard, u"target"_qs), QStringLiteral("0.18"));
        QTest::keyClick(wizard.focusWidget(), Qt::Key_Return);
        const QString cgroups = QStringLiteral("cgroups-yes");
        while (!wizard.currentPage()->objectName().startsWith(u"review")) {
            const int before = wizard.currentId();
            if (auto* yes = wizard.currentPage()->findChild<QRadioButton*>(cgroups))
                QTest::keyClick(yes, Qt::Key_Space);
            QTest::keyClick(&wizard, Qt::Key_Return);
            QVERIFY(wizard.currentId() > before);
        }
        const QString file = test.path(QStringLiteral("by keyboard.mesosplan"));
        auto& field = child<QLineEdit>(wizard, u"file"_qs);
        field.setFocus();
        field.selectAll();
        QTest::keyClicks(&field, file);
        QTest::keyClick(&field, Qt::Key_Return);
        QVERIFY(test.window.planFile());
        QCOMPARE(test.window.planFile()->path(), file);
        QCOMPARE(test.window.planFile()->plan().answers().value(QStringLiteral("cgroups")), Answer::Yes);
        QCOMPARE(test.desktop.complaints, QStringList());
    }

    void firstAnswerHasTheFocus() {
        TestWindow test;
        NewPlanWizard& wizard = startWith(test, QStringLiteral("0.17.0"), QStringLiteral("0.19.1"));
        wizard.next();
        const QString question = firstRadio(wizard).section(u'-', 0, -2);
        QTRY_COMPARE(wizard.focusWidget()->objectName(), QString(question + u"-unsure"));
        QTest::keyClick(wizard.focusWidget(), Qt::Key_Left);
        QCOMPARE(wizard.draft().answers.value(question), Answer::No);
    }

    void planIsMadeByMouse() {
        TestWindow test;
        QTest::mouseClick(&child<QPushButton>(test.window, u"newPlan"_qs), Qt::LeftButton);
        auto& wizard = child<NewPlanWizard>(test.window, u"newPlanWizard"_qs);
        QVERIFY(QTest::qWaitForWindowExposed(&wizard));
        pick(child<QComboBox>(wizard, u"source"_qs), QStringLiteral("0.14.2"));
        pick(child<QComboBox>(wizard, u"target"_qs), QStringLiteral("0.20.1"));
        while (wizard.nextId() != -1) {
            if (auto* no = wizard.currentPage()->findChild<QRadioButton*>(QStringLiteral("authentication-no")))
                QTest::mouseClick(no, Qt::LeftButton, {}, QPoint(8, no->height() / 2));
            QTest::mouseClick(wizard.button(QWizard::NextButton), Qt::LeftButton);
        }
        test.desktop.file = test.path(QStringLiteral("by mouse.mesosplan"));
        QTest::mouseClick(&child<QPushButton>(wizard, u"browse"_qs), Qt::LeftButton);
        QCOMPARE(wizard.button(QWizard::FinishButton)->text().remove(u'&'), QStringLiteral("Create plan"));
        QTest::mouseClick(wizard.button(QWizard::FinishButton), Qt::LeftButton);
        QVERIFY(test.window.planFile());
        QCOMPARE(test.window.planFile()->path(), test.desktop.file);
        QCOMPARE(test.window.planFile()->plan().answers().value(QStringLiteral("authentication")), Answer::No);
    }

    void wrongVersionKeepsThePageAndSaysWhy() {
        TestWindow test;
        NewPlanWizard& wizard = start(test);
        QTest::keyClicks(&child<QComboBox>(wizard, u"source"_qs), QStringLiteral("0.18.2"));
        QTest::keyClicks(&child<QComboBox>(wizard, u"target"_qs), QStringLiteral("0.14.2"));
        QTest::keyClick(&wizard, Qt::Key_Return);
        QCOMPARE(wizard.currentPage()->objectName(), QStringLiteral("versionsPage"));
        const QString remark = child<QLabel>(wizard, u"targetRemark"_qs).text();
        QVERIFY2(remark.contains(u"older"_qs), qPrintable(remark));
    }

    void emptyVersionIsSaidWhenPeopleGoOn() {
        TestWindow test;
        NewPlanWizard& wizard = start(test);
        QTest::keyClick(&wizard, Qt::Key_Return);
        QVERIFY(child<QLabel>(wizard, u"sourceRemark"_qs).text().contains(u"Choose"_qs));
    }

    void backLosesNothing() {
        TestWindow test;
        NewPlanWizard& wizard = startWith(test, QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        wizard.next();
        child<QRadioButton>(wizard, firstRadio(wizard)).click();
        const NewPlanDraft before = wizard.draft();
        wizard.back();
        QCOMPARE(child<QComboBox>(wizard, u"source"_qs).currentText(), QStringLiteral("0.17.0"));
        wizard.next();
        QVERIFY(child<QRadioButton>(wizard, firstRadio(wizard)).isChecked());
        QVERIFY(wizard.draft() == before);
    }

    void onlyQuestionsOfTheWayAreAsked() {
        TestWindow test;
        NewPlanWizard& wizard = startWith(test, QStringLiteral("0.15.0"), QStringLiteral("0.17.0"));
        QStringList asked;
        for (wizard.next(); wizard.nextId() != -1; wizard.next()) {
            for (const QRadioButton* button : wizard.currentPage()->findChildren<QRadioButton*>())
                asked.append(button->objectName().section(u'-', 0, -2));
        }
        asked.removeDuplicates();
        QStringList needed;
        for (const Question& question : questionsOf(catalogue(), *findRoute(catalogue(), u"0.15.0"_qs, u"0.17.0"_qs)))
            needed.append(question.id);
        QCOMPARE(asked, needed);
        QVERIFY(!needed.contains(u"cgroups"_qs));
    }

    void stepsAtTheLeftLeadThere() {
        TestWindow test;
        NewPlanWizard& wizard = startWith(test, QStringLiteral("0.14.2"), QStringLiteral("0.20.1"));
        auto steps = wizard.findChildren<QAbstractButton*>(QRegularExpression(QStringLiteral("^wizardStep\\d+$")));
        steps.last()->click();
        QCOMPARE(wizard.currentPage()->objectName(), QStringLiteral("reviewPage"));
        steps.first()->click();
        QCOMPARE(wizard.currentPage()->objectName(), QStringLiteral("versionsPage"));
    }

    void stepsAtTheLeftDoNotLeadPastAWrongVersion() {
        TestWindow test;
        NewPlanWizard& wizard = start(test);
        wizard.findChildren<QAbstractButton*>(QRegularExpression(QStringLiteral("^wizardStep\\d+$")))
            .constLast()
            ->click();
        QCOMPARE(wizard.currentPage()->objectName(), QStringLiteral("versionsPage"));
    }

    void changeLinkLeadsToTheQuestion() {
        TestWindow test;
        NewPlanWizard& wizard = startWith(test, QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        while (wizard.nextId() != -1)
            wizard.next();
        child<QToolButton>(wizard, u"change-cgroups"_qs).click();
        QVERIFY(wizard.currentPage()->findChild<QRadioButton*>(QStringLiteral("cgroups-yes")));
    }

    void escAsksOnlyWhenSomethingWouldBeLost() {
        TestWindow test;
        NewPlanWizard& untouched = start(test);
        QTest::keyClick(&untouched, Qt::Key_Escape);
        QVERIFY(!untouched.isVisible());
        QCOMPARE(test.desktop.questions, QStringList());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);

        NewPlanWizard& touched = startWith(test, QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        test.desktop.yes = false;
        QTest::keyClick(&touched, Qt::Key_Escape);
        QVERIFY(touched.isVisible());
        QCOMPARE(test.desktop.questions.size(), 1);
        test.desktop.yes = true;
        QTest::keyClick(&touched, Qt::Key_Escape);
        QVERIFY(!touched.isVisible());
    }

    void unwritableFileIsSaidAndLosesNothing() {
        TestWindow test;
        NewPlanWizard& wizard = startWith(test, QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        while (wizard.nextId() != -1)
            wizard.next();
        auto& field = child<QLineEdit>(wizard, u"file"_qs);
        field.clear();
        QTest::keyClicks(&field, test.path(QStringLiteral("no such folder/plan.mesosplan")));
        wizard.button(QWizard::FinishButton)->click();
        QVERIFY(wizard.isVisible());
        QVERIFY(child<QLabel>(wizard, u"fault"_qs).text().contains(u"no such folder"_qs));
        QVERIFY(!test.window.planFile());
    }

    void existingFileIsReplacedOnlyWhenWanted() {
        TestWindow test;
        const QString path = test.path(QStringLiteral("there.mesosplan"));
        QFile there(path);
        QVERIFY(there.open(QIODevice::WriteOnly));
        there.close();
        NewPlanWizard& wizard = startWith(test, QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        while (wizard.nextId() != -1)
            wizard.next();
        auto& field = child<QLineEdit>(wizard, u"file"_qs);
        field.clear();
        QTest::keyClicks(&field, path);
        test.desktop.yes = false;
        wizard.button(QWizard::FinishButton)->click();
        QVERIFY(wizard.isVisible());
        QCOMPARE(QFileInfo(path).size(), 0);
        test.desktop.yes = true;
        wizard.button(QWizard::FinishButton)->click();
        QVERIFY(test.window.planFile());
    }

    void teamsStepsAreChosenOnTheReviewPage() {
        TestWindow test;
        QFile file(test.path(QStringLiteral("ops.yaml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("schema: 1\nteam: Night shift\nitems: nothing\n");
        file.close();
        NewPlanWizard& wizard = startWith(test, QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        while (wizard.nextId() != -1)
            wizard.next();
        test.desktop.file = file.fileName();
        child<QPushButton>(wizard, u"chooseTeamSteps"_qs).click();
        auto& fault = child<QPlainTextEdit>(wizard, u"teamStepsFault"_qs);
        QVERIFY2(fault.toPlainText().startsWith(u"ops.yaml:3:"_qs), qPrintable(fault.toPlainText()));

        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("schema: 1\nteam: Night shift\nitems:\n  - id: site.page\n    before: 0.12-master-supervisor\n"
                   "    kind: step\n    text: Page the on-call engineer\n"
                   "    verify: {look: the channel, expect: an answer}\n"
                   "    stop: {after: leave, why: nothing has changed yet}\n");
        file.close();
        child<QPushButton>(wizard, u"chooseTeamSteps"_qs).click();
        QVERIFY(!fault.isVisible());
        QVERIFY(child<QLabel>(wizard, u"teamSteps"_qs).text().contains(u"Night shift"_qs));
        auto& field = child<QLineEdit>(wizard, u"file"_qs);
        field.clear();
        QTest::keyClicks(&field, test.path(QStringLiteral("with team.mesosplan")));
        wizard.button(QWizard::FinishButton)->click();
        QVERIFY(test.window.planFile());
        QCOMPARE(teamCount(test.window.planFile()->plan()), 1);
    }

    void pagesFitASmallScreenAndAreNamed() {
        TestWindow test;
        NewPlanWizard& wizard = startWith(test, QStringLiteral("0.11.0"), QStringLiteral("0.22.2"));
        for (;; wizard.next()) {
            const QSize least = wizard.minimumSizeHint();
            QVERIFY2(least.width() <= 1024 && least.height() <= 700, qPrintable(QStringLiteral("%1 needs %2x%3")
                                                                                    .arg(wizard.currentPage()->title())
                                                                                    .arg(least.width())
                                                                                    .arg(least.height())));
            QCOMPARE(namelessWidgets(wizard), QString());
            if (wizard.nextId() == -1)
                break;
        }
    }

private:
    static NewPlanWizard& start(TestWindow& test) {
        QTest::keyClick(&child<QPushButton>(test.window, u"newPlan"_qs), Qt::Key_Space);
        auto& wizard = child<NewPlanWizard>(test.window, u"newPlanWizard"_qs);
        if (!QTest::qWaitForWindowActive(&wizard))
            qFatal("the wizard does not appear");
        return wizard;
    }

    static NewPlanWizard& startWith(TestWindow& test, const QString& from, const QString& to) {
        NewPlanWizard& wizard = start(test);
        child<QComboBox>(wizard, u"source"_qs).setEditText(from);
        child<QComboBox>(wizard, u"target"_qs).setEditText(to);
        return wizard;
    }

    static QString firstRadio(const NewPlanWizard& wizard) {
        return wizard.currentPage()->findChild<QRadioButton*>()->objectName();
    }

    static void pick(QComboBox& box, const QString& version) {
        box.showPopup();
        const QModelIndex index = box.model()->index(box.findText(version), 0);
        box.view()->scrollTo(index);
        QTest::mouseClick(box.view()->viewport(), Qt::LeftButton, {}, box.view()->visualRect(index).center());
        QTRY_COMPARE(box.currentText(), version);
    }
};

QTEST_MAIN(TestNewPlanWizard)
#include "tst_new_plan_wizard.moc"
