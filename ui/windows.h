#pragma once

#include "core/catalogue.h"
#include "ui/recent_plans.h"
#include "ui/running_program.h"

#include <QObject>

#include <functional>

class Desktop;
class MainWindow;
class Theme;

/// What the windows need of the world; made by main(), outlives them.
struct WindowContext {
    std::function<Result<Catalogue>()> loadCatalogue; ///< what is built in: called with a window's first plan
    Desktop& desktop;
    QSettings& settings;
    Theme& theme;
};

/// The windows of the program, and the only one who makes and ends them: each shows one plan, or the start page. Made
/// by main(). A window that is closed is gone, but for the last one, with which the program ends.
class Windows final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Windows)

public:
    explicit Windows(WindowContext context, QObject* parent = nullptr);
    ~Windows() override;

    const WindowContext& context() const { return m_context; }
    RecentPlans& recentPlans() { return m_recent; }
    const QList<MainWindow*>& all() const { return m_windows; }

    /// Another window with the start page, not shown yet.
    MainWindow& add();

    /// The one that has this file open, whatever path leads to it; null when none has.
    MainWindow* windowOf(const QString& path) const;

    /// Puts in front of people what somebody outside of the windows wishes: each plan in the window that has it, in
    /// one that shows the start page, or in a new one; without any a window with the start page, or with the wizard.
    void present(const StartWish& wish);

    /// Whether people agree that every window is closed; as in QApplication, the first one who says no stays, with
    /// those after it.
    void closeAll();

    /// As if the program were started for the first time. Plans and what is recorded in them are no settings.
    void resetSettings();

private:
    /// One that shows the start page, or a new one.
    MainWindow& freeWindow();
    void presentPlan(const QString& path);
    void onClosed(MainWindow* window);

    WindowContext m_context;
    RecentPlans m_recent;
    QList<MainWindow*> m_windows; ///< in the order in which they were made
};
