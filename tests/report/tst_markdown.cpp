#include "report/report.h"
#include "sample_plan.h"
#include "support/support.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

namespace {

QString markdown(const Plan& plan, const Record& record = {}) {
    return QString::fromUtf8(markdownReport(plan, record));
}

QStringList linesMatching(const QString& text, const QString& pattern) {
    return text.split(u'\n').filter(QRegularExpression(pattern));
}

/// The lines from the one that ends with this id to the next bullet or heading of the same rank.
QString itemText(const QString& text, const QString& id) {
    const QRegularExpression item(u"^(- [^\\n]*`"_qs + QRegularExpression::escape(id) +
                                      u"`\\n(?:(?:  [^\\n]*)?\\n)*)"_qs,
                                  QRegularExpression::MultilineOption);
    return item.match(text).captured(1);
}

struct Renderer {
    QString program;
    QStringList arguments;
};
QList<Renderer> renderers() {
    return {
        {u"cmark"_qs, {}},
        {u"cmark-gfm"_qs,
         {u"-e"_qs, u"table"_qs, u"-e"_qs, u"tasklist"_qs, u"-e"_qs, u"strikethrough"_qs, u"-e"_qs, u"autolink"_qs}}};
}

/// Empty when the program is not installed.
QString rendered(const QString& text, const Renderer& renderer) {
    const QString program = QStandardPaths::findExecutable(renderer.program);
    if (program.isEmpty())
        return {};
    QProcess process;
    process.start(program, renderer.arguments);
    process.write(text.toUtf8());
    process.closeWriteChannel();
    return process.waitForFinished() ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
}

/// What a person sees of it.
QString visibleText(QString html) {
    return html.remove(QRegularExpression(u"<[^>]*>"_qs))
        .replace(u"&lt;"_qs, u"<"_qs)
        .replace(u"&gt;"_qs, u">"_qs)
        .replace(u"&quot;"_qs, u"\""_qs)
        .replace(u"&amp;"_qs, u"&"_qs)
        .replace(QChar::Nbsp, u' ');
}

} // namespace

