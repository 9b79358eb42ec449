#include "ui/windows.h"

#include "ui/main_window.h"
#include "ui/theme.h"

#include <QApplication>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>

Windows::Windows(WindowContext context, QObject* parent)
    : QObject(parent)
    , m_context(std::move(context))
    , m_recent(m_context.settings) {
}

Windows::~Windows() {
    qDeleteAll(m_windows);
}

MainWindow& Windows::add() {
    auto* window = new MainWindow(*this);
    if (std::any_of(m_windows.cbegin(), m_windows.cend(), [](const MainWindow* other) { return other->isVisible(); }))
        window->moveBeside(*m_windows.constLast());
    m_windows.append(window);
    connect(window, &MainWindow::closed, this, [this, window] { onClosed(window); });
    return *window;
}

MainWindow* Windows::windowOf(const QString& path) const {
    const auto found = std::find_if(m_windows.cbegin(), m_windows.cend(), [&path](const MainWindow* window) {
        return window->planFile() != nullptr && QFileInfo(window->planFile()->path()) == QFileInfo(path);
    });
    return found == m_windows.cend() ? nullptr : *found;
}

void Windows::present(const StartWish& wish) {
    if (!wish.token.isEmpty()) // where Qt looks for it when a window is to come to the front
        qputenv("XDG_ACTIVATION_TOKEN", wish.token.toUtf8());
    for (const QString& plan : wish.plans)
        presentPlan(plan);
    if (wish.plans.isEmpty() || wish.newPlan) {
        MainWindow& window = freeWindow();
        window.present();
        if (wish.newPlan)
            window.newPlan();
    }
}

void Windows::presentPlan(const QString& path) {
    if (MainWindow* window = windowOf(path)) {
        window->present();
        return;
    }
    MainWindow& window = freeWindow();
    window.present(); // before the plan, which may come with a question
    window.openPlan(path);
}

MainWindow& Windows::freeWindow() {
    const auto free = std::find_if(m_windows.cbegin(), m_windows.cend(), [](const MainWindow* window) {
        return window->isVisible() && window->planFile() == nullptr && !window->isBusy();
    });
    return free == m_windows.cend() ? add() : **free;
}

void Windows::closeAll() {
    QApplication::closeAllWindows();
}

void Windows::resetSettings() {
    m_recent.forgetAll();
    m_context.theme.reset();
    for (MainWindow* window : std::as_const(m_windows))
        window->arrangeAnew();
}

void Windows::onClosed(MainWindow* window) {
    if (m_windows.size() == 1)
        return;
    m_windows.removeOne(window);
    window->deleteLater();
}
