#include "report/report.h"
#include "sample_plan.h"
#include "tests/support/small_plan.h"
#include "tests/support/support.h"

#include <QTest>

class TestExcerpt final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void hasTheseUnderTheirHeadingsInTheOrderOfWork() {
        Record record;
        record.items[QStringLiteral("0.18-masters-restart")].mark.state = StepState::Done;
        const QByteArray text = markdownExcerpt(
            smallPlan(), record,
            {QStringLiteral("0.19-look"), QStringLiteral("0.18-masters-restart"), QStringLiteral("0.18-stop-start")});
        QStringList outline;
        const QStringList lines = QString::fromUtf8(text).split(u'\n');
        for (const QString& line : lines)
            if (line.startsWith(u'#') || line.startsWith(u'-'))
                outline << line;
        QCOMPARE(outline, (QStringList{
                              QStringLiteral("## From 0.17.0 to 0.18.x"),
                              QStringLiteral("### Masters"),
                              QStringLiteral("- **Stop: before the cluster is changed** `0.18-stop-start`"),
                              QStringLiteral("- [x] Restart the masters with `--quorum=2` `0.18-masters-restart`"),
                              QStringLiteral("## From 0.18.x to 0.19.x"),
                              QStringLiteral("### Afterwards: whole cluster"),
                              QStringLiteral("- [ ] Look at every slave `0.19-look`"),
                          }));
        QVERIFY2(text.contains("One after the other"), text.constData());
    }

    void anItemReadsAsInTheWholeReport() {
        const Plan plan = workedPlan();
        const QString whole = QString::fromUtf8(markdownReport(plan, workedRecord()));
        forEachItem(plan, [&](const PlanHop&, const PlanSection& section, const PlanItem& planned) {
            const QString excerpt = QString::fromUtf8(markdownExcerpt(plan, workedRecord(), {planned.item.id}));
            const qsizetype item = excerpt.indexOf(u"\n- ");
            QVERIFY2(QStringView(excerpt).first(item).contains(QString(u"### " + section.title)), qPrintable(excerpt));
            QVERIFY2(whole.contains(excerpt.mid(item)), qPrintable(excerpt));
        });
    }

    void ofNothingIsNothing() {
        QCOMPARE(markdownExcerpt(smallPlan(), {}, {}), QByteArray());
        QCOMPARE(markdownExcerpt(smallPlan(), {}, {QStringLiteral("not in this plan")}), QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestExcerpt)
#include "tst_excerpt.moc"
