#pragma once

#include "core/cluster_values.h"

#include <QWidget>

class QLabel;
class QLineEdit;

/// One of the cluster's own values: what is asked for, the field, how it is written, and what is wrong with what was
/// typed. Hands over what was typed when people leave the field; whatever is wrong with it, it stays there. Owned by
/// the cluster view.
class ValueBox final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ValueBox)

public:
    ValueBox(const ValueField& field, bool readOnly, QWidget* parent = nullptr);

    /// The value in force; what is being typed stays.
    void showValue(const QString& value);
    /// What is wrong with the text, or that it is not saved; empty when all is well.
    void showRemark(const QString& sentence);
    /// What follows from the value.
    void showConsequence(const QString& sentence);

    QString typed() const;
    /// Hands over what was typed, if anything was.
    void flush();

Q_SIGNALS:
    void typedIn(const QString& text);

private:
    QLineEdit* m_field;
    QLabel* m_remark;
    QLabel* m_consequence;
};
