#pragma once

#include <QDialog>

class Knowledge;
class QAction;

/// What this program is, its version, what it knows, its licence and those of what it is made with.
class AboutDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AboutDialog)

public:
    explicit AboutDialog(Knowledge& knowledge, QWidget* parent = nullptr);
};

/// Every action that has a key, with it.
class ShortcutsDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShortcutsDialog)

public:
    ShortcutsDialog(const QList<QAction*>& actions, QWidget* parent = nullptr);
};
