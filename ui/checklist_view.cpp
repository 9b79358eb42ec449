#include "ui/checklist_view.h"

#include "items/open_steps.h"
#include "store/plan_file.h"
#include "ui/desktop.h"
#include "ui/details_pane.h"
#include "ui/filter_bar.h"
#include "ui/go_to_dialog.h"
#include "ui/plan_tree.h"
#include "ui/record_editor.h"
#include "ui/record_form.h"
#include "ui/step_actions.h"

#include <QKeyEvent>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

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
    case Deed::Day:
        return ChecklistView::tr("the day of %1").arg(change.about);
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
    , m_filters(new FilterBar(file))
    , m_tree(new PlanTree(m_model))
    , m_details(new DetailsPane(file.plan()))
    , m_steps(new StepActions(file, editor, desktop, *this))
    , m_splitter(new QSplitter) {
    setObjectName(QStringLiteral("checklistView"));
    m_model.setReadOnly(file.isReadOnly());
    m_splitter->setObjectName(QStringLiteral("checklistSplitter"));
    m_splitter->addWidget(makeList());
    m_splitter->addWidget(m_details);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_details->form().setReadOnly(file.isReadOnly());
    m_details->form().setStateActions(m_steps->actions());
    addActions(m_steps->actions());
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_splitter);

    connectFilters();
    connectDeeds(editor);
    connect(m_details, &DetailsPane::itemRequested, this, &ChecklistView::followLink);
    connect(m_details, &DetailsPane::answerRequested, this, &ChecklistView::answerRequested);
    connect(m_details, &DetailsPane::pageRequested, this, [&desktop](const QUrl& url) { desktop.open(url); });
    connect(&file, &PlanFile::recordChanged, this, &ChecklistView::onRecordChanged);
    connect(&file, &PlanFile::valuesChanged, this, &ChecklistView::showSelected);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &ChecklistView::showCounts);
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        m_steps->setSelection(m_tree->selectedIds());
        showSelected();
    });

    // A window stays open for weeks, and what was accepted until yesterday must not stay out of sight.
    connect(&m_calendar, &QTimer::timeout, this, [this] {
        m_model.setToday(QDate::currentDate());
        showCounts();
    });
    m_calendar.start(1min);

    onNotSavedChanged();
    goToHop(0);
    goOn();
}

void ChecklistView::connectFilters() {
    connect(m_filters, &FilterBar::wishChanged, this, [this](const PlanWish& wish) {
        m_tree->setWish(wish);
        m_details->setMarked(wish.words());
        showCounts();
    });
    connect(m_filters, &FilterBar::searchTyped, this, [this] {
        flush();
        m_tree->goToFirstHit();
    });
    connect(m_filters, &FilterBar::listRequested, this, [this] {
        m_tree->setFocus(Qt::OtherFocusReason);
        if (m_tree->currentHit() == 0)
            m_tree->goToFirstHit();
    });
    connect(m_filters, &FilterBar::left, m_tree, [this] { m_tree->setFocus(Qt::OtherFocusReason); });
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
    connect(m_steps, &StepActions::itemRequested, this, &ChecklistView::followLink);
    connect(new QShortcut(Qt::Key_Space, m_tree, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, m_steps,
            &StepActions::toggleDone);
    connect(&editor, &RecordEditor::failed, this, &ChecklistView::showState);
    connect(&editor, &RecordEditor::notSavedChanged, this, &ChecklistView::onNotSavedChanged);
}

QWidget* ChecklistView::makeList() {
    m_tree->addActions(m_steps->actions());
    auto* list = new QWidget;
    list->setObjectName(QStringLiteral("checklistSide"));
    auto* layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_filters);
    layout->addWidget(m_tree, 1);
    return list;
}

void ChecklistView::onRecordChanged(const QStringList& ids) {
    m_model.setItemRecords(ids, m_file.record());
    showCounts();
    if (m_details->itemId().isEmpty())
        showSelected(); // an upgrade or several rows, with their states
    else if (ids.contains(m_details->itemId()))
        showRecord();
}

void ChecklistView::onNotSavedChanged() {
    m_model.setNotSaved(m_editor.notSavedIds());
    showRecord();
}

void ChecklistView::showCounts() {
    m_filters->showCounts(m_tree->filter().shown(), m_tree->currentHit());
}

void ChecklistView::showRecord() {
    const QString id = m_details->itemId();
    if (!id.isEmpty())
        m_details->showRecord(m_file.record().of(id), m_editor.notSavedOf(id));
}

