#pragma once

#include "core/cluster_values.h"
#include "core/pause_points.h"
#include "report/facts.h"

// What the reports say of a record, made once, so that Markdown, HTML, paper and the card use the same words in the
// same order. All texts here are plain: people wrote them, and no character of theirs means anything.

/// "2026-11-22 15:45 UTC, alice"; either may be missing.
QString stampText(const QDateTime& when, const QString& who);

/// Stands in front of the word of a state, so that it is told apart without colours.
QString stateSymbol(StepState state);

/// The state with its reason, who set it and when; of a blocker that was set aside, who answers for it and until which
/// day. Empty while it is open.
QList<Fact> stateFactsOf(const Plan& plan, const ItemRecord& record);

/// stateFactsOf(), then what was seen, the note, who does it, and who went past it while it was open. One labelled line
/// each, only what there is.
QList<Fact> recordedOf(const Plan& plan, const ItemRecord& record);

/// Where people stop: "Stop: after the masters". Of one that lies within a step also which step that is.
QString pauseTitle(const Plan& plan, const PausePoint& pause);

/// Those that are shown in front of a step, or behind it.
QList<PausePoint> pausesAt(const QList<PausePoint>& pauses, const QString& step, bool after);

/// A dotted line, for a name to be written by hand.
QString dottedLine();

/// Who approves, and who did when; that somebody went on without; what was written there. As long as nobody is named
/// `unnamed` stands in the place of the name; empty: nothing does.
QList<Fact> approvalOf(const ItemRecord& record, const QString& unnamed = dottedLine());

/// "masters: 0.18.2; slaves: between 0.17.0 and 0.18.2, restarts done: 1 of 2"; empty when nothing was recorded.
QString runningNow(const Plan& plan, const Record& record);

/// The quorum that follows from the number of configured masters, with its source, or why there is none; empty as long
/// as nobody gave the number, and for plans that do not want it.
QString quorumText(const Plan& plan, const ClusterValues& values);

/// One of the cluster's own values, as the commands of the plan are filled with it.
struct KnownValue {
    QString label;
    QString value;
};
/// In the order they are asked, those that no command wants last; the quorum with its source follows from them.
QList<KnownValue> valuesOf(const Plan& plan, const Record& record);

/// Placeholder → where it has to be filled in by hand; empty as long as no value is known.
QMap<QString, QStringList> leftToFillIn(const Plan& plan, const Record& record);
