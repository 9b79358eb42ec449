#include "items/plan_filter.h"

#include "core/item.h"
#include "core/record.h"
#include "items/plan_roles.h"

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

bool PlanFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (index.data(PlanRole::Level).value<PlanLevel>() != PlanLevel::Item)
        return false; // shown with what is in it

    const bool isStep = index.data(PlanRole::Kind).value<Kind>() == Kind::Step;
    const bool isDone = isStep && index.data(PlanRole::State).value<StepState>() == StepState::Done;
    if (index.data(PlanRole::Gate).value<Gate>() == Gate::Blocker && !isDone)
        return true;
    if (m_openStepsOnly && (!isStep || isDone))
        return false;
    return holdsSearch(index);
}

bool PlanFilter::holdsSearch(const QModelIndex& sourceIndex) const {
    const QString searchable = sourceIndex.data(PlanRole::Searchable).toString();
    return std::all_of(m_words.cbegin(), m_words.cend(),
                       [&](const QString& word) { return searchable.contains(word, Qt::CaseInsensitive); });
}
