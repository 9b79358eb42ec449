#pragma once

#include "core/plan.h"
#include "core/record.h"

// What the reports say about a plan, made once, so that Markdown, HTML and paper use the same words in the same order.
// Unless said otherwise a text is CommonMark inline, as the catalogue has it.

/// One labelled line beneath a step or note. The label is the English word of the Markdown contract, which programs
/// look for; people read labelText() of it.
struct Fact {
    const char* label;
    QString text;
};
QString labelText(const char* label);

/// How bad it is, whether it stops people, whether an answer is open, which hosts it is for, the guide's qualifiers,
/// and whether it is in the guide at all. A word each, the gravest first; plain text. Most items have none.
QStringList marksOf(const PlanItem& planned);

/// What to know while doing it, beside the item's own details: running tasks, may I stop here, seen on a real cluster.
QList<Fact> circumstancesOf(const PlanItem& planned);

/// How to tell that it worked, how to take it back, why it is there, what other upgrades do to the same thing.
QList<Fact> groundsOf(const PlanHop& hop, const PlanItem& planned);

/// `sh` on which machine, and what to put in for the placeholders; empty when the snippet says neither.
QString captionOf(const Snippet& snippet);

/// "2026-11-22 15:45 UTC, alice"; plain text, empty unless done.
QString doneText(const ItemRecord& record);

/// "0.17.0 → 0.18.2 → 0.19.1": the versions that are installed, in order; "…" where a part of a plan leaves some out.
/// Plain text.
QString routeText(const Plan& plan);

/// "31 steps, 4 of them done", "12 restarts", …: one number a line, plain text.
QStringList numbersOf(const Plan& plan, const Record& record);

/// The answer as it counts: one that a more general question has answered names that.
QString answerText(const Plan& plan, const PlanQuestion& question);

/// In which upgrades the answer makes a difference; only the first of them where it would be a long list. Empty when in
/// none in particular.
QString differenceText(const PlanQuestion& question);

/// The ids of everything that waits for the answer to this question.
QStringList waitingFor(const Plan& plan, const PlanQuestion& question);

/// … and of what depends on which patch release runs, where only its line was given; and what people read of that.
QStringList waitingForPatch(const Plan& plan);
QString patchQuestion(const Plan& plan);
QString patchAdvice();

/// Where and for which versions one way to find out holds; empty when it always does.
QString captionOf(const FindOut& way);

/// Those that are done once in place of several times, in an upgrade over several lines; and what people read above
/// them.
QList<PlanItem> doneOnce(const Plan& plan);
QString doneOnceText();

/// Where everything of the plan went: in it, left out, replaced. Of a part of a plan also that it is one. Plain text.
QString receiptOf(const Plan& plan);
/// That it is only a part of the plan, which heads its reports; empty when it is the whole.
QString partNotice(const Plan& plan);
/// Where the list of what was left out is empty.
QString nothingLeftOutText(const Plan& plan);

/// Version and digest of what the plan was made from, how far it reaches, and where the steps and notes are from; plain
/// text.
QString provenanceOf(const Plan& plan);

/// Plain text (of a person, a host, a file) so that every CommonMark renderer shows it as it is.
QString escapedCommonMark(const QString& plain);

/// A link target as every format can hold it: fully encoded, parentheses too; empty unless it is https.
QString linkTarget(const QString& url);
