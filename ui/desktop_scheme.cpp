#include "ui/desktop_scheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace {
constexpr auto service = "org.freedesktop.portal.Desktop";
constexpr auto path = "/org/freedesktop/portal/desktop";
constexpr auto interface = "org.freedesktop.portal.Settings";
constexpr auto appearance = "org.freedesktop.appearance";
constexpr auto colourScheme = "color-scheme";
constexpr auto moreContrast = "contrast";
} // namespace

void DesktopScheme::ask() {
    // Without an address libdbus would start a bus of its own.
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    // Without spaces the signature needs no normalizing.
    // clang-format off
    bus.connect(QLatin1String(service), QLatin1String(path), QLatin1String(interface), QStringLiteral("SettingChanged"),
                this, SLOT(onSettingChanged(QString,QString,QDBusVariant)));
    // clang-format on
    for (const char* key : {colourScheme, moreContrast})
        read(bus, QLatin1String(key));
}

void DesktopScheme::read(QDBusConnection& bus, const QString& key) {
    QDBusMessage call = QDBusMessage::createMethodCall(QLatin1String(service), QLatin1String(path),
                                                       QLatin1String(interface), QStringLiteral("Read"));
    call << QLatin1String(appearance) << key;
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, key] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid()) // an older portal does not know every key
            tell(key, reply.value().variant());
    });
}

void DesktopScheme::onSettingChanged(const QString& group, const QString& key, const QDBusVariant& value) {
    if (group == QLatin1String(appearance))
        tell(key, value.variant());
}

void DesktopScheme::tell(const QString& key, const QVariant& value) {
    // `Read` wraps its variant once more than `SettingChanged` does.
    const QVariant inner = value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
    constexpr uint preferDark = 1;
    constexpr uint preferLight = 2;
    constexpr uint preferHigh = 1;
    const uint wish = inner.toUInt();
    if (key == QLatin1String(moreContrast))
        Q_EMIT highContrastTold(wish == preferHigh);
    else if (key == QLatin1String(colourScheme) && (wish == preferDark || wish == preferLight))
        Q_EMIT darkTold(wish == preferDark);
}
