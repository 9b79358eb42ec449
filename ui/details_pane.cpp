#include "ui/details_pane.h"

#include "core/cluster_values.h"
#include "core/words.h"
#include "report/facts.h"
#include "report/rich_text.h"
#include "ui/code_frame.h"
#include "ui/details_text.h"
#include "ui/labels.h"
#include "ui/record_form.h"
#include "ui/text_panel.h"

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

CodeFrame* snippetFrame(const Snippet& declared, const ClusterValues& values, QWidget* parent) {
    const Snippet snippet = filledSnippet(declared, values);
    const QString caption =
        snippet.where.isEmpty() ? snippet.language : QStringLiteral("%1  ·  %2").arg(snippet.language, snippet.where);
    QStringList placeholders;
    for (auto it = snippet.placeholders.cbegin(); it != snippet.placeholders.cend(); ++it)
        placeholders.append(DetailsPane::tr("{{%1}} stands for: %2").arg(it.key(), plainText(it.value())));
    auto* frame = new CodeFrame(plainText(caption), snippet.code, placeholders.join(u'\n'), parent);
    frame->setLanguage(snippet.language);
    return frame;
}

/// A white page with a column on it.
QVBoxLayout* columnOn(QWidget* content) {
    content->setObjectName(QStringLiteral("detailsContent"));
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(8);
    return layout;
}
} // namespace

DetailsPane::DetailsPane(const Plan& plan, QWidget* parent)
    : QWidget(parent)
    , m_plan(plan)
    , m_scroll(new QScrollArea)
    , m_form(new RecordForm(plan)) {
    setObjectName(QStringLiteral("detailsPane"));
    m_scroll->setObjectName(QStringLiteral("details"));
    m_scroll->setAccessibleName(tr("Details"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setMinimumHeight(9 * fontMetrics().lineSpacing()); // before that the note becomes smaller
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_form);
}

void DetailsPane::showItem(const PlanHop& hop, const PlanSection& section, const PlanItem& planned,
                           const Record& record) {
    const Item& item = planned.item;
    auto* content = new QWidget;
    QVBoxLayout* layout = columnOn(content);
    layout->addWidget(quietLabel(where(hop, section), QStringLiteral("where"), content));
    layout->addWidget(headingLabel(plainText(item.text), QStringLiteral("heading"), 3, content));
    layout->addWidget(quietLabel(item.id, QStringLiteral("itemId"), content));
    if (const QString marks = marksLine(planned); !marks.isEmpty())
        layout->addWidget(headingLabel(marks, QStringLiteral("marks"), 0, content));
    if (!item.details.isEmpty())
        layout->addWidget(
            textPanel(detailsHtml(m_plan, planned), QStringLiteral("detailsText"), tr("What to do"), content));
    for (const Snippet& snippet : item.snippets)
        layout->addWidget(snippetFrame(snippet, record.values, content));
    layout->addWidget(textPanel(factsHtml(m_plan, hop, planned), QStringLiteral("factsText"), tr("Facts"), content));
    layout->addStretch();
    m_form->setAbout(item.id, item.isStep() ? RecordForm::About::Step : RecordForm::About::Note,
                     plainText(item.verify.expect));
    m_form->show();
    showContent(content);
}

void DetailsPane::showPause(const PlanHop& hop, const PausePoint& pause) {
    auto* content = new QWidget;
    QVBoxLayout* layout = columnOn(content);
    layout->addWidget(quietLabel(words::hop(hop.from, hop.to), QStringLiteral("where"), content));
    layout->addWidget(headingLabel(words::pause(pause.kind, pause.id), QStringLiteral("heading"), 3, content));
    layout->addWidget(quietLabel(pause.id, QStringLiteral("itemId"), content));
    layout->addWidget(
        textPanel(pauseHtml(m_plan, pause), QStringLiteral("detailsText"), tr("About this stop"), content));
    layout->addStretch();
    m_form->setAbout(pause.id, RecordForm::About::Pause, {});
    m_form->show();
    showContent(content);
}

void DetailsPane::showHop(const PlanHop& hop, const Record& record) {
    auto* content = new QWidget;
    QVBoxLayout* layout = columnOn(content);
    layout->addWidget(
        headingLabel(tr("Upgrade %1").arg(words::hop(hop.from, hop.to)), QStringLiteral("heading"), 3, content));
    layout->addWidget(textPanel(introductionHtml(m_plan, record, hop), QStringLiteral("detailsText"),
                                tr("About this upgrade"), content));
    layout->addStretch();
    m_form->setAbout({}, RecordForm::About::Note, {});
    m_form->hide();
    showContent(content);
}

void DetailsPane::showContent(QWidget* content) {
    m_scroll->setWidget(content); // deletes the one before
    setMarked(m_marked);
}

void DetailsPane::setMarked(const QStringList& words) {
    m_marked = words;
    for (TextPanel* panel : m_scroll->findChildren<TextPanel*>())
        panel->setMarked(words);
}

void DetailsPane::showRecord(const ItemRecord& record, const QList<Change>& notSaved) {
    m_form->showRecord(record, notSaved);
}

QString DetailsPane::itemId() const {
    return m_form->id();
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
