#pragma once

#include <QStyledItemDelegate>

/// Draws a row of a plan: box, number and text at the left, at the right words for what must not be overlooked, and for
/// upgrades and sections how far they are. What is settled, and what is shown although it does not match, is paler.
/// Knows the roles of items/plan_roles.h and no model.
class PlanDelegate final : public QStyledItemDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanDelegate)

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// The whole text, and what all the signs in the row mean.
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};
