#include "core/change.h"

#include "core/cluster_values.h"
#include "core/enum_names.h"
#include "core/nearest.h"
#include "core/pause_points.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(core)
};

/// Counted, not read off: what a file says of itself may be any number.
qsizetype itemCount(const Plan& plan) {
    qsizetype count = 0;
    for (const PlanHop& hop : plan.hops)
        for (const PlanSection& section : hop.sections)
            count += section.items.size();
    return count;
}

/// What a plan has, by id: a plan of 50,000 steps is looked through once, not once a change. For a single change, which
/// is what people mostly make, only what that is about.
class Directory final {
public:
    Directory(const Plan& plan, const QList<Change>& changes)
        : m_plan(plan) {
        const bool isSingle = changes.size() == 1;
        m_items.reserve(isSingle ? 1 : itemCount(plan));
        for (int hop = 0; hop < plan.hops.size(); ++hop)
            for (const PlanSection& section : plan.hops[hop].sections)
                for (const PlanItem& item : section.items)
                    if (!isSingle || item.item.id == changes.constFirst().about)
                        m_items.insert(item.item.id, {&item.item, hop});
    }

    const Item* item(const QString& id) const { return m_items.value(id).item; }
    int hop(const QString& id) const { return m_items.value(id).hop; }
    const QList<PlanHop>& hops() const { return m_plan.hops; }
    bool isPause(const QString& id) const { return !m_items.contains(id) && pauses().contains(id); }

    /// For the end of a sentence about an id that is not there.
    QString didYouMean(const QString& id, bool stepsOnly) const {
        QStringList ids = pauses().values();
        forEachItem(m_plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
            if (item.item.isStep() || !stepsOnly)
                ids << item.item.id;
        });
        ids.sort();
        return didYouMeanOrStop(id, ids);
    }

private:
    struct Place {
        const Item* item = nullptr;
        int hop = 0;
    };

    /// Found when they are asked for: most changes are about steps.
    const QSet<QString>& pauses() const {
        if (m_pauses.isEmpty())
            for (const PausePoint& pause : pausePointsOf(m_plan))
                m_pauses.insert(pause.id);
        return m_pauses;
    }

    const Plan& m_plan;
    QHash<QString, Place> m_items;
    mutable QSet<QString> m_pauses;
};

/// Only what its state takes.
Mark trimmed(const Mark& given) {
    Mark mark{given.state, given.reason.trimmed(), {}, {}, {}};
    if (mark.state == StepState::Open || mark.state == StepState::InProgress || mark.state == StepState::Done)
        mark.reason.clear();
    if (mark.state == StepState::Deferred)
        mark.deferredTo = given.deferredTo.trimmed();
    const bool setsAside =
        mark.state == StepState::Skipped || mark.state == StepState::NotApplicable || mark.state == StepState::Deferred;
    if (setsAside) {
        mark.acceptedBy = given.acceptedBy.trimmed();
        mark.until = given.until;
    }
    return mark;
}

QStringList namesOf(const PlanHop& hop) {
    const QString line = hop.to.section(u'.', 0, 1);
    return {hop.to, hop.stopAt, line, line + QStringLiteral(".x")};
}

/// An upgrade as people name it, `0.19`, `0.19.x`, `0.19.0` or `0.19.1`, as PlanHop::to.
Result<QString> laterUpgrade(const Directory& plan, const QString& step, const QString& wished) {
    QStringList later;
    for (const PlanHop& hop : plan.hops().sliced(plan.hop(step) + 1)) {
        if (!wished.isEmpty() && namesOf(hop).contains(wished))
            return hop.to;
        later << hop.to;
    }
    if (later.isEmpty())
        return requestError(
            Text::tr("%1 belongs to the last upgrade of this plan and cannot be put off to a later one.").arg(step));
    return requestError(Text::tr("“%1” is no later upgrade that %2 can be put off to; there is: %3.")
                            .arg(wished, step, later.join(QStringLiteral(", "))));
}

Result<> checkAcceptance(const QString& step, const Mark& mark) {
    QStringList missing;
    if (mark.acceptedBy.isEmpty())
        missing << Text::tr("who accepts it");
    if (mark.reason.isEmpty())
        missing << Text::tr("why");
    if (!mark.until.isValid())
        missing << Text::tr("until which day");
    if (missing.isEmpty())
        return {};
    return requestError(Text::tr("%1 is a blocker: it can be set aside only when somebody accepts that. Missing: %2.")
                            .arg(step, missing.join(QStringLiteral(", "))));
}

Result<Mark> checkedMark(const Directory& plan, const QString& id, const Mark& given) {
    Mark mark = trimmed(given);
    const Item* step = plan.item(id);
    if (!step && plan.isPause(id)) {
        if (mark.state == StepState::Open || mark.state == StepState::Done)
            return mark;
        return requestError(Text::tr("%1 is a stop: it is done (approved) or open.").arg(id));
    }
    if (!step || !step->isStep())
        return requestError(Text::tr("The plan has no step %1%2").arg(id, plan.didYouMean(id, true)));
    if (mark.state == StepState::Deferred) {
        Result<QString> upgrade = laterUpgrade(plan, id, mark.deferredTo);
        if (!upgrade)
            return tl::make_unexpected(upgrade.error());
        mark.deferredTo = *upgrade;
    }
    const bool setsAside = mark.state == StepState::Skipped || mark.state == StepState::NotApplicable;
    if (step->gate == Gate::Blocker && (setsAside || mark.state == StepState::Deferred)) {
        if (Result<> accepted = checkAcceptance(id, mark); !accepted)
            return tl::make_unexpected(accepted.error());
    } else {
        mark.acceptedBy.clear();
        mark.until = {};
    }
    if (setsAside && mark.reason.isEmpty())
        return requestError(Text::tr("%1 cannot be marked “%2” without a reason.").arg(id, stateWord(mark.state)));
    return mark;
}

