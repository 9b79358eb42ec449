#include "ui/window_size.h"

#include <QScreen>
#include <QWidget>

void fitOnScreen(QWidget& window, const QSize& usual) {
    const QSize frame(16, 48); // what a desktop puts around a window
    window.resize(usual.boundedTo(window.screen()->availableSize() - frame));
}
