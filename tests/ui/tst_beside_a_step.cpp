#include "checklist_hand.h"
#include "support/small_plan.h"
#include "support/support.h"
#include "ui/code_highlighter.h"
#include "ui/theme.h"

#include <QAction>
#include <QClipboard>
#include <QLineEdit>
#include <QStatusBar>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTextLayout>

namespace {
struct SmallPlanWindow : TestWindow {
    SmallPlanWindow() {
        if (const auto made = PlanFile::create(path(u"small.mesosplan"_qs), smallPlan()); !made)
            qFatal("%s", qPrintable(made.error().message));
        window.openPlan(path(u"small.mesosplan"_qs));
        tree(*this).expandAll();
    }
    QLineEdit& day() const { return child<QLineEdit>(window, u"day"_qs); }
    void type(const QString& text) const {
        day().setFocus();
        day().selectAll();
        QTest::keyClicks(&day(), text);
    }
};

/// "kind:text" of each stretch that has a format of its own.
QStringList colouredPieces(const QString& language, const QString& code) {
    QTextDocument document(code);
    const CodeHighlighter highlighter(language, lightPalette(), &document);
    const Colours colours = coloursOf(lightPalette());
    QStringList pieces;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QList<QTextLayout::FormatRange> ranges = block.layout()->formats();
        for (const QTextLayout::FormatRange& range : ranges) {
            const QColor colour = range.format.foreground().color();
            const QString kind = range.format.fontUnderline()               ? u"gap"_qs
                                 : range.format.fontItalic()                ? u"comment"_qs
                                 : range.format.fontWeight() == QFont::Bold ? u"word"_qs
                                 : colour == colours.good                   ? u"quoted"_qs
                                                                            : u"name"_qs;
            pieces << kind + u':' + block.text().mid(range.start, range.length);
        }
    }
    return pieces;
}
} // namespace

