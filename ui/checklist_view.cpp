#include "ui/checklist_view.h"

#include "store/plan_file.h"
#include "ui/desktop.h"
#include "ui/details_pane.h"
#include "ui/labels.h"
#include "ui/plan_delegate.h"
#include "ui/record_editor.h"
#include "ui/record_form.h"
#include "ui/step_actions.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTreeView>

#include <chrono>

using namespace std::chrono_literals;

namespace {
/// What the menu calls it once it is done: "Undo the note on 0.18-settle".
QString deedText(const Change& change) {
    switch (change.deed) {
    case Deed::Observed:
        return ChecklistView::tr("what was seen at %1").arg(change.about);
    case Deed::Owner:
        return ChecklistView::tr("who does %1").arg(change.about);
    default:
        return ChecklistView::tr("the note on %1").arg(change.about);
    }
}
} // namespace

ChecklistView::ChecklistView(const PlanFile& file, RecordEditor& editor, Desktop& desktop, QWidget* parent)
    : QWidget(parent)
    , m_file(file)
    , m_editor(editor)
    , m_model(file.plan(), file.record())
    , m_search(new QLineEdit)
    , m_hits(quietLabel({}, QStringLiteral("hits")))
    , m_openOnly(new QCheckBox(tr("&Open steps only")))
    , m_whose(new QComboBox)
    , m_regardless(quietLabel({}, QStringLiteral("regardless")))
    , m_onlyBar(new QWidget)
    , m_onlyText(plainLabel({}, QStringLiteral("onlyText")))
    , m_tree(new QTreeView)
    , m_details(new DetailsPane(file.plan()))
    , m_steps(new StepActions(file, editor, desktop, *this))
    , m_splitter(new QSplitter) {
    setObjectName(QStringLiteral("checklistView"));
    m_model.setReadOnly(file.isReadOnly());
    m_filter.setSourceModel(&m_model);
    m_splitter->setObjectName(QStringLiteral("checklistSplitter"));
    m_splitter->addWidget(makeList());
    m_splitter->addWidget(m_details);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_details->form().setReadOnly(file.isReadOnly());
    m_details->form().setStateActions(m_steps->actions());
    setFocusProxy(m_tree);
    addActions(m_steps->actions());
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_splitter);

    connectDeeds(editor);
    connect(m_details, &DetailsPane::itemRequested, this, &ChecklistView::goToItem);
    connect(m_details, &DetailsPane::answerRequested, this, &ChecklistView::answerRequested);
    connect(m_details, &DetailsPane::pageRequested, this, [&desktop](const QUrl& url) { desktop.open(url); });
    connect(&file, &PlanFile::recordChanged, this, &ChecklistView::onRecordChanged);
    connect(&file, &PlanFile::valuesChanged, this, &ChecklistView::showCurrent);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &ChecklistView::showCurrent);
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ChecklistView::onSelectionChanged);

    // A window stays open for weeks, and what was accepted until yesterday must not stay out of sight.
    connect(&m_calendar, &QTimer::timeout, this, [this] {
        m_model.setToday(QDate::currentDate());
        showCounts();
    });
    m_calendar.start(1min);

    fillOwners();
    showCounts();
    onNotSavedChanged();
    goToHop(0);
    goToNextOpenStep();
}

