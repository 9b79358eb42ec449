#pragma once

#include "core/pause_points.h"
#include "core/plan.h"

#include <QMap>

#include <optional>

// What differs between two plans: the same cluster with another answer, an older plan made anew from newer knowledge,
// or two plan files. Items are the same when their ids are. Pure: equal plans give equal comparisons.

struct TextChange {
    QString before;
    QString after;

    bool differs() const { return before != after; }
};

/// An item with its place in one of the two plans.
struct PlacedItem {
    QString hop; ///< "0.17.0 → 0.18.x"
    QString section;
    QString behind; ///< id of the item in front of it, empty where it is the first of all
    PlanItem planned;
    QList<Because> leftOutBy; ///< removed items only: the answers of the newer plan that leave it out; may be empty
};

/// An item of both plans. `fields` are the names of what differs as they stand in JSON (core/fields.h), and `order`
/// where it stands in another upgrade or was moved. A step that only has another number has not changed.
struct ItemChange {
    PlacedItem before;
    PlacedItem after;
    QStringList fields;

    bool moved() const;
};

/// A question that has another answer or other words, or that only one of the plans asks.
struct QuestionChange {
    QString id;
    QString label;
    std::optional<Answer> before; ///< empty: not asked
    std::optional<Answer> after;
    QStringList fields; ///< as in JSON; empty when only one plan asks
};

/// What is said of an upgrade as a whole: the version to install, a paragraph, whether the order binds.
struct HopChange {
    PlanHop before; ///< without sections
    PlanHop after;
    QStringList fields; ///< as in JSON
};

struct PlanDiff {
    TextChange from;
    TextChange to;
    TextChange catalogueVersion;
    TextChange catalogueDigest;
    TextChange overlayName; ///< the file of the team's own steps; empty: none
    TextChange overlayDigest;
    QList<QuestionChange> questions; ///< in the order of the older plan, those it does not ask last
    QStringList hops;                ///< the upgrades of both plans, "0.17.0 → 0.18.x", in the order of work
    QList<HopChange> changedHops;
    QList<PlacedItem> added;         ///< in the order of the newer plan, like all lists but `removed`
    QList<PlacedItem> removed;       ///< in the order of the older plan
    QList<ItemChange> changed;       ///< what differs, what was moved, or both
    QList<PlacedItem> unchanged;     ///< as they stand in the newer plan
    QMap<QString, PauseKind> pauses; ///< the pause points of both plans, by id: what is recorded of them may differ

    /// Nothing differs that people read or programs find in the plan.
    bool isEmpty() const;
    qsizetype movedCount() const;
};

PlanDiff diffPlans(const Plan& before, const Plan& after);

/// What another plan is about, on one line: "cgroups isolation: unsure → no; version to reach: 0.18.2 → 0.19.1".
/// Answers first; where none of what people chose differs, how many points came, went and changed.
QString inWords(const PlanDiff& diff);

/// "what to do", "how to check", "commands": what the fields of a change are to people, each once, the most important
/// first. Translated.
QStringList partsInWords(const QStringList& fields);
