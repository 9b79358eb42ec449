#include "items/plan_wish.h"

#include "core/enum_names.h"
#include "core/words.h"
#include "items/plan_roles.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(items)
};

QString openWord() {
    return QStringLiteral("open");
}

QString settledWord() {
    return QStringLiteral("settled");
}

QString stopWord() {
    return QStringLiteral("stop");
}

QString findFirstWord() {
    return QStringLiteral("find-first");
}

QString tasksWord() {
    return QStringLiteral("tasks");
}

QString flagsWord() {
    return QStringLiteral("flags");
}

QList<FacetValue> watched() {
    return {{enumName(Gate::Blocker), Text::tr("blockers")},
            {findFirstWord(), Text::tr("what to find out first")},
            {stopWord(), Text::tr("stops")},
            {tasksWord(), Text::tr("what may kill running tasks")},
            {flagsWord(), Text::tr("changed flags")}};
}

QList<FacetValue> states() {
    return {{openWord(), Text::tr("open")}, {settledWord(), Text::tr("done or set aside")}};
}

QList<FacetValue> severities() {
    QList<FacetValue> values;
    for (const Severity severity : {Severity::Danger, Severity::Caution})
        values.append({enumName(severity), words::severity(severity).toLower()});
    return values;
}

QList<FacetValue> phases() {
    return {{enumName(Phase::Before), Text::tr("before")},
            {enumName(Phase::During), Text::tr("during")},
            {enumName(Phase::After), Text::tr("after")}};
}

QList<FacetValue> upgrades(const Plan& plan) {
    QList<FacetValue> values;
    for (const PlanHop& hop : plan.hops)
        values.append({hop.to, words::hop(hop.from, hop.to)});
    return values;
}

/// "slaves, agents" where the plan goes over the version that renamed them.
QString componentText(Component component, const Plan& plan) {
    const QString first = words::component(component, plan.hops.constFirst().to);
    const QString last = words::component(component, plan.hops.constLast().to);
    return first == last ? first : Text::tr("%1, %2").arg(first, last);
}

QList<FacetValue> components(const Plan& plan) {
    QSet<Component> there;
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) { there << item.item.component; });
    QList<Component> sorted(there.cbegin(), there.cend());
    std::sort(sorted.begin(), sorted.end());
    QList<FacetValue> values;
    for (const Component component : std::as_const(sorted))
        values.append({enumName(component), componentText(component, plan)});
    return values;
}

QList<FacetValue> owners(const Record& record, const QString& me) {
    QStringList names;
    for (const ItemRecord& item : record.items)
        if (!item.owner.isEmpty() && item.owner != me)
            names << item.owner;
    names.removeDuplicates();
    names.sort();
    QList<FacetValue> values{{me, Text::tr("mine")}};
    for (const QString& name : std::as_const(names))
        values.append({name, name});
    return values;
}

QStringList watchWordsOf(const QModelIndex& row) {
    QStringList words;
    if (row.data(PlanRole::Gate).value<Gate>() == Gate::Blocker)
        words << enumName(Gate::Blocker);
    if (row.data(PlanRole::FindFirst).toBool())
        words << findFirstWord();
    if (row.data(PlanRole::Level).value<PlanLevel>() == PlanLevel::Pause)
        words << stopWord();
    if (row.data(PlanRole::MayKillTasks).toBool())
        words << tasksWord();
    if (row.data(PlanRole::ChangesFlags).toBool())
        words << flagsWord();
    return words;
}

QString stateWordOf(const QModelIndex& row) {
    const QVariant state = row.data(PlanRole::State);
    if (!state.isValid())
        return {};
    return isSettled(state.value<StepState>()) ? settledWord() : openWord();
}

QString severityWordOf(const QModelIndex& row) {
    const QVariant severity = row.data(PlanRole::Severity);
    return severity.isValid() ? enumName(severity.value<Severity>()) : QString();
}

/// Of the facets of which a row has one word at most; empty: none.
QString singleWordOf(Facet facet, const QModelIndex& row) {
    switch (facet) {
    case Facet::Watch:
        break;
    case Facet::State:
        return stateWordOf(row);
    case Facet::Severity:
        return severityWordOf(row);
    case Facet::Phase:
        return enumName(row.data(PlanRole::Phase).value<Phase>());
    case Facet::Upgrade:
        return row.data(PlanRole::Upgrade).toString();
    case Facet::Component:
        return enumName(row.data(PlanRole::Component).value<Component>());
    case Facet::Owner:
        return row.data(PlanRole::Owner).toString();
    }
    Q_UNREACHABLE();
}

} // namespace

QStringList PlanWish::words() const {
    return search.simplified().split(u' ', Qt::SkipEmptyParts);
}

void PlanWish::setWanted(Facet facet, const QString& word, bool wants) {
    QStringList words = wanted.take(facet);
    words.removeAll(word);
    if (wants)
        words << word;
    if (!words.isEmpty())
        wanted.insert(facet, words);
}

QList<TextRange> placesOf(const QStringList& words, const QString& text) {
    QList<TextRange> found;
    for (const QString& word : words)
        for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(word, at + word.size(), Qt::CaseInsensitive))
            found.append({at, word.size()});
    std::sort(found.begin(), found.end(), [](const TextRange& a, const TextRange& b) { return a.start < b.start; });
    QList<TextRange> places;
    for (const TextRange& range : std::as_const(found)) {
        if (places.isEmpty() || places.last().start + places.last().length < range.start) {
            places << range;
            continue;
        }
        TextRange& before = places.last();
        before.length = std::max(before.length, range.start + range.length - before.start);
    }
    return places;
}

QStringList facetWords(Facet facet, const QModelIndex& row) {
    if (facet == Facet::Watch)
        return watchWordsOf(row);
    const QString word = singleWordOf(facet, row);
    return word.isEmpty() ? QStringList() : QStringList(word);
}

QStringList watchTexts(const QModelIndex& row) {
    const QStringList words = watchWordsOf(row);
    const QList<FacetValue> values = watched();
    QStringList texts;
    for (const FacetValue& value : values)
        if (words.contains(value.word))
            texts << value.text;
    return texts;
}

QString facetTitle(Facet facet) {
    switch (facet) {
    case Facet::Watch:
        return Text::tr("Watch for");
    case Facet::State:
        return Text::tr("State");
    case Facet::Severity:
        return Text::tr("Severity");
    case Facet::Phase:
        return Text::tr("Phase");
    case Facet::Upgrade:
        return Text::tr("Upgrade");
    case Facet::Component:
        return Text::tr("Component");
    case Facet::Owner:
        return Text::tr("Who does it");
    }
    Q_UNREACHABLE();
}

QList<FacetValue> facetValues(Facet facet, const Plan& plan, const Record& record, const QString& me) {
    switch (facet) {
    case Facet::Watch:
        return watched();
    case Facet::State:
        return states();
    case Facet::Severity:
        return severities();
    case Facet::Phase:
        return phases();
    case Facet::Upgrade:
        return upgrades(plan);
    case Facet::Component:
        return components(plan);
    case Facet::Owner:
        return owners(record, me);
    }
    Q_UNREACHABLE();
}
