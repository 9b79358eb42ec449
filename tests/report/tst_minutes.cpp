#include "report/minutes.h"
#include "report/paper/pages.h"
#include "sample_plan.h"
#include "support/support.h"

#include <QTest>
#include <QXmlStreamReader>

namespace {
QString slavesReboot() {
    return u"0.18-slaves-reboot"_qs;
}

/// A journal whose entries are a minute apart, Lin's and Kim's in turn.
class Talk final {
public:
    Talk& mark(const QString& id, const Mark& mark) { return add(Deed::State, {id}, stateWord(mark.state), mark); }
    Talk& write(Deed deed, const QString& id, const QString& text) { return add(deed, {id}, text, {}); }
    Talk& call(const QString& text) { return add(Deed::Call, {}, text, {}); }
    Talk& plan(const QString& from, const QString& to, const QString& change) {
        add(Deed::Plan, {}, to, {});
        m_meeting.journal.last().before = from;
        m_meeting.planChanges.insert(m_meeting.journal.constLast().number, change);
        return *this;
    }
    /// What was said so far was said before the meeting.
    Talk& begin() {
        m_meeting.after = m_meeting.journal.size();
        return *this;
    }

    const Meeting& meeting() const { return m_meeting; }
    Record record() const { return recordOf(m_meeting.journal); }

private:
    Talk& add(Deed deed, const QStringList& about, const QString& after, const Mark& mark) {
        const qint64 number = m_meeting.journal.size() + 1;
        const QDateTime when = QDateTime(QDate(2026, 11, 22), QTime(14, 0), Qt::UTC).addSecs(60 * number);
        m_meeting.journal << JournalEntry{number, when, number % 2 ? u"lin"_qs : u"kim"_qs, deed, about, {},
                                          after,  mark};
        return *this;
    }

    Meeting m_meeting{workedPlan(), QDate(2026, 11, 22), 0, {}, {}};
};

Mark accepted(const QString& why) {
    return {StepState::Skipped, why, {}, u"Lin <lin@example.org>"_qs, QDate(2026, 12, 24)};
}

/// Before it a note; in it a bit of everything, and some of it taken back.
Talk talk() {
    Talk talk;
    talk.write(Deed::Note, u"0.19-registry"_qs, u"read before"_qs).begin();
    talk.mark(u"0.18-failover-timeout"_qs, accepted(u"*All* of them were asked.\n- [ ] none sets it"_qs));
    talk.write(Deed::Owner, u"0.18-stop-start"_qs, u"Kim"_qs).write(Deed::Day, u"0.18-stop-start"_qs, u"2026-12-01"_qs);
    talk.write(Deed::Owner, slavesReboot(), u"Robin"_qs);
    talk.write(Deed::Note, slavesReboot(), u"# Rack by rack,\n<b>not</b> all at once"_qs);
    talk.plan({}, u"b"_qs, u"cgroups isolation: unsure → some"_qs);
    talk.plan(u"b"_qs, u"c"_qs, u"authentication: unsure → no"_qs);
    talk.plan(u"c"_qs, u"b"_qs, u"authentication: no → unsure"_qs);
    talk.call(u"Ops on duty: 0123 456"_qs).write(Deed::Value, u"masters"_qs, u"m1 m2 m3"_qs);
    talk.mark(u"0.19-modules"_qs, {StepState::NotApplicable, u"there are none"_qs, {}, {}, {}});
    talk.write(Deed::Owner, u"0.18-monitoring"_qs, u"Robin"_qs).write(Deed::Owner, u"0.18-monitoring"_qs, {});
    return talk;
}

QString minutesText(const Talk& talk) {
    return QString::fromUtf8(*makeSheet(minutesOf(workedPlan(), talk.record(), talk.meeting()), Format::Markdown));
}
} // namespace

