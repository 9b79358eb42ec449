#include "core/plan_part.h"
#include "report/paper/pages.h"
#include "sample_plan.h"
#include "support/support.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>
#include <QTextLayout>

// A part of a plan never passes for the whole, in whatever format.

namespace {
QString paperText(const Plan& plan) {
    QString text;
    const Pages pages = layOutPages(plan, {}, PageSize::A4);
    for (const Ink& page : pages.pages())
        for (const InkText& line : page.texts)
            text += line.layout->text() + u'\n';
    return text;
}
} // namespace

class TestPart final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void everyFormatSaysThatItIsAPart() {
        const Plan plan = planFor(u"0.17.0"_qs, u"0.20.1"_qs);
        const Plan part = partOf(plan, idsOf(plan.hops.at(1)));
        const QString notice = QStringLiteral("This is a part of the plan: %1 of its %2 points.")
                                   .arg(pointCount(part))
                                   .arg(plan.coverage.planned);
        const QString receipt = QStringLiteral("Of the whole plan: ");
        for (const QString& text :
             {QString::fromUtf8(markdownReport(part, {})), QString::fromUtf8(htmlReport(part, {})), paperText(part)}) {
            QVERIFY(text.contains(notice));
            QVERIFY(text.contains(receipt));
        }
        QVERIFY(QJsonDocument::fromJson(jsonReport(part, {})).object().value(u"part"_qs).toBool());
        const QString whole = QString::fromUtf8(markdownReport(plan, {}));
        QVERIFY(!whole.contains(u"This is a part"_qs));
        QVERIFY(!whole.contains(receipt));
    }

    void wayShowsWhatIsLeftOut() {
        const Plan plan = planFor(u"0.17.0"_qs, u"0.20.1"_qs);
        const QString text = QString::fromUtf8(markdownReport(partOf(plan, idsOf(plan.hops.at(1))), {}));
        QVERIFY(text.contains(u"Route: 0.17.0 → … → 0.18.x → 0.19.1 → … → 0.20.1"_qs));
        QVERIFY(text.contains(u"## From 0.18.x to 0.19.x"_qs));
        QVERIFY(!text.contains(u"## From 0.17.0"_qs));
        QVERIFY(!text.contains(u"0.18-masters-restart`"_qs));
    }

    void nothingPointsOutOfThePart() {
        const Plan plan = workedPlan();
        static const QRegularExpression target(QStringLiteral("href=\"#([^\"]+)\""));
        for (const PlanHop& hop : plan.hops) {
            const QString html = QString::fromUtf8(htmlReport(partOf(plan, idsOf(hop)), workedRecord()));
            for (auto link = target.globalMatch(html); link.hasNext();) {
                const QString id = link.next().captured(1);
                QVERIFY2(html.contains(u"id=\"" + id + u'"'), qPrintable(id));
            }
        }
    }
};

QTEST_MAIN(TestPart)
#include "tst_part.moc"
