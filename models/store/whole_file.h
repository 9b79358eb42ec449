#pragma once

#include "core/result.h"

#include <QString>

#include <functional>

class Connection;

/// SQLite keeps its own files beside the file itself, not beside a link to it.
QString realPath(const QString& path);

/// SQLite's own files beside `file`: the write-ahead log, the memory it is shared through, and the rollback journal.
QString logOf(const QString& file);
QString sharedMemoryOf(const QString& file);
QString rollbackOf(const QString& file);

/// Makes a database by `fill`, which gets an empty one, and puts it in the place of `path` when it is whole and on
/// disk. What stood there is not touched before; one that another program has open is not replaced. Errors, all of kind
/// System and with `path` in them: folder missing, no permission, disk full, in use.
Result<> makeWhole(const QString& path, const std::function<Result<>(const Connection&)>& fill);
