#include "ui/labels.h"

#include <QLabel>

QLabel* plainLabel(const QString& text, const QString& objectName, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    label->setMinimumSize(1, 1); // else a label asks, at any width, for the height it has when it is narrow
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QLabel* headingLabel(const QString& text, const QString& objectName, int steps, QWidget* parent) {
    QLabel* label = plainLabel(text, objectName, parent);
    QFont font = label->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() + steps);
    label->setFont(font);
    return label;
}

QLabel* quietLabel(const QString& text, const QString& objectName, QWidget* parent) {
    QLabel* label = plainLabel(text, objectName, parent);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}
