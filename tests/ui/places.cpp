#include "places.h"

#include "checklist_hand.h"
#include "wizard_hand.h"

#include <QApplication>
#include <QLineEdit>

#include <array>

QWidget& openedWindow() {
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget* window : windows)
        if (window->isVisible() && (window->inherits("QDialog") || window->inherits("MeetingWindow"))) {
            if (!QTest::qWaitForWindowActive(window))
                qFatal("%s does not get active", qPrintable(window->objectName()));
            return *window;
        }
    qFatal("nothing was opened");
}

namespace {
constexpr QSize smallestScreen(1024, 700);

/// Called at each place, when it is laid out: how it is called, and the window it is in.
using Look = std::function<void(const QString& place, QWidget& window)>;

/// Sizes the window as on the smallest screen we promise to fit, and lets it be laid out.
void layOutSmall(QWidget& window) {
    window.resize(window.isWindow() && window.inherits("QDialog") ? window.size().boundedTo(smallestScreen)
                                                                  : smallestScreen);
    for (int round = 0; round < 3; ++round) // what wraps takes its height from the width of the round before
        QApplication::processEvents();
}

/// With something of everything: a long way, questions that are open, a slave that is told apart.
void openPlan(TestWindow& test) {
    test.openNewPlan(u"0.14.2"_qs, u"0.20.1"_qs, u"cgroups=some python-frameworks=yes"_qs);
}

void visitStartPage(TestWindow& test, const Look& look) {
    layOutSmall(test.window);
    look(u"start page"_qs, test.window);
    openPlan(test);
    test.action(u"closeAction"_qs).trigger();
    layOutSmall(test.window);
    look(u"start page with a recent plan"_qs, test.window);
}

void visitWizard(TestWindow& test, const Look& look) {
    NewPlanWizard& wizard = startWizard(test);
    layOutSmall(wizard);
    look(u"wizard, nothing chosen"_qs, wizard);
    chooseVersions(wizard, u"0.28.3"_qs, u"1.11.0"_qs);
    for (bool isLast = false; !isLast; wizard.next()) {
        isLast = wizard.nextId() == -1;
        layOutSmall(wizard);
        look(u"wizard, "_qs + wizard.currentPage()->objectName(), wizard);
    }
    QTest::keyClick(&wizard, Qt::Key_Escape);
}

void visitViews(TestWindow& test, const Look& look) {
    openPlan(test);
    for (const char* view : {"checklistAction", "findOutAction", "leftOutAction", "impactAction", "answersAction",
                             "clusterAction", "historyAction"}) {
        test.action(QLatin1String(view)).trigger();
        layOutSmall(test.window);
        look(QLatin1String(view), test.window);
    }
    test.action(u"checklistAction"_qs).trigger();
    select(test, u"0.15-stop-start"_qs);
    layOutSmall(test.window);
    look(u"a stop"_qs, test.window);
    tree(test).setCurrentIndex(tree(test).model()->index(0, 0));
    layOutSmall(test.window);
    look(u"an upgrade"_qs, test.window);
    toggleFilter(test, words::state(StepState::Open));
    QTest::keyClicks(&child<QLineEdit>(test.window, u"search"_qs), u"restart"_qs);
    layOutSmall(test.window);
    look(u"filtered and searched"_qs, test.window);
}

void visitDialogs(TestWindow& test, const Look& look) {
    openPlan(test);
    test.action(u"goOnAction"_qs).trigger();
    for (const char* name : {"skippedAction", "notApplicableAction", "putOffAction", "failedAction", "cardAction",
                             "goToAction", "helpAction", "shortcutsAction", "knowledgeAction", "aboutAction"}) {
        test.action(QLatin1String(name)).trigger();
        QWidget& dialog = openedWindow();
        layOutSmall(dialog);
        look(QLatin1String(name), dialog);
        dialog.close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

void visitMeeting(TestWindow& test, const Look& look) {
    openPlan(test);
    test.action(u"presentAction"_qs).trigger();
    QWidget& meeting = openedWindow();
    meeting.setWindowState(Qt::WindowNoState);
    for (const Qt::Key section : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5, Qt::Key_6}) {
        QTest::keyClick(&meeting, section);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        layOutSmall(meeting);
        look(u"meeting, part %1"_qs.arg(section - Qt::Key_0), meeting);
    }
    meeting.close();
}
/// A way through the program; it wants a TestWindow of its own.
struct Tour {
    const char* name;
    void (*visit)(TestWindow& test, const Look& look);
};

constexpr std::array tours{Tour{"start page", visitStartPage}, Tour{"wizard", visitWizard},
                           Tour{"views of a plan", visitViews}, Tour{"dialogs", visitDialogs},
                           Tour{"meeting", visitMeeting}};
} // namespace

void addTours() {
    QTest::addColumn<std::size_t>("tour");
    for (std::size_t i = 0; i < tours.size(); ++i)
        QTest::newRow(tours[i].name) << i;
}

void checkOnTour(const std::function<Findings(QWidget& window)>& wrongIn) {
    QFETCH(const std::size_t, tour);
    TestWindow test;
    Findings findings;
    int places = 0;
    tours[tour].visit(test, [&](const QString& place, QWidget& window) {
        ++places;
        const Findings wrong = wrongIn(window);
        for (const QString& finding : wrong)
            findings << place + u": " + finding;
    });
    QVERIFY(places > 1);
    QVERIFY2(findings.isEmpty(), qPrintable(u'\n' + findings.join(u'\n')));
}

QString nameOf(const QWidget& widget) {
    return u"%1 “%2”"_qs.arg(QLatin1String(widget.metaObject()->className()), widget.objectName());
}

QList<QWidget*> tabStops(const QWidget& parent) {
    QList<QWidget*> stops = parent.findChildren<QWidget*>();
    stops.removeIf([&parent](const QWidget* widget) {
        return !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy() != nullptr || !widget->isEnabled() ||
               !widget->isVisibleTo(&parent) || widget->window() != parent.window();
    });
    return stops;
}
