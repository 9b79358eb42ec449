#include "store/whole_file.h"

#include "store/connection.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QScopeGuard>
#include <QUuid>

#include <fcntl.h>
#include <filesystem>
#include <unistd.h>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(store)
};

bool hasCompany(const QString& file) {
    return QFile::exists(logOf(file)) || QFile::exists(rollbackOf(file));
}

void removeCompany(const QString& file) {
    for (const char* suffix : {"-wal", "-shm", "-journal"})
        QFile::remove(file + QLatin1String(suffix));
}

/// SQLite would apply what another program left beside the old file to the new one. Opening and closing the old file
/// ends what was interrupted; what stays belongs to a program that is at work.
bool isLeftAlone(const QString& file) {
    if (hasCompany(file) && QFile::exists(file))
        if (const auto old = Connection::open(file, Access::Write))
            (*old)->endLog();
    if (hasCompany(file) && QFile::exists(file))
        return false;
    removeCompany(file);
    return true;
}

/// A renamed file is there after a power cut only when its folder was written, too.
void flushFolder(const QString& folder) {
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return;
    ::fsync(handle);
    ::close(handle);
}

} // namespace

QString realPath(const QString& path) {
    const QFileInfo info(path);
    return info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
}

QString logOf(const QString& file) {
    return file + QStringLiteral("-wal");
}

QString sharedMemoryOf(const QString& file) {
    return file + QStringLiteral("-shm");
}

QString rollbackOf(const QString& file) {
    return file + QStringLiteral("-journal");
}

Result<> makeWhole(const QString& path, const std::function<Result<>(const Connection&)>& fill) {
    const QString target = realPath(path);
    const QFileInfo info(target);
    if (!info.dir().exists())
        return systemError(Text::tr("There is no folder %1.").arg(info.path()));
    if (info.isDir())
        return systemError(Text::tr("%1 is a folder.").arg(path));
    if (!isLeftAlone(target))
        return systemError(
            Text::tr("%1 was not replaced: it is open in another program, or the disk is full.").arg(path));

    QFile fresh(info.path() + u"/." + info.fileName() + u'.' + QUuid::createUuid().toString(QUuid::Id128));
    const auto tidyUp = qScopeGuard([&] {
        QFile::remove(fresh.fileName());
        removeCompany(fresh.fileName());
    });
    if (!fresh.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return systemError(Text::tr("%1 cannot be written: %2.").arg(path, fresh.errorString()));
    fresh.close();
    if (info.exists())
        fresh.setPermissions(info.permissions());
    {
        const Result<std::unique_ptr<Connection>> database = Connection::open(fresh.fileName(), Access::Write);
        if (!database)
            return tl::make_unexpected(database.error());
        if (Result<> filled = fill(**database); !filled)
            return systemError(filled.error().message.replace(fresh.fileName(), path));
    }
    std::error_code failed;
    std::filesystem::rename(QFileInfo(fresh).filesystemFilePath(), info.filesystemFilePath(), failed);
    if (failed)
        return systemError(Text::tr("%1 cannot be written: %2.").arg(path, QString::fromStdString(failed.message())));
    flushFolder(info.path());
    return {};
}
