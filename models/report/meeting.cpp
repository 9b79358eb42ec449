#include "report/meeting.h"

#include "core/change.h"
#include "core/pause_points.h"
#include "core/words.h"
#include "report/facts.h"
#include "report/markdown_text.h"
#include "report/record_facts.h"
#include "report/sheet.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(report)
};

using markdown::personsText;

/// One thing that somebody said: an entry of the journal may be about several steps.
struct Saying {
    const JournalEntry* entry = nullptr;
    QString about;
};

/// What was said last of each thing. Of plans all, but for those that another one undid.
QList<Saying> lastSayings(const QList<JournalEntry>& entries) {
    QList<Saying> last;
    for (const JournalEntry& entry : entries) {
        if (entry.deed == Deed::Plan) {
            const auto undone = std::find_if(last.cbegin(), last.cend(), [&](const Saying& earlier) {
                return earlier.entry->deed == Deed::Plan && earlier.entry->before == entry.after;
            });
            if (undone == last.cend()) {
                last << Saying{&entry, {}};
                continue;
            }
            const qint64 from = (*undone).entry->number;
            last.removeIf([&](const Saying& earlier) {
                return earlier.entry->deed == Deed::Plan && earlier.entry->number >= from;
            });
            continue;
        }
        for (const QString& about : entry.about.isEmpty() ? QStringList{QString()} : entry.about) {
            last.removeIf(
                [&](const Saying& earlier) { return earlier.entry->deed == entry.deed && earlier.about == about; });
            last << Saying{&entry, about};
        }
    }
    return last;
}

Decision::Kind kindOf(const JournalEntry& entry) {
    switch (entry.deed) {
    case Deed::Plan:
        return Decision::Kind::Answer;
    case Deed::Owner:
    case Deed::Day:
        return Decision::Kind::Who;
    case Deed::Note:
        return Decision::Kind::Note;
    case Deed::State:
        return entry.mark.acceptedBy.isEmpty() ? Decision::Kind::Other : Decision::Kind::Risk;
    default:
        return Decision::Kind::Other;
    }
}

QString stateText(const Plan& plan, const JournalEntry& entry, const QString& about) {
    if (isPauseId(about))
        return entry.mark.state == StepState::Done ? Text::tr("approved") : Text::tr("not approved");
    QStringList texts{words::state(entry.mark.state)};
    ItemRecord marked;
    marked.mark = entry.mark;
    const QList<Fact> facts = stateFactsOf(plan, marked);
    for (const Fact& fact : facts)
        if (!fact.text.isEmpty())
            texts << fact.text;
    if (!entry.mark.acceptedBy.isEmpty())
        texts.last() = Text::tr("accepted %1").arg(texts.constLast());
    return texts.join(u"; ");
}

/// What was said of it; plain. An empty text takes back what stood there.
QString saidText(const Plan& plan, const JournalEntry& entry, const QString& about) {
    switch (entry.deed) {
    case Deed::State:
        return stateText(plan, entry, about);
    case Deed::Owner:
        if (entry.after.isEmpty())
            return Text::tr("nobody is named any more");
        return isPauseId(about) ? Text::tr("%1 approves").arg(entry.after) : Text::tr("%1 does it").arg(entry.after);
    case Deed::Day:
        return entry.after.isEmpty() ? Text::tr("no day any more") : Text::tr("planned for %1").arg(entry.after);
    case Deed::Passed:
        return Text::tr("%1 was begun while this was open").arg(entry.after);
    case Deed::Observed:
        return Text::tr("seen: %1").arg(entry.after);
    default:
        return entry.after.isEmpty() ? Text::tr("nothing any more") : entry.after;
    }
}

QString textOf(const Plan& plan, const Meeting& meeting, const Saying& saying) {
    const JournalEntry& entry = *saying.entry;
    if (entry.deed == Deed::Plan) {
        const QString change = meeting.planChanges.value(entry.number);
        return escapedCommonMark(change.isEmpty() ? Text::tr("another plan") : change);
    }
    const QString said = personsText(saidText(plan, entry, saying.about));
    if (entry.deed == Deed::Call)
        return Text::tr("Whom to call: %1").arg(said);
    if (entry.deed == Deed::Value)
        return Text::tr("Value `%1`: %2").arg(saying.about, said);
    return Text::tr("%1: %2").arg(lineOf(plan, saying.about), said);
}

QString placedLine(const PlacedItem& placed) {
    return Text::tr("%1 (upgrade %2)")
        .arg(markdown::oneLine(placed.planned.item.text) + u' ' + markdown::codeSpan(placed.planned.item.id),
             placed.hop);
}

} // namespace

QList<JournalEntry> saidIn(const Meeting& meeting) {
    QList<JournalEntry> said;
    for (const JournalEntry& entry : meeting.journal)
        if (entry.number > meeting.after)
            said << entry;
    return said;
}

QList<Decision> decisionsOf(const Plan& plan, const Meeting& meeting) {
    const QList<JournalEntry> said = saidIn(meeting);
    const Record before = recordOf(meeting.journal.first(meeting.journal.size() - said.size()));
    const Record now = recordOf(meeting.journal);
    QList<Decision> decisions;
    for (const Saying& saying : lastSayings(said)) {
        const JournalEntry& entry = *saying.entry;
        const Change place{entry.deed, saying.about, {}, {}};
        if (entry.deed == Deed::Plan || inverseOf(before, place) != inverseOf(now, place))
            decisions << Decision{kindOf(entry), textOf(plan, meeting, saying), stampText(entry.when, entry.who)};
    }
    return decisions;
}

QString titleOf(Decision::Kind kind) {
    switch (kind) {
    case Decision::Kind::Answer:
        return Text::tr("Decided: answers");
    case Decision::Kind::Risk:
        return Text::tr("Decided: risks accepted");
    case Decision::Kind::Who:
        return Text::tr("Decided: who and when");
    case Decision::Kind::Note:
        return Text::tr("Notes");
    case Decision::Kind::Other:
        return Text::tr("Also written down");
    }
    Q_UNREACHABLE();
}

QList<Decision::Kind> allKinds() {
    return {Decision::Kind::Answer, Decision::Kind::Risk, Decision::Kind::Who, Decision::Kind::Note,
            Decision::Kind::Other};
}

QStringList differencesOf(const PlanDiff& diff) {
    QStringList lines;
    for (const PlacedItem& placed : diff.added)
        lines << Text::tr("+ comes: %1").arg(placedLine(placed));
    for (const PlacedItem& placed : diff.removed)
        lines << Text::tr("− goes: %1").arg(placedLine(placed));
    for (const ItemChange& change : diff.changed)
        lines << Text::tr("~ changes: %1: %2").arg(placedLine(change.after), partsInWords(change.fields).join(u", "));
    return lines;
}

StillOpen stillOpenIn(const Plan& plan, const Record& record, const QDate& day) {
    const Record then = recordOn(day, record);
    StillOpen open;
    open.questions = openQuestions(plan);
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& planned) {
        const Item& item = planned.item;
        const Mark mark = then.of(item.id).mark;
        if (mark.state == StepState::Failed)
            open.failed << item.id;
        if (item.isStep() && item.gate == Gate::Blocker && !isSettled(mark.state) && mark.acceptedBy.isEmpty())
            open.blockers << item.id;
    });
    for (const PausePoint& pause : pausePointsOf(plan)) {
        const ItemRecord stop = record.of(pause.id);
        if (stop.mark.state != StepState::Done && (stop.owner.isEmpty() || !stop.day.isValid()))
            open.stops << pause.id;
    }
    return open;
}
