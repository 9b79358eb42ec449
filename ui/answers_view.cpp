#include "ui/answers_view.h"

#include "report/facts.h"
#include "report/rich_text.h"
#include "ui/answer_choice.h"
#include "ui/labels.h"
#include "ui/team_steps_box.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace {
enum Column { QuestionColumn, AnswerColumn, PlanColumn };

/// As it counts.
Answer effectiveAnswer(const QList<PlanQuestion>& questions, const PlanQuestion& question) {
    return answeredBy(questions, question) ? Answer::No : question.answer;
}

QPushButton* namedButton(const QString& text, const QString& objectName) {
    auto* button = new QPushButton(text);
    button->setObjectName(objectName);
    return button;
}
} // namespace

AnswersView::AnswersView(const Plan& plan, bool mayChange, Desktop& desktop, QWidget* parent)
    : QWidget(parent)
    , m_plan(plan)
    , m_wished(plan.questions)
    , m_knowledge(plainLabel({}, QStringLiteral("knowledge")))
    , m_list(new QTreeWidget)
    , m_why(quietLabel({}, QStringLiteral("why")))
    , m_team(new TeamStepsBox(desktop))
    , m_preview(namedButton(tr("Show what &changes…"), QStringLiteral("previewAnswers")))
    , m_forget(namedButton(tr("&As they were"), QStringLiteral("forgetAnswers")))
    , m_mayChange(mayChange) {
    setObjectName(QStringLiteral("answersView"));
    m_knowledge->hide();
    m_list->setObjectName(QStringLiteral("answers"));
    m_list->setAccessibleName(tr("Answers"));
    m_list->setHeaderLabels({tr("Question"), tr("Answer"), tr("In this plan")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setSectionResizeMode(QuestionColumn, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(AnswerColumn, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(PlanColumn, QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(false);
    for (const PlanQuestion& question : plan.questions)
        addRow(question);
    m_team->showOverlay(plan.overlay, teamCount(plan));
    m_team->setEnabled(mayChange);

    QPushButton* newPlan = namedButton(tr("&New plan from these answers…"), QStringLiteral("newPlanFromAnswers"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_preview);
    buttons->addWidget(m_forget);
    buttons->addStretch();
    buttons->addWidget(newPlan);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(
        plainLabel(tr("This plan is made from these answers. Change what you know better now: you see "
                      "what that brings and takes away before it is done, and every tick and note stays."),
                   QStringLiteral("answersIntroduction")));
    layout->addWidget(m_knowledge);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_why);
    layout->addWidget(m_team);
    layout->addLayout(buttons);

    connect(m_list, &QTreeWidget::currentItemChanged, this, &AnswersView::showWhy);
    connect(m_preview, &QPushButton::clicked, this, [this] { Q_EMIT changeRequested(wished(), m_plan.overlay); });
    connect(m_forget, &QPushButton::clicked, this, &AnswersView::forgetWishes);
    connect(m_team, &TeamStepsBox::chosen, this,
            [this](const Overlay& overlay) { Q_EMIT changeRequested(wished(), overlay); });
    connect(newPlan, &QPushButton::clicked, this, [this] { Q_EMIT newPlanRequested(wished()); });
    showWishes();
}

void AnswersView::addRow(const PlanQuestion& question) {
    const int row = m_list->topLevelItemCount();
    const QString ask = plainText(question.ask);
    auto* item = new QTreeWidgetItem(m_list, {ask});
    auto* choice = new AnswerChoice(question.perHost, question.answer);
    choice->setObjectName(QStringLiteral("answer-") + question.id);
    choice->setAccessibleName(ask);
    m_list->setItemWidget(item, AnswerColumn, choice);
    connect(choice, &AnswerChoice::chosen, this, [this, row](Answer answer) { setAnswer(row, answer); });
}

void AnswersView::select(const QString& question) {
    for (int row = 0; row < m_plan.questions.size(); ++row) {
        if (m_plan.questions[row].id == question)
            m_list->setCurrentItem(m_list->topLevelItem(row));
    }
    m_list->setFocus();
}

void AnswersView::offerNewerKnowledge(const QString& sentence) {
    m_knowsMore = true;
    m_knowledge->setText(sentence);
    m_knowledge->show();
    showWishes();
}

void AnswersView::showFault(const QString& text) {
    m_team->showFault(text);
}

void AnswersView::setAnswer(int row, Answer answer) {
    m_wished[row].answer = answer;
    m_list->setCurrentItem(m_list->topLevelItem(row));
    showWishes();
}

void AnswersView::forgetWishes() {
    m_wished = m_plan.questions;
    showWishes();
    showFault({});
}

Answers AnswersView::wished() const {
    Answers answers;
    for (const PlanQuestion& question : m_wished)
        answers.insert(question.id, question.answer);
    return answers;
}

void AnswersView::showRow(int row) {
    QTreeWidgetItem* item = m_list->topLevelItem(row);
    auto* choice = qobject_cast<AnswerChoice*>(m_list->itemWidget(item, AnswerColumn));
    const PlanQuestion& question = m_wished[row];
    const PlanQuestion* general = answeredBy(m_wished, question);
    const QSignalBlocker isShown(choice); // not chosen
    choice->setAnswer(general ? Answer::No : question.answer);
    choice->setEnabled(m_mayChange && general == nullptr);
    choice->setToolTip(general ? tr("no, since %1: no").arg(plainText(general->label)) : QString());
    choice->setAccessibleDescription(choice->toolTip());
    const PlanQuestion& inPlan = m_plan.questions[row];
    const bool differs = effectiveAnswer(m_wished, question) != effectiveAnswer(m_plan.questions, inPlan);
    const QString said = answerText(m_plan, inPlan);
    item->setText(PlanColumn, differs ? tr("\u25cf still %1").arg(said) : said);
}

void AnswersView::showWishes() {
    for (int row = 0; row < m_wished.size(); ++row)
        showRow(row);
    const bool differ = wished() != m_plan.answers();
    m_preview->setEnabled(m_mayChange && (differ || m_knowsMore));
    m_forget->setEnabled(differ);
}

void AnswersView::showWhy() {
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    m_why->setText(row < 0 ? QString() : plainText(m_plan.questions.value(row).why));
}
