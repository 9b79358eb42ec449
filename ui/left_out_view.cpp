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
constexpr int questionRole = Qt::UserRole;
}

LeftOutView::LeftOutView(const Plan& plan, QWidget* parent)
    : QWidget(parent)
    , m_list(new QTreeWidget)
    , m_showAnswer(new QPushButton(tr("Show the &answer"))) {
    setObjectName(QStringLiteral("leftOutView"));
    m_list->setObjectName(QStringLiteral("leftOut"));
    m_list->setAccessibleName(tr("Left out"));
    m_list->setHeaderLabels({tr("Upgrade"), tr("Left out"), tr("Because of your answer")});
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
    m_showAnswer->setObjectName(QStringLiteral("showAnswer"));
    m_showAnswer->setEnabled(false);

    auto* layout = new QVBoxLayout(this);
    layout->addWidget(plainLabel(plan.leftOut.isEmpty() ? tr("Nothing was left out: your answers need all of it.")
                                                        : tr("What your answers say that this cluster does not need."),
                                 QStringLiteral("leftOutIntroduction")));
    layout->addWidget(m_list, 1);
    layout->addWidget(quietLabel(words::coverage(plan.coverage), QStringLiteral("receipt")));
    layout->addWidget(m_showAnswer, 0, Qt::AlignLeft);

    connect(m_list, &QTreeWidget::currentItemChanged, this,
            [this](const QTreeWidgetItem* current) { m_showAnswer->setEnabled(current != nullptr); });
    connect(m_list, &QTreeWidget::itemActivated, this, &LeftOutView::requestAnswer);
    connect(m_showAnswer, &QPushButton::clicked, this, &LeftOutView::requestAnswer);
}

void LeftOutView::requestAnswer() {
    if (const QTreeWidgetItem* current = m_list->currentItem())
        Q_EMIT answerRequested(current->data(0, questionRole).toString());
}
