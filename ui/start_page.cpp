#include "ui/start_page.h"

#include "ui/labels.h"
#include "ui/recent_plan_row.h"
#include "ui/recent_plans.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <initializer_list>
#include <utility>

namespace {
QPushButton* bigButton(const QString& text, const QString& objectName) {
    auto* button = new QPushButton(text);
    button->setObjectName(objectName);
    const QFontMetrics metrics = button->fontMetrics();
    button->setMinimumSize(metrics.horizontalAdvance(QString(20, u'0')), 2 * metrics.height() + 8);
    return button;
}
} // namespace

StartPage::StartPage(RecentPlans& recent, QWidget* parent)
    : QWidget(parent)
    , m_recent(recent)
    , m_promises(makePromises())
    , m_new(bigButton(tr("&New plan…"), QStringLiteral("newPlan")))
    , m_list(new QListWidget)
    , m_open(new QPushButton(tr("Open sele&cted")))
    , m_forget(new QPushButton(tr("Fo&rget"))) {
    setObjectName(QStringLiteral("startPage"));
    m_new->setDefault(true);
    QPushButton* open = bigButton(tr("&Open a plan…"), QStringLiteral("openPlan"));
    QPushButton* example = bigButton(tr("Open the e&xample"), QStringLiteral("openExample"));
    m_recentPart = makeRecentPart();

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(16);
    buttons->addWidget(m_new);
    buttons->addWidget(open);
    buttons->addWidget(example);
    buttons->addStretch();
    auto* column = new QVBoxLayout;
    column->setSpacing(16);
    column->addSpacing(24);
    column->addWidget(
        headingLabel(tr("Upgrade Apache Mesos, one version after the other"), QStringLiteral("welcome"), 8));
    column->addWidget(quietLabel(tr("Say which version runs, which one you want and what your cluster is like. You get "
                                    "the whole upgrade as a checklist that stays beside you while you work. Nothing on "
                                    "the cluster is ever touched."),
                                 QStringLiteral("promise")));
    column->addLayout(buttons);
    column->addSpacing(8);
    column->addWidget(m_recentPart, 1);
    column->addWidget(m_promises, 1);
    column->addSpacing(16);
    auto* layout = new QHBoxLayout(this);
    layout->addStretch(1);
    layout->addLayout(column, 8);
    layout->addStretch(1);

    QWidget* before = m_new;
    for (QWidget* next : std::initializer_list<QWidget*>{open, example, m_list, m_open, m_forget})
        QWidget::setTabOrder(std::exchange(before, next), next);

    connect(m_new, &QPushButton::clicked, this, &StartPage::newPlanRequested);
    connect(open, &QPushButton::clicked, this, &StartPage::openRequested);
    connect(example, &QPushButton::clicked, this, &StartPage::exampleRequested);
    connect(&m_recent, &RecentPlans::changed, this, &StartPage::fill);
    fill();
}

QWidget* StartPage::makePromises() {
    auto* part = new QWidget;
    part->setObjectName(QStringLiteral("promises"));
    auto* columns = new QGridLayout(part);
    columns->setContentsMargins(0, 16, 0, 0);
    columns->setHorizontalSpacing(32);
    columns->setVerticalSpacing(8);
    const auto add = [columns](const QString& title, const QString& text) {
        const int column = columns->columnCount() - (columns->count() == 0 ? 1 : 0);
        columns->addWidget(headingLabel(title, QStringLiteral("promiseTitle"), 1), 0, column, Qt::AlignTop);
        columns->addWidget(quietLabel(text, QStringLiteral("promiseText")), 1, column, Qt::AlignTop);
        columns->setColumnStretch(column, 1);
    };
    add(tr("1  A plan"), tr("From your versions and answers. What you do not know yet may stay open; the plan then "
                            "says how to find out."));
    add(tr("2  A checklist"), tr("Every step says why it is there, how to tell that it worked, and whether the cluster "
                                 "may be left as it is. Nothing that is ticked is ever lost."));
    add(tr("3  For the team"), tr("On paper for the machine room, on the wall for a meeting, in a file that several "
                                  "people work in at once."));
    columns->setRowStretch(2, 1);
    return part;
}

QWidget* StartPage::makeRecentPart() {
    m_list->setObjectName(QStringLiteral("recentPlans"));
    m_list->setAccessibleName(tr("Recent plans"));
    m_list->setItemDelegate(new RecentPlanRow(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_open->setObjectName(QStringLiteral("openRecent"));
    m_forget->setObjectName(QStringLiteral("forgetRecent"));
    m_forget->setToolTip(tr("Takes the plan off this list; the file stays."));

    auto* part = new QWidget;
    part->setObjectName(QStringLiteral("recentPart"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_open);
    buttons->addWidget(m_forget);
    buttons->addStretch();
    QLabel* hint = quietLabel(tr("A plan file that is dropped on this window opens, too."), QStringLiteral("dropHint"));
    hint->setWordWrap(false);
    buttons->addWidget(hint);
    auto* layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(headingLabel(tr("Recent plans"), QStringLiteral("recentHeading"), 2));
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);

    const auto forget = [this] { m_recent.forget(currentPath()); };
    connect(m_list, &QListWidget::itemActivated, this, &StartPage::openCurrent);
    connect(m_open, &QPushButton::clicked, this, &StartPage::openCurrent);
    connect(m_forget, &QPushButton::clicked, this, forget);
    connect(new QShortcut(QKeySequence::Delete, m_list, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated,
            this, forget);
    return part;
}

void StartPage::fill() {
    const int row = m_list->currentRow();
    m_list->clear();
    for (const RecentPlan& plan : m_recent.plans())
        m_list->addItem(RecentPlanRow::itemOf(plan));
    m_list->setCurrentRow(qMin(qMax(0, row), m_list->count() - 1));
    m_recentPart->setVisible(m_list->count() > 0);
    m_promises->setVisible(m_list->count() == 0);
}

void StartPage::focusInEvent(QFocusEvent*) {
    m_list->count() > 0 ? m_list->setFocus() : m_new->setFocus();
}

void StartPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        fill();
    QWidget::changeEvent(event);
}

void StartPage::openCurrent() {
    if (!currentPath().isEmpty())
        Q_EMIT planRequested(currentPath());
}

QString StartPage::currentPath() const {
    const QListWidgetItem* current = m_list->currentItem();
    return current ? RecentPlanRow::pathOf(*current) : QString();
}
