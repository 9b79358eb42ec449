#include "checklist_hand.h"
#include "core/pause_points.h"
#include "support/support.h"
#include "test_window.h"
#include "ui/mark_dialog.h"
#include "ui/meeting_screen.h"
#include "ui/meeting_window.h"
#include "ui/point_drawer.h"

#include <QApplication>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTreeWidget>

#include <algorithm>

namespace {
/// The main window with a plan, and a meeting about it.
struct Wall : TestWindow {
    explicit Wall(const QString& from = u"0.17.0"_qs, const QString& to = u"0.19.1"_qs) {
        openNewPlan(from, to);
        QTest::keyClick(&window, Qt::Key_F5);
        if (!QTest::qWaitForWindowActive(&meeting()))
            qFatal("the meeting does not appear");
    }

    MeetingWindow& meeting() const {
        const QWidgetList widgets = QApplication::topLevelWidgets();
        for (QWidget* widget : widgets)
            if (auto* found = qobject_cast<MeetingWindow*>(widget))
                return *found;
        qFatal("no meeting");
    }
    const PlanFile& file() const { return *window.planFile(); }

    void press(Qt::Key key, Qt::KeyboardModifiers with = {}) const {
        QWidget* focus = meeting().focusWidget();
        QTest::keyClick(focus != nullptr ? focus : &meeting(), key, with);
    }
    void click(const QString& objectName) const {
        auto& button = child<QPushButton>(meeting(), objectName);
        QVERIFY2(button.isVisible() && button.isEnabled(), qPrintable(objectName));
        QTest::mouseClick(&button, Qt::LeftButton);
    }
    QString title() const { return labelText(meeting(), u"meetingTitle"_qs); }
    int screen() const { return labelText(meeting(), u"meetingNumber"_qs).section(u' ', 0, 0).toInt(); }
    int screens() const { return labelText(meeting(), u"meetingNumber"_qs).section(u' ', -1).toInt(); }
    /// All that can be read on the screen.
    QString text() const {
        QStringList texts;
        const QList<QLabel*> labels = meeting().findChildren<QLabel*>();
        for (const QLabel* label : labels)
            if (label->isVisible())
                texts << label->text().remove(QChar(0x2060));
        return texts.join(u'\n');
    }
    /// Goes forward from a section until there is such a button.
    void goToButton(Qt::Key section, const QString& objectName) const {
        press(section);
        while (meeting().findChild<QPushButton*>(objectName) == nullptr && screen() < screens()) {
            press(Qt::Key_Right);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
        QVERIFY2(meeting().findChild<QPushButton*>(objectName) != nullptr, qPrintable(objectName));
    }
    QList<JournalEntry> journal() const { return *file().journal(); }
};

QString blocker() {
    return u"0.18-slaves-hostname"_qs;
}
} // namespace

class TestMeeting final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { keepToTestPaths(); }
    void init() { failOnAnyWarning(); }

    void keysTurnThePages_data() {
        QTest::addColumn<Qt::Key>("forth");
        QTest::addColumn<Qt::Key>("back");
        QTest::newRow("arrows") << Qt::Key_Right << Qt::Key_Left;
        QTest::newRow("a presenter's remote") << Qt::Key_PageDown << Qt::Key_PageUp;
        QTest::newRow("space and backspace") << Qt::Key_Space << Qt::Key_Backspace;
        QTest::newRow("N") << Qt::Key_N << Qt::Key_Left;
    }
    void keysTurnThePages() {
        QFETCH(Qt::Key, forth);
        QFETCH(Qt::Key, back);
        const Wall wall;
        QVERIFY(wall.meeting().isFullScreen());
        QCOMPARE(wall.screen(), 1);
        wall.press(forth);
        wall.press(forth);
        QCOMPARE(wall.screen(), 3);
        wall.press(back);
        QCOMPARE(wall.screen(), 2);
        wall.press(Qt::Key_End);
        QCOMPARE(wall.screen(), wall.screens());
        wall.press(forth);
        QCOMPARE(wall.screen(), wall.screens());
        wall.press(Qt::Key_Home);
        wall.press(back);
        QCOMPARE(wall.screen(), 1);
    }

