#pragma once

#include "core/answers.h"
#include "core/catalogue.h"
#include "core/item.h"
#include "core/route.h"

// What one cluster has to do: a value that stands by itself. It holds the texts as they were when it was made, so a
// newer catalogue never changes a plan somebody is working in. Made by plan_builder.h, written and read by plan_json.h.

/// An answer that brought an item in, or kept it out.
struct Because {
    QString trait;
    QString label; ///< the question's short label
    Answer answer = Answer::Unsure;
};

struct PlanItem {
    Item item;
    int number = 0;         ///< steps are numbered 1, 2, … within their hop; notes have 0
    QString upgrade;        ///< the hop it belongs to, by its target: `1.4.x`; empty: none in particular
    bool findFirst = false; ///< kept because an answer is open
    bool patchOpen = false; ///< … and what is open is the exact release that runs: the item is only for some of them
    QList<Because> because; ///< the answers of all traits in its condition; empty: stands for every cluster
    QString hosts;          ///< which hosts it is for, when a question was answered "some"; else empty
    QStringList standsFor;  ///< ids of the earlier ones that it takes the place of, in an upgrade over several lines
};

/// A run of items of the same phase and component, in the hop's order: one heading on screen and on paper.
struct PlanSection {
    QString title; ///< "Masters", "Before: schedulers", "Masters, second time"
    Phase phase = Phase::During;
    Component component = Component::Cluster;
    QList<PlanItem> items;
};

/// What is done in one go: mostly one hop, from 1.0 on possibly several, or an upgrade within a line.
struct PlanHop {
    QString from;       ///< `0.17.0`, as the guide names the lines; a release within a line
    QString to;         ///< `0.18.x`
    QString stopAt;     ///< the release to install: the last published patch of the line, or the target itself
    QStringList passes; ///< targets of the hops in it, as the guide names them; empty within a line
    StopReason reason = StopReason::EveryRelease; ///< why the way stops here
    QString reasonStep;                           ///< of the reason DoOn: the step that needs it
    ComponentOrder order = ComponentOrder::Listed;
    QString standing;
    QList<PlanSection> sections;
};

/// An item that this cluster does not need, and the answers that say so.
struct LeftOut {
    QString id;
    QString text;
    QString hop; ///< "0.17.0 → 0.18.x"
    QList<Because> because;
};

/// A question of the route with the answer it has in this plan.
struct PlanQuestion {
    QString id;
    QString group; ///< title of the group
    QString of;    ///< id of the more general question, may be empty
    QString ask;
    QString label;
    QString why;
    QStringList upgrades; ///< "1.3.x → 1.4.x": those it makes a difference in; empty: none in particular
    bool perHost = false;
    Answer answer = Answer::Unsure;
    QList<FindOut> findOut; ///< only what holds for releases of the route
};

/// The receipt: all items of the route = planned + left out by answers + folded into later ones. A team's own are no
/// points of the guides and not counted.
struct Coverage {
    int total = 0;
    int planned = 0;
    int leftOut = 0;
    int folded = 0;

    int unaccounted() const { return total - planned - leftOut - folded; }
};

/// A stop of a route before its end, and why it remains.
struct RouteStop {
    QString release;
    StopReason reason = StopReason::EveryRelease;
    QString step; ///< of the reason DoOn
};

/// What one kind of route would mean for this cluster.
struct RouteOption {
    RouteKind kind = RouteKind::EveryRelease;
    int upgrades = 0;
    int slaveRestarts = 0; ///< rolling restarts of every slave
    int steps = 0;
    int points = 0; ///< steps and notes
    int blockers = 0;
    QList<RouteStop> stops;
};

struct Plan {
    QString from; ///< `0.14.2`, or `0.14.x` when only the line is known
    QString to;
    RouteKind route = RouteKind::EveryRelease;
    QList<RouteOption> options; ///< both kinds where they differ, the first is every release; else empty
    QString catalogueVersion;
    QString catalogueDigest;
    QString lastRelease;           ///< the newest one published when the catalogue was written
    QList<PlanQuestion> questions; ///< those the route needs
    QList<PlanHop> hops;           ///< in the order of work
    QList<LeftOut> leftOut;
    Coverage coverage;
    Overlay overlay; ///< what the plan was made with; empty: without

    Answers answers() const;
};

/// Calls `visit(const PlanHop&, const PlanSection&, const PlanItem&)` for each item, in the order of work.
template <typename Visit> void forEachItem(const Plan& plan, Visit visit) {
    for (const PlanHop& hop : plan.hops)
        for (const PlanSection& section : hop.sections)
            for (const PlanItem& item : section.items)
                visit(hop, section, item);
}

/// Null when the plan has no item of that id. The pointer lives as long as the plan is not changed.
const PlanItem* findItem(const Plan& plan, const QString& id);

/// The more general question that, answered no, has answered this one as well; null when none has.
const PlanQuestion* answeredBy(const QList<PlanQuestion>& questions, const PlanQuestion& question);
bool isMoot(const Plan& plan, const PlanQuestion& question);

/// The questions still answered with unsure, but for moot ones.
QList<PlanQuestion> openQuestions(const Plan& plan);

/// Steps with a restart in them.
int restartCount(const Plan& plan);
int stepCount(const Plan& plan);

/// The team's own steps and notes in it.
int teamCount(const Plan& plan);
