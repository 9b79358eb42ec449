#pragma once

#include "core/plan.h"
#include "core/record.h"
#include "items/plan_roles.h"

#include <QAbstractItemModel>

#include <vector>

/// A plan as a tree of one column: upgrade → section → step or note. It shows and never decides: a tick becomes the
/// wish tickRequested(), and the row changes when setItemRecord() says that the deed is on disk. Owned by the page that
/// shows it.
class PlanModel final : public QAbstractItemModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanModel)

public:
    /// `plan` is not owned and has to outlive the model; of `record` the model keeps its own copy.
    PlanModel(const Plan& plan, const Record& record, QObject* parent = nullptr);

    /// What is recorded of one item from now on. An id that is not in the plan changes nothing.
    void setItemRecord(const QString& id, const ItemRecord& record);

    /// Invalid when the plan has no such item.
    QModelIndex indexOf(const QString& id) const;

    /// Null for upgrades, sections and what is no index of this model.
    const PlanItem* itemAt(const QModelIndex& index) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

Q_SIGNALS:
    /// Somebody wants a step to be done, or open again.
    void tickRequested(const QString& id, StepState wished);

private:
    /// A row of the tree; what it does not stand for itself is what it lies in. Its children are consecutive in
    /// m_nodes.
    struct Node {
        PlanLevel level = PlanLevel::Hop;
        int row = 0;
        int parent = -1; ///< of an upgrade
        const PlanHop* hop = nullptr;
        const PlanSection* section = nullptr;
        const PlanItem* item = nullptr;
        int firstChild = 0;
        int childCount = 0;
    };

    void addChild(int parent, Node child);
    const Node* nodeAt(const QModelIndex& index) const;
    QModelIndex indexOfNode(int node) const;
    Progress progressOf(const Node& node) const;
    QVariant dataOfItem(const PlanItem& planned, int role) const;
    QString display(const Node& node) const;
    QString accessibleText(const Node& node) const;

    std::vector<Node> m_nodes;
    int m_hopCount = 0;
    Record m_record;
};