void ChecklistView::connectDeeds(RecordEditor& editor) {
    RecordForm& form = m_details->form();
    connect(&m_model, &PlanModel::tickRequested, m_steps, &StepActions::tick);
    connect(&form, &RecordForm::tickRequested, m_steps, &StepActions::tick);
    connect(&form, &RecordForm::cardRequested, m_steps, &StepActions::showCard);
    connect(&form, &RecordForm::written, &editor,
            [&editor](const Change& change) { editor.perform(deedText(change), {change}); });
    connect(m_steps, &StepActions::aboutToMark, this, &ChecklistView::flush);
    connect(m_steps, &StepActions::marked, this, &ChecklistView::showState);
    connect(m_steps, &StepActions::told, this, &ChecklistView::told);
    connect(m_steps, &StepActions::itemRequested, this, &ChecklistView::goToItem);
    connect(new QShortcut(Qt::Key_Space, m_tree, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, m_steps,
            &StepActions::toggleDone);
    connect(&editor, &RecordEditor::failed, this, &ChecklistView::showState);
    connect(&editor, &RecordEditor::notSavedChanged, this, &ChecklistView::onNotSavedChanged);
}

QWidget* ChecklistView::makeList() {
    m_tree->setObjectName(QStringLiteral("checklist"));
    m_tree->setAccessibleName(tr("Checklist"));
    m_tree->setModel(&m_filter);
    m_tree->setItemDelegate(new PlanDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setIndentation(18);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_tree->addActions(m_steps->actions());

    auto* list = new QWidget;
    list->setObjectName(QStringLiteral("checklistSide"));
    auto* layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makeFilters());
    layout->addWidget(makeOnly());
    layout->addWidget(m_regardless);
    layout->addWidget(m_tree, 1);
    return list;
}

QWidget* ChecklistView::makeFilters() {
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setAccessibleName(tr("Search the checklist"));
    m_search->setPlaceholderText(tr("Search (Ctrl+F)"));
    m_search->setClearButtonEnabled(true);
    m_hits->setWordWrap(false);
    m_openOnly->setObjectName(QStringLiteral("openOnly"));
    m_whose->setObjectName(QStringLiteral("whose"));
    m_whose->setAccessibleName(tr("Whose steps"));
    m_whose->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_search, &QLineEdit::textChanged, this, &ChecklistView::look);
    connect(m_search, &QLineEdit::returnPressed, this, &ChecklistView::goToList);
    connect(new QShortcut(Qt::Key_Down, m_search, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this,
            &ChecklistView::goToList);
    connect(new QShortcut(Qt::Key_Escape, m_search, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this,
            [this] {
                m_search->clear();
                m_tree->setFocus(Qt::OtherFocusReason);
            });
    connect(m_openOnly, &QCheckBox::toggled, this, [this](bool only) {
        m_filter.setOpenStepsOnly(only);
        onFilterChanged();
    });
    connect(m_whose, &QComboBox::currentIndexChanged, this, [this] {
        m_filter.setOwner(m_whose->currentData().toString());
        onFilterChanged();
    });

    auto* filters = new QWidget;
    filters->setObjectName(QStringLiteral("filters"));
    auto* layout = new QHBoxLayout(filters);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_search, 1);
    layout->addWidget(m_hits);
    layout->addWidget(m_whose);
    layout->addWidget(m_openOnly);
    return filters;
}

QWidget* ChecklistView::makeOnly() {
    m_onlyBar->setObjectName(QStringLiteral("only"));
    auto* showAllButton = new QPushButton(tr("Show &all (Esc)"));
    showAllButton->setObjectName(QStringLiteral("showAll"));
    auto* layout = new QHBoxLayout(m_onlyBar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_onlyText, 1);
    layout->addWidget(showAllButton);
    m_onlyBar->hide();
    connect(showAllButton, &QPushButton::clicked, this, &ChecklistView::showAll);
    return m_onlyBar;
}

void ChecklistView::onRecordChanged(const QStringList& ids) {
    m_model.setItemRecords(ids, m_file.record());
    fillOwners();
    showCounts();
    if (m_details->itemId().isEmpty())
        showCurrent(); // an upgrade, with what was put off to it
    else if (ids.contains(m_details->itemId()))
        showRecord();
}

void ChecklistView::onNotSavedChanged() {
    m_model.setNotSaved(m_editor.notSavedIds());
    showRecord();
}

void ChecklistView::onSelectionChanged() {
    QStringList ids;
    const QModelIndexList rows = m_tree->selectionModel()->selectedRows();
    for (const QModelIndex& row : rows)
        ids << row.data(PlanRole::Id).toString();
    ids.removeAll(QString());
    m_steps->setSelection(ids);
}

void ChecklistView::onFilterChanged() {
    showCounts();
    m_tree->scrollTo(m_tree->currentIndex());
}

void ChecklistView::showCounts() {
    const PlanFilter::Shown shown = m_filter.shown();
    m_regardless->setText(tr("%1 shown although they do not match: open blockers, failed steps and open stops are "
                             "never hidden.")
                              .arg(shown.regardless));
    m_regardless->setVisible(shown.regardless > 0);
    m_hits->setText(shown.hits == 1 ? tr("1 hit") : tr("%1 hits").arg(shown.hits));
    m_hits->setAccessibleName(tr("%1 of the search").arg(m_hits->text()));
    m_hits->setVisible(!m_search->text().trimmed().isEmpty());
    m_search->setAccessibleDescription(m_hits->isHidden() ? QString() : m_hits->text());
}

/// Everybody who is named as an owner, people themselves first.
void ChecklistView::fillOwners() {
    QStringList owners;
    for (const ItemRecord& item : m_file.record().items)
        if (!item.owner.isEmpty())
            owners << item.owner;
    owners.removeAll(Scribe::loginName());
    owners.removeDuplicates();
    owners.sort();
    const QString chosen = m_whose->currentData().toString();
    const QSignalBlocker quiet(m_whose);
    m_whose->clear();
    m_whose->addItem(tr("Everybody's"), QString());
    m_whose->addItem(tr("Mine"), Scribe::loginName());
    for (const QString& owner : owners)
        m_whose->addItem(owner, owner);
    chooseOwner(chosen);
}

void ChecklistView::chooseOwner(const QString& owner) {
    m_whose->setCurrentIndex(qMax(0, m_whose->findData(owner)));
}

void ChecklistView::showRecord() {
    const QString id = m_details->itemId();
    if (!id.isEmpty())
        m_details->showRecord(m_file.record().of(id), m_editor.notSavedOf(id));
}

void ChecklistView::showState() {
    m_details->form().showState(m_file.record().of(m_details->itemId()));
}

void ChecklistView::showCurrent() {
    const QModelIndex index = m_filter.mapToSource(m_tree->currentIndex());
    if (!index.isValid())
        return;
    const PlanHop& hop = *m_model.hopAt(index);
    if (const PlanItem* item = m_model.itemAt(index))
        m_details->showItem(hop, *m_model.sectionAt(index), *item, m_file.record());
    else if (const PausePoint* pause = m_model.pauseAt(index))
        m_details->showPause(hop, *pause);
    else
        m_details->showHop(hop, m_file.record());
    showRecord();
}

bool ChecklistView::isLooking() const {
    return !m_search->text().trimmed().isEmpty() || !m_only.ids.isEmpty();
}

void ChecklistView::look() {
    if (isLooking() && !m_openBeforeSearch)
        m_openBeforeSearch = openGroups();
    m_filter.setSearch(m_search->text());
    m_filter.setOnly({m_only.ids.cbegin(), m_only.ids.cend()});
    if (isLooking()) {
        m_tree->expandAll();
    } else if (m_openBeforeSearch) {
        // Of groups that had no match the tree has forgotten whether they were open.
        m_tree->collapseAll();
        for (const QModelIndex& group : *m_openBeforeSearch)
            m_tree->expand(m_filter.mapFromSource(group));
        m_openBeforeSearch.reset();
        m_tree->scrollTo(m_tree->currentIndex());
    }
    showCounts();
}

void ChecklistView::setOnly(const Excerpt& excerpt) {
    m_only = excerpt;
    int all = 0;
    forEachItem(m_file.plan(), [&all](const PlanHop&, const PlanSection&, const PlanItem&) { ++all; });
    m_onlyText->setText(tr("Shown: %1, %2 of %3 steps and notes")
                            .arg(excerpt.what, QString::number(excerpt.ids.size()), QString::number(all)));
    m_onlyBar->setVisible(!excerpt.ids.isEmpty());
    look();
}

void ChecklistView::showOnly(const Excerpt& excerpt) {
    m_search->clear();
    m_openOnly->setChecked(false);
    m_whose->setCurrentIndex(0);
    setOnly(excerpt);
    goToList();
}

/// Of keys that nothing in here has a use for.
void ChecklistView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && !m_only.ids.isEmpty())
        showAll();
    else
        QWidget::keyPressEvent(event);
}

