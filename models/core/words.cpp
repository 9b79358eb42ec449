#include "core/words.h"

#include "core/condition.h"
#include "core/plan_part.h"

#include <QCoreApplication>
#include <QStringList>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(words)
};

/// `1.4.0..1.4.2, 1.5.0..1.5.1` as people write it.
QString ranges(const QString& text) {
    QStringList parts;
    for (const QString& range : text.split(u','))
        parts << range.trimmed().replace(QLatin1String(".."), QStringLiteral("–"));
    return parts.join(u", ");
}

/// Most conditions deny nothing and need no parsing: reports ask this of every step that an answer is open for.
bool wantsYes(const QString& condition, const QString& trait) {
    return !condition.contains(u"not") || Condition::parse(condition).value_or(Condition()).mentions(trait, true);
}

QString withReason(const QString& said, const QString& why) {
    return why.isEmpty() ? said : Text::tr("%1: %2").arg(said, why);
}

} // namespace

namespace words {

QString component(Component component, const QString& at) {
    switch (component) {
    case Component::Cluster:
        return Text::tr("whole cluster");
    case Component::Master:
        return Text::tr("masters");
    case Component::Slave:
        return callsSlavesAgents(at) ? Text::tr("agents") : Text::tr("slaves");
    case Component::Scheduler:
        return Text::tr("schedulers");
    case Component::Executor:
        return Text::tr("executors");
    case Component::Framework:
        return Text::tr("framework code");
    case Component::Modules:
        return Text::tr("modules");
    case Component::Monitoring:
        return Text::tr("monitoring");
    }
    Q_UNREACHABLE();
}

QString severity(Severity severity) {
    switch (severity) {
    case Severity::Info:
        return {};
    case Severity::Caution:
        return Text::tr("Caution");
    case Severity::Danger:
        return Text::tr("Danger");
    }
    Q_UNREACHABLE();
}

QString gate(Gate gate) {
    switch (gate) {
    case Gate::None:
        return {};
    case Gate::Acknowledge:
        return Text::tr("Read this before you go on");
    case Gate::Blocker:
        return Text::tr("Blocker: settle this before you go on");
    }
    Q_UNREACHABLE();
}

QString origin(const Item& item) {
    switch (item.origin) {
    case Origin::Guide:
        return {};
    case Origin::Upstream:
        return Text::tr("from the guide's last edition");
    case Origin::Beyond:
        return Text::tr("not in the guide");
    case Origin::Ours:
        return Text::tr("not in the guide, ours");
    case Origin::Team:
        return Text::tr("added by %1").arg(item.team);
    }
    Q_UNREACHABLE();
}

QString origins(const QMap<Origin, int>& counts) {
    const QList<QPair<Origin, QString>> texts{{Origin::Guide, Text::tr("%1 from the guide of 0.11 to 0.22")},
                                              {Origin::Upstream, Text::tr("%1 from its last edition")},
                                              {Origin::Beyond, Text::tr("%1 from other sources")},
                                              {Origin::Ours, Text::tr("%1 ours")}};
    QStringList parts;
    for (const auto& [origin, text] : texts)
        if (const int count = counts.value(origin); count > 0)
            parts << text.arg(count);
    return parts.join(u", ");
}

QString undo(const Undo& undo) {
    switch (undo.kind) {
    case UndoKind::Unsaid:
        return Text::tr("no source says whether this can be taken back");
    case UndoKind::How:
        return undo.text;
    case UndoKind::Cannot:
        return withReason(Text::tr("cannot be taken back"), undo.text);
    }
    Q_UNREACHABLE();
}

QString stop(const Stop& stop) {
    switch (stop.after) {
    case StopAfter::Unsaid:
        return withReason(Text::tr("no source says"), stop.why);
    case StopAfter::Leave:
        return withReason(Text::tr("safe to leave"), stop.why);
    case StopAfter::Component:
        return withReason(Text::tr("finish this component first"), stop.why);
    case StopAfter::Short:
        return withReason(Text::tr("keep it short"), stop.why);
    case StopAfter::No:
        return withReason(Text::tr("do not leave"), stop.why);
    }
    Q_UNREACHABLE();
}

QString tasks(const TaskCost& cost) {
    if (!cost.restarts)
        return {};
    switch (cost.effect) {
    case TaskEffect::Survive:
        return withReason(Text::tr("survive"), cost.why);
    case TaskEffect::Checkpointing:
        return withReason(Text::tr("survive if checkpointing"), cost.why);
    case TaskEffect::Failover:
        return withReason(Text::tr("survive if the scheduler is back in time"), cost.why);
    case TaskEffect::Lost:
        return withReason(Text::tr("lost"), cost.why);
    }
    Q_UNREACHABLE();
}

QString answer(Answer answer) {
    switch (answer) {
    case Answer::Unsure:
        return Text::tr("unsure");
    case Answer::Yes:
        return Text::tr("yes");
    case Answer::No:
        return Text::tr("no");
    case Answer::Some:
        return Text::tr("some");
    }
    Q_UNREACHABLE();
}

QString state(StepState state) {
    switch (state) {
    case StepState::Open:
        return Text::tr("open");
    case StepState::InProgress:
        return Text::tr("in progress");
    case StepState::Done:
        return Text::tr("done");
    case StepState::Skipped:
        return Text::tr("skipped");
    case StepState::NotApplicable:
        return Text::tr("not applicable");
    case StepState::Failed:
        return Text::tr("failed");
    case StepState::Deferred:
        return Text::tr("put off");
    }
    Q_UNREACHABLE();
}

QString pause(PauseKind kind, const QString& at) {
    switch (kind) {
    case PauseKind::Start:
        return Text::tr("Stop: before the cluster is changed");
    case PauseKind::Masters:
        return Text::tr("Stop: after the masters");
    case PauseKind::FirstSlaves:
        return callsSlavesAgents(at) ? Text::tr("Stop: after the first agents")
                                     : Text::tr("Stop: after the first slaves");
    case PauseKind::NoWayBack:
        return Text::tr("Stop: the next step cannot be taken back");
    case PauseKind::End:
        return Text::tr("Stop: the upgrade is finished");
    }
    Q_UNREACHABLE();
}

QString progress(const Progress& progress) {
    QStringList parts{Text::tr("%1 done").arg(progress.done()), Text::tr("%1 open").arg(progress.open()),
                      Text::tr("%1 blocked").arg(progress.blocked)};
    for (const StepState other :
         {StepState::Skipped, StepState::NotApplicable, StepState::Failed, StepState::Deferred, StepState::InProgress})
        if (progress.in(other) > 0)
            parts << Text::tr("%1 %2").arg(progress.in(other)).arg(state(other));
    return parts.join(QStringLiteral(", "));
}

QString componentNow(const ComponentNow& now) {
    const QString name = component(now.component, now.next.isEmpty() ? now.release : now.next);
    if (!now.isRecorded)
        return Text::tr("%1: %2 by the plan, nothing is recorded of them yet").arg(name, now.release);
    QString text = now.next.isEmpty() ? Text::tr("%1: %2").arg(name, now.release)
                                      : Text::tr("%1: between %2 and %3, restarts done: %4 of %5")
                                            .arg(name, now.release, now.next)
                                            .arg(now.done)
                                            .arg(now.steps);
    if (!now.setAside.isEmpty())
        text += Text::tr("; not done, but set aside: %1").arg(now.setAside.join(QStringLiteral(", ")));
    return text;
}

QString because(const QList<Because>& because) {
    QStringList parts;
    for (const Because& reason : because)
        parts << Text::tr("%1: %2").arg(reason.label, answer(reason.answer));
    return parts.join(u"; ");
}

QString openCondition(const PlanItem& item) {
    if (!item.findFirst)
        return {};
    QStringList needed;
    if (item.patchOpen)
        needed << Text::tr("the version that runs is %1").arg(ranges(item.item.from));
    for (const Because& reason : item.because)
        if (reason.answer == Answer::Unsure)
            needed << Text::tr("%1: %2").arg(reason.label,
                                             answer(wantsYes(item.item.when, reason.trait) ? Answer::Yes : Answer::No));
    return needed.join(u"; ");
}

QString why(const PlanHop& hop, const PlanItem& item) {
    if (item.because.isEmpty() && item.item.origin == Origin::Team)
        return origin(item.item);
    if (item.because.isEmpty() && item.findFirst)
        return Text::tr("only if %1; which one that is, is not known yet").arg(openCondition(item));
    if (item.because.isEmpty())
        return Text::tr("belongs to the upgrade %1 of every cluster").arg(words::hop(hop.from, hop.to));
    if (item.findFirst)
        return Text::tr("only if %1; this is not answered yet").arg(openCondition(item));
    return Text::tr("your answer – %1").arg(because(item.because));
}

QString stopReason(const RouteStop& stop, const QString& from, const QString& to) {
    switch (stop.reason) {
    case StopReason::Target:
        return Text::tr("this is where the way ends");
    case StopReason::EveryRelease:
        return Text::tr("every version on the way was asked for");
    case StopReason::NoRule:
        return Text::tr("before 1.0 no source allows a version to be skipped");
    case StopReason::SourceNotLast:
        return Text::tr("only the last patch release of a version may lead over several versions at once, and %1 is "
                        "another one, or not known exactly")
            .arg(from);
    case StopReason::TargetNotLast:
        return Text::tr("only the last patch release of a version may be gone to over several versions at once, and %1 "
                        "is another one")
            .arg(to);
    case StopReason::DoOn:
        return Text::tr("%1 can only be done here").arg(stop.step);
    }
    Q_UNREACHABLE();
}

QString route(RouteKind kind) {
    return kind == RouteKind::EveryRelease ? Text::tr("every version") : Text::tr("fewest restarts");
}

QString change(ChangeKind kind) {
    switch (kind) {
    case ChangeKind::New:
        return Text::tr("new");
    case ChangeKind::Changed:
        return Text::tr("changed");
    case ChangeKind::Deprecated:
        return Text::tr("deprecated");
    case ChangeKind::Removed:
        return Text::tr("removed");
    }
    Q_UNREACHABLE();
}

QString changeSign(ChangeKind kind) {
    switch (kind) {
    case ChangeKind::New:
        return QStringLiteral("+");
    case ChangeKind::Changed:
        return QStringLiteral("~");
    case ChangeKind::Deprecated:
        return QStringLiteral("!");
    case ChangeKind::Removed:
        return QStringLiteral("×");
    }
    Q_UNREACHABLE();
}

QString area(Area area) {
    switch (area) {
    case Area::Core:
        return Text::tr("Mesos core");
    case Area::Flags:
        return Text::tr("flags");
    case Area::FrameworkApi:
        return Text::tr("framework API");
    case Area::ModuleApi:
        return Text::tr("module API");
    case Area::Endpoints:
        return Text::tr("endpoints");
    }
    Q_UNREACHABLE();
}

QString source(const Source& source) {
    return source.section.isEmpty() ? source.document : QString(source.document + u", " + source.section);
}

QString hop(const QString& from, const QString& to) {
    return Text::tr("%1 → %2").arg(from, to);
}

QString planTitle(const Plan& plan) {
    if (plan.hops.size() == 1 && isPart(plan)) {
        const PlanHop& only = plan.hops.constFirst();
        return Text::tr("Upgrade %1 (of Mesos %2)").arg(hop(only.from, only.to), hop(plan.from, plan.to));
    }
    return Text::tr("Upgrade Mesos %1").arg(hop(plan.from, plan.to));
}

QString coverage(const Coverage& coverage) {
    if (coverage.folded > 0)
        return Text::tr(
                   "%1 points for this way: %2 in the plan, %3 replaced by later ones, %4 left out by your answers, "
                   "%5 unaccounted for")
            .arg(coverage.total)
            .arg(coverage.planned)
            .arg(coverage.folded)
            .arg(coverage.leftOut)
            .arg(coverage.unaccounted());
    return Text::tr("%1 points for this way: %2 in the plan, %3 left out by your answers, %4 unaccounted for")
        .arg(coverage.total)
        .arg(coverage.planned)
        .arg(coverage.leftOut)
        .arg(coverage.unaccounted());
}

QString sectionTitle(Phase phase, Component component, const QString& at, int occurrence) {
    QString title = words::component(component, at);
    title[0] = title[0].toUpper();
    if (phase == Phase::Before)
        title = Text::tr("Before: %1").arg(words::component(component, at));
    if (phase == Phase::After)
        title = Text::tr("Afterwards: %1").arg(words::component(component, at));
    if (occurrence == 2)
        return Text::tr("%1, second time").arg(title);
    return occurrence < 2 ? title : Text::tr("%1, time %2").arg(title).arg(occurrence);
}

} // namespace words
