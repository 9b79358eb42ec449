#pragma once

#include <QStyledItemDelegate>

class QListWidgetItem;
struct RecentPlan;

/// How a recent plan shows in a list: its name, what was done last and when, its file, and beside them how far it is.
/// The items are filled by the same hand, and say all of it in one sentence to those who cannot see them.
class RecentPlanRow final : public QStyledItemDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecentPlanRow)

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static QListWidgetItem* itemOf(const RecentPlan& plan);
    static QString pathOf(const QListWidgetItem& item);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};
