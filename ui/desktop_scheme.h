#pragma once

#include <QObject>

class QDBusConnection;
class QDBusVariant;

/// Whether the desktop wants programs dark, and with more contrast than usual, from its settings portal
/// (`org.freedesktop.appearance`, `color-scheme` and `contrast`). Owned by the theme. Tells nothing where there is no
/// portal, no session bus or no wish.
class DesktopScheme final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DesktopScheme)

public:
    using QObject::QObject;

    /// Asks now, without waiting for the answer, and listens to changes from then on.
    void ask();

Q_SIGNALS:
    void darkTold(bool dark);
    void highContrastTold(bool high);

private Q_SLOTS: // connected by name, as D-Bus signals are
    void onSettingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void read(QDBusConnection& bus, const QString& key);
    void tell(const QString& key, const QVariant& value);
};
