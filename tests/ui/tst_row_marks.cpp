#include "items/plan_model.h"
#include "support/small_plan.h"
#include "support/support.h"
#include "ui/row_marks.h"

#include <QFontMetrics>
#include <QGuiApplication>
#include <QPalette>
#include <QSet>
#include <QTest>

namespace {
QStringList textsOf(const QList<RowMark>& marks) {
    QStringList texts;
    for (const RowMark& mark : marks)
        texts << mark.text;
    return texts;
}

/// A blocker that is dangerous, for some hosts only and to find out first, with commands and an owner.
struct MarkedRow {
    MarkedRow() {
        PlanItem& settle = plan.hops[0].sections[1].items[0];
        settle.findFirst = true;
        settle.hosts = QStringLiteral("some");
        settle.item.snippets = {{QStringLiteral("sh"), {}, QStringLiteral("true\n"), {}}};
        record.items[QStringLiteral("0.18-settle")].owner = QStringLiteral("Kim");
    }
    QList<RowMark> marks() const {
        const PlanModel model(plan, record);
        return rowMarksOf(model.indexOf(QStringLiteral("0.18-settle")), QPalette());
    }

    Plan plan = smallPlan();
    Record record;
};
} // namespace

/// The words and signs at the right of a row.
class TestRowMarks final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void graveOnesComeFirst() {
        QCOMPARE(textsOf(MarkedRow().marks()), (QStringList{u"■ Blocker"_qs, u"⚠ Danger"_qs, u"? Find out first"_qs,
                                                            u"◔ Some hosts"_qs, u"Kim"_qs, u">_"_qs}));
    }

    /// What rows show is in the legend, as it is drawn; who does a step and for which day says itself.
    void legendExplainsEveryMark() {
        MarkedRow row;
        row.plan.hops[0].sections[0].items[1].item.gate = Gate::Acknowledge;
        row.plan.hops[0].sections[0].items[1].item.severity = Severity::Caution;
        row.record.items[u"0.18-settle"_qs] = {};
        row.record.items[u"0.18-masters-restart"_qs].note = u"slow"_qs;
        QSet<QString> explained;
        for (const RowMark& mark : rowMarkLegend(QPalette())) {
            QVERIFY2(!mark.meaning.isEmpty(), qPrintable(mark.text));
            explained.insert(mark.text);
        }
        for (const StepState state : {StepState::InProgress, StepState::Failed, StepState::Skipped,
                                      StepState::NotApplicable, StepState::Open}) {
            row.record.items[u"0.18-slaves-restart"_qs].mark.state = state;
            const PlanModel model(row.plan, row.record);
            for (const QString& id : {u"0.18-settle"_qs, u"0.18-masters-restart"_qs, u"0.18-slaves-restart"_qs}) {
                const QList<RowMark> marks = rowMarksOf(model.indexOf(id), QPalette());
                for (const RowMark& mark : marks)
                    QVERIFY2(explained.contains(mark.text), qPrintable(mark.text));
            }
        }
    }

    void titleHasTheFirstRightToTheRoom_data() {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QStringList>("drawn");
        const QStringList words{u"■ Blocker"_qs,    u"⚠ Danger"_qs, u"? Find out first"_qs,
                                u"◔ Some hosts"_qs, u"Kim"_qs,      u">_"_qs};
        QTest::newRow("room for all") << u"Settle"_qs << words;
        QTest::newRow("the least grave first")
            << u"almost"_qs << QStringList{words[0], words[1], words[2], u"◔"_qs, u">_"_qs};
        QTest::newRow("signs only") << u"long"_qs << QStringList{u"■"_qs, u"⚠"_qs, u"?"_qs, u"◔"_qs, u">_"_qs};
    }
    void titleHasTheFirstRightToTheRoom() {
        QFETCH(QString, title);
        QFETCH(QStringList, drawn);
        const QFontMetrics metrics(QGuiApplication::font());
        const QList<RowMark> marks = MarkedRow().marks();
        int words = 0;
        for (const RowMark& mark : marks)
            words += metrics.horizontalAdvance(mark.text) + rowMarkGap;
        const int width = 2 * words;
        const int ownText = title == u"Settle" ? words : title == u"almost" ? words + 60 : width;
        QCOMPARE(textsOf(fittedMarks(marks, metrics, width, ownText)), drawn);
    }

    void narrowRowKeepsTheGravest() {
        const QFontMetrics metrics(QGuiApplication::font());
        QCOMPARE(textsOf(fittedMarks(MarkedRow().marks(), metrics, 30, 400)), QStringList{u"■"_qs});
        const QList<RowMark> name{{.text = u"Not approved"_qs, .colour = {}}};
        QCOMPARE(textsOf(fittedMarks(name, metrics, 30, 400)), QStringList{u"Not approved"_qs});
    }

    void signsAreToldApartWithoutColours() {
        QSet<QString> signs;
        qsizetype count = 0;
        const auto look = [&](Gate gate, Severity severity) {
            MarkedRow row;
            Item& item = row.plan.hops[0].sections[1].items[0].item;
            item.gate = gate;
            item.severity = severity;
            const QList<RowMark> marks = row.marks();
            for (const RowMark& mark : marks.first(2)) {
                signs << mark.sign;
                ++count;
            }
        };
        look(Gate::Blocker, Severity::Danger);
        look(Gate::Acknowledge, Severity::Caution);
        QCOMPARE(signs.size(), count);
    }
};

QTEST_MAIN(TestRowMarks)
#include "tst_row_marks.moc"
