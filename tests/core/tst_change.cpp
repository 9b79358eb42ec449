#include "core/change.h"
#include "core/enum_names.h"
#include "core/pause_points.h"
#include "support/small_plan.h"
#include "support/support.h"

#include <QElapsedTimer>
#include <QTest>

#include <limits>

namespace {

const QDate& christmas() {
    static const QDate day(2026, 12, 24);
    return day;
}

} // namespace

class TestChange final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void marks_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<Mark>("mark");
        QTest::addColumn<QString>("refusedFor"); // empty: taken
        const QString masters = u"0.18-masters-restart"_qs;
        const QString blocker = u"0.18-settle"_qs;
        const QString stop = u"0.18-stop-start"_qs;
        QTest::newRow("done needs nothing") << masters << Mark{StepState::Done, {}, {}, {}, {}} << QString();
        QTest::newRow("failed without a word is taken, at once")
            << masters << Mark{StepState::Failed, {}, {}, {}, {}} << QString();
        QTest::newRow("skipped needs a reason")
            << masters << Mark{StepState::Skipped, u" \n"_qs, {}, {}, {}} << u"without a reason"_qs;
        QTest::newRow("skipped with a reason") << masters << Mark{StepState::Skipped, u"r"_qs, {}, {}, {}} << QString();
        QTest::newRow("not applicable needs a reason")
            << masters << Mark{StepState::NotApplicable, {}, {}, {}, {}} << u"without a reason"_qs;
        QTest::newRow("put off needs a later upgrade")
            << masters << Mark{StepState::Deferred, {}, {}, {}, {}} << u"there is: 0.19.x"_qs;
        QTest::newRow("put off to its own upgrade")
            << masters << Mark{StepState::Deferred, {}, u"0.18"_qs, {}, {}} << u"there is: 0.19.x"_qs;
        QTest::newRow("put off from the last upgrade")
            << u"0.19-look"_qs << Mark{StepState::Deferred, {}, u"0.19"_qs, {}, {}} << u"last upgrade"_qs;
        QTest::newRow("put off to a later one")
            << masters << Mark{StepState::Deferred, {}, u"0.19"_qs, {}, {}} << QString();
        QTest::newRow("a blocker is done") << blocker << Mark{StepState::Done, {}, {}, {}, {}} << QString();
        QTest::newRow("a blocker is not skipped for a reason alone")
            << blocker << Mark{StepState::Skipped, u"r"_qs, {}, {}, {}} << u"who accepts it, until which day"_qs;
        QTest::newRow("nor set aside as not applicable")
            << blocker << Mark{StepState::NotApplicable, u"r"_qs, {}, u"Lin"_qs, {}} << u"until which day"_qs;
        QTest::newRow("nor put off") << blocker << Mark{StepState::Deferred, {}, u"0.19"_qs, u"Lin"_qs, christmas()}
                                     << u"Missing: why"_qs;
        QTest::newRow("a blocker is skipped when it is accepted: who, why, until when")
            << blocker << Mark{StepState::Skipped, u"r"_qs, {}, u"Lin"_qs, christmas()} << QString();
        QTest::newRow("a stop is approved") << stop << Mark{StepState::Done, {}, {}, {}, {}} << QString();
        QTest::newRow("a stop is not skipped")
            << stop << Mark{StepState::Skipped, u"r"_qs, {}, {}, {}} << u"approved"_qs;
        QTest::newRow("a note has no state")
            << u"0.18-read"_qs << Mark{StepState::Done, {}, {}, {}, {}} << u"no step"_qs;
        QTest::newRow("an unknown id, with the nearest")
            << u"0.18-master-restart"_qs << Mark{StepState::Done, {}, {}, {}, {}} << masters;
    }
    void marks() {
        QFETCH(const QString, id);
        QFETCH(const Mark, mark);
        QFETCH(const QString, refusedFor);
        Plan plan = smallPlan();
        const auto checked = checkedChanges(plan, {}, marking({id}, mark));
        if (refusedFor.isEmpty()) {
            QVERIFY2(checked, checked ? "" : qPrintable(checked.error().message));
        } else {
            QVERIFY(!checked);
            QCOMPARE(checked.error().kind, Error::Kind::Request);
            QVERIFY2(checked.error().message.contains(refusedFor), qPrintable(checked.error().message));
        }
    }

    void whatAStateDoesNotTakeIsDropped() {
        const Mark all{StepState::Done, u"r"_qs, u"0.19"_qs, u"Lin"_qs, christmas()};
        const auto checked = checkedChanges(smallPlan(), {}, marking({u"0.18-masters-restart"_qs}, all));
        QVERIFY(checked);
        QCOMPARE(checked->constFirst().mark, (Mark{StepState::Done, {}, {}, {}, {}}));
        // Nobody has to accept what is no blocker.
        Mark skipped = all;
        skipped.state = StepState::Skipped;
        const auto plain = checkedChanges(smallPlan(), {}, marking({u"0.18-masters-restart"_qs}, skipped));
        QVERIFY(plain);
        QCOMPARE(plain->constFirst().mark, (Mark{StepState::Skipped, u"r"_qs, {}, {}, {}}));
    }

    void aDayIsOneOrNothing() {
        const auto planned = [](const QString& day) {
            return checkedChanges(smallPlan(), {}, {Change{Deed::Day, u"0.18-stop-start"_qs, day, {}}});
        };
        QCOMPARE(planned(u" 2026-12-01 "_qs)->constFirst().text, u"2026-12-01"_qs);
        QCOMPARE(planned(u""_qs)->constFirst().text, QString());
        const auto refused = planned(u"next week"_qs);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Request);
        QVERIFY2(refused.error().message.contains(u"“next week”"), qPrintable(refused.error().message));
    }

    void allOrNone() {
        const auto checked = checkedChanges(
            smallPlan(), {}, marking({u"0.18-masters-restart"_qs, u"0.18-read"_qs}, {StepState::Done, {}, {}, {}, {}}));
        QVERIFY(!checked);
    }

    void valuesAreHeldAgainstThoseThatComeWithThem() {
        Record three;
        three.values = {{u"masters"_qs, u"a b c"_qs}, {u"master-count"_qs, u"3"_qs}};
        const QList<Change> five{{Deed::Value, u"masters"_qs, u"a b c d e"_qs, {}},
                                 {Deed::Value, u"master-count"_qs, u"5"_qs, {}}};
        QVERIFY(checkedChanges(smallPlan(), three, five));
        QVERIFY(!checkedChanges(smallPlan(), three, {five.constFirst()}));
    }

    void everyInverseLeadsBack_data() {
        QTest::addColumn<Change>("change");
        for (const Deed deed :
             {Deed::State, Deed::Note, Deed::Observed, Deed::Owner, Deed::Day, Deed::Call, Deed::Value, Deed::Plan}) {
            const bool isState = deed == Deed::State;
            QTest::newRow(qPrintable(enumName(deed)))
                << Change{deed, deed == Deed::Value ? u"masters"_qs : u"0.18-masters-restart"_qs,
                          isState             ? u"failed"_qs
                          : deed == Deed::Day ? u"2026-12-01"_qs
                                              : u"other"_qs,
                          isState ? Mark{StepState::Failed, u"r"_qs, {}, {}, {}} : Mark{}};
        }
    }
    void everyInverseLeadsBack() {
        QFETCH(const Change, change);
        Record before;
        before.call = u"Lin"_qs;
        before.plan = u"abc"_qs;
        before.values.insert(u"masters"_qs, u"m1"_qs);
        before.items[change.about] = {
            {StepState::Skipped, u"r"_qs, {}, {}, {}}, {}, {}, u"note"_qs, u"seen"_qs, u"Kim"_qs, {}, {}, {}, {}};
        Record record = before;
        const auto perform = [&](const Change& deed) {
            apply({1, {}, {}, deed.deed, {deed.about}, {}, deed.text, deed.mark}, record);
        };
        const Change back = inverseOf(record, change);
        perform(change);
        QVERIFY(record != before);
        QCOMPARE(inverseOf(record, change), change);
        perform(back);
        QCOMPARE(record, before);
    }

    void numbersOfAFileAreNotTrusted() {
        Plan plan = smallPlan();
        plan.coverage.planned = std::numeric_limits<int>::max();
        QElapsedTimer time; // where there is memory for as many it is not refused, but takes half a minute
        time.start();
        QVERIFY(checkedChanges(plan, {}, marking({u"0.18-settle"_qs}, {StepState::Done, {}, {}, {}, {}})));
        QVERIFY2(time.elapsed() < 5000, qPrintable(QString::number(time.elapsed())));
    }

    void whoApprovesIsNamed_data() {
        QTest::addColumn<QList<Change>>("changes");
        QTest::addColumn<QString>("owner"); // of the stop, before
        QTest::addColumn<bool>("isNamed");
        const Mark done{StepState::Done, {}, {}, {}, {}};
        const QStringList stop{u"0.18-stop-start"_qs};
        QTest::newRow("a stop that nobody was named for") << marking(stop, done) << QString() << true;
        QTest::newRow("a stop with a name") << marking(stop, done) << u"Kim"_qs << false;
        QTest::newRow("a stop that gets its name with the approval")
            << (marking(stop, done) + QList<Change>{{Deed::Owner, stop.constFirst(), u"Kim"_qs, {}}}) << QString()
            << false;
        QTest::newRow("a stop that is open again") << marking(stop, {}) << QString() << false;
        QTest::newRow("a step") << marking({u"0.18-settle"_qs}, done) << QString() << false;
    }
    void whoApprovesIsNamed() {
        QFETCH(const QList<Change>, changes);
        QFETCH(const QString, owner);
        QFETCH(const bool, isNamed);
        Record record;
        record.items[u"0.18-stop-start"_qs].owner = owner;
        const QList<Change> named{{Deed::Owner, u"0.18-stop-start"_qs, u"Lin"_qs, {}}};
        QCOMPARE(withApprovers(record, changes, u"Lin"_qs), isNamed ? changes + named : changes);
    }

    void statesAsPeopleTypeThem() {
        QCOMPARE(*parseState(u"In Progress"_qs), StepState::InProgress);
        QCOMPARE(*parseState(u"not-applicable"_qs), StepState::NotApplicable);
        const auto unknown = parseState(u"dome"_qs);
        QVERIFY(!unknown);
        QVERIFY(unknown.error().message.contains(u"in-progress, done, skipped"_qs));
    }
};

QTEST_GUILESS_MAIN(TestChange)
#include "tst_change.moc"
