#include "support/small_plan.h"
#include "support/support.h"
#include "test_window.h"
#include "ui/details_pane.h"
#include "ui/details_text.h"
#include "ui/route_strip.h"
#include "ui/text_panel.h"

#include <QLabel>
#include <QSignalSpy>

class TestDetails final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void textPanelLoadsNothingFromOutside() {
        QTemporaryDir folder;
        const QString secret = folder.filePath(QStringLiteral("secret.png"));
        QImage image(40, 40, QImage::Format_RGB32);
        image.fill(Qt::red);
        QVERIFY(image.save(secret));
        TextPanel panel(QStringLiteral("panel"));
        panel.resize(200, 10);
        panel.showHtml(QStringLiteral("<img src=\"%1\">").arg(QUrl::fromLocalFile(secret).toString()));
        const QImage shown = panel.grab().toImage();
        int red = 0;
        for (int y = 0; y < shown.height(); ++y) {
            for (int x = 0; x < shown.width(); ++x)
                red += shown.pixelColor(x, y) == QColor(Qt::red);
        }
        QCOMPARE(red, 0);
    }

    void textPanelIsAsHighAsItsText() {
        TextPanel panel(QStringLiteral("panel"));
        panel.resize(200, 10);
        panel.show();
        panel.showHtml(QStringLiteral("<p>one</p>"));
        const int one = panel.height();
        panel.showHtml(QStringLiteral("<p>one</p><p>two</p><p>three</p>"));
        QVERIFY(panel.height() > 2 * one);
    }

    void textsOfAPlanAreNeverMarkup() {
        Plan plan = planFor(QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        PlanItem& item = plan.hops.first().sections.first().items.first();
        item.item.text = QStringLiteral("Restart <img src='file:///etc/passwd'> now");
        item.item.details = QStringLiteral("with <script>alert(1)</script>");
        DetailsPane pane(plan);
        pane.showItem(plan.hops.first(), plan.hops.first().sections.first(), item, {});
        const auto& heading = child<QLabel>(pane, u"heading"_qs);
        QCOMPARE(heading.textFormat(), Qt::PlainText);
        QCOMPARE(heading.text(), item.item.text);
        QVERIFY(child<TextPanel>(pane, u"detailsText"_qs).toPlainText().contains(u"<script>alert(1)</script>"_qs));
    }

    void everyLabelShowsPlainText() {
        TestWindow test;
        test.openNewPlan(QStringLiteral("0.14.2"), QStringLiteral("0.20.1"));
        test.action(QStringLiteral("findOutAction")).trigger();
        for (const QLabel* label : test.window.findChildren<QLabel*>())
            QVERIFY2(label->textFormat() == Qt::PlainText || !Qt::mightBeRichText(label->text()),
                     qPrintable(label->objectName()));
    }

    void linksLeadWhereTheySay() {
        const Plan plan = planFor(QStringLiteral("0.17.0"), QStringLiteral("0.18.2"));
        DetailsPane pane(plan);
        const PlanSection& section = plan.hops.first().sections.first();
        pane.showItem(plan.hops.first(), section, section.items.first(), {});
        QSignalSpy items(&pane, &DetailsPane::itemRequested);
        QSignalSpy answers(&pane, &DetailsPane::answerRequested);
        QSignalSpy web(&pane, &DetailsPane::pageRequested);
        auto& facts = child<TextPanel>(pane, u"factsText"_qs);
        Q_EMIT facts.anchorClicked(QUrl(QStringLiteral("step:0.18-slaves-reboot")));
        Q_EMIT facts.anchorClicked(QUrl(QStringLiteral("answer:cgroups")));
        Q_EMIT facts.anchorClicked(QUrl(QStringLiteral("https://mesos.apache.org/")));
        Q_EMIT facts.anchorClicked(QUrl(QStringLiteral("file:///etc/passwd")));
        QCOMPARE(items, QList<QVariantList>{{QStringLiteral("0.18-slaves-reboot")}});
        QCOMPARE(answers, QList<QVariantList>{{QStringLiteral("cgroups")}});
        QCOMPARE(web.size(), 1);
    }

    void everyStepShowsHowToVerifyIt() {
        const Plan plan = planFor(QStringLiteral("0.11.0"), QStringLiteral("0.22.2"));
        forEachItem(plan, [&plan](const PlanHop& hop, const PlanSection&, const PlanItem& item) {
            if (item.item.isStep())
                QVERIFY2(factsHtml(plan, hop, item).contains(u"Verify"_qs), qPrintable(item.item.id));
        });
    }

    void upgradeTellsWhatItIsAbout_data() {
        QTest::addColumn<QString>("row");
        QTest::newRow("progress") << "Progress 1 of 3 steps done, 1 skipped";
        QTest::newRow("blockers, settled ones too") << "Blockers 0.18-settle Settle the registry – skipped";
        QTest::newRow("open questions") << "Open questions Do the slaves use cgroups?";
        QTest::newRow("stops") << "Stops 0.18-stop-start Stop: before the cluster is changed – approved "
                                  "0.18-stop-after-masters Stop: after the masters – not approved "
                                  "0.18-stop-first-slaves Stop: after the first slaves – not approved";
        QTest::newRow("what running tasks depend on, then the restarts that they survive")
            << "Running tasks 0.18-read Flags are <stricter> now 0.18-slaves-restart Restart the slaves "
               "– survive if the scheduler is back in time 0.18-masters-restart Restart the "
               "masters with --quorum=2 – survive";
        QTest::newRow("where to stop") << "May be left after 0.18-masters-restart Restart the masters with --quorum=2 "
                                          "– done";
    }
    void upgradeTellsWhatItIsAbout() {
        QFETCH(QString, row);
        Plan plan = smallPlan();
        PlanItem& masters = plan.hops[0].sections[0].items[1];
        PlanItem& slaves = plan.hops[0].sections[1].items[1];
        masters.item.tasks = {true, TaskEffect::Survive, u"they do"_qs};
        masters.item.stop.after = StopAfter::Leave;
        slaves.item.tasks = {true, TaskEffect::Failover, {}};
        plan.hops[0].sections[0].items[0].item.tasksAtStake = true;
        slaves.because = {{u"cgroups"_qs, u"cgroups"_qs, Answer::Unsure}};
        PlanQuestion question;
        question.id = u"cgroups"_qs;
        question.ask = u"Do the slaves use cgroups?"_qs;
        PlanQuestion other = question;
        other.id = u"docker"_qs;
        other.ask = u"Docker?"_qs;
        plan.questions = {question, other};
        Record record;
        record.items[u"0.18-masters-restart"_qs].mark.state = StepState::Done;
        record.items[u"0.18-settle"_qs].mark.state = StepState::Skipped;
        record.items[u"0.18-stop-start"_qs].mark.state = StepState::Done;
        DetailsPane pane(plan);
        pane.showHop(plan.hops[0], record);
        const QString said = child<TextPanel>(pane, u"detailsText"_qs).toPlainText().simplified();
        QVERIFY2(said.contains(row), qPrintable(said));
        QVERIFY2(!said.contains(u"Docker?"_qs), "nothing of this upgrade waits for that");
        const QString numbers = child<QLabel>(pane, u"numbers"_qs).text();
        QCOMPARE(numbers,
                 u"Steps: 3  ·  Notes: 1  ·  Steps with a restart: 2  ·  Blockers: 1  ·  Open questions: 1"_qs);
    }

    void ofManyRowsOnlyTheFirstAreListed() {
        const Plan plan = smallPlan();
        QStringList ids;
        for (int i = 0; i < 250; ++i)
            ids << u"0.19-look"_qs;
        const QString html = selectionHtml(plan, {}, ids);
        QCOMPARE(html.count(u"Look at every slave"_qs), 100);
        QVERIFY2(html.contains(u"and 150 more"_qs), qPrintable(html.right(80)));
    }

    void linksFollowWhatTookTheirPlace() {
        Plan plan = smallPlan();
        PlanItem& later = plan.hops[1].sections[0].items[1];
        later.standsFor = {u"0.18-look"_qs};
        Item& masters = plan.hops[0].sections[0].items[1].item;
        masters.details = u"See `0.18-look`, `0.18-gone` and `0.18-masters-restart`"_qs;
        const QString html = detailsHtml(plan, plan.hops[0].sections[0].items[1]);
        QVERIFY2(html.contains(u"<a href=\"step:0.19-look\">0.18-look</a>"_qs), qPrintable(html));
        QVERIFY2(html.contains(u"<code>0.18-gone</code>"_qs), qPrintable(html));
        QVERIFY2(html.contains(u"<code>0.18-masters-restart</code>"_qs), "a link to where people are");
        later.item.details = u"Stands for `0.18-look`"_qs;
        QVERIFY2(!detailsHtml(plan, later).contains(u"<a "_qs), "a link to where people are");
    }

    void stopsCallHostsAsTheirTimeDoes_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("word");
        QTest::newRow("before 1.0") << "0.18-stop-after-first"
                                    << "first slaves";
        QTest::newRow("from 1.0 on") << "1.4-stop-after-first"
                                     << "first agents";
    }
    void stopsCallHostsAsTheirTimeDoes() {
        QFETCH(QString, id);
        QFETCH(QString, word);
        const PausePoint pause{id, PauseKind::FirstSlaves, 0, u"0.18-slaves-restart"_qs, false};
        QVERIFY2(pauseHtml(smallPlan(), pause).contains(word), qPrintable(pauseHtml(smallPlan(), pause)));
    }

    void stripSaysHowManyVersionsAreOneUpgrade() {
        Plan plan = smallPlan();
        plan.hops[1].passes = {u"0.19.x"_qs, u"0.20.x"_qs};
        RouteStrip strip;
        strip.setStretches(stretchesOf(plan));
        const QStringList said = strip.accessibleDescription().split(u"; "_qs);
        QVERIFY2(said.last().contains(u"2 versions at once"_qs), qPrintable(said.last()));
        QVERIFY2(!said.first().contains(u"versions at once"_qs), qPrintable(said.first()));
    }

    void stripSaysItsProgressInWords() {
        const Plan plan = planFor(QStringLiteral("0.17.0"), QStringLiteral("0.19.1"));
        const QString first = nextOpenStep(plan, {});
        Record record;
        record.items[first].mark.state = StepState::Done;
        const auto saidOf = [&] {
            RouteStrip strip;
            strip.setStretches(stretchesOf(plan, record));
            return strip.accessibleDescription().split(QStringLiteral("; "));
        };
        const QStringList said = saidOf();
        QCOMPARE(said.size(), 2);
        QVERIFY2(said.first().contains(u"1 of"_qs), qPrintable(said.first()));
        QVERIFY(said.last().contains(u"0 of"_qs));
        record.items[first].mark.state = StepState::Skipped;
        QVERIFY2(saidOf().constFirst().contains(u"0 of"_qs) && saidOf().constFirst().contains(u"1 set aside"_qs),
                 qPrintable(saidOf().constFirst()));
    }

    void clickOnTheStripNamesTheUpgrade() {
        RouteStrip strip;
        strip.resize(600, 80);
        strip.setStretches({{u"0.17.0"_qs, u"0.18.x"_qs, {}}, {u"0.18.x"_qs, u"0.19.1"_qs, {}}});
        QSignalSpy clicked(&strip, &RouteStrip::stretchClicked);
        QTest::mouseClick(&strip, Qt::LeftButton, {}, QPoint(200, 30));
        QTest::mouseClick(&strip, Qt::LeftButton, {}, QPoint(400, 30));
        QCOMPARE(clicked, (QList<QVariantList>{{0}, {1}}));
    }
};

QTEST_MAIN(TestDetails)
#include "tst_details.moc"
