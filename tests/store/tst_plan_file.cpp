#include "core/plan_json.h"
#include "store/plan_file.h"
#include "tests/store/plan_file_support.h"
#include "tests/support/support.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

class TestPlanFile : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QDateTime m_now{QDate(2026, 5, 4), QTime(3, 0, 0, 123), Qt::UTC};

    QString pathOf(const QString& name) const { return m_folder->filePath(name); }
    Scribe scribe(const QString& name = QStringLiteral("ada")) const {
        return {name, [this] { return m_now; }};
    }
    /// A file with a tick and a note in it, closed.
    QString someFile() const {
        const QString path = pathOf(QStringLiteral("some.mesosplan"));
        const auto file = opened(PlanFile::create(path, plainPlan(), scribe()));
        return setState(*file, masters(), StepState::Done) && setNote(*file, slaves(), QStringLiteral("fast"))
                   ? path
                   : QString();
    }
    QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); }

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }
    void cleanup() { QFile(m_folder->path()).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner); }

    void created_isThePlanWithoutRecord() {
        const auto file =
            opened(PlanFile::create(pathOf(QStringLiteral("a plan?#%41.mesosplan")), plainPlan(), scribe()));
        QCOMPARE(file->path(), pathOf(QStringLiteral("a plan?#%41.mesosplan")));
        QCOMPARE(planToJson(file->plan()), planToJson(plainPlan()));
        QVERIFY(file->record() == Record());
        QVERIFY(file->journal()->isEmpty());
        QVERIFY(!file->isReadOnly());
        QCOMPARE(files(), QStringList{QStringLiteral("a plan?#%41.mesosplan")});
    }

    void deeds_areThereAfterReopening() {
        const QString path = someFile();
        const auto file = opened(PlanFile::open(path, scribe()));
        const ItemRecord done = file->record().of(masters());
        QCOMPARE(done.mark.state, StepState::Done);
        QCOMPARE(done.markedBy, QStringLiteral("ada"));
        QCOMPARE(done.markedAt, m_now);
        QCOMPARE(file->record().of(slaves()).note, QStringLiteral("fast"));

        const QList<JournalEntry> journal = file->journal().value();
        QCOMPARE(journal.size(), 2);
        QCOMPARE(journal[0].number, 1);
        QCOMPARE(journal[0].when, m_now);
        QCOMPARE(journal[0].who, QStringLiteral("ada"));
        QCOMPARE(journal[0].before, QStringLiteral("open"));
        QCOMPARE(journal[0].after, QStringLiteral("done"));
        QCOMPARE(journal[1].deed, Deed::Note);
        QCOMPARE(journal[1].about, QStringList{slaves()});
        QCOMPARE(journal[1].after, QStringLiteral("fast"));
    }

    void deeds_areOnDiskWhenReported() {
        const auto writer = opened(PlanFile::create(pathOf(QStringLiteral("p")), plainPlan(), scribe()));
        QSignalSpy changed(writer.get(), &PlanFile::recordChanged);
        QObject::connect(writer.get(), &PlanFile::recordChanged, this, [&](const QStringList& ids) {
            const auto reader = opened(PlanFile::open(writer->path(), scribe()));
            QCOMPARE(reader->record().stateOf(ids.constFirst()), StepState::Done);
        });
        QVERIFY(setState(*writer, masters(), StepState::Done));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toStringList(), QStringList{masters()});
    }

    void sameAgain_isNotWritten() {
        const auto file = opened(PlanFile::open(someFile(), scribe()));
        QSignalSpy changed(file.get(), &PlanFile::recordChanged);
        QVERIFY(setState(*file, masters(), StepState::Done));
        QVERIFY(setNote(*file, slaves(), QStringLiteral("fast")));
        QCOMPARE(changed.size(), 0);
        QCOMPARE(file->journal()->size(), 2);
        QVERIFY(setState(*file, masters(), StepState::Open));
        QCOMPARE(file->journal()->last().before, QStringLiteral("done"));
        QCOMPARE(file->record().stateOf(masters()), StepState::Open);
    }

    void unknownItem_isRefusedWithTheNearest_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("named");
        QTest::newRow("mistyped") << "0.18-master-restart" << masters();
        QTest::newRow("a note has no state") << "0.18-read"
                                             << "0.18-read";
        QTest::newRow("empty") << ""
                               << "no step";
    }
    void unknownItem_isRefusedWithTheNearest() {
        QFETCH(QString, id);
        QFETCH(QString, named);
        const auto file = opened(PlanFile::open(someFile(), scribe()));
        const Result<> refused = setState(*file, id, StepState::Done);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Request);
        QVERIFY2(refused.error().message.contains(named), qPrintable(refused.error().message));
        QCOMPARE(file->journal()->size(), 2);
    }
    void note_canBeKeptOnNotesToo_unknownIsRefused() {
        const auto file = opened(PlanFile::open(someFile(), scribe()));
        QVERIFY(setNote(*file, QStringLiteral("0.18-read"), QStringLiteral("read")));
        const Result<> refused = setNote(*file, QStringLiteral("0.18-reed"), QStringLiteral("x"));
        QCOMPARE(refused.error().kind, Error::Kind::Request);
        QVERIFY(refused.error().message.contains(QStringLiteral("0.18-read")));
    }

    void notes_comeBackAsWritten_data() {
        QTest::addColumn<QString>("note");
        QTest::newRow("quotes") << QStringLiteral("it's; DROP TABLE journal; \"--");
        QTest::newRow("lines and tabs") << QStringLiteral("a\r\nb\n\n\tc ");
        QTest::newRow("markup") << QStringLiteral("<img src='file:///etc/passwd'> &amp; `x`");
        QTest::newRow("beyond the basic plane") << QStringLiteral("🎉 \u202e ä");
        QTest::newRow("a zero character") << (QStringLiteral("a") + QChar(0) + QStringLiteral("b"));
        QTest::newRow("long") << QString(1'000'000, u'x');
    }
    void notes_comeBackAsWritten() {
        QFETCH(QString, note);
        const QString path = someFile();
        {
            const auto file = opened(PlanFile::open(path, scribe()));
            QVERIFY(setNote(*file, masters(), note));
            QCOMPARE(file->record().of(masters()).note, note);
        }
        const auto file = opened(PlanFile::open(path, scribe()));
        QCOMPARE(file->record().of(masters()).note, note);
    }
    void halfACharacter_doesNotSpoilTheFile() {
        const QString path = someFile();
        {
            const auto file = opened(PlanFile::open(path, scribe(QStringLiteral("a") + QChar(0xd800))));
            QVERIFY(setNote(*file, masters(), QStringLiteral("a") + QChar(0xdc00)));
        }
        QVERIFY(PlanFile::open(path, scribe()));
    }

    void otherWriters_areTakenIn() {
        const QString path = someFile();
        const auto ada = opened(PlanFile::open(path, scribe()));
        const auto lin = opened(PlanFile::open(path, scribe(QStringLiteral("lin"))));
        QVERIFY(setState(*ada, slaves(), StepState::Done));
        QSignalSpy seen(lin.get(), &PlanFile::recordChanged);
        QVERIFY(setState(*lin, slaves(), StepState::Done)); // it already is
        QCOMPARE(seen.size(), 1);
        QCOMPARE(lin->record().of(slaves()).markedBy, QStringLiteral("ada"));
        QVERIFY(setState(*lin, masters(), StepState::Open));
        QVERIFY(setNote(*ada, masters(), QStringLiteral("why?")));
        QCOMPARE(ada->record().stateOf(masters()), StepState::Open);
        QCOMPARE(ada->journal()->size(), 5);
    }

    void closed_leavesOneFile() {
        const QString path = someFile();
        QCOMPARE(files(), QStringList{QStringLiteral("some.mesosplan")});
        QCOMPARE(contents(path).mid(18, 2), QByteArray("\1\1"));
        {
            const auto ada = opened(PlanFile::open(path, scribe()));
            const auto lin = opened(PlanFile::open(path, scribe()));
            QVERIFY(setState(*ada, slaves(), StepState::Done));
            QVERIFY(setState(*lin, slaves(), StepState::Open));
            QVERIFY(files().size() > 1);
        }
        QCOMPARE(files(), QStringList{QStringLiteral("some.mesosplan")});
    }

    void reading_doesNotChangeTheFile() {
        const QString path = someFile();
        const QByteArray before = contents(path);
        const QDateTime modified = QFileInfo(path).lastModified();
        {
            const auto file = opened(PlanFile::open(path, scribe()));
            QVERIFY(file->journal());
            QCOMPARE(files().size(), 1);
        }
        QCOMPARE(contents(path), before);
        QCOMPARE(QFileInfo(path).lastModified(), modified);
    }

    void copiedWhileInUse_isReadAndTidiedUp() {
        const QString copy = pathOf(QStringLiteral("copy"));
        {
            const auto file = opened(PlanFile::open(someFile(), scribe()));
            QVERIFY(setState(*file, slaves(), StepState::Done));
            QVERIFY(QFile::copy(file->path(), copy));
        }
        {
            const auto file = opened(PlanFile::open(copy, scribe()));
            QCOMPARE(file->record().stateOf(masters()), StepState::Done);
        }
        QCOMPARE(files(), (QStringList{QStringLiteral("copy"), QStringLiteral("some.mesosplan")}));
        QCOMPARE(contents(copy).mid(18, 2), QByteArray("\1\1"));
    }

    void journal_refusesChanges_data() {
        QTest::addColumn<QString>("statement");
        QTest::newRow("update") << "UPDATE journal SET after = 'open'";
        QTest::newRow("delete") << "DELETE FROM journal";
    }
    void journal_refusesChanges() {
        QFETCH(QString, statement);
        QCOMPARE(withSqlite(someFile(), {statement}), QStringLiteral("the journal is only added to"));
    }

    void notAPlanFile_isToldAndNotTouched_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("Dear operator,\n").repeated(100);
        QTest::newRow("SQLite's first words only") << QByteArray("SQLite format 3\0", 16);
        QTest::newRow("SQLite's first words and noise")
            << (QByteArray("SQLite format 3\0", 16) + QByteArray(4080, 'x'));
        const QTemporaryDir folder;
        const QString other = folder.filePath(QStringLiteral("other"));
        withSqlite(other, {QStringLiteral("CREATE TABLE plan (json)"), QStringLiteral("PRAGMA user_version = 1")});
        QTest::newRow("another program's database") << contents(other);
    }
    void notAPlanFile_isToldAndNotTouched() {
        QFETCH(QByteArray, bytes);
        const QString path = pathOf(QStringLiteral("p"));
        QVERIFY(writeBytes(path, bytes));
        const auto file = PlanFile::open(path, scribe());
        QVERIFY(!file);
        QCOMPARE(file.error().kind, Error::Kind::File);
        QVERIFY2(file.error().message.contains(QStringLiteral("not a plan file")), qPrintable(file.error().message));
        QCOMPARE(contents(path), bytes);
        QCOMPARE(files().size(), 1);
    }

    void missingFileAndFolder_areTold() {
        const auto missing = PlanFile::open(pathOf(QStringLiteral("none")), scribe());
        QCOMPARE(missing.error().kind, Error::Kind::System);
        QVERIFY(missing.error().message.contains(pathOf(QStringLiteral("none"))));
        QVERIFY(files().isEmpty());
        QCOMPARE(PlanFile::open(m_folder->path(), scribe()).error().kind, Error::Kind::File);
        QCOMPARE(PlanFile::create(m_folder->path(), plainPlan(), scribe()).error().kind, Error::Kind::System);
        const auto nowhere = PlanFile::create(pathOf(QStringLiteral("no/where")), plainPlan(), scribe());
        QCOMPARE(nowhere.error().kind, Error::Kind::System);
        QVERIFY(nowhere.error().message.contains(pathOf(QStringLiteral("no"))));
    }

    void damaged_isToldAndNotTouched_data() {
        QTest::addColumn<QString>("damage");
        QTest::newRow("cut in half") << "half";
        QTest::newRow("last byte missing") << "byte";
        QTest::newRow("only the first page") << "page";
        QTest::newRow("a byte of the plan flipped") << "flip-plan";
        QTest::newRow("a byte of a note flipped") << "flip-note";
        QTest::newRow("a table missing") << "DROP TABLE journal";
        QTest::newRow("no plan") << "DELETE FROM plan";
        QTest::newRow("another plan") << "UPDATE plan SET json = replace(json, 'masters', 'mesters')";
        QTest::newRow("first entry taken out") << "DELETE FROM journal WHERE number = 1";
        QTest::newRow("entry changed") << "UPDATE journal SET who = 'eve' WHERE number = 2";
        QTest::newRow("entry put in") << "INSERT INTO journal VALUES (3, '2026-05-04T03:00:00.123Z', 'eve', 'state', "
                                         "'0.18-settle', 'open', 'done', 'forged', '')";
        QTest::newRow("last entry taken out") << "DELETE FROM journal WHERE number = 2";
        QTest::newRow("all entries taken out") << "DELETE FROM journal";
        QTest::newRow("end of the journal not known") << "DELETE FROM meta WHERE key = 'journal-end'";
        QTest::newRow("first plan not known") << "DELETE FROM meta WHERE key = 'first-plan'";
        QTest::newRow("no format number") << "PRAGMA user_version = 0";
    }
    void damaged_isToldAndNotTouched() {
        QFETCH(QString, damage);
        const QString path = someFile();
        QByteArray bytes = contents(path);
        if (damage == u"half")
            QVERIFY(writeBytes(path, bytes.first(bytes.size() / 2)));
        else if (damage == u"byte")
            QVERIFY(writeBytes(path, bytes.chopped(1)));
        else if (damage == u"page")
            QVERIFY(writeBytes(path, bytes.first(4096)));
        else if (damage == u"flip-plan")
            QVERIFY(writeBytes(path, bytes.replace("Settle the registry", "Settle the regestry")));
        else if (damage == u"flip-note")
            QVERIFY(writeBytes(path, bytes.replace("fast", "fest")));
        else
            QCOMPARE(withSqlite(path, withoutTriggers() << damage), QString());
        bytes = contents(path);
        const auto file = PlanFile::open(path, scribe());
        QVERIFY(!file);
        QVERIFY2(file.error().kind == Error::Kind::File, qPrintable(file.error().message));
        QVERIFY2(file.error().message.contains(QStringLiteral("damaged")), qPrintable(file.error().message));
        QVERIFY2(file.error().message.contains(path), qPrintable(file.error().message));
        QCOMPARE(contents(path), bytes);
        QCOMPARE(files().size(), 1);
    }

    void newerProgram_isToldAndNotTouched() {
        const QString path = someFile();
        QCOMPARE(withSqlite(path, {QStringLiteral("PRAGMA user_version = 7")}), QString());
        const QByteArray bytes = contents(path);
        const auto file = PlanFile::open(path, scribe());
        QCOMPARE(file.error().kind, Error::Kind::File);
        QVERIFY2(file.error().message.contains(QStringLiteral("newer")), qPrintable(file.error().message));
        QCOMPARE(contents(path), bytes);
    }

    void replacing_takesTheNewOneWhole() {
        const QString path = someFile();
        QFile(path).setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        const auto file = opened(PlanFile::create(path, plainPlan(), scribe()));
        QVERIFY(file->record() == Record());
        QCOMPARE(files().size(), 1);
        QVERIFY(!(QFileInfo(path).permissions() & QFile::ReadOther));
    }
    void replacing_leavesALinkALink() {
        const QString link = pathOf(QStringLiteral("link"));
        const QString path = someFile();
        QVERIFY(QFile::link(path, link));
        const auto file = opened(PlanFile::create(link, plainPlan(), scribe()));
        QVERIFY(setState(*file, masters(), StepState::Done));
        QVERIFY(QFileInfo(link).isSymLink());
        QCOMPARE(PlanFile::open(path, scribe()).value()->record().items.size(), 1);
    }
    void replacing_isRefusedWhileSomebodyWritesInIt() {
        const auto ada = opened(PlanFile::open(someFile(), scribe()));
        QVERIFY(setState(*ada, slaves(), StepState::Done));
        const auto refused = PlanFile::create(ada->path(), plainPlan(), scribe());
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::System);
        QVERIFY(setState(*ada, slaves(), StepState::Open));
    }
    void replacedUnderUs_isToldBeforeTheFirstDeed() {
        const auto ada = opened(PlanFile::open(someFile(), scribe()));
        Plan other = plainPlan();
        other.to = QStringLiteral("0.19.0");
        QVERIFY(PlanFile::create(ada->path(), other, scribe()));
        const Result<> refused = setState(*ada, slaves(), StepState::Done);
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(QStringLiteral("replaced")), qPrintable(refused.error().message));
    }
    void leftovers_ofAnOldFileDoNotReachTheNewOne() {
        const QString path = pathOf(QStringLiteral("some.mesosplan"));
        {
            const auto file = opened(PlanFile::open(someFile(), scribe()));
            QVERIFY(setState(*file, slaves(), StepState::Done));
            QVERIFY(QFile::copy(path + u"-wal", pathOf(QStringLiteral("wal"))));
        }
        QVERIFY(QFile::remove(path));
        QVERIFY(QFile::rename(pathOf(QStringLiteral("wal")), path + u"-wal"));
        const auto file = opened(PlanFile::create(path, plainPlan(), scribe()));
        QVERIFY(file->record() == Record());
    }

    void fullDisk_isToldAndNothingIsLost() {
        const auto disk = smallDiskAt(m_folder->path());
        if (!disk)
            QSKIP("a small file system cannot be mounted here (needs root)");
        const QString path = someFile();
        QString kept;
        {
            const auto file = opened(PlanFile::open(path, scribe()));
            Result<> written;
            qsizetype deeds = 2;
            for (; deeds < 1000 && written; ++deeds) {
                kept = file->record().of(masters()).note;
                written = setNote(*file, masters(), QString(4000, QChar(u'a' + static_cast<char16_t>(deeds % 20))));
            }
            QVERIFY(!written);
            QCOMPARE(written.error().kind, Error::Kind::System);
            QVERIFY2(written.error().message.contains(QStringLiteral("full")), qPrintable(written.error().message));
            QCOMPARE(file->journal()->size(), deeds - 1);
            QCOMPARE(file->record(), recordOf(*file->journal()));
        }
        // What did not fit into the file stands beside it, and must not be thrown away with it.
        const auto refused = PlanFile::create(path, plainPlan(), scribe());
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(QStringLiteral("not replaced")), qPrintable(refused.error().message));
        QCOMPARE(opened(PlanFile::open(path, scribe()))->record().of(masters()).note, kept);
    }
    void fullDisk_isTriedAgainWithTheNextDeed() {
        const auto disk = smallDiskAt(m_folder->path());
        if (!disk)
            QSKIP("a small file system cannot be mounted here (needs root)");
        const auto file = opened(PlanFile::open(someFile(), scribe()));
        const QByteArray before = contents(file->path());
        QFile filler(pathOf(QStringLiteral("filler")));
        QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (filler.write(QByteArray(1024, 'x')) == 1024) {
        }
        const auto created = PlanFile::create(file->path(), plainPlan(), scribe());
        QVERIFY(!created);
        QCOMPARE(created.error().message,
                 QStringLiteral("%1 could not be written: the disk is full.").arg(file->path()));
        QCOMPARE(contents(file->path()), before);
        QCOMPARE(files().size(), 2);

        const Result<> written = setState(*file, slaves(), StepState::Done);
        QVERIFY(!written);
        QCOMPARE(written.error().message,
                 QStringLiteral("%1 could not be written: the disk is full.").arg(file->path()));
        QCOMPARE(file->record().stateOf(slaves()), StepState::Open);
        QVERIFY(filler.resize(0));
        QVERIFY(setState(*file, slaves(), StepState::Done));
        QCOMPARE(file->record().stateOf(slaves()), StepState::Done);
    }

    void withoutWritePermission_isReadOnly_data() {
        QTest::addColumn<QString>("what");
        QTest::newRow("file") << "file";
        QTest::newRow("folder") << "folder";
        QTest::newRow("left open by another") << "log";
    }
    void withoutWritePermission_isReadOnly() {
        QFETCH(QString, what);
        const QString path = someFile();
        if (what == u"log")
            QCOMPARE(withSqlite(path, {QStringLiteral("PRAGMA journal_mode = WAL")}), QString());
        QFile(path).setPermissions(QFile::Permissions(what == u"file" ? 0x4444 : 0x6666));
        QFile(m_folder->path()).setPermissions(QFile::Permissions(what == u"file" ? 0x7777 : 0x5555));
        const QByteArray before = contents(path);
        const QString said = asNobody(QStringLiteral("open"), path);
        if (said.isEmpty())
            QSKIP("needs root, to give up its rights");
        QVERIFY2(said.startsWith(QStringLiteral("read-only: ")), qPrintable(said));
        QVERIFY2(said.contains(path) && said.contains(QStringLiteral("Nothing was recorded")), qPrintable(said));
        QCOMPARE(contents(path), before);
        QCOMPARE(files().size(), 1);
    }
    void withoutReadPermission_isTold() {
        const QString path = someFile();
        QFile(m_folder->path()).setPermissions(QFile::Permissions(0x7777));
        QFile(path).setPermissions(QFile::WriteOwner);
        const QString said = asNobody(QStringLiteral("open"), path);
        if (said.isEmpty())
            QSKIP("needs root, to give up its rights");
        QVERIFY2(said.contains(path) && said.contains(QStringLiteral("Permission denied")), qPrintable(said));
    }

    void withoutTheDriver_isToldWithThePackage() {
        QProcess hand;
        hand.start(QStringLiteral(PLAN_FILE_HAND), {QStringLiteral("bare"), someFile()});
        QVERIFY(hand.waitForFinished());
        const QByteArray said = hand.readAllStandardOutput();
        QVERIFY2(said.contains("libqt6sql6-sqlite"), said.constData());
        QCOMPARE(hand.readAllStandardError(), QByteArray());
    }

private:
    /// What the helper program says under an account that owns nothing; empty where we cannot give up our rights.
    static QString asNobody(const QString& command, const QString& path) {
        if (::geteuid() != 0)
            return {};
        QProcess hand;
        hand.setChildProcessModifier([] {
            if (::setgid(65534) != 0 || ::setuid(65534) != 0)
                ::_exit(1);
        });
        hand.start(QStringLiteral(PLAN_FILE_HAND), {command, path});
        hand.waitForFinished();
        return QString::fromLocal8Bit(hand.readAllStandardOutput());
    }
};

QTEST_GUILESS_MAIN(TestPlanFile)
#include "tst_plan_file.moc"
