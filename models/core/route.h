#pragma once

#include "core/catalogue.h"

/// Over every release line, or in as few upgrades as the rules allow.
enum class RouteKind { EveryRelease, FewestRestarts };

/// Why a route stops at a release: it is the target · every release was asked for · no rule lets a line be skipped ·
/// only the last patch of a line may be upgraded directly, and the source is another · … may be upgraded to directly,
/// and the target is another · a step can only be done while such a release runs.
enum class StopReason { Target, EveryRelease, NoRule, SourceNotLast, TargetNotLast, DoOn };

/// What is done in one go. `from` and `to` are releases; the first `from` is a line (`0.18.x`) where only that was
/// typed.
struct Leg {
    QString from;
    QString to;
    QList<int> hops; ///< indexes into Catalogue::hops, oldest first; empty: within a line
    StopReason reason = StopReason::Target;
    QString step; ///< of the reason DoOn: the item that has to be done there
};

/// From where to where, and over which stops.
struct Route {
    QString from; ///< as it is shown: a release (`0.18.2`) or a line (`0.18.x`)
    QString to;
    RouteKind kind = RouteKind::EveryRelease;
    QList<Leg> legs; ///< in the order of work, at least one
};

/// Before 1.0 every release line is passed, oldest first (guide/path-rules (a): nothing upstream allows to skip one).
/// From there on, within Catalogue::direct, the last patch of a line may lead straight to the last patch of a later one
/// (b), unless an item between that applies by `answers` (yes or unsure) can only be done on releases that would be
/// jumped over (Item::doOn). Fewest restarts is the shortest way under these rules; of several the one whose first
/// stops lie furthest. A line as target is its last published patch; a line as source is some patch of it, not taken
/// for the last.
///
/// Refused, each with the reason and the nearest releases that would do: what is no release, unknown or unpublished
/// releases, equal ones, older targets, and what lies outside the hops of the catalogue.
Result<Route> findRoute(const Catalogue& catalogue, const QString& from, const QString& to,
                        RouteKind kind = RouteKind::EveryRelease, const Answers& answers = {});

/// Every published release that can be picked as source (`asSource`) or target, oldest first.
QList<Release> pickableReleases(const Catalogue& catalogue, bool asSource);

/// The published releases of a line, oldest first, and the last of them; empty when there is none.
QStringList publishedPatches(const Catalogue& catalogue, const QString& line);
QString lastPatch(const Catalogue& catalogue, const QString& line);

/// Why another patch of the same line is the better target: one sentence; empty for the last patch of its line.
QString adviceOn(const Catalogue& catalogue, const QString& version);
