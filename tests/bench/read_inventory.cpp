// Reads the body of a `/slaves` answer, prints the peak memory in kB, and ends.
//   bench_read_inventory ours|qt FILE

#include "cluster/state_reader.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <unistd.h>

namespace {

/// What comes over a network, in its pieces.
QList<ListedSlave> streamed(QFile& file) {
    StateReader reader(Endpoint::Slaves);
    while (!file.atEnd()) {
        if (const Result<> read = reader.read(file.read(64 * 1024)); !read)
            qFatal("%s", qPrintable(read.error().message));
    }
    Result<HostFacts> host = reader.finish();
    if (!host || !host->slaves)
        qFatal("no slaves");
    return std::move(*host->slaves);
}

/// The same values by Qt's own parser, which needs the whole.
QList<ListedSlave> atOnce(QFile& file) {
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    const QJsonArray all = document[u"slaves"].toArray();
    QList<ListedSlave> slaves;
    for (const QJsonValue value : all) {
        const QJsonObject object = value.toObject();
        ListedSlave slave(object[u"id"].toString().toUtf8(), object[u"hostname"].toString().toUtf8(),
                          object[u"pid"].toString().section(u'@', -1).toUtf8());
        slave.version = object[u"version"].toString();
        slave.active = object[u"active"].toBool();
        slaves.append(slave);
    }
    return slaves;
}

} // namespace

int main(int argc, char** argv) {
    QFile file(argc == 3 ? QString::fromLocal8Bit(argv[2]) : QString());
    if (!file.open(QIODevice::ReadOnly))
        qFatal("bench_read_inventory ours|qt FILE");
    const QList<ListedSlave> slaves = qstrcmp(argv[1], "ours") == 0 ? streamed(file) : atOnce(file);
    if (slaves.size() != 50'000)
        qFatal("%lld slaves", static_cast<long long>(slaves.size()));
    QFile status(QStringLiteral("/proc/self/status"));
    if (status.open(QIODevice::ReadOnly))
        for (const QByteArray& line : status.readAll().split('\n'))
            if (line.startsWith("VmHWM:"))
                std::printf("%d\n", line.simplified().split(' ').at(1).toInt());
    std::fflush(stdout);
    ::_exit(0); // freeing a gigabyte is not what is compared
}
