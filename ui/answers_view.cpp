#include "ui/answers_view.h"

#include "core/words.h"
#include "report/rich_text.h"
#include "ui/labels.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

AnswersView::AnswersView(const Plan& plan, QWidget* parent)
    : QWidget(parent)
    , m_plan(plan)
    , m_list(new QTreeWidget)
    , m_why(quietLabel({}, QStringLiteral("why"))) {
    setObjectName(QStringLiteral("answersView"));
    m_list->setObjectName(QStringLiteral("answers"));
    m_list->setAccessibleName(tr("Answers"));
    m_list->setHeaderLabels({tr("Question"), tr("Answer")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(false);
    for (const PlanQuestion& question : plan.questions)
        new QTreeWidgetItem(m_list, {plainText(question.ask), words::answer(question.answer)});

    auto* newPlan = new QPushButton(tr("&New plan from these answers…"));
    newPlan->setObjectName(QStringLiteral("newPlanFromAnswers"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(plainLabel(tr("This plan is made from these answers and stays as it is. With other answers, make "
                                    "a new plan: versions and answers are filled in already."),
                                 QStringLiteral("answersIntroduction")));
    layout->addWidget(m_list, 1);
    layout->addWidget(m_why);
    layout->addWidget(newPlan, 0, Qt::AlignLeft);

    connect(m_list, &QTreeWidget::currentItemChanged, this, &AnswersView::showWhy);
    connect(newPlan, &QPushButton::clicked, this, &AnswersView::newPlanRequested);
}

void AnswersView::select(const QString& question) {
    for (int row = 0; row < m_plan.questions.size(); ++row) {
        if (m_plan.questions[row].id == question)
            m_list->setCurrentItem(m_list->topLevelItem(row));
    }
    m_list->setFocus();
}

void AnswersView::showWhy() {
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    m_why->setText(row < 0 ? QString() : plainText(m_plan.questions[row].why));
}
