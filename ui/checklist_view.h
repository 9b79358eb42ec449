#pragma once

#include "core/plan.h"
#include "items/plan_model.h"
#include "items/plan_wish.h"

#include <QTimer>
#include <QWidget>

class DetailsPane;
class Desktop;
class FilterBar;
class PlanFile;
class PlanTree;
class QSplitter;
class RecordEditor;
class StepActions;

/// Where people are in a checklist, and what they see of it: kept when another plan takes the place of this one.
struct ChecklistPlace {
    QString current; ///< id of the row; of an upgrade or section the first one in it
    PlanWish wish;
};

/// The checklist itself: the rows of a plan, what narrows them down, and beside them all about the row people are on.
/// Its actions() are the Step menu. Plan file and editor have to outlive it.
class ChecklistView final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChecklistView)

public:
    ChecklistView(const PlanFile& file, RecordEditor& editor, Desktop& desktop, QWidget* parent = nullptr);

    /// Selects a row and makes it visible, whatever the filters hide.
    void goToItem(const QString& id);
    void goToHop(int index);
    /// The step to do next; when all are done nothing happens.
    void goOn();
    /// The open step or stop after where people are, or before.
    void goToNextOpenStep();
    void goToPreviousOpenStep();
    /// The next row that is looked for, or the one before; where nothing is, to the search.
    void goToNextHit();
    void goToPreviousHit();
    /// Asks to which upgrade.
    void chooseHop();
    void expandAll();
    void collapseAll();
    void focusSearch();

    /// Nothing but these, and what must never be hidden, until somebody asks for all again. Takes the other filters
    /// away.
    void showOnly(const Excerpt& excerpt);

    /// Ids of the steps, notes and pause points that are selected, in the order of work.
    QStringList selectedIds() const;

    /// Does not look at the plan, which may be gone already.
    ChecklistPlace place() const;
    /// A row that is not there any more leaves people at the next open step.
    void goTo(const ChecklistPlace& place);

    /// Hands over what is being typed.
    void flush();

    QSplitter& splitter() { return *m_splitter; }

Q_SIGNALS:
    void answerRequested(const QString& question);
    /// What was done without leaving a trace in the window, in one sentence.
    void told(const QString& sentence);

protected:
    /// Hands it on to the list. A focus proxy would do so too, but Tab would go past what stands before the list.
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeList();
    void connectFilters();
    void connectDeeds(RecordEditor& editor);
    void onRecordChanged(const QStringList& ids);
    void onNotSavedChanged();
    void showSelected();
    void showRow(const QModelIndex& sourceIndex);
    void showRecord();
    /// Only whether it is done, after a wish that was not granted: what people typed stays.
    void showState();
    void showCounts();
    void goTo(const QModelIndex& sourceIndex);
    void followLink(const QString& id);
    /// A step, note or stop itself; of an upgrade or section the first in it.
    QModelIndex leafOf(QModelIndex row) const;

    const PlanFile& m_file;
    const RecordEditor& m_editor;
    PlanModel m_model;
    FilterBar* m_filters;
    PlanTree* m_tree;
    DetailsPane* m_details;
    StepActions* m_steps;
    QSplitter* m_splitter;
    QString m_here; ///< id of the step, note or stop people are at
    QTimer m_calendar;
};
