#pragma once

#include "test_window.h"
#include "ui/new_plan_wizard.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>

// What the tests of the wizard do again and again, as people do it.

inline NewPlanWizard& startWizard(TestWindow& test) {
    QTest::keyClick(&child<QPushButton>(test.window, QStringLiteral("newPlan")), Qt::Key_Space);
    auto& wizard = child<NewPlanWizard>(test.window, QStringLiteral("newPlanWizard"));
    if (!QTest::qWaitForWindowActive(&wizard))
        qFatal("the wizard does not appear");
    return wizard;
}

inline void chooseVersions(const NewPlanWizard& wizard, const QString& from, const QString& to) {
    child<QComboBox>(wizard, QStringLiteral("source")).setEditText(from);
    child<QComboBox>(wizard, QStringLiteral("target")).setEditText(to);
    QCoreApplication::processEvents(); // arrows lead to where buttons are, once they are laid out
}

inline NewPlanWizard& startWizardWith(TestWindow& test, const QString& from, const QString& to) {
    NewPlanWizard& wizard = startWizard(test);
    chooseVersions(wizard, from, to);
    return wizard;
}

inline void goToPage(NewPlanWizard& wizard, const QString& name) {
    while (wizard.currentPage()->objectName() != name && wizard.nextId() != -1)
        wizard.next();
    QCoreApplication::processEvents();
    QCOMPARE(wizard.currentPage()->objectName(), name);
}

inline QList<QAbstractButton*> stepsAtTheLeft(const NewPlanWizard& wizard) {
    return wizard.findChildren<QAbstractButton*>(QRegularExpression(QStringLiteral("^wizardStep\\d+$")));
}

/// A line for every text that has less room than it needs.
inline QString cutOffLabels(const QWidget& page) {
    QStringList cutOff;
    for (const QLabel* label : page.findChildren<QLabel*>())
        if (label->isVisible() && label->wordWrap() && label->height() < label->heightForWidth(label->width()))
            cutOff.append(label->text());
    return cutOff.join(u'\n');
}

/// Visible buttons and labels of fields that answer to the same Alt key.
inline QString clashingKeys(const QWidget& window) {
    QMap<QString, QStringList> textsOf;
    const auto note = [&textsOf](const QWidget* widget, const QString& text) {
        if (const QString key = QKeySequence::mnemonic(text).toString(); !key.isEmpty() && widget->isVisible())
            textsOf[key] << text;
    };
    for (const auto* button : window.findChildren<QAbstractButton*>())
        note(button, button->text());
    for (const auto* label : window.findChildren<QLabel*>())
        if (label->buddy())
            note(label, label->text());
    QStringList clashes;
    for (const QStringList& texts : std::as_const(textsOf))
        if (texts.size() > 1)
            clashes << texts.join(QStringLiteral(" / "));
    return clashes.join(u'\n');
}
