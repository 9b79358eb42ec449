#pragma once

#include "items/plan_filter.h"

#include <QPersistentModelIndex>
#include <QTreeView>

#include <optional>

class PlanModel;

/// The list of a checklist: the rows of a plan that people want to see. It knows where people are in it and how to get
/// somewhere else, and what was open before they searched. Owned by the checklist view, as is the model; when that
/// goes the list is empty.
class PlanTree final : public QTreeView {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanTree)

public:
    explicit PlanTree(PlanModel& model, QWidget* parent = nullptr);

    /// Opens what holds something that is looked for; when nothing is any more, the tree is as it was before.
    void setWish(const PlanWish& wish);
    const PlanFilter& filter() const { return m_filter; }

    /// The current row, as one of the model.
    QModelIndex current() const;
    /// The row that is selected, where it is only one; else the current one. One of the model.
    QModelIndex selected() const;
    /// Ids of the steps, notes and pause points that are selected, in the order of work.
    QStringList selectedIds() const;
    /// Which of the hits the current row is, from 1 on; 0: none.
    int currentHit() const;

    /// False when the row is not shown; else it is the only one that is selected, and in the middle.
    bool goTo(const QModelIndex& sourceIndex);
    /// The first of the plan, wherever people are.
    void goToFirstHit();
    void goToNextHit();
    void goToPreviousHit();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command) override;

private:
    /// An upgrade that is opened shows its steps at once, unless people have closed only some of its sections.
    void openSections(const QModelIndex& index);
    /// Upgrades and sections that are open, as rows of the model; the sections of an upgrade in front of it.
    QModelIndexList openGroups() const;
    /// Makes this row the current one, and selects it alone.
    void choose(const QModelIndex& row);

    PlanFilter m_filter;
    QPersistentModelIndex m_anchor;              ///< where choose() went: what Shift selects begins there
    std::optional<QModelIndexList> m_openBefore; ///< … people looked for something
};