    void digitsLeadToSections_andWithReturnToScreens() {
        const Wall wall;
        wall.press(Qt::Key_3);
        QCOMPARE(wall.title(), u"Blockers and dangers"_qs);
        wall.press(Qt::Key_5);
        QVERIFY(wall.title().startsWith(u"Upgrade 0.17.0"_qs));
        wall.press(Qt::Key_Left);
        wall.press(Qt::Key_1);
        wall.press(Qt::Key_2);
        wall.press(Qt::Key_Return);
        QCOMPARE(wall.screen(), 12);
        wall.press(Qt::Key_F5);
        QCOMPARE(wall.screen(), 1);
    }

    void theMouseTurnsThePages() {
        const Wall wall;
        wall.click(u"nextScreen"_qs);
        QCOMPARE(wall.screen(), 2);
        wall.press(Qt::Key_Right); // the button did not keep the keys
        QCOMPARE(wall.screen(), 3);
        wall.click(u"previousScreen"_qs);
        QCOMPARE(wall.screen(), 2);
        wall.click(u"section-6"_qs);
        QCOMPARE(wall.title(), u"What was decided"_qs);
    }

    void bBlanksTheScreen() {
        const Wall wall;
        auto& blank = child<QWidget>(wall.meeting(), u"meetingBlank"_qs);
        for (const Qt::Key key : {Qt::Key_B, Qt::Key_Period}) {
            wall.press(key);
            QVERIFY(blank.isVisible());
            QCOMPARE(blank.size(), wall.meeting().size());
            wall.press(Qt::Key_Right);
            QVERIFY(!blank.isVisible());
            QCOMPARE(wall.screen(), 1);
        }
    }

    void escLeaves_andTheMeetingGoesOn() {
        Wall wall;
        wall.goToButton(Qt::Key_5, u"write-0.18-stop-start"_qs);
        wall.click(u"write-0.18-stop-start"_qs);
        child<QLineEdit>(wall.meeting(), u"owner"_qs).setFocus();
        QTest::keyClicks(wall.meeting().focusWidget(), u"Lin"_qs);
        wall.press(Qt::Key_Escape);
        QVERIFY(!child<PointDrawer>(wall.meeting(), u"pointDrawer"_qs).isVisible());
        QVERIFY(wall.meeting().isVisible());
        wall.press(Qt::Key_Escape);
        QVERIFY(!wall.meeting().isVisible());
        QCOMPARE(recordOf(wall, u"0.18-stop-start"_qs).owner, u"Lin"_qs);

        wall.action(u"presentAction"_qs).trigger();
        wall.press(Qt::Key_6);
        QVERIFY2(wall.text().contains(u"0.18-stop-start: Lin approves"_qs), qPrintable(wall.text()));
    }

    void aQuestionIsAnswered_onceItWasSeenWhatThatChanges() {
        const Wall wall;
        wall.press(Qt::Key_4);
        const QString question = openQuestions(wall.file().plan()).constFirst().id;
        const Answers before = wall.file().plan().answers();

        wall.click(u"answer-no"_qs);
        QCOMPARE(wall.title(), u"This would change"_qs);
        QVERIFY2(wall.text().contains(u": unsure → no"_qs), qPrintable(wall.text()));
        QCOMPARE(wall.file().plan().answers(), before);
        wall.press(Qt::Key_Escape);
        QCOMPARE(wall.title().section(u' ', 0, 1), u"Question 1"_qs);
        QVERIFY(wall.journal().isEmpty());

        wall.click(u"answer-no"_qs);
        wall.click(u"agree"_qs);
        QCOMPARE(wall.file().plan().answers().value(question), Answer::No);
        QCOMPARE(wall.journal().constLast().deed, Deed::Plan);
        QCOMPARE(wall.title().section(u' ', 0, 1), u"Question 1"_qs);
        QVERIFY(child<QPushButton>(wall.meeting(), u"answer-no"_qs).text().startsWith(u'\u2713'));
        wall.press(Qt::Key_6);
        QVERIFY2(wall.text().contains(u": unsure → no"_qs), qPrintable(wall.text()));

        wall.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(wall.file().plan().answers(), before);
        wall.press(Qt::Key_6);
        QVERIFY2(!wall.text().contains(u"unsure → no"_qs), qPrintable(wall.text()));
    }

