#include "checklist_hand.h"
#include "support/support.h"
#include "ui/text_panel.h"
#include "ui/trouble_dialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace {
QString reboot() {
    return QStringLiteral("0.18-slaves-reboot");
}

/// A step has just gone wrong.
struct Night : TestWindow {
    Night() {
        openNewPlan(QStringLiteral("0.17.0"), QStringLiteral("0.18.2"), QStringLiteral("cgroups=yes"));
        select(*this, reboot());
        action(QStringLiteral("failedAction")).trigger();
        card().activateWindow(); // no window manager does it here
        if (!QTest::qWaitFor([this] { return QApplication::activeWindow() == &card(); }))
            qFatal("the card does not appear");
    }

    TroubleDialog& card() const { return child<TroubleDialog>(window, u"troubleDialog"_qs); }
    QString cardText() const {
        QStringList texts;
        for (const TextPanel* part : card().findChildren<TextPanel*>(u"partText"_qs))
            texts << part->toPlainText();
        return texts.join(u'\n');
    }
    bool hasCard() const { return window.findChild<TroubleDialog*>() != nullptr; }
};
} // namespace

class TestTroubleCard final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { keepToTestPaths(); }
    void init() { failOnAnyWarning(); }

    void failureIsAskedFor_data() {
        QTest::addColumn<bool>("yes");
        QTest::newRow("it went wrong") << true;
        QTest::newRow("the key was pressed by mistake") << false;
    }
    void failureIsAskedFor() {
        QFETCH(bool, yes);
        TestWindow test;
        test.openNewPlan(u"0.17.0"_qs, u"0.18.2"_qs, u"cgroups=yes"_qs);
        select(test, reboot());
        test.desktop.yes = yes;
        QTest::keyClick(&tree(test), Qt::Key_G, Qt::ControlModifier);
        QCOMPARE(test.desktop.questions.size(), 1);
        QVERIFY(test.desktop.questions.constFirst().contains(reboot()));
        QCOMPARE(state(test, reboot()), yes ? StepState::Failed : StepState::Open);
        QCOMPARE(test.window.planFile()->journal()->size(), yes ? 1 : 0);
        QCOMPARE(test.window.findChildren<TroubleDialog*>().size(), yes ? 1 : 0);
    }

    void failureIsOnDiskBeforeMoreIsAsked() {
        const Night night;
        QCOMPARE(state(night, reboot()), StepState::Failed);
        QVERIFY(night.card().isVisible());
        QCOMPARE((*PlanFile::open(night.window.planFile()->path()))->record().stateOf(reboot()), StepState::Failed);
        QCOMPARE(night.desktop.questions.size(), 1);
    }

    void cardSaysWhatToKnow() {
        const Night night;
        const QString text = night.cardText();
        QVERIFY2(text.contains(u"masters: 0.17.0"_qs), qPrintable(text));
        const auto titles = night.card().findChildren<QLabel*>(u"partTitle"_qs);
        QVERIFY(titles.size() >= 5);
        QCOMPARE(namelessWidgets(night.card()), QString());
        QVERIFY2(night.card().windowTitle().endsWith(u"("_qs + reboot() + u")"_qs), "words first");
        QVERIFY(!labelText(night.card(), u"cardTitle"_qs).contains(reboot()));
    }

    void whatWasSeenIsSavedAsItIsTyped() {
        const Night night;
        auto& seen = child<QPlainTextEdit>(night.card(), u"seen"_qs);
        QVERIFY(seen.hasFocus());
        QTest::keyClicks(&seen, u"<b>kernel</b> panic"_qs);
        QTRY_COMPARE(recordOf(night, reboot()).mark.reason, u"<b>kernel</b> panic"_qs);
        QCOMPARE(state(night, reboot()), StepState::Failed);
        QVERIFY(night.cardText().contains(u"<b>kernel</b> panic"_qs));
        QVERIFY(seen.hasFocus());
        QTest::keyClicks(&seen, u"!"_qs);
        QTest::keyClick(&night.card(), Qt::Key_Escape); // handed over by closing
        QCOMPARE(recordOf(night, reboot()).mark.reason, u"<b>kernel</b> panic!"_qs);
    }

    void whomToCallIsAskedOncePerPlan() {
        const Night night;
        auto& call = child<QLineEdit>(night.card(), u"call"_qs);
        QVERIFY(call.isVisible());
        QTest::keyClicks(&call, u"Lin, 555 0100"_qs);
        QTest::keyClick(&call, Qt::Key_Return);
        QCOMPARE(night.window.planFile()->record().call, u"Lin, 555 0100"_qs);
        QVERIFY(night.card().isVisible());
        QVERIFY(night.cardText().contains(u"Lin, 555 0100"_qs));
        night.card().close();
        QTRY_VERIFY(!night.hasCard());
        night.action(u"cardAction"_qs).trigger();
        QVERIFY(!child<QLineEdit>(night.card(), u"call"_qs).isVisible());
    }

    void cardIsReopenedWhileTheStepIsFailed() {
        const Night night;
        night.action(u"cardAction"_qs).trigger();
        QCOMPARE(night.window.findChildren<TroubleDialog*>().size(), 1); // the same one
        night.card().close();
        QTRY_VERIFY(!night.hasCard());
        QTest::mouseClick(&child<QPushButton>(night.window, u"showCard"_qs), Qt::LeftButton);
        QVERIFY(night.card().isVisible());
        night.card().close();
        QTRY_VERIFY(!night.hasCard());
        night.action(u"failedAction"_qs).trigger(); // says nothing new
        QVERIFY(night.card().isVisible());
        QCOMPARE(night.window.planFile()->journal()->size(), 1);
        night.action(u"reopenAction"_qs).trigger();
        QVERIFY(!night.action(u"cardAction"_qs).isEnabled());
        QVERIFY(!child<QPushButton>(night.window, u"showCard"_qs).isVisible());
    }

    void linkLeadsToAStepThatMustWait() {
        const Night night;
        const QString next =
            waitingFor(night.window.planFile()->plan(), night.window.planFile()->record(), reboot()).constFirst();
        QVERIFY(night.cardText().contains(next));
        Q_EMIT night.card()
            .findChildren<TextPanel*>(u"partText"_qs)
            .constFirst()
            ->anchorClicked(QUrl(u"step:"_qs + next));
        QCOMPARE(currentId(night), next);
    }

    void cardIsSaved_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("Markdown") << "card.md" << QByteArray("# ");
        QTest::newRow("HTML") << "card.html" << QByteArray("<!DOCTYPE html>");
        QTest::newRow("PDF") << "card.pdf" << QByteArray("%PDF-");
    }
    void cardIsSaved() {
        QFETCH(QString, name);
        QFETCH(QByteArray, start);
        Night night;
        night.desktop.file = night.path(name);
        QTest::mouseClick(&child<QPushButton>(night.card(), u"saveCard"_qs), Qt::LeftButton);
        QFile file(night.path(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(start));
        QVERIFY(night.desktop.suggestions.constFirst().endsWith(reboot() + u".pdf"));
        QCOMPARE(night.desktop.complaints, QStringList());
    }

    void cardThatCannotBeSavedIsSaid() {
        Night night;
        night.desktop.file = night.path(u"no folder/card.md"_qs);
        QTest::mouseClick(&child<QPushButton>(night.card(), u"saveCard"_qs), Qt::LeftButton);
        QCOMPARE(night.desktop.complaints.size(), 1);
    }

    void cardIsPrinted() {
        const Night night;
        QTest::mouseClick(&child<QPushButton>(night.card(), u"printCard"_qs), Qt::LeftButton);
        QWidget* dialog = QApplication::activeModalWidget();
        QVERIFY(dialog);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activeModalWidget());
    }
};

QTEST_MAIN(TestTroubleCard)
#include "tst_trouble_card.moc"
