#include "store/file_identity.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cerrno>
#include <sys/stat.h>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(store)
};

} // namespace

Result<FileIdentity> identityOf(const QString& path) {
    struct stat found = {};
    if (::stat(QFile::encodeName(path).constData(), &found) == 0)
        return FileIdentity{found.st_dev, found.st_ino};
    const int cause = errno;
    if (cause != ENOENT && cause != ENOTDIR)
        return systemError(Text::tr("%1 cannot be reached any more, it may be on a medium that is gone: %2.")
                               .arg(path, qt_error_string(cause)));
    if (!QFileInfo::exists(QFileInfo(path).path()))
        return systemError(
            Text::tr("The folder of %1 was deleted or moved, or is on a medium that is gone.").arg(path));
    return systemError(Text::tr("%1 was deleted or moved.").arg(path));
}

Result<> checkStillAt(const QString& path, const FileIdentity& known) {
    const Result<FileIdentity> now = identityOf(path);
    if (!now)
        return tl::make_unexpected(now.error());
    if (*now != known)
        return systemError(Text::tr("%1 was replaced by another file.").arg(path));
    return {};
}
