#include "report/find_out_list.h"
#include "report/rich_text.h"
#include "sample_plan.h"
#include "support/support.h"

#include <QTest>

class TestFindOutList final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void everyOpenQuestionIsAPart() {
        const Plan plan = planFor(u"0.14.2"_qs, u"0.20.1"_qs, u"authentication=no"_qs);
        const Sheet list = findOutList(plan, {});
        QCOMPARE(list.parts.size(), openQuestions(plan).size());
        QCOMPARE(list.parts.size(), findOutCount(plan));
        for (const SheetPart& part : list.parts) {
            QVERIFY(!part.title.isEmpty());
            QCOMPARE(part.lines, 1); // room for the answer
        }
        QCOMPARE(list.title, QStringLiteral("Find out first: Upgrade Mesos 0.14.2 → 0.20.1"));
    }

    void questionSays_data() {
        QTest::addColumn<QString>("words");
        QTest::newRow("what is asked") << u"\n## Cgroups isolation\n\n**Do slaves"_qs;
        QTest::newRow("why") << u"\n0.18 changes where controllers are mounted"_qs;
        QTest::newRow("where it matters") << u"\nMakes a difference in: 0.17.0 → 0.18.x\n"_qs;
        QTest::newRow("where to look") << u"\nOn a machine that reaches the slaves"_qs;
        QTest::newRow("the command") << u"\n```sh\ncurl -s"_qs;
        QTest::newRow("what waits") << u"\nWaiting for the answer: `0.18-"_qs;
        QTest::newRow("room for the answer")
            << u"\nAnswer (yes, no, or on which hosts), and who found it out:\n\n____"_qs;
    }
    void questionSays() {
        QFETCH(QString, words);
        const QString list = markdown(planFor(u"0.17.0"_qs, u"0.18.2"_qs));
        QVERIFY2(list.contains(words), qPrintable(list));
    }

    void commandsAreFilledWithTheClustersValues() {
        Record record;
        const Plan plan = planFor(u"0.22.2"_qs, u"0.24.2"_qs);
        QVERIFY(markdown(plan, record).contains(u"for m in {{masters}};"_qs));
        record.values.insert(QStringLiteral("masters"), QStringLiteral("m1 m2 m3"));
        QVERIFY(markdown(plan, record).contains(u"for m in m1 m2 m3;"_qs));
    }

    void versionThatIsNotKnownComesFirst() {
        const Plan plan = roadPlan();
        const Sheet list = findOutList(plan, {});
        QCOMPARE(list.parts.constFirst().title, QStringLiteral("Which release of 0.28.x runs?"));
        QCOMPARE(list.parts.size(), openQuestions(plan).size() + 1);
        QCOMPARE(list.parts.size(), findOutCount(plan));
    }

    void nothingOpenIsSaid() {
        Plan plan = planFor(u"0.17.0"_qs, u"0.18.2"_qs);
        for (PlanQuestion& question : plan.questions)
            question.answer = Answer::No;
        QCOMPARE(findOutCount(plan), 0);
        QVERIFY(markdown(plan).contains(u"No question is open."_qs));
    }

    void htmlHasTheSame() {
        const Plan plan = planFor(u"0.17.0"_qs, u"0.18.2"_qs);
        const QString html = QString::fromUtf8(*makeSheet(findOutList(plan, {}), Format::Html));
        for (const PlanQuestion& question : plan.questions)
            QVERIFY2(html.contains(plainText(question.ask).toHtmlEscaped().section(u' ', 0, 3)),
                     qPrintable(question.ask));
    }

private:
    static QString markdown(const Plan& plan, const Record& record = {}) {
        return QString::fromUtf8(*makeSheet(findOutList(plan, record), Format::Markdown));
    }
};

QTEST_GUILESS_MAIN(TestFindOutList)
#include "tst_find_out_list.moc"
