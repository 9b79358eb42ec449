#pragma once

#include "core/condition.h"
#include "core/route.h"

/// What belongs to each leg of a route, whatever the answers, in the order of work: the items of its hops (or those of
/// an upgrade within a line), the standing ones, which are shown once, in front of the first leg they concern, and a
/// team's. Those before and after the rolling part stand together by component, in the order in which the components
/// first appear. Where several hops are done in one go, those of the rolling part stand around the restarts of the last
/// hop that has them (Item::fold says which are the same). Those for other sources and targets are not among them; what
/// advises against the target stands in front.
QList<ItemList> itemsOf(const Catalogue& catalogue, const Route& route);

/// Whether an item is for this leg, by the releases it starts at and leads to. Unknown: the patch of the source is not
/// known, and the item is for some of them.
Truth concerns(const Catalogue& catalogue, const Item& item, const Leg& leg);

/// Every question that some item of the route depends on, and the more general ones above it, in the order they are
/// asked.
QList<Question> questionsOf(const Catalogue& catalogue, const Route& route);
/// The same, of what itemsOf() gave for the route.
QList<Question> questionsOf(const Catalogue& catalogue, const QList<ItemList>& itemsOfRoute);

/// The answers as they count: where a more general question is answered no, the ones below it are no, too; what is not
/// answered is unsure. Holds exactly the given questions, which stand in the order they are asked.
Answers effectiveAnswers(const QList<Question>& questions, const Answers& answers);
