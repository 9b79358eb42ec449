#pragma once

#include <QDialog>

class Knowledge;
class QMenuBar;
class QTreeWidget;

/// What this program is, its version, what it knows, its licence and those of what it is made with.
class AboutDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AboutDialog)

public:
    explicit AboutDialog(Knowledge& knowledge, QWidget* parent = nullptr);
};

/// Every key there is, by the menu its action is in; and those that belong to a list or a view.
class ShortcutsDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShortcutsDialog)

public:
    ShortcutsDialog(const QMenuBar& menus, QWidget* parent = nullptr);
    /// Only those of a meeting, in it.
    explicit ShortcutsDialog(QWidget* meeting);

private:
    QTreeWidget* m_list;
};
