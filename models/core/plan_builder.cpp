#include "core/plan_builder.h"

#include "core/route_items.h"
#include "core/words.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace {

bool isOurs(const PlanItem& planned) {
    return planned.item.origin != Origin::Team;
}

bool isOurStep(const PlanItem& planned) {
    return isOurs(planned) && planned.item.isStep();
}

bool holdsAny(const PlanSection& section, bool (*holds)(const PlanItem&)) {
    return std::any_of(section.items.cbegin(), section.items.cend(), holds);
}

bool isSameHeading(const PlanSection& a, const PlanSection& b) {
    return a.phase == b.phase && a.component == b.component;
}

QHash<QString, int> hopsOfItems(const Catalogue& catalogue, const Route& route) {
    QHash<QString, int> hops;
    for (const Leg& leg : route.legs)
        for (const int hop : leg.hops)
            for (const Item& item : catalogue.hops[hop].items)
                hops.insert(item.id, hop);
    return hops;
}

/// One build: what every part of it needs to look at.
class Builder {
public:
    Builder(const Catalogue& catalogue, const Route& route, const Answers& answers)
        : m_catalogue(catalogue)
        , m_route(route)
        , m_items(itemsOf(catalogue, route))
        , m_hops(hopsOfItems(catalogue, route))
        , m_questions(questionsOf(catalogue, m_items))
        , m_given(answers)
        , m_answers(effectiveAnswers(m_questions, answers)) {}

    Plan build() {
        m_plan.from = m_route.from;
        m_plan.to = m_route.to;
        m_plan.route = m_route.kind;
        m_plan.catalogueVersion = m_catalogue.version;
        m_plan.catalogueDigest = m_catalogue.digest;
        m_plan.overlay = m_catalogue.overlay;
        for (const Release& release : m_catalogue.releases)
            if (release.published)
                m_plan.lastRelease = release.version;
        for (qsizetype i = 0; i < m_items.size(); ++i)
            addLeg(m_route.legs[i], m_items[i]);
        for (const Question& question : m_questions)
            m_plan.questions << asked(question);
        keepLinksWithinThePlan();
        return std::move(m_plan);
    }

    /// What build() makes of the route, in numbers.
    RouteOption count() const {
        RouteOption option;
        option.kind = m_route.kind;
        option.upgrades = int(m_route.legs.size());
        for (const ItemList& items : m_items) {
            const QHash<QString, QString> stays = whatStays(items);
            for (const Item* item : items) {
                if (truthOf(*item) == Truth::No || keptFor(*item, stays) != item->id)
                    continue;
                ++option.points;
                option.steps += item->isStep();
                option.blockers += item->gate == Gate::Blocker;
                option.slaveRestarts += item->component == Component::Slave && item->tasks.restarts;
            }
        }
        for (qsizetype i = 0; i + 1 < m_route.legs.size(); ++i)
            option.stops << RouteStop{m_route.legs[i].to, m_route.legs[i].reason, m_route.legs[i].step};
        return option;
    }

private:
    PlanQuestion asked(const Question& question) const {
        PlanQuestion asked{question.id,
                           groupTitle(question.group),
                           question.of,
                           question.ask,
                           question.label,
                           question.why,
                           {},
                           question.perHost,
                           m_given.value(question.id, Answer::Unsure),
                           {}};
        const QSet<QString> touched = m_touched.value(question.id);
        for (const Leg& leg : m_route.legs)
            for (const int hop : leg.hops)
                if (touched.contains(m_catalogue.hops[hop].to))
                    asked.upgrades << words::hop(m_catalogue.hops[hop].from, m_catalogue.hops[hop].to);
        const QString releases = parseTypedRelease(m_route.from).line.toString() + QLatin1String("..") + m_route.to;
        for (const FindOut& findOut : question.findOut)
            if (rangesOverlap(findOut.releases, releases))
                asked.findOut << findOut;
        return asked;
    }

    QString groupTitle(const QString& id) const {
        for (const QuestionGroup& group : m_catalogue.groups)
            if (group.id == id)
                return group.title;
        return id;
    }