    void aRiskIsAccepted() {
        const Wall wall;
        wall.goToButton(Qt::Key_3, u"accept-"_qs + blocker());
        wall.click(u"accept-"_qs + blocker());
        auto& dialog = child<MarkDialog>(wall.meeting(), u"markDialog"_qs);
        child<QLineEdit>(dialog, u"acceptedBy"_qs).setText(u"Lin"_qs);
        child<QLineEdit>(dialog, u"until"_qs).setText(QDate::currentDate().addDays(30).toString(Qt::ISODate));
        child<QPlainTextEdit>(dialog, u"reason"_qs).setPlainText(u"names are fixed here"_qs);
        child<QDialogButtonBox>(dialog, u"buttons"_qs).button(QDialogButtonBox::Ok)->click();
        QCOMPARE(recordOf(wall, blocker()).mark.acceptedBy, u"Lin"_qs);
        QCOMPARE(wall.journal().constLast().mark.reason, u"names are fixed here"_qs);
        QVERIFY2(wall.text().contains(u"Accepted: by Lin, until "_qs), qPrintable(wall.text()));
        wall.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(state(wall, blocker()), StepState::Open);
    }

    void anApproverADayAndANote_areWrittenWhereTheyComeUp() {
        const Wall wall;
        const QString stop = u"0.18-stop-after-masters"_qs;
        wall.goToButton(Qt::Key_5, u"write-"_qs + stop);
        const int screen = wall.screen();
        wall.click(u"write-"_qs + stop);
        QTest::keyClicks(wall.meeting().focusWidget(), u"Nina 5 b."_qs); // keys that turn pages and blank the screen
        auto& day = child<QLineEdit>(wall.meeting(), u"day"_qs);
        day.setFocus();
        QTest::keyClicks(&day, u"2026-12-01"_qs);
        QTest::keyClick(&day, Qt::Key_PageDown);
        auto& note = child<QPlainTextEdit>(wall.meeting(), u"note"_qs);
        note.setFocus();
        QTest::keyClicks(&note, u"before noon"_qs);
        wall.click(u"closeDrawer"_qs);
        QCOMPARE(wall.screen(), screen);
        const ItemRecord record = recordOf(wall, stop);
        QCOMPARE(record.owner, u"Nina 5 b."_qs);
        QCOMPARE(record.day, QDate(2026, 12, 1));
        QCOMPARE(record.note, u"before noon"_qs);
        QVERIFY2(wall.text().contains(u"Approves: Nina 5 b.  ·  Planned for: 2026-12-01  ·  Note: before noon"_qs),
                 qPrintable(wall.text()));

        QCOMPARE(wall.journal().size(), 3);
        for (int deed = 0; deed < 3; ++deed)
            wall.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(recordOf(wall, stop), ItemRecord{});
        QCOMPARE(wall.journal().size(), 6);
    }

