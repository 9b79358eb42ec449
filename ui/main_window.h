#pragma once

#include "store/plan_file.h"
#include "ui/checklist_page.h"
#include "ui/checklist_view.h"
#include "ui/knowledge.h"
#include "ui/plan_output.h"
#include "ui/windows.h"

#include <QMainWindow>
#include <QUndoGroup>

class KnowledgeDialog;
class MeetingWindow;
class MessageBar;
class PlanWatch;
class QLabel;
class QProgressBar;
class QStackedWidget;
class RecordEditor;
struct NewPlanDraft;

/// A window: the start page, or the one plan that is open. It owns the plan file and turns what people choose in the
/// menus into deeds. What is not on the first screen is made when it is first needed. Made and ended by Windows.
class MainWindow final : public QMainWindow {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    explicit MainWindow(Windows& windows, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Opens a plan: here while the start page is shown, in another window beside the plan that is open, not at all
    /// when a window has it already, which comes to the front. What went wrong is told in a dialog, and everything
    /// stays as it was; a damaged file may be rescued into a new one.
    void openPlan(const QString& path);

    /// In front of people, and in use; where the plan is shown in a meeting, that.
    void present();
    /// A little below and right of another window, so that both can be seen.
    void moveBeside(const MainWindow& other);
    /// Whether a question or a dialog waits in it, or its plan is shown in a meeting.
    bool isBusy() const;
    /// Clears the settings, and takes size and arrangement as they are without any.
    void arrangeAnew();
    /// One sentence at the top of the window about something that is not as people expect.
    void warn(const QString& sentence);

    /// Asks what a new plan is to be made from.
    void newPlan();

    /// Null while the start page is shown.
    const PlanFile* planFile() const { return m_file.get(); }

Q_SIGNALS:
    /// People closed the window and lost nothing by it.
    void closed();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    static QString planFilter();
    /// A name for what comes of a plan: `upgrade (copy).mesosplan`.
    static QString nameBeside(const QString& path, const QString& what);
    /// Where the example lies: a folder that people do not look for their files in.
    static QString exampleFolder();

    void makeMenus();
    void makeFileMenu();
    void makeEditMenu();
    void makeViewMenu();
    void makeStepMenu();
    void makeHelpMenu();
    void makePartMenu(QMenu& file);
    void makeAppearanceMenu(QMenu& view);
    void showHelp();
    void resetSettings();
    void fillRecentMenu();
    QAction* addAction(QMenu& menu, const QString& text, const QString& objectName, const QKeySequence& shortcut,
                       std::function<void()> deed);
    /// One that makes sense only while a plan is open.
    QAction* addPlanAction(QMenu& menu, const QString& text, const QString& objectName, const QKeySequence& shortcut,
                           std::function<void()> deed);

    const Catalogue* catalogue();
    void newPlanFromAnswers(const Answers& answers);
    void runWizard(const NewPlanDraft& draft);
    void choosePlan();
    void openExample();
    void openRecent(const QString& path);
    void offerRescue(const QString& path, const QString& why);
    /// Here, or in another window where this one has a plan.
    void showInFreeWindow(std::unique_ptr<PlanFile> file);
    void showPlan(std::unique_ptr<PlanFile> file);
    /// Where people are in the plan, kept while its page is made anew.
    struct Place {
        ChecklistPlace row;
        ChecklistPage::View view = ChecklistPage::Checklist;
    };
    /// Nothing before the plan's first page.
    std::optional<Place> removeChecklist();
    void showChecklist(const std::optional<Place>& place);
    void showOtherPlan();
    /// True when nothing is lost by closing the plan, or people agree to it.
    bool mayLeavePlan();
    void closePlan();
    /// Closes the window, but for the last one with a plan, which goes back to the start page.
    void leavePlan();
    void takeUsualSize();
    void showProgress();
    void showNotSaved();

    /// Tells, once a plan is opened, when the program knows more than the plan was made from.
    void offerNewerKnowledge();
    /// One sentence that says so; empty when it does not.
    QString newerKnowledge();
    void showKnowledge();
    /// What the knowledge in use would change of the open plan.
    void tellPlanChange(KnowledgeDialog& dialog);
    /// What the open plan would be with these answers and this overlay, for people to agree to.
    void previewChange(const Answers& answers, const Overlay& overlay);
    void comparePlans();
    QString suggestedComparison() const;
    void saveCopy();
    Result<> copyWithAll(const QString& path) const;
    /// What can be exported and printed of the open plan. The upgrade is the one people are at.
    PlanOutput::Wish wholePlan();
    PlanOutput::Wish currentUpgrade();
    PlanOutput::Wish selectedSteps();
    /// The plan on the wall, for a meeting.
    void startMeeting();
    bool isInMeeting() const;
    void complain(const QString& sentence);
    /// What was done, for a moment, in the status bar.
    void mention(const QString& sentence);

    Windows& m_windows;
    WindowContext m_context;
    RecentPlans& m_recent;
    Knowledge m_knowledge;
    QUndoGroup m_undoGroup;
    std::unique_ptr<PlanFile> m_file;
    std::unique_ptr<RecordEditor> m_editor; ///< of that file; outlives the page, so that undo does
    std::unique_ptr<PlanWatch> m_watch;
    std::unique_ptr<MeetingWindow> m_meeting; ///< made with the first meeting about the plan
    Plan m_shown; ///< what the page shows: its rows point into it, also when the file has another plan already
    QList<QAction*> m_planActions;
    QMenu* m_recentMenu = nullptr;
    QMenu* m_stepMenu = nullptr; ///< what it holds belongs to the page
    MessageBar* m_messages;
    MessageBar* m_troubles; ///< what lasts, apart from what just happened
    PlanOutput* m_output;
    QStackedWidget* m_pages;
    ChecklistPage* m_checklist = nullptr; ///< null while no plan is open
    QWidget* m_progress = nullptr;        ///< made with the first plan
    QLabel* m_progressText = nullptr;
    QProgressBar* m_progressBar = nullptr;
};
