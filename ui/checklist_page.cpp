#include "ui/checklist_page.h"

#include "report/find_out_list.h"
#include "store/plan_file.h"
#include "ui/answers_view.h"
#include "ui/checklist_view.h"
#include "ui/cluster_view.h"
#include "ui/find_out_view.h"
#include "ui/history_view.h"
#include "ui/impact_view.h"
#include "ui/left_out_view.h"
#include "ui/record_editor.h"
#include "ui/route_strip.h"

#include <QSettings>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace {
QString splitterKey() {
    return QStringLiteral("checklistSplitter");
}
} // namespace

ChecklistPage::ChecklistPage(PlanFile& file, RecordEditor& editor, Desktop& desktop, QSettings& settings,
                             QWidget* parent)
    : QWidget(parent)
    , m_file(file)
    , m_settings(settings)
    , m_strip(new RouteStrip)
    , m_tabs(new QTabWidget)
    , m_checklist(new ChecklistView(file, editor, desktop))
    , m_answers(new AnswersView(file.plan(), !file.isReadOnly(), desktop))
    , m_cluster(new ClusterView(file, editor)) {
    setObjectName(QStringLiteral("checklistPage"));
    setFocusProxy(m_tabs);
    m_strip->setPointingOut(true);
    addTabs(desktop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_strip);
    layout->addWidget(m_tabs, 1);
    m_checklist->splitter().restoreState(settings.value(splitterKey()).toByteArray());

    connect(m_strip, &RouteStrip::stretchClicked, this, [this](int index) {
        showView(Checklist);
        m_checklist->setFocus();
        m_checklist->goToHop(index);
    });
    connect(m_checklist, &ChecklistView::answerRequested, this, &ChecklistPage::showAnswer);
    connect(m_answers, &AnswersView::newPlanRequested, this, &ChecklistPage::newPlanRequested);
    connect(m_answers, &AnswersView::changeRequested, this, &ChecklistPage::changeRequested);
    connect(&m_file, &PlanFile::recordChanged, this, &ChecklistPage::showProgress);
    showProgress();
}

ChecklistPage::~ChecklistPage() {
    flush();
    m_settings.setValue(splitterKey(), m_checklist->splitter().saveState());
}

void ChecklistPage::flush() {
    m_checklist->flush();
    m_cluster->flush();
}

void ChecklistPage::addTabs(Desktop& desktop) {
    const Plan& plan = m_file.plan();
    auto* findOut = new FindOutView(m_file, desktop);
    auto* leftOut = new LeftOutView(plan);
    auto* impact = new ImpactView(plan);
    auto* history = new HistoryView(m_file);
    connect(findOut, &FindOutView::itemRequested, this, &ChecklistPage::showItem);
    connect(findOut, &FindOutView::answerRequested, this, &ChecklistPage::showAnswer);
    connect(leftOut, &LeftOutView::answerRequested, this, &ChecklistPage::showAnswer);
    connect(leftOut, &LeftOutView::itemRequested, this, &ChecklistPage::showItem);
    connect(impact, &ImpactView::itemRequested, this, &ChecklistPage::showItem);
    connect(impact, &ImpactView::itemsRequested, this, [this](const QStringList& ids, const QString& what) {
        showView(Checklist);
        m_checklist->showOnly({ids, what});
    });
    connect(m_cluster, &ClusterView::itemRequested, this, &ChecklistPage::showItem);
    connect(history, &HistoryView::itemRequested, this, &ChecklistPage::showItem);
    m_tabs->setObjectName(QStringLiteral("views"));
    m_tabs->tabBar()->setObjectName(QStringLiteral("viewBar"));
    m_tabs->tabBar()->setAccessibleName(tr("Views of the plan"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_checklist, tr("Checklist"));
    m_tabs->addTab(findOut, tr("Find out first (%1)").arg(findOutCount(plan)));
    m_tabs->addTab(leftOut, tr("Left out (%1)").arg(plan.leftOut.size() + replacedCount(plan)));
    m_tabs->addTab(impact, tr("Impact"));
    m_tabs->addTab(m_answers, tr("Answers"));
    m_tabs->addTab(m_cluster, tr("Your cluster"));
    m_tabs->addTab(history, tr("History"));
}

ChecklistPage::View ChecklistPage::view() const {
    return static_cast<View>(m_tabs->currentIndex());
}

void ChecklistPage::showView(View view) {
    m_tabs->setCurrentIndex(view);
}

void ChecklistPage::goToNextOpenStep() {
    showView(Checklist);
    m_checklist->goToNextOpenStep();
}

void ChecklistPage::goToPreviousOpenStep() {
    showView(Checklist);
    m_checklist->goToPreviousOpenStep();
}

void ChecklistPage::goToNextHit() {
    showView(Checklist);
    m_checklist->goToNextHit();
}

void ChecklistPage::goToPreviousHit() {
    showView(Checklist);
    m_checklist->goToPreviousHit();
}

void ChecklistPage::goOn() {
    showView(Checklist);
    m_checklist->goOn();
}

void ChecklistPage::goToHop() {
    showView(Checklist);
    m_checklist->chooseHop();
}

void ChecklistPage::focusSearch() {
    showView(Checklist);
    m_checklist->focusSearch();
}

void ChecklistPage::showProgress() {
    m_strip->setStretches(stretchesOf(m_file.plan(), m_file.record()));
}

void ChecklistPage::showAnswer(const QString& question) {
    showView(Answers);
    m_answers->select(question);
}

void ChecklistPage::showItem(const QString& itemId) {
    showView(Checklist);
    m_checklist->setFocus();
    m_checklist->goToItem(itemId);
}
