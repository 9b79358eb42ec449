#include "core/plan_json.h"
#include "store/log_tail.h"
#include "store/rescue.h"
#include "tests/store/plan_file_support.h"
#include "tests/support/small_plan.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <utility>

namespace {

/// What is in the file, beside what is in its log.
struct Damaged {
    QByteArray file;
    QByteArray log;
};

QByteArray flipped(QByteArray bytes, QRandomGenerator& chance) {
    const int count = chance.bounded(1, 9);
    for (int i = 0; i < count; ++i) {
        const qsizetype at = chance.bounded(static_cast<int>(bytes.size()));
        bytes[at] = static_cast<char>(bytes[at] ^ chance.bounded(1, 256));
    }
    return bytes;
}

QByteArray swapped(QByteArray bytes, qsizetype size, QRandomGenerator& chance) {
    const int pages = static_cast<int>(bytes.size() / size);
    const qsizetype one = chance.bounded(pages) * size;
    const qsizetype other = chance.bounded(pages) * size;
    const QByteArray kept = bytes.mid(one, size);
    bytes.replace(one, size, bytes.mid(other, size));
    return bytes.replace(other, size, kept);
}

} // namespace

class TestPlanFileDamage final : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path() const { return m_folder->filePath(QStringLiteral("p")); }
    QString rescued() const { return m_folder->filePath(QStringLiteral("rescued")); }

    /// A plan, another one in its place, and deeds of every kind; some of it still in the log.
    Damaged someFile(Record& record) const {
        Plan other = smallPlan();
        other.catalogueVersion = QStringLiteral("2");
        auto file =
            opened(PlanFile::create(path(), smallPlan(), {QStringLiteral("ada"), &QDateTime::currentDateTimeUtc}));
        const auto write = [&](int from) {
            for (int i = from; i < from + 10; ++i) {
                const Result<> done =
                    file->recordAll({marking({masters()}, {i % 2 ? StepState::Done : StepState::Open, {}, {}, {}, {}}),
                                     {{Deed::Note, slaves(), QString::number(i).repeated(200), {}},
                                      {Deed::Call, {}, QString::number(i), {}}}});
                if (!done)
                    qFatal("%s", qPrintable(done.error().message));
            }
        };
        write(0);
        if (!file->setPlan(other))
            qFatal("no other plan");
        file.reset();
        file = opened(PlanFile::open(path(), {QStringLiteral("lin"), &QDateTime::currentDateTimeUtc}));
        write(10);
        record = file->record();
        return {contents(path()), contents(path() + u"-wal")};
    }

    bool place(const Damaged& damaged) const {
        for (const char* suffix : {"-wal", "-shm", "-journal"})
            QFile::remove(path() + QLatin1String(suffix));
        QFile::remove(rescued());
        return writeBytes(path(), damaged.file) && (damaged.log.isEmpty() || writeBytes(path() + u"-wal", damaged.log));
    }

    /// Opens what was damaged: it is what it was, or it says that it is not; so is what is rescued.
    void checkThatNothingIsMadeUp(const Record& record, bool mayBeOlder) const {
        if (isRescuable(path())) {
            if (const Result<Rescued> result = rescue(path(), rescued())) {
                const auto file = PlanFile::open(rescued());
                QVERIFY2(file, qPrintable(file ? QString() : file.error().message));
                QCOMPARE((*file)->journal()->size(), result->entries);
                if (result->lost == 0 && result->isLostKnown && !mayBeOlder)
                    QCOMPARE((*file)->record(), record);
            }
        }
        const auto file = PlanFile::open(path());
        if (!file) {
            QVERIFY2(file.error().message.contains(path()), qPrintable(file.error().message));
            return;
        }
        if ((*file)->cutOffWarning().isEmpty())
            QCOMPARE((*file)->record(), record);
        QVERIFY(planToJson((*file)->plan()).size() > 1000);
        QCOMPARE((*file)->record(), recordOf((*file)->journal().value()));
    }

