#include "store/plan_table.h"

#include "core/plan_json.h"
#include "store/connection.h"
#include "store/schema.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(store)
};

} // namespace

QString digestOf(const QByteArray& json) {
    return QString::fromLatin1(QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex());
}

Result<> beginFile(const Connection& connection, const QList<QByteArray>& plans, const QString& first,
                   const QDateTime& madeAt) {
    Result<> done = raiseSchema(connection, 0);
    for (const QByteArray& plan : plans)
        if (done)
            done = addPlan(connection, plan);
    for (const auto& [key, value] : {std::pair(QStringLiteral("first-plan"), first),
                                     std::pair(QStringLiteral("made-by"), QStringLiteral(MUA_VERSION)),
                                     std::pair(QStringLiteral("made-at"), madeAt.toUTC().toString(Qt::ISODateWithMs))})
        if (done)
            done = connection.run(QStringLiteral("INSERT INTO meta (key, value) VALUES (?, ?)"), {key, value});
    return done;
}

Result<> addPlan(const Connection& connection, const QByteArray& json) {
    const QByteArray packed = qCompress(json);
    Result<> spared =
        connection.run(QStringLiteral("INSERT INTO spare_plan (digest, packed, seal) SELECT ?, ?, ? WHERE NOT EXISTS "
                                      "(SELECT 1 FROM spare_plan WHERE digest = ?)"),
                       {digestOf(json), packed, digestOf(packed), digestOf(json)});
    if (!spared)
        return spared;
    return connection.run(QStringLiteral("INSERT INTO plan (json, digest) SELECT ?, ? WHERE NOT EXISTS "
                                         "(SELECT 1 FROM plan WHERE digest = ?)"),
                          {QString::fromUtf8(json), digestOf(json), digestOf(json)});
}

Result<QString> firstPlan(const Connection& connection) {
    const Result<quint32> schema = schemaOf(connection);
    if (!schema)
        return tl::make_unexpected(schema.error());
    return connection
        .value(*schema == 1 ? QStringLiteral("SELECT digest FROM plan ORDER BY rowid")
                            : QStringLiteral("SELECT value FROM meta WHERE key = 'first-plan'"))
        .map([](const QVariant& digest) { return digest.toString(); });
}

Result<Plan> readPlan(const Connection& connection, const QString& digest) {
    const Result<QVariant> json = connection.value(QStringLiteral("SELECT json FROM plan WHERE digest = ?"), {digest});
    if (!json)
        return tl::make_unexpected(json.error());
    const QByteArray bytes = json->toString().toUtf8();
    if (digestOf(bytes) != digest)
        return connection.damaged(Text::tr("the plan in it is not the one that was written"));
    Result<Plan> plan = planFromJson(bytes);
    if (!plan)
        return connection.damaged(plan.error().message);
    return plan;
}

Result<QStringList> plansIn(const Connection& connection) {
    QStringList digests;
    return connection
        .rows(QStringLiteral("SELECT digest FROM plan ORDER BY rowid"), {},
              [&](const QSqlQuery& row) -> Result<> {
                  digests << row.value(0).toString();
                  return {};
              })
        .map([&] { return digests; });
}
