#pragma once

#include <QPlainTextEdit>
#include <QTimer>

/// Where people write what they saw. What was typed is handed over a second after the last key and when the field loses
/// the focus, so that nobody has to save.
class NoteField final : public QPlainTextEdit {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoteField)

public:
    explicit NoteField(QWidget* parent = nullptr);

    /// Shows what is recorded; what is being typed is left alone.
    void setRecorded(const QString& note);

    /// Hands over what was typed, if anything was.
    void flush();

    /// Three lines; one where there is little room.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void written(const QString& note);

protected:
    void focusOutEvent(QFocusEvent* event) override;

private:
    int heightOf(int lines) const;

    QTimer m_pause;
};
