#include "ui/about_dialog.h"
#include "ui/checklist_page.h"
#include "ui/checklist_view.h"
#include "ui/desktop.h"
#include "ui/help_dialog.h"
#include "ui/main_window.h"
#include "ui/marks_dialog.h"
#include "ui/message_bar.h"
#include "ui/theme.h"

#include <QActionGroup>
#include <QFileInfo>
#include <QMenuBar>
#include <QPushButton>
#include <QStackedWidget>

// The menus of the main window: which deeds there are, under which names and keys.

void MainWindow::makeMenus() {
    menuBar()->setObjectName(QStringLiteral("menuBar"));
    makeFileMenu();
    makeEditMenu();
    makeViewMenu();
    makeStepMenu();
    makeHelpMenu();
}

QAction* MainWindow::addAction(QMenu& menu, const QString& text, const QString& objectName,
                               const QKeySequence& shortcut, std::function<void()> deed) {
    QAction* action = menu.addAction(text);
    action->setObjectName(objectName);
    action->setShortcut(shortcut);
    connect(action, &QAction::triggered, this, std::move(deed));
    return action;
}

QAction* MainWindow::addPlanAction(QMenu& menu, const QString& text, const QString& objectName,
                                   const QKeySequence& shortcut, std::function<void()> deed) {
    QAction* action = addAction(menu, text, objectName, shortcut, std::move(deed));
    m_planActions.append(action);
    return action;
}

void MainWindow::makeFileMenu() {
    QMenu& menu = *menuBar()->addMenu(tr("&File"));
    menu.setObjectName(QStringLiteral("fileMenu"));
    addAction(menu, tr("&New plan…"), QStringLiteral("newPlanAction"), QKeySequence::New, [this] { newPlan(); });
    addAction(menu, tr("&Open…"), QStringLiteral("openAction"), QKeySequence::Open, [this] { choosePlan(); });
    addAction(menu, tr("New win&dow"), QStringLiteral("newWindowAction"),
              QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), [this] { m_windows.add().present(); });
    addAction(menu, tr("Open the e&xample"), QStringLiteral("exampleAction"), {}, [this] { openExample(); });
    m_recentMenu = menu.addMenu(tr("&Recent plans"));
    m_recentMenu->setObjectName(QStringLiteral("recentMenu"));
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    menu.addSeparator();
    addPlanAction(menu, tr("&Save a copy…"), QStringLiteral("saveCopyAction"), {}, [this] { saveCopy(); });
    addPlanAction(menu, tr("Compare &with another plan…"), QStringLiteral("compareAction"), {},
                  [this] { comparePlans(); });
    addPlanAction(menu, tr("&Export…"), QStringLiteral("exportAction"), QKeySequence(Qt::CTRL | Qt::Key_E),
                  [this] { m_output->exportPlan(wholePlan()); });
    addPlanAction(menu, tr("&Print…"), QStringLiteral("printAction"), QKeySequence::Print,
                  [this] { m_output->print(wholePlan()); });
    addPlanAction(menu, tr("Print pre&view…"), QStringLiteral("previewAction"),
                  QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), [this] { m_output->preview(wholePlan()); });
    makePartMenu(menu);
    menu.addSeparator();
    addAction(menu, tr("&Close"), QStringLiteral("closeAction"), QKeySequence(Qt::CTRL | Qt::Key_W),
              [this] { leavePlan(); });
    addAction(menu, tr("&Quit"), QStringLiteral("quitAction"), QKeySequence(Qt::CTRL | Qt::Key_Q),
              [this] { m_windows.closeAll(); });
}

void MainWindow::makePartMenu(QMenu& file) {
    QMenu& menu = *file.addMenu(tr("A p&art of the plan"));
    menu.setObjectName(QStringLiteral("partMenu"));
    m_planActions.append(menu.menuAction());
    addPlanAction(menu, tr("Export this &upgrade…"), QStringLiteral("exportUpgradeAction"), {},
                  [this] { m_output->exportPlan(currentUpgrade()); });
    addPlanAction(menu, tr("Export what is &selected…"), QStringLiteral("exportSelectedAction"), {},
                  [this] { m_output->exportPlan(selectedSteps()); });
    menu.addSeparator();
    addPlanAction(menu, tr("&Print this upgrade…"), QStringLiteral("printUpgradeAction"), {},
                  [this] { m_output->print(currentUpgrade()); });
    addPlanAction(menu, tr("Pre&view this upgrade…"), QStringLiteral("previewUpgradeAction"), {},
                  [this] { m_output->preview(currentUpgrade()); });
    addPlanAction(menu, tr("P&rint what is selected…"), QStringLiteral("printSelectedAction"), {},
                  [this] { m_output->print(selectedSteps()); });
}

