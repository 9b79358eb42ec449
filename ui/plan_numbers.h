#pragma once

#include "core/progress.h"

/// How much there is to do, in numbers.
struct PlanNumbers {
    qsizetype upgrades = 0;
    int steps = 0;
    int notes = 0;
    int restarts = 0;
    int slaveRestarts = 0; ///< rolling restarts of every slave
    int blockers = 0;
    qsizetype openQuestions = 0;

    bool operator==(const PlanNumbers&) const = default;
};

PlanNumbers numbersOf(const Plan& plan);
/// Of one upgrade; questions belong to the whole plan and are not counted.
PlanNumbers numbersOf(const PlanHop& hop);

/// "Upgrades: 6 · Steps: 63 · Notes: 40 · Restarts: 24 · Blockers: 10 · Open questions: 6"
QString numbersLine(const Plan& plan);

/// "0 of 61 steps done · 61 to do, 1 of them can be begun now": how far the work is. What an open stop or blocker holds
/// up is no trouble, and is not called one.
QString progressLine(const Progress& progress);

/// What another answer changes in a plan: "steps: 4 fewer, blockers: 1 fewer; no longer asked: hooks".
QString differenceLine(const Plan& before, const Plan& after);
