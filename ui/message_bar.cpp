#include "ui/message_bar.h"

#include "ui/labels.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QTimer>
#include <QToolButton>

#include <chrono>

using namespace std::chrono_literals;

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
    , m_symbol(plainLabel({}, QStringLiteral("messageSymbol"), this))
    , m_sentence(plainLabel({}, QStringLiteral("messageSentence"), this))
    , m_buttons(new QHBoxLayout)
    , m_rest(new QTimer(this)) {
    setObjectName(QStringLiteral("messageBar"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    setFrameShape(QFrame::StyledPanel);

    auto* close = new QToolButton(this);
    close->setObjectName(QStringLiteral("messageClose"));
    close->setAccessibleName(tr("Close the message"));
    close->setToolTip(tr("Close the message"));
    close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
    close->setAutoRaise(true);
    connect(close, &QToolButton::clicked, this, &MessageBar::hide);

    m_rest->setObjectName(QStringLiteral("rest"));
    m_rest->setSingleShot(true);
    m_rest->setInterval(12s); // to read it and reach its button
    connect(m_rest, &QTimer::timeout, this, &MessageBar::leave);
    m_symbol->setWordWrap(false);
    auto* layout = new QHBoxLayout(this);
    layout->addWidget(m_symbol);
    layout->addWidget(m_sentence, 1);
    layout->addLayout(m_buttons);
    layout->addWidget(close);
    hide();
}

void MessageBar::tell(Tone tone, const QString& sentence) {
    while (QLayoutItem* old = m_buttons->takeAt(0)) {
        old->widget()->deleteLater();
        delete old;
    }
    m_symbol->setText(tone == Tone::Warned ? QStringLiteral("\u26a0") : QStringLiteral("\u2713"));
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
    setVisible(true);
    tone == Tone::Done ? m_rest->start() : m_rest->stop();
}

void MessageBar::leave() {
    const bool isInUse = underMouse() || isAncestorOf(QApplication::focusWidget());
    isInUse ? m_rest->start() : hide();
}

QPushButton* MessageBar::addButton(const QString& text, const QString& objectName) {
    auto* button = new QPushButton(text, this);
    button->setObjectName(objectName);
    m_buttons->addWidget(button);
    return button;
}
