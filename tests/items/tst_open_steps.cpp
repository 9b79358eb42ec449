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
        QTest::newRow("around the end") << look() << States() << slaves() << masters();
        QTest::newRow("around the beginning") << masters() << States() << look() << settle();
        QTest::newRow("from a note") << "0.18-read" << States() << look() << masters();
        QTest::newRow("from what is done") << settle() << States{{settle(), StepState::Done}} << masters() << slaves();
        QTest::newRow("past what is settled")
            << masters() << States{{settle(), StepState::Skipped}, {slaves(), StepState::NotApplicable}} << look()
            << look();
        QTest::newRow("failed is open") << masters() << States{{settle(), StepState::Failed}} << look() << settle();
        QTest::newRow("what is put off is passed over")
            << settle() << States{{masters(), StepState::Deferred}} << look() << slaves();
        QTest::newRow("from what is put off, the way it stands")
            << masters() << States{{masters(), StepState::Deferred}} << look() << settle();
        const States due{{masters(), StepState::Deferred}, {settle(), StepState::Done}, {slaves(), StepState::Done}};
        QTest::newRow("what was put off and is due comes next") << look() << due << masters() << masters();
        QTest::newRow("… also from what is done") << slaves() << due << look() << masters();
        QTest::newRow("from there on to its upgrade") << masters() << due << look() << look();
        QTest::newRow("a stop leads to the step it stands in front of")
            << "0.18-stop-start" << States() << look() << masters();
        QTest::newRow("a stop behind a step leads to the next") << "0.19-stop-end" << States() << look() << masters();
        QTest::newRow("the only open one")
            << settle() << States{{masters(), StepState::Done}, {slaves(), StepState::Done}, {look(), StepState::Done}}
            << settle() << settle();
        QTest::newRow("none is open") << settle()
                                      << States{{masters(), StepState::Done},
                                                {settle(), StepState::Done},
                                                {slaves(), StepState::Done},
                                                {look(), StepState::Done}}
                                      << QString() << QString();
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
};

QTEST_GUILESS_MAIN(TestOpenSteps)
#include "tst_open_steps.moc"
