#include "ui/plan_tree.h"

#include "items/plan_model.h"
#include "ui/plan_delegate.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <array>
#include <utility>

namespace {
/// Of a step, note or pause point: the rows of its upgrade and of its section, and its own.
std::array<int, 3> placeOf(const QModelIndex& leaf) {
    return {leaf.parent().parent().row(), leaf.parent().row(), leaf.row()};
}
} // namespace

PlanTree::PlanTree(PlanModel& model, QWidget* parent)
    : QTreeView(parent) {
    setObjectName(QStringLiteral("checklist"));
    setAccessibleName(tr("Checklist"));
    m_filter.setSourceModel(&model);
    setModel(&m_filter);
    setItemDelegate(new PlanDelegate(this));
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(ExtendedSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setIndentation(18);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(this, &QTreeView::expanded, this, &PlanTree::openSections);
}

void PlanTree::setWish(const PlanWish& wish) {
    if (!wish.isEmpty() && !m_openBefore)
        m_openBefore = openGroups();
    m_filter.setWish(wish);
    if (!wish.isEmpty()) {
        expandAll();
    } else if (m_openBefore) {
        // Of groups that had no match the tree has forgotten whether they were open.
        collapseAll();
        for (const QModelIndex& group : *m_openBefore)
            expand(m_filter.mapFromSource(group));
        m_openBefore.reset();
    }
    scrollTo(currentIndex());
}

QModelIndex PlanTree::current() const {
    return m_filter.mapToSource(currentIndex());
}

QModelIndex PlanTree::selected() const {
    const QModelIndexList rows = selectionModel()->selectedRows();
    return rows.size() == 1 ? m_filter.mapToSource(rows.constFirst()) : current();
}

QStringList PlanTree::selectedIds() const {
    QStringList ids;
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(),
              [](const QModelIndex& a, const QModelIndex& b) { return placeOf(a) < placeOf(b); });
    for (const QModelIndex& row : std::as_const(rows))
        ids << row.data(PlanRole::Id).toString();
    ids.removeAll(QString());
    return ids;
}

int PlanTree::currentHit() const {
    return static_cast<int>(m_filter.hits().indexOf(currentIndex())) + 1;
}

bool PlanTree::goTo(const QModelIndex& sourceIndex) {
    const QModelIndex index = m_filter.mapFromSource(sourceIndex);
    if (!index.isValid())
        return false;
    expandRecursively(index.parent().isValid() ? index.parent().parent() : index);
    choose(index);
    scrollTo(index, PositionAtCenter);
    return true;
}

void PlanTree::goToFirstHit() {
    choose(m_filter.nextHit({}));
}

void PlanTree::goToNextHit() {
    choose(m_filter.nextHit(currentIndex()));
}

void PlanTree::goToPreviousHit() {
    choose(m_filter.previousHit(currentIndex()));
}

void PlanTree::openSections(const QModelIndex& index) {
    QModelIndexList sections;
    for (int row = 0; row < m_filter.rowCount(index); ++row)
        sections << m_filter.index(row, 0, index);
    const bool isHop = !index.parent().isValid();
    if (isHop && std::none_of(sections.cbegin(), sections.cend(), [this](const auto& row) { return isExpanded(row); }))
        for (const QModelIndex& section : std::as_const(sections))
            expand(section);
}

QModelIndexList PlanTree::openGroups() const {
    QModelIndexList open;
    for (int hop = 0; hop < m_filter.rowCount(); ++hop) {
        const QModelIndex hopIndex = m_filter.index(hop, 0);
        for (int section = 0; section < m_filter.rowCount(hopIndex); ++section) {
            const QModelIndex sectionIndex = m_filter.index(section, 0, hopIndex);
            if (isExpanded(sectionIndex))
                open.append(m_filter.mapToSource(sectionIndex));
        }
        if (isExpanded(hopIndex))
            open.append(m_filter.mapToSource(hopIndex));
    }
    return open;
}

/// Not through the view: it asks which keys are held down, and with Ctrl of a shortcut would take the row out.
void PlanTree::choose(const QModelIndex& row) {
    if (row.isValid())
        selectionModel()->setCurrentIndex(row, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_anchor = row;
}

void PlanTree::keyPressEvent(QKeyEvent* event) {
    if (!event->modifiers().testFlag(Qt::ShiftModifier))
        m_anchor = QModelIndex();
    QTreeView::keyPressEvent(event);
}

void PlanTree::mousePressEvent(QMouseEvent* event) {
    if (!event->modifiers().testFlag(Qt::ShiftModifier))
        m_anchor = QModelIndex();
    QTreeView::mousePressEvent(event);
}

// Qt lets Shift begin at the row that was clicked last, however far people have gone from there by other keys.
void PlanTree::setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command) {
    const bool extends = command.testFlag(QItemSelectionModel::Current) && m_anchor.isValid();
    QTreeView::setSelection(extends ? QRect(visualRect(m_anchor).center(), visualRect(currentIndex()).center()) : rect,
                            command);
}
