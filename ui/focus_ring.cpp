#include "ui/focus_ring.h"

#include <QApplication>
#include <QFocusFrame>
#include <QScrollArea>

FocusRing::FocusRing(QObject* parent)
    : QObject(parent) {
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { moveTo(now); });
}

FocusRing::~FocusRing() {
    delete m_frame;
}

void FocusRing::moveTo(QWidget* now) {
    const bool byKeyboard = now != nullptr && now->window()->testAttribute(Qt::WA_KeyboardFocusChange);
    // An area does so itself only for keys that were pressed in it.
    for (QWidget* around = byKeyboard ? now->parentWidget() : nullptr; around; around = around->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(around))
            area->ensureWidgetVisible(now);
    if (byKeyboard && qobject_cast<QAbstractScrollArea*>(now) != nullptr) {
        if (!m_frame)
            m_frame = new QFocusFrame;
        m_frame->setWidget(now);
    } else if (m_frame) {
        m_frame->setWidget(nullptr);
        m_frame->hide();
    }
}
