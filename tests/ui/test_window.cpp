#include "test_window.h"

#include "support/support.h"

#include <QAccessible>
#include <QAction>
#include <QStandardPaths>

namespace {
Result<Catalogue> loadCatalogue() {
    return catalogue();
}
} // namespace

TestWindow::TestWindow()
    : settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
    , theme(settings)
    , windows({.loadCatalogue = loadCatalogue, .desktop = desktop, .settings = settings, .theme = theme})
    , window(windows.add()) {
    window.show();
    if (!QTest::qWaitForWindowActive(&window))
        qFatal("the window does not appear");
}

QAction& TestWindow::action(const QString& objectName) const {
    auto* found = window.findChild<QAction*>(objectName);
    if (!found)
        qFatal("no action %s", qPrintable(objectName));
    return *found;
}

void TestWindow::openNewPlan(const QString& from, const QString& to, const QString& answers) {
    const QString file = path(QStringLiteral("plan.mesosplan"));
    {
        const auto made = PlanFile::create(file, planFor(from, to, answers));
        if (!made)
            qFatal("%s", qPrintable(made.error().message));
    }
    window.openPlan(file);
}

QString namelessWidgets(const QWidget& parent) {
    QStringList nameless;
    for (QWidget* widget : parent.findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() || !widget->isVisible())
            continue;
        const QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
        if (!accessible || accessible->text(QAccessible::Name).isEmpty())
            nameless.append(
                QStringLiteral("%1 %2").arg(QLatin1String(widget->metaObject()->className()), widget->objectName()));
    }
    return nameless.join(u'\n');
}

void keepToTestPaths() {
    QStandardPaths::setTestModeEnabled(true);
}