private Q_SLOTS:
    void whatIsLost_isSaidAsFarAsItIsKnown() {
        QCOMPARE(lostText({7, 3, true}), QStringLiteral("3"));
        QCOMPARE(lostText({7, 3, false}), QStringLiteral("at least 3; the file no longer tells how many there were"));
    }

    void init() {
        failOnAnyWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void anyDamage_isNeverTakenForWhole_data() {
        QTest::addColumn<int>("kind");
        const char* kinds[] = {"bytes flipped",        "truncated",
                               "pages swapped",        "bytes flipped in the log",
                               "the log is truncated", "parts of the log swapped"};
        for (int kind = 0; kind < 6; ++kind)
            QTest::newRow(kinds[kind]) << kind;
    }
    void anyDamage_isNeverTakenForWhole() {
        QFETCH(const int, kind);
        Record record;
        const Damaged whole = someFile(record);
        QVERIFY(whole.log.size() > 20'000);
        QVERIFY(place(whole));
        QCOMPARE(opened(PlanFile::open(path()))->record(), record);
        // Of a file that was closed; the log's damages are of one that was not.
        const Damaged closed{contents(path()), {}};
        const quint32 seed = QRandomGenerator::global()->generate();
        QRandomGenerator chance(seed);
        for (int round = 0; round < rounds(30, 200); ++round) {
            Damaged damaged = kind < 3 ? closed : whole;
            const qsizetype frame = 4096 + 24;
            switch (kind) {
            case 0:
                damaged.file = flipped(damaged.file, chance);
                break;
            case 1:
                damaged.file.truncate(chance.bounded(static_cast<int>(damaged.file.size())));
                break;
            case 2:
                damaged.file = swapped(damaged.file, 4096, chance);
                break;
            case 3:
                damaged.log = flipped(damaged.log, chance);
                break;
            case 4: // cut exactly between two transactions it is a log of that moment, and nothing tells
                damaged.log.truncate(chance.bounded(static_cast<int>(damaged.log.size())));
                if (damaged.log.isEmpty() || (damaged.log.size() - 32) % frame == 0)
                    damaged.log.append('x');
                break;
            default:
                damaged.log = damaged.log.first(32) + swapped(damaged.log.sliced(32), frame, chance);
            }
            QVERIFY(place(damaged));
            checkThatNothingIsMadeUp(record, kind >= 3);
            if (QTest::currentTestFailed()) {
                qInfo("round %d of seed %u", round, seed);
                return;
            }
        }
    }

    void rowsTakenOut_areMissed() {
        Record record;
        QVERIFY(place(someFile(record)));
        opened(PlanFile::open(path())).reset();
        const Damaged whole{contents(path()), {}};
        const int rows = static_cast<int>(opened(PlanFile::open(path()))->journal()->size());
        for (int round = 0; round < rounds(20, 200); ++round) {
            QVERIFY(place(whole));
            const int number = 1 + round % rows;
            const int count = QRandomGenerator::global()->bounded(1, 4);
            QCOMPARE(withSqlite(path(), withoutTriggers()
                                            << QStringLiteral("DELETE FROM journal WHERE number BETWEEN %1 AND %2")
                                                   .arg(number)
                                                   .arg(number + count - 1)),
                     QString());
            const auto file = PlanFile::open(path());
            QVERIFY2(!file, qPrintable(QString::number(number)));
            QCOMPARE(file.error().kind, Error::Kind::File);
            QVERIFY(isRescuable(path()));

            const QByteArray before = contents(path());
            const Result<Rescued> result = rescue(path(), rescued());
            QVERIFY2(result, qPrintable(result ? QString() : result.error().message));
            const int gone = qMin(count, rows - number + 1);
            const int doubtful = number + gone <= rows ? 1 : 0; // the row behind the gap
            QCOMPARE(result->entries, rows - gone - doubtful);
            QCOMPARE(result->lost, gone + doubtful);
            QCOMPARE(contents(path()), before);
            QCOMPARE(opened(PlanFile::open(rescued()))->journal()->size(), result->entries);
        }
    }

    void rescue_keepsWhoAndWhen() {
        Record record;
        QVERIFY(place(someFile(record)));
        const QList<JournalEntry> before = opened(PlanFile::open(path()))->journal().value();
        QCOMPARE(
            withSqlite(path(), withoutTriggers() << QStringLiteral("UPDATE journal SET who = 'eve' WHERE number = 5")),
            QString());
        const Result<Rescued> result = rescue(path(), rescued());
        QVERIFY(result);
        QCOMPARE(result->entries, before.size() - 1);
        QCOMPARE(result->lost, 1);
        const auto file = opened(PlanFile::open(rescued()));
        QCOMPARE(file->plan().catalogueVersion, QStringLiteral("2"));
        const QList<JournalEntry> after = file->journal().value();
        for (qsizetype i = 0; i < after.size(); ++i) {
            const JournalEntry& original = before[i < 4 ? i : i + 1];
            QCOMPARE(after[i].who, original.who);
            QCOMPARE(after[i].when, original.when);
            QCOMPARE(after[i].after, original.after);
            QCOMPARE(after[i].number, i + 1);
        }
        QVERIFY(setState(*file, masters(), StepState::InProgress));
    }
    void rescue_takesTheLastWholePlan() {
        Record record;
        QVERIFY(place(someFile(record)));
        opened(PlanFile::open(path())).reset();
        QCOMPARE(withSqlite(path(), withoutTriggers()
                                        << QStringLiteral("UPDATE plan SET json = json || ' ' WHERE rowid = 2")),
                 QString());
        QVERIFY(!PlanFile::open(path()));
        const Result<Rescued> whole = rescue(path(), rescued());
        QVERIFY2(whole, qPrintable(whole ? QString() : whole.error().message));
        QCOMPARE(whole->lost, 0); // each plan is there twice
        QCOMPARE(opened(PlanFile::open(rescued()))->record(), record);

        QCOMPARE(withSqlite(path(), {QStringLiteral("DELETE FROM spare_plan")}), QString());
        QFile::remove(rescued());
        const Result<Rescued> result = rescue(path(), rescued());
        QVERIFY2(result, qPrintable(result ? QString() : result.error().message));
        QCOMPARE(result->lost, 1); // the deed that put the other plan in place
        QCOMPARE(opened(PlanFile::open(rescued()))->plan().catalogueVersion, QString());

        QCOMPARE(withSqlite(path(), {QStringLiteral("UPDATE plan SET json = json || ' '")}), QString());
        QFile::remove(rescued());
        const Result<Rescued> nothing = rescue(path(), rescued());
        QVERIFY(!nothing);
        QCOMPARE(nothing.error().kind, Error::Kind::File);
        QVERIFY2(nothing.error().message.contains(QStringLiteral("no whole plan")),
                 qPrintable(nothing.error().message));
        QVERIFY(!QFile::exists(rescued()));
    }
    void rescue_isRefused() {
        Record record;
        QVERIFY(place(someFile(record)));
        const Damaged before{contents(path()), contents(path() + u"-wal")};
        QCOMPARE(rescue(path(), path()).error().kind, Error::Kind::Request);
        QCOMPARE(rescue(rescued(), path()).error().kind, Error::Kind::System);
        QVERIFY(writeBytes(rescued(), "Dear operator"));
        QCOMPARE(rescue(rescued(), path()).error().kind, Error::Kind::File);
        QVERIFY(!isRescuable(rescued()));
        QCOMPARE(contents(path()), before.file);
        QCOMPARE(contents(path() + u"-wal"), before.log);
    }

    void cutOffLog_isOpenedAndTold() {
        Record record;
        Damaged damaged = someFile(record);
        damaged.log.chop(5);
        QVERIFY(place(damaged));
        {
            const auto file = opened(PlanFile::open(path()));
            QVERIFY2(file->cutOffWarning().contains(path()), qPrintable(file->cutOffWarning()));
            QVERIFY(file->record() != record);
            QVERIFY(setState(*file, masters(), StepState::InProgress));
        }
        QCOMPARE(opened(PlanFile::open(path()))->cutOffWarning(), QString());
    }
    void damagedLog_isToldAndNotTouched() {
        Record record;
        Damaged damaged = someFile(record);
        damaged.log[5000] = static_cast<char>(~damaged.log[5000]);
        QVERIFY(place(damaged));
        const auto file = PlanFile::open(path());
        QVERIFY(!file);
        QCOMPARE(file.error().kind, Error::Kind::File);
        QVERIFY2(file.error().message.contains(QStringLiteral("damaged")), qPrintable(file.error().message));
        QCOMPARE(contents(path()), damaged.file);
        QCOMPARE(contents(path() + u"-wal"), damaged.log);
        QVERIFY(rescue(path(), rescued())); // what was in the file before
    }
    void log_begunAnew_isWholeWithWhatIsLeftOfTheOldOne() {
        Record record;
        QByteArray log = someFile(record).log;
        QCOMPARE(tailOf(log), LogTail::Whole);
        QCOMPARE(tailOf({}), LogTail::Whole);
        QCOMPARE(tailOf(log.first(20)), LogTail::CutOff);
        // A frame of a log before this one: its number is smaller by one, and its random one another.
        QByteArray old = log.last(4096 + 24);
        old[11] = static_cast<char>(old[11] - 1);
        QCOMPARE(tailOf(log + old), LogTail::CutOff); // a smaller number alone is damage
        old[15] = static_cast<char>(~old[15]);
        QCOMPARE(tailOf(log + old), LogTail::Whole);
        QCOMPARE(tailOf(log + log.last(4096 + 24)), LogTail::CutOff);
    }
};

QTEST_GUILESS_MAIN(TestPlanFileDamage)
#include "tst_plan_file_damage.moc"
