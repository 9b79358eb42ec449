#include "support/support.h"
#include "wizard_hand.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QScopeGuard>
#include <QScreen>
#include <QTimer>
#include <QToolButton>

class TestNewPlanWizard final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { keepToTestPaths(); }
    void init() { failOnAnyWarning(); }

    void planIsMadeByKeyboard() {
        TestWindow test;
        NewPlanWizard& wizard = startWizard(test);
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

    void backLosesNothing() {
        TestWindow test;
        NewPlanWizard& wizard = startWizardWith(test, QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        wizard.next();
        child<QRadioButton>(wizard, firstRadio(wizard)).click();
        const NewPlanDraft before = wizard.draft();
        wizard.back();
        QCOMPARE(child<QComboBox>(wizard, u"source"_qs).currentText(), QStringLiteral("0.17.0"));
        wizard.next();
        QVERIFY(child<QRadioButton>(wizard, firstRadio(wizard)).isChecked());
        QVERIFY(wizard.draft() == before);
    }

    void stepsAtTheLeftLeadThere() {
        TestWindow test;
        NewPlanWizard& wizard = startWizardWith(test, QStringLiteral("0.14.2"), QStringLiteral("0.20.1"));
        auto steps = wizard.findChildren<QAbstractButton*>(QRegularExpression(QStringLiteral("^wizardStep\\d+$")));
        steps.last()->click();
        QCOMPARE(wizard.currentPage()->objectName(), QStringLiteral("reviewPage"));
        steps.first()->click();
        QCOMPARE(wizard.currentPage()->objectName(), QStringLiteral("versionsPage"));
    }

    void stepsAtTheLeftDoNotLeadPastAWrongVersion() {
        TestWindow test;
        NewPlanWizard& wizard = startWizard(test);
        wizard.findChildren<QAbstractButton*>(QRegularExpression(QStringLiteral("^wizardStep\\d+$")))
            .constLast()
            ->click();
        QCOMPARE(wizard.currentPage()->objectName(), QStringLiteral("versionsPage"));
    }

    void changeLinkLeadsToTheQuestion() {
        TestWindow test;
        NewPlanWizard& wizard = startWizardWith(test, QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        while (wizard.nextId() != -1)
            wizard.next();
        child<QToolButton>(wizard, u"change-cgroups"_qs).click();
        QVERIFY(wizard.currentPage()->findChild<QRadioButton*>(QStringLiteral("cgroups-yes")));
    }

    void escAsksOnlyWhenSomethingWouldBeLost() {
        TestWindow test;
        NewPlanWizard& untouched = startWizard(test);
        QTest::keyClick(&untouched, Qt::Key_Escape);
        QVERIFY(!untouched.isVisible());
        QCOMPARE(test.desktop.questions, QStringList());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);

        NewPlanWizard& touched = startWizardWith(test, QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
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
        NewPlanWizard& wizard = startWizardWith(test, QStringLiteral("0.11.0"), QStringLiteral("0.22.2"));
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

    void upgradeWithinALineIsMade() {
        TestWindow test;
        NewPlanWizard& wizard = startWizardWith(test, QStringLiteral("1.4.2"), QStringLiteral("1.4.3"));
        while (wizard.nextId() != -1)
            wizard.next();
        child<QLineEdit>(wizard, u"file"_qs).clear();
        QTest::keyClicks(&child<QLineEdit>(wizard, u"file"_qs), test.path(QStringLiteral("patch.mesosplan")));
        wizard.button(QWizard::FinishButton)->click();
        QVERIFY(test.window.planFile());
        QCOMPARE(test.window.planFile()->plan().hops.size(), 1);
        QCOMPARE(test.window.planFile()->plan().to, QStringLiteral("1.4.3"));
    }

    void reviewNamesOnlyWhatWasAsked() {
        TestWindow test;
        NewPlanWizard& wizard = startWizardWith(test, QStringLiteral("1.0.4"), QStringLiteral("1.11.0"));
        goToPage(wizard, u"questionsPage-modules"_qs);
        child<QRadioButton>(wizard, u"custom-modules-no"_qs).click();
        while (wizard.nextId() != -1)
            wizard.next();
        QVERIFY(wizard.findChild<QLabel*>(QStringLiteral("value-custom-modules")));
        QVERIFY(!wizard.findChild<QLabel*>(QStringLiteral("value-custom-isolator")));
    }

    void unwritableFileIsSaidAndLosesNothing() {
        TestWindow test;
        NewPlanWizard& wizard = startWizardWith(test, QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
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
        NewPlanWizard& wizard = startWizardWith(test, QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
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
        NewPlanWizard& wizard = startWizardWith(test, QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
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
        NewPlanWizard& wizard = startWizardWith(test, from, to);
        wizard.resize(1024, 700);
        for (;; wizard.next()) {
            QCoreApplication::processEvents();
            const QSize least = wizard.minimumSizeHint();
            QVERIFY2(least.width() <= 1024 && least.height() <= 700, qPrintable(QStringLiteral("%1 needs %2x%3")
                                                                                    .arg(wizard.currentPage()->title())
                                                                                    .arg(least.width())
                                                                                    .arg(least.height())));
            QCOMPARE(namelessWidgets(wizard), QString());
            QTRY_COMPARE(cutOffLabels(*wizard.currentPage()), QString());
            QCOMPARE(clashingKeys(wizard), QString());
            QCOMPARE(wizard.size(), QSize(1024, 700));
            const QWidget* page = wizard.currentPage();
            QVERIFY2(page->parentWidget()->rect().contains(page->geometry()),
                     qPrintable(wizard.currentPage()->title()));
            if (wizard.nextId() == -1)
                break;
        }
    }

    void noPageIsLargerThanTheScreen() {
        TestWindow test;
        NewPlanWizard& wizard = startWizardWith(test, QStringLiteral("0.14.2"), QStringLiteral("0.20"));
        const QSize screen = wizard.screen()->availableSize(); // smaller than the wizard would like to be
        QVERIFY(screen.width() < 1000);
        do {
            QCoreApplication::processEvents();
            QVERIFY2(wizard.width() <= screen.width() && wizard.height() <= screen.height(),
                     qPrintable(wizard.currentPage()->objectName()));
            wizard.next();
        } while (wizard.nextId() != -1);
    }

    void openQuestionsAreTakenAlong() {
        TestWindow test;
        NewPlanWizard& wizard = startWizardWith(test, QStringLiteral("0.14.2"), QStringLiteral("0.20"));
        goToPage(wizard, u"reviewPage"_qs);
        auto& copy = child<QPushButton>(wizard, u"copyFindOut"_qs);
        copy.setFocus();
        QTest::keyClick(&copy, Qt::Key_Space);
        const QString list = QGuiApplication::clipboard()->text();
        QVERIFY2(list.startsWith(u"# Find out first: Upgrade Mesos 0\\.14\\.2"_qs) ||
                     list.startsWith(u"# Find out first: Upgrade Mesos 0.14.2"_qs),
                 qPrintable(list.left(200)));
        QVERIFY(list.contains(u"\n## Cgroups isolation\n"_qs));
        QVERIFY2(copy.text().contains(u"Copied"_qs), qPrintable(copy.text()));

        test.desktop.file = test.path(QStringLiteral("open.md"));
        QTest::mouseClick(&child<QPushButton>(wizard, u"saveFindOut"_qs), Qt::LeftButton);
        QVERIFY2(test.desktop.suggestions.constLast().endsWith(u"mesos-0.14-to-0.20-questions.pdf"_qs),
                 qPrintable(test.desktop.suggestions.constLast()));
        QFile saved(test.desktop.file);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(saved.readAll()), list);

        child<QPushButton>(wizard, u"printFindOut"_qs).click();
        QTRY_VERIFY(wizard.findChild<QDialog*>() && wizard.findChild<QDialog*>()->isVisible());
        QTest::keyClick(wizard.findChild<QDialog*>(), Qt::Key_Escape);
        QVERIFY(wizard.isVisible());
        QCOMPARE(test.desktop.complaints, QStringList());
    }

    void reviewOffersNoListWhereNothingIsOpen() {
        TestWindow test;
        NewPlanWizard& wizard = startWizardWith(test, QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        for (wizard.next(); wizard.nextId() != -1; wizard.next())
            for (auto* no : wizard.currentPage()->findChildren<QRadioButton*>(QRegularExpression(u"-no$"_qs)))
                no->click();
        QVERIFY(!child<QPushButton>(wizard, u"copyFindOut"_qs).isVisible());
        QVERIFY(child<QLabel>(wizard, u"openCount"_qs).text().contains(u"No question is open"_qs));
    }

    void createPlanIsTheLastButton() {
        TestWindow test;
        NewPlanWizard& wizard = startWizardWith(test, QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        goToPage(wizard, u"reviewPage"_qs);
        const QAbstractButton* create = wizard.button(QWizard::FinishButton);
        for (const auto which : {QWizard::BackButton, QWizard::CancelButton})
            QVERIFY(wizard.button(which)->geometry().right() < create->geometry().left());
        QVERIFY(qobject_cast<const QPushButton*>(create)->isDefault());
    }

    /// Done is what people saw; what they jumped over is still to come.
    void stepsAtTheLeftTellTheirState() {
        TestWindow test;
        NewPlanWizard& wizard = startWizardWith(test, QStringLiteral("0.14.2"), QStringLiteral("0.20.1"));
        const auto states = [&wizard] {
            QStringList said;
            for (const QAbstractButton* step : stepsAtTheLeft(wizard))
                said << step->accessibleName().section(u", "_qs, -1);
            return said.join(u'|');
        };
        QCOMPARE(states(), QStringLiteral("you are here|to come|to come|to come|to come"));
        wizard.next();
        QCOMPARE(states(), QStringLiteral("done|you are here|to come|to come|to come"));
        QTest::mouseClick(stepsAtTheLeft(wizard).constLast(), Qt::LeftButton);
        QCOMPARE(states(), QStringLiteral("done|done|to come|to come|you are here"));
        QTest::mouseClick(stepsAtTheLeft(wizard).constFirst(), Qt::LeftButton);
        QCOMPARE(states(), QStringLiteral("you are here|done|to come|to come|done"));
    }

    void stepsAtTheLeftAreReachedByArrowKeys() {
        TestWindow test;
        NewPlanWizard& wizard = startWizardWith(test, QStringLiteral("0.14.2"), QStringLiteral("0.20.1"));
        const QList<QAbstractButton*> steps = stepsAtTheLeft(wizard);
        steps[0]->setFocus();
        QTest::keyClick(steps[0], Qt::Key_Up); // there is none
        QVERIFY(steps[0]->hasFocus());
        QTest::keyClick(steps[0], Qt::Key_Down);
        QTest::keyClick(steps[1], Qt::Key_Down);
        QVERIFY(steps[2]->hasFocus());
        QTest::keyClick(steps[2], Qt::Key_Space);
        QCOMPARE(wizard.currentPage()->objectName(), QStringLiteral("questionsPage-frameworks"));
        QTest::keyClick(&wizard, Qt::Key_Return);
        QCOMPARE(wizard.currentPage()->objectName(), QStringLiteral("questionsPage-containers"));
    }

    void answersThatTheWayDoesNotAskAreNamedOnTheReviewPage() {
        TestWindow test;
        NewPlanWizard& wizard = startWizardWith(test, QStringLiteral("1.0.4"), QStringLiteral("1.11.0"));
        goToPage(wizard, u"questionsPage-modules"_qs);
        child<QRadioButton>(wizard, u"custom-isolator-yes"_qs).click();
        child<QRadioButton>(wizard, u"custom-modules-no"_qs).click();
        goToPage(wizard, u"reviewPage"_qs);
        const QString moot = child<QLabel>(*wizard.currentPage(), u"moot"_qs).text();
        QVERIFY2(moot.contains(QRegularExpression(u"isolator.*: yes"_qs)), qPrintable(moot));
    }

    void largeFontScrollsPagesInTheirFrames() {
        const QFont usual = QApplication::font();
        const auto restored = qScopeGuard([&usual] { QApplication::setFont(usual); });
        QFont large = usual;
        large.setPointSizeF(usual.pointSizeF() * 1.4);
        QApplication::setFont(large);
        TestWindow test;
        NewPlanWizard& wizard = startWizardWith(test, QStringLiteral("0.28.3"), QStringLiteral("1.11.0"));
        wizard.resize(1024, 700);
        for (;; wizard.next()) {
            QCoreApplication::processEvents();
            QCOMPARE(wizard.size(), QSize(1024, 700));
            QTRY_COMPARE(cutOffLabels(*wizard.currentPage()), QString());
            for (const QAbstractButton* button :
                 {wizard.button(QWizard::CancelButton),
                  wizard.button(wizard.nextId() == -1 ? QWizard::FinishButton : QWizard::NextButton)}) {
                const QRect place(button->mapTo(&wizard, QPoint()), button->size());
                QVERIFY2(wizard.rect().contains(place), qPrintable(wizard.currentPage()->title()));
            }
            if (wizard.nextId() == -1)
                break;
        }
    }

private:
    static void pick(QComboBox& box, const QString& version) {
        box.showPopup();
        const QModelIndex index = box.model()->index(box.findText(version), 0);
        box.view()->scrollTo(index);
        QTest::mouseClick(box.view()->viewport(), Qt::LeftButton, {}, box.view()->visualRect(index).center());
        QTRY_COMPARE(box.currentText(), version);
    }

    static QString firstRadio(const NewPlanWizard& wizard) {
        return wizard.currentPage()->findChild<QRadioButton*>()->objectName();
    }
};

QTEST_MAIN(TestNewPlanWizard)
#include "tst_new_plan_wizard.moc"
