#include "tests/bench/measure.h"

#include <QByteArrayList>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// By posix_spawn and not QProcess, whose own cost is that of a whole small program.
pid_t start(const QStringList& command, int output) {
    QByteArrayList words;
    for (const QString& word : command)
        words << word.toLocal8Bit();
    std::vector<char*> arguments;
    for (QByteArray& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    if (posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ) != 0)
        qFatal("%s cannot be started", arguments[0]);
    posix_spawn_file_actions_destroy(&actions);
    return child;
}

void waitFor(pid_t child, const QStringList& command) {
    int status = 0;
    if (::waitpid(child, &status, 0) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        qFatal("failed: %s", qPrintable(command.join(u' ')));
}

double median(QList<double> values) {
    const auto middle = values.begin() + values.size() / 2;
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

bool row(const QString& name, const char* unit, const QList<double>& ours, const QList<double>& yardstick,
         double atMost) {
    const double ratio = median(ours) / median(yardstick);
    std::printf("%-62s %9.2f %9.2f %-3s %7.3f %7.2f%s\n", qPrintable(name), median(ours), median(yardstick), unit,
                ratio, atMost, ratio > atMost ? "  over" : "");
    std::fflush(stdout);
    return ratio <= atMost;
}

} // namespace

Sample runToEnd(const QStringList& command) {
    static const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    const auto before = Clock::now();
    waitFor(start(command, nowhere), command);
    return {millisecondsSince(before), 0};
}

Sample runToFirstLine(const QStringList& command) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        qFatal("no pipe");
    const auto before = Clock::now();
    const pid_t child = start(command, ends[1]);
    ::close(ends[1]);
    char line[32] = {};
    const ssize_t length = ::read(ends[0], line, sizeof(line) - 1);
    const double took = millisecondsSince(before);
    ::close(ends[0]);
    waitFor(child, command);
    if (length <= 0)
        qFatal("nothing was painted: %s", qPrintable(command.join(u' ')));
    return {took, QByteArray(line).trimmed().toDouble()};
}

Sample time(const std::function<void()>& work) {
    const auto before = Clock::now();
    work();
    return {millisecondsSince(before), 0};
}

bool compare(const Pair& pair) {
    pair.ours(); // files are read from disk the first time
    pair.yardstick();
    QList<double> ours, yardstick, ourPeaks, yardstickPeaks;
    for (int round = 0; round < pair.rounds; ++round) {
        const Sample our = pair.ours();
        const Sample their = pair.yardstick();
        ours << our.milliseconds;
        yardstick << their.milliseconds;
        ourPeaks << our.peakKilobytes / 1024;
        yardstickPeaks << their.peakKilobytes / 1024;
    }
    const bool fast = row(pair.name, "ms", ours, yardstick, pair.atMost);
    const bool small = pair.memoryAtMost <= 0 || row(pair.name + QStringLiteral(": peak memory"), "MB", ourPeaks,
                                                     yardstickPeaks, pair.memoryAtMost);
    return fast && small;
}

void printHead() {
    std::printf("%-62s %9s %9s     %7s %7s\n", "", "ours", "yardstick", "ratio", "at most");
}
