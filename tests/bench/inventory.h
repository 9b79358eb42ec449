#pragma once

#include "tests/bench/measure.h"

/// The body of a `/slaves` answer of 50,000 agents, about 100 MB, read in pieces as it comes over a network, against
/// QJsonDocument with the same. The body is written into the folder, which has to stay.
Pair inventoryPair(const QString& folder, int rounds);
