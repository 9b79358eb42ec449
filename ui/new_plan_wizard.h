#pragma once

#include "store/plan_file.h"
#include "ui/new_plan_draft.h"

#include <QSet>
#include <QWizard>

class Desktop;
class ReviewPage;
class WizardSteps;

/// Asks for versions, answers and a file, then makes the plan. What was said lives in a DraftedPlan, apart from the
/// pages. Made for one plan and deleted afterwards; the catalogue has to outlive it.
class NewPlanWizard final : public QWizard {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NewPlanWizard)

public:
    NewPlanWizard(const Catalogue& catalogue, const NewPlanDraft& draft, Desktop& desktop, QWidget* parent = nullptr);

    const NewPlanDraft& draft() const { return m_drafted->draft(); }

    /// The plan that was made; may be taken once, after accepted().
    std::unique_ptr<PlanFile> takePlanFile() { return std::move(m_made); }

    int nextId() const override;
    void accept() override;
    void reject() override;

private:
    bool isNeeded(int page) const;
    void goTo(int page);
    void goToGroup(const QString& group);
    void pageIsShown();
    void showSteps();
    bool mayReplace(const QString& path);

    const NewPlanDraft m_initial;
    DraftedPlan* m_drafted;
    Desktop& m_desktop;
    WizardSteps* m_steps;
    ReviewPage* m_review;
    QSet<int> m_seen; ///< the pages people were on; those jumped over are not among them
    bool m_isJumping = false;
    std::unique_ptr<PlanFile> m_made;
};
