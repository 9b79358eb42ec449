#include "core/pause_points.h"
#include "core/words.h"
#include "report/card.h"
#include "report/paper/pages.h"
#include "report/paper/pdf_chunk.h"
#include "report/sample_plan.h"
#include "support/support.h"

#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

namespace {

constexpr qreal footMargin = 48_pt;
constexpr qreal sideMargin = 40_pt;
constexpr qreal tallestStep = 742_pt - 36_pt; ///< what an A4 page holds beneath a heading

const QString longCode = u"curl -s 'http://{{master}}:5050/master/state.json' | python3 -c 'import json, sys; "
                         u"print([slave[\"pid\"] for slave in json.load(sys.stdin)[\"slaves\"] if slave[\"active\"]])' "
                         u"--and-a-word-without-any-space-in-it-"_qs +
                         QString(300, u'x') + u'\n';

/// Steps of all heights, so that pages end in all kinds of places; with `tall`, two steps that no page can hold, one of
/// them the last of its upgrade.
Plan wovenPlan(int steps, bool tall) {
    Plan plan = samplePlan();
    PlanSection& section = plan.hops[0].sections[1];
    const PlanItem model = section.items.first();
    for (int i = 0; i < steps; ++i) {
        PlanItem step = model;
        step.number = i + 10;
        step.item.id = QStringLiteral("0.18-woven-step-number-%1").arg(i, 4, 10, QChar(u'0'));
        step.item.details =
            QStringLiteral("A sentence with `--a-flag=of-some-length` in it that takes room. ").repeated(i * 7 % 19);
        if (i % 5 == 0)
            step.item.snippets = {{u"sh"_qs, u"on each master"_qs, longCode.repeated(1 + i % 4), {}}};
        if (tall && i == 3)
            step.item.details = QStringLiteral("One paragraph of many.\n\n").repeated(80);
        section.items << step;
    }
    if (tall)
        plan.hops[0].sections.last().items.last().item.details = QStringLiteral("Words upon words. ").repeated(500);
    return plan;
}

/// More changes in one area than a page can hold, and some that fit, in turns.
Plan changingPlan() {
    Plan plan = roadPlan();
    for (PlanHop& hop : plan.hops)
        for (PlanItem& item : hop.sections.first().items)
            for (int i = 0; i < (item.upgrade == u"1.2.x"_qs ? 90 : 12); ++i)
                item.item.changes << ReleaseChange{ChangeKind(i % 4), Area(i % 7 == 0 ? i / 7 % 5 : 2),
                                                   u"the thing of number %1 that `--changes-a-flag`"_qs.arg(i), false};
    return plan;
}

/// The size of a page as it is read.
QSizeF readSize(const Pages& pages, const Ink& page) {
    return page.sideways ? pages.size().transposed() : pages.size();
}

QString lineText(const InkText& text) {
    const QTextLine line = text.layout->lineAt(text.line);
    return text.layout->text().mid(line.textStart(), line.textLength()).trimmed();
}

QString pageText(const Ink& page) {
    QStringList lines;
    for (const InkText& text : page.texts)
        lines << lineText(text);
    return lines.join(u'\n');
}

QString allText(const Pages& pages) {
    QStringList texts;
    for (const Ink& page : pages.pages())
        texts << pageText(page);
    return texts.join(u'\n');
}

QStringList stepIds(const Plan& plan) {
    QStringList ids;
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
        if (item.item.isStep())
            ids << item.item.id;
    });
    return ids;
}

QImage picture(const Pages& pages, int page, QSize size = {620, 877}) {
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    pages.paint(painter, page);
    return image;
}

/// The values under `key` of a list of bookmarks, first to last.
std::vector<QPDFObjectHandle> bookmarksOf(QPDFObjectHandle parent) {
    std::vector<QPDFObjectHandle> bookmarks;
    for (QPDFObjectHandle next = parent.getKey("/First"); next.isDictionary(); next = next.getKey("/Next"))
        bookmarks.push_back(next);
    return bookmarks;
}

