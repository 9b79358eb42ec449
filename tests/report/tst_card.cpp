#include "report/card.h"
#include "sample_plan.h"
#include "support/support.h"

#include <QTest>

class TestCard final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void golden() {
        QVERIFY(
            matchesGolden(*madeCard(workedPlan(), workedRecord(), failed(), Format::Markdown), u"golden/card.md"_qs));
        QVERIFY(matchesGolden(*madeCard(workedPlan(), workedRecord(), failed(), Format::Html), u"golden/card.html"_qs));
    }

    void cardSays_data() {
        QTest::addColumn<QString>("step");
        QTest::addColumn<QString>("words");
        QTest::newRow("which step") << failed() << u"**Reboot the slaves (if necessary) & unmount"_qs;
        QTest::newRow("of which upgrade, in which state")
            << failed() << u"Step 3 of the upgrade 0.17.0 → 0.18.x: failed\n"_qs;
        QTest::newRow("that nobody marked it as failed")
            << u"0.18-masters-restart"_qs
            << u"\nNobody has marked this step as failed. What follows holds if it is.\n"_qs;
        QTest::newRow("what was seen") << failed() << u"**Failed**: s7 \\<does\\> not come back – 2026-11-22 03:03"_qs;
        QTest::newRow("what runs now") << failed() << u"\n- masters: 0.18.2\n- slaves: between 0.17.0"_qs;
        QTest::newRow("may it be left as before")
            << failed()
            << u"\n- As it was after `0.18-masters-restart`: finish this component first: masters of two"_qs;
        QTest::newRow("may it be left within")
            << failed() << u"\n- As it is now, in the middle of this step: no source says"_qs;
        QTest::newRow("the way back of a source") << failed() << u"\nOf this step: mount it again\n"_qs;
        QTest::newRow("no way back described")
            << u"0.18-masters-restart"_qs << u"\nOf this step: no source describes a way back.\n"_qs;
        QTest::newRow("a source says there is none")
            << u"0.19-quorum"_qs << u"\nOf this step: cannot be taken back\n"_qs;
        QTest::newRow("nothing was done before")
            << u"0.18-failover-timeout"_qs << u"\n- As it was before this step: no step was done before it.\n"_qs;
        QTest::newRow("what must wait") << failed() << u"\n- Give the masters `--quorum` `0.19-quorum`\n"_qs;
        QTest::newRow("nothing waits") << u"0.19-modules"_qs << u"\nNo other step waits for this one.\n"_qs;
        QTest::newRow("whom to call") << failed() << u"\nOps on duty: 0123 456\\\nthen \\_Lin\\_\n"_qs;
    }
    void cardSays() {
        QFETCH(QString, step);
        QFETCH(QString, words);
        const QString card = QString::fromUtf8(*madeCard(workedPlan(), workedRecord(), step, Format::Markdown));
        QVERIFY2(card.contains(words), qPrintable(card));
    }

    void noMoreThanTenStepsAreNamed() {
        const Plan plan = planFor(u"0.11.0"_qs, u"0.22.x"_qs);
        const QString card = QString::fromUtf8(*madeCard(plan, {}, u"0.12-failover-timeout"_qs, Format::Markdown));
        const QString waiting = card.section(u"## Do not begin"_qs, 1).section(u"\n## "_qs, 0, 0);
        QCOMPARE(waiting.count(u"\n- "_qs), 11);
        QVERIFY2(waiting.trimmed().endsWith(u" more"_qs), qPrintable(waiting));
    }

    void whatNobodySaid_canBeWritten() {
        const QByteArray card = *madeCard(workedPlan(), {}, failed(), Format::Markdown);
        QCOMPARE(card.count(QByteArray("\n" + QByteArray(72, '_') + "\n")), 2 + 1 + 4);
    }

    void personsTexts_areText() {
        Record record = workedRecord();
        record.items[failed()].mark.reason = u"# a\n- <b>c</b> *d*"_qs;
        record.call = u"</p><script>e</script>"_qs;
        const QString html = QString::fromUtf8(*madeCard(workedPlan(), record, failed(), Format::Html));
        QVERIFY(html.contains(u"</strong>: # a<br>- &lt;b&gt;c&lt;/b&gt; *d* – "_qs));
        QVERIFY(html.contains(u"<p>&lt;/p&gt;&lt;script&gt;e&lt;/script&gt;</p>"_qs));
    }

    void unknownStep_isSaidWithTheNearest() {
        const Result<Sheet> card = cardOf(workedPlan(), {}, u"0.18-slave-reboot"_qs);
        QVERIFY(!card);
        QCOMPARE(card.error().kind, Error::Kind::Request);
        QCOMPARE(card.error().message, u"The plan has no step 0.18-slave-reboot; did it mean 0.18-slaves-reboot?"_qs);
    }

    void json_isNotOffered() {
        QCOMPARE(madeCard(workedPlan(), {}, failed(), Format::Json).error().kind, Error::Kind::Request);
    }

private:
    static Result<QByteArray> madeCard(const Plan& plan, const Record& record, const QString& step, Format format) {
        return cardOf(plan, record, step).and_then([&](const Sheet& card) { return makeSheet(card, format); });
    }

    static QString failed() { return u"0.18-slaves-reboot"_qs; }
};

QTEST_MAIN(TestCard)
#include "tst_card.moc"
