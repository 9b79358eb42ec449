#include "items/open_steps.h"
#include "tests/support/small_plan.h"
#include "tests/support/support.h"

#include <QTest>

namespace {
QString masters() {
    return QStringLiteral("0.18-masters-restart");
}
QString settle() {
    return QStringLiteral("0.18-settle");
}
QString slaves() {
    return QStringLiteral("0.18-slaves-restart");
}
QString look() {
    return QStringLiteral("0.19-look");
}
QString start() {
    return QStringLiteral("0.18-stop-start");
}
QString end() {
    return QStringLiteral("0.19-stop-end");
}
} // namespace

class TestOpenSteps final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void neighbours_data() {
        QTest::addColumn<QString>("here");
        QTest::addColumn<QMap<QString, StepState>>("states");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        using States = QMap<QString, StepState>;
        QTest::newRow("from an open step") << settle() << States() << masters() << slaves();
        QTest::newRow("a stop in front of a step") << masters() << States() << start() << settle();
        QTest::newRow("a stop behind a step") << look() << States() << slaves() << end();
        QTest::newRow("from a stop, around the beginning") << start() << States() << end() << masters();
        QTest::newRow("from a stop, around the end") << end() << States() << look() << start();
        const States approved{{start(), StepState::Done}, {end(), StepState::Done}};
        QTest::newRow("approved stops are passed over") << masters() << approved << look() << settle();
        QTest::newRow("around the end, past an approved stop") << look() << approved << slaves() << masters();
        QTest::newRow("from an approved stop") << start() << approved << look() << masters();
        QTest::newRow("from a note") << "0.18-read" << States() << end() << start();
        QTest::newRow("from what is done") << settle() << States{{settle(), StepState::Done}} << masters() << slaves();
        QTest::newRow("past what is settled")
            << masters() << States{{settle(), StepState::Skipped}, {slaves(), StepState::NotApplicable}} << start()
            << look();
        QTest::newRow("failed is open") << masters() << States{{settle(), StepState::Failed}} << start() << settle();
        QTest::newRow("what is put off is passed over")
            << settle() << States{{masters(), StepState::Deferred}} << start() << slaves();
        QTest::newRow("from what is put off, the way it stands")
            << masters() << States{{masters(), StepState::Deferred}} << start() << settle();
        const States due{{masters(), StepState::Deferred}, {settle(), StepState::Done}, {slaves(), StepState::Done}};
        QTest::newRow("what was put off and is due comes next") << look() << due << start() << masters();
        QTest::newRow("… also from what is done") << slaves() << due << start() << masters();
        QTest::newRow("from there on to its upgrade") << masters() << due << start() << look();
        States last = approved;
        last.insert({{masters(), StepState::Done}, {slaves(), StepState::Done}, {look(), StepState::Done}});
        QTest::newRow("the only open one") << settle() << last << settle() << settle();
        last.insert(settle(), StepState::Done);
        QTest::newRow("none is open") << settle() << last << QString() << QString();
        QTest::newRow("not in the plan") << "0.20-look" << States() << masters() << masters();
    }
    void neighbours() {
        QFETCH(QString, here);
        using States = QMap<QString, StepState>;
        QFETCH(States, states);
        QFETCH(QString, before);
        QFETCH(QString, after);
        Record record;
        for (auto state = states.cbegin(); state != states.cend(); ++state) {
            record.items[state.key()].mark.state = state.value();
            if (state.value() == StepState::Deferred)
                record.items[state.key()].mark.deferredTo = QStringLiteral("0.19.x");
        }
        QCOMPARE(openStepAfter(smallPlan(), record, here), after);
        QCOMPARE(openStepBefore(smallPlan(), record, here), before);
    }

    void stopThatSomebodyWentPastIsNotMetAgain() {
        Record record;
        record.items[start()].passedWith = masters();
        QCOMPARE(openStepBefore(smallPlan(), record, masters()), start());
        record.items[masters()].mark.state = StepState::InProgress;
        QCOMPARE(openStepBefore(smallPlan(), record, masters()), end());
    }
};

QTEST_GUILESS_MAIN(TestOpenSteps)
#include "tst_open_steps.moc"
