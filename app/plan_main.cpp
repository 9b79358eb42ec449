#include "app/commands.h"
#include "report/report.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <cstdio>
#include <unistd.h>

namespace {

/// Only a PDF needs fonts, and a QGuiApplication costs more than a whole plan; so it is made where a PDF may be asked
/// for.
bool mayWritePdf(int argc, char** argv) {
    for (int i = 1; i < argc; ++i)
        if (QByteArrayView(argv[i]).toByteArray().toLower().endsWith("pdf"))
            return true;
    return false;
}

int answer(const QStringList& arguments) {
    const Outcome outcome = runCommandLine(arguments, isatty(STDOUT_FILENO) != 0);
    std::fwrite(outcome.err.constData(), 1, std::size_t(outcome.err.size()), stderr);
    const std::size_t written = std::fwrite(outcome.out.constData(), 1, std::size_t(outcome.out.size()), stdout);
    if (written != std::size_t(outcome.out.size()) || std::fflush(stdout) != 0) {
        std::perror("standard output");
        return 4;
    }
    return outcome.exitStatus;
}

} // namespace

int main(int argc, char** argv) {
    if (!mayWritePdf(argc, argv)) {
        const QCoreApplication app(argc, argv);
        return answer(QCoreApplication::arguments());
    }
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    // The offscreen platform complains where there is no XDG_RUNTIME_DIR, which has nothing to do with a PDF.
    QLoggingCategory::setFilterRules(QStringLiteral("default.warning=false"));
    const std::unique_ptr<QCoreApplication> app = makePdfApplication(argc, argv);
    return answer(QCoreApplication::arguments());
}
