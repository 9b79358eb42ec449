#pragma once

#include "core/plan.h"

// The formatted texts of the details pane, as HTML for a TextPanel. Links lead to `step:ID` and `answer:TRAIT` within
// the program, or to https.

/// What to do and to know, in full.
QString detailsHtml(const Plan& plan, const PlanItem& item);

/// One row for each labelled fact: how to verify it, may I stop here, why it is there, its sources …
QString factsHtml(const Plan& plan, const PlanHop& hop, const PlanItem& item);

/// What stands in front of an upgrade's first step.
QString introductionHtml(const Plan& plan, const PlanHop& hop);