Result<Change> withDay(Change change) {
    change.text = change.text.trimmed();
    const QDate day = QDate::fromString(change.text, Qt::ISODate);
    if (!change.text.isEmpty() && !day.isValid())
        return requestError(
            Text::tr("%1: “%2” is no day; it is written like 2026-12-01.").arg(change.about, change.text));
    change.text = day.toString(Qt::ISODate);
    return change;
}

Result<Change> checked(const Directory& plan, const Record& record, Change change) {
    switch (change.deed) {
    case Deed::State: {
        Result<Mark> mark = checkedMark(plan, change.about, change.mark);
        if (!mark)
            return tl::make_unexpected(mark.error());
        change.mark = *mark;
        change.text = stateWord(mark->state);
        return change;
    }
    case Deed::Value: {
        if (placeholdersIn(u"{{" + change.about + u"}}") != QStringList{change.about})
            return requestError(Text::tr("“%1” is no name of a value.").arg(change.about));
        Result<QString> value = checkedValue(change.about, change.text, record.values);
        if (!value)
            return requestError(Text::tr("%1: %2.").arg(change.about, value.error().message));
        change.text = *value;
        return change;
    }
    case Deed::Note:
    case Deed::Observed:
    case Deed::Owner:
    case Deed::Day:
        if (!plan.item(change.about) && !plan.isPause(change.about))
            return requestError(
                Text::tr("The plan has no step or note %1%2").arg(change.about, plan.didYouMean(change.about, false)));
        if (change.deed == Deed::Day)
            return withDay(change);
        break;
    default:
        break;
    }
    // A note keeps its blanks: somebody may be in the middle of a line.
    if (change.deed != Deed::Note && change.deed != Deed::Observed)
        change.text = change.text.trimmed();
    return change;
}

} // namespace

Result<QList<Change>> checkedChanges(const Plan& plan, const Record& record, QList<Change> changes) {
    const Directory directory(plan, changes);
    Record then = record; // values are held against those that come with them
    for (const Change& change : std::as_const(changes))
        if (change.deed == Deed::Value)
            then.values.insert(change.about, checkedValue(change.about, change.text).value_or(change.text));
    QList<Change> all;
    all.reserve(changes.size());
    for (const Change& change : std::as_const(changes)) {
        Result<Change> fit = checked(directory, then, change);
        if (!fit)
            return tl::make_unexpected(fit.error());
        all << std::move(*fit);
    }
    return all;
}

Change inverseOf(const Record& record, const Change& change) {
    Change inverse{change.deed, change.about, {}, {}};
    static const ItemRecord nothing;
    const auto found = record.items.constFind(change.about);
    const ItemRecord& now = found == record.items.constEnd() ? nothing : *found;
    switch (change.deed) {
    case Deed::State:
        inverse.mark = now.mark;
        inverse.text = stateWord(now.mark.state);
        break;
    case Deed::Note:
        inverse.text = now.note;
        break;
    case Deed::Observed:
        inverse.text = now.observed;
        break;
    case Deed::Owner:
        inverse.text = now.owner;
        break;
    case Deed::Day:
        inverse.text = now.day.toString(Qt::ISODate);
        break;
    case Deed::Passed:
        inverse.text = now.passedWith;
        break;
    case Deed::Call:
        inverse.text = record.call;
        break;
    case Deed::Value:
        inverse.text = record.values.value(change.about);
        break;
    case Deed::Plan:
        inverse.text = record.plan;
        break;
    }
    return inverse;
}

QList<Change> marking(const QStringList& steps, const Mark& mark) {
    QList<Change> changes;
    changes.reserve(steps.size());
    for (const QString& step : steps)
        changes << Change{Deed::State, step, stateWord(mark.state), mark};
    return changes;
}

QList<Change> withApprovers(const Record& record, QList<Change> changes, const QString& who) {
    QSet<QString> named;
    QStringList approved;
    for (const Change& change : std::as_const(changes)) {
        if (change.deed == Deed::Owner)
            named.insert(change.about);
        if (change.deed == Deed::State && change.mark.state == StepState::Done && isPauseId(change.about))
            approved << change.about;
    }
    for (const QString& stop : std::as_const(approved))
        if (!named.contains(stop) && record.of(stop).owner.isEmpty())
            changes << Change{Deed::Owner, stop, who, {}};
    return changes;
}

Result<StepState> parseState(const QString& word) {
    const QString wished = word.trimmed().toLower().replace(u' ', u'-');
    if (const std::optional<StepState> state = enumNamed<StepState>(wished))
        return *state;
    return requestError(Text::tr("“%1” is no state; it is one of: %2.")
                            .arg(word, allEnumNames<StepState>().join(QStringLiteral(", "))));
}
