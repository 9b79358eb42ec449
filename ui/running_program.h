#pragma once

#include "core/result.h"

#include <QObject>
#include <QStringList>

class QLocalServer;
class QLocalSocket;

/// What the program is started for.
struct StartWish {
    QStringList plans; ///< absolute paths
    bool newPlan = false;
    QString token; ///< by which the desktop lets a window come to the front; may be empty
};

/// One program for all windows of a person at one display, so that the second start of it shows what is wished for in
/// the first. They meet at a socket in the person's own runtime folder (XDG_RUNTIME_DIR), where nobody else can listen
/// or write; without such a folder every start stands by itself, as it does where the first one does not answer. Plan
/// files may be open in several programs at once, so nothing depends on it but comfort. Made by main().
class RunningProgram final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunningProgram)

public:
    enum class Turn {
        Ours,       ///< no other runs: this one hears later starts from now on
        HandedOver, ///< the other one does what was wished for
        Alone,      ///< one runs but does not answer: this one works beside it
    };

    using QObject::QObject;

    /// Finds out who is to do it; waits no longer than a few seconds.
    Turn begin(const StartWish& wish);

Q_SIGNALS:
    /// A later start, once this one has its turn.
    void started(const StartWish& wish);

private:
    void greet();
    void read(QLocalSocket& visitor);

    QLocalServer* m_server = nullptr;
};
