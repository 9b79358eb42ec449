#pragma once

#include "core/plan.h"

/// What the releases of a plan's way change in Mesos: areas × upgrades, as upstream's overview table has it. It follows
/// from the plan alone; what the answers left out is not in it.
struct Impact {
    /// One entry of a cell, with the step or note of the plan that tells of it.
    struct Entry {
        QString item;
        ReleaseChange change;
    };

    QStringList upgrades; ///< columns: the hops by their targets, `1.4.x`, in the order of the way
    QMap<QString, QMap<Area, QList<Entry>>> cells; ///< by upgrade and area; what is empty is missing

    bool isEmpty() const { return cells.isEmpty(); }
    QList<Entry> cell(const QString& upgrade, Area area) const { return cells.value(upgrade).value(area); }
};

Impact impactOf(const Plan& plan);

/// Every area, in the order of upstream's columns.
QList<Area> allAreas();

/// How many entries are of each kind, in the order new, changed, deprecated, removed; kinds without any are missing.
QList<QPair<ChangeKind, int>> countsOf(const QList<Impact::Entry>& entries);
