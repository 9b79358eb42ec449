#pragma once

#include "core/result.h"

#include <QString>

/// Which file a path led to: a path may lead to another one a moment later, an open file stays the same.
struct FileIdentity {
    quint64 device = 0;
    quint64 number = 0;

    bool operator==(const FileIdentity&) const = default;
};

/// Errors of kind System: the file is missing, or on a medium that is gone.
Result<FileIdentity> identityOf(const QString& path);

/// That `path` still leads to `known`. Errors of kind System say what became of it: deleted or moved, replaced by
/// another file, on a medium that is gone.
Result<> checkStillAt(const QString& path, const FileIdentity& known);
