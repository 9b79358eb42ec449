#pragma once

#include "core/plan.h"
#include "items/plan_filter.h"
#include "items/plan_model.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class DetailsPane;
class Desktop;
class PlanFile;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QSplitter;
class QTreeView;
class RecordEditor;
class StepActions;

/// Some steps and notes that belong together, and what they have in common: "flags in 0.27.x".
struct Excerpt {
    QStringList ids;
    QString what;
};

/// Where people are in a checklist, and what they see of it: kept when another plan takes the place of this one.
struct ChecklistPlace {
    QString current; ///< id of the row
    QString search;
    bool openOnly = false;
    QString owner;
    Excerpt only; ///< nothing else is shown; empty: everything
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
    /// The first open step in the order of work; when all are done nothing happens.
    void goToNextOpenStep();
    void expandAll();
    void collapseAll();
    void focusSearch();

    /// Nothing but these, and what must never be hidden, until somebody asks for all again. Takes the other filters
    /// away.
    void showOnly(const Excerpt& excerpt);

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
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeList();
    QWidget* makeFilters();
    QWidget* makeOnly();
    void connectDeeds(RecordEditor& editor);
    void onRecordChanged(const QStringList& ids);
    void onNotSavedChanged();
    void onSelectionChanged();
    void onFilterChanged();
    void showCurrent();
    void showRecord();
    /// Only whether it is done, after a wish that was not granted: what people typed stays.
    void showState();
    void showCounts();
    void fillOwners();
    void chooseOwner(const QString& owner);
    /// Takes over what is looked for, and opens what holds it; when nothing is any more, the tree is as it was.
    void look();
    bool isLooking() const;
    void setOnly(const Excerpt& excerpt);
    void showAll();
    /// Hops and sections that are open in the tree, as rows of the model.
    QModelIndexList openGroups() const;
    /// From the search field into the list, to the first match.
    void goToList();
    void goTo(const QModelIndex& sourceIndex);
    /// Makes this row of the tree the current one, and selects it alone.
    void choose(const QModelIndex& row);

    const PlanFile& m_file;
    const RecordEditor& m_editor;
    PlanModel m_model;
    PlanFilter m_filter;
    QLineEdit* m_search;
    QLabel* m_hits;
    QCheckBox* m_openOnly;
    QComboBox* m_whose;
    QLabel* m_regardless;
    Excerpt m_only;
    QWidget* m_onlyBar;
    QLabel* m_onlyText;
    QTreeView* m_tree;
    DetailsPane* m_details;
    StepActions* m_steps;
    QSplitter* m_splitter;
    std::optional<QModelIndexList> m_openBeforeSearch;
    QTimer m_calendar;
};
