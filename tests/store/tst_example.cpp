#include "store/example.h"
#include "tests/support/support.h"

#include <QTemporaryDir>
#include <QTest>

class TestExample : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void example_isHalfDoneInOrder() {
        const QTemporaryDir folder;
        const auto file = createExample(catalogue(), folder.filePath(QStringLiteral("example.mesosplan")));
        QVERIFY2(file, qPrintable(file ? QString() : file.error().message));
        const Plan& plan = (*file)->plan();
        QCOMPARE(plan.from, QStringLiteral("0.14.2"));
        QCOMPARE(plan.to, QStringLiteral("0.20.1"));

        QList<StepState> states;
        qsizetype notes = 0;
        forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
            notes += !(*file)->record().value(item.item.id).note.isEmpty();
            if (item.item.isStep())
                states << (*file)->record().value(item.item.id).state;
        });
        QCOMPARE(notes, 3);
        QCOMPARE(states.count(StepState::Done), states.size() / 2);
        QCOMPARE(states.lastIndexOf(StepState::Done), states.size() / 2 - 1);
    }

    void answers_areThoseOfRealQuestions() {
        const QTemporaryDir folder;
        const auto file = createExample(catalogue(), folder.filePath(QStringLiteral("example.mesosplan")));
        QVERIFY(file);
        const Answers answers = (*file)->plan().answers();
        QCOMPARE(answers.value(QStringLiteral("cgroups"), Answer::No), Answer::Some);
        const qsizetype open = openQuestions((*file)->plan()).size();
        QVERIFY2(open == 1 || open == 2, qPrintable(QString::number(open)));
    }

    void deedsAfterwards_areThoseOfThePersonNow() {
        const QTemporaryDir folder;
        const auto file = createExample(catalogue(), folder.filePath(QStringLiteral("example.mesosplan")));
        QVERIFY(file);
        QVERIFY((*file)->setState(nextOpenStep((*file)->plan(), (*file)->record()), StepState::Done));
        QCOMPARE((*file)->journal()->last().who, Scribe::loginName());
        QVERIFY((*file)->journal()->last().when.secsTo(QDateTime::currentDateTimeUtc()) < 60);
    }
};

QTEST_GUILESS_MAIN(TestExample)
#include "tst_example.moc"
