#include "tests/store/plan_file_support.h"
#include "tests/support/small_plan.h"
#include "tests/support/support.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

class TestPlanFileCrash : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    /// A program that marks steps is killed at any moment, again and again: what it reported as written is there.
    void killed_losesNoDeedThatWasReported() {
        const int times = rounds(20, 500);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("p.mesosplan"));
        QVERIFY(PlanFile::create(path, smallPlan()));
        qint64 entries = 0;
        int busyRounds = 0;
        for (int round = 0; round < times; ++round) {
            QProcess hand;
            hand.start(QStringLiteral(PLAN_FILE_HAND), {QStringLiteral("mark"), path});
            QVERIFY(hand.waitForStarted());
            QTest::qSleep(static_cast<int>(QRandomGenerator::global()->bounded(200)));
            hand.kill();
            QVERIFY(hand.waitForFinished());
            const QByteArrayList lines = hand.readAllStandardOutput().split('\n');
            const qint64 reported =
                lines.size() < 2 ? 0 : lines[lines.size() - 2].toLongLong(); // the last line is cut off
            busyRounds += reported > entries;

            const auto file = PlanFile::open(path);
            QVERIFY2(file, qPrintable(file ? QString() : file.error().message));
            const QList<JournalEntry> journal = (*file)->journal().value();
            QCOMPARE_GE(journal.size(), qMax(reported, entries));
            QCOMPARE((*file)->record(), recordOf(journal));
            entries = journal.size();
        }
        QVERIFY2(busyRounds > times / 10, "the program was always killed before it could do anything");
    }
};

QTEST_GUILESS_MAIN(TestPlanFileCrash)
#include "tst_plan_file_crash.moc"
