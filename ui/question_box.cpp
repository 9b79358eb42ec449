#include "ui/question_box.h"

#include "report/facts.h"
#include "report/rich_text.h"
#include "ui/code_frame.h"
#include "ui/flow_layout.h"
#include "ui/labels.h"

#include <QButtonGroup>
#include <QLabel>
#include <QRadioButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace {
constexpr qsizetype upgradesNamed = 2;

/// Which upgrades a question matters in; many are shortened, and stand in full behind the label.
QLabel* upgradesLabel(const QStringList& upgrades, QWidget* parent) {
    const qsizetype more = upgrades.size() - upgradesNamed;
    const QString named = upgrades.mid(0, more > 1 ? upgradesNamed : upgrades.size()).join(QStringLiteral(", "));
    const QString full = QuestionBox::tr("Matters in %1").arg(upgrades.join(QStringLiteral(", ")));
    QLabel* label = quietLabel(more > 1 ? QuestionBox::tr("Matters in %1 and %2 more").arg(named).arg(more)
                                        : QuestionBox::tr("Matters in %1").arg(named),
                               QStringLiteral("upgrades"), parent);
    label->setAccessibleDescription(full);
    label->setToolTip(upgrades.join(u'\n').toHtmlEscaped());
    label->setVisible(!upgrades.isEmpty());
    return label;
}
} // namespace

QString answerText(Answer answer) {
    switch (answer) {
    case Answer::Yes:
        return QuestionBox::tr("Yes");
    case Answer::No:
        return QuestionBox::tr("No");
    case Answer::Some:
        return QuestionBox::tr("On some hosts");
    case Answer::Unsure:
        return QuestionBox::tr("Unsure");
    }
    Q_UNREACHABLE();
}

QWidget* waysToFindOut(const QList<FindOut>& ways, QWidget* parent) {
    auto* widget = new QWidget(parent);
    widget->setObjectName(QStringLiteral("ways"));
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    for (const FindOut& way : ways) {
        if (way.command.isEmpty()) {
            const QString caption = plainText(captionOf(way));
            const QString means = plainText(way.means);
            layout->addWidget(plainLabel(caption.isEmpty() ? means : QStringLiteral("%1: %2").arg(caption, means),
                                         QStringLiteral("wayMeans"), widget));
        } else {
            layout->addWidget(new CodeFrame(plainText(captionOf(way)), way.command, plainText(way.means), widget));
        }
    }
    return widget;
}

QuestionBox::QuestionBox(const PlanQuestion& question, QWidget* parent)
    : QFrame(parent)
    , m_answers(new QButtonGroup(this))
    , m_howTo(new QToolButton(this)) {
    const QString ask = plainText(question.ask);
    setObjectName(QStringLiteral("question-") + question.id);
    setAccessibleName(ask);

    auto* row = new FlowLayout; // what does not fit beside the others goes below
    row->setSpacing(20);
    for (const Answer choice : {Answer::Yes, Answer::No, Answer::Some, Answer::Unsure}) {
        if (choice == Answer::Some && !question.perHost)
            continue;
        auto* button = new QRadioButton(answerText(choice), this);
        button->setObjectName(QStringLiteral("%1-%2").arg(question.id, answerWord(choice)));
        button->setAccessibleName(QStringLiteral("%1: %2").arg(answerText(choice), ask));
        m_answers->addButton(button, static_cast<int>(choice));
        row->addWidget(button);
    }
    setAnswer(question.answer);

    m_howTo->setObjectName(QStringLiteral("howTo-") + question.id);
    m_howTo->setText(tr("How to find out"));
    m_howTo->setAccessibleName(tr("How to find out: %1").arg(ask));
    m_howTo->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_howTo->setAutoRaise(true);
    m_howTo->setCheckable(true);
    m_howTo->setFocusPolicy(Qt::StrongFocus);
    row->addWidget(m_howTo);
    QWidget* ways = waysToFindOut(question.findOut, this);
    const auto unfold = [this, ways](bool open) {
        ways->setVisible(open);
        m_howTo->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    };
    connect(m_howTo, &QToolButton::toggled, this, unfold);
    unfold(false);
    m_howTo->setVisible(!question.findOut.isEmpty());

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(6);
    layout->addWidget(headingLabel(ask, QStringLiteral("ask"), 0, this));
    layout->addWidget(quietLabel(plainText(question.why), QStringLiteral("why"), this));
    layout->addWidget(upgradesLabel(question.upgrades, this));
    layout->addLayout(row);
    layout->addWidget(ways);

    connect(m_answers, &QButtonGroup::idClicked, this, [this](int id) { Q_EMIT answered(static_cast<Answer>(id)); });
}

void QuestionBox::setAnswer(Answer answer) {
    for (QAbstractButton* button : m_answers->buttons()) {
        const bool given = m_answers->id(button) == static_cast<int>(answer);
        button->setChecked(given);
        // Tab goes to the answer that is given, arrows to the others.
        button->setFocusPolicy(given ? Qt::StrongFocus : Qt::ClickFocus);
    }
}

void QuestionBox::showWays(bool open) {
    m_howTo->setChecked(open);
}
