#include "core/inventory.h"

Inventory inventoryOf(const Catalogue& catalogue) {
    Inventory inventory;
    const auto count = [&inventory](const QList<Item>& items) {
        for (const Item& item : items) {
            ++(item.isStep() ? inventory.steps : inventory.notes);
            ++inventory.origins[item.origin];
        }
    };
    count(catalogue.standing);
    count(catalogue.patch);
    for (const Hop& hop : catalogue.hops)
        count(hop.items);
    inventory.upgrades = static_cast<int>(catalogue.hops.size());
    for (const Release& release : catalogue.releases)
        if (release.published)
            inventory.lastRelease = release;
    return inventory;
}
