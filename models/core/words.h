#pragma once

#include "core/pause_points.h"
#include "core/plan.h"
#include "core/progress.h"
#include "core/record.h"
#include "core/trouble.h"

// How values are said to people, the same on screen, in reports and on the command line. Translated.

namespace words {
QString component(Component component, const QString& at); ///< "masters"; "agents" where `at` begins with 1.0 or later
QString severity(Severity severity);                       ///< "Danger", "Caution"; empty for info
QString gate(Gate gate);          ///< "Stop: settle this before you go on", …; empty for none
QString origin(const Item& item); ///< "not in the guide", "added by Operations", …; empty for the guide
QString origins(const QMap<Origin, int>& counts); ///< "214 from the guide, 30 from other sources, 4 ours"
QString undo(const Undo& undo);                   ///< whole sentence; says plainly when no source says
QString stop(const Stop& stop);                   ///< "safe to leave: …", "no source says"
QString tasks(const TaskCost& cost); ///< "running tasks survive if checkpointing: …"; empty without restart
QString answer(Answer answer);       ///< "yes", "unsure"
QString state(StepState state);      ///< "open", "in progress", "done", …
QString pause(PauseKind kind, const QString& at); ///< "Stop: after the masters", …; `at` as with component()
QString progress(const Progress& progress);       ///< "12 done, 3 open, 170 blocked", then what else there is
QString componentNow(
    const ComponentNow& now); ///< "masters: 0.18.2", "slaves: between 0.17.0 and 0.18.2, restarts done: 1 of 2"
QString because(const QList<Because>& because); ///< "cgroups isolation: some; authentication: unsure"
QString
openCondition(const PlanItem& item); ///< "cgroups isolation: yes": what an open answer has to be for it; or empty
QString why(const PlanHop& hop, const PlanItem& item); ///< one sentence: which upgrade and which answers brought it in
QString
stopReason(const RouteStop& stop, const QString& from,
           const QString& to);       ///< why a way stops there: part of a sentence; where the whole way starts and ends
QString route(RouteKind kind);       ///< "every version", "fewest restarts"
QString change(ChangeKind kind);     ///< "new", "changed", "deprecated", "removed"
QString changeSign(ChangeKind kind); ///< one character, so that nothing is a colour alone: + ~ ! ×
QString area(Area area);             ///< "Mesos core", "flags", …
QString source(const Source& source);                ///< "Upgrading Mesos (guide …), section …, line 169"
QString hop(const QString& from, const QString& to); ///< "0.17.0 → 0.18.x"
QString planTitle(const Plan& plan);                 ///< "Upgrade Mesos 0.14.2 → 0.20.1"
QString coverage(const Coverage& coverage); ///< "214 points of the guide …: 180 in the plan, 34 left out by your
                                            ///< answers, 0 unaccounted for"
QString sectionTitle(Phase phase, Component component, const QString& at,
                     int occurrence); ///< occurrence 1: "Masters", 2: "Masters, second time"
} // namespace words
