#pragma once

#include "ui/record_editor.h"

#include <QWidget>

class AnswersView;
class ChecklistView;
class Desktop;
class PlanFile;
class QSettings;
class QTabWidget;
class RouteStrip;

/// One open plan: the way on top, below it the checklist, the open questions, what was left out and the answers. Made
/// by the main window for a plan file, which has to outlive it.
class ChecklistPage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChecklistPage)

public:
    enum View { Checklist, FindOutFirst, LeftOut, Answers };

    ChecklistPage(PlanFile& file, Desktop& desktop, QSettings& settings, QWidget* parent = nullptr);
    ~ChecklistPage() override;

    ChecklistView& checklist() { return *m_checklist; }
    QUndoStack& undoStack() { return m_editor.undoStack(); }

    void showView(View view);
    void goToNextOpenStep();
    void focusSearch();

Q_SIGNALS:
    void newPlanRequested();
    /// Something people did is not on disk.
    void failed(const QString& sentence);

private:
    void addTabs();
    void showProgress();
    void showAnswer(const QString& question);
    void showItem(const QString& itemId);

    PlanFile& m_file;
    QSettings& m_settings;
    RecordEditor m_editor;
    RouteStrip* m_strip;
    QTabWidget* m_tabs;
    ChecklistView* m_checklist;
    AnswersView* m_answers;
};
