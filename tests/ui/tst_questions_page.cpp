#include "core/route_items.h"
#include "support/support.h"
#include "wizard_hand.h"

#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QRadioButton>
#include <QScrollArea>
#include <QToolButton>

class TestQuestionsPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { keepToTestPaths(); }
    void init() { failOnAnyWarning(); }

    void firstAnswerHasTheFocus() {
        TestWindow test;
        NewPlanWizard& wizard = startWizardWith(test, QStringLiteral("0.17.0"), QStringLiteral("0.19.1"));
        wizard.next();
        const QString question = firstRadio(wizard).section(u'-', 0, -2);
        QTRY_COMPARE(wizard.focusWidget()->objectName(), QString(question + u"-unsure"));
        QTest::keyClick(wizard.focusWidget(), Qt::Key_Left);
        QCOMPARE(wizard.draft().answers.value(question), Answer::No);
    }

    void onlyQuestionsOfTheWayAreAsked() {
        TestWindow test;
        NewPlanWizard& wizard = startWizardWith(test, QStringLiteral("0.15.0"), QStringLiteral("0.17.0"));
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

    void placeholdersInCommandsAreExplained() {
        TestWindow test;
        NewPlanWizard& wizard = startWizardWith(test, QStringLiteral("0.17.0"), QStringLiteral("0.20.1"));
        QStringList said;
        for (wizard.next(); wizard.nextId() != -1; wizard.next())
            for (const QLabel* label : wizard.currentPage()->findChildren<QLabel*>(u"placeholders"_qs))
                said.append(label->text());
        const QString all = said.join(u'\n');
        QVERIFY2(all.contains(u"{{masters}} stands for a value of your cluster"_qs), qPrintable(all));
        QVERIFY2(all.contains(u"{{leader}}: “leader” changes while the cluster is upgraded"_qs), qPrintable(all));
    }

    void groupIsAnsweredAtOnce() {
        TestWindow test;
        NewPlanWizard& wizard = startWizardWith(test, QStringLiteral("1.0.4"), QStringLiteral("1.11.0"));
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
        NewPlanWizard& wizard = startWizardWith(test, QStringLiteral("1.0.4"), QStringLiteral("1.11.0"));
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

    void howToFindOutIsForTheVersionThatRuns_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("releases");
        QTest::newRow("a release") << "0.14.2"
                                   << "0.12.1";
        QTest::newRow("a line") << "0.18.x"
                                << "0.17.0";
    }
    void howToFindOutIsForTheVersionThatRuns() {
        QFETCH(QString, from);
        QFETCH(QString, releases);
        TestWindow test;
        NewPlanWizard& wizard = startWizardWith(test, from, QStringLiteral("0.28.2"));
        goToPage(wizard, u"questionsPage-containers"_qs);
        const auto& box = child<QWidget>(wizard, u"question-cgroups"_qs);
        const QList<QLabel*> captions = box.findChildren<QLabel*>(u"codeCaption"_qs);
        QCOMPARE(captions.size(), 1);
        QVERIFY2(captions.constFirst()->text().contains(releases), qPrintable(captions.constFirst()->text()));
    }

    void questionsTellWhichUpgradesTheyMatterIn() {
        TestWindow test;
        NewPlanWizard& wizard = startWizardWith(test, QStringLiteral("0.11.0"), QStringLiteral("1.11.0"));
        goToPage(wizard, u"questionsPage-modules"_qs);
        const auto& box = child<QWidget>(wizard, u"question-custom-modules"_qs);
        const auto& upgrades = child<QLabel>(box, u"upgrades"_qs);
        QVERIFY2(upgrades.text().contains(QRegularExpression(u"^Matters in .* and \\d+ more$"_qs)),
                 qPrintable(upgrades.text()));
        QVERIFY(upgrades.accessibleDescription().contains(u"1.10.x → 1.11.x"_qs));
    }

    void whatTheLastAnswerChangedIsSaid() {
        TestWindow test;
        NewPlanWizard& wizard = startWizardWith(test, QStringLiteral("0.14.2"), QStringLiteral("0.20"));
        goToPage(wizard, u"questionsPage-containers"_qs);
        const auto& change = child<QLabel>(*wizard.currentPage(), u"lastChange"_qs);
        const auto& numbers = child<QLabel>(*wizard.currentPage(), u"numbers"_qs);
        const QString before = numbers.text();
        QVERIFY(!change.text().contains(u"fewer"_qs));
        auto& no = child<QRadioButton>(wizard, u"cgroups-no"_qs);
        no.setFocus();
        QTest::keyClick(&no, Qt::Key_Space);
        QVERIFY2(change.text().startsWith(u"cgroups isolation: no → steps: "_qs), qPrintable(change.text()));
        QVERIFY2(change.text().contains(u"open questions: 1 fewer"_qs), qPrintable(change.text()));
        QVERIFY(numbers.text() != before);
    }

    void generalAnswerSaysWhichQuestionsBecameMoot() {
        TestWindow test;
        NewPlanWizard& wizard = startWizardWith(test, QStringLiteral("1.0.4"), QStringLiteral("1.11.0"));
        goToPage(wizard, u"questionsPage-modules"_qs);
        const auto& change = child<QLabel>(*wizard.currentPage(), u"lastChange"_qs);
        auto& none = child<QCheckBox>(*wizard.currentPage(), u"none"_qs);
        QTest::mouseClick(&none, Qt::LeftButton, {}, QPoint(8, none.height() / 2));
        QVERIFY2(change.text().startsWith(u"We load no modules → "_qs), qPrintable(change.text()));
        QVERIFY2(change.text().contains(QRegularExpression(u"no longer asked: .*isolator"_qs)),
                 qPrintable(change.text()));
        QTest::mouseClick(&none, Qt::LeftButton, {}, QPoint(8, none.height() / 2));
        QVERIFY2(change.text().contains(QRegularExpression(u"asked from now on: .*isolator"_qs)),
                 qPrintable(change.text()));
    }

    void unsureIsAlwaysThereAndTheFirstAnswer() {
        TestWindow test;
        NewPlanWizard& wizard = startWizardWith(test, QStringLiteral("0.11.0"), QStringLiteral("1.11.0"));
        int questions = 0;
        for (wizard.next(); wizard.nextId() != -1; wizard.next())
            for (const auto* box : wizard.currentPage()->findChildren<QFrame*>(QRegularExpression(u"^question-"_qs))) {
                ++questions;
                const QString id = box->objectName().section(u'-', 1);
                QVERIFY2(child<QRadioButton>(*box, id + u"-unsure").isChecked(), qPrintable(id));
                QVERIFY2(!child<QLabel>(*box, u"why"_qs).text().isEmpty(), qPrintable(id));
            }
        QVERIFY(questions > 30);
    }

    void commandToFindOutIsCopied() {
        TestWindow test;
        NewPlanWizard& wizard = startWizardWith(test, QStringLiteral("0.28.3"), QStringLiteral("1.11.0"));
        goToPage(wizard, u"questionsPage-security"_qs);
        auto& howTo = child<QToolButton>(wizard, u"howTo-acls"_qs);
        const auto& box = child<QFrame>(wizard, u"question-acls"_qs);
        QVERIFY(!child<QWidget>(box, u"ways"_qs).isVisible()); // many questions: folded
        howTo.setFocus();
        QTest::keyClick(&howTo, Qt::Key_Space);
        QVERIFY(child<QWidget>(box, u"ways"_qs).isVisible());
        QCoreApplication::processEvents(); // lays them out
        auto& copy = child<QPushButton>(box, u"copy"_qs);
        QTest::mouseClick(&copy, Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"curl "_qs));
        QVERIFY2(copy.text().contains(u"Copied"_qs), qPrintable(copy.text()));
    }

    void fewQuestionsShowAtOnceHowToFindOut() {
        TestWindow test;
        NewPlanWizard& wizard = startWizardWith(test, QStringLiteral("0.14.2"), QStringLiteral("0.20"));
        goToPage(wizard, u"questionsPage-containers"_qs);
        QVERIFY(child<QToolButton>(wizard, u"howTo-cgroups"_qs).isChecked());
        QVERIFY(child<QWidget>(*wizard.currentPage(), u"ways"_qs).isVisible());
    }

private:
    static QString firstRadio(const NewPlanWizard& wizard) {
        return wizard.currentPage()->findChild<QRadioButton*>()->objectName();
    }
};

QTEST_MAIN(TestQuestionsPage)
#include "tst_questions_page.moc"
