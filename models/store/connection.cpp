#include "store/connection.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlError>
#include <QUrl>
#include <QUuid>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(store)
};

// SQLite's primary result codes.
enum SqliteCode { Mismatch = 1, Busy = 5, Locked = 6, ReadOnly = 8, Corrupt = 11, Full = 13, NotADatabase = 26 };

QString uri(const QString& path, Access access) {
    QUrl url = QUrl::fromLocalFile(path);
    switch (access) {
    case Access::Frozen:
        url.setQuery(QStringLiteral("immutable=1"));
        break;
    case Access::Read:
        url.setQuery(QStringLiteral("mode=ro"));
        break;
    case Access::Write:
        url.setQuery(QStringLiteral("mode=rw"));
        break;
    }
    return url.toString(QUrl::FullyEncoded);
}

} // namespace

Connection::Connection(const QString& path, const QString& name, Access access)
    : m_path(path)
    , m_name(name)
    , m_access(access) {
}

Connection::~Connection() {
    // Qt warns when a handle is alive while its connection is removed, so none is ever kept in a member.
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString& path, Access access) {
    const QString driver = QStringLiteral("QSQLITE");
    if (!QSqlDatabase::isDriverAvailable(driver))
        return systemError(
            Text::tr("Plan files need the SQLite driver of Qt, which is not installed (Debian: libqt6sql6-sqlite)."));

    std::unique_ptr<Connection> connection(new Connection(path, QUuid::createUuid().toString(), access));
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(driver, connection->m_name);
        QString options = QStringLiteral("QSQLITE_OPEN_URI");
        if (access != Access::Write)
            options += QStringLiteral(";QSQLITE_OPEN_READONLY");
        database.setConnectOptions(options);
        database.setDatabaseName(uri(path, access));
        if (!database.open())
            return connection->failure(database.lastError());
    }
    // A file from elsewhere may carry a schema that was made to do harm.
    for (const QString& pragma :
         {QStringLiteral("PRAGMA trusted_schema = OFF"), QStringLiteral("PRAGMA synchronous = FULL")})
        if (Result<QSqlQuery> set = connection->run(pragma); !set)
            return tl::make_unexpected(set.error());
    return connection;
}

Result<QSqlQuery> Connection::run(const QString& statement, const QVariantList& values) const {
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return failure(query.lastError());
    for (const QVariant& value : values)
        query.addBindValue(value);
    if (!query.exec())
        return failure(query.lastError());
    return query;
}

Result<QVariant> Connection::value(const QString& statement, const QVariantList& values) const {
    Result<QSqlQuery> query = run(statement, values);
    if (!query)
        return tl::make_unexpected(query.error());
    return query->next() ? query->value(0) : QVariant();
}

Result<> Connection::atomically(const std::function<Result<>()>& work) const {
    // A transaction that starts by reading could find that another program wrote in between; this one takes its turn
    // first.
    if (Result<QSqlQuery> begun = run(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return tl::make_unexpected(begun.error());
    Result<> done = work();
    if (done) {
        Result<QSqlQuery> committed = run(QStringLiteral("COMMIT"));
        if (committed)
            return {};
        done = tl::make_unexpected(committed.error());
    }
    // SQLite may have rolled back by itself, on a full disk for one; then this fails and nothing is amiss.
    run(QStringLiteral("ROLLBACK"));
    return done;
}

tl::unexpected<Error> Connection::failure(const QSqlError& error) const {
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case Busy:
    case Locked:
        return systemError(Text::tr("%1 is being written by another program; try again.").arg(m_path));
    case ReadOnly:
        if (m_access == Access::Write)
            return systemError(Text::tr("%1 may not be written to.").arg(m_path));
        return systemError(
            Text::tr("%1 was left half written and can be mended only where it may be written to.").arg(m_path));
    case Full:
        return systemError(Text::tr("%1 could not be written: the disk is full.").arg(m_path));
    case Mismatch: // our statements are fixed, so it is the tables that are not ours
    case Corrupt:
    case NotADatabase:
        return fileError(Text::tr("%1 is damaged: %2.").arg(m_path, error.databaseText()));
    default:
        return systemError(Text::tr("%1 could not be read or written: %2.").arg(m_path, error.databaseText()));
    }
}
