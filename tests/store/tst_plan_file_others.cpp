#include "tests/store/plan_file_support.h"
#include "tests/support/small_plan.h"

#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

/// Two programs, one file.
class TestPlanFileOthers final : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path() const { return m_folder->filePath(QStringLiteral("some.mesosplan")); }
    std::unique_ptr<PlanFile> someFile() const {
        auto file = opened(PlanFile::create(path(), plainPlan()));
        return setNote(*file, masters(), QStringLiteral("x")) ? std::move(file) : nullptr;
    }
    /// Ticks the first step in another process, which then keeps the file open.
    bool ticks(QProcess& hand) const {
        hand.start(QStringLiteral(PLAN_FILE_HAND), {QStringLiteral("tick"), path()});
        return hand.waitForReadyRead() && hand.readAllStandardOutput().trimmed() == "done";
    }
    static bool ends(QProcess& hand) {
        hand.closeWriteChannel();
        return hand.waitForFinished();
    }

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void ticks_areSeenWithinTwoSeconds_data() {
        QTest::addColumn<bool>("hasWritten");
        QTest::addColumn<bool>("staysOpen");
        QTest::newRow("by one who reads; the other stays") << false << true;
        QTest::newRow("by one who reads; the other goes") << false << false;
        QTest::newRow("by one who writes; the other stays") << true << true;
        QTest::newRow("by one who writes; the other goes") << true << false;
    }
    void ticks_areSeenWithinTwoSeconds() {
        QFETCH(const bool, hasWritten);
        QFETCH(const bool, staysOpen);
        someFile().reset();
        QProcess hand;
        {
            const auto file = opened(PlanFile::open(path()));
            if (hasWritten)
                QVERIFY(setNote(*file, masters(), QStringLiteral("y")));
            file->watch();
            QSignalSpy changed(file.get(), &PlanFile::recordChanged);
            QVERIFY(!comesTrue([&] { return !changed.isEmpty(); }, 1200)); // nobody did anything yet
            QVERIFY(ticks(hand));
            if (!staysOpen)
                QVERIFY(ends(hand));
            QVERIFY(comesTrue([&] { return !changed.isEmpty(); }, 2000));
            QCOMPARE(changed.first().first().toStringList(), QStringList{masters()});
            QCOMPARE(file->record().stateOf(masters()), StepState::Done);
        }
        if (staysOpen)
            QVERIFY(ends(hand));
        // Whoever came last has tidied up.
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
        QCOMPARE(contents(path()).mid(18, 2), QByteArray("\1\1"));
    }

    void readOnly_followsToo() {
        const QString link = m_folder->filePath(QStringLiteral("seen"));
        someFile().reset();
        // A copy taken while the file was in use, on a disk that cannot be written to.
        QCOMPARE(withSqlite(path(), {QStringLiteral("PRAGMA journal_mode = WAL")}), QString());
        if (QProcess::execute(QStringLiteral("sh"),
                              {QStringLiteral("-c"),
                               QStringLiteral("mkdir '%1' && mount --bind '%2' '%1' && mount -o remount,bind,ro '%1'")
                                   .arg(link, m_folder->path())}) != 0)
            QSKIP("nothing can be mounted read-only here (needs root)");
        const auto unmount = qScopeGuard([&] {
            QProcess::execute(QStringLiteral("umount"), {QStringLiteral("-l"), link});
        });
        const auto file = opened(PlanFile::open(link + QStringLiteral("/some.mesosplan")));
        QVERIFY2(file->isReadOnly(), "the mount can be written to");
        file->watch();
        QSignalSpy changed(file.get(), &PlanFile::recordChanged);
        QProcess hand;
        QVERIFY(ticks(hand));
        QVERIFY(comesTrue([&] { return !changed.isEmpty(); }, 2500));
        QCOMPARE(file->record().stateOf(masters()), StepState::Done);
        QVERIFY(ends(hand));
        QCOMPARE(QProcess::execute(QStringLiteral(PLAN_FILE_HAND),
                                   {QStringLiteral("notes"), path(), QStringLiteral("lin"), QStringLiteral("3")}),
                 0);
        QVERIFY(comesTrue([&] { return file->journal()->size() == 5 && changed.size() > 1; }, 2500));
        QCOMPARE(file->record(), recordOf(*file->journal()));
    }

    void anotherPlan_isTakenIn_andTheDeedIsNot() {
        const auto ada = someFile();
        const auto lin = opened(PlanFile::open(path()));
        Plan shorter = plainPlan();
        shorter.hops.removeLast();
        QVERIFY(lin->setPlan(shorter));
        QSignalSpy changed(ada.get(), &PlanFile::planChanged);
        const Result<> refused = setState(*ada, QStringLiteral("0.19-look"), StepState::Done);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Request);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(ada->plan().hops.size(), 1);
        QVERIFY(setState(*ada, masters(), StepState::Done));
        QCOMPARE(ada->record().of(masters()).note, QStringLiteral("x")); // by id

        QVERIFY(ada->record({{Deed::Plan, {}, {}, {}}})); // back to the one the file was made with
        QCOMPARE(ada->plan().hops.size(), 2);
        QVERIFY(lin->refresh());
        QCOMPARE(lin->plan().hops.size(), 2);
        QCOMPARE(opened(PlanFile::open(path()))->plan().hops.size(), 2);
    }

    /// A file dialog that looks into the file is enough: SQLite's locks are the process's, and gone when any handle of
    /// the file is closed. Another program then takes the log away under us.
    void locksThatWereLost_loseNothing() {
        someFile().reset();
        const auto file = opened(PlanFile::open(path()));
        file->watch();
        QVERIFY(setNote(*file, masters(), QStringLiteral("first")));
        for (int round = 0; round < 3; ++round) {
            for (const char* suffix : {"", "-wal", "-shm"}) {
                QFile looked(path() + QLatin1String(suffix));
                QVERIFY(looked.open(QIODevice::ReadOnly) || !looked.exists());
            }
            QProcess hand;
            hand.start(QStringLiteral(PLAN_FILE_HAND),
                       {QStringLiteral("notes"), path(), QStringLiteral("lin%1").arg(round), QStringLiteral("1")});
            QVERIFY(hand.waitForFinished() && hand.exitCode() == 0);
            if (round == 1)
                QTest::qWait(4000); // the log that is gone is not folded into the file
            QVERIFY(setNote(*file, masters(), QStringLiteral("ours %1").arg(round)));
        }
        QStringList who;
        const QList<JournalEntry> journal = file->journal().value();
        for (const JournalEntry& entry : journal)
            who << (entry.who.startsWith(u"lin") ? entry.who : entry.after);
        QCOMPARE(who, (QStringList{QStringLiteral("x"), QStringLiteral("first"), QStringLiteral("lin0"),
                                   QStringLiteral("ours 0"), QStringLiteral("lin1"), QStringLiteral("ours 1"),
                                   QStringLiteral("lin2"), QStringLiteral("ours 2")}));
        QVERIFY(file->saveCopy(m_folder->filePath(QStringLiteral("copy.mesosplan"))));
        QCOMPARE(opened(PlanFile::open(m_folder->filePath(QStringLiteral("copy.mesosplan"))))->journal()->size(), 8);
    }

    void twoWriters_loseNothing() {
        const int count = rounds(100, 1000);
        { opened(PlanFile::create(path(), plainPlan())); }
        QProcess hands[2];
        const QStringList names{QStringLiteral("ada"), QStringLiteral("lin")};
        for (int i = 0; i < 2; ++i)
            hands[i].start(QStringLiteral(PLAN_FILE_HAND),
                           {QStringLiteral("notes"), path(), names[i], QString::number(count)});
        for (QProcess& hand : hands) {
            QVERIFY(hand.waitForFinished(300'000));
            QVERIFY2(hand.exitCode() == 0, hand.readAllStandardOutput().constData());
        }
        const auto file = opened(PlanFile::open(path()));
        const QList<JournalEntry> journal = file->journal().value();
        QCOMPARE(journal.size(), 2 * count);
        QMap<QString, int> last;
        QMap<QString, QString> notes;
        int turns = 0;
        for (qsizetype i = 0; i < journal.size(); ++i) {
            const JournalEntry& entry = journal[i];
            QCOMPARE(entry.after, entry.who + u' ' + QString::number(++last[entry.who]));
            QCOMPARE(entry.before, notes.value(entry.about.constFirst())); // nobody wrote over what they had not seen
            notes[entry.about.constFirst()] = entry.after;
            turns += i > 0 && journal[i - 1].who != entry.who;
        }
        for (auto note = notes.cbegin(); note != notes.cend(); ++note)
            QCOMPARE(file->record().of(note.key()).note, note.value());
        QVERIFY2(turns > 0, "they did not write at the same time");
    }
};

QTEST_GUILESS_MAIN(TestPlanFileOthers)
#include "tst_plan_file_others.moc"
