#pragma once

#include <QDate>
#include <QLineEdit>
#include <QTimer>

/// A day that people write into the record, like 2026-12-01, or none. The arrow keys go a day forth and back. What is a
/// day is handed over as with LineField; what is none yet stays as it was typed, and remark() says what is missing.
class DayField final : public QLineEdit {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DayField)

public:
    DayField(const QString& objectName, const QString& accessibleName, QWidget* parent = nullptr);

    /// Shows what is recorded; what is being typed is left alone.
    void setRecorded(const QDate& recorded);

    /// Hands over what is being typed, if it is a day or nothing.
    void flush();

    QSize sizeHint() const override;

Q_SIGNALS:
    /// As it is recorded: `2026-12-01`; empty: none.
    void written(const QString& day);
    /// One sentence, empty when all is well.
    void remark(const QString& sentence);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void goBy(int days);

    QTimer m_pause;
};
