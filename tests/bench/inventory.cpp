#include "tests/bench/inventory.h"

#include <QFile>

namespace {

constexpr int agents = 50'000;

/// One as a master of 1.11 prints it, on one line.
QByteArray agent(int number) {
    const QByteArray resources =
        R"({"disk":35572.0,"mem":14861.0,"gpus":0.0,"cpus":4.0,"ports":"[1025-2180, 2182-3887, 3889-5049, 5052-8079, 8082-8180, 8182-32000]"})";
    const QByteArray full =
        R"([{"name":"cpus","type":"SCALAR","scalar":{"value":4.0},"role":"*"},{"name":"mem","type":"SCALAR","scalar":{"value":14861.0},"role":"*"},{"name":"disk","type":"SCALAR","scalar":{"value":35572.0},"role":"*"},{"name":"ports","type":"RANGES","ranges":{"range":[{"begin":1025,"end":2180},{"begin":2182,"end":3887},{"begin":3889,"end":5049},{"begin":5052,"end":8079}]},"role":"*"}])";
    const QByteArray id = QByteArray::number(number);
    const QByteArray host = "10." + QByteArray::number(number / 65536) + '.' + QByteArray::number(number / 256 % 256) +
                            '.' + QByteArray::number(number % 256);
    return R"({"id":"2084863b-12d1-4319-b515-992eab91a53d-S)" + id + R"(","hostname":"agent-)" + id +
           R"(.example.org","port":5051,"attributes":{"rack":"r)" + QByteArray::number(number % 40) +
           R"(","zone":"z1"},"pid":"slave(1)@)" + host + R"(:5051","registered_time":1573550829.19326,"resources":)" +
           resources + R"(,"used_resources":)" + resources + R"(,"offered_resources":)" + resources +
           R"(,"reserved_resources":{},"unreserved_resources":)" + resources +
           R"(,"active":true,"deactivated":false,"version":"1.9.0","capabilities":["MULTI_ROLE","HIERARCHICAL_ROLE","RESERVATION_REFINEMENT","RESOURCE_PROVIDER","RESIZE_VOLUME","AGENT_OPERATION_FEEDBACK"],"reserved_resources_full":{},"unreserved_resources_full":)" +
           full + R"(,"used_resources_full":)" + full + R"(,"offered_resources_full":[]})";
}

/// Written once.
QString inventory(const QString& folder) {
    const QString path = folder + QStringLiteral("/slaves.json");
    QFile file(path);
    if (file.exists())
        return path;
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s cannot be written", qPrintable(path));
    file.write("{\"slaves\":[");
    for (int number = 0; number < agents; ++number)
        file.write((number == 0 ? QByteArray() : QByteArrayLiteral(",")) + agent(number));
    file.write("],\"recovered_slaves\":[]}");
    return path;
}

} // namespace

Pair inventoryPair(const QString& folder, int rounds) {
    const auto by = [folder](const QString& reader) {
        return [folder, reader] { return runToFirstLine({QStringLiteral(READ_INVENTORY), reader, inventory(folder)}); };
    };
    // A tenth of the yardstick's peak is about 80 MB; the whole process may have 100.
    return {.name = QStringLiteral("50,000 agents, 100 MB in pieces : QJsonDocument with the same"),
            .ours = by(QStringLiteral("ours")),
            .yardstick = by(QStringLiteral("qt")),
            .rounds = rounds,
            .atMost = 0.15,
            .memoryAtMost = 0.1};
}
