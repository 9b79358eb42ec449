#pragma once

#include "ui/theme.h"

#include <QTextCharFormat>

/// How text looks that people searched for: on a ground of its own, and underlined.
inline QTextCharFormat markFormat(const QPalette& palette) {
    QColor ground = coloursOf(palette).accent;
    ground.setAlphaF(0.25F);
    QTextCharFormat format;
    format.setBackground(ground);
    format.setFontUnderline(true);
    return format;
}
