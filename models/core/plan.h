#pragma once

#include "core/answers.h"
#include "core/catalogue.h"
#include "core/item.h"

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
    bool findFirst = false; ///< kept because an answer is open
    QList<Because> because; ///< the answers of all traits in its condition; empty: stands for every cluster
    QString hosts;          ///< which hosts it is for, when a question was answered "some"; else empty
};

/// A run of items of the same phase and component, in the hop's order: one heading on screen and on paper.
struct PlanSection {
    QString title; ///< "Masters", "Before: schedulers", "Masters, second time"
    Phase phase = Phase::During;
    Component component = Component::Cluster;
    QList<PlanItem> items;
};

struct PlanHop {
    QString from;        ///< `0.17.0`, as the guide names the lines
    QString to;          ///< `0.18.x`
    QString stopAt;      ///< the release to install: the last published patch of the line, or the target itself
    bool ordered = true; ///< false: a source says that the order of components does not matter
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
    QString ask;
    QString label;
    QString why;
    bool perHost = false;
    Answer answer = Answer::Unsure;
    QList<FindOut> findOut; ///< only what holds for releases of the route
};

/// The receipt: all items of the route = planned + left out by answers. A team's own are no points of the guides and
/// not counted.
struct Coverage {
    int total = 0;
    int planned = 0;
    int leftOut = 0;

    int unaccounted() const { return total - planned - leftOut; }
};

struct Plan {
    QString from; ///< `0.14.2`, or `0.14.x` when only the line is known
    QString to;
    QString catalogueVersion;
    QString catalogueDigest;
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

/// The questions still answered with unsure.
QList<PlanQuestion> openQuestions(const Plan& plan);

/// Steps with a restart in them.
int restartCount(const Plan& plan);
int stepCount(const Plan& plan);

/// The team's own steps and notes in it.
int teamCount(const Plan& plan);
