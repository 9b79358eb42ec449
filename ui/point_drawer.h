#pragma once

#include "ui/step_actions.h"

#include <QFrame>

class PlanFile;
class QLabel;
class RecordEditor;
class RecordForm;

/// Where people write on a step, note or stop in a meeting: who, when, a note, the state; the same form as beside the
/// checklist. It lies over the lower part of the screen and goes when they are done. Owned by the meeting's window;
/// plan file and editor have to outlive it.
class PointDrawer final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PointDrawer)

public:
    /// `actions` are what the state can be set by; their dialogs open in front of the window.
    PointDrawer(const PlanFile& file, RecordEditor& editor, StepActions& actions, QWidget* parent);

    void open(const QString& id);
    /// Hands over what is being typed.
    void flush();

Q_SIGNALS:
    void closed();

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void showRecord();

    const PlanFile& m_file;
    RecordEditor& m_editor;
    StepActions& m_actions;
    QLabel* m_title;
    RecordForm* m_form;
};
