#pragma once

#include "core/plan.h"

/// What people send when a step or note is wrong: all that says which one it is and where it is from, as plain text
/// with the catalogue's markup as it stands there, and a last line to write behind. Empty when the plan has nothing of
/// this id.
QString correctionText(const Plan& plan, const QString& id);
