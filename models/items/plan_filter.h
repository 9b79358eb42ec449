#pragma once

#include "items/plan_wish.h"

#include <QSet>
#include <QSortFilterProxyModel>

/// The rows of a PlanModel that people want to see, with the upgrade and section they stand in. An open blocker, a
/// failed step and an open pause point are always among them: a filter must not be the reason why somebody walked past
/// one.
class PlanFilter final : public QSortFilterProxyModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanFilter)

public:
    explicit PlanFilter(QObject* parent = nullptr);

    /// Shows what these words say and nothing else, but for what must be seen. A search looks at text, id, details, at
    /// what people wrote and at what is to be watched for.
    void setWish(const PlanWish& wish);
    const PlanWish& wish() const { return m_wish; }

    /// Whether a row of the source is what people look for; the others are shown only because they must be seen.
    bool matches(const QModelIndex& sourceIndex) const;

    /// How many rows are shown because they are what people look for, and how many although they are not. An excerpt
    /// shows just what is in it; then this is how many must be told of instead. None of all while nothing is looked
    /// for.
    struct Shown {
        int hits = 0;
        int regardless = 0;
        int elsewhere = 0;
    };
    Shown shown() const;

    /// All rows that are what people look for, in the order of work; none while nothing is looked for.
    QModelIndexList hits() const;

    /// The hit after a row that is shown, or before it, in the order of work; after the last one comes the first.
    /// Invalid when there is none.
    QModelIndex nextHit(const QModelIndex& from) const;
    QModelIndex previousHit(const QModelIndex& from) const;

    /// Knows PlanRole::Matches, Elsewhere and Places besides what the model knows.
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    bool isElsewhere(const QModelIndex& index) const;
    template <typename Visit> void forEachLeaf(const QAbstractItemModel& rows, Visit visit) const;

    PlanWish m_wish;
    QStringList m_words;  ///< of the wish: looked at for every row
    QSet<QString> m_only; ///< … as are these
};