void MainWindow::fillRecentMenu() {
    m_recentMenu->clear();
    for (const RecentPlan& plan : m_recent.plans()) {
        const QString name = QStringLiteral("%1  ·  %2").arg(QFileInfo(plan.path).fileName(), plan.title);
        QAction* action = m_recentMenu->addAction(plan.isMissing() ? tr("%1 (missing)").arg(name) : name);
        connect(action, &QAction::triggered, this, [this, path = plan.path] { openRecent(path); });
    }
    if (m_recent.plans().isEmpty())
        m_recentMenu->addAction(tr("No plan was open yet"))->setEnabled(false);
}

void MainWindow::openRecent(const QString& path) {
    if (QFileInfo::exists(path)) {
        openPlan(path);
        return;
    }
    m_messages->tell(MessageBar::Tone::Warned, tr("“%1” is not there any more.").arg(path));
    connect(m_messages->addButton(tr("Forget it"), QStringLiteral("forgetMissing")), &QPushButton::clicked, this,
            [this, path] {
                m_recent.forget(path);
                m_messages->hide();
            });
}

void MainWindow::makeEditMenu() {
    QMenu& menu = *menuBar()->addMenu(tr("&Edit"));
    menu.setObjectName(QStringLiteral("editMenu"));
    QAction* undo = m_undoGroup.createUndoAction(this, tr("Undo"));
    undo->setObjectName(QStringLiteral("undoAction"));
    undo->setShortcut(QKeySequence::Undo);
    QAction* redo = m_undoGroup.createRedoAction(this, tr("Redo"));
    redo->setObjectName(QStringLiteral("redoAction"));
    redo->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    menu.addActions({undo, redo});
    menu.addSeparator();
    addPlanAction(menu, tr("&Find…"), QStringLiteral("findAction"), QKeySequence::Find,
                  [this] { m_checklist->focusSearch(); });
    addPlanAction(menu, tr("Next &hit"), QStringLiteral("nextHitAction"), QKeySequence(Qt::Key_F3),
                  [this] { m_checklist->goToNextHit(); });
    addPlanAction(menu, tr("P&revious hit"), QStringLiteral("previousHitAction"), QKeySequence(Qt::SHIFT | Qt::Key_F3),
                  [this] { m_checklist->goToPreviousHit(); });
}

void MainWindow::makeStepMenu() {
    m_stepMenu = menuBar()->addMenu(tr("&Step"));
    m_stepMenu->setObjectName(QStringLiteral("stepMenu"));
    m_planActions.append(m_stepMenu->menuAction());
}

void MainWindow::makeViewMenu() {
    QMenu& menu = *menuBar()->addMenu(tr("&View"));
    menu.setObjectName(QStringLiteral("viewMenu"));
    addPlanAction(menu, tr("&Checklist"), QStringLiteral("checklistAction"), QKeySequence(Qt::CTRL | Qt::Key_1),
                  [this] { m_checklist->showView(ChecklistPage::Checklist); });
    addPlanAction(menu, tr("&Find out first"), QStringLiteral("findOutAction"), QKeySequence(Qt::CTRL | Qt::Key_2),
                  [this] { m_checklist->showView(ChecklistPage::FindOutFirst); });
    addPlanAction(menu, tr("&Left out"), QStringLiteral("leftOutAction"), QKeySequence(Qt::CTRL | Qt::Key_3),
                  [this] { m_checklist->showView(ChecklistPage::LeftOut); });
    addPlanAction(menu, tr("&Impact"), QStringLiteral("impactAction"), QKeySequence(Qt::CTRL | Qt::Key_4),
                  [this] { m_checklist->showView(ChecklistPage::Impact); });
    addPlanAction(menu, tr("&Answers"), QStringLiteral("answersAction"), QKeySequence(Qt::CTRL | Qt::Key_5),
                  [this] { m_checklist->showView(ChecklistPage::Answers); });
    addPlanAction(menu, tr("&Your cluster"), QStringLiteral("clusterAction"), QKeySequence(Qt::CTRL | Qt::Key_6),
                  [this] { m_checklist->showView(ChecklistPage::Cluster); });
    addPlanAction(menu, tr("&History"), QStringLiteral("historyAction"), QKeySequence(Qt::CTRL | Qt::Key_7),
                  [this] { m_checklist->showView(ChecklistPage::History); });
    menu.addSeparator();
    addPlanAction(menu, tr("&Next open step or stop"), QStringLiteral("nextAction"), QKeySequence(Qt::Key_N),
                  [this] { m_checklist->goToNextOpenStep(); });
    addPlanAction(menu, tr("Pre&vious open step or stop"), QStringLiteral("previousAction"),
                  QKeySequence(Qt::SHIFT | Qt::Key_N), [this] { m_checklist->goToPreviousOpenStep(); });
    addPlanAction(menu, tr("&Where the work goes on"), QStringLiteral("goOnAction"),
                  QKeySequence(Qt::CTRL | Qt::Key_Home), [this] { m_checklist->goOn(); });
    addPlanAction(menu, tr("&Go to an upgrade…"), QStringLiteral("goToAction"), QKeySequence(Qt::CTRL | Qt::Key_L),
                  [this] { m_checklist->goToHop(); });
    addPlanAction(menu, tr("&Expand all"), QStringLiteral("expandAction"),
                  QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), [this] { m_checklist->checklist().expandAll(); });
    addPlanAction(menu, tr("C&ollapse all"), QStringLiteral("collapseAction"),
                  QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), [this] { m_checklist->checklist().collapseAll(); });
    menu.addSeparator();
    addPlanAction(menu, tr("Pre&sent"), QStringLiteral("presentAction"), QKeySequence(Qt::Key_F5),
                  [this] { startMeeting(); });
    makeAppearanceMenu(menu);
}

