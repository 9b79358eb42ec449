#pragma once

#include "core/catalogue.h"
#include "store/plan_file.h"
#include "ui/knowledge.h"
#include "ui/recent_plans.h"
#include "ui/theme.h"

#include <QMainWindow>
#include <QUndoGroup>

#include <functional>

class ChecklistPage;
class Desktop;
class KnowledgeDialog;
class MessageBar;
class PlanWatch;
class QLabel;
class QProgressBar;
class QStackedWidget;
class RecordEditor;
struct NewPlanDraft;

/// What the window needs of the world; made by main(), outlives the window.
struct WindowContext {
    std::function<Result<Catalogue>()> loadCatalogue; ///< what is built in: called with the first plan
    Desktop& desktop;
    QSettings& settings;
    Theme& theme;
};

/// The window: a start page, or the one plan that is open. It owns the plan file and turns what people choose in the
/// menus into deeds. What is not on the first screen is made when it is first needed.
class MainWindow final : public QMainWindow {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    explicit MainWindow(WindowContext context, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Opens a plan in place of the one that is open, unless it is that one. What went wrong is told in a dialog, and
    /// the window stays as it was; a damaged file may be rescued into a new one.
    void openPlan(const QString& path);

    /// Null while the start page is shown.
    const PlanFile* planFile() const { return m_file.get(); }

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
    void makeAppearanceMenu(QMenu& view);
    void fillRecentMenu();
    QAction* addAction(QMenu& menu, const QString& text, const QString& objectName, const QKeySequence& shortcut,
                       std::function<void()> deed);
    /// One that makes sense only while a plan is open.
    QAction* addPlanAction(QMenu& menu, const QString& text, const QString& objectName, const QKeySequence& shortcut,
                           std::function<void()> deed);

    const Catalogue* catalogue();
    void newPlan();
    void newPlanFromAnswers(const Answers& answers);
    void runWizard(const NewPlanDraft& draft);
    void choosePlan();
    void openExample();
    void openRecent(const QString& path);
    void offerRescue(const QString& path, const QString& why);
    void showPlan(std::unique_ptr<PlanFile> file);
    void showChecklist();
    void showOtherPlan();
    /// True when nothing is lost by closing the plan, or people agree to it.
    bool mayLeavePlan();
    void closePlan();
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
    void exportPlan();
    void print();
    void previewPrint();
    void complain(const QString& sentence);
    /// What was done, for a moment, in the status bar.
    void mention(const QString& sentence);

    WindowContext m_context;
    RecentPlans m_recent;
    Knowledge m_knowledge;
    QUndoGroup m_undoGroup;
    std::unique_ptr<PlanFile> m_file;
    std::unique_ptr<RecordEditor> m_editor; ///< of that file; outlives the page, so that undo does
    std::unique_ptr<PlanWatch> m_watch;
    Plan m_shown; ///< what the page shows: its rows point into it, also when the file has another plan already
    QList<QAction*> m_planActions;
    QMenu* m_recentMenu = nullptr;
    QMenu* m_stepMenu = nullptr; ///< what it holds belongs to the page
    MessageBar* m_messages;
    MessageBar* m_troubles; ///< what lasts, apart from what just happened
    QStackedWidget* m_pages;
    ChecklistPage* m_checklist = nullptr; ///< null while no plan is open
    QWidget* m_progress = nullptr;        ///< made with the first plan
    QLabel* m_progressText = nullptr;
    QProgressBar* m_progressBar = nullptr;
};
