#include "core/plan_json.h"
#include "report/report.h"
#include "sample_plan.h"
#include "support/support.h"

#include <QJsonArray>
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
        QCOMPARE(report.value(u"format"_qs).toInt(), 2);
        QCOMPARE(report.keys(), (QStringList{u"call"_qs, u"format"_qs, u"impact"_qs, u"part"_qs, u"plan"_qs,
                                             u"record"_qs, u"stops"_qs, u"values"_qs}));
    }

    void impact_isData() {
        const QJsonObject impact = reportOf(roadPlan(), {}).value(u"impact"_qs).toObject();
        QCOMPARE(impact.keys(), (QStringList{u"areas"_qs, u"entries"_qs, u"upgrades"_qs}));
        QCOMPARE(impact.value(u"upgrades"_qs),
                 QJsonValue(QJsonArray{u"1.0.x"_qs, u"1.1.x"_qs, u"1.2.x"_qs, u"1.3.x"_qs, u"1.4.x"_qs}));
        QCOMPARE(impact.value(u"areas"_qs), QJsonValue(QJsonArray{u"core"_qs, u"flags"_qs, u"framework-api"_qs,
                                                                  u"module-api"_qs, u"endpoints"_qs}));
        const QJsonArray entries = impact.value(u"entries"_qs).toArray();
        QCOMPARE(entries.size(), 5);
        QCOMPARE(entries.at(0).toObject(), (QJsonObject{{u"item"_qs, u"1.2-acls"_qs},
                                                        {u"upgrade"_qs, u"1.2.x"_qs},
                                                        {u"change"_qs, u"new"_qs},
                                                        {u"area"_qs, u"core"_qs},
                                                        {u"what"_qs, u"ACLs of `<roles>`"_qs},
                                                        {u"ours"_qs, true}}));
        QCOMPARE(entries.at(4).toObject().value(u"change"_qs), QJsonValue(u"removed"_qs));
    }

    void plan_saysWhichWayItTakes() {
        const QJsonObject plan = reportOf(roadPlan(), {}).value(u"plan"_qs).toObject();
        QCOMPARE(plan.value(u"route"_qs), QJsonValue(u"fewest-restarts"_qs));
        QCOMPARE(plan.value(u"last-release"_qs), QJsonValue(u"1.11.0"_qs));
        const QJsonObject fewest = plan.value(u"options"_qs).toArray().at(1).toObject();
        QCOMPARE(fewest.value(u"slave-restarts"_qs), QJsonValue(4));
        QCOMPARE(
            fewest.value(u"stops"_qs).toArray().at(1).toObject(),
            (QJsonObject{{u"release"_qs, u"1.2.3"_qs}, {u"reason"_qs, u"do-on"_qs}, {u"step"_qs, u"1.2-acls"_qs}}));
        const QJsonObject last = plan.value(u"hops"_qs).toArray().at(2).toObject();
        QCOMPARE(last.value(u"passes"_qs), QJsonValue(QJsonArray{u"1.3.x"_qs, u"1.4.x"_qs}));
        QCOMPARE(last.value(u"order"_qs), QJsonValue(u"ours"_qs));
        QCOMPARE(plan.value(u"coverage"_qs).toObject().value(u"folded"_qs), QJsonValue(1));
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
        QCOMPARE(done.value(u"note"_qs).toString(), record.items.begin()->note);
    }

    void fieldsOfARecord_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("json");
        QTest::newRow("only a note") << u"0.19-registry"_qs << u"{'note': 'read in the meeting', 'state': 'open'}"_qs;
        QTest::newRow("a blocker set aside")
            << u"0.18-failover-timeout"_qs
            << u"{'accepted-by': 'Lin <lin@example.org>', 'marked-at': '2026-11-22T03:01:00.000Z', 'marked-by': "
               "'robin', 'note': '', 'reason': '*All* of them were asked.\\n- [ ] none sets it', 'state': 'skipped', "
               "'until': '2026-12-24'}"_qs;
        QTest::newRow("put off")
            << u"0.18-monitoring"_qs
            << u"{'deferred-to': '0.19.x', 'marked-at': '2026-11-22T03:04:00.000Z', 'marked-by': "
               "'robin', 'note': '', 'reason': 'nobody is there at night', 'state': 'deferred'}"_qs;
        QTest::newRow("a stop gone past") << u"0.18-stop-after-masters"_qs
                                          << u"{'day': '2026-12-01', 'note': '', 'owner': 'Kim', 'passed': {'at': "
                                             u"'2026-11-22T03:17:00.000Z', 'by': 'robin', 'with': "
                                             "'0.18-slaves-reboot'}, 'state': 'open'}"_qs;
        QTest::newRow("done, seen and owned")
            << u"0.18-stop-start"_qs
            << u"{'done-at': '2026-11-22T03:02:00.000Z', 'done-by': 'robin', 'marked-at': '2026-11-22T03:02:00.000Z', "
               "'marked-by': 'robin', 'note': '', 'owner': 'Lin', 'state': 'done'}"_qs;
    }
    void fieldsOfARecord() {
        QFETCH(QString, id);
        QFETCH(QString, json);
        const QJsonObject record = reportOf(workedPlan(), workedRecord()).value(u"record"_qs).toObject();
        QCOMPARE(record.value(id).toObject(), QJsonDocument::fromJson(json.replace(u'\'', u'"').toUtf8()).object());
    }

    void stops_standInTheOrderOfWork() {
        const QJsonArray stops = reportOf(workedPlan(), {}).value(u"stops"_qs).toArray();
        QStringList ids;
        for (const QJsonValueConstRef stop : stops)
            ids << stop.toObject().value(u"id"_qs).toString();
        QCOMPARE(ids, (QStringList{u"0.18-stop-start"_qs, u"0.18-stop-after-masters"_qs, u"0.18-stop-first-slaves"_qs,
                                   u"0.19-stop-masters"_qs, u"0.19-stop-end"_qs}));
        QCOMPARE(stops.at(2).toObject(), (QJsonObject{{u"id"_qs, u"0.18-stop-first-slaves"_qs},
                                                      {u"kind"_qs, u"first-slaves"_qs},
                                                      {u"step"_qs, u"0.18-slaves-reboot"_qs},
                                                      {u"after"_qs, true}}));
    }

    void callAndValues_areThere() {
        const QJsonObject report = reportOf(workedPlan(), workedRecord());
        QCOMPARE(report.value(u"call"_qs).toString(), workedRecord().call);
        QCOMPARE(report.value(u"values"_qs).toObject().value(u"master-count"_qs).toString(), u"3"_qs);
    }

private:
    static QJsonObject reportOf(const Plan& plan, const Record& record) {
        return QJsonDocument::fromJson(jsonReport(plan, record)).object();
    }
};

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