    void addLeg(const Leg& leg, const ItemList& items) {
        PlanHop planned;
        planned.from = leg.from;
        planned.to = leg.to;
        planned.stopAt = leg.to;
        planned.reason = leg.reason;
        planned.reasonStep = leg.step;
        planned.order = ComponentOrder::Ours;
        for (const int index : leg.hops)
            planned.passes << m_catalogue.hops[index].to;
        if (!leg.hops.isEmpty()) {
            const Hop& last = m_catalogue.hops[leg.hops.last()];
            planned.from = m_catalogue.hops[leg.hops.first()].from;
            planned.to = last.to;
            planned.order = last.order;
            planned.standing = last.standing;
        }
        const QHash<QString, QString> stays = whatStays(items);
        int steps = 0;
        for (const Item* item : items) {
            const int hop = m_hops.value(item->id, -1);
            addItem(planned, *item, leg, hop < 0 ? QString() : m_catalogue.hops[hop].to, stays, steps);
        }
        nameSections(planned);
        m_plan.hops << std::move(planned);
    }

    /// What a condition means for this cluster.
    struct Meaning {
        Truth truth = Truth::Yes;
        QStringList traits;
        QList<Because> because;
        QString hosts;
    };

    /// Many items have the same condition, and each is asked for several times.
    const Meaning& meaningOf(const Item& item) const {
        auto known = m_meanings.find(item.when);
        if (known == m_meanings.end()) {
            // The lint refuses what does not parse.
            const Condition condition = Condition::parse(item.when).value_or(Condition());
            known = m_meanings.insert(
                item.when, {condition.evaluate(m_answers), condition.traits(), because(condition), hostsOf(condition)});
        }
        return *known;
    }

    Truth truthOf(const Item& item) const { return meaningOf(item).truth; }

    /// What takes the place of others: fold → of the items with it that this cluster needs, that of the last hop.
    QHash<QString, QString> whatStays(const ItemList& items) const {
        QHash<QString, QString> stays;
        for (const Item* item : items) {
            if (item->fold.isEmpty() || truthOf(*item) == Truth::No)
                continue;
            QString& kept = stays[item->fold];
            if (m_hops.value(kept, -1) < m_hops.value(item->id))
                kept = item->id;
        }
        return stays;
    }

    static QString keptFor(const Item& item, const QHash<QString, QString>& stays) {
        return stays.value(item.fold, item.id);
    }

    void addItem(PlanHop& hop, const Item& item, const Leg& leg, const QString& upgrade,
                 const QHash<QString, QString>& stays, int& steps) {
        const bool isPoint = item.origin != Origin::Team; // of the guides
        m_plan.coverage.total += isPoint;
        const Meaning& meaning = meaningOf(item);
        for (const QString& trait : meaning.traits)
            m_touched[trait].insert(upgrade);
        if (meaning.truth == Truth::No) {
            m_plan.coverage.leftOut += isPoint;
            m_plan.leftOut << LeftOut{item.id, item.text, words::hop(hop.from, hop.to), meaning.because};
            return;
        }
        if (const QString kept = keptFor(item, stays); kept != item.id) {
            ++m_plan.coverage.folded;
            m_foldedInto.insert(item.id, kept);
            m_standsFor[kept] << item.id;
            return;
        }
        m_plan.coverage.planned += isPoint;
        PlanItem planned;
        planned.item = item;
        planned.number = item.isStep() ? ++steps : 0;
        planned.upgrade = upgrade;
        planned.patchOpen = concerns(m_catalogue, item, leg) == Truth::Unknown;
        planned.findFirst = meaning.truth == Truth::Unknown || planned.patchOpen;
        planned.because = meaning.because;
        planned.hosts = meaning.hosts;
        const bool sameSection = !hop.sections.isEmpty() && hop.sections.last().phase == item.phase &&
                                 hop.sections.last().component == item.component;
        if (!sameSection)
            hop.sections << PlanSection{{}, item.phase, item.component, {}};
        hop.sections.last().items << std::move(planned);
    }

    /// A question that a more general one has answered is not what people said: the general one is.
    const Question& answeredBy(const Question& question) const {
        const auto general = std::find_if(m_questions.cbegin(), m_questions.cend(),
                                          [&](const Question& other) { return other.id == question.of; });
        return general != m_questions.cend() && m_answers.value(general->id) == Answer::No ? answeredBy(*general)
                                                                                           : question;
    }

    QList<Because> because(const Condition& condition) const {
        QList<Because> reasons;
        const QStringList traits = condition.traits();
        for (const Question& question : m_questions) {
            if (!traits.contains(question.id))
                continue;
            const Question& said = answeredBy(question);
            const bool isSaid = std::any_of(reasons.cbegin(), reasons.cend(),
                                            [&](const Because& reason) { return reason.trait == said.id; });
            if (!isSaid)
                reasons << Because{said.id, said.label, m_answers.value(said.id)};
        }
        return reasons;
    }

