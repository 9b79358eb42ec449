#include "checklist_hand.h"
#include "places.h"
#include "support/support.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>

#include <algorithm>

// What people need who use no mouse, or no screen: names, roles, labels, sentences, an order of the Tab key as seen.

namespace {
Findings wrongNamesAndRoles(const QWidget& window) {
    // What a screen reader says of widgets that nobody described.
    static const QList<QAccessible::Role> meaningless{QAccessible::NoRole, QAccessible::Window, QAccessible::Whitespace,
                                                      QAccessible::LayeredPane};
    Findings wrong;
    const QList<QWidget*> stops = tabStops(window);
    for (QWidget* widget : stops) {
        const QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
        if (accessible == nullptr || accessible->text(QAccessible::Name).trimmed().isEmpty())
            wrong << nameOf(*widget) + u" has no name";
        else if (meaningless.contains(accessible->role()))
            wrong << nameOf(*widget) + u" has no role";
        else if (!accessible->state().focusable)
            wrong << nameOf(*widget) + u" does not say that it takes the focus";
    }
    return wrong;
}

Findings labelsOfNothing(const QWidget& window) {
    Findings wrong;
    const QList<QLabel*> labels = window.findChildren<QLabel*>();
    for (const QLabel* label : labels)
        if (label->isVisible() && label->textFormat() != Qt::PlainText && label->buddy() == nullptr &&
            !QKeySequence::mnemonic(label->text()).isEmpty())
            wrong << u"no field belongs to the label " + label->text();
    return wrong;
}

QRect placeOf(const QWidget& widget) {
    return {widget.mapTo(widget.window(), QPoint()), widget.size()};
}

/// Top to bottom, in a line left to right.
bool isBefore(const QRect& one, const QRect& other) {
    const bool inOneLine = one.center().y() >= other.top() && one.center().y() <= other.bottom();
    return inOneLine ? one.left() < other.left() : one.top() < other.top();
}

/// What the Tab key leads to, until it comes back; `arrived` is called at each, once.
QList<QWidget*> tabRound(QWidget& window, const std::function<void(QWidget&)>& arrived = {}) {
    constexpr qsizetype manyLinks = 200; // where there are links in a text, Tab leads to each of them
    const qsizetype most = tabStops(window).size() + manyLinks;
    QList<QWidget*> round;
    for (qsizetype i = 0; i < most; ++i) {
        QWidget* before = QApplication::focusWidget();
        QTest::keyClick(before != nullptr ? before : &window, Qt::Key_Tab);
        QWidget* now = QApplication::focusWidget();
        if (now == nullptr || (round.size() > 1 && now == round.constFirst()))
            break;
        if (round.contains(now))
            continue;
        round << now;
        if (arrived)
            arrived(*now);
    }
    return round;
}

Findings wrongTabOrder(QWidget& window) {
    Findings wrong;
    const QList<QWidget*> round = tabRound(window);
    const QList<QWidget*> stops = tabStops(window); // what has the focus may show more
    for (const QWidget* stop : stops)
        if (!round.contains(stop))
            wrong << u"Tab does not lead to " + nameOf(*stop);
    // Among those in one frame; that the round may begin anywhere makes one step backwards right.
    QHash<const QWidget*, QList<QWidget*>> byFrame;
    for (QWidget* widget : round)
        byFrame[widget->parentWidget()] << widget;
    for (const QList<QWidget*>& siblings : std::as_const(byFrame)) {
        Findings backwards;
        for (qsizetype i = 0; i < siblings.size(); ++i) {
            const QWidget& here = *siblings[i];
            const QWidget& next = *siblings[(i + 1) % siblings.size()];
            if (siblings.size() > 1 && isBefore(placeOf(next), placeOf(here)))
                backwards << u"Tab goes back from %1 to %2"_qs.arg(nameOf(here), nameOf(next));
        }
        if (backwards.size() > 1)
            wrong << backwards;
    }
    return wrong;
}

QImage pictureOf(const QWidget& widget) {
    constexpr int around = 3;
    return widget.window()->grab(placeOf(widget).adjusted(-around, -around, around, around)).toImage();
}

Findings focusThatCannotBeSeen(QWidget& window) {
    Findings wrong;
    tabRound(window, [&wrong](QWidget& stop) {
        if (stop.isWindow()) // a screen of a meeting is all there is to see
            return;
        QApplication::processEvents();
        const QImage with = pictureOf(stop);
        stop.clearFocus();
        QApplication::processEvents();
        if (pictureOf(stop) == with)
            wrong << u"one does not see that the focus is on " + nameOf(stop);
        stop.setFocus(Qt::TabFocusReason);
    });
    return wrong;
}

/// With the whole tree of interfaces below, as a screen reader walks through it.
int walk(QAccessibleInterface* accessible, int depth = 0) {
    constexpr int deepest = 40;
    if (accessible == nullptr || !accessible->isValid() || depth > deepest)
        return 0;
    int seen = 1;
    accessible->text(QAccessible::Name);
    accessible->text(QAccessible::Description);
    accessible->rect();
    for (int i = 0; i < accessible->childCount(); ++i)
        seen += walk(accessible->child(i), depth + 1);
    return seen;
}
} // namespace

class TestAccessible final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { keepToTestPaths(); }
    void init() { failOnAnyWarning(); }

    void everythingHasANameAndAPlaceOfItsOwn_data() { addTours(); }
    void everythingHasANameAndAPlaceOfItsOwn() {
        checkOnTour([](QWidget& window) { return wrongNamesAndRoles(window) + labelsOfNothing(window); });
    }

    void tabLeadsToEverythingAsSeen_data() { addTours(); }
    void tabLeadsToEverythingAsSeen() { checkOnTour(wrongTabOrder); }

    void focusCanBeSeen_data() { addTours(); }
    void focusCanBeSeen() { checkOnTour(focusThatCannotBeSeen); }

    void readersGetThroughTheWholeTree_data() { addTours(); }
    void readersGetThroughTheWholeTree() {
        checkOnTour([](QWidget& window) {
            constexpr int few = 5;
            return walk(QAccessible::queryAccessibleInterface(&window)) > few ? Findings{}
                                                                              : Findings{u"hardly anything"_qs};
        });
    }

    void linesReadAsSentences() {
        TestWindow test;
        test.openNewPlan(u"0.17.0"_qs, u"0.19.1"_qs);
        const QModelIndex row = rowOf(test, u"0.18-masters-restart"_qs);
        QVERIFY(row.isValid());
        const QString text = row.data(Qt::AccessibleTextRole).toString();
        QVERIFY2(text.startsWith(u"Step "_qs) && text.contains(u" of "_qs) && text.contains(u", masters, open, "_qs),
                 qPrintable(text));
        // What a reader gets is that sentence.
        tree(test).setCurrentIndex(row);
        const QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&tree(test));
        const QAccessibleInterface* focused = list->focusChild();
        QVERIFY(focused != nullptr);
        QCOMPARE(focused->text(QAccessible::Name), text);
        QVERIFY(focused->state().checkable);
        QVERIFY(!focused->state().checked);
        QTest::keyClick(&tree(test), Qt::Key_Space);
        QTRY_VERIFY(list->focusChild()->state().checked);
        QVERIFY(list->focusChild()->text(QAccessible::Name).contains(u", done, "_qs));
    }
};

QTEST_MAIN(TestAccessible)
#include "tst_accessible.moc"
