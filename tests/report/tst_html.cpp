#include "report/report.h"
#include "sample_plan.h"
#include "support/support.h"

#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

namespace {

QString html(const Plan& plan, const Record& record = {}) {
    return QString::fromUtf8(htmlReport(plan, record));
}

QStringList matches(const QString& text, const QString& pattern) {
    QStringList found;
    QRegularExpressionMatchIterator match = QRegularExpression(pattern).globalMatch(text);
    while (match.hasNext())
        found << match.next().captured(1);
    return found;
}

} // namespace

class TestHtml : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void sameInSameOut() { QCOMPARE(html(samplePlan(), sampleRecord()), html(samplePlan(), sampleRecord())); }

    void elements_areBalanced_data() {
        QTest::addColumn<QString>("xml");
        QTest::newRow("all states") << html(workedPlan(), workedRecord());
        QTest::newRow("ways and impact") << html(roadPlan());
    }
    void elements_areBalanced() {
        QFETCH(QString, xml);
        static const QRegularExpression empty(u"<(meta|br)([^>]*)>"_qs);
        xml.remove(u"<!DOCTYPE html>"_qs).replace(empty, u"<\\1\\2/>"_qs);
        QXmlStreamReader reader(xml);
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY2(!reader.hasError(),
                 qPrintable(reader.errorString() + u" in line "_qs + QString::number(reader.lineNumber())));
    }

    void parts_standInTheOrderOfTheMarkdown() {
        QCOMPARE(matches(html(samplePlan()), u"<h2>(.*)</h2>"_qs),
                 (QStringList{u"Summary"_qs, u"Find out first"_qs, u"From 0.17.0 to 0.18.x"_qs,
                              u"From 0.18.x to 0.19.x"_qs, u"Impact"_qs, u"Left out"_qs, u"Accounted for"_qs}));
    }

    void file_isSelfContained() {
        const QString text = html(samplePlan(), sampleRecord());
        QVERIFY(text.contains(u"<html lang=\"en\">"_qs));
        QVERIFY(text.contains(u"<title>Upgrade Mesos 0.17.0 → 0.19.1</title>"_qs));
        QVERIFY(text.contains(u"prefers-color-scheme: dark"_qs));
        QVERIFY(text.contains(u"@media print"_qs));
        static const QRegularExpression loads(u"<script|<link|<img|\\bsrc=|@import|url\\("_qs);
        QVERIFY(!text.contains(loads));
    }

    void links_leadSomewhere_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("all states") << html(workedPlan(), workedRecord());
        QTest::newRow("ways and impact") << html(roadPlan());
    }
    void links_leadSomewhere() {
        QFETCH(QString, text);
        const QStringList anchors = matches(text, u" id=\"([^\"]*)\""_qs);
        QCOMPARE(QSet<QString>(anchors.cbegin(), anchors.cend()).size(), anchors.size());
        for (const QString& target : matches(text, u" href=\"([^\"]*)\""_qs))
            QVERIFY2(target.startsWith(u"https://"_qs) || anchors.contains(target.mid(1)), qPrintable(target));
    }

    void state_isASymbolAndAWord() {
        QCOMPARE(matches(html(samplePlan(), sampleRecord()), u"<span class=\"state\">(.*)</span>"_qs),
                 (QStringList{u"☐ open"_qs, u"☐ open"_qs, u"☑ done"_qs, u"☐ open"_qs, u"Note"_qs, u"☐ open"_qs,
                              u"☐ open"_qs, u"Note"_qs, u"☐ open"_qs, u"☐ open"_qs}));
        const QStringList states = matches(html(workedPlan(), workedRecord()), u"<span class=\"state\">(.*)</span>"_qs);
        for (const QString& state : {u"⊘ skipped"_qs, u"☑ approved"_qs, u"✗ failed"_qs, u"→ put off"_qs,
                                     u"◐ in progress"_qs, u"– not applicable"_qs})
            QVERIFY2(states.contains(state), qPrintable(state));
    }

    void recordOfAllKinds_isThere_data() {
        QTest::addColumn<QString>("words");
        QTest::newRow("a blocker set aside, at the head")
            << u"who answers for it:</p>\n<ul>\n<li>Settle the <code>failover_timeout</code> of every framework "
               "<a href=\"#0.18-failover-timeout\">"_qs;
        QTest::newRow("who accepts it") << u"by Lin &lt;lin@example.org&gt;, until 2026-12-24</dd>"_qs;
        QTest::newRow("its reason as typed")
            << u"<dd class=\"person\">*All* of them were asked.\n- [ ] none sets it – 2026-11-22 03:01 UTC, robin</dd>"_qs;
        QTest::newRow("what runs now") << u"<li>What runs now: masters: 0.18.2; slaves: between 0.17.0"_qs;
        QTest::newRow("whom to call") << u"Whom to call: Ops on duty: 0123 456\nthen _Lin_</p>"_qs;
        QTest::newRow("a value") << u"<dd>m1.example.org m2.example.org m3.example.org</dd>"_qs;
        QTest::newRow("the quorum") << u"<dd>2 of 3 masters: "_qs;
        QTest::newRow("a filled command") << u"mesos-master --quorum=2 --zk={{zk}}"_qs;
        QTest::newRow("what is to be filled in") << u"<code>{{zk}}</code>: <a href=\"#0.19-quorum\">"_qs;
        QTest::newRow("what was put off, where it went")
            << u"Put off to this upgrade:</p>\n<ul>\n<li>Teach the monitoring the new names"_qs;
        QTest::newRow("what failed, escaped") << u"s7 &lt;does&gt; not come back – "_qs;
        QTest::newRow("a stop gone past") << u"without approval: 0.18-slaves-reboot was begun – "_qs;
    }
    void recordOfAllKinds_isThere() {
        QFETCH(QString, words);
        const QString text = html(workedPlan(), workedRecord());
        QVERIFY2(text.contains(words), qPrintable(text));
    }

    void road_data() {
        QTest::addColumn<QString>("words");
        QTest::newRow("the ways") << u"<th scope=\"col\">Restarts of all agents</th>"_qs;
        QTest::newRow("the way of this plan") << u"<th scope=\"row\">Fewest restarts (this plan)</th>\n<td>3</td>"_qs;
        QTest::newRow("a stop") << u"<li>Fewest restarts stops at 1.2.3: <code>1.2-acls</code> can only be done"_qs;
        QTest::newRow("in one go") << u"<p>Done in one go: 1.2.x → 1.3.x, 1.3.x → 1.4.x.</p>"_qs;
        QTest::newRow("stands for")
            << u"<dt>Stands for</dt>\n<dd><a href=\"#1.3-masters-restart\"><code>1.3-masters-restart</code></a></dd>"_qs;
        QTest::newRow("what is done once")
            << u"<a href=\"#1.4-masters-restart\"><code>1.4-masters-restart</code></a>: <code id=\"1.3-masters-restart\">"_qs;
        QTest::newRow("a moot question") << u"<dt>hook modules</dt>\n<dd>no, since modules of your own: no</dd>"_qs;
        QTest::newRow("where a question matters") << u"<p>Makes a difference in: 1.1.x → 1.2.x, 1.3.x → 1.4.x</p>"_qs;
        QTest::newRow("the release that is not known")
            << u"<h3>Which release of 0.28.x runs?</h3>\n<p>Some steps and notes are only for some"_qs;
        QTest::newRow("impact, an area") << u"<th scope=\"col\">Framework API</th>"_qs;
        QTest::newRow("impact, a cell")
            << u"<td><p>~ 1 changed</p>\n<ul>\n<li><code>/state</code> <a href=\"#1.3-endpoints\"><code>1.3-endpoints"
               "</code></a></li>\n</ul>\n<p>× 2 removed</p>\n<ul>\n<li><code>/slaves</code> "_qs;
        QTest::newRow("impact, what is ours, escaped")
            << u"<li>ACLs of <code>&lt;roles&gt;</code> (classified by us) <a "_qs;
        QTest::newRow("impact, nothing") << u"<th scope=\"row\">1.3.x → 1.4.x</th>\n<td>–</td>"_qs;
        QTest::newRow("impact turned sideways on paper") << u"@page impact { size: landscape; }"_qs;
    }
    void road() {
        QFETCH(QString, words);
        const QString text = html(roadPlan());
        QVERIFY2(text.contains(words), qPrintable(text));
    }

    void personsNote_isText() {
        const QString text = html(samplePlan(), sampleRecord());
        QVERIFY(text.contains(u"<dd class=\"person\">- [ ] not a step `x`\n# no heading\n\n    1. *as* typed &amp; "
                              "&lt;b&gt;kept&lt;/b&gt;\n```\n</dd>"_qs));
        QVERIFY(text.contains(u"ann_b &lt;ann@example.org&gt;"_qs));
    }

    void snippet_isExact() {
        QVERIFY(html(samplePlan())
                    .contains(u"<pre><code class=\"language-sh\">cat &lt;&lt;'```'\n"
                              "curl -s http://{{master}}:5050/ | head -1\n```\n</code></pre>"_qs));
    }
};

QTEST_GUILESS_MAIN(TestHtml)
#include "tst_html.moc"
