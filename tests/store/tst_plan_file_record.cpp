#include "tests/store/plan_file_support.h"
#include "tests/support/small_plan.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace {

QString settle() {
    return QStringLiteral("0.18-settle");
}
QString start() {
    return QStringLiteral("0.18-stop-start");
}

Change change(Deed deed, const QString& about, const QString& text) {
    return {deed, about, text, {}};
}

} // namespace

/// What people record: each deed and its undoing, what was gone past, what changes nothing; and files of older
/// programs.
class TestPlanFileRecord final : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QDateTime m_now{QDate(2026, 5, 4), QTime(3, 0), Qt::UTC};

    QString path() const { return m_folder->filePath(QStringLiteral("p")); }
    Scribe scribe() {
        return {QStringLiteral("ada"), [this] { return m_now = m_now.addSecs(60); }};
    }
    QString oldFile() const {
        QString copy = m_folder->filePath(QStringLiteral("old"));
        QFile::copy(QStringLiteral(TEST_DATA "/plan-files/schema-1.mesosplan"), copy);
        QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
        return copy;
    }

    /// What was gone past, in the order of the journal.
    static QStringList pastIn(const PlanFile& file) {
        QStringList ids;
        const QList<JournalEntry> journal = file.journal().value();
        for (const JournalEntry& entry : journal)
            if (entry.deed == Deed::Passed)
                ids += entry.about;
        return ids;
    }

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void everyDeed_isKeptAndCanBeUndone_data() {
        QTest::addColumn<QList<Change>>("changes");
        const auto marked = [](const QString& id, const Mark& mark) { return marking({id}, mark); };
        QTest::newRow("in progress") << marked(masters(), {StepState::InProgress, {}, {}, {}, {}});
        QTest::newRow("done") << marked(masters(), {StepState::Done, {}, {}, {}, {}});
        QTest::newRow("skipped") << marked(masters(), {StepState::Skipped, QStringLiteral("none here"), {}, {}, {}});
        QTest::newRow("not applicable") << marked(
            masters(), {StepState::NotApplicable, QStringLiteral("ours is newer"), {}, {}, {}});
        QTest::newRow("failed") << marked(masters(), {StepState::Failed, QStringLiteral("\"no\" leader"), {}, {}, {}});
        QTest::newRow("deferred") << marked(
            masters(), {StepState::Deferred, QStringLiteral("later"), QStringLiteral("0.19.x"), {}, {}});
        QTest::newRow("a blocker accepted") << marked(
            settle(), {StepState::Skipped, QStringLiteral("known"), {}, QStringLiteral("Lin"), QDate(2026, 6, 1)});
        QTest::newRow("a stop approved") << marked(start(), {StepState::Done, {}, {}, {}, {}});
        QTest::newRow("note") << QList{change(Deed::Note, masters(), QStringLiteral("slow"))};
        QTest::newRow("observed") << QList{change(Deed::Observed, masters(), QStringLiteral("0.18.2"))};
        QTest::newRow("owner") << QList{change(Deed::Owner, start(), QStringLiteral("Lin"))};
        QTest::newRow("whom to call") << QList{change(Deed::Call, {}, QStringLiteral("Lin"))};
        QTest::newRow("a value") << QList{change(Deed::Value, QStringLiteral("master-count"), QStringLiteral("3"))};
        QTest::newRow("several steps") << marking({masters(), settle(), slaves()}, {StepState::Done, {}, {}, {}, {}});
        QTest::newRow("several things at once")
            << (marked(masters(), {StepState::Done, {}, {}, {}, {}}) + QList{change(Deed::Note, masters(), u"ok"_qs)});
    }
    void everyDeed_isKeptAndCanBeUndone() {
        QFETCH(const QList<Change>, changes);
        const auto file = opened(PlanFile::create(path(), smallPlan(), scribe()));
        QList<Change> inverse;
        for (const Change& one : changes)
            inverse.prepend(inverseOf(file->record(), one));
        const Result<> done = file->record(changes);
        QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
        const Record after = file->record();
        QVERIFY(after != Record());
        for (const Change& one : changes) {
            QCOMPARE(inverseOf(after, one).mark, one.mark);
            QVERIFY(one.deed == Deed::State || inverseOf(after, one).text == one.text);
        }
        QCOMPARE(opened(PlanFile::open(path()))->record(), after);

        const qsizetype entries = file->journal()->size();
        QVERIFY(file->record(changes)); // it is so already
        QCOMPARE(file->journal()->size(), entries);

        QVERIFY(file->record(inverse));
        for (const Change& one : changes)
            QCOMPARE(inverseOf(file->record(), one), inverse[inverse.size() - 1 - changes.indexOf(one)]);
        QVERIFY(file->journal()->size() > entries); // both stay
        QCOMPARE(opened(PlanFile::open(path()))->record(), file->record());
    }

    void aPlan_isKeptAndCanBeUndone() {
        Plan other = smallPlan();
        other.catalogueVersion = QStringLiteral("2");
        const auto file = opened(PlanFile::create(path(), smallPlan(), scribe()));
        QVERIFY(setNote(*file, masters(), QStringLiteral("kept")));
        QSignalSpy changed(file.get(), &PlanFile::planChanged);
        QVERIFY(file->setPlan(smallPlan()));
        QCOMPARE(changed.size(), 0);
        QVERIFY(file->setPlan(other));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(file->plan().catalogueVersion, QStringLiteral("2"));
        QCOMPARE(file->record().of(masters()).note, QStringLiteral("kept"));
        QCOMPARE(file->planChange(file->journal()->last()), QStringLiteral("what was known:  → 2"));
        const Change back{Deed::Plan, {}, file->journal()->last().before, {}};
        const Change again{Deed::Plan, {}, file->journal()->last().after, {}};
        QVERIFY(file->record({back}));
        QCOMPARE(file->plan().catalogueVersion, QString());
        QVERIFY(file->record({again}));
        QCOMPARE(opened(PlanFile::open(path()))->plan().catalogueVersion, QStringLiteral("2"));
        QVERIFY(!file->record({{Deed::Plan, {}, QStringLiteral("no such plan"), {}}}));
        QCOMPARE(opened(PlanFile::open(path()))->record(), file->record());
    }

    void refused_isRefusedAsAWhole() {
        const auto file = opened(PlanFile::create(path(), smallPlan(), scribe()));
        const Result<> refused =
            file->record(marking({masters(), settle()}, {StepState::Skipped, QStringLiteral("why"), {}, {}, {}}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Request);
        QCOMPARE(file->record(), Record());
        QVERIFY(file->journal()->isEmpty());
    }

    void oneAfterTheOther_countsInOneDeed() {
        const auto file = opened(PlanFile::create(path(), plainPlan(), scribe()));
        QVERIFY(file->record(marking({masters()}, {StepState::Done, {}, {}, {}, {}}) +
                             marking({masters()}, {StepState::Open, {}, {}, {}, {}}) +
                             marking({masters(), masters()}, {StepState::InProgress, {}, {}, {}, {}})));
        QCOMPARE(file->record().stateOf(masters()), StepState::InProgress);
        QCOMPARE(file->journal()->size(), 3);
        QCOMPARE(file->journal()->last().about, QStringList{masters()});
    }

    void sameMark_isOneEntry() {
        const auto file = opened(PlanFile::create(path(), plainPlan(), scribe()));
        QSignalSpy changed(file.get(), &PlanFile::recordChanged);
        QVERIFY(file->record(marking({masters(), slaves()}, {StepState::Done, {}, {}, {}, {}})));
        QCOMPARE(file->journal()->size(), 1);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toStringList(), (QStringList{masters(), slaves()}));
    }

    void severalDeeds_haveTheirOwnTimes_orAreNotThere() {
        const auto file = opened(PlanFile::create(path(), plainPlan(), scribe()));
        const auto done = marking({masters()}, {StepState::Done, {}, {}, {}, {}});
        QVERIFY(!file->recordAll({done, marking({QStringLiteral("none")}, {})}));
        QVERIFY(file->journal()->isEmpty());
        QVERIFY(file->recordAll({done, {change(Deed::Note, masters(), QStringLiteral("x"))}}));
        const QList<JournalEntry> journal = file->journal().value();
        QCOMPARE(journal.size(), 2);
        QCOMPARE(journal[0].when.secsTo(journal[1].when), 60);
    }

    void whatIsGonePast_isWrittenDownOnce() {
        const auto file = opened(PlanFile::create(path(), smallPlan(), scribe()));
        QVERIFY(setState(*file, slaves(), StepState::InProgress));
        QCOMPARE(pastIn(*file), (QStringList{start(), settle()}));
        QCOMPARE(file->record().of(settle()).passedWith, slaves());
        QCOMPARE(file->record().of(settle()).passedBy, QStringLiteral("ada"));
        QVERIFY(setState(*file, slaves(), StepState::Done));
        QVERIFY(setState(*file, QStringLiteral("0.19-look"), StepState::Done));
        QCOMPARE(pastIn(*file).size(), 2);
    }
    void whatIsGonePastAgain_isWrittenDownAgain() {
        const auto file = opened(PlanFile::create(path(), smallPlan(), scribe()));
        QVERIFY(setState(*file, slaves(), StepState::InProgress));
        QVERIFY(setState(*file, slaves(), StepState::Open));
        QVERIFY(setState(*file, slaves(), StepState::InProgress));
        QCOMPARE(pastIn(*file), (QStringList{start(), settle(), start(), settle()}));
    }
    void oneDeed_goesPastOnce() {
        const QString look = QStringLiteral("0.19-look");
        const auto file = opened(PlanFile::create(path(), smallPlan(), scribe()));
        QVERIFY(file->record(marking({slaves()}, {StepState::InProgress, {}, {}, {}, {}}) +
                             marking({look}, {StepState::Done, {}, {}, {}, {}})));
        QCOMPARE(pastIn(*file), (QStringList{start(), settle()}));
    }
    void whatIsSettled_isNotGonePast() {
        const auto file = opened(PlanFile::create(path(), smallPlan(), scribe()));
        QVERIFY(setState(*file, start(), StepState::Done));
        QVERIFY(file->record(marking({masters(), settle(), slaves()}, {StepState::Done, {}, {}, {}, {}})));
        const QList<JournalEntry> journal = file->journal().value();
        for (const JournalEntry& entry : journal)
            QVERIFY(entry.deed != Deed::Passed);
    }

    void olderFile_isReadAsItIs() {
        const QString old = oldFile();
        const QByteArray before = contents(old);
        {
            const auto file = opened(PlanFile::open(old));
            QCOMPARE(file->plan().to, QStringLiteral("0.16.0"));
            QCOMPARE(file->journal()->size(), 6);
            const Record& record = file->record();
            QCOMPARE(record.items.size(), 4);
            QCOMPARE(record.stateOf(QStringLiteral("0.12-master-supervisor")), StepState::Done);
            QCOMPARE(record.of(QStringLiteral("0.12-master-supervisor")).note,
                     QStringLiteral("runit on all three; „restart“ tested\nsee the ticket"));
            QCOMPARE(record.stateOf(QStringLiteral("0.12-failover-timeout")), StepState::Open);
            QCOMPARE(record.of(QStringLiteral("0.16-masters-restart")).markedBy, QStringLiteral("lin"));
            QCOMPARE(record.of(QStringLiteral("0.16-masters-restart")).markedAt,
                     QDateTime(QDate(2026, 4, 7), QTime(22, 21, 24, 250), Qt::UTC));
        }
        QCOMPARE(contents(old), before);
    }
    void olderFile_isRaisedByTheFirstDeed() {
        const QString old = oldFile();
        const QString step = QStringLiteral("0.12-failover-timeout");
        Record before;
        {
            const auto file = opened(PlanFile::open(old));
            before = file->record();
            const Result<> done =
                file->record(marking({step}, {StepState::Failed, QStringLiteral("one has none"), {}, {}, {}}));
            QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
        }
        const auto file = opened(PlanFile::open(old));
        QCOMPARE(file->record().of(step).mark.reason, QStringLiteral("one has none"));
        QCOMPARE(file->journal()->size(), 7);
        Record after = file->record();
        after.items[step] = before.of(step);
        QCOMPARE(after, before);
        QCOMPARE(contents(old).mid(60, 4), QByteArray("\0\0\0\2", 4));
        QCOMPARE(withSqlite(old, {QStringLiteral("DELETE FROM plan")}), QStringLiteral("plans are only added"));
    }
    void olderFile_isRaisedByTwoAtOnce() {
        const QString old = oldFile();
        const auto ada = opened(PlanFile::open(old));
        const auto lin = opened(PlanFile::open(old));
        QVERIFY(setNote(*ada, QStringLiteral("0.14-slave-clock"), QStringLiteral("a")));
        QVERIFY(setNote(*lin, QStringLiteral("0.14-slave-clock"), QStringLiteral("b")));
        QVERIFY(setNote(*ada, QStringLiteral("0.14-slave-clock"), QStringLiteral("c")));
        QCOMPARE(opened(PlanFile::open(old))->journal()->size(), 9);
    }
};

QTEST_GUILESS_MAIN(TestPlanFileRecord)
#include "tst_plan_file_record.moc"
