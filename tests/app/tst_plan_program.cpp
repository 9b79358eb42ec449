#include "support/support.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

/// The program as a shell runs it: what it says where, and with which exit status it ends.
class TestPlanProgram final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"spring.mesosplan"_qs);
        QCOMPARE(run({u"new"_qs, u"--from"_qs, u"0.17"_qs, u"--to"_qs, u"0.19"_qs, u"-o"_qs, m_file}).status, 0);
    }

    void exitStatus_data() {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("saysOut");
        QTest::addColumn<bool>("saysErr");
        QTest::newRow("asked for") << QStringList{u"show"_qs, u"FILE"_qs} << 0 << true << false;
        QTest::newRow("marked") << QStringList{u"mark"_qs, u"FILE"_qs, u"0.12-master-supervisor"_qs, u"done"_qs} << 0
                                << false << false;
        QTest::newRow("marked past what is open")
            << QStringList{u"mark"_qs, u"FILE"_qs, u"0.18-masters-restart"_qs, u"done"_qs} << 0 << false << true;
        QTest::newRow("a wrong command") << QStringList{u"mark"_qs, u"FILE"_qs, u"0.18-masters-restart"_qs, u"dnoe"_qs}
                                         << 2 << false << true;
        QTest::newRow("a reason is missing")
            << QStringList{u"mark"_qs, u"FILE"_qs, u"0.18-masters-restart"_qs, u"skipped"_qs} << 2 << false << true;
        QTest::newRow("not a plan file") << QStringList{u"show"_qs, u"PROGRAM"_qs} << 3 << false << true;
        QTest::newRow("a file that is missing")
            << QStringList{u"show"_qs, u"/nowhere.mesosplan"_qs} << 4 << false << true;
    }
    void exitStatus() {
        QFETCH(QStringList, words);
        words.replaceInStrings(u"FILE"_qs, m_file).replaceInStrings(u"PROGRAM"_qs, QStringLiteral(PLAN_PROGRAM));
        const Ended ended = run(words);
        QTEST(ended.status, "status");
        QFETCH(const bool, saysOut);
        QFETCH(const bool, saysErr);
        QVERIFY2(ended.out.isEmpty() != saysOut, ended.out.constData());
        QVERIFY2(ended.err.isEmpty() != saysErr, ended.err.constData());
    }

    /// No deed of either is lost, and each shell knows what it did.
    void twoShellsMarkAtOnce() {
        const int times = 10;
        const QStringList steps{u"0.18-masters-restart"_qs, u"0.18-slaves-install"_qs};
        for (int round = 0; round < times; ++round) {
            QProcess shells[2];
            for (int i = 0; i < 2; ++i)
                shells[i].start(QStringLiteral(PLAN_PROGRAM),
                                {u"mark"_qs, m_file, steps[i], round % 2 ? u"open"_qs : u"failed"_qs});
            for (QProcess& shell : shells) {
                QVERIFY(shell.waitForFinished());
                QVERIFY2(shell.exitCode() == 0, shell.readAllStandardError().constData());
            }
        }
        const QByteArray log = run({u"log"_qs, m_file}).out;
        QCOMPARE(log.count('\n'), 2 * times);
        for (const QString& step : steps) {
            QCOMPARE(log.count(QByteArray(step.toUtf8() + ": open → failed")), times / 2);
            QCOMPARE(log.count(QByteArray(step.toUtf8() + ": failed → open")), times / 2);
        }
    }

private:
    struct Ended {
        int status = -1;
        QByteArray out;
        QByteArray err;
    };

    static Ended run(const QStringList& words) {
        QProcess program;
        program.start(QStringLiteral(PLAN_PROGRAM), words);
        if (!program.waitForFinished() || program.exitStatus() != QProcess::NormalExit)
            return {-1, {}, program.errorString().toUtf8()};
        return {program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError()};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestPlanProgram)
#include "tst_plan_program.moc"
