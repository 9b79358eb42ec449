#include "store/connection.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>
#include <QUuid>

#include <sqlite3.h>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(store)
};

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
    m_prepared.clear(); // Qt warns when a handle is alive while its connection is removed
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
    if (Result<> set = connection->run(QStringLiteral("PRAGMA trusted_schema = OFF")); !set)
        return tl::make_unexpected(set.error());
    // EXTRA is FULL, and with a rollback journal also writes the folder once the journal is gone: else a power cut
    // could bring it back, and take back what was reported.
    if (access == Access::Write)
        if (Result<> set = connection->run(QStringLiteral("PRAGMA synchronous = EXTRA")); !set)
            return tl::make_unexpected(set.error());
    // A file that turns out to be damaged is closed as it was found.
    sqlite3_db_config(connection->handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    return connection;
}

sqlite3* Connection::handle() const {
    const QVariant handle = QSqlDatabase::database(m_name, false).driver()->handle();
    return *static_cast<sqlite3* const*>(handle.constData());
}

Result<> Connection::query(const QString& statement, const QVariantList& values,
                           const std::function<Result<>(QSqlQuery&)>& read) const {
    auto found = m_prepared.find(statement);
    if (found == m_prepared.end()) {
        QSqlQuery fresh(QSqlDatabase::database(m_name, false));
        fresh.setForwardOnly(true);
        if (!fresh.prepare(statement))
            return failure(fresh.lastError());
        found = m_prepared.emplace(statement, std::move(fresh)).first;
    }
    QSqlQuery& query = found->second;
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values[i]);
    Result<> done = query.exec() ? read(query) : failure(query.lastError());
    query.finish();
    return done;
}

Result<> Connection::run(const QString& statement, const QVariantList& values) const {
    return query(statement, values, [](const QSqlQuery&) { return Result<>(); });
}

Result<> Connection::rows(const QString& statement, const QVariantList& values,
                          const std::function<Result<>(const QSqlQuery&)>& visit) const {
    return query(statement, values, [&](QSqlQuery& rows) -> Result<> {
        while (rows.next())
            if (Result<> seen = visit(rows); !seen)
                return seen;
        if (rows.lastError().isValid()) // a page that cannot be read looks like the end of the rows
            return failure(rows.lastError());
        return {};
    });
}

Result<QVariant> Connection::value(const QString& statement, const QVariantList& values) const {
    QVariant value;
    return query(statement, values,
                 [&](QSqlQuery& rows) {
                     if (rows.next())
                         value = rows.value(0);
                     return Result<>();
                 })
        .map([&] { return value; });
}

Result<> Connection::atomically(const std::function<Result<>()>& work) const {
    // A transaction that starts by reading could find that another program wrote in between; this one takes its turn
    // first.
    return between(QStringLiteral("BEGIN IMMEDIATE"), work);
}

Result<> Connection::atOneMoment(const std::function<Result<>()>& work) const {
    return between(QStringLiteral("BEGIN"), work);
}

Result<> Connection::between(const QString& begin, const std::function<Result<>()>& work) const {
    if (Result<> begun = run(begin); !begun)
        return begun;
    Result<> done = work();
    if (done)
        done = run(QStringLiteral("COMMIT"));
    if (done)
        return done;
    // SQLite may have rolled back by itself, on a full disk for one; then this fails and nothing is amiss.
    run(QStringLiteral("ROLLBACK"));
    return done;
}

bool Connection::withoutWaiting(const std::function<bool()>& work) const {
    sqlite3_busy_timeout(handle(), 0);
    const bool done = work();
    sqlite3_busy_timeout(handle(), 5000); // what Qt sets
    return done;
}

bool Connection::fold() const {
    return withoutWaiting([this] {
        const Result<QVariant> inTheWay = value(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
        return inTheWay && inTheWay->toInt() == 0;
    });
}

bool Connection::endLog() const {
    return withoutWaiting([this] {
        const Result<QVariant> mode = value(QStringLiteral("PRAGMA journal_mode = DELETE"));
        return mode && mode->toString() == u"delete";
    });
}

Result<> Connection::endForeignLog() const {
    for (const QString& statement :
         {QStringLiteral("PRAGMA locking_mode = EXCLUSIVE"), QStringLiteral("PRAGMA journal_mode = DELETE"),
          QStringLiteral("PRAGMA locking_mode = NORMAL"),
          QStringLiteral("SELECT count(*) FROM sqlite_schema")}) // lets go of the lock
        if (Result<> done = run(statement); !done)
            return done;
    return {};
}

Result<QByteArray> Connection::bytes(qint64 count) const {
    sqlite3_file* file = nullptr;
    sqlite3_int64 size = 0;
    int code = sqlite3_file_control(handle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (code == SQLITE_OK)
        code = file->pMethods->xFileSize(file, &size);
    QByteArray bytes(qMin<qint64>(count, size), '\0');
    if (code == SQLITE_OK && !bytes.isEmpty())
        code = file->pMethods->xRead(file, bytes.data(), static_cast<int>(bytes.size()), 0);
    if (code != SQLITE_OK)
        return failure(code, QString::fromUtf8(sqlite3_errstr(code)));
    return bytes;
}

Result<> Connection::copyInto(const Connection& target) const {
    sqlite3* const to = target.handle();
    sqlite3_backup* const backup = sqlite3_backup_init(to, "main", handle(), "main");
    if (backup)
        sqlite3_backup_step(backup, -1);
    const int code = backup ? sqlite3_backup_finish(backup) : sqlite3_errcode(to);
    if (code != SQLITE_OK)
        return target.failure(code, QString::fromUtf8(sqlite3_errmsg(to)));
    return {};
}

tl::unexpected<Error> Connection::damaged(const QString& cause) const {
    return fileError(Text::tr("%1 is damaged: %2.").arg(m_path, cause));
}

tl::unexpected<Error> Connection::failure(const QSqlError& error) const {
    return failure(error.nativeErrorCode().toInt(), error.databaseText());
}

tl::unexpected<Error> Connection::failure(int code, const QString& words) const {
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return systemError(Text::tr("%1 is being written by another program; try again.").arg(m_path));
    case SQLITE_READONLY:
        if (m_access == Access::Write)
            return systemError(Text::tr("%1 may not be written to.").arg(m_path));
        return systemError(
            Text::tr("%1 was left half written and can be mended only where it may be written to.").arg(m_path));
    case SQLITE_FULL:
        return systemError(Text::tr("%1 could not be written: the disk is full.").arg(m_path));
    case SQLITE_ERROR: // our statements are fixed, so it is the tables that are not ours
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return damaged(words);
    default:
        return systemError(Text::tr("%1 could not be read or written: %2.").arg(m_path, words));
    }
}
