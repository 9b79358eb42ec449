#include "ui/record_editor.h"

#include "store/plan_file.h"

namespace {
/// Something that was done and can be done the other way round.
class RecordCommand final : public QUndoCommand {
public:
    using Write = std::function<Result<>()>;

    RecordCommand(const QString& text, RecordEditor& editor, Write forth, Write back)
        : QUndoCommand(text)
        , m_editor(editor)
        , m_forth(std::move(forth))
        , m_back(std::move(back)) {}

    void redo() override {
        // It is pushed only after it has succeeded.
        if (std::exchange(m_isPushed, true))
            perform(m_forth);
    }

    void undo() override { perform(m_back); }

private:
    void perform(const Write& write) {
        const Result<> written = write();
        setObsolete(!written);
        if (!written)
            Q_EMIT m_editor.failed(written.error().message);
    }

    RecordEditor& m_editor;
    Write m_forth;
    Write m_back;
    bool m_isPushed = false;
};
} // namespace

RecordEditor::RecordEditor(PlanFile& file, QObject* parent)
    : QObject(parent)
    , m_file(file) {
}

void RecordEditor::setState(const QString& itemId, StepState state) {
    const StepState before = m_file.record().value(itemId).state;
    if (before == state)
        return;
    if (const Result<> written = m_file.setState(itemId, state); !written) {
        Q_EMIT failed(written.error().message);
        return;
    }
    const QString text = state == StepState::Done ? tr("ticking %1").arg(itemId) : tr("opening %1 again").arg(itemId);
    m_undoStack.push(new RecordCommand(
        text, *this, [this, itemId, state] { return m_file.setState(itemId, state); },
        [this, itemId, before] { return m_file.setState(itemId, before); }));
}

void RecordEditor::setNote(const QString& itemId, const QString& note) {
    const QString before = m_file.record().value(itemId).note;
    if (before == note)
        return;
    if (const Result<> written = m_file.setNote(itemId, note); !written) {
        Q_EMIT failed(written.error().message);
        return;
    }
    m_undoStack.push(new RecordCommand(
        tr("the note on %1").arg(itemId), *this, [this, itemId, note] { return m_file.setNote(itemId, note); },
        [this, itemId, before] { return m_file.setNote(itemId, before); }));
}
