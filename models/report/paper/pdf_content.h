#pragma once

#include "core/plan.h"
#include "core/record.h"
#include "report/paper/pdf_chunk.h"
#include "report/sheet.h"

// The parts of the paper, in their order, as chunks of the given width. They know what is said and how it looks, not on
// which page it comes to stand.

/// Title, blockers that were set aside, route, numbers, whom to call, the cluster's own values, answers, open
/// questions. `upgradePages` has the number of the page on which each upgrade begins.
QList<Chunk> summaryChunks(const Plan& plan, const Record& record, const QList<int>& upgradePages, qreal width);

/// The open questions, as a list that can be handed to somebody; empty when none is open.
QList<Chunk> findOutChunks(const Plan& plan, const Record& record, qreal width);

/// What one upgrade changes, what was put off to it, its steps with the stops between them, and where it is signed off.
QList<Chunk> upgradeChunks(const Plan& plan, const PlanHop& hop, const Record& record, qreal width);

/// What the versions on the way change in Mesos: a row for each upgrade, a column for each area. Wants a wide page.
QList<Chunk> impactChunks(const Plan& plan, qreal width);

/// What the answers left out, and that nothing else is missing.
QList<Chunk> closingChunks(const Plan& plan, qreal width);

/// A sheet, with lines to write on.
QList<Chunk> sheetChunks(const Sheet& sheet, qreal width);

/// The route as a line with stations; what is done is filled in. Readable without colours.
Chunk routeStrip(const Plan& plan, const Record& record, qreal width);

/// The two lines by which a reader can tell that nothing is missing: the count, and what the plan was made from.
Chunk receipt(const Plan& plan, qreal width);

/// Stands in the bookmarks as well; depth 0 is an upgrade, or a part of the same rank.
Chunk heading(const QString& title, int depth, qreal width);