    QString hostsOf(const Condition& condition) const {
        QStringList hosts;
        const QStringList traits = condition.traits();
        for (const Question& question : m_questions) {
            if (!traits.contains(question.id) || m_answers.value(question.id) != Answer::Some)
                continue;
            if (condition.mentions(question.id, true))
                hosts << question.hostsYes;
            if (condition.mentions(question.id, false))
                hosts << question.hostsNo;
        }
        return hosts.join(u"; ");
    }

    /// Only the rolling part has second times, and only sections with steps count: a note between two restarts of the
    /// masters is none. What goes on behind a team's own section has the same name as in front of it.
    static void nameSections(PlanHop& hop) {
        QMap<Component, int> times;
        QList<PlanSection*> run; // same phase and component, with nothing of ours between
        const auto nameRun = [&] {
            if (run.isEmpty())
                return;
            const bool counts = std::any_of(run.cbegin(), run.cend(), [](const PlanSection* section) {
                return section->phase == Phase::During && holdsAny(*section, isOurStep);
            });
            const PlanSection& last = *run.constLast();
            const int time = counts ? ++times[last.component] : 1;
            const QString title = words::sectionTitle(last.phase, last.component, hop.to, time);
            for (PlanSection* section : std::as_const(run))
                section->title = title;
            run.clear();
        };
        for (PlanSection& section : hop.sections) {
            if (!holdsAny(section, isOurs)) {
                section.title = words::sectionTitle(section.phase, section.component, hop.to, 1);
                continue;
            }
            if (!run.isEmpty() && !isSameHeading(*run.constLast(), section))
                nameRun();
            run << &section;
        }
        nameRun();
    }

    /// What was folded is told of, and linked to, at what took its place.
    void keepLinksWithinThePlan() {
        QHash<QString, PlanItem*> items;
        for (PlanHop& hop : m_plan.hops)
            for (PlanSection& section : hop.sections)
                for (PlanItem& item : section.items)
                    items.insert(item.item.id, &item);
        for (auto it = items.cbegin(); it != items.cend(); ++it) {
            (*it)->standsFor = m_standsFor.value(it.key());
            for (ItemLink& link : (*it)->item.links)
                link.item = m_foldedInto.value(link.item, link.item);
            (*it)->item.links.removeIf(
                [&](const ItemLink& link) { return !items.contains(link.item) || link.item == it.key(); });
        }
    }

    const Catalogue& m_catalogue;
    const Route& m_route;
    const QList<ItemList> m_items;    ///< for each leg
    const QHash<QString, int> m_hops; ///< id → the hop it belongs to
    const QList<Question> m_questions;
    const Answers m_given;
    const Answers m_answers;                    ///< as they count
    mutable QHash<QString, Meaning> m_meanings; ///< by condition
    QHash<QString, QSet<QString>> m_touched;    ///< trait → the hops that an item with it belongs to
    QHash<QString, QString> m_foldedInto;
    QHash<QString, QStringList> m_standsFor; ///< the other way round, in the order of the hops
    Plan m_plan;
};

bool isSameWay(const Route& a, const Route& b) {
    return std::equal(a.legs.cbegin(), a.legs.cend(), b.legs.cbegin(), b.legs.cend(),
                      [](const Leg& one, const Leg& other) { return one.to == other.to; });
}

/// Both kinds of route, every release first; empty when they are the same. The other one is only counted: to build it
/// would take as long as the plan itself.
QList<RouteOption> optionsOf(const Catalogue& catalogue, const Builder& chosen, const Route& route,
                             const Answers& answers) {
    const bool isEvery = route.kind == RouteKind::EveryRelease;
    const RouteKind otherKind = isEvery ? RouteKind::FewestRestarts : RouteKind::EveryRelease;
    const Result<Route> other = findRoute(catalogue, route.from, route.to, otherKind, answers);
    if (!other || isSameWay(route, *other))
        return {};
    QList<RouteOption> options{chosen.count(), Builder(catalogue, *other, answers).count()};
    if (!isEvery)
        options.swapItemsAt(0, 1);
    return options;
}

} // namespace

Plan buildPlan(const Catalogue& catalogue, const Route& route, const Answers& answers) {
    Builder builder(catalogue, route, answers);
    Plan plan = builder.build();
    plan.options = optionsOf(catalogue, builder, route, answers);
    return plan;
}
