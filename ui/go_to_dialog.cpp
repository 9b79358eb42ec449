#include "ui/go_to_dialog.h"

#include "core/progress.h"
#include "core/release.h"
#include "core/words.h"
#include "ui/labels.h"
#include "ui/window_size.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace {
QVersionNumber lineOf(const QString& version) {
    return parseTypedRelease(version).line;
}

/// Whether an upgrade leads to this version, or past it: one may take several in one go.
bool leadsTo(const PlanHop& hop, const QVersionNumber& line) {
    return lineOf(hop.to) == line || std::any_of(hop.passes.cbegin(), hop.passes.cend(),
                                                 [&](const QString& passed) { return lineOf(passed) == line; });
}

template <typename IsMeant> std::optional<int> firstOf(const Plan& plan, IsMeant isMeant) {
    const auto hop = std::find_if(plan.hops.cbegin(), plan.hops.cend(), isMeant);
    return hop == plan.hops.cend() ? std::nullopt : std::optional<int>(static_cast<int>(hop - plan.hops.cbegin()));
}
} // namespace

std::optional<int> upgradeMeant(const Plan& plan, const QString& typed) {
    bool isNumber = false;
    if (const int number = typed.trimmed().toInt(&isNumber); isNumber)
        return number >= 1 && number <= plan.hops.size() ? std::optional<int>(number - 1) : std::nullopt;

    static const QRegularExpression arrow(QStringLiteral("\\s*(?:\u2192|->|-|\\s)\\s*"));
    QList<QVersionNumber> lines;
    const QStringList versions = typed.trimmed().split(arrow, Qt::SkipEmptyParts);
    for (const QString& version : versions)
        lines << lineOf(version);
    if (lines.isEmpty() || lines.size() > 2 || lines.contains(QVersionNumber()))
        return {};
    if (lines.size() == 2)
        return firstOf(plan, [&](const PlanHop& hop) {
            return lineOf(hop.from) == lines.constFirst() && lineOf(hop.to) == lines.constLast();
        });
    if (const std::optional<int> upgrade =
            firstOf(plan, [&](const PlanHop& hop) { return leadsTo(hop, lines.constFirst()); }))
        return upgrade;
    return firstOf(plan, [&](const PlanHop& hop) { return lineOf(hop.from) == lines.constFirst(); });
}

GoToDialog::GoToDialog(const Plan& plan, const Record& record, QWidget* parent)
    : QDialog(parent)
    , m_plan(plan)
    , m_typed(new QLineEdit)
    , m_list(new QListWidget)
    , m_refusal(headingLabel({}, QStringLiteral("refusal"))) {
    setObjectName(QStringLiteral("goToDialog"));
    setWindowTitle(tr("Go to an upgrade"));
    m_typed->setObjectName(QStringLiteral("typed"));
    m_typed->setAccessibleName(tr("Version or number of the upgrade"));
    m_typed->setPlaceholderText(tr("Version or number"));
    m_typed->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("upgrades"));
    m_list->setAccessibleName(tr("Upgrades"));
    fill(record);
    m_refusal->hide();

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->setObjectName(QStringLiteral("buttons"));
    buttons->button(QDialogButtonBox::Ok)->setText(tr("&Go there"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(plainLabel(tr("Type a version, like 0.18, or the number of an upgrade; or choose one with the "
                                    "arrow keys."),
                                 QStringLiteral("how")));
    layout->addWidget(m_typed);
    layout->addWidget(m_refusal);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &GoToDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &GoToDialog::reject);
    connect(m_typed, &QLineEdit::textChanged, this, &GoToDialog::showTyped);
    connect(m_list, &QListWidget::itemActivated, this, &GoToDialog::accept);
    connect(m_list, &QListWidget::itemClicked, m_typed, &QLineEdit::clear);
    m_typed->setFocus();

    constexpr int mostRows = 14;
    const QSize usual = sizeHint();
    const int rows = m_list->sizeHintForRow(0) * qMin(mostRows, m_list->count()) + 2 * m_list->frameWidth();
    const int width = qMax(m_list->sizeHintForColumn(0), titleWidth());
    fitOnScreen(*this, {width + 4 * fontMetrics().averageCharWidth(),
                        usual.height() - m_list->sizeHint().height() + qMax(rows, m_list->minimumSizeHint().height())});
}

/// What the desktop writes above the dialog, in bold and between its buttons: the dialog is no narrower.
int GoToDialog::titleWidth() const {
    QFont bold = font();
    bold.setBold(true);
    const QString title = windowTitle() + QStringLiteral(" \u2014 ") + QGuiApplication::applicationDisplayName();
    constexpr int buttons = 14; // characters
    return QFontMetrics(bold).horizontalAdvance(title) + buttons * fontMetrics().averageCharWidth();
}

void GoToDialog::fill(const Record& record) {
    const QString here = nextOpenStep(m_plan, record);
    for (const PlanHop& hop : m_plan.hops) {
        const Progress progress = progressOf(hop, record);
        m_list->addItem(tr("%1   %2   ·   %3 of %4 done")
                            .arg(m_list->count() + 1)
                            .arg(words::hop(hop.from, hop.to))
                            .arg(progress.done())
                            .arg(progress.steps));
        for (const PlanSection& section : hop.sections)
            for (const PlanItem& item : section.items)
                if (item.item.id == here)
                    m_list->setCurrentRow(m_list->count() - 1);
    }
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
}

void GoToDialog::showTyped(const QString& typed) {
    m_refusal->hide();
    if (const std::optional<int> meant = upgradeMeant(m_plan, typed))
        m_list->setCurrentRow(*meant);
}

/// The arrow keys choose in the list, while the cursor stays where people type.
bool GoToDialog::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key != Qt::Key_Up && key != Qt::Key_Down && key != Qt::Key_PageUp && key != Qt::Key_PageDown)
        return QDialog::eventFilter(watched, event);
    m_typed->clear();
    QCoreApplication::sendEvent(m_list, event);
    return true;
}

void GoToDialog::accept() {
    const QString typed = m_typed->text().trimmed();
    const std::optional<int> meant = typed.isEmpty() ? m_list->currentRow() : upgradeMeant(m_plan, typed);
    if (!meant) {
        m_refusal->setText(tr("This plan has no upgrade “%1”.").arg(typed));
        m_refusal->show();
        m_typed->setFocus();
        m_typed->selectAll();
        return;
    }
    QDialog::accept();
    Q_EMIT chosen(*meant);
}