QString titleOf(QPDFObjectHandle bookmark) {
    return QString::fromStdString(bookmark.getKey("/Title").getUTF8Value());
}

} // namespace

class TestPdf final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void plans_data() {
        QTest::addColumn<Plan>("plan");
        QTest::addColumn<PageSize>("size");
        QTest::newRow("a bit of everything") << samplePlan() << PageSize::A4;
        QTest::newRow("all kinds of stops") << workedPlan() << PageSize::Letter;
        QTest::newRow("several versions in one go") << roadPlan() << PageSize::A4;
        QTest::newRow("changes of all sizes, A4") << changingPlan() << PageSize::A4;
        QTest::newRow("changes of all sizes, Letter") << changingPlan() << PageSize::Letter;
        for (int steps = 20; steps < 30; steps += 3) {
            QTest::addRow("%d steps of all heights, A4", steps) << wovenPlan(steps, false) << PageSize::A4;
            QTest::addRow("%d steps of all heights, Letter", steps) << wovenPlan(steps, false) << PageSize::Letter;
        }
        QTest::newRow("a step taller than a page") << wovenPlan(12, true) << PageSize::A4;
        QTest::newRow("0.14 to 0.20 with cgroups on some hosts")
            << planFor(u"0.14.0"_qs, u"0.20.x"_qs, u"cgroups=some"_qs) << PageSize::A4;
        QTest::newRow("everything unsure, A4") << planFor(u"0.11.0"_qs, u"0.22.x"_qs) << PageSize::A4;
        QTest::newRow("everything unsure from 1.0 on, Letter")
            << planFor(u"1.0.4"_qs, u"1.11.0"_qs) << PageSize::Letter;
    }

    void noStepIsSplitThatAPageCanHold_data() { plans_data(); }
    void noStepIsSplitThatAPageCanHold() {
        QFETCH(Plan, plan);
        QFETCH(PageSize, size);
        QMap<QString, QList<qreal>> heights;
        const Pages pages = layOutPages(plan, {}, size);
        for (const Ink& page : pages.pages())
            for (const StepArea& area : page.steps)
                heights[area.step] << area.rect.height();
        QCOMPARE(heights.size(), stepIds(plan).size());
        const qreal room = tallestStep + pages.size().height() - 842_pt;
        for (auto it = heights.cbegin(); it != heights.cend(); ++it)
            if (it->size() > 1)
                QVERIFY2(std::accumulate(it->cbegin(), it->cend(), 0.0) > room, qPrintable(it.key()));
    }

    void aStepTallerThanAPageGoesOnWithItsNumberAndId() {
        const QString text = allText(layOutPages(wovenPlan(12, true), {}, PageSize::A4));
        QVERIFY(text.contains(u"Step 13 (0.18-woven-step-number-0003), continued"_qs));
        QCOMPARE(text.count(u"One paragraph of many."_qs), 80);
    }

    void everyStepHasOneBoxAndItsIdInOneLine_data() { plans_data(); }
    void everyStepHasOneBoxAndItsIdInOneLine() {
        QFETCH(Plan, plan);
        QFETCH(PageSize, size);
        QStringList boxes;
        QStringList lines;
        const Pages pages = layOutPages(plan, {}, size);
        for (const Ink& page : pages.pages()) {
            for (const TickBox& box : page.boxes) {
                boxes << box.step;
                QCOMPARE(box.state, StepState::Open);
            }
            for (const InkText& text : page.texts)
                lines << lineText(text);
        }
        QCOMPARE(boxes, stepIds(plan));
        for (const QString& id : boxes)
            QVERIFY2(lines.contains(id), qPrintable(id));
    }

    void noHeadingStandsAloneAtTheFoot_data() { plans_data(); }
    void noHeadingStandsAloneAtTheFoot() {
        QFETCH(Plan, plan);
        QFETCH(PageSize, size);
        const Pages pages = layOutPages(plan, {}, size);
        for (const Ink& page : pages.pages()) {
            const qreal foot = readSize(pages, page).height() - footMargin;
            for (const Heading& heading : page.headings) {
                const bool followed = std::any_of(page.texts.cbegin(), page.texts.cend(), [&](const InkText& text) {
                    const bool isHeading =
                        std::any_of(page.headings.cbegin(), page.headings.cend(), [&](const Heading& other) {
                            return text.at.y() >= other.top && text.at.y() < other.bottom;
                        });
                    return !isHeading && text.at.y() >= heading.bottom && text.at.y() < foot;
                });
                QVERIFY2(followed, qPrintable(heading.title));
            }
        }
    }

    void nothingReachesPastTheMargins_data() { plans_data(); }
    void nothingReachesPastTheMargins() {
        QFETCH(Plan, plan);
        QFETCH(PageSize, size);
        const Pages pages = layOutPages(plan, workedRecord(), size);
        // A rectangle without height or width, as that of a rule or an empty line, lies in no other.
        const auto reaches = [](const QRectF& place) { return place.adjusted(-1, -1, 1, 1); };
        for (const Ink& page : pages.pages()) {
            const QRectF sheet =
                QRectF(QPointF(), readSize(pages, page)).adjusted(sideMargin, 20_pt, -sideMargin, -20_pt);
            for (const InkText& text : page.texts) {
                const QTextLine line = text.layout->lineAt(text.line);
                const QRectF place(text.at, QSizeF(line.naturalTextWidth(), line.height()));
                QVERIFY2(sheet.contains(reaches(place)), qPrintable(lineText(text)));
            }
            for (const InkShape& shape : page.shapes)
                QVERIFY(sheet.contains(reaches(shape.path.boundingRect())));
        }
    }

    void codeIsWholeThoughItsLinesAreLong() {
        const QString text = allText(layOutPages(wovenPlan(1, false), {}, PageSize::A4));
        const auto withoutSpace = [](QString words) { return words.remove(u' ').remove(u'\n'); };
        QVERIFY(withoutSpace(text).contains(withoutSpace(longCode)));
    }

    void everyUpgradeBeginsAPageThatTheSummaryNames() {
        const Plan plan = planFor(u"0.14.0"_qs, u"0.20.x"_qs, u"cgroups=some"_qs);
        const Pages pages = layOutPages(plan, {}, PageSize::A4);
        QStringList begun;
        QStringList named;
        const QStringList front = pageText(pages.pages().first()).split(u'\n');
        for (int index = 1; index < pages.count(); ++index)
            for (const Heading& heading : pages.pages().at(index).headings) {
                const QString upgrade = heading.title.section(u' ', 1);
                if (heading.depth > 0 || !heading.title.startsWith(u"Upgrade "_qs))
                    continue;
                QCOMPARE_LT(heading.top, 60_pt);
                begun << upgrade;
                // Upgrade, install, steps, done, restarts, notes, page.
                named << front.value(front.indexOf(upgrade) + 6);
                QCOMPARE(named.last(), QString::number(index + 1));
            }
        QCOMPARE(begun.size(), plan.hops.size());
    }

    void everyPageSaysWhatItBelongsTo() {
        const Plan plan = samplePlan();
        const Pages pages = layOutPages(plan, {}, PageSize::A4);
        for (int index = 0; index < pages.count(); ++index) {
            const QString text = pageText(pages.pages().at(index));
            QVERIFY(text.contains(words::planTitle(plan)));
            QVERIFY(text.contains(QStringLiteral("Page %1 of %2").arg(index + 1).arg(pages.count())));
            QVERIFY(text.contains(plan.catalogueDigest.left(12)));
        }
    }

    void paperHasWhatThePlanHas_data() {
        QTest::addColumn<QString>("words");
        QTest::newRow("the answers") << u"cgroups isolation\nsome"_qs;
        QTest::newRow("the open questions") << u"Is there authentication?"_qs;
        QTest::newRow("how to find out") << u"curl -s http://{{master}}:5050/flags"_qs;
        QTest::newRow("what is expected") << u"Expect"_qs;
        QTest::newRow("room for what was seen") << u"Seen"_qs;
        QTest::newRow("a dash where nothing can be seen") << u"– (HTTP shows no timeout before 0.19"_qs;
        QTest::newRow("which hosts a step is for") << u"Only for slaves that isolate with cgroups"_qs;
        QTest::newRow("danger in words") << u"▲ Danger"_qs;
        QTest::newRow("a blocker in words") << u"■ Blocker"_qs;
        QTest::newRow("running tasks") << u"lost: the host goes down"_qs;
        QTest::newRow("where one may stop") << u"May I stop here"_qs;
        QTest::newRow("how to take it back") << u"mount it again"_qs;
        QTest::newRow("where a note belongs") << u"Slaves, before step 3"_qs;
        QTest::newRow("a line to sign") << u"Signed off: upgrade 0.17.0 → 0.18.x is complete"_qs;
        QTest::newRow("who ticked and when") << u"2026-11-22 03:07 UTC, ann_b <ann@example.org>"_qs;
        QTest::newRow("a person's note as typed") << u"1. *as* typed & <b>kept</b>"_qs;
        QTest::newRow("what was left out") << u"Start Docker first"_qs;
        QTest::newRow("the answer that left it out") << u"the Docker containerizer: no"_qs;
        QTest::newRow("what it was made from") << u"0123456789abcdef"_qs;
    }
    void paperHasWhatThePlanHas() {
        QFETCH(QString, words);
        const QString text = allText(layOutPages(samplePlan(), sampleRecord(), PageSize::A4));
        QVERIFY2(text.contains(words), qPrintable(text));
    }

    void paperHasWhatWasRecorded_data() {
        QTest::addColumn<QString>("words");
        QTest::newRow("skipped") << u"⊘ skipped"_qs;
        QTest::newRow("its reason as typed") << u"- [ ] none sets it – 2026-11-22 03:01 UTC, robin"_qs;
        QTest::newRow("failed") << u"✗ failed"_qs;
        QTest::newRow("what failed") << u"s7 <does> not come back – 2026-11-22 03:03 UTC, robin"_qs;
        QTest::newRow("in progress") << u"◐ in progress"_qs;
        QTest::newRow("not applicable") << u"– not applicable"_qs;
        QTest::newRow("put off") << u"to the upgrade 0.18.x → 0.19.x: nobody is there at night"_qs;
        QTest::newRow("where it was put off to") << u"Put off to this upgrade"_qs;
        QTest::newRow("what was seen") << u"`version` is \"0.18.2\""_qs;
        QTest::newRow("who does it") << u"Kim & Robin"_qs;
        QTest::newRow("an approved stop") << u"☑  Stop: before the cluster is changed"_qs;
        QTest::newRow("who is to approve") << u"Kim\nApproves"_qs;
        QTest::newRow("a stop gone past") << u"without approval: 0.18-slaves-reboot was begun"_qs;
        QTest::newRow("a stop within a step") << u"☐  Stop: after the first slaves, within step 3"_qs;
        QTest::newRow("a filled command") << u"mesos-master --quorum=2 --zk={{zk}}"_qs;
    }
    void paperHasWhatWasRecorded() {
        QFETCH(QString, words);
        const QString text = allText(layOutPages(workedPlan(), workedRecord(), PageSize::A4));
        QVERIFY2(text.contains(words), qPrintable(text));
    }

    void road_data() {
        QTest::addColumn<QString>("words");
        QTest::newRow("the ways") << u"Fewest restarts (this plan)\n3\n4\n30\n52\n2"_qs;
        QTest::newRow("a stop") << u"Fewest restarts stops at 1.2.3: 1.2-acls can only be done here"_qs;
        QTest::newRow("in one go") << u"Done in one go: 1.2.x → 1.3.x, 1.3.x → 1.4.x."_qs;
        QTest::newRow("stands for") << u"1.3-masters-restart\nStands for"_qs;
        QTest::newRow("what is done once")
            << u"Done once in place of several times:\nRestart the masters\n1.4-masters-restart: 1.3-masters-restart"_qs;
        QTest::newRow("a moot question") << u"hook modules\nno, since modules of\nyour own: no"_qs;
        QTest::newRow("where a question matters") << u"Makes a difference in: 1.1.x → 1.2.x, 1.3.x → 1.4.x"_qs;
        QTest::newRow("the release that is not known") << u"Which release of 0.28.x runs?"_qs;
        QTest::newRow("the last release") << u"1.11.0 is the last published release of Mesos."_qs;
    }
    void road() {
        QFETCH(QString, words);
        const QString text = allText(layOutPages(roadPlan(), {}, PageSize::A4));
        QVERIFY2(text.contains(words), qPrintable(text));
    }

    void impactHasPagesOfItsOwnThatAreTurned() {
        const Plan plan = changingPlan();
        const Pages pages = layOutPages(plan, {}, PageSize::A4);
        int turned = 0;
        QStringList texts;
        for (const Ink& page : pages.pages()) {
            if (!page.sideways)
                continue;
            const QString text = pageText(page);
            QCOMPARE(page.headings.size(), turned++ == 0 ? 1 : 0);
            QVERIFY(text.contains(u"Upgrade\nMesos core\nFlags\nFramework API\nModule API\nEndpoints\n"_qs));
            QVERIFY(page.steps.isEmpty());
            texts << text;
        }
        QCOMPARE_GT(turned, 2);
        const QString text = texts.join(u'\n');
        QVERIFY(text.contains(u"\n1.1.x → 1.2.x, continued\n"_qs));
        QVERIFY(text.contains(u"\n~ 1 changed\n"_qs));
        QCOMPARE(text.count(u"the thing of number "_qs), 90 + 3 * 12);
        QCOMPARE(text.count(QRegularExpression(u"\\b1\\.2-acls\\b"_qs)), 2 + 90);
    }

    void aTurnedPageIsPaintedAlongTheSheet() {
        Ink page;
        page.sideways = true;
        const QSizeF sheet(100, 200);
        InkShape mark{.fill = Qt::black};
        mark.path.addRect(QRectF(0, 0, 20, 10)); // the upper left corner as it is read: the lower left one of the sheet
        page.shapes << mark;
        const QImage image = picture(Pages(u"turned"_qs, sheet, {page}), 0, {100, 200});
        QCOMPARE_LT(qGray(image.pixel(5, 190)), 50);
        QCOMPARE_GT(qGray(image.pixel(5, 170)), 200);
        QCOMPARE_GT(qGray(image.pixel(15, 190)), 200);
    }

    void firstPageHas_data() {
        QTest::addColumn<QString>("words");
        QTest::newRow("blockers set aside") << u"■ Blockers that were set aside, and who answers for it"_qs;
        QTest::newRow("which") << u"Settle the failover_timeout of every framework   0.18-failover-timeout"_qs;
        QTest::newRow("by whom, until when") << u"by Lin <lin@example.org>, until 2026-12-24"_qs;
        QTest::newRow("what runs now") << u"masters: 0.18.2; slaves: between 0.17.0 and 0.18.2"_qs;
        QTest::newRow("whom to call") << u"\nthen _Lin_"_qs;
        QTest::newRow("the cluster's own values") << u"m1.example.org m2.example.org m3.example.org"_qs;
        QTest::newRow("the quorum") << u"2 of 3 masters: "_qs;
        QTest::newRow("what is to be filled in") << u"{{zk}}: 0.19-quorum"_qs;
    }
    void firstPageHas() {
        QFETCH(QString, words);
        const Pages pages = layOutPages(workedPlan(), workedRecord(), PageSize::A4);
        const QString front = pageText(pages.pages().constFirst());
        QVERIFY2(front.contains(words), qPrintable(front));
        const Pages unrecorded = layOutPages(workedPlan(), {}, PageSize::A4);
        QVERIFY(!pageText(unrecorded.pages().constFirst()).contains(words));
    }

    void aStopStandsOnThePageOfItsStep_data() { plans_data(); }
    void aStopStandsOnThePageOfItsStep() {
        QFETCH(Plan, plan);
        QFETCH(PageSize, size);
        const Pages pages = layOutPages(plan, {}, size);
        for (const PausePoint& pause : pausePointsOf(plan)) {
            for (const Ink& page : pages.pages()) {
                if (!pageText(page).contains(pause.id + u'\n')) // the id of a second one begins with that of the first
                    continue;
                const bool isThere = std::any_of(page.steps.cbegin(), page.steps.cend(),
                                                 [&](const StepArea& area) { return area.step == pause.step; });
                QVERIFY2(isThere, qPrintable(pause.id));
            }
            QCOMPARE(allText(pages).count(pause.id + u'\n'), 1);
        }
    }

    void noIdIsBroken() {
        const Plan plan = planFor(u"0.11.0"_qs, u"0.22.x"_qs);
        Record record = workedRecord();
        for (const QString& id : stepIds(plan)) {
            record.items[id].note = u"see 0.18-slaves-after-reboot, "_qs.repeated(9);
            record.items[id].passedWith = u"0.22-cgroups-subsystems-gone"_qs;
        }
        const Pages pages = layOutPages(plan, record, PageSize::A4);
        static const QRegularExpression broken(u"(^|\\s)\\d+\\.\\d+-([a-z0-9.-]*-)?$"_qs,
                                               QRegularExpression::MultilineOption);
        const QRegularExpressionMatch found = broken.match(allText(pages));
        QVERIFY2(!found.hasMatch(), qPrintable(found.captured()));
    }

    void noFlagIsBrokenBehindItsDashes() {
        const Pages pages = layOutPages(planFor(u"1.3.x"_qs, u"1.4.x"_qs), {}, PageSize::A4);
        const QString text = allText(pages);
        QVERIFY(text.contains(u"--enforce_container_disk_\n"_qs)); // wider than a column of the impact
        static const QRegularExpression broken(u"--$"_qs, QRegularExpression::MultilineOption);
        QVERIFY(!broken.match(text).hasMatch());
    }

    void linesToWriteOnGoWhenAStepIsSettled() {
        const auto linesOf = [](const Record& record) {
            return allText(layOutPages(samplePlan(), record, PageSize::A4)).count(u"\nBy\n"_qs);
        };
        QCOMPARE(linesOf({}), 4);
        QCOMPARE(linesOf(sampleRecord()), 3);
    }

    void theCardOfEveryStepIsOnePage_data() {
        QTest::addColumn<PageSize>("size");
        QTest::newRow("A4") << PageSize::A4;
        QTest::newRow("Letter") << PageSize::Letter;
    }
    void theCardOfEveryStepIsOnePage() {
        QFETCH(PageSize, size);
        const Plan plan = planFor(u"0.11.0"_qs, u"0.22.x"_qs);
        Record record;
        record.call = u"Ops on duty: 0123 456"_qs;
        for (const QString& id : stepIds(plan)) {
            record.items[id].mark = {StepState::Failed, u"it was not there, and then it was gone"_qs, {}, {}, {}};
            QVERIFY2(layOutSheet(*cardOf(plan, record, id), size).count() == 1, qPrintable(id));
            record.items[id].mark = {StepState::Done, {}, {}, {}, {}};
        }
    }

    void theCardHasWhatItHasElsewhere() {
        const Sheet card = *cardOf(workedPlan(), workedRecord(), u"0.18-slaves-reboot"_qs);
        const QString text = allText(layOutSheet(card, PageSize::A4));
        for (const QString& words :
             {u"It went wrong: 0.18-slaves-reboot"_qs, u"s7 <does> not come back – "_qs, u"masters: 0.18.2"_qs,
              u"Of this step: mount it again"_qs, u"Give the masters --quorum 0.19-quorum"_qs, u"then _Lin_"_qs})
            QVERIFY2(text.contains(words), qPrintable(text));
        const Result<QByteArray> pdf = makeSheet(card, Format::Pdf);
        QVERIFY2(pdf && pdf->startsWith("%PDF-"), pdf ? "no PDF" : qPrintable(pdf.error().message));
    }

    void aDoneStepIsTicked() {
        const Pages pages = layOutPages(samplePlan(), sampleRecord(), PageSize::A4);
        for (const Ink& page : pages.pages())
            for (const TickBox& box : page.boxes)
                QCOMPARE(box.state == StepState::Done, box.step == u"0.18-masters-restart");
    }

    void aTickCanBeSeen() {
        const Pages open = layOutPages(samplePlan(), {}, PageSize::A4);
        const Pages done = layOutPages(samplePlan(), sampleRecord(), PageSize::A4);
        const auto inkIn = [](const Pages& pages, const QString& step) {
            for (int index = 0; index < pages.count(); ++index)
                for (const TickBox& box : pages.pages().at(index).boxes)
                    if (box.step == step) {
                        const QImage image = picture(pages, index, {2481, 3509});
                        const qreal scale = image.width() / pages.size().width();
                        const QRect rect(QRectF(box.rect.topLeft() * scale, box.rect.size() * scale).toRect());
                        qint64 dark = 0;
                        for (int y = rect.top(); y < rect.bottom(); ++y)
                            for (int x = rect.left(); x < rect.right(); ++x)
                                dark += 255 - qGray(image.pixel(x, y));
                        return dark;
                    }
            return qint64(0);
        };
        QCOMPARE_GT(inkIn(open, u"0.18-masters-restart"_qs), 0);
        QCOMPARE_GT(inkIn(done, u"0.18-masters-restart"_qs), inkIn(open, u"0.18-masters-restart"_qs) * 3 / 2);
        QCOMPARE(inkIn(done, u"0.19-masters-restart"_qs), inkIn(open, u"0.19-masters-restart"_qs));
        const Pages worked = layOutPages(workedPlan(), workedRecord(), PageSize::A4);
        for (const QString& id : {u"0.18-failover-timeout"_qs, u"0.18-slaves-reboot"_qs, u"0.18-monitoring"_qs,
                                  u"0.19-masters-restart"_qs, u"0.19-modules"_qs})
            QVERIFY2(inkIn(worked, id) > inkIn(worked, u"0.19-quorum"_qs), qPrintable(id));
    }

    void aPageFillsWhateverItIsPaintedOn() {
        const Pages pages = layOutPages(samplePlan(), {}, PageSize::A4);
        const QImage large = picture(pages, 0, {1240, 1754});
        const QImage small = picture(pages, 0, {620, 877});
        const QImage shrunk = large.scaled(small.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        qint64 ink = 0;
        qint64 difference = 0;
        for (int y = 0; y < small.height(); ++y)
            for (int x = 0; x < small.width(); ++x) {
                ink += 255 - qGray(small.pixel(x, y));
                difference += qAbs(qGray(small.pixel(x, y)) - qGray(shrunk.pixel(x, y)));
            }
        QCOMPARE_GT(ink, qint64(small.width()) * small.height());
        QCOMPARE_LT(difference, ink / 2);
    }

    void paperSizes() {
        const auto roundedMm = [](PageSize size) { return layOutPages(samplePlan(), {}, size).sizeMm().toSize(); };
        QCOMPARE(roundedMm(PageSize::A4), QSize(210, 297));
        QCOMPARE(roundedMm(PageSize::Letter), QSize(216, 279));
    }

    void theFileIsSound_data() { plans_data(); }
    void theFileIsSound() {
        QFETCH(Plan, plan);
        QFETCH(PageSize, size);
        const Result<QByteArray> bytes = pdfReport(plan, sampleRecord(), size);
        QVERIFY(bytes);
        const Pages pages = layOutPages(plan, sampleRecord(), size);
        QPDF pdf;
        struct : QPDFObjectHandle::ParserCallbacks {
            void handleObject(QPDFObjectHandle, size_t, size_t) override {}
            void handleEOF() override {}
        } reader;
        pdf.processMemoryFile("report", bytes->constData(), size_t(bytes->size()));
        for (QPDFPageObjectHelper page : QPDFPageDocumentHelper(pdf).getAllPages())
            page.parseContents(&reader);
        QVERIFY(pdf.getWarnings().empty());
        QCOMPARE(pdf.getAllPages().size(), size_t(pages.count()));
        QCOMPARE(pdf.getRoot().getKey("/Lang").getUTF8Value(), std::string("en"));
        QCOMPARE(QString::fromStdString(pdf.getTrailer().getKey("/Info").getKey("/Title").getUTF8Value()),
                 words::planTitle(plan));

        QStringList top;
        for (QPDFObjectHandle bookmark : bookmarksOf(pdf.getRoot().getKey("/Outlines"))) {
            top << titleOf(bookmark);
            QStringList parts;
            for (QPDFObjectHandle part : bookmarksOf(bookmark))
                parts << titleOf(part);
            for (const PlanHop& hop : plan.hops)
                for (const PlanSection& section : hop.sections)
                    if (top.last() == u"Upgrade " + words::hop(hop.from, hop.to) && section.items.last().item.isStep())
                        QVERIFY2(parts.contains(section.title), qPrintable(section.title));
        }
        for (const PlanHop& hop : plan.hops)
            QVERIFY(top.contains(u"Upgrade " + words::hop(hop.from, hop.to)));
        QVERIFY(top.contains(u"Impact"_qs));

        std::vector<QPDFObjectHandle> sheets = pdf.getAllPages();
        for (int index = 0; index < pages.count(); ++index) {
            QPDFObjectHandle sheet = sheets.at(size_t(index));
            QCOMPARE(sheet.hasKey("/Rotate") && sheet.getKey("/Rotate").getIntValue() == 90,
                     pages.pages().at(index).sideways);
            QPDFObjectHandle annotations = sheets.at(size_t(index)).getKey("/Annots");
            const QList<PageLink> links = pages.pages().at(index).links;
            QCOMPARE(annotations.isArray() ? annotations.getArrayNItems() : 0, links.size());
            for (int link = 0; link < links.size(); ++link) {
                const std::string url = annotations.getArrayItem(link).getKey("/A").getKey("/URI").getStringValue();
                QCOMPARE(QString::fromStdString(url), links.at(link).url);
                QVERIFY(url.starts_with("https://") && url.find('(') == std::string::npos);
            }
        }
    }

    void equalPlansGiveEqualFiles() {
        QCOMPARE(*pdfReport(samplePlan(), sampleRecord(), PageSize::A4),
                 *pdfReport(samplePlan(), sampleRecord(), PageSize::A4));
    }

    void textCanBeCopiedOut() {
        const QString pdftotext = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
        if (pdftotext.isEmpty())
            QSKIP("pdftotext is not installed");
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("report.pdf"));
        QVERIFY(writeWhole(path, *pdfReport(samplePlan(), sampleRecord(), PageSize::A4)));
        QProcess process;
        process.start(pdftotext, {QStringLiteral("-layout"), path, QStringLiteral("-")});
        QVERIFY(process.waitForFinished());
        const QString text = QString::fromUtf8(process.readAllStandardOutput());
        QVERIFY(text.contains(u"0.18-masters-restart"_qs));
        QVERIFY(text.contains(u"http://{{master}}:5050/"_qs));
        QVERIFY2(text.contains(u"unmount /cgroup | /cgroups"_qs), qPrintable(text));
        QVERIFY2(!text.contains(QChar(0xFB01)), "a ligature hides letters from whoever copies or searches");
    }
};

QTEST_MAIN(TestPdf)
#include "tst_pdf.moc"