class TestMarkdown : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void sameInSameOut() {
        QCOMPARE(markdownReport(samplePlan(), sampleRecord()), markdownReport(samplePlan(), sampleRecord()));
    }

    void headings_standInTheOrderOfTheContract() {
        QCOMPARE(linesMatching(markdown(samplePlan()), u"^#+ "_qs),
                 (QStringList{u"# Upgrade Mesos to 0.19.1"_qs, u"## Summary"_qs, u"## Find out first"_qs,
                              u"## From 0.17.0 to 0.18.x"_qs, u"### Before: schedulers"_qs, u"### Masters"_qs,
                              u"### Slaves"_qs, u"## From 0.18.x to 0.19.x"_qs, u"### Masters"_qs, u"## Impact"_qs,
                              u"## Left out"_qs, u"## Accounted for"_qs}));
    }

    void onlySteps_areTaskItems() {
        QCOMPARE(linesMatching(markdown(samplePlan(), sampleRecord()), u"^\\s*- \\[[ xX]\\]"_qs),
                 (QStringList{
                     u"- [ ] Settle the `failover_timeout` of every framework `0.18-failover-timeout`"_qs,
                     u"- [x] Install the new binaries and restart the masters `0.18-masters-restart`"_qs,
                     u"- [ ] Reboot the slaves (if necessary) & unmount /cgroup | /cgroups `0.18-slaves-reboot`"_qs,
                     u"- [ ] Restart the masters `0.19-masters-restart`"_qs,
                 }));
    }

    void note_isAPlainBullet() {
        QCOMPARE(
            itemText(markdown(samplePlan()), u"0.19-registry"_qs),
            u"- **Note** The registry starts for the first time `0.19-registry`\n\n"
            "  Source: [Upgrading Mesos (0.11 to 0.22), lines 104](https://example.org/guide_%28old%29.md)\n\n"_qs);
    }

    void step_holdsEverythingInTheOrderOfTheContract() {
        QCOMPARE(itemText(markdown(samplePlan(), sampleRecord()), u"0.18-masters-restart"_qs).split(u'\n'),
                 uR"(- [x] Install the new binaries and restart the masters `0.18-masters-restart`

  One after the other, the leader last.

  Running tasks: survive: masters hold no tasks

  May I stop here: finish this component first: masters of two versions

  See also: `0.19-registry` – the first start is different there

  On each master; `{{master}}` stands for: host name of the master:

  ````sh
  cat <<'```'
  curl -s http://{{master}}:5050/ | head -1
  ```
  ````

  Verify: `/master/state.json` of each master – expected: `version` is `0.18.2`

  Undo: no source says whether this can be taken back

  Source: [Upgrading Mesos (0.11 to 0.22), lines 104](https://example.org/guide_%28old%29.md)

  Done: 2026-11-22 03:07 UTC, ann\_b \<ann@example.org\>

  Note: \- \[ \] not a step \`x\`\
  \# no heading\
  \
      1. \*as\* typed \& \<b\>kept\</b\>\
  \`\`\`

)"_qs.replace(u"      1."_qs, u"  \u00a0\u00a0\u00a0\u00a01."_qs)
                     .split(u'\n'));
    }

    void blocker_saysWhyAndThatNoSourceHelps() {
        const QString text = itemText(markdown(samplePlan()), u"0.18-failover-timeout"_qs);
        QVERIFY2(text.contains(u"\n\n  **Danger · Blocker: settle this before you go on · not in the guide · versions "
                               "0.13.0 to 0.22.2**\n\n  It is **0**"_qs),
                 qPrintable(text));
        QVERIFY(text.contains(u"\n  - read `<framework>` in the code,\n  - or ask.\n\n  ```\n  a | b\n  ```\n"_qs));
        QVERIFY(text.contains(u"\n  Seen on a real cluster: with 0.18.2"_qs));
        QVERIFY(text.contains(
            u"\n  Verify: – (HTTP shows no timeout before 0.19; looked at `/master/state.json`, `/stats.json`)\n"_qs));
        QVERIFY(text.contains(u"\n  Undo: cannot be taken back\n"_qs));
    }

    void conditionalStep_saysWhyAndForWhichHosts() {
        const QString text = itemText(markdown(samplePlan()), u"0.18-slaves-reboot"_qs);
        QVERIFY2(
            text.contains(u"\n  **Caution · Find out first: only if authentication: yes · Only for slaves that isolate "
                          "with cgroups · (if necessary)**\n"_qs),
            qPrintable(text));
        const QStringList why = linesMatching(text, u"^  Why: "_qs);
        QCOMPARE(why.size(), 1);
        QVERIFY(why.first().contains(u"authentication: yes"_qs));
        QVERIFY(why.first().endsWith(u"it is for slaves that isolate with cgroups"_qs));
    }

    void openQuestion_saysHowToFindOutAndWhatWaits() {
        const QString text = markdown(samplePlan());
        const QString part = text.section(u"## Find out first"_qs, 1).section(u"\n## "_qs, 0, 0);
        QVERIFY(part.contains(u"- **authentication** Is there authentication?\n"_qs));
        QVERIFY(part.contains(u"\n  ```sh\n  curl -s http://{{master}}:5050/flags\n  ```\n"_qs));
        QVERIFY(part.contains(u"\n  `authenticate` is `true`: yes\n"_qs));
        QVERIFY(part.contains(u"\n  Waiting for the answer: `0.18-slaves-reboot`\n"_qs));
        QVERIFY(!part.contains(u"cgroups isolation"_qs));
    }

    void noOpenQuestion_isSaid() {
        Plan plan = samplePlan();
        plan.questions[1].answer = Answer::No;
        QVERIFY(markdown(plan).contains(u"## Find out first\n\nNothing: no question is open.\n"_qs));
    }

    void leftOut_namesTheAnswer() {
        QVERIFY(
            markdown(samplePlan())
                .contains(u"- Start Docker first `0.19-docker` (0.18.x → 0.19.x): the Docker containerizer: no\n"_qs));
    }

    void receipt_standsAtTheFoot() {
        QVERIFY(markdown(samplePlan())
                    .endsWith(u"6 in the plan, 1 left out by your answers, 0 unaccounted for\n\n"
                              "Made from the collected guides of 2026-11-20, SHA-256 0123456789abcdef. Its steps and "
                              "notes: 5 from the guide of 0.11 to 0.22, 1 from other sources.\n"_qs));
        QVERIFY(markdown(roadPlan())
                    .endsWith(u" 0123456789abcdef. 1.11.0 is the last published release of Mesos. Its "
                              "steps and notes: 2 from the guide of 0.11 to 0.22, 1 from its last edition, 1 "
                              "ours.\n"_qs));
    }

    void road_data() {
        QTest::addColumn<QString>("words");
        QTest::newRow("both ways side by side")
            << u"| Way | Upgrades | Restarts of all agents | Steps | Steps and notes | Blockers |\n"
               "| --- | ---: | ---: | ---: | ---: | ---: |\n"
               "| Every version | 5 | 6 | 40 | 61 | 3 |\n"
               "| Fewest restarts (this plan) | 3 | 4 | 30 | 52 | 2 |\n\n"_qs;
        QTest::newRow("stops of the same reason together")
            << u"\n- Every version stops at 1.1.1, 1.2.3, 1.3.2: every version on the way was asked for\n"_qs;
        QTest::newRow("a stop that a step wants")
            << u"\n- Fewest restarts stops at 1.2.3: `1.2-acls` can only be done here\n"_qs;
        QTest::newRow("what is done in one go")
            << u"## From 1.0.x to 1.2.x\n\nInstall version 1.2.3.\n\nDone in one go: 1.0.x → 1.1.x, 1.1.x → "
               "1.2.x.\n\nWhy 1.2.3 is not passed over: `1.2-acls` can only be done here.\n\n### "_qs;
        QTest::newRow("one upgrade is not in one go")
            << u"\nInstall version 1.0.4.\n\nWhy 1.0.4 is not passed over: before 1.0 no source allows a version to be skipped.\n"_qs;
        QTest::newRow("an order of ours, and no stop at the end")
            << u"1.3.x → 1.4.x.\n\nThe guide does not say in which order the components follow each other here: the "
               "order is ours.\n\n### "_qs;
        QTest::newRow("what a step stands for") << u"\n\n  Stands for: `1.3-masters-restart`\n\n  Source: "_qs;
        QTest::newRow("what is done once")
            << u"\n\nDone once in place of several times:\n\n- Restart the masters `1.4-masters-restart`: "
               "`1.3-masters-restart`\n\n## Accounted for\n"_qs;
        QTest::newRow("an answer that a general one gave")
            << u"\n- `modules` of your own: no\n- hook modules: no, since modules of your own: no\n- Docker: unsure\n"_qs;
        QTest::newRow("where an answer makes a difference")
            << u"\n\n  Makes a difference in: 1.1.x → 1.2.x, 1.3.x → 1.4.x\n"_qs;
        QTest::newRow("where it does so in many upgrades")
            << u"\n\n  Makes a difference in 4 upgrades, first in: 0.28.x → 1.0.x\n"_qs;
        QTest::newRow("the release that is not known")
            << u"## Find out first\n\n- **Which release of 0.28.x runs?**\n\n  Some steps and notes are only for some "
               "of its releases. Plan from the exact one, and only those that concern it stay.\n\n  Waiting for the "
               "answer: `1.0-patch`\n"_qs;
        QTest::newRow("a step that waits for it")
            << u"\n  **Find out first: only if the version that runs is 0.28.0–0.28.1**\n"_qs;
        QTest::newRow("… and why it is there")
            << u"\n  Why: only if the version that runs is 0.28.0–0.28.1; which one that is, is not known yet\n"_qs;
        QTest::newRow("impact as counts")
            << u"| Upgrade | Mesos core | Flags | Framework API | Module API | Endpoints |\n"
               "| --- | --- | --- | --- | --- | --- |\n"
               "| 0.28.x → 1.0.x | – | – | – | – | – |\n"
               "| 1.0.x → 1.1.x | – | – | – | – | – |\n"
               "| 1.1.x → 1.2.x | 1 new | 1 deprecated | – | – | – |\n"
               "| 1.2.x → 1.3.x | – | – | – | – | 1 changed, 2 removed |\n"
               "| 1.3.x → 1.4.x | – | – | – | – | – |\n\n"_qs;
        QTest::newRow("impact, the signs") << u": + new, \\~ changed, ! deprecated, × removed. "_qs;
        QTest::newRow("impact, what is ours")
            << u"\n- 1.1.x → 1.2.x, Mesos core\n  - \\+ **new** ACLs of `<roles>` (classified by us) `1.2-acls`\n"_qs;
        QTest::newRow("impact, what is the guide's") << u"\n  - ! **deprecated** `--acls` | old keys `1.2-acls`\n"_qs;
        QTest::newRow("impact, all of a cell")
            << u"\n- 1.2.x → 1.3.x, endpoints\n  - × **removed** `/slaves` `1.3-endpoints`\n  - \\~ **changed** "
               u"`/state` "
               "`1.3-endpoints`\n  - × **removed** `/tasks.json` `1.3-endpoints`\n"_qs;
    }
    void road() {
        QFETCH(QString, words);
        const QString text = markdown(roadPlan());
        QVERIFY2(text.contains(words), qPrintable(text));
    }

    void withinALine_noGuideGivesTheOrder() {
        Plan plan = roadPlan();
        plan.hops.last().passes.clear();
        const QString text = markdown(plan);
        QVERIFY(text.contains(
            u"\n\nNo guide speaks of an upgrade within a line: the order of the components is ours.\n"_qs));
        QVERIFY(!text.contains(u"The guide does not say"_qs));
    }

    void roadWithoutChoiceOrChanges_saysSo() {
        const QString text = markdown(samplePlan());
        QVERIFY(!text.contains(u"| Way |"_qs));
        QVERIFY(text.contains(
            u"## Impact\n\nNothing that the guides list: they tell what changes from one line to the next. "_qs));
    }

    void renderers_seeTheWholeRoad() {
        const QString text = markdown(roadPlan());
        for (const Renderer& renderer : renderers()) {
            const QString html = rendered(text, renderer);
            if (html.isEmpty())
                QSKIP("cmark or cmark-gfm is not installed");
            QVERIFY(!html.contains(u"<del>"_qs));
            QCOMPARE(html.count(QRegularExpression(u"<li>[+~!×] <strong>"_qs)), 5);
            QCOMPARE(html.count(u"<h2>"_qs), 8);
            if (renderer.program == u"cmark-gfm")
                QCOMPARE(html.count(u"<tr>"_qs), 3 + 6);
        }
    }

    void renderers_seeTheSameSteps() {
        const QString text = markdown(samplePlan(), sampleRecord());
        for (const Renderer& renderer : renderers()) {
            const QString html = rendered(text, renderer);
            if (html.isEmpty())
                QSKIP("cmark or cmark-gfm is not installed");
            QCOMPARE(html.count(u"<h2>"_qs), 7);
            QCOMPARE(html.count(u"<pre>"_qs), 3);
            QCOMPARE(html.count(QRegularExpression(u"<input type=\"checkbox\"|\\[[ x]\\] (?!not)"_qs)), 4);
            QVERIFY(!html.contains(u"<!-- raw HTML omitted -->"_qs));
            const QString visible = visibleText(html);
            QVERIFY(visible.contains(u"read <framework> in the code"_qs));
            QVERIFY(visible.contains(u"(if necessary) & unmount /cgroup | /cgroups"_qs));
            QVERIFY(visible.contains(u"cat <<'```'\ncurl -s http://{{master}}:5050/ | head -1\n```\n"_qs));
        }
    }

    void renderers_loseNothingOfTheWholeWay() {
        const Plan plan = planFor(u"0.11.0"_qs, u"1.11.0"_qs);
        const QString text = markdown(plan);
        QCOMPARE(linesMatching(text, u"^\\s*- \\[ \\] .* `[a-z0-9.-]+`$"_qs).size(), stepCount(plan));
        QCOMPARE(linesMatching(text, u"^#.* [0-9.]+x? .*\\d\\.\\d+"_qs).size(), plan.hops.size());
        for (const Renderer& renderer : renderers()) {
            const QString html = rendered(text, renderer);
            if (html.isEmpty())
                QSKIP("cmark or cmark-gfm is not installed");
            QVERIFY(!html.contains(u"<!-- raw HTML omitted -->"_qs));
            QCOMPARE(html.count(QRegularExpression(u"<input type=\"checkbox\"|\\[ \\] "_qs)), stepCount(plan));
            QCOMPARE(html.count(u"<h2>"_qs), plan.hops.size() + 5);
        }
    }

    void personsNote_survivesAsItWasWritten_data() {
        QTest::addColumn<QString>("note");
        QTest::newRow("plain") << u"went well"_qs;
        QTest::newRow("emphasis") << u"*a* _b_ __c__ ~~d~~ **e**"_qs;
        QTest::newRow("code") << u"`a` ``b`` ```"_qs;
        QTest::newRow("fence") << u"a\n```\nb"_qs;
        QTest::newRow("tilde fence") << u"a\n~~~\nb"_qs;
        QTest::newRow("html") << u"<b>a</b> <!-- c --> <script>\n<div>\nx"_qs;
        QTest::newRow("entity") << u"&amp; &lt; &#65; a & b"_qs;
        QTest::newRow("link") << u"[a](https://b.org) ![c](d) [e]: f <https://g.org>"_qs;
        QTest::newRow("task") << u"- [ ] a\n- [x] b"_qs;
        QTest::newRow("task behind a space") << u"a\n - [ ] b"_qs;
        QTest::newRow("lists") << u"+ a\n* b\n1. c\n2) d"_qs;
        QTest::newRow("heading") << u"# a\n## b\nc\n===\nd\n---\ne"_qs;
        QTest::newRow("quote") << u"> a\n>b"_qs;
        QTest::newRow("indented") << u"a\n    b\n\n        c"_qs;
        QTest::newRow("empty lines") << u"a\n\n\nb"_qs;
        QTest::newRow("backslashes") << u"a\\\nb \\* c\\"_qs;
        QTest::newRow("table") << u"| a | b |\n| --- | --- |\n| c | d |"_qs;
        QTest::newRow("mathematics") << u"$a$ and $$b$$"_qs;
        QTest::newRow("spaces") << u"a  b   c  \nd"_qs;
        QTest::newRow("tab") << u"a\n    b"_qs;
        QTest::newRow("bare address") << u"see www.example.org and https://example.org/a_b"_qs;
        QTest::newRow("setext of one") << u"a\n=\nb\n-"_qs;
    }
    void personsNote_survivesAsItWasWritten() {
        QFETCH(QString, note);
        Record record = sampleRecord();
        record.items.begin()->note = note;
        const QString text = markdown(samplePlan(), record);
        QCOMPARE(linesMatching(text, u"^\\s*- \\[[ xX]\\]"_qs).size(), 4);
        QCOMPARE(linesMatching(text, u"^\\s*#"_qs).size(), 12);
        for (const Renderer& renderer : renderers()) {
            const QString html = rendered(text, renderer);
            if (html.isEmpty())
                QSKIP("cmark or cmark-gfm is not installed");
            const QString paragraph =
                QRegularExpression(u"<p>Note: (.*?)</p>"_qs, QRegularExpression::DotMatchesEverythingOption)
                    .match(html)
                    .captured(1);
            static const QRegularExpression spacesAtTheEnd(u" +$"_qs, QRegularExpression::MultilineOption);
            QCOMPARE(visibleText(paragraph).remove(spacesAtTheEnd), QString(note).remove(spacesAtTheEnd));
            QCOMPARE(html.count(u"<li>"_qs),
                     rendered(markdown(samplePlan(), sampleRecord()), renderer).count(u"<li>"_qs));
        }
    }

    void onlyDoneIsTicked_data() {
        QTest::addColumn<StepState>("state");
        QTest::addColumn<QString>("word");
        QTest::newRow("open") << StepState::Open << u""_qs;
        QTest::newRow("in progress") << StepState::InProgress << u"In progress"_qs;
        QTest::newRow("done") << StepState::Done << u"Done"_qs;
        QTest::newRow("skipped") << StepState::Skipped << u"Skipped"_qs;
        QTest::newRow("not applicable") << StepState::NotApplicable << u"Not applicable"_qs;
        QTest::newRow("failed") << StepState::Failed << u"Failed"_qs;
        QTest::newRow("put off") << StepState::Deferred << u"Put off"_qs;
    }
    void onlyDoneIsTicked() {
        QFETCH(StepState, state);
        QFETCH(QString, word);
        Record record;
        ItemRecord& reboot = record.items[u"0.18-slaves-reboot"_qs];
        reboot.mark = {state, u"so it was"_qs, {}, {}, {}};
        reboot.markedBy = u"kim"_qs;
        const QString text = itemText(markdown(samplePlan(), record), u"0.18-slaves-reboot"_qs);
        QCOMPARE(text.startsWith(u"- [x] "_qs), state == StepState::Done);
        QCOMPARE(text.startsWith(u"- [ ] "_qs), state != StepState::Done);
        QVERIFY2(word.isEmpty() || text.contains(u"\n  %1: so it was – kim\n"_qs.arg(word)), qPrintable(text));
        const bool hasWord = state != StepState::Open && state != StepState::Done;
        QCOMPARE(text.contains(u"\n  **%1 · "_qs.arg(word.toLower())), hasWord);
    }

    void recordStandsBehindThePlanInTheOrderOfTheContract() {
        const QString text = itemText(markdown(workedPlan(), workedRecord()), u"0.18-masters-restart"_qs);
        QStringList labels;
        for (const QString& line : linesMatching(text, u"^  [A-Z][A-Za-z ]*: "_qs))
            labels << line.trimmed().section(u':', 0, 0);
        QCOMPARE(labels, (QStringList{u"Running tasks"_qs, u"May I stop here"_qs, u"See also"_qs, u"Verify"_qs,
                                      u"Undo"_qs, u"Source"_qs, u"Done"_qs, u"Seen"_qs, u"Note"_qs, u"Owner"_qs}));
    }

    void blockerSetAside_standsAtTheHead() {
        const QString head = markdown(workedPlan(), workedRecord()).section(u"\n## "_qs, 0, 0);
        QVERIFY2(head.contains(u"- Settle the `failover_timeout` of every framework `0.18-failover-timeout`\n\n"
                               "  Skipped: \\*All\\* of them were asked.\\\n"_qs),
                 qPrintable(head));
        QVERIFY(head.contains(u"\n  Accepted: by Lin \\<lin@example.org\\>, until 2026-12-24\n"_qs));
        QVERIFY(!markdown(samplePlan(), sampleRecord()).section(u"\n## "_qs, 0, 0).contains(u"- "_qs));
    }

    void stopsStandInTheirPlaceAndAreNoTasks() {
        const QStringList ids = linesMatching(markdown(workedPlan()), u"^- "_qs)
                                    .filter(QRegularExpression(u"`0\\.1[89]-(stop|masters|slaves|quorum|modules)"_qs))
                                    .replaceInStrings(QRegularExpression(u"^.*`([^`]*)`.*$"_qs), u"\\1"_qs);
        QCOMPARE(ids.mid(ids.indexOf(u"0.18-stop-start"_qs)),
                 (QStringList{u"0.18-stop-start"_qs, u"0.18-masters-restart"_qs, u"0.18-stop-after-masters"_qs,
                              u"0.18-stop-first-slaves"_qs, u"0.18-slaves-reboot"_qs, u"0.19-masters-restart"_qs,
                              u"0.19-stop-masters"_qs, u"0.19-quorum"_qs, u"0.19-modules"_qs, u"0.19-stop-end"_qs}));
        QCOMPARE(itemText(markdown(workedPlan()), u"0.18-stop-start"_qs),
                 u"- **Stop: before the cluster is changed** `0.18-stop-start`\n\n  Approves: "_qs + QString(20, u'…') +
                     u"\n\n"_qs);
        QVERIFY(markdown(workedPlan()).contains(u"- **Stop: after the first slaves, within step 3** `0.18-stop-fi"_qs));
    }

    void stop_saysWhoApprovedOrWentPast() {
        const QString text = markdown(workedPlan(), workedRecord());
        QCOMPARE(itemText(text, u"0.18-stop-start"_qs).section(u"\n\n"_qs, 1),
                 u"  Approves: Lin\n\n  Approved: 2026-11-22 03:02 UTC, robin\n\n"_qs);
        QCOMPARE(itemText(text, u"0.18-stop-after-masters"_qs).section(u"\n\n"_qs, 1),
                 u"  Approves: Kim\n\n  Planned for: 2026-12-01\n\n  Passed: without approval: 0.18-slaves-reboot was "
                 u"begun – 2026-11-22 03:17 UTC, "
                 "robin\n\n"_qs);
        QVERIFY(itemText(text, u"0.18-slaves-reboot"_qs)
                    .contains(u"\n  Passed: while this was open: 0.18-monitoring was begun – 2026-11-22 03:19 UTC, "
                              "kim\n"_qs));
    }

    void putOffStep_standsAtTheStartOfTheOtherUpgrade() {
        const QString text = markdown(workedPlan(), workedRecord());
        QVERIFY(text.contains(u"\n  Put off: to the upgrade 0.18.x → 0.19.x: nobody is there at night – "_qs));
        const QString start = text.section(u"## From 0.18.x to 0.19.x"_qs, 1).section(u"\n### "_qs, 0, 0);
        QVERIFY2(start.endsWith(
                     u"\nPut off to this upgrade:\n\n- Teach the monitoring the new names `0.18-monitoring`\n"_qs),
                 qPrintable(start));
    }

    void values_fillTheCommandsAndAreListed() {
        const QString text = markdown(workedPlan(), workedRecord());
        QVERIFY(text.contains(u"\n  mesos-master --quorum=2 --zk={{zk}}\n"_qs));
        QVERIFY(text.contains(u"\n  On each master; `{{zk}}` stands for: where ZooKeeper is:\n"_qs));
        QVERIFY(text.contains(u"\n  curl -s http://m1.example.org:5050/flags\n"_qs));
        const QString summary = text.section(u"\n## "_qs, 1, 1);
        QVERIFY2(summary.contains(u"\n- Quorum: 2 of 3 masters: "_qs), qPrintable(summary));
        QVERIFY(summary.contains(u"\nStill to be filled in by hand:\n\n- `{{zk}}`: `0.19-quorum`\n"_qs));
        QVERIFY(summary.contains(u"\nWhom to call: Ops on duty: 0123 456\\\nthen \\_Lin\\_\n"_qs));
    }

    void summary_saysHowFarTheWorkIs() {
        const QString summary = markdown(workedPlan(), workedRecord()).section(u"\n## "_qs, 1, 1);
        QVERIFY2(summary.contains(u"\n- Steps: 7; 1 done, "_qs), qPrintable(summary));
        QVERIFY(summary.contains(u", 1 failed, 1 put off, 1 in progress\n"_qs));
        QVERIFY(summary.contains(u"\n- What runs now: masters: 0.18.2; slaves: between 0.17.0 and 0.18.2, "_qs));
    }

    void nothingRecorded_nothingSaid() {
        const QString summary = markdown(workedPlan()).section(u"\n## "_qs, 1, 1);
        QVERIFY(summary.contains(u"\n- Steps: 7, done: 0\n"_qs));
        for (const QString& word :
             {u"What runs now"_qs, u"Whom to call"_qs, u"own values"_qs, u"filled in"_qs, u"blocked"_qs})
            QVERIFY2(!summary.contains(word), qPrintable(word));
    }

    void personsTexts_areTextInEveryPlace() {
        const QString nasty = u"*a* <b>c</b> &amp; `d` [e](https://f.org)\n- [x] g\n# h\n| i"_qs;
        Record record = workedRecord();
        for (ItemRecord& item : record.items) {
            for (QString* text : {&item.mark.reason, &item.mark.acceptedBy, &item.markedBy, &item.note, &item.observed,
                                  &item.owner, &item.passedBy})
                if (!text->isEmpty())
                    *text = nasty;
        }
        record.call = nasty;
        const QString plain = markdown(workedPlan(), workedRecord());
        const QString text = markdown(workedPlan(), record);
        for (const QString& structure : {u"^\\s*- \\[[ xX]\\]"_qs, u"^\\s*#"_qs, u"^\\s*```"_qs, u"^\\|"_qs})
            QCOMPARE(linesMatching(text, structure).size(), linesMatching(plain, structure).size());
        for (const Renderer& renderer : renderers()) {
            const QString html = rendered(text, renderer);
            if (html.isEmpty())
                QSKIP("cmark or cmark-gfm is not installed");
            const QString plainHtml = rendered(plain, renderer);
            for (const QString& tag : {u"<li>"_qs, u"<h2>"_qs, u"<a href=\"http"_qs, u"<em>"_qs, u"<b>"_qs, u"<td"_qs})
                QCOMPARE(html.count(tag), plainHtml.count(tag));
            QCOMPARE(visibleText(html).count(nasty), 24);
        }
    }

    void golden_record() {
        QVERIFY(matchesGolden(markdownReport(workedPlan(), workedRecord()), u"golden/record.md"_qs));
    }

    void golden_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("answers");
        QTest::newRow("0.11.0-0.22-unsure") << u"0.11.0"_qs << u"0.22.x"_qs << u""_qs;
        QTest::newRow("0.13.0-0.15.0-no-authentication") << u"0.13.0"_qs << u"0.15.0"_qs << u"authentication=no"_qs;
        QTest::newRow("0.14.2-0.15.0-authentication")
            << u"0.14.2"_qs << u"0.15.0"_qs << u"authentication=yes checkpointing=yes"_qs;
        QTest::newRow("0.17.0-0.19-some-cgroups") << u"0.17.0"_qs << u"0.19.x"_qs << u"cgroups=some"_qs;
        QTest::newRow("0.19-0.20-python")
            << u"0.19.x"_qs << u"0.20.x"_qs << u"python-frameworks=yes pure-language-bindings=yes"_qs;
        QTest::newRow("0.21-0.22-all-no") << u"0.21.x"_qs << u"0.22.x"_qs << u"*=no"_qs;
    }
    void golden() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, answers);
        if (answers == u"*=no") {
            answers.clear();
            const Answers no = allAnswers(Answer::No);
            for (auto it = no.cbegin(); it != no.cend(); ++it)
                answers += it.key() + u"=no "_qs;
        }
        Plan plan = planFor(from, to, answers);
        plan.catalogueVersion = u"the day"_qs; // or every correction of a text would change all of these files
        plan.catalogueDigest = u"the digest"_qs;
        QVERIFY(matchesGolden(markdownReport(plan, {}),
                              u"golden/"_qs + QLatin1String(QTest::currentDataTag()) + u".md"_qs));
    }
};

QTEST_GUILESS_MAIN(TestMarkdown)
#include "tst_markdown.moc"
