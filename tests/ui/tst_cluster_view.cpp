#include "core/cluster_values.h"
#include "support/support.h"
#include "test_window.h"
#include "ui/text_panel.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>

#include <unistd.h>

namespace {
/// A plan whose commands want the quorum, the masters and more.
void openPlan(TestWindow& test) {
    test.openNewPlan(QStringLiteral("0.17.0"), QStringLiteral("0.20.1"));
    QTest::keyClick(&test.window, Qt::Key_6, Qt::ControlModifier);
}

QLineEdit& field(const TestWindow& test, const QString& name) {
    return child<QLineEdit>(test.window, u"value-"_qs + name);
}

QLabel& remarkOn(const TestWindow& test, const QString& name) {
    return child<QLabel>(child<QWidget>(test.window, u"box-"_qs + name), u"remark"_qs);
}

/// Types over what stands there, as people do, and leaves the field.
void type(QLineEdit& line, const QString& text) {
    line.setFocus();
    line.selectAll();
    QTest::keyClicks(&line, text);
    QTest::keyClick(&line, Qt::Key_Tab);
}
} // namespace

class TestClusterView final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { keepToTestPaths(); }
    void init() { failOnAnyWarning(); }

    void valueIsRecordedWhenItsFieldIsLeft() {
        TestWindow test;
        openPlan(test);
        type(field(test, u"masters"_qs), u"m1, m2,  m3"_qs);
        QCOMPARE(test.window.planFile()->record().values.value(u"masters"_qs), QStringLiteral("m1 m2 m3"));
        QCOMPARE(field(test, u"masters"_qs).text(), QStringLiteral("m1 m2 m3")); // as it is kept
        test.action(u"undoAction"_qs).trigger();
        QVERIFY(test.window.planFile()->record().values.value(u"masters"_qs).isEmpty());
        QCOMPARE(field(test, u"masters"_qs).text(), QString());
        test.action(u"redoAction"_qs).trigger();
        QCOMPARE(field(test, u"masters"_qs).text(), QStringLiteral("m1 m2 m3"));
    }

    void labelsBeginWithACapital() {
        TestWindow test;
        openPlan(test);
        const QList<QLabel*> labels = test.window.findChildren<QLabel*>(u"valueLabel"_qs);
        QVERIFY(!labels.isEmpty());
        for (const QLabel* label : labels)
            QVERIFY2(label->text().at(0).toUpper() == label->text().at(0), qPrintable(label->text()));
    }

    void valueIsRecordedWhenThePlanIsClosed() {
        TestWindow test;
        openPlan(test);
        field(test, u"zk"_qs).setFocus();
        QTest::keyClicks(&field(test, u"zk"_qs), u"zk://z1:2181/mesos"_qs);
        test.action(u"closeAction"_qs).trigger();
        test.window.openPlan(test.path(u"plan.mesosplan"_qs));
        QCOMPARE(test.window.planFile()->record().values.value(u"zk"_qs), QStringLiteral("zk://z1:2181/mesos"));
    }

    void whatIsWrongIsSaidAndStays_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("said");
        QTest::newRow("a character for the shell") << "masters"
                                                   << "m1; reboot"
                                                   << ";";
        QTest::newRow("an even number of masters") << "master-count"
                                                   << "4"
                                                   << "even number";
        QTest::newRow("a URL without a path") << "zk"
                                              << "zk://z1:2181"
                                              << "path";
    }
    void whatIsWrongIsSaidAndStays() {
        QFETCH(QString, name);
        QFETCH(QString, typed);
        QFETCH(QString, said);
        TestWindow test;
        openPlan(test);
        type(field(test, name), typed);
        QVERIFY2(remarkOn(test, name).text().contains(said), qPrintable(remarkOn(test, name).text()));
        QVERIFY(remarkOn(test, name).isVisible());
        QCOMPARE(field(test, name).text(), typed);
        QVERIFY(test.window.planFile()->record().values.isEmpty());
        QCOMPARE(test.desktop.complaints, QStringList());
    }

    void passwordIsNotKept() {
        TestWindow test;
        openPlan(test);
        type(field(test, u"zk"_qs), u"zk://user:secret@z1:2181/mesos"_qs);
        QCOMPARE(field(test, u"zk"_qs).text(), QStringLiteral("zk://z1:2181/mesos"));
    }

    void quorumFollowsFromTheMasters() {
        TestWindow test;
        openPlan(test);
        const auto& consequence = child<QLabel>(child<QWidget>(test.window, u"box-master-count"_qs), u"consequence"_qs);
        QVERIFY(!consequence.isVisible());
        type(field(test, u"master-count"_qs), u"5"_qs);
        QVERIFY2(consequence.text().contains(u"Quorum: 3"_qs), qPrintable(consequence.text()));
        QVERIFY2(consequence.text().contains(u"operational-guide"_qs), "the source of the rule is missing");
    }

    void refusedValueIsTakenOnceItFits() {
        TestWindow test;
        openPlan(test);
        type(field(test, u"masters"_qs), u"m1 m2 m3"_qs);
        type(field(test, u"master-count"_qs), u"5"_qs);
        QVERIFY(remarkOn(test, u"master-count"_qs).isVisible());
        type(field(test, u"masters"_qs), u"m1 m2 m3 m4 m5"_qs);
        QVERIFY(!remarkOn(test, u"master-count"_qs).isVisible());
        QCOMPARE(test.window.planFile()->record().values.value(u"master-count"_qs), QStringLiteral("5"));
    }

    void whatCannotBeSavedIsSaidAndSavedLater() {
        TestWindow test;
        openPlan(test);
        type(field(test, u"slave"_qs), u"m1"_qs);
        const QString path = test.window.planFile()->path();
        QVERIFY(QFile::rename(path, test.path(u"elsewhere"_qs)));
        test.action(u"undoAction"_qs).trigger();
        QVERIFY2(remarkOn(test, u"slave"_qs).text().contains(u"not saved"_qs), "nothing is said");
        QVERIFY(QFile::rename(test.path(u"elsewhere"_qs), path));
        child<QPushButton>(test.window, u"tryNow"_qs).click();
        QVERIFY(!remarkOn(test, u"slave"_qs).isVisible());
        QCOMPARE(field(test, u"slave"_qs).text(), QString()); // undone, not done once more
        QVERIFY(test.window.planFile()->record().values.value(u"slave"_qs).isEmpty());
    }

    void whomToCallIsRecorded() {
        TestWindow test;
        openPlan(test);
        type(field(test, {}), u" <b>Lin</b>, 4711 "_qs);
        QCOMPARE(test.window.planFile()->record().call, QStringLiteral("<b>Lin</b>, 4711"));
    }

    void whatOthersWroteShows() {
        TestWindow test;
        openPlan(test);
        auto other = PlanFile::open(test.path(u"plan.mesosplan"_qs));
        QVERIFY(other && (*other)->record({{Deed::Value, u"slave"_qs, u"m2"_qs, {}}}));
        QTRY_COMPARE_WITH_TIMEOUT(field(test, u"slave"_qs).text(), QStringLiteral("m2"), 4000);
    }

    void openPlaceholdersLeadToTheirSteps() {
        TestWindow test;
        openPlan(test);
        auto& open = child<TextPanel>(test.window, u"openPlaceholders"_qs);
        QVERIFY2(open.toPlainText().contains(u"masters"_qs), qPrintable(open.toPlainText()));
        const QString id = openPlaceholders(test.window.planFile()->plan(), {}).value(u"masters"_qs).constFirst();
        Q_EMIT open.anchorClicked(QUrl(u"step:"_qs + id));
        QCOMPARE(child<QTabWidget>(test.window, u"views"_qs).currentIndex(), 0);
        test.action(u"clusterAction"_qs).trigger();
        type(field(test, u"masters"_qs), u"m1 m2 m3"_qs);
        QVERIFY(!open.toPlainText().startsWith(u"masters"_qs));
    }

    void placeholdersWithoutAFieldSayWhy() {
        TestWindow test;
        openPlan(test);
        const QMap<QString, QStringList> open = openPlaceholders(test.window.planFile()->plan(), {});
        const QString text = child<TextPanel>(test.window, u"openPlaceholders"_qs).toPlainText();
        int unkept = 0;
        for (auto placeholder = open.cbegin(); placeholder != open.cend(); ++placeholder) {
            const QString why = whyNotKept(placeholder.key());
            unkept += !why.isEmpty();
            QVERIFY2(text.contains(why), qPrintable(why));
        }
        QVERIFY(unkept > 0);
    }

    void readOnlyPlanTakesNoValues() {
        if (::geteuid() == 0)
            QSKIP("root may write everything");
        TestWindow test;
        openPlan(test);
        test.action(u"closeAction"_qs).trigger();
        QVERIFY(QFile::setPermissions(test.path(u"plan.mesosplan"_qs), QFile::ReadOwner));
        test.window.openPlan(test.path(u"plan.mesosplan"_qs));
        QVERIFY(field(test, u"masters"_qs).isReadOnly());
    }

    void everythingHasAName() {
        TestWindow test;
        openPlan(test);
        QCOMPARE(namelessWidgets(test.window), QString());
    }
};

QTEST_MAIN(TestClusterView)
#include "tst_cluster_view.moc"
