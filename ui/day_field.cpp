#include "ui/day_field.h"

#include <QKeyEvent>
#include <QStyle>
#include <QStyleOptionFrame>

#include <chrono>

using namespace std::chrono_literals;

DayField::DayField(const QString& objectName, const QString& accessibleName, QWidget* parent)
    : QLineEdit(parent) {
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setPlaceholderText(tr("YYYY-MM-DD"));
    setToolTip(tr("Like 2026-12-01; the arrow keys up and down go a day back and forth"));
    setAccessibleDescription(toolTip());
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_pause.setSingleShot(true);
    m_pause.setInterval(1s);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (text().trimmed().isEmpty() || QDate::fromString(text().trimmed(), Qt::ISODate).isValid())
            flush(); // else people are still at it
    });
    // Not edited: assistive technology and dictation put a text in without keys.
    connect(this, &QLineEdit::textChanged, this, [this] {
        setModified(true);
        m_pause.start();
    });
    connect(this, &QLineEdit::editingFinished, this, &DayField::flush);
}

void DayField::setRecorded(const QDate& recorded) {
    const QString day = recorded.toString(Qt::ISODate);
    if (isModified() || day == text())
        return;
    setText(day);
    setModified(false);
    m_pause.stop();
    Q_EMIT remark({});
}

void DayField::flush() {
    m_pause.stop();
    if (!isModified())
        return;
    const QString typed = text().trimmed();
    if (!typed.isEmpty() && !QDate::fromString(typed, Qt::ISODate).isValid()) {
        Q_EMIT remark(tr("“%1” is no day; write it like 2026-12-01.").arg(typed));
        return;
    }
    setModified(false);
    Q_EMIT remark({});
    Q_EMIT written(typed);
}

void DayField::goBy(int days) {
    const QDate shown = QDate::fromString(text().trimmed(), Qt::ISODate);
    setText((shown.isValid() ? shown.addDays(days) : QDate::currentDate()).toString(Qt::ISODate));
}

void DayField::keyPressEvent(QKeyEvent* event) {
    if (isReadOnly() || (event->key() != Qt::Key_Up && event->key() != Qt::Key_Down))
        return QLineEdit::keyPressEvent(event);
    goBy(event->key() == Qt::Key_Up ? -1 : 1);
}

/// As wide as a day, whatever the font.
QSize DayField::sizeHint() const {
    QStyleOptionFrame option;
    initStyleOption(&option);
    const QSize text(fontMetrics().horizontalAdvance(placeholderText() + u"00"), QLineEdit::sizeHint().height());
    return {style()->sizeFromContents(QStyle::CT_LineEdit, &option, text, this).width(), text.height()};
}
