#include "report/diff_report.h"
#include "sample_plan.h"
#include "support/support.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>
#include <QXmlStreamReader>

namespace {

PlanItem& itemAt(Plan& plan, int hop, int section, int index) {
    return plan.hops[hop].sections[section].items[index];
}

/// samplePlan() after two questions were answered anew and with newer knowledge: a step goes and a note comes, one
/// changes in everything people read, one is moved, an upgrade leads to another patch.
Plan newerPlan() {
    Plan plan = samplePlan();
    plan.catalogueVersion = u"2026-11-23"_qs;
    plan.catalogueDigest = u"fedcba9876543210"_qs;
    plan.questions[1].answer = Answer::No;
    plan.questions[2].answer = Answer::Yes;
    plan.questions[2].why = u"More steps depend on it."_qs;
    plan.hops[0].stopAt = u"0.18.3"_qs;

    PlanItem& masters = itemAt(plan, 0, 1, 0);
    masters.item.text = u"Install the `<new>` binaries | restart the masters"_qs;
    masters.item.details = u"The leader last:\n\n- one\n- two\n"_qs;
    masters.item.severity = Severity::Danger;
    masters.item.verify.expect = u"`version` is `0.18.3`"_qs;
    masters.item.snippets[0].code = u"cat <<'````'\n````\n"_qs;

    QList<PlanItem>& slaves = plan.hops[0].sections[2].items;
    const PlanItem reboot = slaves.takeLast();
    plan.hops[0].sections[0].items << slaves.takeFirst();
    plan.hops[0].sections.removeLast();
    plan.leftOut = {{reboot.item.id,
                     reboot.item.text,
                     u"0.17.0 → 0.18.x"_qs,
                     {{u"authentication"_qs, u"authentication"_qs, Answer::No}}}};

    PlanItem docker;
    docker.item.id = u"0.19-docker"_qs;
    docker.item.text = u"Start Docker first"_qs;
    docker.item.severity = Severity::Caution;
    docker.because = {{u"docker"_qs, u"the Docker containerizer"_qs, Answer::Yes}};
    plan.hops[1].sections[0].items.prepend(docker);
    return plan;
}

/// The step that goes and the one that changes are done; a note in which nothing may be taken for markup.
Record record() {
    Record record;
    ItemRecord& reboot = record.items[u"0.18-slaves-reboot"_qs];
    reboot.mark.state = StepState::Done;
    reboot.markedBy = u"ann_b <ann@example.org>"_qs;
    record.items[u"0.18-masters-restart"_qs].mark.state = StepState::Done;
    record.items[u"0.18-failover-timeout"_qs].note = u"- [ ] no step\n# no heading\n<b>"_qs;
    return record;
}

/// What another team wrote in its copy of the file.
Record otherRecord() {
    Record other = record();
    other.items[u"0.18-masters-restart"_qs].mark = {StepState::Skipped, u"*later*"_qs, {}, {}, {}};
    other.items[u"0.18-failover-timeout"_qs].note = u"asked\n1. twice"_qs;
    other.items.remove(u"0.18-slaves-reboot"_qs);
    other.items[u"0.18-stop-after-masters"_qs].owner = u"bob"_qs;
    other.call = u"+1 555 0100"_qs;
    return other;
}

QByteArray report(const Plan& before, const Plan& after, const Record& was, const Record& is, Format format) {
    return diffReport(diffPlans(before, after), was, is, format).value();
}

QString markdown(const Plan& before, const Plan& after, const Record& was, const Record& is) {
    return QString::fromUtf8(report(before, after, was, is, Format::Markdown));
}

QStringList linesMatching(const QString& text, const QString& pattern) {
    return text.split(u'\n').filter(QRegularExpression(pattern));
}

/// The lines beneath the bullet that ends with this id.
QString entryText(const QString& text, const QString& id) {
    const QRegularExpression entry(u"^- [^\\n]*`"_qs + QRegularExpression::escape(id) +
                                       u"`\\n((?:(?:  [^\\n]*)?\\n)*)"_qs,
                                   QRegularExpression::MultilineOption);
    return entry.match(text).captured(1);
}

/// The style sheet has tests of its own.
QByteArray withoutStyle(const QByteArray& html) {
    static const QRegularExpression style(u"<style>.*</style>\\n"_qs, QRegularExpression::DotMatchesEverythingOption);
    return QString::fromUtf8(html).remove(style).toUtf8();
}

} // namespace
Q_DECLARE_METATYPE(Format)

