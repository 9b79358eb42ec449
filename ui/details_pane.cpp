#include "ui/details_pane.h"

#include "core/words.h"
#include "report/facts.h"
#include "report/rich_text.h"
#include "ui/code_frame.h"
#include "ui/details_text.h"
#include "ui/labels.h"
#include "ui/note_field.h"
#include "ui/text_panel.h"

#include <QCheckBox>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace {
QString where(const PlanHop& hop, const PlanSection& section) {
    return QStringLiteral("%1  ·  %2").arg(words::hop(hop.from, hop.to), section.title);
}

QString marksLine(const PlanItem& item) {
    const QString marks = marksOf(item).join(QStringLiteral("  ·  "));
    const bool grave = item.item.severity != Severity::Info || item.item.gate != Gate::None;
    return grave ? QStringLiteral("\u26a0 ") + marks : marks;
}

CodeFrame* snippetFrame(const Snippet& snippet, QWidget* parent) {
    const QString caption =
        snippet.where.isEmpty() ? snippet.language : QStringLiteral("%1  ·  %2").arg(snippet.language, snippet.where);
    QStringList placeholders;
    for (auto it = snippet.placeholders.cbegin(); it != snippet.placeholders.cend(); ++it)
        placeholders.append(DetailsPane::tr("{{%1}} stands for: %2").arg(it.key(), it.value()));
    return new CodeFrame(plainText(caption), snippet.code, plainText(placeholders.join(u'\n')), parent);
}
} // namespace

DetailsPane::DetailsPane(const Plan& plan, QWidget* parent)
    : QWidget(parent)
    , m_plan(plan)
    , m_scroll(new QScrollArea)
    , m_recordPart(new QWidget)
    , m_done(new QCheckBox(tr("&Done")))
    , m_doneBy(quietLabel({}, QStringLiteral("doneBy")))
    , m_note(new NoteField) {
    setObjectName(QStringLiteral("detailsPane"));
    m_scroll->setObjectName(QStringLiteral("details"));
    m_scroll->setAccessibleName(tr("Details"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_recordPart->setObjectName(QStringLiteral("recordPart"));
    m_done->setObjectName(QStringLiteral("done"));

    auto* noteLabel = new QLabel(tr("You&r note:"));
    noteLabel->setObjectName(QStringLiteral("noteLabel"));
    noteLabel->setBuddy(m_note);
    auto* stateRow = new QHBoxLayout;
    stateRow->addWidget(m_done);
    stateRow->addWidget(m_doneBy, 1);
    auto* recordLayout = new QVBoxLayout(m_recordPart);
    recordLayout->setContentsMargins(0, 0, 0, 0);
    recordLayout->addLayout(stateRow);
    recordLayout->addWidget(noteLabel);
    recordLayout->addWidget(m_note);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_recordPart);

    connect(m_done, &QCheckBox::clicked, this,
            [this](bool checked) { Q_EMIT tickRequested(m_itemId, checked ? StepState::Done : StepState::Open); });
    connect(m_note, &NoteField::written, this, [this](const QString& note) { Q_EMIT noteWritten(m_itemId, note); });
}

void DetailsPane::setContent(QWidget* content) {
    content->setObjectName(QStringLiteral("detailsContent"));
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    m_scroll->setWidget(content); // deletes the one before
}

void DetailsPane::showItem(const PlanHop& hop, const PlanSection& section, const PlanItem& item,
                           const ItemRecord& record) {
    flushNote();
    m_itemId = item.item.id;
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(8);
    layout->addWidget(quietLabel(where(hop, section), QStringLiteral("where"), content));
    layout->addWidget(headingLabel(plainText(item.item.text), QStringLiteral("heading"), 3, content));
    layout->addWidget(quietLabel(m_itemId, QStringLiteral("itemId"), content));
    if (const QString marks = marksLine(item); !marks.isEmpty())
        layout->addWidget(headingLabel(marks, QStringLiteral("marks"), 0, content));
    if (!item.item.details.isEmpty())
        layout->addWidget(
            textPanel(detailsHtml(m_plan, item), QStringLiteral("detailsText"), tr("What to do"), content));
    for (const Snippet& snippet : item.item.snippets)
        layout->addWidget(snippetFrame(snippet, content));
    layout->addWidget(textPanel(factsHtml(m_plan, hop, item), QStringLiteral("factsText"), tr("Facts"), content));
    layout->addStretch();
    setContent(content);
    m_recordPart->show();
    m_done->setVisible(item.item.isStep());
    showRecord(record);
}

void DetailsPane::showHop(const PlanHop& hop) {
    flushNote();
    m_itemId.clear();
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->addWidget(
        headingLabel(tr("Upgrade %1").arg(words::hop(hop.from, hop.to)), QStringLiteral("heading"), 3, content));
    layout->addWidget(
        textPanel(introductionHtml(m_plan, hop), QStringLiteral("detailsText"), tr("About this upgrade"), content));
    layout->addStretch();
    setContent(content);
    m_recordPart->hide();
}

QWidget* DetailsPane::textPanel(const QString& html, const QString& objectName, const QString& name,
                                QWidget* parent) const {
    auto* panel = new TextPanel(objectName, parent);
    panel->setAccessibleName(name);
    panel->showHtml(html);
    connect(panel, &TextPanel::anchorClicked, this, &DetailsPane::followLink);
    return panel;
}

void DetailsPane::followLink(const QUrl& url) {
    if (url.scheme() == u"step")
        Q_EMIT itemRequested(url.path());
    else if (url.scheme() == u"answer")
        Q_EMIT answerRequested(url.path());
    else if (url.scheme() == u"https")
        Q_EMIT pageRequested(url);
}

void DetailsPane::showRecord(const ItemRecord& record) {
    showState(record);
    m_note->setNote(record.note);
}

void DetailsPane::showState(const ItemRecord& record) {
    m_done->setChecked(record.state == StepState::Done);
    m_doneBy->setText(doneText(record));
    m_doneBy->setVisible(!m_doneBy->text().isEmpty());
}

void DetailsPane::setReadOnly(bool readOnly) {
    m_done->setEnabled(!readOnly);
    m_note->setReadOnly(readOnly);
}

void DetailsPane::flushNote() {
    m_note->flush();
}
