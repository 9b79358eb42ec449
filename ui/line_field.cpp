#include "ui/line_field.h"

#include <chrono>

using namespace std::chrono_literals;

LineField::LineField(const QString& objectName, const QString& accessibleName, QWidget* parent)
    : QLineEdit(parent) {
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    m_pause.setSingleShot(true);
    m_pause.setInterval(1s);
    connect(&m_pause, &QTimer::timeout, this, &LineField::flush);
    // Not edited: assistive technology and dictation put a text in without keys.
    connect(this, &QLineEdit::textChanged, this, [this] {
        setModified(true);
        m_pause.start();
    });
    connect(this, &QLineEdit::editingFinished, this, &LineField::flush);
}

void LineField::setRecorded(const QString& recorded) {
    if (isModified() || recorded == text())
        return;
    setText(recorded);
    setModified(false);
    m_pause.stop();
}

void LineField::flush() {
    m_pause.stop();
    if (!isModified())
        return;
    setModified(false);
    Q_EMIT written(text());
}
