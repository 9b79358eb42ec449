#include "ui/trouble_dialog.h"

#include "report/card.h"
#include "report/rich_text.h"
#include "store/plan_file.h"
#include "ui/desktop.h"
#include "ui/details_text.h"
#include "ui/labels.h"
#include "ui/line_field.h"
#include "ui/note_field.h"
#include "ui/output.h"
#include "ui/record_editor.h"
#include "ui/text_panel.h"
#include "ui/window_size.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace {
/// Read by tired people, and aloud.
QFont largerFont(QFont font) {
    font.setPointSizeF(font.pointSizeF() + 1);
    return font;
}
} // namespace

TroubleDialog::TroubleDialog(const PlanFile& file, RecordEditor& editor, Desktop& desktop, const QString& step,
                             QWidget* parent)
    : QDialog(parent)
    , m_file(file)
    , m_editor(editor)
    , m_desktop(desktop)
    , m_step(step)
    , m_card(new QScrollArea)
    , m_seen(new NoteField)
    , m_callLabel(new QLabel(tr("Whom to &call:")))
    , m_call(new LineField(QStringLiteral("call"), tr("Whom to call")))
    , m_notSaved(headingLabel({}, QStringLiteral("notSaved"))) {
    setObjectName(QStringLiteral("troubleDialog"));
    setFont(largerFont(font()));
    m_card->setObjectName(QStringLiteral("card"));
    m_card->setAccessibleName(tr("The card"));
    m_card->setWidgetResizable(true);
    m_card->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_seen->setObjectName(QStringLiteral("seen"));
    m_seen->setAccessibleName(tr("What was seen"));
    m_seen->setReadOnly(file.isReadOnly());
    m_seen->setRecorded(file.record().of(step).mark.reason);
    m_call->setPlaceholderText(tr("Name, telephone, channel: for this whole plan"));
    m_callLabel->setObjectName(QStringLiteral("callLabel"));
    m_callLabel->setBuddy(m_call);
    // Asked for once a plan; when it is known it stands on the card.
    const bool isAsked = file.record().call.isEmpty() && !file.isReadOnly();
    m_callLabel->setVisible(isAsked);
    m_call->setVisible(isAsked);

    auto* fields = new QFormLayout;
    fields->addRow(tr("What was &seen:"), m_seen);
    fields->addRow(m_callLabel, m_call);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->setObjectName(QStringLiteral("buttons"));
    const auto addButton = [&](const QString& text, const QString& objectName, void (TroubleDialog::*deed)()) {
        QPushButton* button = buttons->addButton(text, QDialogButtonBox::ActionRole);
        button->setObjectName(objectName);
        button->setAutoDefault(false); // Return belongs to the fields
        connect(button, &QPushButton::clicked, this, deed);
        return button;
    };
    addButton(tr("&Print…"), QStringLiteral("printCard"), &TroubleDialog::print);
    QPushButton* save = addButton(tr("Sa&ve…"), QStringLiteral("saveCard"), &TroubleDialog::save);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_card, 1);
    layout->addLayout(fields);
    layout->addWidget(m_notSaved);
    layout->addWidget(buttons);
    setTabOrder(save, buttons->button(QDialogButtonBox::Close)); // as seen, not as made

    connect(buttons, &QDialogButtonBox::rejected, this, &TroubleDialog::reject);
    connect(m_seen, &NoteField::written, this, &TroubleDialog::writeSeen);
    connect(m_call, &LineField::written, this, &TroubleDialog::writeCall);
    connect(&file, &PlanFile::recordChanged, this, &TroubleDialog::showCard);
    connect(&file, &PlanFile::valuesChanged, this, &TroubleDialog::showCard);
    connect(&editor, &RecordEditor::notSavedChanged, this, &TroubleDialog::showNotSaved);
    showCard();
    showNotSaved();
    m_seen->setFocus();
    fitOnScreen(*this, QSize(760, 820));
}

void TroubleDialog::showCard() {
    const Result<Sheet> card = cardOf(m_file.plan(), m_file.record(), m_step);
    if (!card) // another plan has no such step; this view of it goes
        return;
    const QString words = plainText(findItem(m_file.plan(), m_step)->item.text);
    setWindowTitle(tr("It went wrong: %1 (%2)").arg(words, m_step));
    const int scrolledTo = m_card->verticalScrollBar()->value();
    auto* content = new QWidget;
    content->setObjectName(QStringLiteral("cardContent"));
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(8);
    layout->addWidget(headingLabel(tr("It went wrong: %1").arg(words), QStringLiteral("cardTitle"), 4, content));
    layout->addWidget(quietLabel(m_step, QStringLiteral("cardStep"), content));
    for (const SheetPart& part : card->parts) {
        if (part.text.isEmpty()) // lines of the printed card
            continue;
        layout->addWidget(headingLabel(part.title, QStringLiteral("partTitle"), 1, content));
        auto* text = new TextPanel(QStringLiteral("partText"), content);
        text->setAccessibleName(part.title);
        text->showHtml(linkedHtml(m_file.plan(), part.text));
        connect(text, &TextPanel::anchorClicked, this, &TroubleDialog::followLink);
        layout->addWidget(text);
    }
    layout->addStretch();
    m_card->setWidget(content); // deletes the one before
    m_card->verticalScrollBar()->setValue(scrolledTo);
}

void TroubleDialog::showNotSaved() {
    const int waiting = m_editor.notSaved();
    m_notSaved->setVisible(waiting > 0);
    m_notSaved->setText(
        tr("\u26a0 Not saved: %1 It is tried again every few seconds.").arg(m_editor.notSavedBecause()));
}

void TroubleDialog::followLink(const QUrl& url) {
    if (url.scheme() == u"step")
        Q_EMIT itemRequested(url.path());
    else if (url.scheme() == u"https")
        m_desktop.open(url);
}

/// It is the reason of the failure for as long as the step is one.
void TroubleDialog::writeSeen(const QString& seen) {
    if (m_file.record().stateOf(m_step) == StepState::Failed || m_editor.notSavedIds().contains(m_step))
        m_editor.perform(tr("what was seen at %1").arg(m_step),
                         marking({m_step}, {StepState::Failed, seen, {}, {}, {}}));
    else
        m_editor.perform(tr("what was seen at %1").arg(m_step), {Change{Deed::Observed, m_step, seen, {}}});
}

void TroubleDialog::writeCall(const QString& call) {
    m_editor.perform(tr("whom to call"), {Change{Deed::Call, {}, call, {}}});
}

void TroubleDialog::done(int result) {
    m_seen->flush();
    m_call->flush();
    QDialog::done(result);
}

void TroubleDialog::save() {
    m_seen->flush();
    m_call->flush();
    const QDir folder = QFileInfo(m_file.path()).dir();
    const QString path =
        m_desktop.fileToSave(this, tr("Save the card"), folder.filePath(m_step + u".pdf"), sheetFilters(Format::Pdf));
    if (path.isEmpty())
        return;
    const Result<> written = cardOf(m_file.plan(), m_file.record(), m_step).and_then([&](const Sheet& card) {
        return saveSheet(card, path);
    });
    if (!written)
        m_desktop.complain(this, written.error().message);
}

void TroubleDialog::print() {
    m_seen->flush();
    m_call->flush();
    auto* dialog = new QPrintDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this, [this](QPrinter* printer) {
        const Result<> printed = cardOf(m_file.plan(), m_file.record(), m_step).and_then([&](const Sheet& card) {
            return printSheet(card, *printer);
        });
        if (!printed)
            m_desktop.complain(this, printed.error().message);
    });
    dialog->open();
}
