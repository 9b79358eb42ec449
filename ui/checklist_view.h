#pragma once

#include "core/plan.h"
#include "items/plan_filter.h"
#include "items/plan_model.h"

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

/// Where people are in a checklist, and what they see of it: kept when another plan takes the place of this one.
struct ChecklistPlace {
    QString current; ///< id of the row
    QString search;
    bool openOnly = false;
    QString owner;
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

    /// Does not look at the plan, which may be gone already.
    ChecklistPlace place() const;
    /// A row that is not there any more leaves people at the next open step.
    void goTo(const ChecklistPlace& place);

    /// Hands over what is being typed.
    void flush();

    QSplitter& splitter() { return *m_splitter; }

Q_SIGNALS:
    void answerRequested(const QString& question);

private:
    QWidget* makeList();
    QWidget* makeFilters();
    void connectDeeds(RecordEditor& editor);
    void onRecordChanged(const QStringList& ids);
    void onNotSavedChanged();
    void onSelectionChanged();
    void onFilterChanged();
    void showCurrent();
    void showRecord();
    /// Only whether it is done, after a wish that was not granted: what people typed stays.
    void showState();
    void showWhatMustBeSeen();
    void fillOwners();
    void chooseOwner(const QString& owner);
    void search(const QString& text);
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
    QCheckBox* m_openOnly;
    QComboBox* m_whose;
    QLabel* m_regardless;
    QTreeView* m_tree;
    DetailsPane* m_details;
    StepActions* m_steps;
    QSplitter* m_splitter;
    std::optional<QModelIndexList> m_openBeforeSearch;
};
