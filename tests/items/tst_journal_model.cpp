#include "items/journal_model.h"
#include "tests/support/support.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace {

QString masters() {
    return QStringLiteral("0.18-masters-restart");
}

JournalEntry entry(Deed deed, const QString& before, const QString& after, const Mark& mark = {}) {
    return {1,
            QDateTime(QDate(2026, 11, 22), QTime(3, 4, 5), Qt::UTC),
            QStringLiteral("ada"),
            deed,
            {masters()},
            before,
            after,
            mark};
}

QString cell(const JournalModel& model, int row, int column) {
    return model.index(row, column).data().toString();
}

} // namespace

class TestJournalModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void deedReadsLikeASentence_data() {
        QTest::addColumn<JournalEntry>("deed");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        const Mark done{StepState::Done, {}, {}, {}, {}};
        QTest::newRow("state") << entry(Deed::State, u"in-progress"_qs, u"done"_qs, done) << "in progress"
                               << "done";
        const Mark accepted{StepState::Skipped, u"no <b>time</b>"_qs, {}, u"Lin"_qs, QDate(2026, 12, 1)};
        QTest::newRow("accepted blocker") << entry(Deed::State, u"open"_qs, u"skipped"_qs, accepted) << "open"
                                          << "skipped – no <b>time</b> – accepted by Lin until 2026-12-01";
        const Mark later{StepState::Deferred, {}, u"0.19.x"_qs, {}, {}};
        QTest::newRow("put off") << entry(Deed::State, u"open"_qs, u"deferred"_qs, later) << "open"
                                 << "put off – to the upgrade to 0.19.x";
        QTest::newRow("note of several lines") << entry(Deed::Note, {}, u"one\ntwo"_qs) << ""
                                               << "one two";
        QTest::newRow("passed") << entry(Deed::Passed, {}, u"0.18-slaves"_qs) << ""
                                << "0.18-slaves was begun";
        QTest::newRow("plan") << entry(Deed::Plan, {}, u"0123456789abcdef"_qs) << "the first plan"
                              << "plan 0123456789ab";
    }
    void deedReadsLikeASentence() {
        QFETCH(JournalEntry, deed);
        QFETCH(QString, before);
        QFETCH(QString, after);
        JournalModel model;
        model.setJournal({deed});
        QCOMPARE(cell(model, 0, JournalModel::When), QStringLiteral("2026-11-22 03:04:05 UTC"));
        QCOMPARE(cell(model, 0, JournalModel::Who), QStringLiteral("ada"));
        QCOMPARE(cell(model, 0, JournalModel::About), masters());
        QCOMPARE(cell(model, 0, JournalModel::Before), before);
        QCOMPARE(cell(model, 0, JournalModel::After), after);
    }

    void undoingSaysSo() {
        JournalModel model;
        model.setJournal({entry(Deed::Note, {}, u"slow"_qs), entry(Deed::Note, u"slow"_qs, {})});
        QCOMPARE(cell(model, 0, JournalModel::What), u"note"_qs);
        QCOMPARE(cell(model, 1, JournalModel::What), u"undone: note"_qs);
    }

    void anotherPlanSaysWhatItChanges() {
        JournalModel model;
        model.setJournal({entry(Deed::Plan, {}, u"0123456789abcdef"_qs)}, {{1, u"cgroups: unsure → no"_qs}});
        QCOMPARE(cell(model, 0, JournalModel::After), u"cgroups: unsure → no"_qs);
    }

    void textOfPeopleIsNoMarkup() {
        JournalModel model;
        model.setJournal({entry(Deed::Note, {}, u"<img src='file:///etc/passwd'>"_qs)});
        const QString tip = model.index(0, JournalModel::After).data(Qt::ToolTipRole).toString();
        QVERIFY2(!tip.contains(u"<img"_qs), qPrintable(tip));
    }

    void contract_holdsWhileTheJournalGrows() {
        JournalModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        const JournalEntry note = entry(Deed::Note, {}, u"slow"_qs);
        model.setJournal({});
        model.setJournal({note, note});
        const QPersistentModelIndex second = model.index(1, JournalModel::Who);
        model.setJournal({note, note, note, note});
        QCOMPARE(inserted.size(), 2);
        QVERIFY(second.isValid());
        model.setJournal({note});
        QCOMPARE(reset.size(), 1);
        QCOMPARE(model.rowCount(), 1);
    }
};

QTEST_GUILESS_MAIN(TestJournalModel)
#include "tst_journal_model.moc"
