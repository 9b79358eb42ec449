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
                              "Made from the collected guides of 2026-11-20, SHA-256 0123456789abcdef.\n"_qs));
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
        const Plan plan = planFor(u"0.11.0"_qs, u"0.22.x"_qs);
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
        record.first().note = note;
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
