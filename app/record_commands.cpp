#include "app/arguments.h"
#include "app/command.h"
#include "app/output.h"
#include "app/plan_files.h"
#include "app/shown.h"
#include "core/enum_names.h"
#include "core/undoings.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(commandline)
};

QCommandLineOption onlyOpen() {
    return {QStringLiteral("open"), Text::tr("Only what is not settled.")};
}
QCommandLineOption onlyNext() {
    return {QStringLiteral("next"), Text::tr("Only the next open step, with its commands and what stands before it.")};
}
QCommandLineOption onlyFailed() {
    return {QStringLiteral("failed"), Text::tr("Only the steps that failed.")};
}
QCommandLineOption asJson() {
    return {QStringLiteral("json"), Text::tr("All of it as JSON, for programs.")};
}

Result<Said> showCommand(const Call& call) {
    const QList<QCommandLineOption> views{onlyOpen(), onlyNext(), onlyFailed(), asJson()};
    const auto isSet = [&](const QCommandLineOption& view) { return call.parser.isSet(view); };
    if (std::count_if(views.cbegin(), views.cend(), isSet) > 1)
        return requestError(Text::tr("Only one of --open, --next, --failed and --json can be shown at a time."));
    const Shown which = isSet(onlyOpen()) ? Shown::Open : isSet(onlyFailed()) ? Shown::Failed : Shown::Everything;
    return inPlanFile(call.words.constFirst(), [&](const PlanFile& file) {
        const Plan& plan = file.plan();
        const Record& record = file.record();
        if (isSet(asJson()))
            return Said{jsonReport(plan, record), {}};
        return Said{terminalText(isSet(onlyNext()) ? shownNext(plan, record) : shownPlan(plan, record, which)), {}};
    });
}

QCommandLineOption reason() {
    return {QStringLiteral("reason"), Text::tr("Why it is skipped, not applicable or put off; how it failed."),
            QStringLiteral("TEXT")};
}
QCommandLineOption note() {
    return {QStringLiteral("note"), Text::tr("A note, in the place of the one before; an empty one takes it away."),
            QStringLiteral("TEXT")};
}
QCommandLineOption observed() {
    return {QStringLiteral("observed"), Text::tr("What was seen where the plan says what to expect."),
            QStringLiteral("TEXT")};
}
QCommandLineOption day() {
    return {QStringLiteral("day"), Text::tr("The day it is planned for, as 2026-12-01."), QStringLiteral("DAY")};
}

QCommandLineOption owner() {
    return {QStringLiteral("owner"), Text::tr("Who does it; at a stop, who is to approve."), QStringLiteral("NAME")};
}
QCommandLineOption until() {
    return {QStringLiteral("until"), Text::tr("For a blocker that is set aside: until which day that is accepted."),
            QStringLiteral("YYYY-MM-DD")};
}
QCommandLineOption putOffTo() {
    return {QStringLiteral("to"), Text::tr("For “deferred”: to which later upgrade, as in 0.19."),
            QStringLiteral("UPGRADE")};
}

bool takesReason(StepState state) {
    return state != StepState::Open && state != StepState::InProgress && state != StepState::Done;
}

/// The record would drop what a state has no place for; here people are told.
Result<> checkOptionsOf(const Call& call, StepState state) {
    const auto refused = [&](const QCommandLineOption& option, bool isTaken) {
        return call.parser.isSet(option) && !isTaken ? option.names().constFirst() : QString();
    };
    const bool setsAside = takesReason(state) && state != StepState::Failed;
    for (const QString& option : {refused(reason(), takesReason(state)), refused(until(), setsAside),
                                  refused(putOffTo(), state == StepState::Deferred)})
        if (!option.isEmpty())
            return requestError(
                Text::tr("“%1” takes no --%2; --note keeps a text with any step.").arg(stateWord(state), option));
    return {};
}

