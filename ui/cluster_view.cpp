#include "ui/cluster_view.h"

#include "report/record_facts.h"
#include "store/plan_file.h"
#include "ui/labels.h"
#include "ui/record_editor.h"
#include "ui/text_panel.h"
#include "ui/value_box.h"

#include <QLabel>
#include <QUrl>
#include <QVBoxLayout>

namespace {
/// Whom to call is asked for like a value; it has no name.
ValueField callField() {
    return {{},
            ClusterView::tr("Whom to call"),
            ClusterView::tr("Who is asked when a step goes wrong: names, numbers, where they can be reached at night"),
            {},
            0};
}

QString masterCount() {
    return QStringLiteral("master-count");
}

Change changeOf(const QString& name, const QString& text) {
    return name.isEmpty() ? Change{Deed::Call, {}, text, {}} : Change{Deed::Value, name, text, {}};
}

QString quorumLine(const Plan& plan, const ClusterValues& values) {
    const QString quorum = quorumText(plan, values);
    return quorum.isEmpty() ? QString() : ClusterView::tr("Quorum: %1").arg(quorum);
}

/// A line beneath a placeholder that people find no field for.
QString whyNoField(const QString& placeholder) {
    const QString why = whyNotKept(placeholder);
    return why.isEmpty() ? QString() : QStringLiteral("<br>%1.").arg(why.toHtmlEscaped());
}

QString links(const QStringList& steps) {
    QStringList links;
    for (const QString& step : steps)
        links << QStringLiteral("<a href=\"step:%1\">%1</a>").arg(step.toHtmlEscaped());
    return links.join(QStringLiteral(", "));
}
} // namespace

ClusterView::ClusterView(const PlanFile& file, RecordEditor& editor, QWidget* parent)
    : QScrollArea(parent)
    , m_file(file)
    , m_editor(editor)
    , m_openIntroduction(plainLabel({}, QStringLiteral("openIntroduction")))
    , m_open(new TextPanel(QStringLiteral("openPlaceholders"))) {
    setObjectName(QStringLiteral("clusterView"));
    setAccessibleName(tr("Your cluster"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus); // it follows the focus of what is in it

    auto* content = new QWidget;
    content->setObjectName(QStringLiteral("clusterContent"));
    auto* layout = new QVBoxLayout(content);
    layout->setSpacing(16);
    layout->addWidget(plainLabel(tr("What you write here is put into the commands of this plan, as soon as you leave "
                                    "the field. Nothing is asked of the cluster, and no password is kept."),
                                 QStringLiteral("clusterIntroduction")));
    setWidget(content);
    addBox(callField());
    for (const ValueField& field : valueFieldsOf(file.plan()))
        addBox(field);
    layout->addWidget(m_openIntroduction);
    layout->addWidget(m_open);
    layout->addStretch();
    m_open->setAccessibleName(tr("Not filled in yet"));

    connect(m_open, &TextPanel::anchorClicked, this, [this](const QUrl& url) { Q_EMIT itemRequested(url.path()); });
    connect(&m_file, &PlanFile::valuesChanged, this, &ClusterView::showRecord);
    connect(&m_editor, &RecordEditor::notSavedChanged, this, &ClusterView::showRecord);
    showRecord();
}

void ClusterView::flush() {
    for (ValueBox* box : std::as_const(m_boxes))
        box->flush();
}

void ClusterView::addBox(const ValueField& field) {
    auto* box = new ValueBox(field, m_file.isReadOnly());
    m_boxes.insert(field.name, box);
    widget()->layout()->addWidget(box);
    connect(box, &ValueBox::typedIn, this, [this, name = field.name] { recordTyped(name); });
}

void ClusterView::recordTyped(const QString& name) {
    const QString typed = m_boxes[name]->typed();
    if (const QString fault = faultOf(name, typed); !fault.isEmpty()) {
        m_refused.insert(name);
        m_boxes[name]->showRemark(fault);
        return;
    }
    m_refused.remove(name);
    m_editor.perform(name.isEmpty() ? tr("whom to call") : tr("the value “%1”").arg(name), {changeOf(name, typed)});
    showBox(name); // as it is kept: on one line, without a password
}

void ClusterView::showRecord() {
    for (auto box = m_boxes.cbegin(); box != m_boxes.cend(); ++box)
        showBox(box.key());
    if (ValueBox* count = m_boxes.value(masterCount()))
        count->showConsequence(quorumLine(m_file.plan(), m_file.record().values));
    showOpenPlaceholders();
}

void ClusterView::showBox(const QString& name) {
    if (m_refused.contains(name)) { // what was wrong may have been put right elsewhere
        recordTyped(name);
        return;
    }
    const Record& record = m_file.record();
    const bool waits = !m_editor.notSavedOf(name).isEmpty();
    m_boxes[name]->showRemark(waits ? tr("not saved yet") : QString());
    if (!waits)
        m_boxes[name]->showValue(name.isEmpty() ? record.call : record.values.value(name));
}

QString ClusterView::faultOf(const QString& name, const QString& typed) const {
    if (name.isEmpty())
        return {};
    const Result<QString> value = checkedValue(name, typed, m_file.record().values);
    return value ? QString() : value.error().message;
}

void ClusterView::showOpenPlaceholders() {
    const QMap<QString, QStringList> open = openPlaceholders(m_file.plan(), m_file.record().values);
    m_openIntroduction->setText(open.isEmpty() ? tr("Nothing is left to be filled in by hand.")
                                               : tr("Not filled in yet, and the steps that need it:"));
    QString html;
    for (auto placeholder = open.cbegin(); placeholder != open.cend(); ++placeholder)
        html += QStringLiteral("<li><b>%1</b>: %2%3</li>")
                    .arg(placeholder.key().toHtmlEscaped(), links(*placeholder), whyNoField(placeholder.key()));
    m_open->showHtml(QStringLiteral("<ul style=\"margin:0; -qt-list-indent:0; margin-left:16px\">%1</ul>").arg(html));
    m_open->setVisible(!open.isEmpty());
}
