#include "report/correction.h"
#include "tests/support/small_plan.h"
#include "tests/support/support.h"

#include <QTest>

class TestCorrection final : public QObject {
    Q_OBJECT

private:
    static Plan plan() {
        Plan plan = smallPlan();
        plan.catalogueVersion = QStringLiteral("2026-11-22");
        plan.catalogueDigest = QStringLiteral("abc123");
        Item& masters = plan.hops[0].sections[0].items[1].item;
        masters.sources = {{QStringLiteral("guide:169"), QStringLiteral("Upgrading Mesos"), QStringLiteral("line 169"),
                            QStringLiteral("https://example.org/upgrades#169")},
                           {QStringLiteral("note:1"), QStringLiteral("Our notes"), {}, {}}};
        Item& look = plan.hops[1].sections[0].items[1].item;
        look.origin = Origin::Ours;
        return plan;
    }

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void hasAllThatNamesTheStepAndItsSources() {
        QCOMPARE(correctionText(plan(), QStringLiteral("0.18-masters-restart")),
                 QStringLiteral("Correction of: 0.18-masters-restart\n"
                                "Upgrade: 0.17.0 → 0.18.x, Masters\n"
                                "Text: Restart the masters with `--quorum=2`\n"
                                "Details:\n"
                                "One after the other; it's **slow**; 100 % sure\n"
                                "Source:\n"
                                "- Upgrading Mesos, line 169 https://example.org/upgrades#169 (guide:169)\n"
                                "- Our notes (note:1)\n"
                                "Knowledge of: 2026-11-22, SHA-256 abc123\n"
                                "\n"
                                "What should be different:\n"));
    }

    void noteWithoutSourceSaysWhoseItIs() {
        const QString text = correctionText(plan(), QStringLiteral("0.19-look"));
        QVERIFY2(text.contains(u"Source: none (not in the guide, ours)\n"), qPrintable(text));
        QVERIFY(!text.contains(u"Details"));
    }

    void teamsStepNamesTheirFile() {
        Plan ours = plan();
        ours.overlay.name = QStringLiteral("ops.yaml");
        ours.overlay.digest = QStringLiteral("def456");
        Item& look = ours.hops[1].sections[0].items[1].item;
        look.origin = Origin::Team;
        look.team = QStringLiteral("Night shift");
        const QString text = correctionText(ours, look.id);
        QVERIFY2(text.contains(u"Source: none (added by Night shift)\n"), qPrintable(text));
        QVERIFY2(text.contains(u"Team's file: ops.yaml, SHA-256 def456\n"), qPrintable(text));
    }

    void unknownIdGivesNothing() { QCOMPARE(correctionText(plan(), QStringLiteral("0.18-stop-start")), QString()); }
};

QTEST_GUILESS_MAIN(TestCorrection)
#include "tst_correction.moc"