class TestDiffReport final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void golden_data() {
        QTest::addColumn<Format>("format");
        QTest::addColumn<bool>("twoFiles");
        QTest::newRow("diff-answers.md") << Format::Markdown << false;
        QTest::newRow("diff-answers.html") << Format::Html << false;
        QTest::newRow("diff-two-files.md") << Format::Markdown << true;
        QTest::newRow("diff-two-files.html") << Format::Html << true;
    }
    void golden() {
        QFETCH(Format, format);
        QFETCH(bool, twoFiles);
        const QByteArray text =
            report(samplePlan(), newerPlan(), record(), twoFiles ? otherRecord() : record(), format);
        QCOMPARE(report(samplePlan(), newerPlan(), record(), twoFiles ? otherRecord() : record(), format), text);
        QVERIFY(matchesGolden(withoutStyle(text), u"golden/"_qs + QLatin1String(QTest::currentDataTag())));
    }

    void equalPlans_areSaidToBeEqual_data() {
        QTest::addColumn<Format>("format");
        QTest::newRow("Markdown") << Format::Markdown;
        QTest::newRow("HTML") << Format::Html;
    }
    void equalPlans_areSaidToBeEqual() {
        QFETCH(Format, format);
        const QString text = QString::fromUtf8(report(samplePlan(), samplePlan(), record(), record(), format));
        QVERIFY2(text.contains(u"Both plans are the same, and so is what was recorded."_qs), qPrintable(text));
        QVERIFY(!text.contains(u"0.18-"_qs));
    }

    void otherKnowledgeAlone_isNotCalledEqual() {
        Plan after = samplePlan();
        after.catalogueDigest = u"fedcba9876543210"_qs;
        const QString text = markdown(samplePlan(), after, {}, {});
        QVERIFY(!text.contains(u"Both plans are the same"_qs));
        QVERIFY(text.contains(u"- SHA-256 of these guides: 0123456789abcdef → fedcba9876543210\n"_qs));
    }

    void equalPlansOtherRecords_listWhatDiffers() {
        const QString text = markdown(samplePlan(), samplePlan(), record(), otherRecord());
        QVERIFY(text.contains(u"Both plans are the same; what was recorded differs."_qs));
        QCOMPARE(linesMatching(text, u"^- .*`"_qs).size(), 4);
        QCOMPARE(entryText(text, u"0.18-masters-restart"_qs),
                 u"\n  State, before: done\n\n  State, after: skipped\n\n  Reason, before: –\n\n"
                 "  Reason, after: \\*later\\*\n\n"_qs);
        QVERIFY(entryText(text, u"0.18-slaves-reboot"_qs).contains(u"  State, after: open\n"_qs));
        QVERIFY(text.contains(u"\n- Stop: after the masters `0.18-stop-after-masters`\n"_qs));
        QVERIFY(entryText(text, u"0.18-stop-after-masters"_qs).contains(u"  Owner, after: bob\n"_qs));
        QVERIFY(text.contains(u"  Whom to call, after: "_qs));
    }

    void record_isKept_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("twoFiles");
        QTest::addColumn<QString>("recorded");
        const QString reboot = u"0.18-slaves-reboot"_qs;
        const QString masters = u"0.18-masters-restart"_qs;
        QTest::newRow("on a step that goes") << reboot << false << u"done; kept in the record, not shown"_qs;
        QTest::newRow("on a step that changes") << masters << false << u"done, kept"_qs;
        QTest::newRow("nothing to say of nothing") << u"0.19-docker"_qs << false << QString();
        QTest::newRow("in one of two files") << reboot << true << u"done / open"_qs;
        QTest::newRow("in both, differently") << masters << true << u"done / skipped"_qs;
    }
    void record_isKept() {
        QFETCH(QString, id);
        QFETCH(bool, twoFiles);
        const QString text = markdown(samplePlan(), newerPlan(), record(), twoFiles ? otherRecord() : record());
        const QStringList lines = linesMatching(entryText(text, id), u"^  Recorded: "_qs);
        QTEST(lines.join(u'\n').mid(12), "recorded");
    }

    void chapters_followTheWork() {
        QCOMPARE(linesMatching(markdown(samplePlan(), newerPlan(), record(), otherRecord()), u"^#+ "_qs),
                 (QStringList{u"# Upgrade Mesos 0.17.0 → 0.19.1: what differs"_qs, u"## Summary"_qs, u"## Answers"_qs,
                              u"## Upgrade 0.17.0 → 0.18.x"_qs, u"### Removed"_qs, u"### Changed"_qs,
                              u"## Upgrade 0.18.x → 0.19.x"_qs, u"### Added"_qs, u"## Recorded differently"_qs,
                              u"### Before and after"_qs}));
    }

    void nothing_isATask() {
        QVERIFY(
            linesMatching(markdown(samplePlan(), newerPlan(), record(), otherRecord()), u"^\\s*[-*] \\["_qs).isEmpty());
    }

    void changedStep_saysOldAndNew() {
        const QString text =
            entryText(markdown(samplePlan(), newerPlan(), record(), record()), u"0.18-masters-restart"_qs);
        QVERIFY2(text.contains(u"  What changes: what to do, details, commands, how to check, danger\n"_qs),
                 qPrintable(text));
        QVERIFY(text.contains(u"  What to do, before: Install the new binaries and restart the masters\n"_qs));
        QVERIFY(text.contains(u"  Details, after:\n\n  The leader last:\n\n  - one\n  - two\n"_qs));
        QVERIFY(text.contains(u"  `````sh\n  cat <<'````'\n  ````\n  `````\n"_qs));
        QVERIFY(!text.contains(u"Running tasks"_qs));
    }

    void movedNote_saysFromWhereToWhere() {
        const QString text =
            entryText(markdown(samplePlan(), newerPlan(), record(), record()), u"0.18-cgroups-root"_qs);
        QVERIFY2(text.contains(u"  Place, before: 0.17.0 → 0.18.x, Slaves, behind `0.18-masters-restart`\n"_qs),
                 qPrintable(text));
        QVERIFY(
            text.contains(u"  Place, after: 0.17.0 → 0.18.x, Before: schedulers, behind `0.18-failover-timeout`\n"_qs));
    }

    void removedStep_saysWhichAnswerLeavesItOut() {
        QVERIFY(entryText(markdown(samplePlan(), newerPlan(), record(), record()), u"0.18-slaves-reboot"_qs)
                    .contains(u"  Answers: authentication: no\n"_qs));
    }

    void renderers_seeTheSameEntries_data() {
        QTest::addColumn<QString>("program");
        QTest::newRow("cmark") << u"cmark"_qs;
        QTest::newRow("cmark-gfm") << u"cmark-gfm"_qs;
    }
    void renderers_seeTheSameEntries() {
        QFETCH(QString, program);
        if (QStandardPaths::findExecutable(program).isEmpty())
            QSKIP("it is not installed");
        QProcess renderer;
        renderer.start(program, QStringList());
        renderer.write(report(samplePlan(), newerPlan(), record(), otherRecord(), Format::Markdown));
        renderer.closeWriteChannel();
        QVERIFY(renderer.waitForFinished());
        const QString html = QString::fromUtf8(renderer.readAllStandardOutput());
        QCOMPARE(html.count(u"<h1>"_qs), 1);
        QCOMPARE(html.count(u"<h2>"_qs), 5);
        QCOMPARE(html.count(u"<pre>"_qs), 2);
        QCOMPARE(html.count(u"<ol"_qs), 0);
        QVERIFY(!html.contains(u"<!-- raw HTML omitted -->"_qs));
        QVERIFY(html.contains(u"- [ ] no step<br />\n# no heading<br />\n&lt;b&gt;"_qs));
    }

    void html_isBalancedAndLoadsNothing() {
        QString xml = QString::fromUtf8(report(samplePlan(), newerPlan(), record(), otherRecord(), Format::Html));
        static const QRegularExpression loads(u"<script|<link|<img|\\bsrc=|@import|url\\("_qs);
        QVERIFY(!xml.contains(loads));
        static const QRegularExpression empty(u"<(meta|br)([^>]*)>"_qs);
        xml.remove(u"<!DOCTYPE html>"_qs).replace(empty, u"<\\1\\2/>"_qs);
        QXmlStreamReader reader(xml);
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY2(!reader.hasError(),
                 qPrintable(reader.errorString() + u" in line "_qs + QString::number(reader.lineNumber())));
    }

    void json_holdsBothSides() {
        const QByteArray text = report(samplePlan(), newerPlan(), record(), otherRecord(), Format::Json);
        QCOMPARE(report(samplePlan(), newerPlan(), record(), otherRecord(), Format::Json), text);
        const QJsonObject json = QJsonDocument::fromJson(text).object();
        QCOMPARE(json.value(u"format"_qs).toInt(), 2);
        QVERIFY(!json.value(u"equal"_qs).toBool(true));
        const QJsonArray changed = json.value(u"changed"_qs).toArray();
        QCOMPARE(changed.size(), 2);
        QCOMPARE(changed.at(0).toObject().value(u"fields"_qs).toArray(), QJsonArray{u"order"_qs});
        QCOMPARE(json.value(u"removed"_qs).toArray().at(0).toObject().value(u"item"_qs).toObject().value(u"id"_qs),
                 u"0.18-slaves-reboot"_qs);
        QCOMPARE(json.value(u"record"_qs).toObject().keys(), (QStringList{u"after"_qs, u"before"_qs}));
    }

    void equalPlans_areEqualInJson() {
        const QByteArray json = report(samplePlan(), samplePlan(), {}, {}, Format::Json);
        QVERIFY(QJsonDocument::fromJson(json).object().value(u"equal"_qs).toBool());
    }

    void pdf_isNotOffered() {
        const Result<QByteArray> pdf = diffReport(diffPlans(samplePlan(), samplePlan()), {}, {}, Format::Pdf);
        QVERIFY(!pdf);
        QCOMPARE(pdf.error().kind, Error::Kind::Request);
        QVERIFY(pdf.error().message.contains(u"PDF"_qs));
    }
};

QTEST_GUILESS_MAIN(TestDiffReport)
#include "tst_diff_report.moc"
