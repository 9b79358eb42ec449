#include "store/file_system.h"

#include <QFile>
#include <QUuid>

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <sys/statfs.h>
#include <unistd.h>

namespace {

struct Known {
    quint32 type;
    const char* name;
    bool isLocal;
};

constexpr std::array knownFileSystems{
    Known{0x0000ef53, "ext4", true}, // ext2 and ext3, too
    Known{0x58465342, "xfs", true},
    Known{0x9123683e, "btrfs", true},
    Known{0x01021994, "tmpfs", true},
    Known{0x794c7630, "overlayfs", true},
    Known{0x2fc12fc1, "zfs", true},
    Known{0xf2f52010, "f2fs", true},
    Known{0xca451a4e, "bcachefs", true},
    Known{0x52654973, "reiserfs", true},
    Known{0x3153464a, "jfs", true},
    Known{0x00003434, "nilfs2", true},
    Known{0x00004d44, "vfat", true},
    Known{0x2011bab0, "exfat", true},
    Known{0x7366746e, "ntfs3", true},
    Known{0x15013346, "udf", true},
    Known{0x0000482b, "hfsplus", true},
    Known{0x858458f6, "ramfs", true},
    Known{0x00009660, "iso9660", true},
    Known{0x73717368, "squashfs", true},
    Known{0x00006969, "nfs", false},
    Known{0xff534d42, "cifs", false},
    Known{0xfe534d42, "smb2", false},
    Known{0x0000517b, "smb", false},
    Known{0x65735546, "fuse", false}, // sshfs, ntfs-3g, s3fs and a hundred others
                                      // look the same
    Known{0x01021997, "9p", false},
    Known{0x5346414f, "afs", false},
    Known{0x00c36400, "ceph", false},
    Known{0x7461636f, "ocfs2", false},
    Known{0x01161970, "gfs2", false},
    Known{0x0bd00bd0, "lustre", false},
    Known{0x786f4256, "vboxsf", false},
};

/// A handle of a file, closed with this object.
class Handle final {
    Q_DISABLE_COPY_MOVE(Handle)

public:
    Handle(const QByteArray& path, int flags)
        : m_number(::open(path.constData(), flags | O_CLOEXEC, 0600)) {}
    ~Handle() {
        if (m_number >= 0)
            ::close(m_number);
    }
    bool isOpen() const { return m_number >= 0; }
    /// A lock of this handle alone, not of the process as fcntl's older ones are.
    bool lock() const {
        struct flock whole = {};
        whole.l_type = F_WRLCK;
        whole.l_whence = SEEK_SET;
        return ::fcntl(m_number, F_OFD_SETLK, &whole) == 0;
    }

private:
    const int m_number;
};

} // namespace

FileSystem fileSystemOfType(quint32 type) {
    const auto* known = std::find_if(knownFileSystems.begin(), knownFileSystems.end(),
                                     [type](const Known& one) { return one.type == type; });
    if (known == knownFileSystems.end())
        return {u'0' + QStringLiteral("x%1").arg(type, 0, 16), false};
    return {QString::fromLatin1(known->name), known->isLocal};
}

FileSystem fileSystemAt(const QString& path) {
    struct statfs asked = {};
    if (::statfs(QFile::encodeName(path).constData(), &asked) != 0)
        return {};
    return fileSystemOfType(static_cast<quint32>(asked.f_type));
}

bool locksWorkIn(const QString& folder) {
    const QByteArray path =
        QFile::encodeName(folder + QStringLiteral("/.lock-") + QUuid::createUuid().toString(QUuid::Id128));
    const Handle one(path, O_RDWR | O_CREAT | O_EXCL);
    const Handle other(path, O_RDWR);
    ::unlink(path.constData());
    return one.isOpen() && other.isOpen() && one.lock() && !other.lock();
}
