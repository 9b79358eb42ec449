#include "ui/record_form.h"

#include "core/words.h"
#include "report/record_facts.h"
#include "ui/day_field.h"
#include "ui/labels.h"
#include "ui/line_field.h"
#include "ui/note_field.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

namespace {
/// All that is recorded beside what stands in the fields: a line each.
QString circumstances(const Plan& plan, const ItemRecord& whole) {
    ItemRecord record = whole;
    for (QString* inFields : {&record.note, &record.observed, &record.owner})
        inFields->clear();
    record.day = {};
    QStringList lines;
    for (const Fact& fact : recordedOf(plan, record))
        lines << RecordForm::tr("%1: %2").arg(labelText(fact.label), fact.text);
    return lines.join(u'\n');
}

QString deedWord(Deed deed) {
    switch (deed) {
    case Deed::State:
        return RecordForm::tr("state");
    case Deed::Note:
        return RecordForm::tr("note");
    case Deed::Observed:
        return RecordForm::tr("what was seen");
    case Deed::Owner:
        return RecordForm::tr("who does it");
    case Deed::Day:
        return RecordForm::tr("the day");
    default:
        return {};
    }
}

/// What people wrote and is not on disk yet, as if it were; states are not: a tick is shown when it is written.
ItemRecord withTexts(ItemRecord record, const QList<Change>& notSaved) {
    for (const Change& change : notSaved) {
        if (change.deed == Deed::Note)
            record.note = change.text;
        if (change.deed == Deed::Observed)
            record.observed = change.text;
        if (change.deed == Deed::Owner)
            record.owner = change.text;
        if (change.deed == Deed::Day)
            record.day = QDate::fromString(change.text, Qt::ISODate);
    }
    return record;
}

QString notSavedText(const QList<Change>& notSaved) {
    QStringList what;
    for (const Change& change : notSaved)
        what << deedWord(change.deed);
    what.removeDuplicates();
    return what.isEmpty() ? QString()
                          : RecordForm::tr("\u26a0 Not saved: %1. It is tried again every few seconds.")
                                .arg(what.join(QStringLiteral(", ")));
}
} // namespace

RecordForm::RecordForm(const Plan& plan, QWidget* parent)
    : QWidget(parent)
    , m_plan(plan)
    , m_done(new QCheckBox)
    , m_stateButton(new QPushButton)
    , m_circumstances(quietLabel({}, QStringLiteral("circumstances")))
    , m_card(new QPushButton(tr("Show the &card…")))
    , m_fields(new QFormLayout)
    , m_expected(plainLabel({}, QStringLiteral("expected")))
    , m_observed(new LineField(QStringLiteral("observed"), tr("What was seen")))
    , m_ownerLabel(new QLabel)
    , m_owner(new LineField(QStringLiteral("owner"), tr("Who does it")))
    , m_who(new QWidget)
    , m_day(new DayField(QStringLiteral("day"), tr("Planned for which day")))
    , m_dayRemark(plainLabel({}, QStringLiteral("dayRemark")))
    , m_note(new NoteField)
    , m_notSaved(headingLabel({}, QStringLiteral("notSaved"))) {
    setObjectName(QStringLiteral("recordForm"));
    m_done->setObjectName(QStringLiteral("done"));
    m_stateButton->setObjectName(QStringLiteral("state"));
    m_stateButton->setAutoDefault(false);
    m_card->setObjectName(QStringLiteral("showCard"));
    m_card->setAutoDefault(false);
    m_ownerLabel->setObjectName(QStringLiteral("ownerLabel"));
    m_ownerLabel->setBuddy(m_owner);

    m_dayRemark->hide();
    auto* dayLabel = new QLabel(tr("o&n:"));
    dayLabel->setObjectName(QStringLiteral("dayLabel"));
    dayLabel->setBuddy(m_day);
    auto* whoRow = new QHBoxLayout(m_who);
    whoRow->setContentsMargins(0, 0, 0, 0);
    whoRow->addWidget(m_owner, 1);
    whoRow->addWidget(dayLabel);
    whoRow->addWidget(m_day);

    auto* stateRow = new QHBoxLayout;
    stateRow->addWidget(m_done);
    stateRow->addWidget(m_stateButton);
    stateRow->addStretch();
    stateRow->addWidget(m_card);
    m_fields->setContentsMargins(0, 0, 0, 0);
    m_fields->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_fields->addRow(tr("O&bserved:"), m_observed);
    m_fields->addRow(m_ownerLabel, m_who);
    m_fields->addRow(tr("You&r note:"), m_note);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(stateRow);
    layout->addWidget(m_circumstances);
    layout->addWidget(m_expected); // not in the form: that does not give a label that wraps the height it needs
    layout->addLayout(m_fields);
    layout->addWidget(m_dayRemark);
    layout->addWidget(m_notSaved);

    // Not clicked: assistive technology ticks without a click.
    connect(m_done, &QCheckBox::stateChanged, this,
            [this] { Q_EMIT tickRequested(m_id, m_state == StepState::Done ? StepState::Open : StepState::Done); });
    connect(m_card, &QPushButton::clicked, this, [this] { Q_EMIT cardRequested(m_id); });
    connect(m_observed, &LineField::written, this, [this](const QString& text) {
        Q_EMIT written({Deed::Observed, m_id, text, {}});
    });
    connect(m_owner, &LineField::written, this, [this](const QString& text) {
        Q_EMIT written({Deed::Owner, m_id, text, {}});
    });
    connect(m_day, &DayField::written, this, [this](const QString& day) {
        Q_EMIT written({Deed::Day, m_id, day, {}});
    });
    connect(m_day, &DayField::remark, this, [this](const QString& sentence) {
        m_dayRemark->setText(QStringLiteral("\u26a0 ") + sentence);
        m_dayRemark->setVisible(!sentence.isEmpty());
    });
    connect(m_note, &NoteField::written, this, [this](const QString& text) {
        Q_EMIT written({Deed::Note, m_id, text, {}});
    });
}

