#include "ui/value_box.h"

#include "ui/labels.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace {
QString hintOf(const ValueField& field) {
    QStringList parts{field.hint};
    if (!field.example.isEmpty())
        parts << ValueBox::tr("such as %1").arg(field.example);
    if (field.snippets > 0)
        parts << ValueBox::tr("commands that use it: %1").arg(field.snippets);
    parts.removeAll(QString());
    return parts.join(QStringLiteral("  ·  "));
}
/// What stands for a value is written as part of a sentence.
QString labelOf(const ValueField& field) {
    return field.label.left(1).toUpper() + field.label.mid(1);
}
} // namespace

ValueBox::ValueBox(const ValueField& field, bool readOnly, QWidget* parent)
    : QWidget(parent)
    , m_field(new QLineEdit)
    , m_remark(plainLabel({}, QStringLiteral("remark")))
    , m_consequence(plainLabel({}, QStringLiteral("consequence"))) {
    setObjectName(QStringLiteral("box-") + field.name);
    m_field->setObjectName(QStringLiteral("value-") + field.name);
    m_field->setAccessibleName(labelOf(field));
    m_field->setAccessibleDescription(hintOf(field));
    m_field->setReadOnly(readOnly);
    m_remark->hide();
    m_consequence->hide();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    layout->addWidget(headingLabel(labelOf(field), QStringLiteral("valueLabel")));
    layout->addWidget(m_field);
    layout->addWidget(m_remark);
    layout->addWidget(m_consequence);
    layout->addWidget(quietLabel(hintOf(field), QStringLiteral("hint")));

    // Not edited: assistive technology and dictation put a text in without keys.
    connect(m_field, &QLineEdit::textChanged, this, [this] { m_field->setModified(true); });
    connect(m_field, &QLineEdit::editingFinished, this, &ValueBox::flush);
}

void ValueBox::showValue(const QString& value) {
    if (m_field->isModified() || m_field->text() == value)
        return;
    m_field->setText(value);
    m_field->setModified(false);
}

void ValueBox::showRemark(const QString& sentence) {
    m_remark->setText(QStringLiteral("\u26a0 ") + sentence);
    m_remark->setVisible(!sentence.isEmpty());
}

void ValueBox::showConsequence(const QString& sentence) {
    m_consequence->setText(sentence);
    m_consequence->setVisible(!sentence.isEmpty());
}

QString ValueBox::typed() const {
    return m_field->text();
}

void ValueBox::flush() {
    if (!m_field->isModified())
        return;
    m_field->setModified(false);
    Q_EMIT typedIn(m_field->text());
}
