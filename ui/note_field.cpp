#include "ui/note_field.h"

#include <chrono>

using namespace std::chrono_literals;

NoteField::NoteField(QWidget* parent)
    : QPlainTextEdit(parent) {
    setObjectName(QStringLiteral("note"));
    setAccessibleName(tr("Your note"));
    setPlaceholderText(tr("What you saw, values, times …"));
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_pause.setSingleShot(true);
    m_pause.setInterval(1s);
    connect(&m_pause, &QTimer::timeout, this, &NoteField::flush);
    connect(document(), &QTextDocument::contentsChanged, this, [this] {
        if (document()->isModified())
            m_pause.start();
    });
}

void NoteField::setRecorded(const QString& note) {
    if (document()->isModified() || toPlainText() == note)
        return;
    setPlainText(note);
    moveCursor(QTextCursor::End); // people add to what is there
    document()->setModified(false);
}

void NoteField::flush() {
    m_pause.stop();
    if (!document()->isModified())
        return;
    document()->setModified(false);
    Q_EMIT written(toPlainText());
}

int NoteField::heightOf(int lines) const {
    return lines * fontMetrics().lineSpacing() + 12;
}

QSize NoteField::sizeHint() const {
    return {QPlainTextEdit::sizeHint().width(), heightOf(3)};
}

QSize NoteField::minimumSizeHint() const {
    return {QPlainTextEdit::minimumSizeHint().width(), heightOf(1)};
}

void NoteField::focusOutEvent(QFocusEvent* event) {
    flush();
    QPlainTextEdit::focusOutEvent(event);
}
