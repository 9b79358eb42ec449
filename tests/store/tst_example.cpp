#include "core/progress.h"
#include "store/example.h"
#include "tests/support/support.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

class TestExample : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void example_isHalfSettledInOrder() {
        const QTemporaryDir folder;
        const auto file = createExample(catalogue(), folder.filePath(QStringLiteral("example.mesosplan")));
        QVERIFY2(file, qPrintable(file ? QString() : file.error().message));
        const Plan& plan = (*file)->plan();
        QCOMPARE(plan.from, QStringLiteral("0.14.2"));
        QCOMPARE(plan.to, QStringLiteral("0.20.1"));

        QList<bool> settled;
        forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
            if (item.item.isStep())
                settled << isSettled((*file)->record().stateOf(item.item.id));
        });
        QCOMPARE(settled.count(true), settled.size() / 2);
        QCOMPARE(settled.lastIndexOf(true), settled.size() / 2 - 1);
    }

    void example_showsWhatPeopleRecord() {
        const QTemporaryDir folder;
        const auto file = createExample(catalogue(), folder.filePath(QStringLiteral("example.mesosplan")));
        QVERIFY(file);
        const Record& record = (*file)->record();
        const auto has = [&](const std::function<bool(const ItemRecord&)>& what) {
            return std::any_of(record.items.cbegin(), record.items.cend(), what);
        };
        QVERIFY(has([](const ItemRecord& item) { return !item.note.isEmpty(); }));
        QVERIFY(has([](const ItemRecord& item) { return !item.observed.isEmpty(); }));
        QVERIFY(has([](const ItemRecord& item) { return !item.owner.isEmpty(); }));
        QVERIFY(has([](const ItemRecord& item) {
            return item.mark.state == StepState::Skipped && !item.mark.reason.isEmpty();
        }));
        QVERIFY(!has([](const ItemRecord& item) { return !item.passedWith.isEmpty(); }));
        QVERIFY(!record.call.isEmpty());
        QCOMPARE(record.values.value(QStringLiteral("master-count")), QStringLiteral("3"));
        for (auto item = record.items.cbegin(); item != record.items.cend(); ++item)
            QVERIFY2(findItem((*file)->plan(), item.key()) || item.key().contains(QStringLiteral("-stop-")),
                     qPrintable(item.key()));

        const QList<JournalEntry> journal = (*file)->journal().value();
        const auto failed = std::find_if(journal.cbegin(), journal.cend(), [](const JournalEntry& entry) {
            return entry.mark.state == StepState::Failed;
        });
        QVERIFY(failed != journal.cend());
        QCOMPARE(record.stateOf(failed->about.constFirst()), StepState::Done);
        const qsizetype pauses = std::count_if(record.items.keyBegin(), record.items.keyEnd(),
                                               [](const QString& id) { return id.contains(QStringLiteral("-stop-")); });
        QVERIFY2(pauses > 1, qPrintable(QString::number(pauses)));
        for (const JournalEntry& entry : journal)
            QVERIFY(entry.number == 1 || entry.when >= journal[entry.number - 2].when);
        QVERIFY(journal.constFirst().when.secsTo(journal.constLast().when) > 3LL * 3600);
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
        QVERIFY((*file)->record(
            marking({nextOpenStep((*file)->plan(), (*file)->record())}, {StepState::Done, {}, {}, {}, {}})));
        QCOMPARE((*file)->journal()->last().who, Scribe::loginName());
        QVERIFY((*file)->journal()->last().when.secsTo(QDateTime::currentDateTimeUtc()) < 60);
    }
};

QTEST_GUILESS_MAIN(TestExample)
#include "tst_example.moc"
