#include "ui/questions_page.h"

#include "report/rich_text.h"
#include "ui/labels.h"
#include "ui/new_plan_draft.h"
#include "ui/plan_numbers.h"
#include "ui/question_box.h"

#include <QCheckBox>
#include <QLabel>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace {
/// So few questions leave room to show at once how to find out.
constexpr qsizetype fewQuestions = 2;
} // namespace

QuestionsPage::QuestionsPage(DraftedPlan& drafted, const QuestionGroup& group, QWidget* parent)
    : QWizardPage(parent)
    , m_drafted(drafted)
    , m_group(group.title)
    , m_none(new QCheckBox(plainText(group.none)))
    , m_scroll(new QScrollArea)
    , m_numbers(plainLabel({}, QStringLiteral("numbers")))
    , m_change(plainLabel({}, QStringLiteral("lastChange"))) {
    setObjectName(QStringLiteral("questionsPage-") + group.id);
    setTitle(group.title);
    setSubTitle(tr("Unsure is a good answer: it keeps everything that may concern you, marked “find out first”."));
    m_none->setObjectName(QStringLiteral("none"));
    m_none->setAccessibleDescription(tr("Answers every question of this page with no"));
    m_none->setToolTip(m_none->accessibleDescription());
    m_none->setVisible(!group.none.isEmpty());
    m_scroll->setObjectName(QStringLiteral("questions"));
    m_scroll->setAccessibleName(group.title);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus); // it follows the focus of what is in it
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_none);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_numbers);
    layout->addWidget(m_change);
    // Not clicked: assistive technology ticks without a click.
    connect(m_none, &QCheckBox::toggled, this, [this](bool none) { m_drafted.setNone(m_group, none); });
    connect(&m_drafted, &DraftedPlan::changed, this, [this] {
        if (isVisible())
            showAnswers();
    });
}

bool QuestionsPage::isNeeded() const {
    return !m_drafted.askedOfGroup(m_group).isEmpty();
}

void QuestionsPage::showEvent(QShowEvent* event) {
    fill();
    showAnswers();
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
    const QList<PlanQuestion> questions = m_drafted.questionsOfGroup(m_group);
    QStringList shown{m_drafted.draft().from, m_drafted.draft().to};
    for (const PlanQuestion& question : questions)
        shown.append(question.id);
    if (shown == m_shown)
        return;
    m_shown = shown;
    m_boxes.clear();
    auto* content = new QWidget;
    content->setObjectName(QStringLiteral("questionList"));
    auto* layout = new QVBoxLayout(content);
    for (PlanQuestion question : questions) {
        question.findOut = waysIn(m_drafted.draft().from, question.findOut); // the others are for later upgrades
        auto* box = new QuestionBox(question, content);
        connect(box, &QuestionBox::answered, this,
                [this, id = question.id](Answer answer) { m_drafted.setAnswer(id, answer); });
        box->showWays(questions.size() <= fewQuestions);
        layout->addWidget(box);
        m_boxes.insert(question.id, box);
    }
    layout->addStretch();
    m_scroll->setWidget(content); // deletes the one before
}

void QuestionsPage::showAnswers() {
    const Plan* plan = m_drafted.plan();
    if (plan == nullptr)
        return;
    {
        const QSignalBlocker nobodyTicks(m_none);
        m_none->setChecked(m_drafted.isNone(m_group));
    }
    for (const PlanQuestion& question : m_drafted.questionsOfGroup(m_group)) {
        QuestionBox* box = m_boxes.value(question.id);
        box->setAnswer(question.answer);
        box->setVisible(!isMoot(*plan, question));
    }
    showNumbers();
}

void QuestionsPage::showNumbers() {
    m_numbers->setText(numbersLine(*m_drafted.plan()));
    const QString change = m_drafted.lastChange();
    m_change->setText(change.isEmpty() ? tr("What an answer changes is said here.") : change);
    m_change->setForegroundRole(change.isEmpty() ? QPalette::PlaceholderText : QPalette::WindowText);
}
