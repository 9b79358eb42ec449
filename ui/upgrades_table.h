#pragma once

#include "core/catalogue.h"
#include "core/plan.h"

/// The upgrades of a plan below each other as rich text: which version each brings, of which day that is, and how much
/// there is to do. Texts are escaped.
QString upgradesTable(const Catalogue& catalogue, const Plan& plan);

/// "2014-09-18": the day of a release; empty where it is not known.
QString dayOf(const Catalogue& catalogue, const QString& version);
