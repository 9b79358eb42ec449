#include "core/route_items.h"

#include "core/overlay.h"

#include <QSet>

#include <algorithm>

namespace {

QString lineOf(const QString& version) {
    return parseTypedRelease(version).line.toString();
}

/// Those of one phase.
ItemList within(const ItemList& items, Phase phase) {
    ItemList found;
    std::copy_if(items.cbegin(), items.cend(), std::back_inserter(found),
                 [phase](const Item* item) { return item->phase == phase; });
    return found;
}

/// One component after the other, in the order in which they first appear.
ItemList groupedByComponent(ItemList items) {
    QList<Component> order;
    for (const Item* item : std::as_const(items))
        if (!order.contains(item->component))
            order << item->component;
    std::stable_sort(items.begin(), items.end(), [&](const Item* a, const Item* b) {
        return order.indexOf(a->component) < order.indexOf(b->component);
    });
    return items;
}

/// Before and after the rolling part nobody has to come back to a component; within it the order is the guide's.
ItemList componentByComponent(const ItemList& items) {
    return groupedByComponent(within(items, Phase::Before)) + within(items, Phase::During) +
           groupedByComponent(within(items, Phase::After));
}

/// The rolling parts of several hops as one: what stands between two restarts in one of them stands between the same
/// two.
ItemList rollingTogether(const QList<const Hop*>& hops) {
    QStringList restarts;
    for (const Item* item : within(pointersTo(hops.constLast()->items), Phase::During))
        if (!item->fold.isEmpty())
            restarts << item->fold;
    QList<ItemList> slots(2 * restarts.size() + 1); // between, restart, between, restart, … between
    for (const Hop* hop : hops) {
        qsizetype slot = 0;
        for (const Item* item : within(pointersTo(hop->items), Phase::During)) {
            const qsizetype restart = item->fold.isEmpty() ? -1 : restarts.indexOf(item->fold);
            if (restart < 0) {
                slots[slot] << item;
            } else {
                slots[2 * restart + 1] << item;
                slot = 2 * restart + 2;
            }
        }
    }
    ItemList items;
    for (const ItemList& slot : std::as_const(slots))
        items << slot;
    return items;
}

ItemList inOneGo(const QList<const Hop*>& hops) {
    ItemList before;
    ItemList after;
    for (const Hop* hop : hops) {
        before << within(pointersTo(hop->items), Phase::Before);
        after << within(pointersTo(hop->items), Phase::After);
    }
    return before + rollingTogether(hops) + after;
}

/// Those of the leg's hops, or of an upgrade within its line.
ItemList ownItems(const Catalogue& catalogue, const Leg& leg) {
    if (leg.hops.isEmpty()) {
        ItemList items = pointersTo(catalogue.patch);
        items.removeIf([&](const Item* item) { return !rangeContains(item->hops, lineOf(leg.to)); });
        return items;
    }
    if (leg.hops.size() == 1)
        return pointersTo(catalogue.hops[leg.hops.first()].items);
    QList<const Hop*> hops;
    for (const int index : leg.hops)
        hops << &catalogue.hops[index];
    return inOneGo(hops);
}

/// Whether a standing item concerns a leg: one of the lines it leads to.
bool standsBefore(const Catalogue& catalogue, const Item& item, const Leg& leg) {
    if (leg.hops.isEmpty())
        return !item.leavesLine && rangeContains(item.hops, lineOf(leg.to));
    return std::any_of(leg.hops.cbegin(), leg.hops.cend(),
                       [&](int hop) { return rangeContains(item.hops, catalogue.hops[hop].toLine); });
}

/// The standing ones stand with the leg's own of the same phase and component, or in front of all.
ItemList withStanding(const Catalogue& catalogue, const Leg& leg, ItemList items, QSet<QString>& shown) {
    qsizetype front = 0;
    for (const Item& standing : catalogue.standing) {
        if (shown.contains(standing.id) || !standsBefore(catalogue, standing, leg) ||
            concerns(catalogue, standing, leg) == Truth::No)
            continue;
        shown.insert(standing.id);
        const auto own = std::find_if(items.cbegin() + front, items.cend(), [&](const Item* item) {
            return item->phase == standing.phase && item->component == standing.component && item->hops.isEmpty();
        });
        if (own == items.cend())
            items.insert(front++, &standing);
        else
            items.insert(own, &standing);
    }
    return items;
}

/// Only the last leg can have some: all others lead to the last patch of a line.
ItemList takeAdviceAgainstTheTarget(ItemList& items) {
    const auto advisesAgainst = [](const Item* item) { return !item->instead.isEmpty(); };
    ItemList against;
    std::copy_if(items.cbegin(), items.cend(), std::back_inserter(against), advisesAgainst);
    items.removeIf(advisesAgainst);
    return against;
}

} // namespace

Truth concerns(const Catalogue& catalogue, const Item& item, const Leg& leg) {
    if (!rangeContains(item.to, leg.to))
        return Truth::No;
    if (item.from.isEmpty())
        return Truth::Yes;
    const TypedRelease source = parseTypedRelease(leg.from);
    if (source.patch >= 0)
        return rangeContains(item.from, leg.from) ? Truth::Yes : Truth::No;
    const QStringList patches = publishedPatches(catalogue, source.line.toString());
    const auto among = std::count_if(patches.cbegin(), patches.cend(),
                                     [&](const QString& patch) { return rangeContains(item.from, patch); });
    return among == 0 ? Truth::No : among == patches.size() ? Truth::Yes : Truth::Unknown;
}

QList<ItemList> itemsOf(const Catalogue& catalogue, const Route& route) {
    QList<ItemList> legs;
    QSet<QString> shown;
    for (const Leg& leg : route.legs) {
        ItemList items = ownItems(catalogue, leg);
        items.removeIf([&](const Item* item) { return concerns(catalogue, *item, leg) == Truth::No; });
        legs << withStanding(catalogue, leg, items, shown);
    }
    const ItemList against = takeAdviceAgainstTheTarget(legs.last());
    legs.first() = against + legs.first();
    for (ItemList& items : legs)
        items = withTeamItems(componentByComponent(items), catalogue.team);
    return legs;
}

QList<Question> questionsOf(const Catalogue& catalogue, const Route& route) {
    return questionsOf(catalogue, itemsOf(catalogue, route));
}

QList<Question> questionsOf(const Catalogue& catalogue, const QList<ItemList>& itemsOfRoute) {
    QSet<QString> conditions; // few of them, for many items
    for (const ItemList& items : itemsOfRoute)
        for (const Item* item : items)
            conditions.insert(item->when);
    QSet<QString> needed;
    for (const QString& condition : std::as_const(conditions))
        for (const QString& trait : Condition::parse(condition).value_or(Condition()).traits())
            needed.insert(trait);
    QList<Question> questions;
    for (auto question = catalogue.questions.crbegin(); question != catalogue.questions.crend(); ++question) {
        if (!needed.contains(question->id))
            continue;
        needed.insert(question->of); // stands further up
        questions.prepend(*question);
    }
    return questions;
}

Answers effectiveAnswers(const QList<Question>& questions, const Answers& answers) {
    Answers effective;
    for (const Question& question : questions) {
        const bool isMoot = effective.value(question.of) == Answer::No;
        effective.insert(question.id, isMoot ? Answer::No : answers.value(question.id, Answer::Unsure));
    }
    return effective;
}
