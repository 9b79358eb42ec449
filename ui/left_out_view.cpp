#include "ui/left_out_view.h"

#include "core/words.h"
#include "report/rich_text.h"
#include "ui/labels.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace {
constexpr int questionRole = Qt::UserRole; // of what an answer left out
constexpr int stepRole = Qt::UserRole + 1; // of what this one took the place of

QString introduction(const Plan& plan) {
    if (plan.leftOut.isEmpty() && replacedCount(plan) == 0)
        return LeftOutView::tr("Nothing was left out: your answers need all of it.");
    return replacedCount(plan) == 0 ? LeftOutView::tr("What your answers say that this cluster does not need.")
                                    : LeftOutView::tr("What your answers say that this cluster does not need, and what "
                                                      "is done only once where several versions are one upgrade.");
}
} // namespace

int replacedCount(const Plan& plan) {
    qsizetype count = 0;
    forEachItem(plan, [&count](const PlanHop&, const PlanSection&, const PlanItem& planned) {
        count += planned.standsFor.size();
    });
    return static_cast<int>(count);
}

LeftOutView::LeftOutView(const Plan& plan, QWidget* parent)
    : QWidget(parent)
    , m_list(new QTreeWidget)
    , m_show(new QPushButton) {
    setObjectName(QStringLiteral("leftOutView"));
    m_list->setObjectName(QStringLiteral("leftOut"));
    m_list->setAccessibleName(tr("Left out"));
    m_list->setHeaderLabels({tr("Upgrade"), tr("Left out"), tr("Why")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(false);
    for (const LeftOut& leftOut : plan.leftOut) {
        auto* row = new QTreeWidgetItem(
            m_list, {leftOut.hop, plainText(leftOut.text), plainText(words::because(leftOut.because))});
        if (!leftOut.because.isEmpty())
            row->setData(0, questionRole, leftOut.because.first().trait);
    }
    addReplaced(plan);
    m_show->setObjectName(QStringLiteral("showAnswer"));
    showCurrent();

    auto* layout = new QVBoxLayout(this);
    layout->addWidget(plainLabel(introduction(plan), QStringLiteral("leftOutIntroduction")));
    layout->addWidget(m_list, 1);
    layout->addWidget(quietLabel(words::coverage(plan.coverage), QStringLiteral("receipt")));
    layout->addWidget(m_show, 0, Qt::AlignLeft);

    connect(m_list, &QTreeWidget::currentItemChanged, this, &LeftOutView::showCurrent);
    connect(m_list, &QTreeWidget::itemActivated, this, &LeftOutView::requestCurrent);
    connect(m_show, &QPushButton::clicked, this, &LeftOutView::requestCurrent);
}

/// Their texts are not in the plan any more.
void LeftOutView::addReplaced(const Plan& plan) {
    forEachItem(plan, [this](const PlanHop& hop, const PlanSection&, const PlanItem& planned) {
        for (const QString& id : planned.standsFor) {
            auto* row = new QTreeWidgetItem(
                m_list, {words::hop(hop.from, hop.to), id, tr("done once, with %1").arg(planned.item.id)});
            row->setToolTip(2, Qt::convertFromPlainText(plainText(planned.item.text)));
            row->setData(0, stepRole, planned.item.id);
        }
    });
}

void LeftOutView::showCurrent() {
    const QTreeWidgetItem* current = m_list->currentItem();
    const bool isReplaced = current && current->data(0, stepRole).isValid();
    m_show->setText(isReplaced ? tr("Show what &replaces it") : tr("Show the &answer"));
    m_show->setEnabled(current != nullptr);
}

void LeftOutView::requestCurrent() {
    const QTreeWidgetItem* current = m_list->currentItem();
    if (!current)
        return;
    if (current->data(0, stepRole).isValid())
        Q_EMIT itemRequested(current->data(0, stepRole).toString());
    else
        Q_EMIT answerRequested(current->data(0, questionRole).toString());
}
