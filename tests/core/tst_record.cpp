#include "core/record.h"
#include "support/support.h"

#include <QTest>

namespace {

const QDateTime& noon() {
    static const QDateTime time(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
    return time;
}

JournalEntry entry(qint64 number, const QString& who, Deed deed, const QStringList& about, const QString& after,
                   const Mark& mark = {}) {
    return {number, noon().addSecs(60 * number), who, deed, about, {}, after, mark};
}

} // namespace

class TestRecord final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void theRecordIsWhatTheJournalSays() {
        const Mark skipped{StepState::Skipped, u"no such hosts"_qs, {}, u"Lin"_qs, QDate(2026, 12, 24)};
        const Record record = recordOf({
            entry(1, u"ann"_qs, Deed::State, {u"a"_qs, u"b"_qs}, u"done"_qs, {StepState::Done, {}, {}, {}, {}}),
            entry(2, u"bob"_qs, Deed::Note, {u"a"_qs}, u"2 slaves late"_qs),
            entry(3, u"bob"_qs, Deed::Observed, {u"a"_qs}, u"0.18.2"_qs),
            entry(4, u"bob"_qs, Deed::Owner, {u"c"_qs}, u"Kim"_qs),
            entry(5, u"ann"_qs, Deed::State, {u"b"_qs}, u"skipped"_qs, skipped),
            entry(6, u"ann"_qs, Deed::Passed, {u"0.18-stop-start"_qs}, u"a"_qs),
            entry(7, u"ann"_qs, Deed::Call, {}, u"Lin, 555"_qs),
            entry(8, u"ann"_qs, Deed::Value, {u"masters"_qs}, u"m1 m2 m3"_qs),
            entry(9, u"ann"_qs, Deed::Plan, {}, u"abc"_qs),
            entry(10, u"ann"_qs, Deed::Day, {u"0.18-stop-start"_qs}, u"2026-12-01"_qs),
        });
        QCOMPARE(record.stateOf(u"a"_qs), StepState::Done);
        QCOMPARE(record.of(u"a"_qs).markedBy, u"ann"_qs);
        QCOMPARE(record.of(u"a"_qs).markedAt, noon().addSecs(60));
        QCOMPARE(record.of(u"a"_qs).note, u"2 slaves late"_qs);
        QCOMPARE(record.of(u"a"_qs).observed, u"0.18.2"_qs);
        QCOMPARE(record.of(u"b"_qs).mark, skipped);
        QCOMPARE(record.of(u"c"_qs).owner, u"Kim"_qs);
        QCOMPARE(record.stateOf(u"c"_qs), StepState::Open);
        QCOMPARE(record.of(u"0.18-stop-start"_qs).passedWith, u"a"_qs);
        QCOMPARE(record.of(u"0.18-stop-start"_qs).passedBy, u"ann"_qs);
        QCOMPARE(record.call, u"Lin, 555"_qs);
        QCOMPARE(record.values.value(u"masters"_qs), u"m1 m2 m3"_qs);
        QCOMPARE(record.plan, u"abc"_qs);
        QCOMPARE(record.of(u"0.18-stop-start"_qs).day, QDate(2026, 12, 1));
    }

    void aLaterEntryTakesThePlaceOfAnEarlierOne() {
        Record record = recordOf({
            entry(1, u"ann"_qs, Deed::State, {u"a"_qs}, u"failed"_qs, {StepState::Failed, u"no leader"_qs, {}, {}, {}}),
            entry(2, u"ann"_qs, Deed::Value, {u"masters"_qs}, u"m1"_qs),
            entry(3, u"bob"_qs, Deed::State, {u"a"_qs}, u"open"_qs),
            entry(4, u"bob"_qs, Deed::Value, {u"masters"_qs}, {}),
        });
        QCOMPARE(record.of(u"a"_qs).mark, Mark());
        QCOMPARE(record.of(u"a"_qs).markedBy, u"bob"_qs);
        QVERIFY(record.values.isEmpty());
    }

    void onlyThreeStatesAreSettled() {
        QList<StepState> settled;
        for (int state = 0; state < 7; ++state)
            if (isSettled(static_cast<StepState>(state)))
                settled << static_cast<StepState>(state);
        QCOMPARE(settled, (QList{StepState::Done, StepState::Skipped, StepState::NotApplicable}));
    }
};

QTEST_GUILESS_MAIN(TestRecord)
#include "tst_record.moc"
