#include "ui/record_editor.h"

#include "store/plan_file.h"

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace {
/// What leads back to the record as it is now, the last change first.
QList<Change> inverseOf(const Record& record, const QList<Change>& changes) {
    QList<Change> back;
    for (auto change = changes.crbegin(); change != changes.crend(); ++change)
        back << inverseOf(record, *change);
    return back;
}

/// Whether a change says again, in other words, what the one before said.
bool isRewording(const Change& change, const Change& before) {
    if (change.deed != before.deed || change.about != before.about)
        return false;
    return change.deed == Deed::State ? change.mark.state == before.mark.state : change.deed != Deed::Plan;
}

bool isRefused(const Result<>& written) {
    return !written && written.error().kind == Error::Kind::Request;
}

/// What people wrote in their own words, which nobody could write for them.
QString wordsIn(const Change& change) {
    switch (change.deed) {
    case Deed::Note:
    case Deed::Observed:
        return change.text;
    case Deed::State:
        return change.mark.reason;
    default:
        return {};
    }
}

/// Texts and nothing that depends on the rest of the plan, as a state does.
bool isText(const QList<Change>& changes) {
    return std::all_of(changes.cbegin(), changes.cend(),
                       [](const Change& change) { return change.deed == Deed::Note || change.deed == Deed::Observed; });
}
} // namespace

/// What the undo stack holds: the deed is taken the other way round, and forth again.
class RecordEditor::Command final : public QUndoCommand {
public:
    Command(const QString& text, RecordEditor& editor, ActPointer act)
        : QUndoCommand(text)
        , m_editor(editor)
        , m_act(std::move(act)) {}

    void redo() override {
        // It is pushed when it has been done.
        if (std::exchange(m_isPushed, true))
            setObsolete(!m_editor.take({m_act, false}));
    }

    void undo() override { setObsolete(!m_editor.take({m_act, true})); }

private:
    RecordEditor& m_editor;
    ActPointer m_act;
    bool m_isPushed = false;
};

RecordEditor::RecordEditor(PlanFile& file, QObject* parent)
    : QObject(parent)
    , m_file(file) {
    m_retry.setInterval(3s);
    connect(&m_retry, &QTimer::timeout, this, &RecordEditor::tryNow);
}

RecordEditor::~RecordEditor() = default;

void RecordEditor::perform(const QString& text, const QList<Change>& changes) {
    const Record& now = m_file.record();
    const bool changesNothing = std::all_of(changes.cbegin(), changes.cend(),
                                            [&](const Change& change) { return change == inverseOf(now, change); });
    if ((changesNothing && m_waiting.isEmpty()) || joinsLast(changes))
        return;
    // Asked before it may come to wait: what the rules refuse is said while people are still at it, and nobody is told
    // for an hour that it will be tried again.
    if (const Result<QList<Change>> fit = checkedChanges(m_file.plan(), now, changes); !fit) {
        Q_EMIT failed(fit.error().message);
        return;
    }
    const auto act = std::make_shared<Act>(Act{changes, {}, false});
    if (take({act, false}))
        m_undoStack.push(new Command(text, *this, act));
}

void RecordEditor::setPlan(const QString& text, const Plan& plan) {
    tryNow();
    if (!m_waiting.isEmpty()) {
        Q_EMIT failed(m_because);
        return;
    }
    const Change back{Deed::Plan, {}, m_file.record().plan, {}};
    if (const Result<> written = m_file.setPlan(plan); !written) {
        Q_EMIT failed(written.error().message);
        return;
    }
    const Change forth{Deed::Plan, {}, m_file.record().plan, {}};
    if (forth != back)
        m_undoStack.push(new Command(text, *this, std::make_shared<Act>(Act{{forth}, {back}, false})));
}

QList<Change> RecordEditor::notSavedOf(const QString& id) const {
    QList<Change> found;
    for (const Turn& turn : m_waiting)
        for (const Change& change : turn.changes())
            if (change.about == id)
                found << change;
    return found;
}

QStringList RecordEditor::notSavedIds() const {
    QStringList ids;
    for (const Turn& turn : m_waiting)
        for (const Change& change : turn.changes())
            if (change.deed != Deed::Value && !change.about.isEmpty())
                ids << change.about;
    ids.removeDuplicates();
    return ids;
}

QList<QList<Change>> RecordEditor::waiting() const {
    QList<QList<Change>> deeds;
    for (const Turn& turn : m_waiting)
        deeds << turn.changes();
    return deeds;
}

void RecordEditor::tryNow() {
    if (m_waiting.isEmpty())
        return;
    writeWaiting();
    Q_EMIT notSavedChanged();
}

/// People go on writing while a text waits: that is still one deed.
bool RecordEditor::joinsLast(const QList<Change>& changes) {
    if (m_waiting.isEmpty() || m_waiting.constLast().isUndo || changes.size() != 1)
        return false;
    QList<Change>& last = m_waiting.constLast().act->forth;
    if (last.size() != 1 || !isRewording(changes.constFirst(), last.constFirst()))
        return false;
    last = changes;
    tryNow();
    return true;
}

bool RecordEditor::take(const Turn& turn) {
    const bool undoesLast = !m_waiting.isEmpty() && m_waiting.constLast().act == turn.act;
    if (undoesLast) // it never happened
        m_waiting.removeLast();
    else
        m_waiting.append(turn);
    turn.act->isRefused = false;
    const bool waitedBefore = undoesLast || m_waiting.size() > 1;
    writeWaiting();
    if (waitedBefore || !m_waiting.isEmpty() || turn.act->isRefused)
        Q_EMIT notSavedChanged();
    return !turn.act->isRefused;
}

Result<> RecordEditor::write(const Turn& turn) {
    if (turn.isUndo)
        return m_file.record(turn.act->back);
    turn.act->back = inverseOf(m_file.record(), turn.act->forth);
    return m_file.record(turn.act->forth);
}

void RecordEditor::dropStranded() {
    m_stranded.clear();
    Q_EMIT notSavedChanged();
}

/// Undoing has no words of its own.
void RecordEditor::refuse(const Turn& turn, const QString& sentence) {
    const qsizetype before = m_stranded.size();
    for (const Change& change : turn.act->forth)
        if (const QString words = wordsIn(change); !turn.isUndo && !words.isEmpty())
            m_stranded << Stranded{change.about, words, sentence};
    if (m_stranded.size() == before)
        Q_EMIT failed(sentence);
}

void RecordEditor::writeWaiting() {
    m_because.clear();
    while (!m_waiting.isEmpty()) {
        const Turn turn = m_waiting.takeFirst(); // whoever hears that it is written must not find it waiting
        Result<> written = write(turn);
        if (isRefused(written) && isText(turn.changes()))
            written = write(turn); // it was another plan that came between; what was written is true beside it, too
        if (!written && !isRefused(written)) {
            m_waiting.prepend(turn);
            m_because = written.error().message;
            break;
        }
        turn.act->isRefused = !written;
        if (!written)
            refuse(turn, written.error().message);
    }
    if (m_waiting.isEmpty())
        m_retry.stop();
    else
        m_retry.start();
}
