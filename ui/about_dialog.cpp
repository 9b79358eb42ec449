#include "ui/about_dialog.h"

#include "ui/knowledge_form.h"
#include "ui/labels.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QFile>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace {
QDialogButtonBox* closeButton(QDialog* dialog) {
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->setObjectName(QStringLiteral("buttons"));
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    return buttons;
}

QString notice() {
    QFile file(QStringLiteral(":/NOTICE"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}
} // namespace

AboutDialog::AboutDialog(Knowledge& knowledge, QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("aboutDialog"));
    setWindowTitle(tr("About"));
    auto* licences = new QPlainTextEdit(notice());
    licences->setObjectName(QStringLiteral("licences"));
    licences->setAccessibleName(tr("Licences"));
    licences->setReadOnly(true);
    licences->setTabChangesFocus(true);
    licences->setLineWrapMode(QPlainTextEdit::NoWrap);
    licences->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(
        headingLabel(tr("Mesos Upgrade Assistant %1").arg(QStringLiteral(MUA_VERSION)), QStringLiteral("name"), 4));
    layout->addWidget(
        plainLabel(tr("The upgrade of an Apache Mesos cluster as an ordered checklist. It plans and records; it never "
                      "changes a cluster. Not affiliated with the Apache Software Foundation."),
                   QStringLiteral("about")));
    layout->addWidget(knowledgeForm(knowledge));
    layout->addWidget(licences, 1);
    layout->addWidget(closeButton(this));
    resize(900, 520);
}

ShortcutsDialog::ShortcutsDialog(const QList<QAction*>& actions, QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("shortcutsDialog"));
    setWindowTitle(tr("Keyboard shortcuts"));
    auto* list = new QTreeWidget;
    list->setObjectName(QStringLiteral("shortcuts"));
    list->setAccessibleName(tr("Keyboard shortcuts"));
    list->setHeaderLabels({tr("Key"), tr("What it does")});
    list->setRootIsDecorated(false);
    new QTreeWidgetItem(list, {QKeySequence(Qt::Key_Space).toString(QKeySequence::NativeText),
                               tr("Tick the selected step, or take the tick back")});
    for (const QAction* action : actions) {
        if (!action->shortcut().isEmpty())
            new QTreeWidgetItem(list, {action->shortcut().toString(QKeySequence::NativeText), action->iconText()});
    }
    list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(list, 1);
    layout->addWidget(closeButton(this));
    resize(480, 520);
}
