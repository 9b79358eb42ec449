#pragma once

#include <QDialog>

/// What the marks at the right of the checklist's rows mean: each as it is drawn there, and a sentence. Opened by the
/// main window.
class MarksDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MarksDialog)

public:
    explicit MarksDialog(QWidget* parent = nullptr);
};
