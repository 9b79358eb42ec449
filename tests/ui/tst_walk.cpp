#include "support/support.h"
#include "test_window.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QPushButton>
#include <QTreeWidget>

// A walk through everything that the menus lead to: each entry is taken once, what it opens is looked at and closed by
// Esc, and nothing is left behind. Every warning of Qt on the way is a failure.

namespace {
struct Entry {
    QString menu;
    QPointer<QAction> action;
};

/// Entries that end what the walk stands on, or that other tests take: they open a program of the system's.
QStringList passedOver() {
    return {u"quitAction"_qs, u"closeAction"_qs, u"newWindowAction"_qs, u"exampleAction"_qs, u"resetAction"_qs};
}

QList<Entry> entriesOf(const QMenu& menu) {
    QList<Entry> entries;
    const QList<QAction*> actions = menu.actions();
    for (QAction* action : actions) {
        if (action->menu() != nullptr)
            entries << entriesOf(*action->menu());
        else if (!action->isSeparator() && !passedOver().contains(action->objectName()))
            entries << Entry{menu.title(), action};
    }
    return entries;
}

QList<QMenu*> menusOf(const MainWindow& window) {
    QList<QMenu*> menus;
    const QList<QAction*> tops = window.menuBar()->actions();
    for (const QAction* top : tops)
        menus << top->menu();
    return menus;
}

/// Everything that stands in front of the main window or beside it.
QWidgetList openWindows() {
    QWidgetList windows = QApplication::topLevelWidgets();
    windows.removeIf([](const QWidget* window) {
        return !window->isVisible() || qobject_cast<const MainWindow*>(window) != nullptr;
    });
    return windows;
}

/// Letters that two of these have; buttons and labels of one window can be seen at the same time.
QString clashes(const QStringList& texts) {
    QMap<QString, QStringList> byKey;
    for (const QString& text : texts)
        if (const QKeySequence key = QKeySequence::mnemonic(text); !key.isEmpty())
            byKey[key.toString()] << text;
    QStringList found;
    for (auto it = byKey.cbegin(); it != byKey.cend(); ++it)
        if (it->size() > 1)
            found << it.key() + u": " + it->join(u" | ");
    return found.join(u'\n');
}

QString clashesIn(const QWidget& window) {
    QStringList texts;
    const QList<QWidget*> widgets = window.findChildren<QWidget*>();
    for (const QWidget* widget : widgets) {
        if (!widget->isVisible() || widget->window() != window.window())
            continue;
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            texts << button->text();
        else if (const auto* label = qobject_cast<const QLabel*>(widget); label != nullptr && label->buddy() != nullptr)
            texts << label->text();
        else if (const auto* bar = qobject_cast<const QMenuBar*>(widget))
            for (const QAction* action : bar->actions())
                texts << action->text();
    }
    return clashes(texts);
}
} // namespace

