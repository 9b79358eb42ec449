#pragma once

#include <QFrame>

class CodeHighlighter;
class QPlainTextEdit;
class QPushButton;

/// A command or another piece of code, exactly as it is, in a frame with a button that copies it. Owned by the view
/// around it.
class CodeFrame final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeFrame)

public:
    /// `caption` says what it is and where it goes; `remarks` stands below, may be empty.
    CodeFrame(const QString& caption, const QString& code, const QString& remarks, QWidget* parent = nullptr);

    /// Gives it the colours of a language of Snippet::language.
    void setLanguage(const QString& language);

protected:
    void changeEvent(QEvent* event) override;

private:
    void copy();

    QString m_code;
    QPushButton* m_copy;
    QPlainTextEdit* m_view;
    CodeHighlighter* m_highlighter = nullptr;
};
