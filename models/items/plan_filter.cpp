#include "items/plan_filter.h"

#include "core/item.h"
#include "core/record.h"
#include "items/plan_roles.h"

#include <algorithm>

namespace {

bool isGroup(const QModelIndex& index) {
    const auto level = index.data(PlanRole::Level).value<PlanLevel>();
    return level == PlanLevel::Hop || level == PlanLevel::Section;
}

bool shareAWord(const QStringList& some, const QStringList& others) {
    return std::any_of(some.cbegin(), some.cend(), [&](const QString& word) { return others.contains(word); });
}

QList<int> placeOf(const QModelIndex& index) {
    QList<int> rows;
    for (QModelIndex at = index; at.isValid(); at = at.parent())
        rows.prepend(at.row());
    return rows;
}

/// Whether one row stands above the other, with everything opened.
bool standsAbove(const QModelIndex& above, const QModelIndex& below) {
    return placeOf(above) < placeOf(below);
}

} // namespace

PlanFilter::PlanFilter(QObject* parent)
    : QSortFilterProxyModel(parent) {
    setRecursiveFilteringEnabled(true);
}

void PlanFilter::setWish(const PlanWish& wish) {
    m_wish = wish;
    m_words = wish.words();
    m_only = {wish.only.ids.cbegin(), wish.only.ids.cend()};
    invalidateFilter();
}

bool PlanFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (isGroup(index))
        return false; // shown with what is in it
    return matches(index) || (m_only.isEmpty() && index.data(PlanRole::MustBeSeen).toBool());
}

QVariant PlanFilter::data(const QModelIndex& index, int role) const {
    switch (role) {
    case PlanRole::Matches: {
        const QModelIndex source = mapToSource(index);
        return isGroup(source) || matches(source);
    }
    case PlanRole::Elsewhere:
        return isElsewhere(index);
    case PlanRole::Places:
        return QVariant::fromValue(isGroup(index) ? QList<TextRange>()
                                                  : placesOf(m_words, index.data(Qt::DisplayRole).toString()));
    default:
        return QSortFilterProxyModel::data(index, role);
    }
}

bool PlanFilter::isElsewhere(const QModelIndex& index) const {
    const QString text = index.data(Qt::DisplayRole).toString();
    const bool isAllThere = std::all_of(m_words.cbegin(), m_words.cend(),
                                        [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
    return !isAllThere && !isGroup(index) && matches(mapToSource(index));
}

bool PlanFilter::matches(const QModelIndex& sourceIndex) const {
    for (auto facet = m_wish.wanted.cbegin(); facet != m_wish.wanted.cend(); ++facet)
        if (!shareAWord(*facet, facetWords(facet.key(), sourceIndex)))
            return false;
    if (!m_only.isEmpty() && !m_only.contains(sourceIndex.data(PlanRole::Id).toString()))
        return false;
    if (m_words.isEmpty())
        return true;
    const QString searchable =
        sourceIndex.data(PlanRole::Searchable).toString() + u'\n' + watchTexts(sourceIndex).join(u'\n');
    return std::all_of(m_words.cbegin(), m_words.cend(),
                       [&](const QString& word) { return searchable.contains(word, Qt::CaseInsensitive); });
}

template <typename Visit> void PlanFilter::forEachLeaf(const QAbstractItemModel& rows, Visit visit) const {
    if (m_wish.isEmpty())
        return; // asked after every tick
    for (int hop = 0; hop < rows.rowCount(); ++hop) {
        const QModelIndex hopIndex = rows.index(hop, 0);
        for (int section = 0; section < rows.rowCount(hopIndex); ++section) {
            const QModelIndex sectionIndex = rows.index(section, 0, hopIndex);
            for (int row = 0; row < rows.rowCount(sectionIndex); ++row)
                visit(rows.index(row, 0, sectionIndex));
        }
    }
}

PlanFilter::Shown PlanFilter::shown() const {
    Shown shown;
    forEachLeaf(*this, [&](const QModelIndex& row) { ++(matches(mapToSource(row)) ? shown.hits : shown.regardless); });
    if (!m_only.isEmpty())
        forEachLeaf(*sourceModel(), [&](const QModelIndex& row) {
            shown.elsewhere += row.data(PlanRole::MustBeSeen).toBool() && !matches(row);
        });
    return shown;
}

QModelIndexList PlanFilter::hits() const {
    QModelIndexList hits;
    forEachLeaf(*this, [&](const QModelIndex& row) {
        if (matches(mapToSource(row)))
            hits << row;
    });
    return hits;
}

QModelIndex PlanFilter::nextHit(const QModelIndex& from) const {
    const QModelIndexList rows = hits();
    const auto next =
        std::find_if(rows.cbegin(), rows.cend(), [&](const QModelIndex& row) { return standsAbove(from, row); });
    return next != rows.cend() ? *next : rows.value(0);
}

QModelIndex PlanFilter::previousHit(const QModelIndex& from) const {
    const QModelIndexList rows = hits();
    const auto previous =
        std::find_if(rows.crbegin(), rows.crend(), [&](const QModelIndex& row) { return standsAbove(row, from); });
    return previous != rows.crend() ? *previous : rows.value(rows.size() - 1);
}
