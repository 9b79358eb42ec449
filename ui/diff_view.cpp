#include "ui/diff_view.h"

#include "core/words.h"
#include "report/record_facts.h"
#include "report/rich_text.h"
#include "ui/labels.h"
#include "ui/text_panel.h"

#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace {
constexpr int htmlRole = Qt::UserRole;

QString htmlOf(const Entry& entry) {
    QString html = QStringLiteral("<h3>%1</h3>").arg(inlineToHtml(entry.text));
    if (!entry.id.isEmpty())
        html += QStringLiteral("<p><code>%1</code></p>").arg(entry.id.toHtmlEscaped());
    if (!entry.marks.isEmpty())
        html += QStringLiteral("<p><b>%1</b></p>").arg(entry.marks.toHtmlEscaped());
    for (const Line& line : entry.lines)
        html += QStringLiteral("<p style=\"margin-bottom:0\"><b>%1</b></p>%2")
                    .arg(line.label.toHtmlEscaped(), commonMarkToHtml(line.text));
    return html;
}

QString htmlOf(const Chapter& chapter) {
    QString html = QStringLiteral("<h3>%1</h3>").arg(chapter.title.toHtmlEscaped());
    for (const QString& bullet : chapter.bullets)
        html += QStringLiteral("<p>%1</p>").arg(inlineToHtml(bullet));
    for (const Part& part : chapter.parts)
        html += QStringLiteral("<p>%1</p>")
                    .arg(DiffView::tr("%1: %2").arg(part.title, QString::number(part.entries.size())).toHtmlEscaped());
    return html;
}

QString recordedText(const Record& record, const QString& id) {
    if (!record.items.contains(id))
        return {};
    const StepState state = record.stateOf(id);
    return QStringLiteral("%1 %2").arg(stateSymbol(state), words::state(state));
}
} // namespace

DiffView::DiffView(const Document& document, const Record& record, QWidget* parent)
    : QWidget(parent)
    , m_list(new QTreeWidget)
    , m_text(new TextPanel(QStringLiteral("diffText"))) {
    setObjectName(QStringLiteral("diffView"));
    m_list->setObjectName(QStringLiteral("differences"));
    m_list->setAccessibleName(tr("What differs"));
    m_list->setHeaderLabels({tr("What differs"), tr("How"), tr("Recorded")});
    m_list->setUniformRowHeights(true);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(false);
    for (const Chapter& chapter : document.chapters)
        addChapter(chapter, record);
    m_list->expandAll();

    m_text->setAccessibleName(tr("Old and new text"));
    auto* content = new QWidget;
    auto* contentLayout = new QVBoxLayout(content);
    contentLayout->addWidget(m_text);
    contentLayout->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus); // it follows the text in it
    scroll->setWidget(content);
    auto* splitter = new QSplitter;
    splitter->addWidget(m_list);
    splitter->addWidget(scroll);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);

    connect(m_list, &QTreeWidget::currentItemChanged, this, &DiffView::showCurrent);
    m_list->setCurrentItem(m_list->topLevelItem(0));
    setFocusProxy(m_list);
}

void DiffView::addChapter(const Chapter& chapter, const Record& record) {
    auto* head = new QTreeWidgetItem(m_list, {chapter.title});
    head->setData(0, htmlRole, htmlOf(chapter));
    QFont bold = font();
    bold.setBold(true);
    head->setFont(0, bold);
    for (const QString& bullet : chapter.bullets) {
        auto* row = new QTreeWidgetItem(head, {plainText(bullet)});
        row->setData(0, htmlRole, htmlOf(chapter));
    }
    for (const Part& part : chapter.parts) {
        for (const Entry& entry : part.entries) {
            auto* row = new QTreeWidgetItem(head, {plainText(entry.text), part.title, recordedText(record, entry.id)});
            row->setData(0, htmlRole, htmlOf(entry));
        }
    }
}

void DiffView::showCurrent() {
    const QTreeWidgetItem* current = m_list->currentItem();
    m_text->showHtml(current ? current->data(0, htmlRole).toString() : QString());
}
