#include "core/inventory.h"
#include "tests/support/support.h"

#include <QTest>

class TestInventory final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void everythingOfOursIsCountedOnce() {
        const auto item = [](Kind kind, Origin origin) {
            Item made;
            made.kind = kind;
            made.origin = origin;
            return made;
        };
        Catalogue known;
        known.releases = {{u"1.10.0"_qs, u"1.10"_qs, u"2020-06-01"_qs, true, {}},
                          {u"1.11.0"_qs, u"1.11"_qs, u"2020-11-24"_qs, true, {}},
                          {u"1.12.0"_qs, u"1.12"_qs, {}, false, {}}};
        known.standing = {item(Kind::Note, Origin::Beyond)};
        known.patch = {item(Kind::Step, Origin::Ours), item(Kind::Step, Origin::Ours)};
        known.hops.resize(2);
        known.hops[0].items = {item(Kind::Step, Origin::Guide)};
        known.hops[1].items = {item(Kind::Note, Origin::Guide), item(Kind::Step, Origin::Upstream)};
        known.team = {{TeamItem::Side::Before, {}, item(Kind::Step, Origin::Team)}};

        const Inventory inventory = inventoryOf(known);
        QCOMPARE(inventory.lastRelease.version, u"1.11.0"_qs);
        QCOMPARE(inventory.upgrades, 2);
        QCOMPARE(inventory.steps, 4);
        QCOMPARE(inventory.notes, 2);
        QCOMPARE(
            inventory.origins,
            (QMap<Origin, int>{{Origin::Guide, 2}, {Origin::Upstream, 1}, {Origin::Beyond, 1}, {Origin::Ours, 2}}));
    }

    void whatIsBuiltInReachesToTheLastRelease() {
        const Inventory inventory = inventoryOf(catalogue());
        QCOMPARE(inventory.lastRelease.version, u"1.11.0"_qs);
        QCOMPARE(inventory.upgrades, 29);
    }
};

QTEST_GUILESS_MAIN(TestInventory)
#include "tst_inventory.moc"
