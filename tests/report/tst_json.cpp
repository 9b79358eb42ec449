#include "core/plan_json.h"
#include "report/report.h"
#include "sample_plan.h"
#include "support/support.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

class TestJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void sameInSameOut() {
        QCOMPARE(jsonReport(samplePlan(), sampleRecord()), jsonReport(samplePlan(), sampleRecord()));
    }

    void report_saysItsFormat() {
        const QJsonObject report = QJsonDocument::fromJson(jsonReport(samplePlan(), {})).object();
        QCOMPARE(report.value(u"format"_qs).toInt(), 1);
        QCOMPARE(report.keys(), (QStringList{u"format"_qs, u"plan"_qs, u"record"_qs}));
    }

    void plan_canBeReadBack() {
        const QJsonObject report = QJsonDocument::fromJson(jsonReport(samplePlan(), {})).object();
        const Result<Plan> plan = planFromJson(QJsonDocument(report.value(u"plan"_qs).toObject()).toJson());
        QVERIFY(plan);
        QCOMPARE(planToJson(*plan), planToJson(samplePlan()));
    }

    void record_holdsWhatWasDone() {
        const Record record = sampleRecord();
        const QJsonObject records =
            QJsonDocument::fromJson(jsonReport(samplePlan(), record)).object().value(u"record"_qs).toObject();
        QCOMPARE(records.keys(), QStringList{u"0.18-masters-restart"_qs});
        const QJsonObject done = records.value(u"0.18-masters-restart"_qs).toObject();
        QCOMPARE(done.value(u"state"_qs).toString(), u"done"_qs);
        QCOMPARE(done.value(u"done-at"_qs).toString(), u"2026-11-22T03:07:00.000Z"_qs);
        QCOMPARE(done.value(u"done-by"_qs).toString(), u"ann_b <ann@example.org>"_qs);
        QCOMPARE(done.value(u"note"_qs).toString(), record.first().note);
    }

    void openItem_hasNoTime() {
        const QJsonObject records =
            QJsonDocument::fromJson(jsonReport(samplePlan(), {{u"a"_qs, {StepState::Open, {}, {}, u"b"_qs}}}))
                .object()
                .value(u"record"_qs)
                .toObject();
        QCOMPARE(records.value(u"a"_qs).toObject().keys(), (QStringList{u"note"_qs, u"state"_qs}));
    }
};

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