class TestMinutes final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void golden() {
        const Talk held = talk();
        const Sheet minutes = minutesOf(workedPlan(), held.record(), held.meeting());
        QVERIFY(matchesGolden(*makeSheet(minutes, Format::Markdown), u"golden/minutes.md"_qs));
    }

    void minutesSay_data() {
        QTest::addColumn<QString>("words");
        QTest::newRow("which plan") << u"# Minutes of 2026-11-22: Upgrade Mesos 0.17.0 → 0.19.1\n"_qs;
        QTest::newRow("when, and who wrote")
            << u"Written down from 2026-11-22 14:02 to 2026-11-22 14:14 UTC by kim, lin"_qs;
        QTest::newRow("an answer") << u"\n- cgroups isolation: unsure → some – 2026"_qs;
        QTest::newRow("a risk: why") << u": skipped; \\*All\\* of them were asked"_qs;
        QTest::newRow("a risk: who, until when") << u"accepted by Lin \\<lin@example"_qs;
        QTest::newRow("an approver") << u"`0.18-stop-start`: Kim approves – "_qs;
        QTest::newRow("an owner") << u"`0.18-slaves-reboot`: Robin does it – "_qs;
        QTest::newRow("a day") << u"`0.18-stop-start`: planned for 2026-12-01 – "_qs;
        QTest::newRow("a note, within its bullet") << u"Rack by rack,\\\n  \\<b"_qs;
        QTest::newRow("whom to call") << u"- Whom to call: Ops on duty: 0123 456 – "_qs;
        QTest::newRow("a value") << u"- Value `masters`: m1 m2 m3 – "_qs;
        QTest::newRow("another mark") << u"`0.19-modules`: not applicable; there are none – "_qs;
    }
    void minutesSay() {
        QFETCH(QString, words);
        const QString text = minutesText(talk());
        QVERIFY2(text.contains(words), qPrintable(text));
    }

    void whatIsNoDecision_data() {
        QTest::addColumn<QString>("words");
        QTest::newRow("said before the meeting") << u"read before"_qs;
        QTest::newRow("said and taken back") << u"0.18-monitoring`: "_qs;
        QTest::newRow("an answer that was undone") << u"authentication: "_qs;
    }
    void whatIsNoDecision() {
        QFETCH(QString, words);
        QString text = minutesText(talk());
        text = text.left(text.indexOf(u"## Still open"_qs));
        QVERIFY2(!text.contains(words), qPrintable(text));
    }

    void whatWasSaidTwice_isThereOnce() {
        Talk twice;
        twice.begin().write(Deed::Owner, slavesReboot(), u"Robin"_qs).write(Deed::Owner, slavesReboot(), u"Kim"_qs);
        const QList<Decision> decisions = decisionsOf(workedPlan(), twice.meeting());
        QCOMPARE(decisions.size(), 1);
        QVERIFY(decisions.constFirst().text.endsWith(u": Kim does it"_qs));
    }

    void whatAnAnswerChanged_isListed() {
        Plan later = workedPlan();
        later.hops[1].sections.last().items.removeLast();
        const Talk held = talk();
        const Sheet minutes = minutesOf(later, held.record(), held.meeting());
        const QString text = QString::fromUtf8(*makeSheet(minutes, Format::Markdown));
        QVERIFY2(
            text.contains(u"## What that changed in the plan\n\n- − goes: Build the modules anew `0.19-modules`"_qs),
            qPrintable(text));
    }

    void nothingSaid_isSaid() {
        const QString text = minutesText(Talk().begin());
        QVERIFY2(text.contains(u"Nothing was written down in this meeting"_qs), qPrintable(text));
        QVERIFY(!text.contains(u"## Decided"_qs));
    }

    void stepThatFailedBefore_isStillThere() {
        Talk failed;
        failed.mark(u"0.18-masters-restart"_qs, {StepState::Failed, u"m2 does <not> start"_qs, {}, {}, {}}).begin();
        const QString text = minutesText(failed);
        const qsizetype at = text.indexOf(u"\n## What failed\n"_qs);
        QVERIFY2(at > 0, qPrintable(text));
        const QString part = text.mid(at, 300);
        QVERIFY2(part.contains(u"`0.18-masters-restart` – Failed: "_qs), qPrintable(part));
        QVERIFY2(part.contains(u"m2 does \\<not\\> start"_qs), qPrintable(part));
        QVERIFY(!minutesText(talk()).contains(u"## What failed"_qs));
    }

    void stillOpen() {
        Talk held = talk();
        const StillOpen before = stillOpenIn(workedPlan(), {}, held.meeting().day);
        QVERIFY(before.blockers.contains(u"0.18-failover-timeout"_qs));
        QVERIFY(before.stops.contains(u"0.18-stop-start"_qs));
        const StillOpen after = stillOpenIn(workedPlan(), held.record(), held.meeting().day);
        QVERIFY(!after.blockers.contains(u"0.18-failover-timeout"_qs));
        QVERIFY2(!after.stops.contains(u"0.18-stop-start"_qs), "with an approver and a day");
        const StillOpen later = stillOpenIn(workedPlan(), held.record(), QDate(2026, 12, 25));
        QVERIFY2(later.blockers.contains(u"0.18-failover-timeout"_qs), "an acceptance that is over");
    }

    void openQuestions_haveHowToFindOut() {
        const Plan plan = planFor(u"0.17.0"_qs, u"0.19.1"_qs);
        const Meeting meeting{plan, QDate(2026, 11, 22), 0, {}, {}};
        const QString text = QString::fromUtf8(*makeSheet(minutesOf(plan, {}, meeting), Format::Markdown));
        const StillOpen open = stillOpenIn(plan, {}, meeting.day);
        QVERIFY(!open.questions.isEmpty());
        QCOMPARE(text.section(u"## Still open: questions"_qs, 1).section(u"\n## "_qs, 0, 0).count(u"\n- **"_qs),
                 open.questions.size());
        QVERIFY2(text.contains(u"\n  ```sh\n"_qs), qPrintable(text));
    }

    void htmlIsWellFormed() {
        const Talk held = talk();
        const QByteArray html = *makeSheet(minutesOf(workedPlan(), held.record(), held.meeting()), Format::Html);
        QVERIFY(html.contains("&lt;b&gt;not&lt;/b&gt; all at once"));
        const qsizetype body = html.indexOf("<body>");
        QXmlStreamReader reader(QByteArray(html.mid(body, html.indexOf("</body>") + 7 - body))
                                    .replace("<br>", "<br/>")
                                    .replace("<hr>", "<hr/>"));
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    }

    void paper_hasPages() {
        const Talk held = talk();
        const Sheet minutes = minutesOf(workedPlan(), held.record(), held.meeting());
        const Pages pages = layOutSheet(minutes, PageSize::A4);
        QVERIFY(pages.count() >= 1);
        QVERIFY(!pages.pages().constFirst().headings.isEmpty());
        const Result<QByteArray> pdf = makeSheet(minutes, Format::Pdf);
        QVERIFY2(pdf && pdf->startsWith("%PDF-"), pdf ? "no PDF" : qPrintable(pdf.error().message));
    }
};

QTEST_MAIN(TestMinutes)
#include "tst_minutes.moc"