void ChecklistView::showState() {
    m_details->form().showState(m_file.record().of(m_details->itemId()));
}

void ChecklistView::showSelected() {
    const QModelIndex row = m_tree->selected();
    if (!row.isValid())
        return;
    m_here = leafOf(row).data(PlanRole::Id).toString();
    if (const QStringList ids = m_tree->selectedIds(); ids.size() > 1)
        m_details->showSeveral(ids, m_file.record(), m_steps->actions());
    else
        showRow(row);
}

void ChecklistView::showRow(const QModelIndex& sourceIndex) {
    const PlanHop& hop = *m_model.hopAt(sourceIndex);
    if (const PlanItem* item = m_model.itemAt(sourceIndex))
        m_details->showItem(hop, *m_model.sectionAt(sourceIndex), *item, m_file.record());
    else if (const PausePoint* pause = m_model.pauseAt(sourceIndex))
        m_details->showPause(hop, *pause);
    else
        m_details->showHop(hop, m_file.record());
    showRecord();
}

void ChecklistView::showOnly(const Excerpt& excerpt) {
    m_filters->setWish({{}, {}, excerpt});
    m_tree->setFocus(Qt::OtherFocusReason);
    m_tree->goToFirstHit();
}

void ChecklistView::focusInEvent(QFocusEvent*) {
    m_tree->setFocus();
}

/// Of keys that nothing in here has a use for.
void ChecklistView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && !m_filters->wish().isEmpty()) {
        m_tree->setFocus(Qt::OtherFocusReason);
        m_filters->setWish({});
    } else {
        QWidget::keyPressEvent(event);
    }
}

void ChecklistView::goTo(const QModelIndex& sourceIndex) {
    if (!sourceIndex.isValid() || m_tree->goTo(sourceIndex))
        return;
    m_filters->setWish({});
    m_tree->goTo(sourceIndex);
}

void ChecklistView::goToItem(const QString& id) {
    goTo(m_model.indexOf(id));
}

/// Before the link goes with the text it stood in, and the focus with it to wherever is next.
void ChecklistView::followLink(const QString& id) {
    m_tree->setFocus(Qt::OtherFocusReason);
    goToItem(id);
}

void ChecklistView::goToHop(int index) {
    goTo(m_model.index(index, 0));
}

void ChecklistView::chooseHop() {
    auto* dialog = new GoToDialog(m_file.plan(), m_file.record(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &GoToDialog::chosen, this, &ChecklistView::goToHop);
    dialog->open();
}

void ChecklistView::goOn() {
    flush();
    goToItem(nextOpenStep(m_file.plan(), m_file.record()));
}

QModelIndex ChecklistView::leafOf(QModelIndex row) const {
    while (m_model.hasChildren(row) && row.isValid())
        row = m_model.index(0, 0, row);
    return row;
}

void ChecklistView::goToNextOpenStep() {
    flush();
    const QModelIndex leaf = leafOf(m_tree->current());
    const bool isHere = leaf == m_tree->current() || !facetWords(Facet::State, leaf).contains(u"open"_qs);
    const QString id = leaf.data(PlanRole::Id).toString();
    goToItem(isHere ? openStepAfter(m_file.plan(), m_file.record(), id) : id);
}

void ChecklistView::goToPreviousOpenStep() {
    flush();
    goToItem(openStepBefore(m_file.plan(), m_file.record(), leafOf(m_tree->current()).data(PlanRole::Id).toString()));
}

void ChecklistView::goToNextHit() {
    m_filters->wish().isEmpty() ? m_filters->focusSearch() : m_tree->goToNextHit();
}

void ChecklistView::goToPreviousHit() {
    m_filters->wish().isEmpty() ? m_filters->focusSearch() : m_tree->goToPreviousHit();
}

void ChecklistView::expandAll() {
    m_tree->expandAll();
    m_tree->scrollTo(m_tree->currentIndex());
}

void ChecklistView::collapseAll() {
    m_tree->collapseAll();
}

void ChecklistView::focusSearch() {
    m_filters->focusSearch();
}

QStringList ChecklistView::selectedIds() const {
    return m_tree->selectedIds();
}

ChecklistPlace ChecklistView::place() const {
    return {m_here, m_filters->wish()};
}

void ChecklistView::goTo(const ChecklistPlace& place) {
    PlanWish wish = place.wish;
    wish.only.ids.removeIf([this](const QString& id) { return !m_model.indexOf(id).isValid(); });
    m_filters->setWish(wish);
    goToItem(place.current);
}

void ChecklistView::flush() {
    m_details->form().flush();
}
