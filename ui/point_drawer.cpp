#include "ui/point_drawer.h"

#include "core/pause_points.h"
#include "report/rich_text.h"
#include "report/sheet.h"
#include "store/plan_file.h"
#include "ui/line_field.h"
#include "ui/meeting_screen.h"
#include "ui/note_field.h"
#include "ui/record_editor.h"
#include "ui/record_form.h"

#include <QLabel>
#include <QVBoxLayout>

namespace {
RecordForm::About kindOf(const Plan& plan, const QString& id) {
    if (isPauseId(id))
        return RecordForm::About::Pause;
    const PlanItem* planned = findItem(plan, id);
    return planned && planned->item.isStep() ? RecordForm::About::Step : RecordForm::About::Note;
}

QString expectedOf(const Plan& plan, const QString& id) {
    const PlanItem* planned = findItem(plan, id);
    return planned ? plainText(planned->item.verify.expect) : QString();
}
} // namespace

PointDrawer::PointDrawer(const PlanFile& file, RecordEditor& editor, StepActions& actions, QWidget* parent)
    : QFrame(parent)
    , m_file(file)
    , m_editor(editor)
    , m_actions(actions)
    , m_title(screenLabel({}, QStringLiteral("pointTitle")))
    , m_form(new RecordForm(file.plan())) {
    setObjectName(QStringLiteral("pointDrawer"));
    QFont bold;
    bold.setBold(true);
    m_title->setFont(bold);
    setFrameShape(QFrame::StyledPanel);
    setBackgroundRole(QPalette::Window);
    setAutoFillBackground(true);
    auto* close = new ScreenButton(tr("Close"), QStringLiteral("closeDrawer"));
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(close, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->addLayout(head);
    layout->addWidget(m_form);
    m_form->setStateActions(actions.actions());
    m_form->setReadOnly(file.isReadOnly());
    hide();

    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_form, &RecordForm::written, this,
            [this](const Change& change) { m_editor.perform(tr("writing on %1").arg(change.about), {change}); });
    connect(m_form, &RecordForm::tickRequested, &actions, &StepActions::tick);
    connect(m_form, &RecordForm::cardRequested, &actions, &StepActions::showCard);
    connect(&actions, &StepActions::aboutToMark, this, &PointDrawer::flush);
    connect(&actions, &StepActions::marked, this, &PointDrawer::showRecord);
    connect(&file, &PlanFile::recordChanged, this, &PointDrawer::showRecord);
    connect(&file, &PlanFile::planChanged, this, [this] {
        if (!findItem(m_file.plan(), m_form->id()) && !isPauseId(m_form->id()))
            hide();
    });
    connect(&editor, &RecordEditor::notSavedChanged, this, &PointDrawer::showRecord);
}

void PointDrawer::open(const QString& id) {
    m_title->setText(plainText(lineOf(m_file.plan(), id)));
    m_form->setAbout(id, kindOf(m_file.plan(), id), expectedOf(m_file.plan(), id));
    m_actions.setSelection({id});
    showRecord();
    show();
    raise();
    auto* owner = m_form->findChild<LineField*>(QStringLiteral("owner"));
    if (owner->isVisible())
        owner->setFocus();
    else
        m_form->findChild<NoteField*>()->setFocus();
}

void PointDrawer::flush() {
    m_form->flush();
}

void PointDrawer::showRecord() {
    m_form->showRecord(m_file.record().of(m_form->id()), m_editor.notSavedOf(m_form->id()));
}

void PointDrawer::hideEvent(QHideEvent* event) {
    flush();
    QFrame::hideEvent(event);
    Q_EMIT closed();
}