Result<QDate> askedDay(const Call& call) {
    const QString word = call.parser.value(until());
    QDate day = QDate::fromString(word, Qt::ISODate);
    if (!word.isEmpty() && !day.isValid())
        return requestError(Text::tr("“%1” is no day; a day is written like 2026-12-24.").arg(word));
    if (day.isValid() && day < QDate::currentDate())
        return requestError(Text::tr("%1 is over; give the day until which it is accepted.").arg(word));
    return day;
}

Result<Mark> askedMark(const Call& call, const QString& word) {
    const Result<StepState> state = parseState(word);
    if (!state)
        return tl::make_unexpected(state.error());
    if (const Result<> fit = checkOptionsOf(call, *state); !fit)
        return tl::make_unexpected(fit.error());
    const Result<QDate> day = askedDay(call);
    if (!day)
        return tl::make_unexpected(day.error());
    return Mark{*state, call.parser.value(reason()), call.parser.value(putOffTo()), call.parser.value(arguments::by()),
                *day};
}

Result<QList<Change>> askedChanges(const Call& call, const QStringList& ids) {
    QList<Change> changes;
    if (const QString word = call.words.value(2); !word.isEmpty()) {
        const Result<Mark> mark = askedMark(call, word);
        if (!mark)
            return tl::make_unexpected(mark.error());
        changes = marking(ids, *mark);
    } else if (call.parser.isSet(reason()) || call.parser.isSet(until()) || call.parser.isSet(putOffTo())) {
        return requestError(Text::tr("--reason, --until and --to belong to a STATE, which is missing."));
    }
    for (const auto& [option, deed] : {std::pair(observed(), Deed::Observed), std::pair(owner(), Deed::Owner),
                                       std::pair(day(), Deed::Day), std::pair(note(), Deed::Note)})
        if (call.parser.isSet(option))
            for (const QString& id : ids)
                changes << Change{deed, id, call.parser.value(option), {}};
    if (changes.isEmpty())
        return requestError(
            Text::tr("There is nothing to record: give a STATE, --note, --observed, --owner or --day."));
    return changes;
}

/// A line for each open thing in front of the steps that were just begun or finished. The command line never asks.
QString wentPast(const PlanFile& file, const Record& before, const QList<Change>& changes) {
    QStringList steps;
    bool finishing = false;
    for (const Change& change : changes) {
        const StepState state = change.mark.state;
        const bool begins = state == StepState::InProgress || state == StepState::Done;
        if (change.deed != Deed::State || !begins || before.stateOf(change.about) == state)
            continue;
        steps << change.about;
        finishing = state == StepState::Done;
    }
    QString lines;
    for (const Obstacle& obstacle :
         obstaclesBefore(file.plan(), recordOn(QDate::currentDate(), file.record()), steps, finishing))
        lines += Text::tr("went past %1").arg(obstacleText(file.plan(), obstacle)) + u'\n';
    return lines;
}

/// Where to go on from a step that failed.
QString waysToCards(const QList<Change>& changes) {
    QString lines;
    for (const Change& change : changes)
        if (change.deed == Deed::State && change.mark.state == StepState::Failed)
            lines += Text::tr("“mesos-upgrade-plan card FILE %1” says what holds now.").arg(change.about) + u'\n';
    return lines;
}

Result<Said> markCommand(const Call& call) {
    QStringList ids = call.words[1].split(u',', Qt::SkipEmptyParts);
    ids.removeDuplicates();
    const Result<QList<Change>> changes = askedChanges(call, ids);
    if (!changes)
        return tl::make_unexpected(changes.error());
    return byWhomIn(call, [&](PlanFile& file) {
        const Record before = file.record();
        return file.record(withApprovers(before, *changes, file.writer())).map([&] {
            return Said{{}, terminalText(wentPast(file, before, *changes) + waysToCards(*changes))};
        });
    });
}

/// A text of the journal on one line.
QString onOneLine(const QString& text) {
    return text.isEmpty() ? QStringLiteral("–") : text.simplified();
}

QString fromTo(const QString& before, const QString& after) {
    return Text::tr("%1 → %2").arg(onOneLine(before), onOneLine(after));
}

