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

    void elements_areBalanced() {
        static const QRegularExpression empty(u"<(meta|br)([^>]*)>"_qs);
        QString xml = html(samplePlan(), sampleRecord());
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

    void links_leadSomewhere() {
        const QString text = html(samplePlan());
        const QStringList anchors = matches(text, u" id=\"([^\"]*)\""_qs);
        QCOMPARE(QSet<QString>(anchors.cbegin(), anchors.cend()).size(), anchors.size());
        for (const QString& target : matches(text, u" href=\"([^\"]*)\""_qs))
            QVERIFY2(target.startsWith(u"https://"_qs) || anchors.contains(target.mid(1)), qPrintable(target));
    }

    void state_isASymbolAndAWord() {
        QCOMPARE(matches(html(samplePlan(), sampleRecord()), u"<span class=\"state\">(.*)</span>"_qs),
                 (QStringList{u"☐ open"_qs, u"☑ done"_qs, u"Note"_qs, u"☐ open"_qs, u"Note"_qs, u"☐ open"_qs}));
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