void ChecklistView::showAll() {
    m_tree->setFocus(Qt::OtherFocusReason);
    setOnly({});
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
    if (!isLooking())
        return;
    QModelIndex row = m_filter.index(0, 0);
    const auto isMatch = [this](const QModelIndex& index) {
        const QModelIndex source = m_filter.mapToSource(index);
        return !m_tree->model()->hasChildren(index) && m_filter.matches(source);
    };
    while (row.isValid() && !isMatch(row))
        row = m_tree->indexBelow(row);
    if (row.isValid())
        choose(row);
}

void ChecklistView::goTo(const QModelIndex& sourceIndex) {
    if (!sourceIndex.isValid())
        return;
    if (!m_filter.mapFromSource(sourceIndex).isValid()) {
        m_search->clear();
        m_openOnly->setChecked(false);
        m_whose->setCurrentIndex(0);
        setOnly({});
    }
    const QModelIndex index = m_filter.mapFromSource(sourceIndex);
    m_tree->expandRecursively(index.parent().isValid() ? index.parent().parent() : index);
    choose(index);
    m_tree->scrollTo(index, QAbstractItemView::PositionAtCenter);
}

/// Not through the view: it asks which keys are held down, and with Ctrl of a shortcut would take the row out.
void ChecklistView::choose(const QModelIndex& row) {
    m_tree->selectionModel()->setCurrentIndex(row, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void ChecklistView::goToItem(const QString& id) {
    goTo(m_model.indexOf(id));
}

void ChecklistView::goToHop(int index) {
    goTo(m_model.index(index, 0));
}

void ChecklistView::goToNextOpenStep() {
    flush();
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

ChecklistPlace ChecklistView::place() const {
    return {m_details->itemId(), m_search->text(), m_openOnly->isChecked(), m_whose->currentData().toString(), m_only};
}

void ChecklistView::goTo(const ChecklistPlace& place) {
    m_openOnly->setChecked(place.openOnly);
    chooseOwner(place.owner);
    m_search->setText(place.search);
    Excerpt only = place.only;
    only.ids.removeIf([this](const QString& id) { return !m_model.indexOf(id).isValid(); });
    setOnly(only);
    goToItem(place.current);
}

void ChecklistView::flush() {
    m_details->form().flush();
}
