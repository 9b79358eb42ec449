#include "resources/builtin_catalogue.h"
#include "ui/desktop.h"
#include "ui/main_window.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QSettings>
#include <QStandardPaths>

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("mesos-upgrade-assistant"));
    QApplication::setApplicationVersion(QStringLiteral(MUA_VERSION));
    QApplication::setApplicationDisplayName(QStringLiteral("Mesos Upgrade Assistant"));
    QApplication::setDesktopFileName(QStringLiteral("mesos-upgrade-assistant"));
    QApplication::setWindowIcon(QIcon::fromTheme(QStringLiteral("mesos-upgrade-assistant"),
                                                 QIcon(QStringLiteral(":/icons/mesos-upgrade-assistant-64.png"))));

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QApplication::translate("main", "The upgrade of an Apache Mesos cluster as an ordered checklist."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("plan"), QApplication::translate("main", "A plan file to open."),
                                 QStringLiteral("[PLANFILE]"));
    parser.process(app);

    QSettings settings(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/settings.ini",
                       QSettings::IniFormat);
    NativeDesktop desktop;
    Theme theme(settings);
    MainWindow window({.loadCatalogue = builtinCatalogue, .desktop = desktop, .settings = settings, .theme = theme});
    theme.watchDesktopAfterPaintOf(window);
    window.show();
    if (const QStringList plans = parser.positionalArguments(); !plans.isEmpty())
        window.openPlan(plans.first());
    return QApplication::exec();
}
