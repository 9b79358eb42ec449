#include "store/rescue.h"
#include "tests/store/plan_file_support.h"
#include "tests/support/small_plan.h"

#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

/// What becomes of the one file: copied, deleted, moved, replaced, filled by others, while somebody works in it.
class TestPlanFilePlaces final : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString pathOf(const QString& name) const { return m_folder->filePath(name); }
    QString path() const { return pathOf(QStringLiteral("some.mesosplan")); }
    QString elsewhere() const { return pathOf(QStringLiteral("elsewhere")); }
    std::unique_ptr<PlanFile> someFile() const {
        auto file = opened(PlanFile::create(path(), plainPlan()));
        return setState(*file, masters(), StepState::Done) ? std::move(file) : nullptr;
    }
    /// A file of another plan in the place of the one that is open.
    void replace() const {
        Plan other = plainPlan();
        other.to = QStringLiteral("0.19.0");
        { opened(PlanFile::create(elsewhere(), other)); }
        QVERIFY(QFile::remove(path()));
        QVERIFY(QFile::rename(elsewhere(), path()));
    }
    QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); }

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void secondsAfterTheLastDeed_theOneFileIsWhole() {
        const auto file = someFile();
        file->watch();
        QVERIFY(setState(*file, slaves(), StepState::Done));
        QVERIFY(QFileInfo(path() + u"-wal").size() > 0);
        QVERIFY(comesTrue([this] { return QFileInfo(path() + u"-wal").size() == 0; }, 5000));
        QVERIFY(QFile::copy(path(), pathOf(QStringLiteral("copy"))));
        const auto copy = opened(PlanFile::open(pathOf(QStringLiteral("copy"))));
        QCOMPARE(copy->record(), file->record());
        QCOMPARE(copy->journal()->size(), 2);
        QCOMPARE(copy->cutOffWarning(), QString());
    }

    void openedTwiceHere_keepsTheLocksOfTheFirst() {
        // POSIX takes a process's locks away when it closes any handle of the file.
        const auto file = someFile();
        { opened(PlanFile::open(path())); }
        QVERIFY(file->saveCopy(elsewhere()));
        QVERIFY(!PlanFile::create(path(), plainPlan()));
        QVERIFY(isRescuable(path())); // reads no more than the header, so nothing puts the locks back
        QProcess hand;
        hand.start(QStringLiteral(PLAN_FILE_HAND), {QStringLiteral("tick"), path()});
        QVERIFY(hand.waitForReadyRead());
        hand.closeWriteChannel();
        QVERIFY(hand.waitForFinished());
        QVERIFY(QFile::exists(path() + u"-wal")); // without our locks it would have taken the log away
        QVERIFY(setState(*file, slaves(), StepState::Done));
        QCOMPARE(opened(PlanFile::open(path()))->record().stateOf(slaves()), StepState::Done);
    }

    void gone_isTold_data() {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("said");
        QTest::newRow("deleted") << "deleted"
                                 << "was deleted or moved";
        QTest::newRow("moved") << "moved"
                               << "was deleted or moved";
        QTest::newRow("replaced") << "replaced"
                                  << "was replaced by another file";
        QTest::newRow("its folder moved") << "folder"
                                          << "The folder of";
    }
    void gone_isTold() {
        QFETCH(const QString, what);
        QFETCH(const QString, said);
        const auto file = someFile();
        file->watch();
        QSignalSpy lost(file.get(), &PlanFile::lost);
        QSignalSpy found(file.get(), &PlanFile::found);
        const QString moved = m_folder->path() + QStringLiteral("-moved");
        if (what == u"deleted")
            QVERIFY(QFile::remove(path()));
        else if (what == u"moved")
            QVERIFY(QFile::rename(path(), elsewhere()));
        else if (what == u"replaced")
            replace();
        else
            QVERIFY(QDir().rename(m_folder->path(), moved));

        const Record before = file->record();
        const Result<> refused = setState(*file, slaves(), StepState::Done);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::System);
        QVERIFY2(refused.error().message.contains(said), qPrintable(refused.error().message));
        QVERIFY2(refused.error().message.contains(path()), qPrintable(refused.error().message));
        QCOMPARE(file->record(), before);
        QVERIFY(comesTrue([&] { return !lost.isEmpty(); }, 2000));
        QCOMPARE(lost.first().first().toString(), refused.error().message);
        QVERIFY(!file->refresh());

        const QTemporaryDir other;
        const QString copy = other.filePath(QStringLiteral("copy"));
        const Result<> saved = file->saveCopy(copy);
        QVERIFY2(saved, qPrintable(saved ? QString() : saved.error().message));
        QCOMPARE(opened(PlanFile::open(copy))->record(), before);
        QCOMPARE(lost.size(), 1); // told once
        QCOMPARE(found.size(), 0);
        if (what == u"folder")
            QVERIFY(QDir().rename(moved, m_folder->path()));
    }

    void movedAway_isWholeThere_andHealsWhenItComesBack() {
        const auto file = someFile();
        file->watch();
        QSignalSpy lost(file.get(), &PlanFile::lost);
        QSignalSpy found(file.get(), &PlanFile::found);
        QVERIFY(QFile::rename(path(), elsewhere()));
        QVERIFY(comesTrue([&] { return !lost.isEmpty(); }, 2000));
        QVERIFY(QFile::copy(elsewhere(), pathOf(QStringLiteral("copy"))));
        QCOMPARE(opened(PlanFile::open(pathOf(QStringLiteral("copy"))))->record(), file->record());
        QVERIFY(QFile::rename(elsewhere(), path()));
        QVERIFY(comesTrue([&] { return !found.isEmpty(); }, 2000));
        QVERIFY(setState(*file, slaves(), StepState::Done));
        QCOMPARE(opened(PlanFile::open(path()))->record(), file->record());
    }

    /// The log of the file that took the place belongs to whoever works in that one.
    void replaced_leavesTheOtherFileAlone() {
        auto file = someFile();
        replace();
        QFile::remove(path() + u"-wal");
        QFile::remove(path() + u"-shm");
        const auto other = opened(PlanFile::open(path()));
        QVERIFY(setState(*other, slaves(), StepState::Done));
        file.reset();
        QVERIFY(QFileInfo(path() + u"-wal").size() > 0);
        QVERIFY(setState(*other, masters(), StepState::Done));
        QCOMPARE(opened(PlanFile::open(path()))->record(), other->record());
    }

    void copy_isOneWholeFile() {
        const auto file = someFile();
        QVERIFY(setNote(*file, slaves(), QStringLiteral("slow")));
        QVERIFY(writeBytes(elsewhere(), "something else"));
        const Result<> saved = file->saveCopy(elsewhere());
        QVERIFY2(saved, qPrintable(saved ? QString() : saved.error().message));
        QCOMPARE(contents(elsewhere()).mid(18, 2), QByteArray("\1\1"));
        QVERIFY(!QFile::exists(elsewhere() + u"-wal"));
        const auto copy = opened(PlanFile::open(elsewhere()));
        QCOMPARE(copy->record(), file->record());
        QCOMPARE(copy->journal()->size(), 2);
        QVERIFY(setState(*copy, slaves(), StepState::Done)); // a life of its own
        QVERIFY(setState(*file, masters(), StepState::Open));
    }
    void copy_isRefused_data() {
        QTest::addColumn<QString>("where");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("the file itself") << "some.mesosplan" << Error::Kind::Request;
        QTest::newRow("a link to it") << "link" << Error::Kind::Request;
        QTest::newRow("no folder") << "no/where" << Error::Kind::System;
        QTest::newRow("a folder") << "." << Error::Kind::System;
        QTest::newRow("a plan that is open") << "open" << Error::Kind::System;
    }
    void copy_isRefused() {
        QFETCH(const QString, where);
        QFETCH(const Error::Kind, kind);
        const auto file = someFile();
        QVERIFY(QFile::link(path(), pathOf(QStringLiteral("link"))));
        const auto other = opened(PlanFile::create(pathOf(QStringLiteral("open")), plainPlan()));
        QVERIFY(setState(*other, masters(), StepState::Done));
        const QStringList before = files();
        const Result<> refused = file->saveCopy(pathOf(where));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, kind);
        QCOMPARE(files(), before);
    }
    void copy_ontoAFullDisk_replacesNothing() {
        const QTemporaryDir place;
        const auto disk = smallDiskAt(place.path());
        if (!disk)
            QSKIP("a small file system cannot be mounted here (needs root)");
        const auto file = someFile();
        QVERIFY(setNote(*file, slaves(), QString(300'000, u'x')));
        QVERIFY(writeBytes(place.filePath(QStringLiteral("copy")), "old"));
        const Result<> refused = file->saveCopy(place.filePath(QStringLiteral("copy")));
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(QStringLiteral("full")), qPrintable(refused.error().message));
        QCOMPARE(contents(place.filePath(QStringLiteral("copy"))), QByteArray("old"));
        QCOMPARE(QDir(place.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestPlanFilePlaces)
#include "tst_plan_file_places.moc"
