#include "ui/history_view.h"

#include "store/plan_file.h"
#include "ui/labels.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTreeView>
#include <QVBoxLayout>

HistoryView::HistoryView(const PlanFile& file, QWidget* parent)
    : QWidget(parent)
    , m_file(file)
    , m_search(new QLineEdit)
    , m_list(new QTreeView)
    , m_fault(plainLabel({}, QStringLiteral("historyFault"))) {
    setObjectName(QStringLiteral("historyView"));
    m_filter.setSourceModel(&m_model);
    m_filter.setFilterKeyColumn(-1); // all of them
    m_filter.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filter.sort(JournalModel::When, Qt::DescendingOrder);

    m_search->setObjectName(QStringLiteral("historySearch"));
    m_search->setAccessibleName(tr("Show only what holds this text"));
    m_search->setPlaceholderText(tr("A step, a name, a day …"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("history"));
    m_list->setAccessibleName(tr("History"));
    m_list->setModel(&m_filter);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAlternatingRowColors(true);
    m_list->header()->setStretchLastSection(true);
    m_fault->hide();

    auto* layout = new QVBoxLayout(this);
    layout->addWidget(plainLabel(tr("Everything that was recorded, the latest first. Nothing is ever taken out: what "
                                    "was undone stands here, too."),
                                 QStringLiteral("historyIntroduction")));
    layout->addWidget(m_search);
    layout->addWidget(m_fault);
    layout->addWidget(m_list, 1);

    connect(m_search, &QLineEdit::textChanged, &m_filter, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_list, &QTreeView::activated, this, &HistoryView::requestItem);
    connect(&m_file, &PlanFile::valuesChanged, this, &HistoryView::read);
    connect(&m_file, &PlanFile::planChanged, this, &HistoryView::read);
    connect(&m_file, &PlanFile::recordChanged, this, &HistoryView::read);
}

void HistoryView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    read();
}

void HistoryView::read() {
    if (!isVisible())
        return;
    const bool isFirst = m_model.rowCount() == 0;
    const Result<QList<JournalEntry>> journal = m_file.journal();
    m_fault->setVisible(!journal);
    if (!journal) {
        m_fault->setText(QStringLiteral("\u26a0 ") + journal.error().message);
        return;
    }
    for (const JournalEntry& entry : *journal)
        if (entry.deed == Deed::Plan && !m_planChanges.contains(entry.number))
            m_planChanges.insert(entry.number, m_file.planChange(entry));
    m_model.setJournal(*journal, m_planChanges);
    if (!isFirst)
        return;
    for (int column = 0; column < JournalModel::After; ++column)
        m_list->resizeColumnToContents(column);
    constexpr int widest = 260; // several steps may have been marked at once
    m_list->setColumnWidth(JournalModel::About, qMin(widest, m_list->columnWidth(JournalModel::About)));
    m_list->setColumnWidth(JournalModel::Before, qMin(widest, m_list->columnWidth(JournalModel::Before)));
}

void HistoryView::requestItem(const QModelIndex& index) {
    const QString about = index.siblingAtColumn(JournalModel::About).data().toString();
    Q_EMIT itemRequested(about.section(QStringLiteral(", "), 0, 0));
}
