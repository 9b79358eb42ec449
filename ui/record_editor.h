#pragma once

#include "core/change.h"

#include <QObject>
#include <QTimer>
#include <QUndoStack>

#include <memory>

class PlanFile;

/// Writes what people do to the record into the plan file, so that it can be undone. Undoing and redoing are deeds like
/// any other: each is more entries of the journal, nothing is ever taken out of it.
///
/// A deed that the rules refuse did not happen, and failed() says why. One that could not be written (disk full, medium
/// gone, file locked) waits: the window shows it as not saved, and it is tried again by itself and by tryNow(). What
/// is done after it waits behind it, so that the journal has the order in which people worked.
///
/// A text whose step another program's plan took away meanwhile cannot be recorded any more. It is stranded(): kept
/// until people have copied it or let it go.
///
/// Owned by the main window, one for each open plan file, which has to outlive it.
class RecordEditor final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecordEditor)

public:
    explicit RecordEditor(PlanFile& file, QObject* parent = nullptr);
    ~RecordEditor() override;

    /// All of it or nothing, and one thing to undo; `text` says what was done, for the menu. What changes nothing is no
    /// deed.
    void perform(const QString& text, const QList<Change>& changes);

    /// Puts another plan in the place of this one. It does not wait: when it cannot be written it did not happen.
    void setPlan(const QString& text, const Plan& plan);

    QUndoStack& undoStack() { return m_undoStack; }

    /// How many deeds wait to be written.
    int notSaved() const { return static_cast<int>(m_waiting.size()); }
    /// Why they could not be written, one sentence; empty when none waits.
    QString notSavedBecause() const { return m_because; }
    /// What waits of one step, note or pause point, oldest first.
    QList<Change> notSavedOf(const QString& id) const;
    /// Every step, note and pause point of which something waits.
    QStringList notSavedIds() const;

    /// A text that no step takes any more.
    struct Stranded {
        QString about;
        QString text;
        QString because; ///< one sentence
    };
    const QList<Stranded>& stranded() const { return m_stranded; }
    void dropStranded();

    /// All that waits, oldest first: what has to be recorded elsewhere when this file is gone.
    QList<QList<Change>> waiting() const;

    /// Writes what waits, as far as it can be written.
    void tryNow();

Q_SIGNALS:
    /// A deed that did not happen; the plan file is as it was.
    void failed(const QString& sentence);
    /// More or less waits or is stranded, or for another reason.
    void notSavedChanged();

private:
    /// Something people did. `back` is known when it has been written.
    struct Act {
        QList<Change> forth;
        QList<Change> back;
        bool isRefused = false;
    };
    using ActPointer = std::shared_ptr<Act>;

    /// One on its way to the file, or the undoing of it.
    struct Turn {
        ActPointer act;
        bool isUndo = false;

        const QList<Change>& changes() const { return isUndo ? act->back : act->forth; }
    };

    class Command;

    /// False when the rules refuse it.
    bool take(const Turn& turn);
    bool joinsLast(const QList<Change>& changes);
    Result<> write(const Turn& turn);
    void writeWaiting();
    void refuse(const Turn& turn, const QString& sentence);

    PlanFile& m_file;
    QUndoStack m_undoStack;
    QList<Turn> m_waiting;
    QString m_because;
    QList<Stranded> m_stranded;
    QTimer m_retry;
};
