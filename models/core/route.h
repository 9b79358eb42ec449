#pragma once

#include "core/catalogue.h"

/// From where to where, and over which hops. `from` and `to` are as they are shown: a release (`0.18.2`), or a line
/// (`0.18.x`) where only that was typed for the source.
struct Route {
    QString from;
    QString to;
    QList<int> hops; ///< indexes into Catalogue::hops, oldest first, at least one
};

/// Before 1.0 every release line is passed, oldest first (guide/path-rules (a): nothing upstream allows to skip one). A
/// line as target is its last published patch. Refused, each with the reason and the nearest releases that would do:
/// what is no release, unknown or unpublished releases, equal ones, older targets, jumps within a line, and what lies
/// outside the hops of the catalogue.
Result<Route> findRoute(const Catalogue& catalogue, const QString& from, const QString& to);

/// Every published release that can be picked as source (`asSource`) or target, oldest first.
QList<Release> pickableReleases(const Catalogue& catalogue, bool asSource);

/// Every question that some item of the route depends on, in the order they are asked.
QList<Question> questionsOf(const Catalogue& catalogue, const Route& route);
