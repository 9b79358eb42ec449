#pragma once

#include "core/result.h"

#include <QSqlQuery>
#include <QVariantList>

#include <functional>
#include <memory>

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
    ~Connection();

    /// Runs one statement. The query has to be gone before the connection is.
    Result<QSqlQuery> run(const QString& statement, const QVariantList& values = {}) const;

    /// The first column of the first row; invalid when there is no row.
    Result<QVariant> value(const QString& statement, const QVariantList& values = {}) const;

    /// All that `work` does, or nothing of it. Waits up to five seconds while another program writes. Not to be nested.
    Result<> atomically(const std::function<Result<>()>& work) const;

private:
    Connection(const QString& path, const QString& name, Access access);

    tl::unexpected<Error> failure(const QSqlError& error) const;

    const QString m_path;
    const QString m_name;
    const Access m_access;
};
