#include "store/example.h"

#include "core/pause_points.h"
#include "core/plan_builder.h"

#include <QCoreApplication>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(store)
};

using DeedList = QList<QList<Change>>;

/// A night's work: every deed six minutes after the one before.
Scribe nightShift() {
    const QDateTime evening(QDate(2026, 3, 3), QTime(18, 0), Qt::UTC);
    return {QStringLiteral("robin"), [at = evening]() mutable { return at = at.addSecs(360); }};
}

Change change(Deed deed, const QString& about, const QString& text) {
    return {deed, about, text, {}};
}

QList<Change> mark(const QString& id, StepState state, const QString& reason = {}) {
    return marking({id}, {state, reason, {}, {}, {}});
}

DeedList preparations() {
    return {
        {change(Deed::Call, {}, Text::tr("Lin, on call until Friday, 555-0142"))},
        {change(Deed::Value, QStringLiteral("master-count"), QStringLiteral("3")),
         change(Deed::Value, QStringLiteral("masters"),
                QStringLiteral("m1.example.com m2.example.com m3.example.com"))},
    };
}

/// Somebody approves, and it is written down who and how.
DeedList approval(const PausePoint& pause) {
    return {{change(Deed::Owner, pause.id, QStringLiteral("Lin")),
             change(Deed::Note, pause.id, Text::tr("Asked on the phone.")),
             Change{Deed::State, pause.id, {}, {StepState::Done, {}, {}, {}, {}}}}};
}

/// What is done with a step beside ticking it.
DeedList workOn(const QString& step) {
    if (step == u"0.12-failover-timeout")
        return {{change(Deed::Owner, step, QStringLiteral("kim"))}, mark(step, StepState::Done)};
    if (step == u"0.14-who-checkpoints")
        return {mark(step, StepState::Done),
                {change(Deed::Note, step, Text::tr("Asked both teams, answers are in the ticket."))}};
    if (step == u"0.15-masters-plain")
        return {{change(Deed::Observed, step, Text::tr("0.15.0 on all three, m2 leads"))}, mark(step, StepState::Done)};
    if (step == u"0.16-slaves-restart")
        return {mark(step, StepState::InProgress),
                mark(step, StepState::Failed, Text::tr("slave7 did not come back: its disk is full.")),
                {change(Deed::Note, step, Text::tr("Old sandboxes removed on slave7; it re-registered.")),
                 Change{Deed::State, step, {}, {StepState::Done, {}, {}, {}, {}}}}};
    if (step == u"0.17-executors-link")
        return {mark(step, StepState::Skipped, Text::tr("Ours load no native library."))};
    if (step == u"0.18-schedulers-restart")
        return {mark(step, StepState::Done),
                {change(Deed::Note, step, Text::tr("Stopped here for the night. Lin goes on tomorrow at nine."))}};
    return {mark(step, StepState::Done)};
}

/// The first half of the steps in their order, each stop approved on the way.
DeedList firstHalf(const Plan& plan) {
    const QList<PausePoint> pauses = pausePointsOf(plan);
    const int half = stepCount(plan) / 2;
    DeedList deeds;
    int count = 0;
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
        const QString& step = item.item.id;
        if (!item.item.isStep() || ++count > half)
            return;
        DeedList afterwards;
        for (const PausePoint& pause : pauses)
            if (pause.step == step)
                (pause.after && pause.kind != PauseKind::FirstSlaves ? afterwards : deeds) += approval(pause);
        deeds += workOn(step) + afterwards;
    });
    return deeds;
}

} // namespace

Result<std::unique_ptr<PlanFile>> createExample(const Catalogue& catalogue, const QString& path) {
    const Result<Route> route = findRoute(catalogue, QStringLiteral("0.14.2"), QStringLiteral("0.20.1"));
    if (!route)
        return tl::make_unexpected(route.error());
    const Answers answers{
        {QStringLiteral("authentication"), Answer::No},
        {QStringLiteral("cgroups"), Answer::Some},
        {QStringLiteral("checkpointing"), Answer::Yes},
        {QStringLiteral("custom-executors"), Answer::Unsure},
        {QStringLiteral("framework-developer"), Answer::Yes},
        {QStringLiteral("pure-language-bindings"), Answer::Unsure},
        {QStringLiteral("python-frameworks"), Answer::Yes},
        {QStringLiteral("vars-endpoint-monitoring"), Answer::No},
    };
    {
        const Plan plan = buildPlan(catalogue, *route, answers);
        const Result<std::unique_ptr<PlanFile>> file = PlanFile::create(path, plan, nightShift());
        if (!file)
            return tl::make_unexpected(file.error());
        if (const Result<> worked = (*file)->recordAll(preparations() + firstHalf(plan)); !worked)
            return tl::make_unexpected(worked.error());
    }
    return PlanFile::open(path); // from here on people write in it, under their own name
}
