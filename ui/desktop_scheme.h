#pragma once

#include <QObject>

class QDBusVariant;

/// Whether the desktop wants programs dark, from its settings portal (`org.freedesktop.appearance`, `color-scheme`).
/// Owned by the theme. Tells nothing where there is no portal, no session bus or no wish.
class DesktopScheme final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DesktopScheme)

public:
    using QObject::QObject;

    /// Asks now, without waiting for the answer, and listens to changes from then on.
    void ask();

Q_SIGNALS:
    void told(bool dark);

private Q_SLOTS: // connected by name, as D-Bus signals are
    void onSettingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void tell(const QVariant& value);
};
