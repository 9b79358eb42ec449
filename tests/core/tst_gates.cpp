#include "core/enum_names.h"
#include "core/plan_builder.h"
#include "support/support.h"

#include <QTest>

/// The 20 places where going on breaks a cluster: each stands in the plans it concerns, and in no other.
class TestGates final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void gates_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("answers");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* from, const char* to, const char* answers, const char* id,
                            const char* expected) {
            QTest::addRow("%s: %s to %s %s", name, from, to, answers)
                << QString::fromLatin1(from) << QString::fromLatin1(to) << QString::fromLatin1(answers)
                << QString::fromLatin1(id) << QString::fromLatin1(expected);
        };
        row("G1 modules, every version", "1.10.0", "1.11.0", "", "1.11-modules-rebuild", "blocker");
        row("G1 modules, a patch", "1.4.2", "1.4.3", "", "patch-modules-rebuild", "blocker");
        row("G1 modules, none loaded", "1.4.2", "1.4.3", "custom-modules=no", "patch-modules-rebuild", "");
        row("G2 0.24 masters need 0.23", "0.23.1", "0.24.2", "", "0.24-all-on-0.23", "blocker");
        row("G2 0.24 schedulers first", "0.23.1", "0.24.2", "", "0.24-schedulers-first", "blocker");
        row("G3 old checkpoints", "0.22.2", "0.24.1", "", "0.24-old-checkpoints", "blocker");
        row("G3 old checkpoints", "0.23.1", "0.24.0", "", "0.24-old-checkpoints", "blocker");
        row("G3 old checkpoints", "0.22.2", "0.24.2", "", "0.24-old-checkpoints", "");
        row("G3 old checkpoints", "0.24.1", "0.25.0", "", "0.25-old-checkpoints", "blocker");
        row("G3 old checkpoints", "0.24.1", "0.25.1", "", "0.25-old-checkpoints", "");
        row("G3 old checkpoints", "0.24.1", "0.26.0", "", "0.26-old-checkpoints", "blocker");
        row("G3 old checkpoints", "0.24.1", "0.26.1", "", "0.26-old-checkpoints", "");
        row("G4 --checkpoint refused", "0.21.2", "0.22.2", "", "0.22-checkpoint-gone", "blocker");
        row("G5 ping timeouts", "0.22.2", "0.23.1", "", "0.23-ping-flags-wait", "acknowledge");
        row("G6 ACL objects", "0.27.3", "0.28.3", "acls=yes", "0.28-acl-both-forms", "blocker");
        row("G6 ACL objects", "0.27.3", "0.28.3", "acls=no", "0.28-acl-both-forms", "");
        row("G7 work_dir", "0.28.3", "1.0.4", "", "1.0-work-dir", "blocker");
        row("G8 registry_strict", "0.28.3", "1.0.4", "", "1.0-registry-strict", "blocker");
        row("G9 quota ACLs", "0.28.3", "1.0.4", "", "1.0-quota-acls", "blocker");
        row("G10 0.x agents", "1.0.4", "1.1.3", "", "1.1-no-0.x-agents", "blocker");
        row("G10 0.x agents, from 1.2.1 on", "1.1.3", "1.2.1", "", "1.2-no-0.x-agents", "blocker");
        row("G10 0.x agents, 1.2.0", "1.1.3", "1.2.0", "", "1.2-no-0.x-agents", "");
        row("G11 ACLs gone", "1.2.3", "1.3.2", "", "1.3-quota-acls", "blocker");
        row("G11 ACLs gone", "1.2.3", "1.3.2", "", "1.3-shutdown-acl", "blocker");
        row("G12 TASK_STARTING", "1.4.3", "1.5.3", "", "1.5-task-starting", "blocker");
        row("G13 reconfiguration_policy", "1.4.3", "1.5.3", "", "1.5-reconfiguration-policy", "blocker");
        row("G14 CSI v0.1", "1.5.3", "1.6.2", "csi=yes", "1.6-csi-v0.1", "blocker");
        row("G15 Docker 1.8, a patch", "1.4.2", "1.4.3", "docker-containerizer=yes", "1.4-docker-1.8", "blocker");
        row("G15 Docker 1.8, a patch", "1.5.1", "1.5.2", "docker-containerizer=yes", "1.4-docker-1.8", "blocker");
        row("G15 Docker 1.8, a patch", "1.6.1", "1.6.2", "docker-containerizer=yes", "1.4-docker-1.8", "blocker");
        row("G15 Docker 1.8, a patch", "1.7.0", "1.7.1", "docker-containerizer=yes", "1.4-docker-1.8", "blocker");
        row("no straight way to speak of, a patch", "1.4.2", "1.4.3", "", "1.1-straight-or-not", "");
        row("no patch to begin with, a patch", "1.4.2", "1.4.3", "", "1.1-from-last-patch", "");
        row("a patch to begin with", "1.4.2", "1.5.3", "", "1.1-from-last-patch", "acknowledge");
        row("G15 Docker 1.8, not yet", "1.4.1", "1.4.2", "docker-containerizer=yes", "1.4-docker-1.8", "");
        row("G15 Docker 1.8, not yet", "1.6.1", "1.7.0", "docker-containerizer=yes", "1.4-docker-1.8", "");
        row("G15 Docker 1.8, no Docker", "1.4.2", "1.4.3", "docker-containerizer=no", "1.4-docker-1.8", "");
        row("G16 agent features", "1.4.3", "1.5.3", "agent-features=yes", "1.5-agent-features", "blocker");
        row("G16 agent features", "1.7.3", "1.8.1", "agent-features=yes", "1.8-agent-features", "blocker");
        row("G16 agent features", "1.8.1", "1.9.0", "agent-features=yes", "1.9-agent-features", "blocker");
        row("G16 agent features", "1.9.0", "1.10.0", "agent-features=yes", "1.10-agent-features", "blocker");
        row("G17 .json endpoints", "1.7.3", "1.8.1", "", "1.8-json-endpoints", "blocker");
        row("G18 TLS", "1.8.1", "1.9.0", "tls=yes", "1.9-tls-verification", "blocker");
        row("G19 authorizer modules", "1.9.0", "1.10.0", "", "1.10-authorizer-module", "blocker");
        row("G19 allocator modules", "1.9.0", "1.10.0", "", "1.10-allocator-module", "blocker");
        row("G20 JSON credentials", "1.10.0", "1.11.0", "authentication=yes", "1.11-credentials-json", "blocker");
        row("G20 JSON credentials", "1.10.0", "1.11.0", "authentication=no", "1.11-credentials-json", "");
    }
    void gates() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, answers);
        QFETCH(QString, id);
        const Plan plan = planFor(from, to, answers);
        const PlanItem* item = findItem(plan, id);
        QTEST(item == nullptr ? QString() : enumName(item->item.gate), "expected");
        if (item != nullptr) {
            QVERIFY(!item->item.sources.isEmpty());
            QVERIFY2(!item->item.details.isEmpty(), "what breaks if it is ignored");
        }
    }

    /// In one go over eleven versions the same things stop people, but for what a later one replaces.
    void allOfThemOnTheDirectWay() {
        const Plan plan = planFor(u"1.0.4"_qs, u"1.11.0"_qs, {}, RouteKind::FewestRestarts);
        QCOMPARE(plan.hops.size(), 1);
        for (const char* id : {"1.3-quota-acls", "1.3-shutdown-acl", "1.3-no-0.x-agents", "1.5-task-starting",
                               "1.5-reconfiguration-policy", "1.6-csi-v0.1", "1.4-docker-1.8", "1.10-agent-features",
                               "1.8-json-endpoints", "1.9-tls-verification", "1.10-authorizer-module",
                               "1.10-allocator-module", "1.11-credentials-json", "1.11-modules-rebuild"})
            QVERIFY2(findItem(plan, QString::fromLatin1(id)) != nullptr, id);
        QCOMPARE(findItem(plan, u"1.10-agent-features"_qs)->standsFor,
                 QStringList({u"1.8-agent-features"_qs, u"1.9-agent-features"_qs, u"1.5-agent-features"_qs}));
    }

    /// A target that is advised against is planned; that is the first thing in the plan, with the version to take.
    void adviceAgainstTheTarget_isTheFirstBlocker() {
        const Plan plan = planFor(u"0.22.2"_qs, u"0.24.1"_qs);
        const PlanItem& first = plan.hops.constFirst().sections.constFirst().items.constFirst();
        QCOMPARE(first.item.id, u"0.24-old-checkpoints"_qs);
        QCOMPARE(first.item.gate, Gate::Blocker);
        QCOMPARE(first.item.instead, u"0.24.2"_qs);
        QCOMPARE(first.upgrade, u"0.24.x"_qs);
        QVERIFY(first.item.text.contains(u"0.24.2"_qs));
    }
};

QTEST_GUILESS_MAIN(TestGates)
#include "tst_gates.moc"
