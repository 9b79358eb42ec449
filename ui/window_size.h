#pragma once

#include <QSize>

class QWidget;

/// Gives a window that is not shown yet the size it usually has, but no more than its screen holds: large fonts and
/// small screens leave less.
void fitOnScreen(QWidget& window, const QSize& usual);
