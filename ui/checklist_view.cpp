#include "ui/checklist_view.h"

#include "store/plan_file.h"
#include "ui/desktop.h"
#include "ui/details_pane.h"
#include "ui/plan_delegate.h"
#include "ui/record_editor.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QShortcut>
#include <QSplitter>
#include <QTreeView>

ChecklistView::ChecklistView(const PlanFile& file, RecordEditor& editor, Desktop& desktop, QWidget* parent)
    : QWidget(parent)
    , m_file(file)
    , m_model(file.plan(), file.record())
    , m_search(new QLineEdit)
    , m_openOnly(new QCheckBox(tr("&Open steps only")))
    , m_tree(new QTreeView)
    , m_details(new DetailsPane(file.plan()))
    , m_splitter(new QSplitter) {
    setObjectName(QStringLiteral("checklistView"));
    m_filter.setSourceModel(&m_model);
    m_splitter->setObjectName(QStringLiteral("checklistSplitter"));
    m_splitter->addWidget(makeList());
    m_splitter->addWidget(m_details);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_details->setReadOnly(file.isReadOnly());
    setFocusProxy(m_tree);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_splitter);

    connect(&m_model, &PlanModel::tickRequested, &editor, &RecordEditor::setState);
    connect(m_details, &DetailsPane::tickRequested, &editor, &RecordEditor::setState);
    connect(m_details, &DetailsPane::noteWritten, &editor, &RecordEditor::setNote);
    connect(m_details, &DetailsPane::itemRequested, this, &ChecklistView::goToItem);
    connect(m_details, &DetailsPane::answerRequested, this, &ChecklistView::answerRequested);
    connect(m_details, &DetailsPane::pageRequested, this, [&desktop](const QUrl& url) { desktop.open(url); });
    connect(&file, &PlanFile::recordChanged, this, &ChecklistView::onRecordChanged);
    connect(m_search, &QLineEdit::textChanged, this, &ChecklistView::search);
    connect(m_openOnly, &QCheckBox::toggled, this, [this](bool only) {
        m_filter.setOpenStepsOnly(only);
        m_tree->scrollTo(m_tree->currentIndex());
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &ChecklistView::onCurrentChanged);

    goToHop(0);
    goToNextOpenStep();
}

QWidget* ChecklistView::makeList() {
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setAccessibleName(tr("Search the checklist"));
    m_search->setPlaceholderText(tr("Search (Ctrl+F)"));
    m_search->setClearButtonEnabled(true);
    m_search->setToolTip(tr("Blockers that are not settled stay in sight."));
    connect(m_search, &QLineEdit::returnPressed, this, &ChecklistView::goToList);
    connect(new QShortcut(Qt::Key_Down, m_search, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this,
            &ChecklistView::goToList);
    connect(new QShortcut(Qt::Key_Escape, m_search, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this,
            [this] {
                m_search->clear();
                m_tree->setFocus(Qt::OtherFocusReason);
            });
    m_openOnly->setObjectName(QStringLiteral("openOnly"));
    m_openOnly->setToolTip(tr("Blockers that are not settled stay in sight."));
    m_tree->setObjectName(QStringLiteral("checklist"));
    m_tree->setAccessibleName(tr("Checklist"));
    m_tree->setModel(&m_filter);
    m_tree->setItemDelegate(new PlanDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setIndentation(18);

    auto* list = new QWidget;
    list->setObjectName(QStringLiteral("checklistSide"));
    auto* filters = new QHBoxLayout;
    filters->addWidget(m_search, 1);
    filters->addWidget(m_openOnly);
    auto* layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(filters);
    layout->addWidget(m_tree, 1);
    return list;
}

void ChecklistView::onRecordChanged(const QString& itemId) {
    m_model.setItemRecord(itemId, m_file.record().value(itemId));
    if (itemId == m_details->itemId())
        m_details->showRecord(m_file.record().value(itemId));
}

void ChecklistView::showState() {
    m_details->showState(m_file.record().value(m_details->itemId()));
}

void ChecklistView::onCurrentChanged() {
    QModelIndex index = m_filter.mapToSource(m_tree->currentIndex());
    if (!index.isValid())
        return;
    const PlanItem* item = m_model.itemAt(index);
    const QModelIndex section = item ? index.parent() : index;
    QModelIndex top = index;
    while (top.parent().isValid())
        top = top.parent();
    const PlanHop& hop = m_file.plan().hops[top.row()];
    if (item == nullptr)
        m_details->showHop(hop);
    else
        m_details->showItem(hop, hop.sections[section.row()], *item, m_file.record().value(item->item.id));
}

void ChecklistView::search(const QString& text) {
    const bool isSearching = !text.trimmed().isEmpty();
    if (isSearching && !m_openBeforeSearch)
        m_openBeforeSearch = openGroups();
    m_filter.setSearch(text);
    if (isSearching) {
        m_tree->expandAll();
    } else if (m_openBeforeSearch) {
        // Of groups that had no match the tree has forgotten whether they were open.
        m_tree->collapseAll();
        for (const QModelIndex& group : *m_openBeforeSearch)
            m_tree->expand(m_filter.mapFromSource(group));
        m_openBeforeSearch.reset();
        m_tree->scrollTo(m_tree->currentIndex());
    }
}

QModelIndexList ChecklistView::openGroups() const {
    QModelIndexList open;
    for (int hop = 0; hop < m_filter.rowCount(); ++hop) {
        const QModelIndex hopIndex = m_filter.index(hop, 0);
        if (m_tree->isExpanded(hopIndex))
            open.append(m_filter.mapToSource(hopIndex));
        for (int section = 0; section < m_filter.rowCount(hopIndex); ++section) {
            const QModelIndex sectionIndex = m_filter.index(section, 0, hopIndex);
            if (m_tree->isExpanded(sectionIndex))
                open.append(m_filter.mapToSource(sectionIndex));
        }
    }
    return open;
}

void ChecklistView::goToList() {
    m_tree->setFocus(Qt::OtherFocusReason);
    if (m_search->text().trimmed().isEmpty())
        return;
    QModelIndex row = m_filter.index(0, 0);
    const auto isMatch = [this](const QModelIndex& index) {
        const QModelIndex source = m_filter.mapToSource(index);
        return m_model.itemAt(source) != nullptr && m_filter.holdsSearch(source);
    };
    while (row.isValid() && !isMatch(row))
        row = m_tree->indexBelow(row);
    if (row.isValid())
        m_tree->setCurrentIndex(row);
}

void ChecklistView::goTo(const QModelIndex& sourceIndex) {
    if (!sourceIndex.isValid())
        return;
    if (!m_filter.mapFromSource(sourceIndex).isValid()) {
        m_search->clear();
        m_openOnly->setChecked(false);
    }
    const QModelIndex index = m_filter.mapFromSource(sourceIndex);
    m_tree->expandRecursively(index.parent().isValid() ? index.parent().parent() : index);
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index, QAbstractItemView::PositionAtCenter);
}

void ChecklistView::goToItem(const QString& id) {
    goTo(m_model.indexOf(id));
}

void ChecklistView::goToHop(int index) {
    goTo(m_model.index(index, 0));
}

void ChecklistView::goToNextOpenStep() {
    flushNote();
    goToItem(nextOpenStep(m_file.plan(), m_file.record()));
}

void ChecklistView::expandAll() {
    m_tree->expandAll();
    m_tree->scrollTo(m_tree->currentIndex());
}

void ChecklistView::collapseAll() {
    m_tree->collapseAll();
}

void ChecklistView::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ChecklistView::flushNote() {
    m_details->flushNote();
}
