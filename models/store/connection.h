#pragma once

#include "core/result.h"

#include <QSqlQuery>
#include <QVariantList>

#include <functional>
#include <map>
#include <memory>

struct sqlite3;

enum class Access {
    Frozen, ///< read a file that nobody has open; leaves nothing beside it
    Read,
    Write,
};

/// One open connection to an SQLite file, under a name of its own, closed with this object. Belongs to the thread that
/// made it. Errors name the file and the cause: kind File when it is damaged, else System.
class Connection final {
    Q_DISABLE_COPY_MOVE(Connection)

public:
    /// Never makes a file.
    static Result<std::unique_ptr<Connection>> open(const QString& path, Access access);
    /// What a write-ahead log still holds stays there: see fold().
    ~Connection();

    QString path() const { return m_path; }

    /// Runs one statement that gives nothing back.
    Result<> run(const QString& statement, const QVariantList& values = {}) const;

    /// Shows `visit` one row after the other, until it fails.
    Result<> rows(const QString& statement, const QVariantList& values,
                  const std::function<Result<>(const QSqlQuery&)>& visit) const;

    /// The first column of the first row; invalid when there is no row.
    Result<QVariant> value(const QString& statement, const QVariantList& values = {}) const;

    /// All that `work` does, or nothing of it. Waits up to five seconds while another program writes. Not to be nested.
    Result<> atomically(const std::function<Result<>()>& work) const;
    /// `work` reads what was there at one moment, whatever others write meanwhile. Not to be nested.
    Result<> atOneMoment(const std::function<Result<>()>& work) const;

    /// Writes what the write-ahead log holds into the file. Waits for nobody: false when another program is in the way.
    bool fold() const;
    /// The same, and takes the log away: only where no other program has the file open.
    bool endLog() const;

    /// Takes the log away where programs of several computers may have the file open: without the memory that a log
    /// shares, alone. Nothing when there is none; an error when another program is in the way.
    Result<> endForeignLog() const;

    /// The file's first bytes as they are. The only way to read a file that may be open in this process: closing any
    /// handle of it but SQLite's would let go of SQLite's locks, which POSIX gives to the process.
    Result<QByteArray> bytes(qint64 count) const;

    /// Makes `target`, a connection to an empty file, a copy of what is there at this moment, open files of others
    /// included.
    Result<> copyInto(const Connection& target) const;

    /// For what was read and cannot be what was written.
    tl::unexpected<Error> damaged(const QString& cause) const;

private:
    Connection(const QString& path, const QString& name, Access access);

    sqlite3* handle() const;
    /// The statement, run, for `read` to look at; after that it holds no lock.
    Result<> query(const QString& statement, const QVariantList& values,
                   const std::function<Result<>(QSqlQuery&)>& read) const;
    Result<> between(const QString& begin, const std::function<Result<>()>& work) const;
    bool withoutWaiting(const std::function<bool()>& work) const;
    tl::unexpected<Error> failure(const QSqlError& error) const;
    tl::unexpected<Error> failure(int code, const QString& words) const;

    const QString m_path;
    const QString m_name;
    const Access m_access;
    mutable std::map<QString, QSqlQuery> m_prepared; ///< by statement: preparing is a third of a tick's work
};
