#pragma once

#include <QFrame>

class QPushButton;

/// A command or another piece of code, exactly as it is, in a frame with a button that copies it. Owned by the view
/// around it.
class CodeFrame final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeFrame)

public:
    /// `caption` says what it is and where it goes; `remarks` stands below, may be empty.
    CodeFrame(const QString& caption, const QString& code, const QString& remarks, QWidget* parent = nullptr);

private:
    void copy();

    QString m_code;
    QPushButton* m_copy;
};
