#include "store/file_system.h"
#include "tests/store/plan_file_support.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace {

/// A folder shown once more by way of FUSE, until the object goes.
class FuseFolder final {
    Q_DISABLE_COPY_MOVE(FuseFolder)

public:
    FuseFolder(const QString& folder, const QString& shown)
        : m_shown(shown) {
        m_isThere = QProcess::execute(QStringLiteral("bindfs"), {folder, shown}) == 0;
    }
    ~FuseFolder() {
        if (m_isThere)
            QProcess::execute(QStringLiteral("fusermount"), {QStringLiteral("-uz"), m_shown});
    }
    bool isThere() const { return m_isThere; }

private:
    const QString m_shown;
    bool m_isThere = false;
};

} // namespace

class TestFileSystem final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void type_decidesHowAFileIsWritten_data() {
        QTest::addColumn<quint32>("type");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isLocal");
        // The numbers are those of linux/magic.h and of `man 2 statfs`.
        QTest::newRow("ext2, ext3, ext4") << 0xef53U << "ext4" << true;
        QTest::newRow("xfs") << 0x58465342U << "xfs" << true;
        QTest::newRow("btrfs") << 0x9123683eU << "btrfs" << true;
        QTest::newRow("tmpfs") << 0x01021994U << "tmpfs" << true;
        QTest::newRow("a container's layers") << 0x794c7630U << "overlayfs" << true;
        QTest::newRow("zfs") << 0x2fc12fc1U << "zfs" << true;
        QTest::newRow("f2fs") << 0xf2f52010U << "f2fs" << true;
        QTest::newRow("a stick: vfat") << 0x4d44U << "vfat" << true;
        QTest::newRow("a stick: exfat") << 0x2011bab0U << "exfat" << true;
        QTest::newRow("nfs") << 0x6969U << "nfs" << false;
        QTest::newRow("cifs") << 0xff534d42U << "cifs" << false;
        QTest::newRow("smb2") << 0xfe534d42U << "smb2" << false;
        QTest::newRow("fuse: sshfs and others") << 0x65735546U << "fuse" << false;
        QTest::newRow("9p: a virtual machine's share") << 0x01021997U << "9p" << false;
        QTest::newRow("ceph") << 0x00c36400U << "ceph" << false;
        QTest::newRow("not known") << 0x12345678U << "0x12345678" << false;
    }
    void type_decidesHowAFileIsWritten() {
        QFETCH(const quint32, type);
        QFETCH(const QString, name);
        QFETCH(const bool, isLocal);
        QCOMPARE(fileSystemOfType(type).name, name);
        QCOMPARE(fileSystemOfType(type).isLocal, isLocal);
    }

    void missing_isNotLocal() { QVERIFY(!fileSystemAt(QStringLiteral("/no/such/folder")).isLocal); }

    void locks_areTriedWithoutATrace() {
        const QTemporaryDir folder;
        QVERIFY(locksWorkIn(folder.path()));
        QVERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
        QVERIFY(!locksWorkIn(folder.filePath(QStringLiteral("none"))));
    }

    void local_isWrittenThroughALog() {
        const QTemporaryDir folder;
        if (!fileSystemAt(folder.path()).isLocal)
            QSKIP("the temporary folder is not on a local file system");
        const auto file = opened(PlanFile::create(folder.filePath(QStringLiteral("p")), plainPlan()));
        QVERIFY(setState(*file, masters(), StepState::Done));
        QVERIFY(QFile::exists(file->path() + u"-wal"));
    }

    void fuse_isWrittenThroughARollbackJournal() {
        const QTemporaryDir folder;
        const QTemporaryDir place;
        const auto shown = fuseAt(folder, place);
        if (!shown)
            QSKIP("no FUSE file system can be mounted here (needs bindfs and /dev/fuse)");
        QCOMPARE(fileSystemAt(place.path()).name, QStringLiteral("fuse"));
        const QString path = place.filePath(QStringLiteral("p"));
        {
            const auto ada = opened(PlanFile::create(path, plainPlan()));
            const auto lin = opened(PlanFile::open(path));
            QVERIFY2(!ada->isReadOnly(), qPrintable(ada->readOnlyReason()));
            QVERIFY(setState(*ada, masters(), StepState::Done));
            QVERIFY(setState(*lin, slaves(), StepState::Done));
            QCOMPARE(lin->record().stateOf(masters()), StepState::Done);
            QVERIFY(ada->refresh());
            QCOMPARE(ada->record().stateOf(slaves()), StepState::Done);
            // Whole by itself after each deed.
            QCOMPARE(QDir(place.path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("p")});
            QCOMPARE(contents(path).mid(18, 2), QByteArray("\1\1"));
        }
        QCOMPARE(opened(PlanFile::open(path))->journal()->size(), 2);
    }

    /// The log that a program on a local file system left needs no shared memory to be taken over.
    void fuse_takesOverALog() {
        const QTemporaryDir folder;
        const QTemporaryDir place;
        const auto shown = fuseAt(folder, place);
        if (!shown)
            QSKIP("no FUSE file system can be mounted here (needs bindfs and /dev/fuse)");
        {
            const auto ada = opened(PlanFile::create(folder.filePath(QStringLiteral("p")), plainPlan()));
            QVERIFY(setState(*ada, masters(), StepState::Done));
            QVERIFY(QFile::copy(ada->path(), folder.filePath(QStringLiteral("q"))));
            QVERIFY(QFile::copy(ada->path() + u"-wal", folder.filePath(QStringLiteral("q-wal"))));
        }
        const auto file = opened(PlanFile::open(place.filePath(QStringLiteral("q"))));
        QCOMPARE(file->record().stateOf(masters()), StepState::Done);
        QVERIFY(setState(*file, slaves(), StepState::Done));
        QVERIFY(!QFile::exists(file->path() + u"-wal"));
        QCOMPARE(contents(file->path()).mid(18, 2), QByteArray("\1\1"));
    }

    void mediumGone_isTold() {
        const QTemporaryDir folder;
        const QTemporaryDir place;
        auto shown = fuseAt(folder, place);
        if (!shown)
            QSKIP("no FUSE file system can be mounted here (needs bindfs and /dev/fuse)");
        const auto file = opened(PlanFile::create(place.filePath(QStringLiteral("p")), plainPlan()));
        QVERIFY(setState(*file, masters(), StepState::Done));
        shown.reset();
        const Result<> refused = setState(*file, slaves(), StepState::Done);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::System);
        QCOMPARE(file->record().stateOf(slaves()), StepState::Open);
        QCOMPARE(opened(PlanFile::open(folder.filePath(QStringLiteral("p"))))->journal()->size(), 1);
    }

private:
    static std::unique_ptr<FuseFolder> fuseAt(const QTemporaryDir& folder, const QTemporaryDir& place) {
        if (QStandardPaths::findExecutable(QStringLiteral("bindfs")).isEmpty() ||
            !QFile::exists(QStringLiteral("/dev/fuse")))
            return nullptr;
        auto shown = std::make_unique<FuseFolder>(folder.path(), place.path());
        return shown->isThere() ? std::move(shown) : nullptr;
    }
};

QTEST_GUILESS_MAIN(TestFileSystem)
#include "tst_file_system.moc"
