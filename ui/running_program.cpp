#include "ui/running_program.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>
#include <QLockFile>
#include <QTimer>

#include <chrono>
#include <optional>
#include <unistd.h>

using namespace std::chrono_literals;

namespace {

constexpr int patience = 2000;        // milliseconds, for each answer
constexpr qint64 longestWish = 65536; // bytes

/// Whoever listens says this first: one that hangs cannot, and then knows nothing of what it was to do.
QByteArray greeting() {
    return QByteArrayLiteral("mesos-upgrade-assistant 1\n");
}
QByteArray thanks() {
    return QByteArrayLiteral("done\n");
}

/// Nothing where others could reach the folder.
std::optional<QString> privateFolder() {
    const QFileInfo folder(qEnvironmentVariable("XDG_RUNTIME_DIR"));
    constexpr QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    if (!folder.isAbsolute() || !folder.isDir() || folder.ownerId() != ::geteuid() || (folder.permissions() & others))
        return {};
    return folder.filePath();
}

/// One for each display: windows come up where they are asked for. The folder's path may be too long for a socket
/// with the display's name in full.
QString socketName() {
    const QByteArray display = qgetenv("WAYLAND_DISPLAY") + ' ' + qgetenv("DISPLAY");
    const QByteArray brief = QCryptographicHash::hash(display, QCryptographicHash::Sha256).toHex().left(8);
    return u"mesos-upgrade-assistant-" + QString::fromLatin1(brief);
}

/// One line. Not a data stream: that takes the word of the other side for how much memory its lists want.
QByteArray packed(const StartWish& wish) {
    const QJsonObject object{{QStringLiteral("plans"), QJsonArray::fromStringList(wish.plans)},
                             {QStringLiteral("new"), wish.newPlan},
                             {QStringLiteral("token"), wish.token}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

/// Nothing for what is no wish.
std::optional<StartWish> unpacked(const QByteArray& line) {
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    if (!object.value(QLatin1String("plans")).isArray())
        return {};
    return StartWish{object.value(QLatin1String("plans")).toVariant().toStringList(),
                     object.value(QLatin1String("new")).toBool(), object.value(QLatin1String("token")).toString()};
}

bool hears(QLocalSocket& other, const QByteArray& words) {
    while (other.bytesAvailable() < words.size())
        if (!other.waitForReadyRead(patience))
            return false;
    return other.read(words.size()) == words;
}

} // namespace

RunningProgram::Turn RunningProgram::begin(const StartWish& wish) {
    const std::optional<QString> folder = privateFolder();
    if (!folder)
        return Turn::Ours;
    const QString path = QDir(*folder).filePath(socketName());
    QLockFile turn(path + u".lock"); // of two that start at once one listens before the other looks
    turn.tryLock(patience);
    QLocalSocket other;
    other.connectToServer(path);
    if (other.waitForConnected(patience)) {
        if (!hears(other, greeting()))
            return Turn::Alone;
        other.write(packed(wish));
        return hears(other, thanks()) ? Turn::HandedOver : Turn::Alone;
    }
    QLocalServer::removeServer(path); // left behind by one that crashed
    m_server = new QLocalServer(this);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, &RunningProgram::greet);
    m_server->listen(path); // when it cannot, later starts stand by themselves
    return Turn::Ours;
}

void RunningProgram::greet() {
    while (QLocalSocket* visitor = m_server->nextPendingConnection()) {
        visitor->setReadBufferSize(longestWish);
        connect(visitor, &QLocalSocket::readyRead, this, [this, visitor] { read(*visitor); });
        connect(visitor, &QLocalSocket::disconnected, visitor, &QObject::deleteLater);
        QTimer::singleShot(2ms * patience, visitor, &QLocalSocket::abort); // whoever says nothing
        visitor->write(greeting());
    }
}

void RunningProgram::read(QLocalSocket& visitor) {
    if (!visitor.canReadLine())
        return;
    const std::optional<StartWish> wish = unpacked(visitor.readLine(longestWish));
    if (!wish)
        return visitor.abort();
    visitor.write(thanks());
    visitor.disconnectFromServer();
    // When this code has returned: what is opened may come with a question, and the visitor waits.
    QTimer::singleShot(0, this, [this, wish = *wish] { Q_EMIT started(wish); });
}
