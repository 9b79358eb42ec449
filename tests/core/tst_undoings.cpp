#include "core/undoings.h"
#include "support/support.h"

#include <QTest>

namespace {

JournalEntry note(const QString& before, const QString& after, const QStringList& about = {QStringLiteral("a")}) {
    return {0, {}, {}, Deed::Note, about, before, after, {}};
}

JournalEntry state(StepState after, const QStringList& about = {QStringLiteral("a")}, const QString& reason = {}) {
    return {0, {}, {}, Deed::State, about, {}, stateWord(after), {after, reason, {}, {}, {}}};
}

JournalEntry whole(Deed deed, const QString& before, const QString& after) {
    return {0, {}, {}, deed, {}, before, after, {}};
}

} // namespace

class TestUndoings final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void isUndone_data() {
        QTest::addColumn<QList<JournalEntry>>("journal");
        QTest::addColumn<QList<bool>>("found");
        const JournalEntry open = state(StepState::Open);
        const JournalEntry begun = state(StepState::InProgress);
        const JournalEntry done = state(StepState::Done);
        const auto row = [](const char* rule, const QList<JournalEntry>& journal, const QList<bool>& found) {
            QTest::newRow(rule) << journal << found;
        };
        row("nothing was done", {}, {});
        row("a deed", {done}, {false});
        row("a deed taken back", {done, open}, {false, true});
        row("done once more", {done, open, done}, {false, true, false});
        row("and taken back again", {done, open, done, open}, {false, true, false, true});
        row("step by step", {begun, done, begun, open}, {false, false, true, true});
        row("another state", {begun, done, open}, {false, false, false});
        row("the same state for another reason",
            {state(StepState::Skipped, {u"a"_qs}, u"x"_qs), done, state(StepState::Skipped, {u"a"_qs}, u"y"_qs)},
            {false, false, false});
        row("the note of another step", {note({}, u"x"_qs), note(u"x"_qs, {}, {u"b"_qs})}, {false, false});
        row("another field of the same step", {note({}, u"x"_qs), open}, {false, false});
        row("several steps, in the other order",
            {state(StepState::Done, {u"a"_qs, u"b"_qs}), state(StepState::Open, {u"b"_qs, u"a"_qs})}, {false, true});
        row("one of several, the other was not done",
            {state(StepState::Done, {u"a"_qs}), state(StepState::Open, {u"b"_qs, u"a"_qs})}, {false, false});
        row("several in two parts",
            {state(StepState::Done, {u"a"_qs, u"b"_qs}), state(StepState::Open, {u"b"_qs}), open}, {false, true, true});
        row("whom to call", {whole(Deed::Call, {}, u"Lin"_qs), whole(Deed::Call, u"Lin"_qs, {})}, {false, true});
        row("the plan before", {whole(Deed::Plan, {}, u"2"_qs), whole(Deed::Plan, u"2"_qs, {})}, {false, true});
    }
    void isUndone() {
        QFETCH(const QList<JournalEntry>, journal);
        QTEST(undoings(journal), "found");
    }
};

QTEST_GUILESS_MAIN(TestUndoings)
#include "tst_undoings.moc"
