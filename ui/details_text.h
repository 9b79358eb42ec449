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

/// An upgrade as a whole: what stands in front of its first step, its progress, the blockers, open questions and stops
/// in it, what its restarts do to running tasks, where it may be left, and the steps that were put off to it.
QString upgradeHtml(const Plan& plan, const Record& record, const PlanHop& hop);

/// The questions whose answers steps and notes of this upgrade wait for.
QList<PlanQuestion> openQuestionsOf(const Plan& plan, const PlanHop& hop);

/// A line for each of these steps, notes and pause points, with its state; of many only the first.
QString selectionHtml(const Plan& plan, const Record& record, const QStringList& ids);

/// What a pause point is for, and where it stands.
QString pauseHtml(const Plan& plan, const PausePoint& pause);

/// CommonMark with links from the ids of this plan's steps and notes to where they are.
QString linkedHtml(const Plan& plan, const QString& commonMark);
