#pragma once

#include "core/impact.h"
#include "core/plan.h"

// What the reports say of the way as a whole, made once, so that Markdown, HTML and paper use the same words: which
// ways there are, why each stops where it does, and what the versions on it change in Mesos. A text is plain unless
// said otherwise.

/// A table of words and numbers; the first cell of a row names it.
struct Grid {
    QStringList titles;
    QList<QStringList> rows;
};

/// The ways to choose from side by side, that of this plan marked; no rows where there is no choice.
Grid waysOf(const Plan& plan);

/// What speaks against the version to reach, and which to choose instead; mostly nothing does. CommonMark inline.
QStringList advisedAgainst(const Plan& plan);

/// Where each of these ways stops before its end, and why: a line for each reason. CommonMark inline.
QStringList waysStopAt(const Plan& plan);

/// What stands between an upgrade's heading and its first section: the version to install, what is done in one go, why
/// the way stops there, the guide's word on the whole upgrade, and who says in which order the components follow each
/// other. A paragraph each, CommonMark inline. `from` and `to` are where the whole way starts and ends.
QStringList introductionOf(const PlanHop& hop, const QString& from, const QString& to);

/// "1.3.x → 1.4.x" for each of Impact::upgrades.
QStringList upgradesOf(const Plan& plan);

/// "Flags": an area at the head of a column.
QString areaTitle(Area area);

/// "2 changed".
QString countText(const QPair<ChangeKind, int>& count);

/// "1 new, 2 changed"; a dash where there is none.
QString countsText(const QList<Impact::Entry>& entries);

/// What a cell is about, with the mark of what upstream's table does not have. CommonMark inline.
QString entryText(const ReleaseChange& change);

/// What the signs in front of the entries mean, and whose classification it is.
QString impactLegend();

/// Stands where there is nothing to show.
QString noImpactText();
