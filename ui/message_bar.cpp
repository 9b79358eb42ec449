#include "ui/message_bar.h"

#include "ui/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
    , m_symbol(plainLabel({}, QStringLiteral("messageSymbol"), this))
    , m_sentence(plainLabel({}, QStringLiteral("messageSentence"), this))
    , m_buttons(new QHBoxLayout) {
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
}

QPushButton* MessageBar::addButton(const QString& text, const QString& objectName) {
    auto* button = new QPushButton(text, this);
    button->setObjectName(objectName);
    m_buttons->addWidget(button);
    return button;
}
