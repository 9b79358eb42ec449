#pragma once

#include <QString>

class QLabel;
class QWidget;

// Labels that show text as it is, never as rich text: much of it comes from files, people and hosts.

/// Wraps; can be selected with the mouse, and is no stop for the Tab key.
QLabel* plainLabel(const QString& text, const QString& objectName, QWidget* parent = nullptr);

/// The same in the bold face, `steps` points larger than the rest.
QLabel* headingLabel(const QString& text, const QString& objectName, int steps = 0, QWidget* parent = nullptr);

/// The same in the colour of what may be overlooked.
QLabel* quietLabel(const QString& text, const QString& objectName, QWidget* parent = nullptr);
