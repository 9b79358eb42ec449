#include "ui/new_plan_wizard.h"

#include "ui/desktop.h"
#include "ui/questions_page.h"
#include "ui/review_page.h"
#include "ui/versions_page.h"
#include "ui/window_size.h"
#include "ui/wizard_steps.h"

#include <QDir>
#include <QFileInfo>

namespace {
QStringList titlesOf(const QWizard& wizard) {
    QStringList titles;
    for (const int id : wizard.pageIds())
        titles << wizard.page(id)->title();
    return titles;
}
} // namespace

NewPlanWizard::NewPlanWizard(const Catalogue& catalogue, const NewPlanDraft& draft, Desktop& desktop, QWidget* parent)
    : QWizard(parent)
    , m_initial(draft)
    , m_drafted(new DraftedPlan(catalogue, draft, this))
    , m_desktop(desktop)
    , m_review(new ReviewPage(*m_drafted, desktop)) {
    setObjectName(QStringLiteral("newPlanWizard"));
    setWindowTitle(tr("New plan"));
    setWizardStyle(QWizard::ModernStyle);
    // Going back must not reset what was said.
    setOptions(QWizard::IndependentPages | QWizard::NoBackButtonOnStartPage);
    setButtonText(QWizard::FinishButton, tr("&Create plan"));
    // What makes the plan comes last, for eyes and for the Tab key.
    setButtonLayout(
        {QWizard::CancelButton, QWizard::Stretch, QWizard::BackButton, QWizard::NextButton, QWizard::FinishButton});

    // The numbers of the pages ascend in the order they are shown: versions, one page a group, review.
    addPage(new VersionsPage(*m_drafted));
    for (const QuestionGroup& group : catalogue.groups)
        addPage(new QuestionsPage(*m_drafted, group));
    addPage(m_review);
    m_steps = new WizardSteps(titlesOf(*this));
    setSideWidget(m_steps);

    connect(m_steps, &WizardSteps::requested, this, &NewPlanWizard::goTo);
    connect(m_review, &ReviewPage::changeRequested, this, &NewPlanWizard::goToGroup);
    connect(this, &QWizard::currentIdChanged, this, &NewPlanWizard::pageIsShown);
    connect(m_drafted, &DraftedPlan::changed, this, &NewPlanWizard::showSteps);
    fitOnScreen(*this, QSize(1000, 680));
}

bool NewPlanWizard::isNeeded(int page) const {
    const auto* questions = qobject_cast<const QuestionsPage*>(this->page(page));
    return questions == nullptr || questions->isNeeded();
}

int NewPlanWizard::nextId() const {
    for (const int id : pageIds()) {
        if (id > currentId() && isNeeded(id))
            return id;
    }
    return -1;
}

void NewPlanWizard::goTo(int page) {
    m_isJumping = true;
    while (currentId() > page)
        back();
    for (int before = -1; currentId() < page && currentId() != before;) {
        before = currentId();
        next();
    }
    m_isJumping = false;
    pageIsShown();
}

void NewPlanWizard::goToGroup(const QString& group) {
    qsizetype page = 0;
    const QList<QuestionGroup>& groups = m_drafted->catalogue().groups;
    for (qsizetype i = 0; i < groups.size() && page == 0; ++i) {
        if (groups[i].title == group)
            page = i + 1;
    }
    goTo(pageIds().value(page));
}

void NewPlanWizard::pageIsShown() {
    if (m_isJumping)
        return;
    m_seen.insert(currentId());
    showSteps();
}

void NewPlanWizard::showSteps() {
    QList<WizardSteps::Step> steps;
    for (const int id : pageIds()) {
        if (isNeeded(id))
            steps.append({id, page(id)->title(), m_seen.contains(id)});
    }
    m_steps->showSteps(steps, currentId());
}

bool NewPlanWizard::mayReplace(const QString& path) {
    return !QFileInfo::exists(path) ||
           m_desktop.confirm(this,
                             tr("“%1” exists already. Replace it by the new plan?").arg(QDir::toNativeSeparators(path)),
                             tr("Replace"));
}

void NewPlanWizard::accept() {
    QString path = m_drafted->file();
    if (QFileInfo(path).suffix() != u"mesosplan")
        path += QStringLiteral(".mesosplan");
    if (!mayReplace(path))
        return;
    Result<std::unique_ptr<PlanFile>> made = PlanFile::create(path, *m_drafted->plan());
    if (!made) {
        m_review->showFault(made.error().message);
        return;
    }
    m_made = std::move(*made);
    QWizard::accept();
}

void NewPlanWizard::reject() {
    const bool nothingToLose = draft() == m_initial;
    if (nothingToLose || m_desktop.confirm(this, tr("Close without making the plan? What you answered would be lost."),
                                           tr("Close without a plan")))
        QWizard::reject();
}
