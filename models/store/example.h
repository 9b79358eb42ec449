#pragma once

#include "core/catalogue.h"
#include "store/plan_file.h"

/// A plan to look around in: 0.14.2 → 0.20.1, cgroups on some hosts, two questions open, the first half of the steps
/// settled with every kind of thing that people record. It is an ordinary plan file; errors as in PlanFile::create.
Result<std::unique_ptr<PlanFile>> createExample(const Catalogue& catalogue, const QString& path);
