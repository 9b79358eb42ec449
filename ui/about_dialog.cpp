#include "ui/about_dialog.h"

#include "ui/knowledge_form.h"
#include "ui/labels.h"
#include "ui/window_size.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QFile>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenuBar>
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
using Keys = QList<QPair<QString, QString>>; ///< what it does, and by which keys

QString shown(const QList<QKeySequence>& keys) {
    QStringList texts;
    for (const QKeySequence& key : keys)
        texts << key.toString(QKeySequence::NativeText);
    return texts.join(ShortcutsDialog::tr(" or "));
}

/// Of a menu and those within it.
Keys keysOf(const QMenu& menu) {
    Keys keys;
    const QList<QAction*> actions = menu.actions();
    for (const QAction* action : actions) {
        if (action->menu() != nullptr)
            keys << keysOf(*action->menu());
        else if (!action->shortcut().isEmpty())
            keys << qMakePair(action->iconText(), shown(action->shortcuts()));
    }
    return keys;
}

Keys checklistKeys() {
    const auto key = [](const QKeySequence& code) { return code.toString(QKeySequence::NativeText); };
    return {{ShortcutsDialog::tr("Tick the selected steps, or take the tick back"), key(Qt::Key_Space)},
            {ShortcutsDialog::tr("To the row above or below"),
             ShortcutsDialog::tr("%1, %2").arg(key(Qt::Key_Up), key(Qt::Key_Down))},
            {ShortcutsDialog::tr("Select several rows"),
             ShortcutsDialog::tr("%1, %2").arg(key(Qt::SHIFT | Qt::Key_Up), key(Qt::SHIFT | Qt::Key_Down))},
            {ShortcutsDialog::tr("Close or open an upgrade or section"),
             ShortcutsDialog::tr("%1, %2").arg(key(Qt::Key_Left), key(Qt::Key_Right))},
            {ShortcutsDialog::tr("From the search to the hit in the list"), key(Qt::Key_Down)},
            {ShortcutsDialog::tr("Take all filters away"), key(Qt::Key_Escape)}};
}

/// Those of meeting_window.h, beside what a presenter's remote sends.
Keys meetingKeys() {
    const auto key = [](const QKeySequence& code) { return code.toString(QKeySequence::NativeText); };
    return {{ShortcutsDialog::tr("The next screen, or the one before"),
             ShortcutsDialog::tr("%1, %2").arg(key(Qt::Key_Right), key(Qt::Key_Left))},
            {ShortcutsDialog::tr("The first screen, or the last"),
             ShortcutsDialog::tr("%1, %2").arg(key(Qt::Key_Home), key(Qt::Key_End))},
            {ShortcutsDialog::tr("To a part of the meeting, as numbered below"), ShortcutsDialog::tr("1 to 6")},
            {ShortcutsDialog::tr("To a screen by its number"),
             ShortcutsDialog::tr("digits, then %1").arg(key(Qt::Key_Return))},
            {ShortcutsDialog::tr("To the buttons of the screen, and press one"),
             ShortcutsDialog::tr("%1, then %2").arg(key(Qt::Key_Tab), key(Qt::Key_Return))},
            {ShortcutsDialog::tr("Take back what was said"), QKeySequence(QKeySequence::Undo).toString()},
            {ShortcutsDialog::tr("Make the screen dark, and bring it back"), key(Qt::Key_B)},
            {ShortcutsDialog::tr("Show these keys"),
             ShortcutsDialog::tr("%1 or %2").arg(key(Qt::Key_Question), key(Qt::Key_F1))},
            {ShortcutsDialog::tr("Close what is open; then back to the checklist"), key(Qt::Key_Escape)}};
}

QTreeWidget* keysList(QDialog* dialog) {
    auto* list = new QTreeWidget;
    list->setObjectName(QStringLiteral("shortcuts"));
    list->setAccessibleName(ShortcutsDialog::tr("Keyboard shortcuts"));
    list->setHeaderLabels({ShortcutsDialog::tr("What it does"), ShortcutsDialog::tr("Key")});
    list->setSelectionMode(QAbstractItemView::SingleSelection);
    list->setRootIsDecorated(false);
    list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(list, 1);
    layout->addWidget(closeButton(dialog));
    return list;
}

void addGroup(QTreeWidget& list, const QString& title, const Keys& keys) {
    if (keys.isEmpty())
        return;
    auto* group = new QTreeWidgetItem(&list, {title});
    QFont bold = list.font();
    bold.setBold(true);
    group->setFont(0, bold);
    group->setFirstColumnSpanned(true);
    for (const QPair<QString, QString>& key : keys)
        new QTreeWidgetItem(group, {key.first, key.second});
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
    fitOnScreen(*this, QSize(900, 520));
}

ShortcutsDialog::ShortcutsDialog(const QMenuBar& menus, QWidget* parent)
    : QDialog(parent)
    , m_list(keysList(this)) {
    const QList<QAction*> tops = menus.actions();
    for (const QAction* top : tops)
        addGroup(*m_list, top->iconText(), keysOf(*top->menu()));
    addGroup(*m_list, tr("In the checklist"), checklistKeys());
    addGroup(*m_list, tr("While presenting"), meetingKeys());
    m_list->expandAll();
    m_list->setCurrentItem(m_list->topLevelItem(0));
    setObjectName(QStringLiteral("shortcutsDialog"));
    setWindowTitle(tr("Keyboard shortcuts"));
    const QFontMetrics metrics = fontMetrics();
    fitOnScreen(*this, QSize(metrics.averageCharWidth() * 80, metrics.height() * 34));
}

ShortcutsDialog::ShortcutsDialog(QWidget* meeting)
    : QDialog(meeting)
    , m_list(keysList(this)) {
    const Keys keys = meetingKeys();
    for (const auto& [what, key] : keys)
        new QTreeWidgetItem(m_list, {what, key});
    m_list->setCurrentItem(m_list->topLevelItem(0));
    setObjectName(QStringLiteral("meetingKeys"));
    setWindowTitle(tr("Keys while presenting"));
}
