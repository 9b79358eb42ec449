#pragma once

#include "core/impact.h"

#include <QAbstractTableModel>

/// What the versions on a plan's way change in Mesos: a version a row, an area a column, and in each cell how many
/// entries of each kind there are. Takes what it shows from the plan once; owned by the view that shows it.
class ImpactModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImpactModel)

public:
    explicit ImpactModel(const Plan& plan, QObject* parent = nullptr);

    /// Nothing on the way changes anything.
    bool isEmpty() const { return m_impact.isEmpty(); }

    /// Empty where a version changes nothing in an area.
    QList<Impact::Entry> entriesAt(const QModelIndex& index) const;

    /// "flags in 0.27.x"; empty for no cell.
    QString titleOf(const QModelIndex& index) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    /// DisplayRole: the counts, all kinds on a line; ToolTipRole: the entries, escaped; AccessibleTextRole: all of it.
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    const Impact m_impact;
};

/// "~ changed: role of a framework (classified by us)": one entry on one line, without markup.
QString entryText(const Impact::Entry& entry);

/// The steps and notes that tell of these entries, each once.
QStringList idsOf(const QList<Impact::Entry>& entries);
