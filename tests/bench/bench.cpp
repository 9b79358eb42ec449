// Prints one table: what people wait for, against a yardstick in the same run.
//   bench [ROUNDS]
// Exit status 1 when a ratio is over its limit.

#include "core/plan_builder.h"
#include "report/report.h"
#include "resources/builtin_catalogue.h"
#include "store/plan_file.h"
#include "tests/bench/measure.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <yaml-cpp/yaml.h>

#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace {

/// Every upgrade there is, nothing known of the cluster: the longest plan.
Plan longestPlan(const Catalogue& catalogue) {
    const Result<Route> route = findRoute(catalogue, QStringLiteral("0.11.0"), QStringLiteral("0.22.x"));
    if (!route)
        qFatal("%s", qPrintable(route.error().message));
    return buildPlan(catalogue, *route, {});
}

const QStringList planCommand{QStringLiteral(PLAN_PROGRAM), QStringLiteral("plan"), QStringLiteral("--from"),
                              QStringLiteral("0.11.0"),     QStringLiteral("--to"), QStringLiteral("0.22.x")};

void readEveryYaml() {
    QDirIterator files(QStringLiteral(CATALOG_DIR), {QStringLiteral("*.yaml")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        YAML::LoadFile(files.next().toStdString());
}

/// 4 kB at the end of a file, on disk when it returns: the least that a durable tick costs.
class RawAppend final {
    Q_DISABLE_COPY_MOVE(RawAppend)

public:
    explicit RawAppend(const QString& path)
        : m_file(::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600)) {}
    ~RawAppend() { ::close(m_file); }
    void operator()() const {
        static const QByteArray block(4096, 'x');
        if (::write(m_file, block.constData(), 4096) != 4096 || ::fdatasync(m_file) != 0)
            qFatal("the raw append failed");
    }

private:
    const int m_file;
};

/// Ticks one step, or opens it again: every deed changes something.
void tick(PlanFile& file, const QString& step) {
    const bool done = file.record().value(step).state == StepState::Done;
    if (const Result<> written = file.setState(step, done ? StepState::Open : StepState::Done); !written)
        qFatal("%s", qPrintable(written.error().message));
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    const int rounds = argc > 1 ? qMax(1, QByteArray(argv[1]).toInt()) : 21;
    const QTemporaryDir folder;
    const Result<Catalogue> catalogue = builtinCatalogue();
    if (!catalogue || !folder.isValid())
        qFatal("no catalogue, or no folder to work in");
    const Plan plan = longestPlan(*catalogue);
    // Nobody's settings, recent plans and session take part.
    qputenv("HOME", folder.path().toLocal8Bit());
    qputenv("QT_QPA_PLATFORM", "offscreen");
    for (const char* variable : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "DBUS_SESSION_BUS_ADDRESS"})
        qunsetenv(variable);

    printHead();
    bool good = compare({.name = QStringLiteral("first painted window : bare QMainWindow"),
                         .ours = [] { return runToFirstLine({QStringLiteral(OUR_WINDOW)}); },
                         .yardstick = [] { return runToFirstLine({QStringLiteral(BARE_WINDOW)}); },
                         .rounds = 2 * rounds,
                         .atMost = 2.0,
                         .memoryAtMost = 1.4});
    good &= compare({.name = QStringLiteral("plan 0.11.0 to 0.22.x, process : bare QCoreApplication"),
                     .ours = [] { return runToEnd(planCommand); },
                     .yardstick = [] { return runToEnd({QStringLiteral(BARE_CORE)}); },
                     .rounds = 2 * rounds,
                     .atMost = 3.5});
    good &= compare({.name = QStringLiteral("knowledge read, as built in : yaml-cpp, the same as YAML"),
                     .ours = [] { return time([] { builtinCatalogue(); }); },
                     .yardstick = [] { return time(readEveryYaml); },
                     .rounds = rounds,
                     .atMost = 0.1});

    const QString html = folder.filePath(QStringLiteral("plan.html"));
    const QString chromium = QStandardPaths::findExecutable(QStringLiteral("chromium"));
    if (chromium.isEmpty() || !writeWhole(html, htmlReport(plan, {}))) {
        std::printf("PDF: skipped, no chromium here\n");
    } else {
        const QStringList ours =
            planCommand + QStringList{QStringLiteral("-o"), folder.filePath(QStringLiteral("ours.pdf"))};
        const QStringList theirs{chromium,
                                 QStringLiteral("--headless"),
                                 QStringLiteral("--no-sandbox"),
                                 QStringLiteral("--disable-gpu"),
                                 QStringLiteral("--no-pdf-header-footer"),
                                 QStringLiteral("--print-to-pdf=") + folder.filePath(QStringLiteral("theirs.pdf")),
                                 html};
        good &= compare({.name = QStringLiteral("PDF of that plan, process : Chromium printing its HTML"),
                         .ours = [&] { return runToEnd(ours); },
                         .yardstick = [&] { return runToEnd(theirs); },
                         .rounds = qMin(rounds, 11),
                         .atMost = 0.2});
    }

    const Result<std::unique_ptr<PlanFile>> file =
        PlanFile::create(folder.filePath(QStringLiteral("p.mesosplan")), plan);
    if (!file)
        qFatal("%s", qPrintable(file.error().message));
    const QString step = nextOpenStep(plan, {});
    const RawAppend append(folder.filePath(QStringLiteral("raw")));
    good &= compare({.name = QStringLiteral("one tick : appending 4 kB and fdatasync"),
                     .ours = [&] { return time([&] { tick(**file, step); }); },
                     .yardstick = [&] { return time(std::cref(append)); },
                     .rounds = 20 * rounds,
                     .atMost = 2.0});
    return good ? 0 : 1;
}
