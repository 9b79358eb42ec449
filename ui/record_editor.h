#pragma once

#include "core/record.h"

#include <QObject>
#include <QUndoStack>

class PlanFile;

/// Writes ticks and notes into a plan file, so that they can be undone. Undoing and redoing are deeds like any other:
/// each is one more entry of the journal, nothing is ever taken out of it. The plan file has to outlive the editor.
class RecordEditor final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecordEditor)

public:
    explicit RecordEditor(PlanFile& file, QObject* parent = nullptr);

    void setState(const QString& itemId, StepState state);
    void setNote(const QString& itemId, const QString& note);

    QUndoStack& undoStack() { return m_undoStack; }

Q_SIGNALS:
    /// A deed that is not on disk and therefore did not happen; the plan file is as it was.
    void failed(const QString& sentence);

private:
    PlanFile& m_file;
    QUndoStack m_undoStack;
};