    void theMinutesAreExported() {
        Wall wall;
        wall.goToButton(Qt::Key_5, u"write-0.18-stop-start"_qs);
        wall.click(u"write-0.18-stop-start"_qs);
        QTest::keyClicks(wall.meeting().focusWidget(), u"Lin"_qs);
        wall.press(Qt::Key_Escape);
        wall.press(Qt::Key_6);
        for (const QString& name : {u"minutes.md"_qs, u"minutes.html"_qs, u"minutes.pdf"_qs}) {
            wall.desktop.file = wall.path(name);
            wall.click(u"exportMinutes"_qs);
            QFile file(wall.desktop.file);
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(name));
            const QByteArray bytes = file.readAll();
            QVERIFY2(bytes.contains("Lin approves") || bytes.startsWith("%PDF-"), qPrintable(name));
            QVERIFY(labelText(wall.meeting(), u"meetingStatus"_qs).contains(name));
        }
        QVERIFY(wall.desktop.suggestions.constFirst().endsWith(u".md"_qs));
        QVERIFY(wall.desktop.complaints.isEmpty());
        wall.desktop.file = wall.path(u"minutes.json"_qs);
        wall.click(u"exportMinutes"_qs);
        QCOMPARE(wall.desktop.complaints.size(), 1);
    }

    void aScreenWithLittleOnIt_isInLargeLetters() {
        const Wall wall;
        wall.press(Qt::Key_6); // nothing was decided yet
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        const int little = wall.meeting().findChild<MeetingScreen*>()->font().pixelSize();
        wall.press(Qt::Key_3);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        const int much = wall.meeting().findChild<MeetingScreen*>()->font().pixelSize();
        QVERIFY2(little > much, qPrintable(u"%1, %2"_qs.arg(little).arg(much)));
    }

    void keysAreListedInTheMeeting_data() {
        QTest::addColumn<Qt::Key>("key");
        QTest::newRow("question mark") << Qt::Key_Question;
        QTest::newRow("F1") << Qt::Key_F1;
    }
    void keysAreListedInTheMeeting() {
        QFETCH(Qt::Key, key);
        const Wall wall;
        wall.press(key);
        auto& dialog = child<QDialog>(wall.meeting(), u"meetingKeys"_qs);
        QVERIFY(dialog.isVisible());
        QVERIFY(dialog.font().pixelSize() * 36 >= wall.meeting().height());
        QVERIFY(child<QTreeWidget>(dialog, u"shortcuts"_qs).topLevelItemCount() >= 9);
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QTRY_VERIFY(wall.meeting().findChild<QDialog*>(u"meetingKeys"_qs) == nullptr);
        QVERIFY(wall.meeting().isVisible());
    }

    void aBoxIsAsLargeAsItsText() {
        const Wall wall;
        wall.goToButton(Qt::Key_5, u"write-0.18-stop-start"_qs);
        wall.click(u"write-0.18-stop-start"_qs);
        const auto* approved = child<PointDrawer>(wall.meeting(), u"pointDrawer"_qs).findChild<QCheckBox*>();
        QVERIFY(approved->style()->pixelMetric(QStyle::PM_IndicatorHeight, nullptr, approved) >=
                approved->fontMetrics().ascent());
        QVERIFY(labelText(wall.meeting(), u"pointTitle"_qs).contains(u"(upgrade 0.17.0 → 0.18.x)"_qs));
    }

    void nothingIsCutOff_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("1920x1080") << QSize(1920, 1080) << u"0.14.2"_qs << u"0.20.1"_qs;
        QTest::newRow("1280x720, a long way") << QSize(1280, 720) << u"1.0.4"_qs << u"1.11.0"_qs;
        QTest::newRow("1024x700, a long way") << QSize(1024, 700) << u"1.0.4"_qs << u"1.11.0"_qs;
        QTest::newRow("1024x700") << QSize(1024, 700) << u"0.14.2"_qs << u"0.20.1"_qs;
        QTest::newRow("3840x2160") << QSize(3840, 2160) << u"0.14.2"_qs << u"0.20.1"_qs;
    }
    void nothingIsCutOff() {
        QFETCH(QSize, size);
        QFETCH(QString, from);
        QFETCH(QString, to);
        const Wall wall(from, to);
        MeetingWindow& meeting = wall.meeting();
        meeting.setWindowState(Qt::WindowNoState);
        meeting.resize(size);
        QTRY_COMPARE(meeting.size(), size);
        const auto& place = child<QWidget>(meeting, u"meetingPlace"_qs);
        for (wall.press(Qt::Key_Home); wall.screen() <= wall.screens(); wall.press(Qt::Key_Right)) {
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            auto* shown = meeting.findChild<MeetingScreen*>();
            QVERIFY2(shown->fitsInto(place.size()), qPrintable(wall.text()));
            QVERIFY2(!wall.text().contains(u'\u2026' + u"\n"_qs), qPrintable(wall.text()));
            const QFont font = shown->font();
            QVERIFY2(font.pixelSize() * 36 >= size.height(), "too small to be read");
            const int high = shown->layout()->totalHeightForWidth(place.width());
            QVERIFY2(high <= place.height(),
                     qPrintable(u"%1 of %2: %3"_qs.arg(high).arg(place.height()).arg(wall.text())));
            QVERIFY2(shown->minimumSizeHint().width() <= place.width(), qPrintable(wall.text()));
            QVERIFY(meeting.minimumSizeHint().width() <= size.width());
            const QString nameless = namelessWidgets(meeting);
            QVERIFY2(nameless.isEmpty(), qPrintable(nameless));
            if (wall.screen() == wall.screens())
                break;
        }
    }
};

QTEST_MAIN(TestMeeting)
#include "tst_meeting.moc"
