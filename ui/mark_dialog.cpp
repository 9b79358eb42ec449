#include "ui/mark_dialog.h"

#include "core/change.h"
#include "core/words.h"
#include "report/rich_text.h"
#include "ui/labels.h"
#include "ui/window_size.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

namespace {
QString questionOf(StepState wished) {
    switch (wished) {
    case StepState::Skipped:
        return MarkDialog::tr("Skipped: it should be done, and will not be.");
    case StepState::NotApplicable:
        return MarkDialog::tr("Not applicable: there is nothing to do on this cluster.");
    default:
        return MarkDialog::tr("Put off: it is done later, with another upgrade of this plan.");
    }
}

QString titleOf(const Plan& plan, const QStringList& steps) {
    return steps.size() == 1 ? plainText(findItem(plan, steps.constFirst())->item.text)
                             : MarkDialog::tr("%1 steps").arg(steps.size());
}

bool holdBlocker(const Plan& plan, const QStringList& steps) {
    return std::any_of(steps.cbegin(), steps.cend(),
                       [&](const QString& id) { return findItem(plan, id)->item.gate == Gate::Blocker; });
}
} // namespace

QStringList laterUpgrades(const Plan& plan, const QStringList& steps) {
    QStringList later;
    for (const PlanHop& hop : plan.hops) {
        later << hop.to;
        for (const PlanSection& section : hop.sections)
            for (const PlanItem& item : section.items)
                if (steps.contains(item.item.id))
                    later.clear();
    }
    return later;
}

MarkDialog::MarkDialog(const Plan& plan, const Record& record, const QStringList& steps, StepState wished,
                       QWidget* parent)
    : QDialog(parent)
    , m_plan(plan)
    , m_record(record)
    , m_steps(steps)
    , m_state(wished)
    , m_reason(new QPlainTextEdit)
    , m_refusal(headingLabel({}, QStringLiteral("refusal"))) {
    setObjectName(QStringLiteral("markDialog"));
    setWindowTitle(steps.size() == 1 ? tr("%1 (%2)").arg(titleOf(plan, steps), steps.constFirst())
                                     : titleOf(plan, steps));
    m_refusal->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->setObjectName(QStringLiteral("buttons"));
    connect(buttons, &QDialogButtonBox::accepted, this, &MarkDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &MarkDialog::reject);

    auto* layout = new QVBoxLayout(this);
    layout->addWidget(headingLabel(titleOf(plan, steps), QStringLiteral("markTitle"), 2));
    if (steps.size() == 1)
        layout->addWidget(quietLabel(steps.constFirst(), QStringLiteral("markId")));
    layout->addWidget(plainLabel(questionOf(wished), QStringLiteral("markQuestion")));
    if (holdBlocker(plan, steps))
        layout->addWidget(plainLabel(tr("A blocker is left open only when somebody accepts that. Every report begins "
                                        "with it."),
                                     QStringLiteral("acceptance")));
    layout->addLayout(makeFields(record.of(steps.constFirst()).mark));
    layout->addWidget(m_refusal);
    layout->addStretch();
    layout->addWidget(buttons);
    constexpr int lineLength = 72; // characters
    const int width = lineLength * fontMetrics().averageCharWidth();
    fitOnScreen(*this, QSize(width, layout->totalHeightForWidth(width)));
}

/// With what was said before, when somebody says it again.
QFormLayout* MarkDialog::makeFields(const Mark& before) {
    auto* fields = new QFormLayout;
    fields->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    if (m_state == StepState::Deferred) {
        m_upgrade = new QComboBox;
        m_upgrade->setObjectName(QStringLiteral("upgrade"));
        m_upgrade->setAccessibleName(tr("To which upgrade"));
        const QStringList later = laterUpgrades(m_plan, m_steps);
        for (const PlanHop& hop : m_plan.hops)
            if (later.contains(hop.to))
                m_upgrade->addItem(words::hop(hop.from, hop.to), hop.to);
        fields->addRow(tr("To the &upgrade:"), m_upgrade);
    }
    if (holdBlocker(m_plan, m_steps))
        askForAcceptance(*fields, before);
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setAccessibleName(tr("Why"));
    m_reason->setTabChangesFocus(true);
    m_reason->setMinimumHeight(2 * fontMetrics().lineSpacing() + 12); // where the screen is small
    m_reason->setMaximumHeight(4 * fontMetrics().lineSpacing() + 12);
    m_reason->setPlainText(before.state == m_state ? before.reason : QString());
    fields->addRow(tr("&Why:"), m_reason);
    m_reason->setFocus();
    connect(m_reason, &QPlainTextEdit::textChanged, m_refusal, &QLabel::hide);
    return fields;
}

void MarkDialog::askForAcceptance(QFormLayout& fields, const Mark& before) {
    m_acceptedBy = new QLineEdit(before.acceptedBy);
    m_acceptedBy->setObjectName(QStringLiteral("acceptedBy"));
    m_acceptedBy->setAccessibleName(tr("Who accepts it"));
    m_until = new QLineEdit(before.until.toString(Qt::ISODate));
    m_until->setObjectName(QStringLiteral("until"));
    m_until->setAccessibleName(tr("Until which day"));
    m_until->setPlaceholderText(tr("YYYY-MM-DD"));
    for (const QLineEdit* field : {m_acceptedBy, m_until})
        connect(field, &QLineEdit::textChanged, m_refusal, &QLabel::hide);
    fields.addRow(tr("Who &accepts it:"), m_acceptedBy);
    fields.addRow(tr("Un&til:"), m_until);
}

Mark MarkDialog::mark() const {
    Mark mark{m_state, m_reason->toPlainText(), {}, {}, {}};
    if (m_upgrade)
        mark.deferredTo = m_upgrade->currentData().toString();
    if (m_acceptedBy) {
        mark.acceptedBy = m_acceptedBy->text();
        mark.until = QDate::fromString(m_until->text().trimmed(), Qt::ISODate);
    }
    return mark;
}

void MarkDialog::refuse(const QString& sentence) {
    m_refusal->setText(sentence);
    m_refusal->show();
}

void MarkDialog::accept() {
    if (const Result<QList<Change>> fit = checkedChanges(m_plan, m_record, marking(m_steps, mark())); !fit) {
        refuse(fit.error().message);
        return;
    }
    if (m_until && mark().until < QDate::currentDate()) {
        refuse(tr("%1 is over; give the day until which it is accepted.").arg(m_until->text()));
        return;
    }
    QDialog::accept();
}

/// Return alone begins another line of the reason.
void MarkDialog::keyPressEvent(QKeyEvent* event) {
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && event->modifiers().testFlag(Qt::ControlModifier))
        accept();
    else
        QDialog::keyPressEvent(event);
}
