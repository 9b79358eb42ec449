#include "ui/question_box.h"

#include "core/cluster_values.h"
#include "core/release.h"
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

namespace {
/// What the `{{name}}` in the commands are, a line each.
QString placeholdersRemark(const QList<FindOut>& ways) {
    QStringList lines;
    for (const FindOut& way : ways) {
        const QStringList names = placeholdersIn(way.command);
        for (const QString& name : names) {
            const QString shown = QStringLiteral("{{%1}}").arg(name);
            const QString why = whyNotKept(name);
            lines << (why.isEmpty()
                          ? QuestionBox::tr("%1 stands for a value of your cluster. A plan fills it in once it knows "
                                            "it: View → Your cluster, when the plan is made.")
                                .arg(shown)
                          : QuestionBox::tr("%1: %2.", "a placeholder: why nothing fills it in").arg(shown, why));
        }
    }
    lines.removeDuplicates();
    return lines.join(u'\n');
}
} // namespace

QList<FindOut> waysIn(const QString& release, const QList<FindOut>& ways) {
    QList<FindOut> now = ways;
    now.removeIf([&](const FindOut& way) { return !rangesOverlap(way.releases, release); });
    return now.isEmpty() ? ways : now;
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
            layout->addWidget(plainLabel(
                caption.isEmpty() ? means : QuestionBox::tr("%1: %2", "where and when: how").arg(caption, means),
                QStringLiteral("wayMeans"), widget));
        } else {
            layout->addWidget(new CodeFrame(plainText(captionOf(way)), way.command, plainText(way.means), widget));
        }
    }
    if (const QString remark = placeholdersRemark(ways); !remark.isEmpty())
        layout->addWidget(quietLabel(remark, QStringLiteral("placeholders"), widget));
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
        button->setAccessibleName(tr("%1: %2", "an answer: the question").arg(answerText(choice), ask));
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

    // Not clicked: assistive technology turns a button on without a click.
    connect(m_answers, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            Q_EMIT answered(static_cast<Answer>(id));
    });
}

void QuestionBox::setAnswer(Answer answer) {
    const QSignalBlocker nobodyAnswers(m_answers);
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
