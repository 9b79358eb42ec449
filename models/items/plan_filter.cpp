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

} // namespace

PlanFilter::PlanFilter(QObject* parent)
    : QSortFilterProxyModel(parent) {
    setRecursiveFilteringEnabled(true);
}

void PlanFilter::setSearch(const QString& text) {
    m_words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void PlanFilter::setOpenStepsOnly(bool only) {
    m_openStepsOnly = only;
    invalidateFilter();
}

void PlanFilter::setOwner(const QString& name) {
    m_owner = name;
    invalidateFilter();
}

void PlanFilter::setOnly(const QSet<QString>& ids) {
    m_only = ids;
    invalidateFilter();
}

bool PlanFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (isGroup(index))
        return false; // shown with what is in it
    return index.data(PlanRole::MustBeSeen).toBool() || matches(index);
}

QVariant PlanFilter::data(const QModelIndex& index, int role) const {
    if (role != PlanRole::Matches)
        return QSortFilterProxyModel::data(index, role);
    const QModelIndex source = mapToSource(index);
    return isGroup(source) || matches(source);
}

bool PlanFilter::matches(const QModelIndex& sourceIndex) const {
    const QVariant state = sourceIndex.data(PlanRole::State);
    if (m_openStepsOnly && (!state.isValid() || isSettled(state.value<StepState>())))
        return false;
    if (!m_owner.isEmpty() && sourceIndex.data(PlanRole::Owner).toString() != m_owner)
        return false;
    if (!m_only.isEmpty() && !m_only.contains(sourceIndex.data(PlanRole::Id).toString()))
        return false;
    const QString searchable = m_words.isEmpty() ? QString() : sourceIndex.data(PlanRole::Searchable).toString();
    return std::all_of(m_words.cbegin(), m_words.cend(),
                       [&](const QString& word) { return searchable.contains(word, Qt::CaseInsensitive); });
}

PlanFilter::Shown PlanFilter::shown() const {
    Shown shown;
    if (m_words.isEmpty() && m_owner.isEmpty() && m_only.isEmpty() && !m_openStepsOnly)
        return shown; // asked after every tick
    for (int hop = 0; hop < rowCount(); ++hop) {
        const QModelIndex hopIndex = index(hop, 0);
        for (int section = 0; section < rowCount(hopIndex); ++section) {
            const QModelIndex sectionIndex = index(section, 0, hopIndex);
            for (int row = 0; row < rowCount(sectionIndex); ++row)
                ++(matches(mapToSource(index(row, 0, sectionIndex))) ? shown.hits : shown.regardless);
        }
    }
    return shown;
}
