#pragma once

#include "test_window.h"

#include <functional>

// A visit to everything people look at, on the smallest screen we promise to fit, for tests of what holds everywhere:
// names, keys, translations, room.

/// Rows for a test: the start page; each page of the wizard; each view of a plan; each dialog of the menus; the screens
/// of a meeting.
void addTours();

/// What a test finds wrong in a window, a line each.
using Findings = QStringList;

/// Fails the test when there is anything on the tour of the row.
void checkOnTour(const std::function<Findings(QWidget& window)>& wrongIn);

/// What the program has opened beside its main windows: a dialog, or the meeting.
QWidget& openedWindow();

/// For findings.
QString nameOf(const QWidget& widget);

/// Below `parent`, what can be seen and takes the focus by the Tab key, in no order.
QList<QWidget*> tabStops(const QWidget& parent);
