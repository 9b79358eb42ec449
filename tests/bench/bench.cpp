// Prints one table: what people wait for, against a yardstick in the same run.
//   bench [ROUNDS]
// Exit status 1 when a ratio is over its limit.

#include "core/plan_builder.h"
#include "core/progress.h"
#include "report/report.h"
#include "resources/builtin_catalogue.h"
#include "store/plan_file.h"
#include "tests/bench/bare_sqlite.h"
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

/// Every upgrade there is, over every release, nothing known of the cluster: the longest plan.
Plan longestPlan(const Catalogue& catalogue) {
    const Result<Route> route = findRoute(catalogue, QStringLiteral("0.11.0"), QStringLiteral("1.11.0"));
    if (!route)
        qFatal("%s", qPrintable(route.error().message));
    return buildPlan(catalogue, *route, {});
}

const QStringList planCommand{QStringLiteral(PLAN_PROGRAM), QStringLiteral("plan"), QStringLiteral("--from"),
                              QStringLiteral("0.11.0"),     QStringLiteral("--to"), QStringLiteral("1.11.0")};

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

std::unique_ptr<PlanFile> planFile(const QString& path, const Plan& plan) {
    Result<std::unique_ptr<PlanFile>> file = PlanFile::create(path, plan);
    if (!file)
        qFatal("%s", qPrintable(file.error().message));
    return std::move(*file);
}

/// Ticks steps, or opens them again: every deed changes something.
void tick(PlanFile& file, const QStringList& steps) {
    const bool isDone = file.record().stateOf(steps.constFirst()) == StepState::Done;
    const Mark mark{isDone ? StepState::Open : StepState::Done, {}, {}, {}, {}};
    if (const Result<> written = file.record(marking(steps, mark)); !written)
        qFatal("%s", qPrintable(written.error().message));
}

QStringList stepsOf(const Plan& plan) {
    QStringList steps;
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
        if (item.item.isStep())
            steps << item.item.id;
    });
    return steps;
}

/// Far more steps than any cluster has.
Plan planOfSteps(int count) {
    PlanSection section;
    for (int number = 1; number <= count; ++number) {
        PlanItem item;
        item.item.id = QStringLiteral("0.18-step-%1").arg(number);
        item.item.kind = Kind::Step;
        item.item.text = QStringLiteral("Restart the slave");
        item.number = number;
        section.items << item;
    }
    PlanHop hop;
    hop.from = QStringLiteral("0.17.0");
    hop.to = QStringLiteral("0.18.x");
    hop.sections << section;
    Plan plan;
    plan.from = hop.from;
    plan.to = hop.to;
    plan.hops << hop;
    plan.coverage = {count, count, 0};
    return plan;
}

/// A closed plan file where everything that can be recorded of a step stands on every step.
QString workedThrough(const QString& path, const Plan& plan) {
    const auto file = planFile(path, plan);
    QList<QList<Change>> deeds;
    for (const QString& step : stepsOf(plan))
        deeds << marking({step}, {StepState::Done, {}, {}, {}, {}})
              << QList<Change>{{Deed::Owner, step, QStringLiteral("robin"), {}}}
              << QList<Change>{{Deed::Observed, step, QStringLiteral("as it should be, on all of them"), {}}}
              << QList<Change>{{Deed::Note, step, QStringLiteral("One machine after the other, 20 minutes."), {}}};
    if (const Result<> written = file->recordAll(deeds); !written)
        qFatal("%s", qPrintable(written.error().message));
    return path;
}

void openAndClose(const QString& path) {
    if (const auto file = PlanFile::open(path); !file)
        qFatal("%s", qPrintable(file.error().message));
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    const int rounds = argc > 1 ? qMax(1, QByteArray(argv[1]).toInt()) : 21;
    const QString wanted = argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString();
    const auto measure = [&](const Pair& pair) { return !pair.name.contains(wanted) || compare(pair); };
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
    bool good = measure({.name = QStringLiteral("first painted window : bare QMainWindow"),
                         .ours = [] { return runToFirstLine({QStringLiteral(OUR_WINDOW)}); },
                         .yardstick = [] { return runToFirstLine({QStringLiteral(BARE_WINDOW)}); },
                         .rounds = 2 * rounds,
                         .atMost = 2.0,
                         .memoryAtMost = 1.4});
    good &= measure({.name = QStringLiteral("plan 0.11.0 to 1.11.0, process : bare QCoreApplication"),
                     .ours = [] { return runToEnd(planCommand); },
                     .yardstick = [] { return runToEnd({QStringLiteral(BARE_CORE)}); },
                     .rounds = 2 * rounds,
                     .atMost = 3.5});
    good &= measure({.name = QStringLiteral("knowledge read, as built in : yaml-cpp, the same as YAML"),
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
        good &= measure({.name = QStringLiteral("PDF of that plan, process : Chromium printing its HTML"),
                         .ours = [&] { return runToEnd(ours); },
                         .yardstick = [&] { return runToEnd(theirs); },
                         .rounds = qMin(rounds, 11),
                         .atMost = 0.2});
    }

    const auto file = planFile(folder.filePath(QStringLiteral("p.mesosplan")), plan);
    const QStringList step{nextOpenStep(plan, {})};
    const RawAppend append(folder.filePath(QStringLiteral("raw")));
    good &= measure({.name = QStringLiteral("one tick : appending 4 kB and fdatasync"),
                     .ours = [&] { return time([&] { tick(*file, step); }); },
                     .yardstick = [&] { return time(std::cref(append)); },
                     .rounds = 20 * rounds,
                     .atMost = 2.0});

    const Plan huge = planOfSteps(50'000);
    const QStringList all = stepsOf(huge);
    const auto hugeFile = planFile(folder.filePath(QStringLiteral("huge.mesosplan")), huge);
    BareSqlite sqlite(folder.filePath(QStringLiteral("bare.sqlite")));
    good &= measure({.name = QStringLiteral("50,000 ticks at once : as many rows by SQLite alone"),
                     .ours = [&] { return time([&] { tick(*hugeFile, all); }); },
                     .yardstick = [&] { return time([&] { sqlite.insert(50'000); }); },
                     .rounds = rounds,
                     .atMost = 1.2});

    const QString longest = workedThrough(folder.filePath(QStringLiteral("longest.mesosplan")), plan);
    const QString empty = workedThrough(folder.filePath(QStringLiteral("empty.mesosplan")), planOfSteps(0));
    // The limit is ours, and grows with the plan: its JSON is hashed and parsed, and the seals of four entries a step
    // are checked.
    good &= measure({.name = QStringLiteral("that plan opened, every step worked on : a plan without steps"),
                     .ours = [&] { return time([&] { openAndClose(longest); }); },
                     .yardstick = [&] { return time([&] { openAndClose(empty); }); },
                     .rounds = 2 * rounds,
                     .atMost = 50.0});
    return good ? 0 : 1;
}
