#pragma once

#include "items/impact_model.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QTableView;

/// What the versions on the way change in Mesos, version by version and area by area, and beneath the table the entries
/// of the cell people are on. Shows and asks: whoever owns it leads to the steps and notes. Filled when it is first
/// seen. The plan has to outlive it.
class ImpactView final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImpactView)

public:
    explicit ImpactView(const Plan& plan, QWidget* parent = nullptr);

Q_SIGNALS:
    /// The steps and notes of a cell, and what they have in common: "flags in 0.27.x".
    void itemsRequested(const QStringList& ids, const QString& what);
    void itemRequested(const QString& id);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void fill();
    void showEntries(const QModelIndex& cell);
    void requestItems(const QModelIndex& cell);

    const Plan& m_plan;
    ImpactModel* m_model = nullptr; ///< null until it is seen
    QLabel* m_legend;
    QWidget* m_content;
    QTableView* m_table;
    QLabel* m_title;
    QListWidget* m_entries;
};
