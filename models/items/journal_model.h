#pragma once

#include "core/record.h"

#include <QAbstractTableModel>
#include <QHash>

/// The journal of a plan as a table: a deed a row, the oldest first. Owned by the view that shows it, which hands over
/// the journal again whenever it has grown.
class JournalModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JournalModel)

public:
    enum Column { When, Who, About, What, Before, After };
    static constexpr int columnTotal = After + 1;

    explicit JournalModel(QObject* parent = nullptr);

    /// Rows that are there already stay the rows they are: a journal only ever grows. `planChanges` has what another
    /// plan changed, by the number of the entry; where that is missing or empty the digest is shown.
    void setJournal(const QList<JournalEntry>& journal, const QHash<qint64, QString>& planChanges = {});

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    /// DisplayRole on one line; ToolTipRole in full, escaped; AccessibleTextRole with the column's name.
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString textOf(int row, int column) const;

    QList<JournalEntry> m_journal;
    QList<bool> m_undoings; ///< of each entry
    QHash<qint64, QString> m_planChanges;
};
