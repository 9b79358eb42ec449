#include "core/route_items.h"
#include "support/support.h"
#include "test_window.h"
#include "ui/new_plan_wizard.h"
#include "ui/route_choice.h"
#include "ui/route_strip.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QTimer>
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

    /// The real question, answered by people who hit Esc and then Return.
    void returnKeepsWhatEscWouldLose() {
        NativeDesktop desktop;
        QTimer::singleShot(0, this, [&] {
            QWidget* question = QApplication::activeModalWidget();
            QVERIFY(question && QTest::qWaitForWindowActive(question));
            QTest::keyClick(question->focusWidget() ? question->focusWidget() : question, Qt::Key_Return);
        });
        QVERIFY(!desktop.confirm(nullptr, QStringLiteral("Lose it?"), QStringLiteral("Lose it")));
    }

    void stepsAtTheLeftAreWhole() {
        TestWindow test;
        NewPlanWizard& wizard = startWith(test, QStringLiteral("0.11.0"), QStringLiteral("0.22.2"));
        for (;; wizard.next()) {
            QCoreApplication::processEvents();
            for (const auto* step : wizard.findChildren<QAbstractButton*>(QRegularExpression(u"^wizardStep\\d+$"_qs))) {
                QFont bold = step->font();
                bold.setBold(true);
                const int needed = QFontMetrics(bold).horizontalAdvance(step->text());
                QVERIFY2(step->width() >= needed, qPrintable(step->text()));
            }
            if (wizard.nextId() == -1)
                break;
        }
    }

    void wayIsChosenByKeyboard() {
        TestWindow test;
        NewPlanWizard& wizard = startWith(test, QStringLiteral("1.0.4"), QStringLiteral("1.11.0"));
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
        NewPlanWizard& wizard = startWith(test, QStringLiteral("0.28.3"), QStringLiteral("1.11.0"));
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
        NewPlanWizard& wizard = startWith(test, QStringLiteral("0.11.0"), QStringLiteral("0.22.2"));
        QVERIFY(!child<RouteChoice>(wizard, u"routeChoice"_qs).isVisible());
        const QString meaning = child<QLabel>(wizard, u"meaning"_qs).text();
        QVERIFY2(meaning.contains(u"before 1.0"_qs), qPrintable(meaning));
    }

    void adviceAndWhatIsOddIsSaidWithTheVersion() {
        TestWindow test;
        NewPlanWizard& wizard = startWith(test, QStringLiteral("0.14.2"), QStringLiteral("1.4.1"));
        QVERIFY(child<QLabel>(wizard, u"sourceRemark"_qs).text().startsWith(u"About 0.14.2: "_qs));
        const auto& remark = child<QLabel>(wizard, u"targetRemark"_qs);
        QVERIFY2(remark.text().contains(adviceOn(catalogue(), u"1.4.1"_qs)), qPrintable(remark.text()));
        child<QComboBox>(wizard, u"target"_qs).setEditText(QStringLiteral("1.4.3"));
        QVERIFY(!remark.text().contains(u"1.4.1"_qs));
    }

    void upgradeWithinALineIsMade() {
        TestWindow test;
        NewPlanWizard& wizard = startWith(test, QStringLiteral("1.4.2"), QStringLiteral("1.4.3"));
        while (wizard.nextId() != -1)
            wizard.next();
        child<QLineEdit>(wizard, u"file"_qs).clear();
        QTest::keyClicks(&child<QLineEdit>(wizard, u"file"_qs), test.path(QStringLiteral("patch.mesosplan")));
        wizard.button(QWizard::FinishButton)->click();
        QVERIFY(test.window.planFile());
        QCOMPARE(test.window.planFile()->plan().hops.size(), 1);
        QCOMPARE(test.window.planFile()->plan().to, QStringLiteral("1.4.3"));
    }

    void versionsAreOfferedWhileTyping() {
        TestWindow test;
        NewPlanWizard& wizard = start(test);
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

    void groupIsAnsweredAtOnce() {
        TestWindow test;
        NewPlanWizard& wizard = startWith(test, QStringLiteral("1.0.4"), QStringLiteral("1.11.0"));
        goToPage(wizard, u"questionsPage-resources"_qs);
        auto& none = child<QCheckBox>(wizard, u"none"_qs);
        child<QRadioButton>(wizard, u"quota-yes"_qs).click();
        none.setFocus();
        QTest::keyClick(&none, Qt::Key_Space);
        QVERIFY(none.isChecked());
        for (const auto* box : wizard.currentPage()->findChildren<QRadioButton*>(QRegularExpression(u"-no$"_qs)))
            QVERIFY2(box->isChecked(), qPrintable(box->objectName()));

        QTest::keyClick(&none, Qt::Key_Space); // takes it back
        QVERIFY(!none.isChecked());
        QVERIFY(child<QRadioButton>(wizard, u"quota-yes"_qs).isChecked());
        QVERIFY(child<QRadioButton>(wizard, u"roles-unsure"_qs).isChecked());

        QTest::mouseClick(&none, Qt::LeftButton, {}, QPoint(8, none.height() / 2));
        QVERIFY(none.isChecked());
        child<QRadioButton>(wizard, u"roles-yes"_qs).click();
        QVERIFY(!none.isChecked()); // no longer true
        QVERIFY(child<QRadioButton>(wizard, u"quota-no"_qs).isChecked());
    }

    void specificQuestionsAreAskedOnlyWhereTheGeneralOneIsNotNo() {
        TestWindow test;
        NewPlanWizard& wizard = startWith(test, QStringLiteral("1.0.4"), QStringLiteral("1.11.0"));
        goToPage(wizard, u"questionsPage-modules"_qs);
        const auto& specific = child<QWidget>(wizard, u"question-custom-isolator"_qs);
        QVERIFY(specific.isVisible());
        child<QRadioButton>(wizard, u"custom-isolator-yes"_qs).click();
        auto& general = child<QRadioButton>(wizard, u"custom-modules-unsure"_qs);
        general.setFocus();
        QTest::keyClick(&general, Qt::Key_Left); // no
        QVERIFY(!specific.isVisible());
        QCOMPARE(wizard.draft().answers.value(u"custom-isolator"_qs), Answer::Yes);
        QVERIFY(child<QCheckBox>(wizard, u"none"_qs).isChecked());

        wizard.next();
        wizard.back();
        QVERIFY(!specific.isVisible());
        child<QRadioButton>(wizard, u"custom-modules-yes"_qs).click();
        QVERIFY(specific.isVisible());
        QVERIFY(child<QRadioButton>(wizard, u"custom-isolator-yes"_qs).isChecked());
    }

    void reviewNamesOnlyWhatWasAsked() {
        TestWindow test;
        NewPlanWizard& wizard = startWith(test, QStringLiteral("1.0.4"), QStringLiteral("1.11.0"));
        goToPage(wizard, u"questionsPage-modules"_qs);
        child<QRadioButton>(wizard, u"custom-modules-no"_qs).click();
        while (wizard.nextId() != -1)
            wizard.next();
        QVERIFY(wizard.findChild<QLabel*>(QStringLiteral("value-custom-modules")));
        QVERIFY(!wizard.findChild<QLabel*>(QStringLiteral("value-custom-isolator")));
    }

    void questionsTellWhichUpgradesTheyMatterIn() {
        TestWindow test;
        NewPlanWizard& wizard = startWith(test, QStringLiteral("0.11.0"), QStringLiteral("1.11.0"));
        goToPage(wizard, u"questionsPage-modules"_qs);
        const auto& box = child<QWidget>(wizard, u"question-custom-modules"_qs);
        const auto& upgrades = child<QLabel>(box, u"upgrades"_qs);
        QVERIFY2(upgrades.text().contains(QRegularExpression(u"^Matters in .* and \\d+ more$"_qs)),
                 qPrintable(upgrades.text()));
        QVERIFY(upgrades.accessibleDescription().contains(u"1.10.x → 1.11.x"_qs));
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

    void pagesFitASmallScreenAndAreNamed_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("the whole road") << "0.11.0"
                                        << "1.11.0";
        QTest::newRow("one way") << "0.11.0"
                                 << "0.22.2";
        QTest::newRow("from 1.0 on") << "1.0.0"
                                     << "1.11.0";
        QTest::newRow("with advice") << "0.14.2"
                                     << "1.4.1";
        QTest::newRow("within a line") << "1.4.2"
                                       << "1.4.3";
    }
    void pagesFitASmallScreenAndAreNamed() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        TestWindow test;
        NewPlanWizard& wizard = startWith(test, from, to);
        wizard.resize(1024, 700);
        for (;; wizard.next()) {
            QCoreApplication::processEvents();
            const QSize least = wizard.minimumSizeHint();
            QVERIFY2(least.width() <= 1024 && least.height() <= 700, qPrintable(QStringLiteral("%1 needs %2x%3")
                                                                                    .arg(wizard.currentPage()->title())
                                                                                    .arg(least.width())
                                                                                    .arg(least.height())));
            QCOMPARE(namelessWidgets(wizard), QString());
            QCOMPARE(cutOffLabels(*wizard.currentPage()), QString());
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
        QCoreApplication::processEvents(); // arrows lead to where buttons are, once they are laid out
        return wizard;
    }

    static void goToPage(NewPlanWizard& wizard, const QString& name) {
        while (wizard.currentPage()->objectName() != name && wizard.nextId() != -1)
            wizard.next();
        QCoreApplication::processEvents();
        QCOMPARE(wizard.currentPage()->objectName(), name);
    }

    /// A line for every text that has less room than it needs.
    static QString cutOffLabels(const QWidget& page) {
        QStringList cutOff;
        for (const QLabel* label : page.findChildren<QLabel*>())
            if (label->isVisible() && label->wordWrap() && label->height() < label->heightForWidth(label->width()))
                cutOff.append(label->text());
        return cutOff.join(u'\n');
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
