#pragma once

#include <QString>

/// What a file lies on. SQLite's write-ahead log needs memory that all programs share, so it is only for file systems
/// of this computer; everything else, known or not, gets a rollback journal (https://www.sqlite.org/wal.html).
struct FileSystem {
    QString name; ///< `ext4`, `nfs`; of one that is not known its number
    bool isLocal = false;
};

/// By the number that statfs() gives (linux/magic.h, and `man 2 statfs`).
FileSystem fileSystemOfType(quint32 type);

/// Of a file or a folder. Not local when it cannot be asked.
FileSystem fileSystemAt(const QString& path);

/// Whether a lock that one handle holds on a file in this folder is seen by another: some servers grant every lock,
/// some none. Tried on a file of its own, which is gone afterwards; false when there can be none.
bool locksWorkIn(const QString& folder);
