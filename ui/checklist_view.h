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
class QLineEdit;
class QSettings;
class QSplitter;
class QTreeView;
class RecordEditor;

/// The checklist itself: the rows of a plan, what narrows them down, and beside them all about the row people are on.
/// Plan file and editor have to outlive it.
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

    /// Hands over the note that is being typed.
    void flushNote();
    /// Shows again whether the step is done, after a wish that was not granted. A note that could not be written stays
    /// in its field, so that it is not lost.
    void showState();

    QSplitter& splitter() { return *m_splitter; }

Q_SIGNALS:
    void answerRequested(const QString& question);

private:
    QWidget* makeList();
    void onRecordChanged(const QString& itemId);
    void onCurrentChanged();
    void search(const QString& text);
    /// Hops and sections that are open in the tree, as rows of the model.
    QModelIndexList openGroups() const;
    /// From the search field into the list, to the first match.
    void goToList();
    void goTo(const QModelIndex& sourceIndex);

    const PlanFile& m_file;
    PlanModel m_model;
    PlanFilter m_filter;
    QLineEdit* m_search;
    QCheckBox* m_openOnly;
    QTreeView* m_tree;
    DetailsPane* m_details;
    QSplitter* m_splitter;
    std::optional<QModelIndexList> m_openBeforeSearch;
};