void MainWindow::makeAppearanceMenu(QMenu& view) {
    QMenu& menu = *view.addMenu(tr("A&ppearance"));
    menu.setObjectName(QStringLiteral("appearanceMenu"));
    auto* choices = new QActionGroup(this);
    const auto addChoice = [&](const QString& text, const QString& objectName, Appearance appearance) {
        QAction* action =
            addAction(menu, text, objectName, {}, [this, appearance] { m_context.theme.setAppearance(appearance); });
        action->setCheckable(true);
        action->setData(static_cast<int>(appearance));
        choices->addAction(action);
    };
    addChoice(tr("&As the desktop"), QStringLiteral("followAction"), Appearance::FollowDesktop);
    addChoice(tr("&Light"), QStringLiteral("lightAction"), Appearance::Light);
    addChoice(tr("&Dark"), QStringLiteral("darkAction"), Appearance::Dark);
    menu.addSeparator();
    QAction* contrast = menu.addAction(tr("&High contrast"));
    contrast->setObjectName(QStringLiteral("highContrastAction"));
    contrast->setCheckable(true);
    connect(contrast, &QAction::triggered, &m_context.theme, &Theme::setHighContrast);
    // Another window may have changed it.
    connect(&menu, &QMenu::aboutToShow, this, [this, choices, contrast] {
        const QList<QAction*> all = choices->actions();
        for (QAction* choice : all)
            choice->setChecked(choice->data().value<int>() == static_cast<int>(m_context.theme.appearance()));
        contrast->setChecked(m_context.theme.highContrast());
    });
}

void MainWindow::makeHelpMenu() {
    QMenu& menu = *menuBar()->addMenu(tr("&Help"));
    menu.setObjectName(QStringLiteral("helpMenu"));
    const auto open = [](QDialog* dialog) {
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    };
    addAction(menu, tr("&How it works"), QStringLiteral("helpAction"), QKeySequence::HelpContents,
              [this] { showHelp(); });
    addAction(menu, tr("Keyboard &shortcuts"), QStringLiteral("shortcutsAction"),
              QKeySequence(Qt::CTRL | Qt::Key_Question), [this, open] { open(new ShortcutsDialog(*menuBar(), this)); });
    addAction(menu, tr("What the &marks mean"), QStringLiteral("marksAction"), {},
              [this, open] { open(new MarksDialog(this)); });
    addAction(menu, tr("Upgrade &knowledge…"), QStringLiteral("knowledgeAction"), {}, [this] { showKnowledge(); });
    menu.addSeparator();
    addAction(menu, tr("&Reset settings…"), QStringLiteral("resetAction"), {}, [this] { resetSettings(); });
    addAction(menu, tr("&About"), QStringLiteral("aboutAction"), {},
              [this, open] { open(new AboutDialog(m_knowledge, this)); });
}

void MainWindow::showHelp() {
    auto* dialog = findChild<HelpDialog*>();
    if (dialog == nullptr)
        dialog = new HelpDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show(); // beside the work, not in its way
    dialog->raise();
    dialog->activateWindow();
}

void MainWindow::resetSettings() {
    if (m_context.desktop.confirm(this,
                                  tr("Appearance, sizes, folders and the list of recent plans become what they were "
                                     "when the program was new. The plans themselves stay as they are."),
                                  tr("Reset the settings")))
        m_windows.resetSettings();
}