/// " (to 0.19.x, not used here, accepted by Lin until 2026-12-24)", or nothing.
QString grounds(const Mark& mark) {
    QStringList parts;
    if (!mark.deferredTo.isEmpty())
        parts << Text::tr("to %1").arg(mark.deferredTo);
    if (!mark.reason.isEmpty())
        parts << mark.reason.simplified();
    if (!mark.acceptedBy.isEmpty())
        parts << Text::tr("accepted by %1 until %2").arg(mark.acceptedBy, mark.until.toString(Qt::ISODate));
    return parts.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(parts.join(QStringLiteral(", ")));
}

QString deedText(const PlanFile& file, const JournalEntry& entry) {
    const QString about = entry.about.join(QStringLiteral(", "));
    const QString change = fromTo(entry.before, entry.after);
    switch (entry.deed) {
    case Deed::State:
        return Text::tr("%1: %2").arg(about, change + grounds(entry.mark));
    case Deed::Note:
        return Text::tr("%1, note: %2").arg(about, change);
    case Deed::Observed:
        return Text::tr("%1, seen: %2").arg(about, change);
    case Deed::Owner:
        return Text::tr("%1, owner: %2").arg(about, change);
    case Deed::Day:
        return Text::tr("%1, planned for: %2").arg(about, change);
    case Deed::Passed:
        return Text::tr("%1: open, went past it with %2").arg(about, entry.after);
    case Deed::Call:
        return Text::tr("whom to call: %1").arg(change);
    case Deed::Value:
        return Text::tr("value %1: %2").arg(about, change);
    case Deed::Plan:
        if (const QString what = file.planChange(entry); !what.isEmpty())
            return Text::tr("another plan: %1").arg(what.simplified());
        return Text::tr("another plan: %1").arg(fromTo(entry.before.left(12), entry.after.left(12)));
    }
    Q_UNREACHABLE();
}

QString entryText(const PlanFile& file, const JournalEntry& entry, bool isUndoing) {
    const QString deed = deedText(file, entry);
    return QStringLiteral("%1  %2  %3\n")
        .arg(entry.when.toUTC().toString(Qt::ISODate), entry.who.simplified(),
             isUndoing ? Text::tr("undone: %1").arg(deed) : deed);
}

Result<Said> logCommand(const Call& call) {
    return inPlanFile(call.words.constFirst(), [](const PlanFile& file) {
        return file.journal().map([&](const QList<JournalEntry>& journal) {
            const QList<bool> isUndoing = undoings(journal);
            QString lines;
            for (qsizetype i = 0; i < journal.size(); ++i)
                lines += entryText(file, journal[i], isUndoing[i]);
            return Said{terminalText(lines), {}};
        });
    });
}

} // namespace

QList<Command> recordCommands() {
    return {
        {QStringLiteral("show"),
         QStringLiteral("show FILE [--open|--next|--failed|--json]"),
         Text::tr("Show a plan file: what is done, what is open, what people wrote."),
         {1, 1},
         {onlyOpen(), onlyNext(), onlyFailed(), asJson()},
         showCommand},
        {QStringLiteral("mark"),
         QStringLiteral("mark FILE ID[,ID…] [STATE] [--reason TEXT] [--note TEXT] [--observed TEXT] [--by NAME] …"),
         Text::tr("Record what was done with steps, or that a stop is approved (done)."),
         {2, 3},
         {reason(), note(), observed(), owner(), day(), arguments::by(), until(), putOffTo()},
         markCommand,
         Text::tr("STATE is one of: %1.\n"
                  "A blocker is skipped, not applicable or deferred only with --by, --reason and --until: who accepts\n"
                  "that, why and until when. Without STATE only what the options say is recorded.")
             .arg(allEnumNames<StepState>().join(QStringLiteral(", ")))},
        {QStringLiteral("log"),
         QStringLiteral("log FILE"),
         Text::tr("List everything that people did, one a line: when, who, what, from what to what."),
         {1, 1},
         {},
         logCommand},
    };
}
