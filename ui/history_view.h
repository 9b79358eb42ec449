#pragma once

#include "items/journal_model.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class PlanFile;
class QLabel;
class QLineEdit;
class QTreeView;

/// Who did what and when, the latest first, as the journal of the plan file has it. Reads the journal when it is shown
/// and whenever something was recorded while it is. The plan file has to outlive it.
class HistoryView final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryView)

public:
    explicit HistoryView(const PlanFile& file, QWidget* parent = nullptr);

Q_SIGNALS:
    /// Somebody wants to see a step or note of the plan.
    void itemRequested(const QString& id);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void read();
    void requestItem(const QModelIndex& index);

    const PlanFile& m_file;
    JournalModel m_model;
    QHash<qint64, QString> m_planChanges; ///< by the number of the entry; each plan is read once
    QSortFilterProxyModel m_filter;
    QLineEdit* m_search;
    QTreeView* m_list;
    QLabel* m_fault;
};
