#include "support/support.h"
#include "test_window.h"

#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>

class TestFindOutView final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { keepToTestPaths(); }
    void init() { failOnAnyWarning(); }

    void listIsCopiedByKeyboardAndSavedByMouse() {
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        test.action(QStringLiteral("findOutAction")).trigger();
        const auto& view = child<QWidget>(test.window, u"findOutView"_qs);
        auto& copy = child<QPushButton>(view, u"copyFindOut"_qs);
        copy.setFocus();
        QTest::keyClick(&copy, Qt::Key_Space);
        const QString list = QGuiApplication::clipboard()->text();
        QVERIFY2(list.startsWith(u"# Find out first: Upgrade Mesos "_qs), qPrintable(list.left(100)));
        QVERIFY(copy.text().contains(u"Copied"_qs));

        test.desktop.file = test.path(QStringLiteral("open.md"));
        QTest::mouseClick(&child<QPushButton>(view, u"saveFindOut"_qs), Qt::LeftButton);
        QVERIFY2(test.desktop.suggestions.constLast().endsWith(u"/plan-questions.pdf"_qs),
                 qPrintable(test.desktop.suggestions.constLast()));
        QFile saved(test.desktop.file);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(saved.readAll()), list);
        QCOMPARE(test.desktop.complaints, QStringList());
    }

    void unwritableListIsComplainedAbout() {
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        test.action(QStringLiteral("findOutAction")).trigger();
        test.desktop.file = test.path(QStringLiteral("no such folder/open.md"));
        child<QPushButton>(test.window, u"saveFindOut"_qs).click();
        QVERIFY(test.desktop.complaints.value(0).contains(u"no such folder"_qs));
    }

    void answerLeadsToTheAnswers() {
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        test.action(QStringLiteral("findOutAction")).trigger();
        auto& answer = child<QPushButton>(test.window, u"answerOpen-cgroups"_qs);
        QVERIFY(answer.isVisible());
        answer.setFocus();
        QTest::keyClick(&answer, Qt::Key_Space);
        const auto& answers = child<QTreeWidget>(test.window, u"answers"_qs);
        QVERIFY(answers.isVisible());
        QVERIFY2(answers.currentItem() && answers.currentItem()->text(0).contains(u"cgroups"_qs),
                 "the question is not selected");
    }

    void versionThatIsNotKnownIsAQuestionToo() {
        TestWindow test;
        test.openNewPlan(QStringLiteral("1.1"), QStringLiteral("1.2.3"));
        test.action(QStringLiteral("findOutAction")).trigger();
        const auto& card = child<QWidget>(test.window, u"open-patch"_qs);
        QCOMPARE(child<QLabel>(card, u"ask"_qs).text(), QStringLiteral("Which release of 1.1.x runs?"));
    }

    void nothingOpenIsSaid() {
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.19.1"), QStringLiteral("0.20.1"), noToAll(u"0.19.1"_qs, u"0.20.1"_qs));
        test.action(QStringLiteral("findOutAction")).trigger();
        QVERIFY(child<QLabel>(test.window, u"findOutIntroduction"_qs).text().startsWith(u"No question is open"_qs));
        QVERIFY(!child<QPushButton>(test.window, u"copyFindOut"_qs).isVisible());
    }

private:
    static QString noToAll(const QString& from, const QString& to) {
        const Plan plan = planFor(from, to);
        QStringList answers;
        for (const PlanQuestion& question : plan.questions)
            answers << question.id + u"=no";
        return answers.join(u' ');
    }
};

QTEST_MAIN(TestFindOutView)
#include "tst_find_out_view.moc"
