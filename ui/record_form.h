#pragma once

#include "core/change.h"
#include "core/plan.h"

#include <QWidget>

class DayField;
class LineField;
class NoteField;
class QAction;
class QCheckBox;
class QFormLayout;
class QLabel;
class QPushButton;

/// What people say and write of one step, note or pause point: the tick and the state, who does it and when, what was
/// seen beside what is expected, a note. It shows the record, and where something could not be written yet, that; it
/// asks by signals and writes nothing itself. Owned by the details pane.
class RecordForm final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecordForm)

public:
    enum class About { Step, Note, Pause };

    /// The plan has to outlive it.
    explicit RecordForm(const Plan& plan, QWidget* parent = nullptr);

    /// What the state button offers.
    void setStateActions(const QList<QAction*>& actions);

    /// Turns to another step, note or pause point; `expected` is what should be seen after a step, plain text. What was
    /// being typed is handed over first.
    void setAbout(const QString& id, About about, const QString& expected);

    /// Shows what is recorded and, where something waits to be written, what waits. What is being typed is left alone.
    void showRecord(const ItemRecord& record, const QList<Change>& notSaved);

    /// Only the state, after a wish that was not granted: what people typed stays.
    void showState(const ItemRecord& record);

    /// Nothing can be ticked or written.
    void setReadOnly(bool readOnly);

    QString id() const { return m_id; }

    /// Hands over what is being typed.
    void flush();

Q_SIGNALS:
    void tickRequested(const QString& id, StepState wished);
    void written(const Change& change);
    void cardRequested(const QString& id);

private:
    const Plan& m_plan;
    QString m_id;
    About m_about = About::Step;
    StepState m_state = StepState::Open;
    QCheckBox* m_done;
    QPushButton* m_stateButton;
    QLabel* m_circumstances;
    QPushButton* m_card;
    QFormLayout* m_fields;
    QLabel* m_expected;
    LineField* m_observed;
    QLabel* m_ownerLabel;
    LineField* m_owner;
    QWidget* m_who; ///< the line with the owner and the day
    DayField* m_day;
    QLabel* m_dayRemark;
    NoteField* m_note;
    QLabel* m_notSaved;
};
