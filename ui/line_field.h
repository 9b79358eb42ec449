#pragma once

#include <QLineEdit>
#include <QTimer>

/// One line that people write into the record: who does a step, what was seen. Like NoteField it hands over what was
/// typed by itself: a second after the last key, on Return, and when it loses the focus.
class LineField final : public QLineEdit {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LineField)

public:
    LineField(const QString& objectName, const QString& accessibleName, QWidget* parent = nullptr);

    /// Shows what is recorded; what is being typed is left alone.
    void setRecorded(const QString& recorded);

    /// Hands over what was typed, if anything was.
    void flush();

Q_SIGNALS:
    void written(const QString& text);

private:
    QTimer m_pause;
};
