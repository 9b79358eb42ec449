#include "ui/start_page.h"

#include "ui/labels.h"
#include "ui/recent_plans.h"

#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace {
constexpr int pathRole = Qt::UserRole;
constexpr int missingRole = Qt::UserRole + 1;

QString progressText(const RecentPlan& plan) {
    if (plan.isMissing())
        return StartPage::tr("\u26a0 the file is missing");
    return plan.done == plan.steps && plan.steps > 0
               ? StartPage::tr("\u2713 all %1 steps done").arg(plan.steps)
               : StartPage::tr("%1 of %2 steps done").arg(plan.done).arg(plan.steps);
}

QPushButton* bigButton(const QString& text, const QString& objectName) {
    auto* button = new QPushButton(text);
    button->setObjectName(objectName);
    button->setMinimumSize(200, 44);
    return button;
}
} // namespace

StartPage::StartPage(RecentPlans& recent, QWidget* parent)
    : QWidget(parent)
    , m_recent(recent)
    , m_list(new QTreeWidget)
    , m_open(new QPushButton(tr("O&pen")))
    , m_forget(new QPushButton(tr("F&orget"))) {
    setObjectName(QStringLiteral("startPage"));
    QPushButton* newPlan = bigButton(tr("&New plan"), QStringLiteral("newPlan"));
    newPlan->setDefault(true);
    QPushButton* example = bigButton(tr("Open the &example"), QStringLiteral("openExample"));
    m_recentPart = makeRecentPart();

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(12);
    buttons->addWidget(newPlan);
    buttons->addWidget(example);
    buttons->addStretch();
    auto* column = new QVBoxLayout;
    column->setSpacing(16);
    column->addSpacing(32);
    column->addWidget(
        headingLabel(tr("Upgrade Apache Mesos, one version after the other"), QStringLiteral("welcome"), 8));
    column->addWidget(quietLabel(tr("Say which version runs, which one you want and what your cluster is like. You get "
                                    "the whole upgrade as a checklist that stays beside you while you work. Nothing on "
                                    "the cluster is ever touched."),
                                 QStringLiteral("promise")));
    column->addLayout(buttons);
    column->addSpacing(16);
    column->addWidget(m_recentPart, 1);
    column->addStretch();
    auto* layout = new QHBoxLayout(this);
    layout->addStretch(1);
    layout->addLayout(column, 6);
    layout->addStretch(1);

    connect(newPlan, &QPushButton::clicked, this, &StartPage::newPlanRequested);
    connect(example, &QPushButton::clicked, this, &StartPage::exampleRequested);
    connect(&m_recent, &RecentPlans::changed, this, &StartPage::fill);
    fill();
}

QWidget* StartPage::makeRecentPart() {
    m_list->setObjectName(QStringLiteral("recentPlans"));
    m_list->setAccessibleName(tr("Recent plans"));
    m_list->setHeaderLabels({tr("Plan"), tr("Progress"), tr("File")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_open->setObjectName(QStringLiteral("openRecent"));
    m_forget->setObjectName(QStringLiteral("forgetRecent"));
    m_forget->setToolTip(tr("Takes the plan off this list; the file stays."));

    auto* part = new QWidget;
    part->setObjectName(QStringLiteral("recentPart"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_open);
    buttons->addWidget(m_forget);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(headingLabel(tr("Recent plans"), QStringLiteral("recentHeading"), 2));
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);

    connect(m_list, &QTreeWidget::currentItemChanged, this, &StartPage::onCurrentChanged);
    connect(m_list, &QTreeWidget::itemActivated, this, &StartPage::openCurrent);
    connect(m_open, &QPushButton::clicked, this, &StartPage::openCurrent);
    connect(m_forget, &QPushButton::clicked, this, [this] { m_recent.forget(currentPath()); });
    return part;
}

void StartPage::fill() {
    m_list->clear();
    for (const RecentPlan& plan : m_recent.plans()) {
        auto* row = new QTreeWidgetItem(m_list, {plan.title, progressText(plan), QDir::toNativeSeparators(plan.path)});
        row->setData(0, pathRole, plan.path);
        row->setData(0, missingRole, plan.isMissing());
    }
    m_list->resizeColumnToContents(0);
    m_list->resizeColumnToContents(1);
    m_list->setCurrentItem(m_list->topLevelItem(0));
    m_recentPart->setVisible(!m_recent.plans().isEmpty());
    onCurrentChanged();
}

void StartPage::onCurrentChanged() {
    const QTreeWidgetItem* current = m_list->currentItem();
    m_open->setEnabled(current != nullptr && !current->data(0, missingRole).toBool());
    m_forget->setEnabled(current != nullptr);
}

void StartPage::openCurrent() {
    if (!currentPath().isEmpty())
        Q_EMIT planRequested(currentPath());
}

QString StartPage::currentPath() const {
    const QTreeWidgetItem* current = m_list->currentItem();
    return current ? current->data(0, pathRole).toString() : QString();
}
