#pragma once

#include "core/pause_points.h"
#include "core/plan.h"
#include "core/record.h"

// The formatted texts of the details pane, as HTML for a TextPanel. Links lead to `step:ID` and `answer:TRAIT` within
// the program, or to https.

/// What to do and to know, in full.
QString detailsHtml(const Plan& plan, const PlanItem& item);

/// One row for each labelled fact: how to verify it, may I stop here, why it is there, its sources …
QString factsHtml(const Plan& plan, const PlanHop& hop, const PlanItem& item);

/// What stands in front of an upgrade's first step, and the steps that were put off to it.
QString introductionHtml(const Plan& plan, const Record& record, const PlanHop& hop);

/// What a pause point is for, and where it stands.
QString pauseHtml(const Plan& plan, const PausePoint& pause);

/// CommonMark with links from the ids of this plan's steps and notes to where they are.
QString linkedHtml(const Plan& plan, const QString& commonMark);
