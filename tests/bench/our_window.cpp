// The window as app/window_main.cpp makes it, which has no switch for this; and, with a plan file behind it, with the
// plan open.

#include "resources/builtin_catalogue.h"
#include "tests/bench/first_paint.h"
#include "ui/desktop.h"
#include "ui/main_window.h"
#include "ui/running_program.h"
#include "ui/theme.h"
#include "ui/windows.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QSettings>
#include <QStandardPaths>

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("mesos-upgrade-assistant"));
    QApplication::setWindowIcon(QIcon::fromTheme(QStringLiteral("mesos-upgrade-assistant")));
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(app);

    RunningProgram program;
    program.begin({});
    QSettings settings(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/settings.ini",
                       QSettings::IniFormat);
    NativeDesktop desktop;
    Theme theme(settings);
    Windows windows({.loadCatalogue = builtinCatalogue, .desktop = desktop, .settings = settings, .theme = theme});
    MainWindow& window = windows.add();
    theme.watchDesktopAfterPaintOf(window);
    const FirstPaint firstPaint(window);
    window.show();
    if (const QStringList plans = parser.positionalArguments(); !plans.isEmpty())
        window.openPlan(plans.first());
    return QApplication::exec();
}
