#include "core/plan_builder.h"

#include "core/condition.h"
#include "core/overlay.h"
#include "core/words.h"

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

/// One build: what every part of it needs to look at.
class Builder {
public:
    Builder(const Catalogue& catalogue, const Route& route, const Answers& answers)
        : m_catalogue(catalogue)
        , m_route(route)
        , m_questions(questionsOf(catalogue, route)) {
        for (const Question& question : m_questions)
            m_answers.insert(question.id, answers.value(question.id, Answer::Unsure));
    }

    Plan build() {
        m_plan.from = m_route.from;
        m_plan.to = m_route.to;
        m_plan.catalogueVersion = m_catalogue.version;
        m_plan.catalogueDigest = m_catalogue.digest;
        m_plan.overlay = m_catalogue.overlay;
        for (const Question& question : m_questions)
            m_plan.questions << asked(question);
        for (const int index : m_route.hops)
            addHop(m_catalogue.hops[index]);
        keepLinksWithinThePlan();
        return m_plan;
    }

private:
    PlanQuestion asked(const Question& question) const {
        PlanQuestion asked{question.id,
                           groupTitle(question.group),
                           question.ask,
                           question.label,
                           question.why,
                           question.perHost,
                           m_answers.value(question.id),
                           {}};
        const QString releases = m_catalogue.hops[m_route.hops.first()].fromLine + QLatin1String("..") + m_route.to;
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

    void addHop(const Hop& hop) {
        PlanHop planned{hop.from, hop.to, lastPatch(hop.toLine), hop.ordered, hop.standing, {}};
        if (m_plan.hops.size() + 1 == m_route.hops.size())
            planned.stopAt = m_route.to;
        int steps = 0;
        for (const Item& item : itemsOf(hop))
            addItem(planned, item, steps);
        nameSections(planned);
        m_plan.hops << planned;
    }

    QString lastPatch(const QString& line) const {
        QString last;
        for (const Release& release : m_catalogue.releases)
            if (release.line == line && release.published)
                last = release.version;
        return last;
    }

    /// The items of a hop with the standing ones, which are shown once: in front of the first hop of the route they
    /// concern. There they stand with the hop's own of the same phase and component, or in front of all. A team's come
    /// last, so that they change nothing about the order of ours.
    QList<Item> itemsOf(const Hop& hop) {
        QList<Item> items = hop.items;
        qsizetype front = 0;
        for (const Item& standing : m_catalogue.standing) {
            if (!rangeContains(standing.hops, hop.toLine) || m_shown.contains(standing.id))
                continue;
            m_shown.insert(standing.id);
            const auto own = std::find_if(items.cbegin() + front, items.cend(), [&](const Item& item) {
                return item.phase == standing.phase && item.component == standing.component && item.hops.isEmpty();
            });
            if (own == items.cend())
                items.insert(front++, standing);
            else
                items.insert(own, standing);
        }
        return withTeamItems(items, m_catalogue.team);
    }

    void addItem(PlanHop& hop, const Item& item, int& steps) {
        const bool isPoint = item.origin != Origin::Team; // of the guides
        m_plan.coverage.total += isPoint;
        // The lint refuses conditions that do not parse.
        const Condition condition = Condition::parse(item.when).value_or(Condition());
        const Truth truth = condition.evaluate(m_answers);
        if (truth == Truth::No) {
            m_plan.coverage.leftOut += isPoint;
            m_plan.leftOut << LeftOut{item.id, item.text, words::hop(hop.from, hop.to), because(condition)};
            return;
        }
        m_plan.coverage.planned += isPoint;
        PlanItem planned;
        planned.item = item;
        planned.number = item.isStep() ? ++steps : 0;
        planned.findFirst = truth == Truth::Unknown;
        planned.because = because(condition);
        planned.hosts = hostsOf(condition);
        const bool sameSection = !hop.sections.isEmpty() && hop.sections.last().phase == item.phase &&
                                 hop.sections.last().component == item.component;
        if (!sameSection)
            hop.sections << PlanSection{{}, item.phase, item.component, {}};
        hop.sections.last().items << planned;
    }

    QList<Because> because(const Condition& condition) const {
        QList<Because> reasons;
        for (const Question& question : m_questions)
            if (condition.traits().contains(question.id))
                reasons << Because{question.id, question.label, m_answers.value(question.id)};
        return reasons;
    }

    QString hostsOf(const Condition& condition) const {
        QStringList hosts;
        for (const Question& question : m_questions) {
            if (m_answers.value(question.id) != Answer::Some)
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
            const bool counts = std::any_of(run.cbegin(), run.cend(), [](const PlanSection* section) {
                return section->phase == Phase::During && holdsAny(*section, isOurStep);
            });
            const int time = counts ? ++times[run.constLast()->component] : 1;
            for (PlanSection* section : std::as_const(run))
                section->title = words::sectionTitle(section->phase, section->component, time);
            run.clear();
        };
        for (PlanSection& section : hop.sections) {
            if (!holdsAny(section, isOurs)) {
                section.title = words::sectionTitle(section.phase, section.component, 1);
                continue;
            }
            if (!run.isEmpty() && !isSameHeading(*run.constLast(), section))
                nameRun();
            run << &section;
        }
        nameRun();
    }

    void keepLinksWithinThePlan() {
        QSet<QString> ids;
        forEachItem(m_plan,
                    [&](const PlanHop&, const PlanSection&, const PlanItem& item) { ids.insert(item.item.id); });
        for (PlanHop& hop : m_plan.hops)
            for (PlanSection& section : hop.sections)
                for (PlanItem& item : section.items)
                    item.item.links.removeIf([&](const ItemLink& link) { return !ids.contains(link.item); });
    }

    const Catalogue& m_catalogue;
    const Route& m_route;
    const QList<Question> m_questions;
    Answers m_answers;
    QSet<QString> m_shown;
    Plan m_plan;
};

} // namespace

Plan buildPlan(const Catalogue& catalogue, const Route& route, const Answers& answers) {
    return Builder(catalogue, route, answers).build();
}
