#pragma once

#include "core/record.h"

#include <QObject>
#include <QStringList>

class Desktop;
class PlanFile;
class QAction;
class QWidget;
class RecordEditor;

/// What people can say of the selected steps and pause points, and take from them: the deeds of the Step menu, of the
/// list's context menu and of the state button in the details. It asks what has to be asked (a reason, whether to go on
/// past something open) and hands the deed to the editor. Owned by the checklist view; plan file, editor and desktop
/// have to outlive it.
class StepActions final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StepActions)

public:
    /// Dialogs open in front of `view`.
    StepActions(const PlanFile& file, RecordEditor& editor, Desktop& desktop, QWidget& view);

    /// In the order of the menu, separators among them.
    QList<QAction*> actions() const { return m_actions; }

    /// What the deeds are about from now on: ids of steps, notes and pause points. Notes have no state.
    void setSelection(const QStringList& ids);

    /// Done, or open again, for a single row: what a click on its box means.
    void tick(const QString& id, StepState wished);
    /// The same for all that is selected: done, unless all of it is.
    void toggleDone();

    /// The card of a step that failed; once for each step.
    void showCard(const QString& step);

Q_SIGNALS:
    /// The selection is about to be marked: what is being typed has to be handed over first.
    void aboutToMark();
    /// The deed was done, was refused or waits, or people thought better of it.
    void marked();
    /// What was done without leaving a trace in the window, in one sentence.
    void told(const QString& sentence);
    /// Somebody follows a link of the card.
    void itemRequested(const QString& id);

private:
    QAction* add(const QString& text, const QString& objectName, const QKeySequence& shortcut,
                 void (StepActions::*deed)());
    void addSeparator();
    void showWhatIsPossible();

    void markDone();
    void markInProgress();
    void markSkipped();
    void markNotApplicable();
    void putOff();
    void markFailed();
    void reopen();
    void takeOver();
    void showCardOfSelection();
    void copyMarkdown();
    void copyCorrection();

    void mark(const QStringList& ids, StepState state);
    void ask(StepState state);
    bool isAsking() const;
    bool wentWrong(const QString& step);
    bool goesOnPast(const QStringList& ids, StepState state);

    const PlanFile& m_file;
    RecordEditor& m_editor;
    Desktop& m_desktop;
    QWidget& m_view;
    QString m_single;       ///< the one step or note of the selection; empty: none, or several
    QStringList m_selected; ///< steps, notes and pause points
    QStringList m_steps;    ///< of the selection
    QStringList m_pauses;   ///< of the selection
    QList<QAction*> m_actions;
    QAction* m_done = nullptr;
    QAction* m_inProgress = nullptr;
    QAction* m_skipped = nullptr;
    QAction* m_notApplicable = nullptr;
    QAction* m_putOff = nullptr;
    QAction* m_failed = nullptr;
    QAction* m_card = nullptr;
    QAction* m_reopen = nullptr;
    QAction* m_copy = nullptr;
    QAction* m_correction = nullptr;
    QAction* m_takeOver = nullptr;
};
