#include "ui/knowledge_dialog.h"

#include "ui/busy_cursor.h"
#include "ui/desktop.h"
#include "ui/knowledge.h"
#include "ui/knowledge_form.h"
#include "ui/labels.h"
#include "ui/window_size.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

KnowledgeDialog::KnowledgeDialog(Knowledge& knowledge, Desktop& desktop, QWidget* parent)
    : QDialog(parent)
    , m_knowledge(knowledge)
    , m_desktop(desktop)
    , m_layout(new QVBoxLayout(this))
    , m_faultsTitle(plainLabel({}, QStringLiteral("faultsTitle")))
    , m_faults(new QPlainTextEdit)
    , m_planChange(plainLabel({}, QStringLiteral("planChange")))
    , m_preview(new QPushButton(tr("Show what &changes…"))) {
    setObjectName(QStringLiteral("knowledgeDialog"));
    setWindowTitle(tr("Upgrade knowledge"));
    m_faults->setObjectName(QStringLiteral("faults"));
    m_faults->setAccessibleName(tr("What is wrong"));
    m_faults->setReadOnly(true);
    m_faults->setTabChangesFocus(true);
    m_faults->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_faults->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_faults->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_preview->setObjectName(QStringLiteral("previewPlanChange"));

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->setObjectName(QStringLiteral("buttons"));
    QPushButton* open = buttons->addButton(tr("&Open another folder…"), QDialogButtonBox::ActionRole);
    open->setObjectName(QStringLiteral("openFolder"));
    m_builtIn = buttons->addButton(tr("Use what is &built in again"), QDialogButtonBox::ActionRole);
    m_builtIn->setObjectName(QStringLiteral("useBuiltIn"));
    auto* change = new QHBoxLayout;
    change->addWidget(m_planChange, 1);
    change->addWidget(m_preview);
    m_layout->addWidget(
        plainLabel(tr("All that the program knows of upgrades stands in a folder of text files, which can be read and "
                      "corrected without the program. What is chosen here is used for new plans, and for the open one "
                      "only when you have seen what that changes."),
                   QStringLiteral("knowledgeIntroduction")));
    m_layout->addWidget(m_faultsTitle);
    m_layout->addWidget(m_faults, 1);
    m_layout->addLayout(change);
    m_layout->addStretch();
    m_layout->addWidget(buttons);
    showPlanChange({}, false);
    showFaults({}, {});
    showInUse();
    fitOnScreen(*this, QSize(760, 420));

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(open, &QPushButton::clicked, this, &KnowledgeDialog::chooseFolder);
    connect(m_builtIn, &QPushButton::clicked, this, &KnowledgeDialog::useBuiltIn);
    connect(m_preview, &QPushButton::clicked, this, &KnowledgeDialog::previewRequested);
}

void KnowledgeDialog::showPlanChange(const QString& sentence, bool mayChange) {
    m_planChange->setText(sentence);
    m_planChange->setVisible(!sentence.isEmpty());
    m_preview->setVisible(mayChange);
}

void KnowledgeDialog::chooseFolder() {
    const QString now = m_knowledge.folder().isEmpty() ? QDir::homePath() : m_knowledge.folder();
    const QString folder = m_desktop.folderToOpen(this, tr("Open another folder"), now);
    if (folder.isEmpty())
        return;
    const Result<> opened = busily([&] { return m_knowledge.openFolder(folder); });
    showFaults(folder, opened ? QString() : opened.error().message);
    if (!opened)
        return;
    showInUse();
    Q_EMIT knowledgeChanged();
}

void KnowledgeDialog::useBuiltIn() {
    m_knowledge.useBuiltIn();
    showFaults({}, {});
    showInUse();
    Q_EMIT knowledgeChanged();
}

void KnowledgeDialog::showInUse() {
    delete std::exchange(m_form, knowledgeForm(m_knowledge));
    m_layout->insertWidget(1, m_form);
    m_builtIn->setEnabled(!m_knowledge.folder().isEmpty());
}

void KnowledgeDialog::showFaults(const QString& folder, const QString& faults) {
    m_faultsTitle->setText(tr("“%1” cannot be used; nothing was taken over:").arg(QDir::toNativeSeparators(folder)));
    m_faults->setPlainText(faults);
    m_faultsTitle->setVisible(!faults.isEmpty());
    m_faults->setVisible(!faults.isEmpty());
}
