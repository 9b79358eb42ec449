#include "core/impact.h"

#include <algorithm>

Impact impactOf(const Plan& plan) {
    Impact impact;
    for (const PlanHop& hop : plan.hops)
        impact.upgrades << hop.passes;
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& planned) {
        for (const ReleaseChange& change : planned.item.changes)
            if (!planned.upgrade.isEmpty())
                impact.cells[planned.upgrade][change.area] << Impact::Entry{planned.item.id, change};
    });
    return impact;
}

QList<Area> allAreas() {
    return {Area::Core, Area::Flags, Area::FrameworkApi, Area::ModuleApi, Area::Endpoints};
}

QList<QPair<ChangeKind, int>> countsOf(const QList<Impact::Entry>& entries) {
    QList<QPair<ChangeKind, int>> counts;
    for (const ChangeKind kind : {ChangeKind::New, ChangeKind::Changed, ChangeKind::Deprecated, ChangeKind::Removed}) {
        const auto count = std::count_if(entries.cbegin(), entries.cend(),
                                         [&](const Impact::Entry& entry) { return entry.change.kind == kind; });
        if (count > 0)
            counts << qMakePair(kind, static_cast<int>(count));
    }
    return counts;
}
