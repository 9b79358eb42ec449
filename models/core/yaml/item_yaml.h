#pragma once

#include "core/item.h"

class Mapping;

/// Reads what every item has, ours or a team's: all but where it stands and what it is based on (phase, component,
/// origin, holds, hops, source).
void readItemBody(Mapping& mapping, Item& item);
