#pragma once

#include <QCursor>
#include <QGuiApplication>

/// Runs what may take longer than a second, with the pointer that says so. It is over before a question is asked or an
/// error is told.
template <typename Work> auto busily(Work work) {
    struct BusyCursor {
        BusyCursor() { QGuiApplication::setOverrideCursor(Qt::WaitCursor); }
        ~BusyCursor() { QGuiApplication::restoreOverrideCursor(); }
        Q_DISABLE_COPY_MOVE(BusyCursor)
    };
    const BusyCursor busy;
    return work();
}
