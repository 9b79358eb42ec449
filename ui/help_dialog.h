#pragma once

#include <QDialog>

/// How the program works, in a page or two. Stays open beside the work. Owned by the window it was opened in.
class HelpDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HelpDialog)

public:
    explicit HelpDialog(QWidget* parent = nullptr);
};
