#include "app/commands.h"
#include "support/support.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

/// Working in a plan file without a window.
class TestCommandLineRecord final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"spring.mesosplan"_qs);
        QCOMPARE(run({u"new"_qs, u"--from"_qs, u"0.17"_qs, u"--to"_qs, u"0.19"_qs, u"-o"_qs, m_file}).exitStatus, 0);
    }

    void refusals_data() {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* name, const QStringList& words, const QString& sentence) {
            QTest::newRow(name) << words << sentence;
        };
        row("no step of that name, with the nearest", {u"mark"_qs, u"FILE"_qs, u"0.18-master-restart"_qs, u"done"_qs},
            u"The plan has no step 0.18-master-restart; did it mean 0.18-masters-restart"_qs);
        row("no such state, with those there are", {u"mark"_qs, u"FILE"_qs, u"0.18-masters-restart"_qs, u"finished"_qs},
            u"“finished” is no state; it is one of: open, in-progress, done, skipped"_qs);
        row("nothing to record", {u"mark"_qs, u"FILE"_qs, u"0.18-masters-restart"_qs},
            u"There is nothing to record"_qs);
        row("skipped without a reason", {u"mark"_qs, u"FILE"_qs, u"0.18-masters-restart"_qs, u"skipped"_qs},
            u"cannot be marked “skipped” without a reason."_qs);
        row("a blocker that nobody accepts",
            {u"mark"_qs, u"FILE"_qs, u"0.18-slaves-hostname"_qs, u"skipped"_qs, u"--reason"_qs, u"DNS is right"_qs},
            u"Missing: who accepts it, until which day."_qs);
        row("a day that is none",
            {u"mark"_qs, u"FILE"_qs, u"0.18-slaves-hostname"_qs, u"skipped"_qs, u"--until"_qs, u"tomorrow"_qs},
            u"“tomorrow” is no day"_qs);
        row("put off to an upgrade that is not there",
            {u"mark"_qs, u"FILE"_qs, u"0.18-masters-restart"_qs, u"deferred"_qs, u"--to"_qs, u"0.21"_qs},
            u"there is: 0.19.x."_qs);
        row("a reason that would be lost",
            {u"mark"_qs, u"FILE"_qs, u"0.18-masters-restart"_qs, u"done"_qs, u"--reason"_qs, u"why"_qs},
            u"“done” takes no --reason"_qs);
        row("a day that would be lost",
            {u"mark"_qs, u"FILE"_qs, u"0.18-masters-restart"_qs, u"failed"_qs, u"--until"_qs, u"2026-12-24"_qs},
            u"“failed” takes no --until"_qs);
        row("a reason without a state", {u"mark"_qs, u"FILE"_qs, u"0.18-masters-restart"_qs, u"--reason"_qs, u"why"_qs},
            u"a STATE"_qs);
        row("a mark on a note", {u"mark"_qs, u"FILE"_qs, u"0.18-reboot-required"_qs, u"done"_qs},
            u"The plan has no step 0.18-reboot-required"_qs);
        row("a stop is not skipped",
            {u"mark"_qs, u"FILE"_qs, u"0.18-stop-start"_qs, u"skipped"_qs, u"--reason"_qs, u"late"_qs},
            u"it is done (approved) or open"_qs);
        row("nobody did it", {u"mark"_qs, u"FILE"_qs, u"0.18-masters-restart"_qs, u"done"_qs, u"--by"_qs, u" "_qs},
            u"--by needs a name."_qs);
        row("two views at once", {u"show"_qs, u"FILE"_qs, u"--open"_qs, u"--next"_qs}, u"Only one of"_qs);
        row("an even number of masters", {u"set"_qs, u"FILE"_qs, u"master-count=4"_qs},
            u"master-count: 4 masters is an even number"_qs);
        row("masters that contradict their number",
            {u"set"_qs, u"FILE"_qs, u"master-count=3"_qs, u"masters=m1 m2 m3 m4 m5"_qs},
            u"Addresses of masters: 5, number of masters: 3."_qs);
        row("a value that would change the command", {u"set"_qs, u"FILE"_qs, u"zk=zk://z:2181/m;reboot"_qs},
            u"zk: “zk://z:2181/m;reboot”: the character “;”"_qs);
        row("a value the plan has no use for, with the nearest", {u"set"_qs, u"FILE"_qs, u"mastres=m1"_qs},
            u"This plan has no use for a value “mastres”; did it mean masters"_qs);
        row("the quorum follows", {u"set"_qs, u"FILE"_qs, u"quorum=2"_qs}, u"follows from the number of masters"_qs);
        row("what changes on the way", {u"set"_qs, u"FILE"_qs, u"leader=m1"_qs},
            u"“leader” changes while the cluster is upgraded"_qs);
        row("no value", {u"set"_qs, u"FILE"_qs, u"masters"_qs}, u"NAME=VALUE is expected"_qs);
        row("a question the plan does not ask, with the nearest",
            {u"answer"_qs, u"FILE"_qs, u"--trait"_qs, u"cgruops=yes"_qs},
            u"There is no --trait “cgruops”; did it mean cgroups?"_qs);
        row("an answer that is none", {u"answer"_qs, u"FILE"_qs, u"--trait"_qs, u"cgroups=maybe"_qs},
            u"“maybe” is no answer"_qs);
        row("the same answers and another one",
            {u"answer"_qs, u"FILE"_qs, u"--refresh"_qs, u"--trait"_qs, u"cgroups=yes"_qs}, u"use one of the two"_qs);
        row("a card for no step", {u"card"_qs, u"FILE"_qs, u"0.18-master-restart"_qs}, u"0.18-masters-restart"_qs);
        row("a comparison as PDF", {u"diff"_qs, u"FILE"_qs, u"FILE"_qs, u"--format"_qs, u"pdf"_qs}, u"PDF"_qs);
        row("a copy over a file", {u"copy"_qs, u"FILE"_qs, u"FILE"_qs}, u"is there already"_qs);
        row("a rescue over a file", {u"rescue"_qs, u"FILE"_qs, u"FILE"_qs}, u"is there already"_qs);
        row("a plan file with the name of a report", {u"copy"_qs, u"FILE"_qs, u"spring.pdf"_qs},
            u"spring.pdf is the name of a report"_qs);
    }
    /// Each says what would do, and leaves the record as it was.
    void refusals() {
        QFETCH(QStringList, words);
        QFETCH(const QString, sentence);
        const Outcome outcome = run(words.replaceInStrings(u"FILE"_qs, m_file));
        QCOMPARE(outcome.exitStatus, 2);
        QVERIFY2(QString::fromUtf8(outcome.err).contains(sentence), outcome.err.constData());
        QVERIFY(outcome.out.isEmpty());
        QVERIFY(run({u"log"_qs, m_file}).out.isEmpty());
    }

    void marks_data() {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QStringList>("shown");
        const auto row = [](const char* name, const QStringList& words, const QStringList& shown) {
            QTest::newRow(name) << words << shown;
        };
        row("done", {u"0.18-slaves-hostname"_qs, u"done"_qs}, {u"[x] 0.18-slaves-hostname"_qs});
        row("in progress, as people type it", {u"0.18-slaves-hostname"_qs, u"In progress"_qs},
            {u"[~] 0.18-slaves-hostname"_qs, u"        In progress: "_qs});
        row("skipped", {u"0.18-masters-restart"_qs, u"skipped"_qs, u"--reason"_qs, u"done in May"_qs},
            {u"[-] 0.18-masters-restart"_qs, u"        Skipped: done in May"_qs});
        row("a blocker that somebody answers for",
            {u"0.18-slaves-hostname"_qs, u"skipped"_qs, u"--reason"_qs, u"DNS is right"_qs, u"--by"_qs, u"Lin"_qs,
             u"--until"_qs, u"2026-12-24"_qs},
            {u"0.19.1\n        0.18-slaves-hostname\n        Skipped: DNS is right"_qs,
             u"        Accepted: by Lin, until 2026-12-24"_qs});
        row("failed", {u"0.18-slaves-hostname"_qs, u"failed"_qs, u"--reason"_qs, u"no DNS"_qs},
            {u"[!] 0.18-slaves-hostname"_qs, u"        Failed: no DNS"_qs});
        row("put off", {u"0.18-slaves-install"_qs, u"deferred"_qs, u"--to"_qs, u"0.19"_qs},
            {u"[>] 0.18-slaves-install"_qs, u"        Put off: to the upgrade 0.18.x → 0.19.x"_qs});
        row("what people wrote",
            {u"0.18-masters-restart"_qs, u"--note"_qs, u"slow\nbut fine"_qs, u"--observed"_qs, u"0.18.2"_qs,
             u"--owner"_qs, u"Ada"_qs},
            {u"[ ] 0.18-masters-restart"_qs, u"        Seen: 0.18.2\n"_qs, u"        Note: slow\n        but fine\n"_qs,
             u"        Owner: Ada\n"_qs});
        row("a note on a note", {u"0.18-reboot-required"_qs, u"--note"_qs, u"told all teams"_qs},
            {u"        Note: told all teams\n"_qs});
        row("who is to approve", {u"0.18-stop-start"_qs, u"--owner"_qs, u"Ada"_qs},
            {u"--- 0.18-stop-start"_qs, u"        Approves: Ada\n"_qs});
        row("for which day", {u"0.18-stop-start"_qs, u"--day"_qs, u"2026-12-01"_qs},
            {u"--- 0.18-stop-start"_qs, u"        Planned for: 2026-12-01\n"_qs});
        row("a stop is approved", {u"0.18-stop-start"_qs, u"done"_qs, u"--by"_qs, u"Ada"_qs},
            {u"--- 0.18-stop-start"_qs, u"        Approved: "_qs, u" UTC, Ada\n"_qs});
        row("several at once", {u"0.18-slaves-hostname,0.18-stop-start,0.18-masters-restart"_qs, u"done"_qs},
            {u"[x] 0.18-slaves-hostname"_qs, u"[x] 0.18-masters-restart"_qs, u"Approved: "_qs});
    }
    void marks() {
        QFETCH(const QStringList, words);
        QFETCH(const QStringList, shown);
        const Outcome outcome = run(QStringList{u"mark"_qs, m_file} + words);
        QVERIFY2(outcome.exitStatus == 0, outcome.err.constData());
        QVERIFY(outcome.out.isEmpty());
        const QByteArray tree = run({u"show"_qs, m_file}).out;
        for (const QString& text : shown)
            QVERIFY2(tree.contains(text.toUtf8()), qPrintable(text + u"\nis not in\n"_qs + QString::fromUtf8(tree)));
    }

    void oneWrongStepAndNothingIsRecorded() {
        QCOMPARE(run({u"mark"_qs, m_file, u"0.18-masters-restart,0.18-masters-rest"_qs, u"done"_qs}).exitStatus, 2);
        QVERIFY(run({u"log"_qs, m_file}).out.isEmpty());
    }

    /// The command line never asks; it marks, and says what it went past, in the journal too.
    void whatIsOpenIsPassedAndSaid() {
        const QStringList begin{u"mark"_qs, m_file, u"0.18-masters-restart"_qs, u"in-progress"_qs};
        const Outcome begun = run(begin);
        QCOMPARE(begun.exitStatus, 0);
        QCOMPARE(begun.err, QByteArray("went past 0.12-failover-timeout, a blocker: nobody settled it\n"
                                       "went past 0.14-who-checkpoints, a blocker: nobody settled it\n"
                                       "went past 0.18-slaves-hostname, a blocker: nobody settled it\n"
                                       "went past 0.18-stop-start (Stop: before the cluster is changed): nobody "
                                       "approved it\n"));
        const QByteArray log = run({u"log"_qs, m_file}).out;
        QVERIFY2(log.contains("0.18-stop-start: open, went past it with 0.18-masters-restart\n"), log.constData());
        QVERIFY(run({u"show"_qs, m_file}).out.contains("without approval: 0.18-masters-restart was begun"));

        QVERIFY(run(begin).err.isEmpty()); // it was begun before
        QVERIFY(!run({u"mark"_qs, m_file, u"0.18-masters-restart"_qs, u"done"_qs}).err.isEmpty());
        QVERIFY(run({u"mark"_qs, m_file, u"0.18-masters-restart"_qs, u"open"_qs}).err.isEmpty());
        settleAllBeforeTheMasters();
        QVERIFY(run(begin).err.isEmpty()); // nothing is open there any more
    }

    void aFailedStepIsPassedAndSaid() {
        settleAllBeforeTheMasters();
        const Outcome failed = run({u"mark"_qs, m_file, u"0.18-masters-restart"_qs, u"failed"_qs});
        QCOMPARE(failed.err, QByteArray("“mesos-upgrade-plan card FILE 0.18-masters-restart” says what holds now.\n"));
        const Outcome after = run({u"mark"_qs, m_file, u"0.18-schedulers-restart"_qs, u"done"_qs});
        QVERIFY2(after.err.startsWith("went past 0.18-masters-restart: it failed\n"), after.err.constData());
    }

    void views() {
        settleAllBeforeTheMasters();
        run({u"mark"_qs, m_file, u"0.18-masters-restart"_qs, u"failed"_qs, u"--reason"_qs, u"no leader"_qs});
        const auto view = [&](const QString& option) { return run({u"show"_qs, m_file, option}).out; };

        const QByteArray open = view(u"--open"_qs);
        QVERIFY(!open.contains("0.18-slaves-hostname"));
        QVERIFY(!open.contains("0.18-stop-start"));
        QVERIFY(!open.contains("0.18-reboot-required")); // a note is nothing to settle
        QVERIFY(open.contains("[!] 0.18-masters-restart"));
        QVERIFY(open.contains("--- 0.18-stop-after-masters"));

        const QByteArray failed = view(u"--failed"_qs);
        QVERIFY(failed.contains("Failed: no leader"));
        QCOMPARE(failed.count("\n    ["), 1);
        QVERIFY(!failed.contains("---"));

        const QByteArray next = view(u"--next"_qs);
        QVERIFY(next.contains("[!] 0.18-masters-restart"));
        QCOMPARE(next.count("\n    ["), 1);
        QVERIFY2(next.contains("        Expect: "), next.constData());

        const QByteArray last = run({u"show"_qs, m_file}).out.trimmed().split('\n').last();
        QVERIFY2(last.startsWith(QByteArray(QByteArray::number(beforeTheMasters().size() - 1) + " done, ")) &&
                     last.contains(" blocked, 1 failed"),
                 last.constData());
        for (const QByteArray& other : {open, failed, next})
            QCOMPARE(other.trimmed().split('\n').last(), last);

        const QJsonObject json = QJsonDocument::fromJson(view(u"--json"_qs)).object();
        QVERIFY(json.contains(u"plan"_qs) && json.contains(u"record"_qs));
    }

    void theNextStepSaysWhatIsOpenBeforeIt() {
        settleAllBeforeTheMasters();
        run({u"mark"_qs, m_file, u"0.18-stop-start"_qs, u"open"_qs});
        const QByteArray next = run({u"show"_qs, m_file, u"--next"_qs}).out;
        QVERIFY2(next.contains("[ ] 0.18-masters-restart"), next.constData());
        QVERIFY2(next.contains("        Open before it: 0.18-stop-start (Stop: before the cluster is changed): nobody "
                               "approved it\n"),
                 next.constData());
    }

    void nothingIsNextWhenAllIsSettled() {
        QStringList steps;
        const Plan plan = planFor(u"0.17"_qs, u"0.19"_qs);
        forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
            if (item.item.isStep())
                steps << item.item.id;
        });
        QCOMPARE(run({u"mark"_qs, m_file, steps.join(u','), u"done"_qs}).exitStatus, 0);
        QVERIFY(run({u"show"_qs, m_file, u"--next"_qs}).out.contains("Every step is settled."));
    }

    void valuesFillTheCommands() {
        const QByteArray empty = run({u"set"_qs, m_file}).out;
        QVERIFY2(empty.startsWith("call                 (not set) Whom to call"), empty.constData());
        QVERIFY(empty.contains("\nmaster-count         (not set) Number of masters. "));
        QVERIFY(!empty.contains("quorum  "));

        const Outcome given =
            run({u"set"_qs, m_file, u"call=Ada, +49 30 1234"_qs, u"masters=m1,m2,m3"_qs, u"master-count=3"_qs,
                 u"zk=zk://me:hunter2@z1:2181/mesos"_qs, u"--by"_qs, u"Lin"_qs});
        QVERIFY2(given.exitStatus == 0, given.err.constData());
        const QByteArray known = run({u"set"_qs, m_file}).out;
        QVERIFY(known.contains("call                 Ada, +49 30 1234\n"));
        QVERIFY(known.contains("\nmasters              m1 m2 m3\n"));
        QVERIFY(known.contains("\nquorum               2 of 3 masters: "));
        QVERIFY(known.contains("\nzk                   zk://z1:2181/mesos\n"));
        for (const QByteArray& text :
             {known, run({u"log"_qs, m_file}).out, run({u"export"_qs, m_file}).out, contents()})
            QVERIFY(!text.contains("hunter2"));
        QVERIFY(run({u"log"_qs, m_file}).out.contains("  Lin  value masters: – → m1 m2 m3\n"));
        QVERIFY(run({u"export"_qs, m_file}).out.contains("--zk=zk://z1:2181/mesos --quorum=2"));

        QCOMPARE(run({u"set"_qs, m_file, u"zk="_qs}).exitStatus, 0);
        QVERIFY(run({u"set"_qs, m_file}).out.contains("\nzk                   (not set) "));
    }

    void anEvenNumberOfMastersHasNoQuorumAndSaysWhy() {
        QCOMPARE(run({u"set"_qs, m_file, u"masters=m1,m2"_qs}).exitStatus, 0);
        const QByteArray known = run({u"set"_qs, m_file}).out;
        QVERIFY2(known.contains("\nquorum               2 masters is an even number"), known.constData());
    }

    void aStopHasANameWhenItIsApproved() {
        run({u"mark"_qs, m_file, u"0.18-stop-start"_qs, u"done"_qs, u"--by"_qs, u"Lin"_qs});
        QVERIFY(run({u"log"_qs, m_file}).out.contains("  Lin  0.18-stop-start, owner: – → Lin\n"));
        run({u"mark"_qs, m_file, u"0.19-stop-end"_qs, u"done"_qs, u"--owner"_qs, u"Kim"_qs});
        const QByteArray log = run({u"log"_qs, m_file}).out;
        QVERIFY2(log.contains("  0.19-stop-end, owner: – → Kim\n"), log.constData());
        QCOMPARE(log.count("owner:"), 2);
    }

    void whatIsTakenBackIsCalledUndone() {
        const QString step = u"0.18-slaves-hostname"_qs;
        run({u"mark"_qs, m_file, step, u"done"_qs});
        run({u"mark"_qs, m_file, step, u"open"_qs});
        const QByteArray log = run({u"log"_qs, m_file}).out;
        QVERIFY2(log.contains("  undone: 0.18-slaves-hostname: done → open\n"), log.constData());
        QCOMPARE(log.count("undone"), 1);
    }

    void anAnswerIsShownBeforeItIsGiven() {
        run({u"mark"_qs, m_file, u"0.18-masters-restart"_qs, u"done"_qs, u"--note"_qs, u"kept"_qs});
        const QByteArray before = run({u"export"_qs, m_file}).out;
        QVERIFY(before.contains("0.18-slaves-reboot"));

        const QStringList answer{u"answer"_qs, m_file, u"--trait"_qs, u"cgroups=no"_qs};
        const Outcome tried = run(answer + QStringList{u"--dry-run"_qs});
        QCOMPARE(tried.exitStatus, 0);
        QVERIFY2(tried.out.contains("0.18-slaves-reboot"), tried.out.constData());
        QCOMPARE(run({u"export"_qs, m_file}).out, before);

        const Outcome given = run(answer);
        QCOMPARE(given.exitStatus, 0);
        QCOMPARE(given.out, tried.out);
        const QByteArray after = run({u"show"_qs, m_file}).out;
        QVERIFY(!after.contains("0.18-slaves-reboot "));
        QVERIFY(after.contains("[x] 0.18-masters-restart"));
        QVERIFY(after.contains("Note: kept"));
        const QByteArray log = run({u"log"_qs, m_file}).out;
        QVERIFY2(log.contains("  another plan: ") && log.contains(": unsure → no\n"), log.constData());
    }

    void theSameAnswersFromTheSameKnowledgeChangeNothing() {
        for (const QStringList& option : {QStringList(), QStringList{u"--refresh"_qs}}) {
            const Outcome outcome = run(QStringList{u"answer"_qs, m_file} + option);
            QCOMPARE(outcome.exitStatus, 0);
            QVERIFY2(outcome.out.contains("same"), outcome.out.constData());
            QVERIFY(run({u"log"_qs, m_file}).out.isEmpty());
        }
    }

    void copiesAreComparedWithWhatTheyWereMadeOf() {
        run({u"mark"_qs, m_file, u"0.18-slaves-hostname"_qs, u"done"_qs});
        const QString copy = m_folder->filePath(u"copy"_qs);
        const Outcome copied = run({u"copy"_qs, m_file, copy});
        QCOMPARE(copied.exitStatus, 0);
        QVERIFY2(copied.err.contains("/copy.mesosplan."), copied.err.constData());

        const QStringList diff{u"diff"_qs, m_file, copy + u".mesosplan"_qs};
        const QByteArray equal = run(diff).out;
        QVERIFY2(equal.contains("same"), equal.constData());
        run({u"mark"_qs, m_file, u"0.18-slaves-hostname"_qs, u"failed"_qs});
        const QByteArray different = run(diff).out;
        QVERIFY(different != equal);
        QVERIFY2(different.contains("`0.18-slaves-hostname`"), different.constData());

        const QString page = m_folder->filePath(u"diff.html"_qs);
        QCOMPARE(run(diff + QStringList{u"-o"_qs, page}).exitStatus, 0);
        QVERIFY(QFile::exists(page));
        QVERIFY(QJsonDocument::fromJson(run(diff + QStringList{u"--format"_qs, u"json"_qs}).out).isObject());
    }

    void aDamagedFileIsRescued() {
        run({u"mark"_qs, m_file, u"0.12-master-supervisor"_qs, u"done"_qs, u"--by"_qs, u"Ada"_qs});
        QByteArray bytes = contents();
        const qsizetype at = bytes.indexOf("Ada");
        QVERIFY(at > 0);
        bytes[at] = 'E';
        write(m_file, bytes);

        const Outcome shown = run({u"show"_qs, m_file});
        QCOMPARE(shown.exitStatus, 3);
        QVERIFY2(shown.err.contains("mesos-upgrade-plan rescue FILE NEW"), shown.err.constData());

        const QString rescued = m_folder->filePath(u"rescued.mesosplan"_qs);
        const Outcome outcome = run({u"rescue"_qs, m_file, rescued});
        QVERIFY2(outcome.exitStatus == 0, outcome.err.constData());
        QCOMPARE(outcome.out, QByteArray("Entries taken over: 0. Missing or doubtful: 1.\n"));
        QVERIFY(run({u"show"_qs, rescued}).out.contains("[ ] 0.12-master-supervisor"));
        QCOMPARE(contents(), bytes);
    }

    void theCardOfAStepThatWentWrong() {
        run({u"set"_qs, m_file, u"call=Ada"_qs});
        run({u"mark"_qs, m_file, u"0.18-masters-restart"_qs, u"failed"_qs, u"--reason"_qs, u"no leader"_qs});
        const QByteArray card = run({u"card"_qs, m_file, u"0.18-masters-restart"_qs}).out;
        for (const char* text : {"0.18-masters-restart", "no leader", "Ada"})
            QVERIFY2(card.contains(text), card.constData());
        const QString pdf = m_folder->filePath(u"card.pdf"_qs);
        QCOMPARE(run({u"card"_qs, m_file, u"0.18-masters-restart"_qs, u"-o"_qs, pdf}).exitStatus, 0);
        QVERIFY(QFile::exists(pdf));
    }

    void theLogHasEveryDeedOnALine() {
        run({u"mark"_qs, m_file, u"0.18-slaves-hostname"_qs, u"skipped"_qs, u"--by"_qs, u"Lin"_qs, u"--until"_qs,
             u"2026-12-24"_qs, u"--reason"_qs, u"DNS\nis right"_qs, u"--note"_qs, u"a\nb"_qs});
        const QByteArrayList lines = run({u"log"_qs, m_file}).out.trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY2(lines[0].endsWith("Z  Lin  0.18-slaves-hostname: open → skipped (DNS is right, accepted by Lin until "
                                   "2026-12-24)"),
                 lines[0].constData());
        QVERIFY2(lines[1].endsWith("Z  Lin  0.18-slaves-hostname, note: – → a b"), lines[1].constData());
    }

    /// A plan file may come from anybody, and a terminal obeys.
    void aTerminalIsNotToldWhatToDo() {
        run({u"mark"_qs, m_file, u"0.18-masters-restart"_qs, u"--note"_qs,
             u"clear\u001b[2J turned\u202e\tand a tab"_qs});
        for (const QByteArray& text : {run({u"show"_qs, m_file}).out, run({u"log"_qs, m_file}).out}) {
            QVERIFY(text.contains("clear�[2J turned�"));
            QVERIFY(!text.contains('\x1b'));
        }
    }

    void aPlanFileGetsItsSuffix() {
        const QString name = m_folder->filePath(u"v1.2"_qs);
        const Outcome made = run({u"new"_qs, u"--from"_qs, u"0.17"_qs, u"--to"_qs, u"0.19"_qs, u"-o"_qs, name});
        QCOMPARE(made.exitStatus, 0);
        QCOMPARE(made.err, "Written to " + name.toUtf8() + ".mesosplan.\n");
        QVERIFY(QFile::exists(name + u".mesosplan"_qs));
    }

private:
    static QStringList beforeTheMasters() {
        QStringList ids;
        bool isBefore = true;
        forEachItem(planFor(u"0.17"_qs, u"0.19"_qs), [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
            isBefore = isBefore && item.item.id != u"0.18-masters-restart";
            if (isBefore && item.item.isStep())
                ids << item.item.id;
        });
        return ids << u"0.18-stop-start"_qs;
    }

    void settleAllBeforeTheMasters() {
        const Outcome outcome = run({u"mark"_qs, m_file, beforeTheMasters().join(u','), u"done"_qs});
        QVERIFY2(outcome.exitStatus == 0 && outcome.err.isEmpty(), outcome.err.constData());
    }

    static Outcome run(const QStringList& words) {
        return runCommandLine(QStringList{u"mesos-upgrade-plan"_qs} + words, false);
    }

    QByteArray contents() const {
        QFile file(m_file);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static void write(const QString& path, const QByteArray& bytes) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

QTEST_MAIN(TestCommandLineRecord)
#include "tst_command_line_record.moc"
