#pragma once

#include "core/catalogue.h"
#include "store/plan_file.h"
#include "ui/recent_plans.h"
#include "ui/theme.h"

#include <QMainWindow>
#include <QUndoGroup>

#include <functional>
#include <optional>

class ChecklistPage;
class Desktop;
class MessageBar;
class QLabel;
class QProgressBar;
class QStackedWidget;
struct NewPlanDraft;

/// What the window needs of the world; made by main(), outlives the window.
struct WindowContext {
    std::function<Result<Catalogue>()> loadCatalogue; ///< called once, when a plan is first to be made
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
    /// the window stays as it was.
    void openPlan(const QString& path);

    /// Null while the start page is shown.
    const PlanFile* planFile() const { return m_file.get(); }

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void makeMenus();
    void makeFileMenu();
    void makeEditMenu();
    void makeViewMenu();
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
    void newPlanFromAnswers();
    void runWizard(const NewPlanDraft& draft);
    void choosePlan();
    void openExample();
    void openRecent(const QString& path);
    void showPlan(std::unique_ptr<PlanFile> file);
    void closePlan();
    void showProgress();
    void exportPlan();
    void print();
    void previewPrint();
    void complain(const QString& sentence);

    WindowContext m_context;
    RecentPlans m_recent;
    QUndoGroup m_undoGroup;
    std::optional<Catalogue> m_catalogue;
    std::unique_ptr<PlanFile> m_file;
    QList<QAction*> m_planActions;
    QMenu* m_recentMenu = nullptr;
    MessageBar* m_messages;
    QStackedWidget* m_pages;
    ChecklistPage* m_checklist = nullptr; ///< null while no plan is open
    QWidget* m_progress = nullptr;        ///< made with the first plan
    QLabel* m_progressText = nullptr;
    QProgressBar* m_progressBar = nullptr;
};
