#include "ui/go_to_dialog.h"

#include "core/progress.h"
#include "core/words.h"
#include "ui/labels.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

GoToDialog::GoToDialog(const Plan& plan, const Record& record, QWidget* parent)
    : QDialog(parent)
    , m_list(new QListWidget) {
    setObjectName(QStringLiteral("goToDialog"));
    setWindowTitle(tr("Go to an upgrade"));
    m_list->setObjectName(QStringLiteral("upgrades"));
    m_list->setAccessibleName(tr("Upgrades"));
    const QString here = nextOpenStep(plan, record);
    for (const PlanHop& hop : plan.hops) {
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
    constexpr int mostRows = 14;
    m_list->setMinimumHeight(m_list->sizeHintForRow(0) * qMin(mostRows, m_list->count()) + 2 * m_list->frameWidth());
    m_list->setMinimumWidth(m_list->sizeHintForColumn(0) + 4 * fontMetrics().averageCharWidth());

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->setObjectName(QStringLiteral("buttons"));
    buttons->button(QDialogButtonBox::Ok)->setText(tr("&Go there"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(plainLabel(tr("Type its number, or choose it with the arrow keys."), QStringLiteral("how")));
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &GoToDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &GoToDialog::reject);
    connect(m_list, &QListWidget::itemActivated, this, &GoToDialog::accept);
    m_list->setFocus();
}

void GoToDialog::accept() {
    QDialog::accept();
    Q_EMIT chosen(m_list->currentRow());
}
