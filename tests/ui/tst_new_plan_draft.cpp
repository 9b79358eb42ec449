#include "core/overlay.h"
#include "support/support.h"
#include "ui/new_plan_draft.h"
#include "ui/plan_numbers.h"

#include <QSignalSpy>
#include <QTest>

class TestNewPlanDraft final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void faultIsSaidWhereItIs_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<bool>("sourceIsWrong");
        QTest::addColumn<bool>("targetIsWrong");
        QTest::newRow("both are good") << "0.14.2"
                                       << "0.20.1" << false << false;
        QTest::newRow("lines are good") << "0.14"
                                        << "v0.20" << false << false;
        QTest::newRow("no source yet") << ""
                                       << "0.20.1" << true << false;
        QTest::newRow("no target yet") << "0.14.2"
                                       << "" << false << true;
        QTest::newRow("unknown source") << "0.14.99"
                                        << "0.20.1" << true << false;
        QTest::newRow("unknown target") << "0.14.2"
                                        << "0.20.99" << false << true;
        QTest::newRow("source is no version") << "slave"
                                              << "0.20.1" << true << false;
        QTest::newRow("target is older") << "0.18.2"
                                         << "0.14.2" << false << true;
        QTest::newRow("both are the same") << "0.18.2"
                                           << "0.18.2" << false << true;
        QTest::newRow("both are wrong") << "x"
                                        << "y" << true << true;
        QTest::newRow("both are wrong: unknown, never published") << "0.14.99"
                                                                  << "0.27.4" << true << true;
        QTest::newRow("source is wrong, the target alone is good") << "0.14.99"
                                                                   << "0.11.0" << true << false;
        QTest::newRow("nothing yet") << ""
                                     << "" << true << true;
    }
    void faultIsSaidWhereItIs() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const DraftedPlan drafted(catalogue(), {.from = from, .to = to, .answers = {}, .file = {}});
        QTEST(!drafted.sourceFault().isEmpty(), "sourceIsWrong");
        QTEST(!drafted.targetFault().isEmpty(), "targetIsWrong");
        QCOMPARE(drafted.plan() != nullptr, drafted.sourceFault().isEmpty() && drafted.targetFault().isEmpty());
    }

    void answersSurviveAnotherVersion() {
        DraftedPlan drafted(catalogue(), {.from = u"0.17.0"_qs, .to = u"0.18.2"_qs, .answers = {}, .file = {}});
        drafted.setAnswer(QStringLiteral("cgroups"), Answer::Yes);
        drafted.setVersions(QStringLiteral("0.19.1"), QStringLiteral("0.20.1"));
        drafted.setVersions(QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        QCOMPARE(drafted.plan()->answers().value(QStringLiteral("cgroups")), Answer::Yes);
    }

    void bothWaysAreOffered() {
        DraftedPlan drafted(catalogue(), {.from = u"1.0.4"_qs, .to = u"1.11.0"_qs, .answers = {}, .file = {}});
        QCOMPARE(drafted.plan()->options.size(), 2);
        QCOMPARE(drafted.plan()->hops.size(), 11);
        drafted.setRoute(RouteKind::FewestRestarts);
        QCOMPARE(drafted.plan()->route, RouteKind::FewestRestarts);
        QVERIFY(drafted.plan()->hops.size() < 11);
        QCOMPARE(drafted.onlyWay(), QString());
    }

    void answersChangeTheWay() {
        // As it would be, could ACLs be rewritten only where 1.2 runs.
        Catalogue known = catalogue();
        for (Hop& hop : known.hops)
            for (Item& item : hop.items)
                if (item.when == u"acls" && !item.doOn.isEmpty())
                    item.doOn = QStringLiteral("1.2..1.2");
        DraftedPlan drafted(known, {.from = u"1.0.4"_qs,
                                    .to = u"1.11.0"_qs,
                                    .route = RouteKind::FewestRestarts,
                                    .answers = allAnswers(Answer::No),
                                    .file = {}});
        QCOMPARE(drafted.plan()->hops.size(), 1);
        drafted.setAnswer(QStringLiteral("acls"), Answer::Unsure);
        QCOMPARE(drafted.plan()->hops.size(), 2);
        QCOMPARE(drafted.plan()->hops[0].stopAt, QStringLiteral("1.2.3"));
        drafted.setAnswer(QStringLiteral("acls"), Answer::No);
        QCOMPARE(drafted.plan()->hops.size(), 1);
    }

    void onlyWayHasItsReason_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("reason");
        QTest::newRow("within a line") << "1.4.2"
                                       << "1.4.3"
                                       << "one upgrade";
        QTest::newRow("to the next line") << "1.4.3"
                                          << "1.5.3"
                                          << "one upgrade";
        QTest::newRow("before 1.0") << "0.11.0"
                                    << "0.22.2"
                                    << "before 1.0";
        QTest::newRow("the source is not the last patch") << "1.4.1"
                                                          << "1.6.2"
                                                          << "1.4.1 is another one";
        QTest::newRow("there are two") << "1.4.3"
                                       << "1.6.2"
                                       << "";
        QTest::newRow("there is none") << "1.4.3"
                                       << "1.0.0"
                                       << "";
    }
    void onlyWayHasItsReason() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, reason);
        const DraftedPlan drafted(catalogue(), {.from = from, .to = to, .answers = allAnswers(Answer::No), .file = {}});
        const QString why = drafted.onlyWay();
        QCOMPARE(why.isEmpty(), reason.isEmpty());
        QVERIFY2(why.contains(reason), qPrintable(why));
    }

    void groupIsAnsweredAtOnceAndGivenBack() {
        DraftedPlan drafted(catalogue(), {.from = u"1.0.4"_qs, .to = u"1.11.0"_qs, .answers = {}, .file = {}});
        const QString modules = groupTitle(QStringLiteral("modules"));
        const Answers before{{u"custom-modules"_qs, Answer::Unsure}, {u"custom-allocator"_qs, Answer::Yes}};
        for (auto answer = before.cbegin(); answer != before.cend(); ++answer)
            drafted.setAnswer(answer.key(), *answer);
        QVERIFY(!drafted.isNone(modules));

        drafted.setNone(modules, true);
        QVERIFY(drafted.isNone(modules));
        QCOMPARE(drafted.draft().answers.value(u"custom-modules"_qs), Answer::No);
        QCOMPARE(drafted.draft().answers.value(u"custom-allocator"_qs), Answer::Yes); // counts again when it is asked
        QCOMPARE(drafted.askedOfGroup(modules).size(), 1);

        drafted.setNone(modules, false);
        QCOMPARE(drafted.draft().answers, before);
        QCOMPARE(drafted.askedOfGroup(modules).size(), drafted.questionsOfGroup(modules).size());
    }

    void groupOfManyNoesIsOpenAgainWhenTakenBack() {
        const QString resources = groupTitle(QStringLiteral("resources"));
        DraftedPlan drafted(catalogue(),
                            {.from = u"1.0.4"_qs, .to = u"1.11.0"_qs, .answers = allAnswers(Answer::No), .file = {}});
        QVERIFY(drafted.isNone(resources));
        drafted.setNone(resources, false);
        for (const PlanQuestion& question : drafted.questionsOfGroup(resources))
            QCOMPARE(question.answer, Answer::Unsure);
    }

    void teamsStepsAreInThePlan() {
        DraftedPlan drafted(catalogue(), {.from = u"0.17.0"_qs, .to = u"0.18.2"_qs, .answers = {}, .file = {}});
        drafted.setOverlay(teamSteps("0.12-master-supervisor"));
        QCOMPARE(drafted.overlayFault(), QString());
        QCOMPARE(teamCount(*drafted.plan()), 1);
        drafted.setVersions(QStringLiteral("0.14.2"), QStringLiteral("0.20"));
        QCOMPARE(teamCount(*drafted.plan()), 1);

        const DraftedPlan again(catalogue(), drafted.draft()); // as when a new plan is made from an older one
        QCOMPARE(teamCount(*again.plan()), 1);

        drafted.setOverlay(teamSteps("0.12-no-such-step"));
        QVERIFY2(drafted.overlayFault().startsWith(u"ops.yaml:5:"_qs), qPrintable(drafted.overlayFault()));
        QCOMPARE(teamCount(*drafted.plan()), 1); // those before
        drafted.setOverlay({});
        QCOMPARE(drafted.overlayFault(), QString());
        QCOMPARE(teamCount(*drafted.plan()), 0);
    }

    void everyChangeIsTold() {
        DraftedPlan drafted(catalogue(), {});
        QSignalSpy changed(&drafted, &DraftedPlan::changed);
        drafted.setVersions(QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        drafted.setAnswer(QStringLiteral("cgroups"), Answer::No);
        QCOMPARE(changed.size(), 2);
    }

    void suggestedFileOfAPatchNamesTheVersions() {
        const DraftedPlan drafted(catalogue(), {.from = u"1.4.2"_qs, .to = u"1.4.3"_qs, .answers = {}, .file = {}});
        QVERIFY2(drafted.file().endsWith(u"/mesos-1.4.2-to-1.4.3.mesosplan"_qs), qPrintable(drafted.file()));
    }

    void suggestedFileNamesTheLines() {
        const DraftedPlan drafted(catalogue(), {.from = u"0.14.2"_qs, .to = u"0.20"_qs, .answers = {}, .file = {}});
        QVERIFY2(drafted.file().endsWith(u"/mesos-0.14-to-0.20.mesosplan"_qs), qPrintable(drafted.file()));
    }

    void chosenFileIsKept() {
        DraftedPlan drafted(catalogue(), {.from = u"0.14.2"_qs, .to = u"0.20"_qs, .answers = {}, .file = {}});
        drafted.setFile(QStringLiteral("/tmp/mine.mesosplan"));
        drafted.setVersions(QStringLiteral("0.17"), QStringLiteral("0.20"));
        QCOMPARE(drafted.file(), QStringLiteral("/tmp/mine.mesosplan"));
    }

    void lastChangeIsOfTheLastAnswer() {
        DraftedPlan drafted(catalogue(), {.from = u"0.17.0"_qs, .to = u"0.18.2"_qs, .answers = {}, .file = {}});
        QCOMPARE(drafted.lastChange(), QString());
        const PlanNumbers before = numbersOf(*drafted.plan());
        drafted.setAnswer(QStringLiteral("cgroups"), Answer::No);
        const PlanNumbers after = numbersOf(*drafted.plan());
        QVERIFY(after.steps < before.steps);
        QCOMPARE(drafted.lastChange().section(u',', 0, 0),
                 QStringLiteral("cgroups isolation: no → steps: %1 fewer").arg(before.steps - after.steps));
        drafted.setAnswer(QStringLiteral("cgroups"), Answer::Unsure);
        QVERIFY(drafted.lastChange().startsWith(
            QStringLiteral("cgroups isolation: unsure → steps: %1 more").arg(before.steps - after.steps)));
        drafted.setAnswer(QStringLiteral("cgroups"), Answer::Unsure);
        QCOMPARE(drafted.lastChange(), QStringLiteral("cgroups isolation: unsure → all numbers stay as they were"));
        drafted.setVersions(QStringLiteral("0.17.0"), QStringLiteral("0.19.1"));
        QCOMPARE(drafted.lastChange(), QString());
    }

    void numbersOfUpgradesAddUp() {
        const DraftedPlan drafted(catalogue(), {.from = u"0.14.2"_qs, .to = u"1.4.3"_qs, .answers = {}, .file = {}});
        const PlanNumbers all = numbersOf(*drafted.plan());
        PlanNumbers sum;
        for (const PlanHop& hop : drafted.plan()->hops) {
            const PlanNumbers one = numbersOf(hop);
            sum.upgrades += one.upgrades;
            sum.steps += one.steps;
            sum.notes += one.notes;
            sum.restarts += one.restarts;
            sum.slaveRestarts += one.slaveRestarts;
            sum.blockers += one.blockers;
        }
        sum.openQuestions = openQuestions(*drafted.plan()).size();
        QVERIFY(sum == all);
        QCOMPARE(all.steps, stepCount(*drafted.plan()));
        QCOMPARE(all.restarts, restartCount(*drafted.plan()));
    }

    void betterTargetIsNamed_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("better");
        QTest::addColumn<QString>("firstReason");
        QTest::newRow("a blocker advises against it") << "0.22.2"
                                                      << "0.24.1"
                                                      << "0.24.2"
                                                      << "Choose 0.24.2: ";
        QTest::newRow("it is not the last of its line") << "1.4.3"
                                                        << "1.5.0"
                                                        << "1.5.3"
                                                        << "1.5.3 is the last 1.5.x";
        QTest::newRow("nothing speaks against it") << "0.22.2"
                                                   << "0.24.2"
                                                   << ""
                                                   << "";
        QTest::newRow("there is no plan") << "0.22.2"
                                          << "0.24.9"
                                          << ""
                                          << "";
    }
    void betterTargetIsNamed() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, firstReason);
        const DraftedPlan drafted(catalogue(), {.from = from, .to = to, .answers = {}, .file = {}});
        QTEST(drafted.betterTarget(), "better");
        const QStringList reasons = drafted.reasonsAgainstTarget();
        QCOMPARE(reasons.isEmpty(), firstReason.isEmpty());
        QVERIFY2(reasons.isEmpty() || reasons.constFirst().startsWith(firstReason), qPrintable(reasons.join(u'\n')));
    }

    void reasonThatHangsOnAnAnswerSaysSo() {
        DraftedPlan drafted(catalogue(), {.from = u"0.22.2"_qs, .to = u"0.24.1"_qs, .answers = {}, .file = {}});
        QVERIFY(drafted.reasonsAgainstTarget().value(1).endsWith(u"(if authentication: yes)"_qs));
        drafted.setAnswer(QStringLiteral("authentication"), Answer::No);
        QVERIFY(!drafted.reasonsAgainstTarget().join(u'\n').contains(u"authentication"_qs));
    }

    void outlookLeadsAsFarAsItCan_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("starts");
        QTest::newRow("nothing chosen") << ""
                                        << "0.11.0";
        QTest::newRow("source chosen") << "0.22.2"
                                       << "0.22.2";
        QTest::newRow("source wrong") << "slave"
                                      << "0.11.0";
    }
    void outlookLeadsAsFarAsItCan() {
        QFETCH(QString, from);
        const DraftedPlan drafted(catalogue(), {.from = from, .to = {}, .answers = {}, .file = {}});
        QTEST(drafted.outlook()->from, "starts");
        QCOMPARE(drafted.outlook()->to, QStringLiteral("1.11.0"));
        QVERIFY(!drafted.plan());
    }

    void mootAnswersAreNamedAndCountAgain() {
        DraftedPlan drafted(catalogue(), {.from = u"0.17.0"_qs, .to = u"0.18.2"_qs, .answers = {}, .file = {}});
        drafted.setAnswer(QStringLiteral("cgroups"), Answer::Some);
        QCOMPARE(drafted.mootAnswers(), QStringList());
        drafted.setVersions(QStringLiteral("0.15.0"), QStringLiteral("0.17.0"));
        QCOMPARE(drafted.mootAnswers(), QStringList(QStringLiteral("cgroups isolation: some")));
        drafted.setVersions(QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        QCOMPARE(drafted.mootAnswers(), QStringList());
    }

private:
    static QString groupTitle(const QString& id) {
        for (const QuestionGroup& group : catalogue().groups)
            if (group.id == id)
                return group.title;
        qFatal("no group %s", qPrintable(id));
    }

    static Overlay teamSteps(const QByteArray& neighbour) {
        return overlayOf(QStringLiteral("ops.yaml"),
                         "schema: 1\nteam: Night shift\nitems:\n  - id: site.page\n    before: " + neighbour +
                             "\n    kind: step\n    text: Page the on-call engineer\n"
                             "    verify: {look: the channel, expect: an answer}\n"
                             "    stop: {after: leave, why: nothing has changed yet}\n")
            .value();
    }
};

QTEST_GUILESS_MAIN(TestNewPlanDraft)
#include "tst_new_plan_draft.moc"
