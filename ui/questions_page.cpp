#include "ui/questions_page.h"

#include "ui/labels.h"
#include "ui/new_plan_draft.h"
#include "ui/question_box.h"

#include <QLabel>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

QuestionsPage::QuestionsPage(DraftedPlan& drafted, const QuestionGroup& group, QWidget* parent)
    : QWizardPage(parent)
    , m_drafted(drafted)
    , m_group(group.id)
    , m_scroll(new QScrollArea)
    , m_numbers(plainLabel({}, QStringLiteral("numbers"))) {
    setObjectName(QStringLiteral("questionsPage-") + group.id);
    setTitle(group.title);
    setSubTitle(tr("Unsure is a good answer: it keeps everything that may concern you, marked “find out first”."));
    m_scroll->setObjectName(QStringLiteral("questions"));
    m_scroll->setAccessibleName(group.title);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus); // it follows the focus of what is in it
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_numbers);
    connect(&m_drafted, &DraftedPlan::changed, this, &QuestionsPage::showNumbers);
}

bool QuestionsPage::isNeeded() const {
    return !m_drafted.questionsOfGroup(m_group).isEmpty();
}

void QuestionsPage::showEvent(QShowEvent* event) {
    fill();
    showNumbers();
    QWizardPage::showEvent(event);
    // Later, because the wizard gives the focus to its own buttons after it has shown a page.
    QMetaObject::invokeMethod(this, &QuestionsPage::focusFirstAnswer, Qt::QueuedConnection);
}

void QuestionsPage::focusFirstAnswer() {
    for (QRadioButton* button : m_scroll->widget()->findChildren<QRadioButton*>()) {
        if (button->isChecked()) {
            button->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

void QuestionsPage::fill() {
    const QList<Question> questions = m_drafted.questionsOfGroup(m_group);
    QStringList ids;
    for (const Question& question : questions)
        ids.append(question.id);
    if (ids == m_shown)
        return;
    m_shown = ids;
    auto* content = new QWidget;
    content->setObjectName(QStringLiteral("questionList"));
    auto* layout = new QVBoxLayout(content);
    for (const Question& question : questions) {
        auto* box = new QuestionBox(question, m_drafted.draft().answers.value(question.id), content);
        connect(box, &QuestionBox::answered, this,
                [this, id = question.id](Answer answer) { m_drafted.setAnswer(id, answer); });
        layout->addWidget(box);
    }
    layout->addStretch();
    m_scroll->setWidget(content); // deletes the one before
}

void QuestionsPage::showNumbers() {
    if (const Plan* plan = m_drafted.plan(); plan && isVisible())
        m_numbers->setText(numbersLine(*plan));
}
