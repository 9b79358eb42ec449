#include "ui/details_pane.h"

#include "core/cluster_values.h"
#include "core/words.h"
#include "report/facts.h"
#include "report/rich_text.h"
#include "ui/code_frame.h"
#include "ui/details_text.h"
#include "ui/flow_layout.h"
#include "ui/labels.h"
#include "ui/plan_numbers.h"
#include "ui/record_form.h"
#include "ui/text_panel.h"

#include <QAction>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
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

QString numbersLine(const Plan& plan, const PlanHop& hop) {
    const PlanNumbers numbers = numbersOf(hop);
    return DetailsPane::tr("Steps: %1  ·  Notes: %2  ·  Steps with a restart: %3  ·  Blockers: %4  ·  Open questions: "
                           "%5")
        .arg(numbers.steps)
        .arg(numbers.notes)
        .arg(numbers.restarts)
        .arg(numbers.blockers)
        .arg(openQuestionsOf(plan, hop).size());
}

/// "3 steps selected"; where there are others among them, "2 steps, 1 stop selected".
QString countText(const Plan& plan, const QStringList& ids) {
    qsizetype steps = 0;
    qsizetype notes = 0;
    for (const QString& id : ids)
        if (const PlanItem* planned = findItem(plan, id))
            ++(planned->item.isStep() ? steps : notes);
    const qsizetype stops = ids.size() - steps - notes;
    QStringList parts;
    if (steps > 0)
        parts << (steps == 1 ? DetailsPane::tr("1 step") : DetailsPane::tr("%1 steps").arg(steps));
    if (notes > 0)
        parts << (notes == 1 ? DetailsPane::tr("1 note") : DetailsPane::tr("%1 notes").arg(notes));
    if (stops > 0)
        parts << (stops == 1 ? DetailsPane::tr("1 stop") : DetailsPane::tr("%1 stops").arg(stops));
    return DetailsPane::tr("%1 selected").arg(parts.join(QStringLiteral(", ")));
}

/// Those that are possible now; they are disabled as soon as they are not.
QWidget* deedButtons(const QList<QAction*>& deeds, QWidget* parent) {
    auto* buttons = new QWidget(parent);
    buttons->setObjectName(QStringLiteral("deeds"));
    auto* layout = new FlowLayout(buttons);
    for (QAction* deed : deeds) {
        if (deed->isSeparator() || !deed->isEnabled())
            continue;
        auto* button = new QToolButton(buttons);
        button->setObjectName(QStringLiteral("deed"));
        button->setDefaultAction(deed);
        layout->addWidget(button);
    }
    return buttons;
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
    layout->addWidget(quietLabel(numbersLine(m_plan, hop), QStringLiteral("numbers"), content));
    layout->addWidget(
        textPanel(upgradeHtml(m_plan, record, hop), QStringLiteral("detailsText"), tr("About this upgrade"), content));
    layout->addStretch();
    m_form->setAbout({}, RecordForm::About::Note, {});
    m_form->hide();
    showContent(content);
}

void DetailsPane::showSeveral(const QStringList& ids, const Record& record, const QList<QAction*>& deeds) {
    if (ids == m_several) { // people may be at the button they have just pressed
        m_list->showHtml(selectionHtml(m_plan, record, ids));
        return;
    }
    auto* content = new QWidget;
    QVBoxLayout* layout = columnOn(content);
    layout->addWidget(headingLabel(countText(m_plan, ids), QStringLiteral("heading"), 3, content));
    layout->addWidget(deedButtons(deeds, content));
    m_list =
        textPanel(selectionHtml(m_plan, record, ids), QStringLiteral("detailsText"), tr("What is selected"), content);
    layout->addWidget(m_list);
    layout->addStretch();
    m_form->setAbout({}, RecordForm::About::Note, {});
    m_form->hide();
    showContent(content);
    m_several = ids;
}

void DetailsPane::showContent(QWidget* content) {
    if (QWidget* before = m_scroll->takeWidget())
        before->deleteLater(); // its link or button may be what led here
    m_several.clear();
    m_scroll->setWidget(content);
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

TextPanel* DetailsPane::textPanel(const QString& html, const QString& objectName, const QString& name,
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
