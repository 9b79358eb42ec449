#pragma once

#include "core/pause_points.h"
#include "core/plan.h"
#include "core/progress.h"
#include "core/record.h"
#include "items/plan_roles.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QSet>

#include <vector>

/// A plan as a tree of one column: upgrade → section → step, note or pause point, each in its place. It shows and never
/// decides: a tick becomes the wish tickRequested(), and the row changes when setItemRecords() says that the deed is on
/// disk. Owned by the page that shows it.
class PlanModel final : public QAbstractItemModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanModel)

public:
    /// `plan` is not owned and has to outlive the model; of `record` the model keeps its own copy.
    PlanModel(const Plan& plan, const Record& record, QObject* parent = nullptr);

    /// What `record` holds of these steps, notes and pause points from now on. Ids that are not in the plan change
    /// nothing. Costs what the ids cost, not what the plan does.
    void setItemRecords(const QStringList& ids, const Record& record);

    /// Of these something waits to be written, and of no others.
    void setNotSaved(const QStringList& ids);

    /// From which day on acceptances are looked at; at first the day the model was made. A window may stay open for
    /// weeks.
    void setToday(const QDate& today);

    /// Whether they can be ticked at all; by default they can.
    void setReadOnly(bool readOnly);

    /// Invalid when the plan has nothing of that id.
    QModelIndex indexOf(const QString& id) const;

    /// Null for what is no step or note of this model.
    const PlanItem* itemAt(const QModelIndex& index) const;
    /// Null for what is no pause point of this model.
    const PausePoint* pauseAt(const QModelIndex& index) const;
    /// The upgrade and the section a row stands in, or is; null where there is none.
    const PlanHop* hopAt(const QModelIndex& index) const;
    const PlanSection* sectionAt(const QModelIndex& index) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

Q_SIGNALS:
    /// Somebody wants a step to be done or a pause point to be approved, or that to be taken back.
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
        const PlanItem* item = nullptr;    ///< of a step or note
        const PausePoint* pause = nullptr; ///< of a pause point
        int firstChild = 0;
        int childCount = 0;
        Progress progress{}; ///< of upgrades and sections

        bool isStep() const { return item && item->item.isStep(); }
        bool canBeTicked() const { return pause || isStep(); }
        QString id() const { return pause ? pause->id : item ? item->item.id : QString(); }
    };

    int addChild(int parent, Node child);
    void addSteps(int section);
    void addPauses(int section, const QString& step, bool after);
    const Node* nodeAt(const QModelIndex& index) const;
    QModelIndex indexOfNode(int node) const;
    void countPutOff();
    void emitChanged(const QSet<int>& nodes);
    bool mustBeSeen(const Node& node) const;
    QVariant dataOfGroup(const Node& node, int role) const;
    QVariant dataOfPlace(const Node& node, int role) const;
    QVariant dataOfRecord(const Node& node, int role) const;
    QVariant dataOfItem(const PlanItem& planned, int role) const;
    QVariant checkState(const Node& node) const;
    QString display(const Node& node) const;
    QString titleOf(const PausePoint& pause) const;
    QString searchable(const Node& node) const;
    QString accessibleText(const Node& node) const;

    std::vector<Node> m_nodes;
    int m_hopCount = 0;
    QList<PausePoint> m_pauses;
    QHash<QString, int> m_nodeOf; ///< by id
    QHash<QString, int> m_putOff; ///< by PlanHop::to: how many steps
    Record m_record;
    QSet<QString> m_notSaved;
    QDate m_today = QDate::currentDate();
    bool m_readOnly = false;
};
