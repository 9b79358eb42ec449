#pragma once

#include <QEvent>
#include <QFile>
#include <QTimer>
#include <QWidget>

#include <cstdio>
#include <unistd.h>

/// Watches a window and, when it was painted and nothing is left to do, writes the process's peak memory in kB to
/// standard output and ends the process: what comes after is not what people wait for.
class FirstPaint final : public QObject {
    Q_DISABLE_COPY_MOVE(FirstPaint)

public:
    explicit FirstPaint(QWidget& window) { window.installEventFilter(this); }

protected:
    bool eventFilter(QObject* window, QEvent* event) override {
        if (event->type() == QEvent::Paint) {
            window->removeEventFilter(this);
            QTimer::singleShot(0, this, &FirstPaint::report);
        }
        return false;
    }

private:
    static void report() {
        QFile status(QStringLiteral("/proc/self/status"));
        if (status.open(QIODevice::ReadOnly))
            for (const QByteArray& line : status.readAll().split('\n'))
                if (line.startsWith("VmHWM:"))
                    std::printf("%d\n", line.simplified().split(' ').at(1).toInt());
        std::fflush(stdout);
        ::_exit(0);
    }
};