/// What stands and is written beside a step: the day it is planned for, commands, and what is taken along.
class TestBesideAStep final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { keepToTestPaths(); }
    void init() { failOnAnyWarning(); }

    void dayIsRecordedUndoneAndTakenAway() {
        const SmallPlanWindow test;
        select(test, u"0.19-look"_qs);
        test.type(u"2026-12-01"_qs);
        QTest::keyClick(&test.day(), Qt::Key_Return);
        QCOMPARE(recordOf(test, u"0.19-look"_qs).day, QDate(2026, 12, 1));
        QVERIFY(rowOf(test, u"0.19-look"_qs).data(Qt::AccessibleTextRole).toString().contains(u"2026-12-01"_qs));
        QTest::keyClick(&tree(test), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(recordOf(test, u"0.19-look"_qs).day.isNull());
        QCOMPARE(test.day().text(), QString());
        QTest::keyClick(&tree(test), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(test.day().text(), u"2026-12-01"_qs);
        test.day().setFocus();
        test.day().selectAll();
        QTest::keyClick(&test.day(), Qt::Key_Delete);
        tree(test).setFocus();
        QVERIFY(recordOf(test, u"0.19-look"_qs).day.isNull());
        QCOMPARE(test.desktop.complaints, QStringList());
    }

    void stopsHaveADayToo() {
        const SmallPlanWindow test;
        select(test, u"0.18-stop-start"_qs);
        QVERIFY(test.day().isVisible());
        test.type(u"2026-12-01"_qs);
        select(test, u"0.18-read"_qs); // it is written when people go on
        QCOMPARE(recordOf(test, u"0.18-stop-start"_qs).day, QDate(2026, 12, 1));
        QVERIFY2(!test.day().isVisible(), "a note is not planned for a day");
    }

    void arrowKeysGoADayForthAndBack() {
        const SmallPlanWindow test;
        select(test, u"0.19-look"_qs);
        const QDate today = QDate::currentDate();
        QTest::keyClick(&test.day(), Qt::Key_Down);
        QCOMPARE(test.day().text(), today.toString(Qt::ISODate));
        QTest::keyClick(&test.day(), Qt::Key_Down);
        QTest::keyClick(&test.day(), Qt::Key_Down);
        QTest::keyClick(&test.day(), Qt::Key_Up);
        QTRY_COMPARE(recordOf(test, u"0.19-look"_qs).day, today.addDays(1));
    }

    void whatIsNoDayIsSaidAndNotRecorded() {
        const SmallPlanWindow test;
        select(test, u"0.19-look"_qs);
        test.type(u"2026-02-30"_qs);
        QTest::keyClick(&test.day(), Qt::Key_Return);
        const auto& remark = child<QLabel>(test.window, u"dayRemark"_qs);
        QVERIFY(remark.isVisible() && remark.text().contains(u"2026-02-30"_qs));
        QCOMPARE(test.day().text(), u"2026-02-30"_qs);
        QVERIFY(recordOf(test, u"0.19-look"_qs).day.isNull());
        select(test, u"0.18-settle"_qs);
        QVERIFY(!remark.isVisible());
        QCOMPARE(test.day().text(), QString()); // not the next step's
        QCOMPARE(test.desktop.complaints, QStringList());
    }

    void rowsAreCopiedAsMarkdown() {
        const SmallPlanWindow test;
        select(test, u"0.18-masters-restart"_qs);
        selectAlso(test, u"0.18-stop-start"_qs);
        selectAlso(test, u"0.19-look"_qs);
        QTest::keyClick(&tree(test), Qt::Key_C, Qt::ControlModifier);
        const QString copied = QGuiApplication::clipboard()->text();
        for (const QString& id : {u"0.18-masters-restart"_qs, u"0.18-stop-start"_qs, u"0.19-look"_qs})
            QVERIFY2(copied.contains(u"`"_qs + id + u"`"), qPrintable(copied));
        QVERIFY2(!copied.contains(u"0.18-settle"_qs), qPrintable(copied));
        QVERIFY2(test.window.statusBar()->currentMessage().contains(u"3"_qs),
                 qPrintable(test.window.statusBar()->currentMessage()));
    }

    void textThatIsSelectedInTheDetailsIsCopiedAsText() {
        const SmallPlanWindow test;
        select(test, u"0.18-masters-restart"_qs);
        auto& details = child<QTextBrowser>(test.window, u"detailsText"_qs);
        details.setFocus();
        details.selectAll();
        QTest::keyClick(&details, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), details.toPlainText());
    }

    void codeIsColouredByItsLanguage_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QStringList>("pieces");
        QTest::newRow("shell") << "sh"
                               << "for h in {{hosts}}; do curl -s \"http://$h/a#b\" # look\ndone"
                               << QStringList{u"word:for"_qs,       u"word:in"_qs,  u"gap:{{hosts}}"_qs,
                                              u"word:do"_qs,        u"name:-s"_qs,  u"quoted:\"http://$h/a#b\""_qs,
                                              u"comment:# look"_qs, u"word:done"_qs};
        QTest::newRow("shell, quotes over several lines")
            << "sh"
            << "curl -d '{\n\"a\": 1\n}' --next"
            << QStringList{u"name:-d"_qs, u"quoted:'{"_qs, u"quoted:\"a\": 1"_qs, u"quoted:}'"_qs, u"name:--next"_qs};
        QTest::newRow("JSON") << "json"
                              << "{\"key\": \"value: \\\"x\\\"\", \"on\": true}"
                              << QStringList{u"name:\"key\""_qs, u"quoted:\"value: \\\"x\\\"\""_qs, u"name:\"on\""_qs,
                                             u"word:true"_qs};
        QTest::newRow("protobuf") << "protobuf"
                                  << "required string mechanism = 1; // new"
                                  << QStringList{u"word:required"_qs, u"name:string"_qs, u"comment:// new"_qs};
        QTest::newRow("python") << "python"
                                << "from mesos import x # 'no'"
                                << QStringList{u"word:from"_qs, u"word:import"_qs, u"comment:# 'no'"_qs};
        QTest::newRow("of others only the gaps") << "text"
                                                 << "for 'x' {{y}}" << QStringList{u"gap:{{y}}"_qs};
    }
    void codeIsColouredByItsLanguage() {
        QFETCH(QString, language);
        QFETCH(QString, code);
        QFETCH(QStringList, pieces);
        QCOMPARE(colouredPieces(language, code), pieces);
    }
};

QTEST_MAIN(TestBesideAStep)
#include "tst_beside_a_step.moc"
