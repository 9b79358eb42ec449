#include "support/support.h"
#include "ui/running_program.h"

#include <QDir>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <csignal>
#include <memory>
#include <sys/stat.h>
#include <vector>

// A second start of the window, with real processes: it hands over what it was started for, or, where nobody answers,
// goes on by itself.

namespace {
/// A program of its own, with a home of its own; it ends when this goes.
class Program final {
public:
    Program(const QTemporaryDir& home, const QStringList& arguments = {}) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
            environment.insert(QString::fromLatin1(name), home.path());
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_qs, u"disabled:"_qs);
        m_process.setProcessEnvironment(environment);
        m_process.setWorkingDirectory(home.path());
        m_process.start(QStringLiteral(WINDOW_PROGRAM), arguments);
        if (!m_process.waitForStarted())
            qFatal("%s", qPrintable(m_process.errorString()));
    }
    ~Program() {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Program)

    bool ends() { return m_process.state() == QProcess::NotRunning || m_process.waitForFinished(15000); }
    bool runs() const { return m_process.state() == QProcess::Running; }
    int status() const { return m_process.exitCode(); }
    void send(int signal) const { ::kill(static_cast<pid_t>(m_process.processId()), signal); }
    void crash() {
        send(SIGKILL);
        m_process.waitForFinished();
    }

private:
    QProcess m_process;
};

QStringList sockets(const QTemporaryDir& home) {
    QStringList names = QDir(home.path()).entryList({u"mesos-upgrade-assistant-*"_qs}, QDir::System | QDir::Files);
    names.removeIf([](const QString& name) { return name.endsWith(u".lock"); });
    return names;
}
} // namespace

class TestSecondStart final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        m_home = std::make_unique<QTemporaryDir>();
        QVERIFY(m_home->isValid());
        qputenv("XDG_RUNTIME_DIR", m_home->path().toLocal8Bit());
    }

    void secondStartEndsAtOnce() {
        Program first(*m_home);
        QTRY_COMPARE(sockets(*m_home).size(), 1);
        Program second(*m_home, {u"a plan.mesosplan"_qs});
        QVERIFY(second.ends());
        QCOMPARE(second.status(), 0);
        QVERIFY(first.runs());
    }

    void wishArrivesWhole() {
        RunningProgram running;
        QCOMPARE(running.begin({}), RunningProgram::Turn::Ours);
        QSignalSpy started(&running, &RunningProgram::started);
        const QString odd = u"of “Zoë”\nand <b>.mesosplan"_qs;
        Program second(*m_home, {u"--new"_qs, odd, u"/elsewhere/b.mesosplan"_qs});
        QTRY_COMPARE(started.size(), 1);
        const auto wish = started.constFirst().constFirst().value<StartWish>();
        QCOMPARE(wish.plans, (QStringList{m_home->filePath(odd), u"/elsewhere/b.mesosplan"_qs}));
        QVERIFY(wish.newPlan);
        QVERIFY(second.ends());
    }

    void crashedOneIsReplaced() {
        Program first(*m_home);
        QTRY_COMPARE(sockets(*m_home).size(), 1);
        first.crash();
        QCOMPARE(sockets(*m_home).size(), 1); // left behind
        RunningProgram next;
        QCOMPARE(next.begin({}), RunningProgram::Turn::Ours);
        Program third(*m_home);
        QSignalSpy started(&next, &RunningProgram::started);
        QTRY_COMPARE(started.size(), 1);
    }

    void hungOneIsLeftAlone() {
        Program first(*m_home);
        QTRY_COMPARE(sockets(*m_home).size(), 1);
        first.send(SIGSTOP);
        RunningProgram second;
        QCOMPARE(second.begin({{u"/a.mesosplan"_qs}, false, {}}), RunningProgram::Turn::Alone);
        first.send(SIGCONT);
        RunningProgram third; // the first one is there again
        QCOMPARE(third.begin({}), RunningProgram::Turn::HandedOver);
    }

    void hungOneLearnsNothingOfWhatItWasToDo() {
        RunningProgram first;
        QCOMPARE(first.begin({}), RunningProgram::Turn::Ours);
        QSignalSpy started(&first, &RunningProgram::started);
        RunningProgram second; // in the same thread: the first one cannot answer, as if it hung
        QCOMPARE(second.begin({{u"/a.mesosplan"_qs}, false, {}}), RunningProgram::Turn::Alone);
        QTest::qWait(300); // the first one awakes
        QCOMPARE(started.size(), 0);
    }

    void twoAtOnceAgreeOnOne() {
        std::vector<std::unique_ptr<Program>> programs;
        programs.reserve(4);
        while (programs.size() < 4)
            programs.push_back(std::make_unique<Program>(*m_home));
        const auto running = [&] {
            return std::count_if(programs.cbegin(), programs.cend(),
                                 [](const std::unique_ptr<Program>& program) { return program->runs(); });
        };
        QTRY_COMPARE_WITH_TIMEOUT(running(), 1, 15000);
    }

    void folderThatOthersReachIsNotUsed_data() {
        QTest::addColumn<int>("mode");
        QTest::newRow("others may write") << 0777;
        QTest::newRow("others may read") << 0755;
        QTest::newRow("the group may look") << 0710;
    }
    void folderThatOthersReachIsNotUsed() {
        QFETCH(int, mode);
        QCOMPARE(::chmod(QFile::encodeName(m_home->path()).constData(), static_cast<mode_t>(mode)), 0);
        RunningProgram program;
        QCOMPARE(program.begin({}), RunningProgram::Turn::Ours);
        QCOMPARE(sockets(*m_home), QStringList());
    }

    void socketIsForItsOwnerOnly() {
        RunningProgram program;
        QCOMPARE(program.begin({}), RunningProgram::Turn::Ours);
        struct stat found = {};
        const QString path = m_home->filePath(sockets(*m_home).value(0));
        QCOMPARE(::stat(QFile::encodeName(path).constData(), &found), 0);
        QVERIFY(S_ISSOCK(found.st_mode));
        QCOMPARE(found.st_mode & 0077, 0U);
    }

    void nonsenseIsNotHeard_data() {
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("text") << QByteArray("GET / HTTP/1.1\r\n\r\n");
        QTest::newRow("a length beyond all bounds") << QByteArray("\x7f\xff\xff\xff");
        QTest::newRow("much") << QByteArray(300'000, 'x');
    }
    void nonsenseIsNotHeard() {
        QFETCH(QByteArray, words);
        RunningProgram program;
        QCOMPARE(program.begin({}), RunningProgram::Turn::Ours);
        QSignalSpy started(&program, &RunningProgram::started);
        QLocalSocket visitor;
        visitor.connectToServer(m_home->filePath(sockets(*m_home).value(0)));
        QVERIFY(visitor.waitForConnected());
        visitor.write(words);
        QTest::qWait(200);
        visitor.abort();
        QTest::qWait(50);
        QCOMPARE(started.size(), 0);
        // It still listens; asked from another thread, so that it can answer.
        auto turn = RunningProgram::Turn::Ours;
        const std::unique_ptr<QThread> thread(QThread::create([&turn] { turn = RunningProgram().begin({}); }));
        thread->start();
        QTRY_VERIFY(thread->isFinished());
        QCOMPARE(turn, RunningProgram::Turn::HandedOver);
    }

private:
    std::unique_ptr<QTemporaryDir> m_home;
};

QTEST_GUILESS_MAIN(TestSecondStart)
#include "tst_second_start.moc"
