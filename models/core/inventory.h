#pragma once

#include "core/catalogue.h"

#include <QMap>

/// What a catalogue holds, in numbers, and how far it reaches.
struct Inventory {
    Release lastRelease; ///< the newest one that was published
    int upgrades = 0;
    int steps = 0;
    int notes = 0;
    QMap<Origin, int> origins; ///< steps and notes, by who says so
};

/// A team's own steps are not counted.
Inventory inventoryOf(const Catalogue& catalogue);
