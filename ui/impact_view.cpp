#include "ui/impact_view.h"

#include "report/road_facts.h"
#include "ui/labels.h"

#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace {
constexpr int idRole = Qt::UserRole;
}

ImpactView::ImpactView(const Plan& plan, QWidget* parent)
    : QWidget(parent)
    , m_plan(plan)
    , m_legend(plainLabel(impactLegend(), QStringLiteral("impactLegend")))
    , m_content(new QWidget)
    , m_table(new QTableView)
    , m_title(headingLabel({}, QStringLiteral("impactTitle")))
    , m_entries(new QListWidget) {
    setObjectName(QStringLiteral("impactView"));
    setFocusProxy(m_table);
    m_table->setObjectName(QStringLiteral("impact"));
    m_table->setAccessibleName(tr("Impact: versions and areas"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false); // it would hold the focus for ever
    m_table->setCornerButtonEnabled(false);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->verticalHeader()->setSectionsClickable(false);
    m_entries->setObjectName(QStringLiteral("impactEntries"));
    m_entries->setAccessibleName(tr("What changes there"));
    m_entries->setWordWrap(true);

    auto* chosen = new QWidget;
    auto* chosenLayout = new QVBoxLayout(chosen);
    chosenLayout->setContentsMargins(0, 4, 0, 0);
    chosenLayout->addWidget(m_title);
    chosenLayout->addWidget(m_entries, 1);
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(chosen);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    auto* content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->addWidget(quietLabel(tr("Enter or a click shows the steps and notes of a cell in the checklist."),
                                  QStringLiteral("impactHint")));
    content->addWidget(splitter, 1);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_legend, 0, Qt::AlignTop);
    layout->addWidget(m_content, 1);

    // Where the columns are narrow, a cell needs a second line; how narrow is known when all of them have their width.
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, m_table, &QTableView::resizeRowsToContents,
            Qt::QueuedConnection);
    connect(m_table, &QTableView::activated, this, &ImpactView::requestItems);
    connect(m_table, &QTableView::clicked, this, &ImpactView::requestItems);
    connect(m_entries, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem* entry) { Q_EMIT itemRequested(entry->data(idRole).toString()); });
}

void ImpactView::showEvent(QShowEvent* event) {
    if (m_model == nullptr)
        fill();
    QWidget::showEvent(event);
}

void ImpactView::fill() {
    m_model = new ImpactModel(m_plan, this);
    m_table->setModel(m_model);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ImpactView::showEntries);
    m_table->setCurrentIndex(m_model->index(0, 0));
    if (m_model->isEmpty()) {
        m_legend->setText(noImpactText());
        m_content->hide();
    }
}

void ImpactView::showEntries(const QModelIndex& cell) {
    const QList<Impact::Entry> entries = m_model->entriesAt(cell);
    m_entries->clear();
    for (const Impact::Entry& entry : entries) {
        auto* line = new QListWidgetItem(entryText(entry), m_entries);
        line->setData(idRole, entry.item);
    }
    const QString title = m_model->titleOf(cell);
    m_title->setText(entries.isEmpty() ? tr("Nothing changes: %1").arg(title) : title);
}

void ImpactView::requestItems(const QModelIndex& cell) {
    if (const QList<Impact::Entry> entries = m_model->entriesAt(cell); !entries.isEmpty())
        Q_EMIT itemsRequested(idsOf(entries), m_model->titleOf(cell));
}
