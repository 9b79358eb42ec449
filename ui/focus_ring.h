#pragma once

#include <QObject>
#include <QPointer>

class QFocusFrame;
class QWidget;

/// Shows people who use the keyboard where they are, on what shows nothing of it by itself: texts, lists and frames
/// that scroll. A ring lies around it as long as it has the focus. One for the whole application, owned by the theme.
class FocusRing final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FocusRing)

public:
    explicit FocusRing(QObject* parent = nullptr);
    ~FocusRing() override;

private:
    void moveTo(QWidget* now);

    QPointer<QFocusFrame> m_frame; ///< a child of what lies around the widget, and goes with it
};