class TestWalk final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { keepToTestPaths(); }
    void init() { failOnAnyWarning(); }

    void everyEntryOpensAndEscClosesIt_data() {
        QTest::addColumn<bool>("withPlan");
        QTest::addColumn<QString>("appearance");
        for (const bool withPlan : {false, true})
            for (const char* appearance : {"lightAction", "darkAction"})
                QTest::addRow("%s, %s", withPlan ? "plan" : "start page", appearance) << withPlan << appearance;
    }
    void everyEntryOpensAndEscClosesIt() {
        QFETCH(bool, withPlan);
        QFETCH(QString, appearance);
        TestWindow test;
        if (withPlan)
            test.openNewPlan(u"0.17.0"_qs, u"0.19.1"_qs);
        int taken = 0;
        for (const QMenu* menu : menusOf(test.window))
            for (const Entry& entry : entriesOf(*menu)) {
                test.action(appearance).trigger();
                if (!entry.action || !entry.action->isEnabled())
                    continue;
                const QString name = entry.menu + u" → " + entry.action->text();
                entry.action->trigger();
                ++taken;
                QApplication::processEvents();
                const QWidgetList opened = openWindows();
                for (QWidget* dialog : opened) {
                    QVERIFY2(QTest::qWaitForWindowActive(dialog), qPrintable(name));
                    QVERIFY2(!dialog->windowTitle().isEmpty(), qPrintable(name));
                    QCOMPARE(clashesIn(*dialog), QString());
                    dialog->grab();
                    QTest::keyClick(dialog, Qt::Key_Escape);
                }
                QTRY_VERIFY2(openWindows().isEmpty(), qPrintable(name));
                QTRY_COMPARE(QApplication::activeModalWidget(), nullptr);
                QCOMPARE(bool(test.window.planFile()), withPlan);
            }
        QVERIFY(taken > (withPlan ? 30 : 8));
        QCOMPARE(test.desktop.complaints, QStringList());
    }

    void mnemonicsDoNotClash_data() {
        QTest::addColumn<bool>("withPlan");
        QTest::newRow("start page") << false;
        QTest::newRow("plan") << true;
    }
    void mnemonicsDoNotClash() {
        QFETCH(bool, withPlan);
        TestWindow test;
        if (withPlan)
            test.openNewPlan(u"0.14.2"_qs, u"0.20.1"_qs);
        QCOMPARE(clashesIn(test.window), QString());
        const QList<QMenu*> menus = test.window.menuBar()->findChildren<QMenu*>();
        QVERIFY(menus.size() >= 5);
        for (const QMenu* menu : menus) {
            QStringList texts;
            const QList<QAction*> actions = menu->actions();
            for (const QAction* action : actions)
                texts << action->text();
            QCOMPARE(clashes(texts), QString());
        }
    }
    void mnemonicsOfEveryViewDoNotClash() {
        TestWindow test;
        test.openNewPlan(u"0.14.2"_qs, u"0.20.1"_qs);
        for (const char* view :
             {"findOutAction", "leftOutAction", "impactAction", "answersAction", "clusterAction", "historyAction"}) {
            test.action(QString::fromLatin1(view)).trigger();
            QVERIFY2(clashesIn(test.window).isEmpty(),
                     qPrintable(QLatin1String(view) + u": " + clashesIn(test.window)));
        }
    }

    void everyKeyStandsInTheList() {
        TestWindow test;
        test.openNewPlan(u"0.17.0"_qs, u"0.18.2"_qs);
        QStringList keys;
        for (const QMenu* menu : menusOf(test.window))
            for (const Entry& entry : entriesOf(*menu))
                if (!entry.action->shortcut().isEmpty())
                    keys << entry.action->shortcut().toString(QKeySequence::NativeText);
        QVERIFY(keys.size() > 20);
        test.action(u"shortcutsAction"_qs).trigger();
        auto& list = child<QTreeWidget>(test.window, u"shortcuts"_qs);
        QStringList shown;
        for (int group = 0; group < list.topLevelItemCount(); ++group)
            for (int row = 0; row < list.topLevelItem(group)->childCount(); ++row)
                shown << list.topLevelItem(group)->child(row)->text(1).split(u" or "_qs);
        for (const QString& key : keys)
            QVERIFY2(shown.contains(key), qPrintable(key));
        QVERIFY(shown.contains(u"Space"_qs));
        QTest::keyClick(&list, Qt::Key_Escape);
    }

    void helpStaysBesideTheWork() {
        TestWindow test;
        QTest::keyClick(&test.window, Qt::Key_F1);
        auto& help = child<QDialog>(test.window, u"helpDialog"_qs);
        QVERIFY(help.isVisible());
        QVERIFY(!help.isModal());
        for (const QLabel* label : help.findChildren<QLabel*>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
        QTest::keyClick(&test.window, Qt::Key_F1); // the same once more
        QCOMPARE(test.window.findChildren<QDialog*>(u"helpDialog"_qs).size(), 1);
        QTest::keyClick(&help, Qt::Key_Escape);
        QTRY_VERIFY(!test.window.findChild<QDialog*>(u"helpDialog"_qs));
    }
};

QTEST_MAIN(TestWalk)
#include "tst_walk.moc"