void RecordForm::setStateActions(const QList<QAction*>& actions) {
    auto* menu = new QMenu(m_stateButton);
    menu->setObjectName(QStringLiteral("stateMenu"));
    menu->addActions(actions);
    m_stateButton->setMenu(menu);
}

void RecordForm::setAbout(const QString& id, About about, const QString& expected) {
    flush();
    if (id != m_id)
        m_day->setModified(false); // what is no day is not the next step's
    m_id = id;
    m_about = about;
    const bool isPause = about == About::Pause;
    m_done->setText(isPause ? tr("A&pproved") : tr("&Done"));
    m_done->setVisible(about != About::Note);
    m_stateButton->setVisible(about == About::Step);
    m_ownerLabel->setText(isPause ? tr("&Who approves:") : tr("&Who does it:"));
    m_owner->setAccessibleName(isPause ? tr("Who approves") : tr("Who does it"));
    m_expected->setText(tr("Expected: %1").arg(expected));
    m_expected->setVisible(!expected.isEmpty());
    m_fields->setRowVisible(m_observed, about == About::Step);
    m_fields->setRowVisible(m_who, about != About::Note);
}

void RecordForm::showRecord(const ItemRecord& record, const QList<Change>& notSaved) {
    showState(record);
    const ItemRecord written = withTexts(record, notSaved);
    m_observed->setRecorded(written.observed);
    m_owner->setRecorded(written.owner);
    m_day->setRecorded(written.day);
    m_note->setRecorded(written.note);
    m_notSaved->setText(notSavedText(notSaved));
    m_notSaved->setVisible(!notSaved.isEmpty());
}

void RecordForm::showState(const ItemRecord& record) {
    const QSignalBlocker nobodyTicks(m_done);
    m_state = record.mark.state;
    if (m_state == StepState::InProgress) {
        m_done->setCheckState(Qt::PartiallyChecked);
    } else {
        m_done->setTristate(false); // which half a tick has turned on
        m_done->setChecked(m_state == StepState::Done);
    }
    m_stateButton->setText(stateSymbol(m_state) + u' ' + words::state(m_state));
    m_stateButton->setAccessibleName(tr("State: %1").arg(words::state(m_state)));
    m_circumstances->setText(circumstances(m_plan, record));
    m_circumstances->setVisible(!m_circumstances->text().isEmpty());
    m_card->setVisible(m_state == StepState::Failed);
}

void RecordForm::setReadOnly(bool readOnly) {
    m_done->setEnabled(!readOnly);
    m_observed->setReadOnly(readOnly);
    m_owner->setReadOnly(readOnly);
    m_day->setReadOnly(readOnly);
    m_note->setReadOnly(readOnly);
}

void RecordForm::flush() {
    m_observed->flush();
    m_owner->flush();
    m_day->flush();
    m_note->flush();
}
