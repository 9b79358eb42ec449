#include "resources/builtin_catalogue.h"
#include "ui/desktop.h"
#include "ui/main_window.h"
#include "ui/running_program.h"
#include "ui/theme.h"
#include "ui/windows.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QIcon>
#include <QSettings>
#include <QStandardPaths>

namespace {
StartWish wishOf(const QStringList& files, bool newPlan) {
    StartWish wish;
    for (const QString& file : files)
        wish.plans << QFileInfo(file).absoluteFilePath(); // the one that opens it may be in another folder
    wish.newPlan = newPlan;
    wish.token = qEnvironmentVariable("XDG_ACTIVATION_TOKEN");
    return wish;
}
} // namespace

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
    const QCommandLineOption newPlan(QStringLiteral("new"), QApplication::translate("main", "Begin a new plan."));
    parser.addOption(newPlan);
    parser.addPositionalArgument(QStringLiteral("plan"),
                                 QApplication::translate("main", "Plan files to open, each in a window."),
                                 QStringLiteral("[PLANFILE…]"));
    parser.process(app);

    const StartWish wish = wishOf(parser.positionalArguments(), parser.isSet(newPlan));
    RunningProgram program;
    const RunningProgram::Turn turn = program.begin(wish);
    if (turn == RunningProgram::Turn::HandedOver)
        return 0;

    QSettings settings(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/settings.ini",
                       QSettings::IniFormat);
    NativeDesktop desktop;
    Theme theme(settings);
    Windows windows({.loadCatalogue = builtinCatalogue, .desktop = desktop, .settings = settings, .theme = theme});
    MainWindow& first = windows.add();
    theme.watchDesktopAfterPaintOf(first);
    first.show();
    if (turn == RunningProgram::Turn::Alone)
        first.warn(QApplication::translate(
            "main", "This program runs already, but does not answer; this is another one. Nothing is lost: what was "
                    "recorded is in the plan files."));
    QObject::connect(&program, &RunningProgram::started, &windows, &Windows::present);
    if (!wish.plans.isEmpty() || wish.newPlan)
        windows.present(wish);
    return QApplication::exec();
}
