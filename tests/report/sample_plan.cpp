#include "sample_plan.h"

namespace {

Source guide(const QString& lines) {
    return {u"guide:"_qs + lines, u"Upgrading Mesos (0.11 to 0.22)"_qs, u"lines "_qs + lines,
            u"https://example.org/guide_(old).md"_qs};
}

Item item(Kind kind, const QString& id, const QString& text, Component component) {
    Item item;
    item.id = id;
    item.kind = kind;
    item.text = text;
    item.component = component;
    item.sources = {guide(u"104"_qs)};
    return item;
}

PlanItem planned(const Item& item, int number = 0) {
    PlanItem planned;
    planned.item = item;
    planned.number = number;
    return planned;
}

PlanItem blocker() {
    Item step = item(Kind::Step, u"0.18-failover-timeout"_qs, u"Settle the `failover_timeout` of every framework"_qs,
                     Component::Scheduler);
    step.details =
        u"It is **0** unless a framework sets it:\n\n- read `<framework>` in the code,\n- or ask.\n\n```\na | b\n```\n"_qs;
    step.phase = Phase::Before;
    step.severity = Severity::Danger;
    step.gate = Gate::Blocker;
    step.origin = Origin::Beyond;
    step.holds = u"0.13.0..0.22.2"_qs;
    step.seen = u"with 0.18.2 every task was *lost* after 1 s"_qs;
    step.verify.nothing = u"HTTP shows no timeout before 0.19"_qs;
    step.verify.looked = QStringList{u"/master/state.json"_qs, u"/stats.json"_qs};
    step.stop = {StopAfter::Leave, u"nothing was changed"_qs};
    step.undo.kind = UndoKind::Cannot;
    return planned(step, 1);
}

PlanItem masters() {
    Item step = item(Kind::Step, u"0.18-masters-restart"_qs, u"Install the new binaries and restart the masters"_qs,
                     Component::Master);
    step.details = u"One after the other, the leader last."_qs;
    step.verify.look = u"`/master/state.json` of each master"_qs;
    step.verify.expect = u"`version` is `0.18.2`"_qs;
    step.stop = {StopAfter::Component, u"masters of two versions"_qs};
    step.tasks = {true, TaskEffect::Survive, u"masters hold no tasks"_qs};
    step.snippets = {{u"sh"_qs,
                      u"on each master"_qs,
                      u"cat <<'```'\ncurl -s http://{{master}}:5050/ | head -1\n```\n"_qs,
                      {{u"master"_qs, u"host name of the master"_qs}}}};
    step.links = {{u"0.19-registry"_qs, u"the first start is different there"_qs}};
    return planned(step, 2);
}

PlanItem reboot() {
    Item step = item(Kind::Step, u"0.18-slaves-reboot"_qs,
                     u"Reboot the slaves (if necessary) & unmount /cgroup | /cgroups"_qs, Component::Slave);
    step.when = u"cgroups and authentication"_qs;
    step.severity = Severity::Caution;
    step.qualifiers = QStringList{u"if necessary"_qs};
    step.verify.look = u"`mount`"_qs;
    step.undo = {UndoKind::How, u"mount it again"_qs};
    step.tasks = {true, TaskEffect::Lost, u"the host goes down"_qs};
    PlanItem planned_ = planned(step, 3);
    planned_.findFirst = true;
    planned_.because = {{u"cgroups"_qs, u"cgroups isolation"_qs, Answer::Some},
                        {u"authentication"_qs, u"authentication"_qs, Answer::Unsure}};
    planned_.hosts = u"slaves that isolate with cgroups"_qs;
    return planned_;
}

PlanItem note(const QString& id, const QString& text, Component component) {
    return planned(item(Kind::Note, id, text, component));
}

PlanQuestion question(const QString& id, const QString& label, Answer answer) {
    PlanQuestion question;
    question.id = id;
    question.group = u"Slaves"_qs;
    question.ask = u"Is there "_qs + label + u"?"_qs;
    question.label = label;
    question.why = u"Steps depend on it."_qs;
    question.answer = answer;
    return question;
}

} // namespace

Plan samplePlan() {
    Plan plan;
    plan.from = u"0.17.0"_qs;
    plan.to = u"0.19.1"_qs;
    plan.catalogueVersion = u"2026-11-20"_qs;
    plan.catalogueDigest = u"0123456789abcdef"_qs;
    plan.questions = {question(u"cgroups"_qs, u"cgroups isolation"_qs, Answer::Some),
                      question(u"authentication"_qs, u"authentication"_qs, Answer::Unsure),
                      question(u"docker"_qs, u"the Docker containerizer"_qs, Answer::No)};
    plan.questions[1].findOut = {{u"0.15.0..0.22.2"_qs, u"curl -s http://{{master}}:5050/flags"_qs,
                                  u"on a machine that reaches the masters"_qs, u"`authenticate` is `true`: yes"_qs}};

    PlanHop first;
    first.from = u"0.17.0"_qs;
    first.to = u"0.18.x"_qs;
    first.stopAt = u"0.18.2"_qs;
    first.passes = {first.to};
    first.reason = StopReason::NoRule;
    first.sections = {
        {u"Before: schedulers"_qs, Phase::Before, Component::Scheduler, {blocker()}},
        {u"Masters"_qs, Phase::During, Component::Master, {masters()}},
        {u"Slaves"_qs,
         Phase::During,
         Component::Slave,
         {note(u"0.18-cgroups-root"_qs, u"The `cgroups_root` flag means another path | no slash"_qs, Component::Slave),
          reboot()}},
    };
    PlanHop second;
    second.from = u"0.18.x"_qs;
    second.to = u"0.19.x"_qs;
    second.stopAt = u"0.19.1"_qs;
    second.passes = {second.to};
    second.reason = StopReason::Target;
    second.order = ComponentOrder::Free;
    second.standing = u"The guide has *two* sentences on it."_qs;
    second.sections = {
        {u"Masters"_qs,
         Phase::During,
         Component::Master,
         {note(u"0.19-registry"_qs, u"The registry starts for the first time"_qs, Component::Master),
          planned(item(Kind::Step, u"0.19-masters-restart"_qs, u"Restart the masters"_qs, Component::Master), 1)}}};
    plan.hops = {first, second};
    plan.leftOut = {{u"0.19-docker"_qs,
                     u"Start Docker first"_qs,
                     u"0.18.x → 0.19.x"_qs,
                     {{u"docker"_qs, u"the Docker containerizer"_qs, Answer::No}}}};
    plan.coverage = {7, 6, 1};
    return plan;
}

Record sampleRecord() {
    ItemRecord done;
    done.mark.state = StepState::Done;
    done.markedAt = QDateTime(QDate(2026, 11, 22), QTime(3, 7), Qt::UTC);
    done.markedBy = u"ann_b <ann@example.org>"_qs;
    done.note = u"- [ ] not a step `x`\n# no heading\n\n    1. *as* typed & <b>kept</b>\n```\n"_qs;
    Record record;
    record.items.insert(u"0.18-masters-restart"_qs, done);
    return record;
}

Plan workedPlan() {
    Plan plan = samplePlan();
    plan.hops[0].sections << PlanSection{u"Monitoring"_qs,
                                         Phase::During,
                                         Component::Monitoring,
                                         {planned(item(Kind::Step, u"0.18-monitoring"_qs,
                                                       u"Teach the monitoring the new names"_qs, Component::Monitoring),
                                                  4)}};
    Item quorum = item(Kind::Step, u"0.19-quorum"_qs, u"Give the masters `--quorum`"_qs, Component::Master);
    quorum.undo.kind = UndoKind::Cannot;
    quorum.snippets = {{u"sh"_qs,
                        u"on each master"_qs,
                        u"mesos-master --quorum={{quorum}} --zk={{zk}}\n"_qs,
                        {{u"quorum"_qs, u"more than half of the masters"_qs}, {u"zk"_qs, u"where ZooKeeper is"_qs}}}};
    PlanItem modules =
        planned(item(Kind::Step, u"0.19-modules"_qs, u"Build the modules anew"_qs, Component::Modules), 3);
    modules.item.verify.look = u"the log of the masters"_qs;
    modules.item.verify.expect = u"no word of modules"_qs;
    plan.hops[1].sections << PlanSection{
        u"Masters, second time"_qs, Phase::During, Component::Master, {planned(quorum, 2), modules}};
    plan.coverage = {10, 9, 1};
    return plan;
}

Record workedRecord() {
    QDateTime clock(QDate(2026, 11, 22), QTime(3, 0), Qt::UTC);
    Record record = sampleRecord();
    const auto set = [&](const QString& id, const Mark& mark) -> ItemRecord& {
        ItemRecord& made = record.items[id];
        made.mark = mark;
        made.markedAt = clock = clock.addSecs(60);
        made.markedBy = u"robin"_qs;
        return made;
    };
    set(u"0.18-failover-timeout"_qs, {StepState::Skipped,
                                      u"*All* of them were asked.\n- [ ] none sets it"_qs,
                                      {},
                                      u"Lin <lin@example.org>"_qs,
                                      QDate(2026, 12, 24)});
    set(u"0.18-stop-start"_qs, {StepState::Done, {}, {}, {}, {}}).owner = u"Lin"_qs;
    ItemRecord& masters = record.items[u"0.18-masters-restart"_qs];
    masters.observed = u"`version` is \"0.18.2\""_qs;
    masters.owner = u"Kim & Robin"_qs;
    ItemRecord& stop = record.items[u"0.18-stop-after-masters"_qs];
    stop.owner = u"Kim"_qs;
    stop.day = QDate(2026, 12, 1);
    stop.passedWith = u"0.18-slaves-reboot"_qs;
    stop.passedAt = clock.addSecs(900);
    stop.passedBy = u"robin"_qs;
    ItemRecord& failed = set(u"0.18-slaves-reboot"_qs, {StepState::Failed, u"s7 <does> not come back"_qs, {}, {}, {}});
    failed.passedWith = u"0.18-monitoring"_qs;
    failed.passedAt = clock.addSecs(960);
    failed.passedBy = u"kim"_qs;
    set(u"0.18-monitoring"_qs, {StepState::Deferred, u"nobody is there at night"_qs, u"0.19.x"_qs, {}, {}});
    set(u"0.19-masters-restart"_qs, {StepState::InProgress, {}, {}, {}, {}});
    set(u"0.19-modules"_qs, {StepState::NotApplicable, u"there are none"_qs, {}, {}, {}});
    record.items[u"0.19-registry"_qs].note = u"read in the meeting"_qs;
    record.call = u"Ops on duty: 0123 456\nthen _Lin_"_qs;
    record.values = {{u"masters"_qs, u"m1.example.org m2.example.org m3.example.org"_qs},
                     {u"master-count"_qs, u"3"_qs}};
    return record;
}

Plan roadPlan() {
    Plan plan;
    plan.from = u"0.28.x"_qs;
    plan.to = u"1.4.3"_qs;
    plan.route = RouteKind::FewestRestarts;
    plan.catalogueVersion = u"2026-11-20"_qs;
    plan.catalogueDigest = u"0123456789abcdef"_qs;
    plan.lastRelease = u"1.11.0"_qs;
    plan.options = {{RouteKind::EveryRelease,
                     5,
                     6,
                     40,
                     61,
                     3,
                     {{u"1.0.4"_qs, StopReason::NoRule, {}},
                      {u"1.1.1"_qs, StopReason::EveryRelease, {}},
                      {u"1.2.3"_qs, StopReason::EveryRelease, {}},
                      {u"1.3.2"_qs, StopReason::EveryRelease, {}}}},
                    {RouteKind::FewestRestarts,
                     3,
                     4,
                     30,
                     52,
                     2,
                     {{u"1.0.4"_qs, StopReason::NoRule, {}}, {u"1.2.3"_qs, StopReason::DoOn, u"1.2-acls"_qs}}}};
    plan.questions = {question(u"modules"_qs, u"`modules` of your own"_qs, Answer::No),
                      question(u"hooks"_qs, u"hook modules"_qs, Answer::Unsure),
                      question(u"docker"_qs, u"Docker"_qs, Answer::Unsure),
                      question(u"acls"_qs, u"ACLs"_qs, Answer::Unsure)};
    plan.questions[1].of = u"modules"_qs;
    plan.questions[2].upgrades = QStringList{u"1.1.x → 1.2.x"_qs, u"1.3.x → 1.4.x"_qs};
    plan.questions[3].upgrades =
        QStringList{u"0.28.x → 1.0.x"_qs, u"1.0.x → 1.1.x"_qs, u"1.1.x → 1.2.x"_qs, u"1.2.x → 1.3.x"_qs};

    PlanItem patch =
        planned(item(Kind::Step, u"1.0-patch"_qs, u"Take the `--strict` flag away"_qs, Component::Master), 1);
    patch.item.from = u"0.28.0..0.28.1"_qs;
    patch.patchOpen = true;
    patch.findFirst = true;
    patch.upgrade = u"1.0.x"_qs;
    PlanItem acls = planned(item(Kind::Step, u"1.2-acls"_qs, u"Write the ACLs anew"_qs, Component::Master), 1);
    acls.upgrade = u"1.2.x"_qs;
    acls.item.origin = Origin::Upstream;
    acls.item.changes = {{ChangeKind::Deprecated, Area::Flags, u"`--acls` | old keys"_qs, false},
                         {ChangeKind::New, Area::Core, u"ACLs of `<roles>`"_qs, true}};
    PlanItem restart =
        planned(item(Kind::Step, u"1.4-masters-restart"_qs, u"Restart the masters"_qs, Component::Master), 1);
    restart.upgrade = u"1.4.x"_qs;
    restart.item.origin = Origin::Ours;
    restart.item.tasks.restarts = true;
    restart.standsFor = QStringList{u"1.3-masters-restart"_qs};
    PlanItem gone = note(u"1.3-endpoints"_qs, u"`/slaves` is gone"_qs, Component::Master);
    gone.upgrade = u"1.3.x"_qs;
    gone.item.changes = {{ChangeKind::Removed, Area::Endpoints, u"`/slaves`"_qs, false},
                         {ChangeKind::Changed, Area::Endpoints, u"`/state`"_qs, false},
                         {ChangeKind::Removed, Area::Endpoints, u"`/tasks.json`"_qs, false}};

    const auto hopOf = [](const QString& from, const QStringList& passes, const QString& stopAt, StopReason reason,
                          const QList<PlanItem>& items) {
        PlanHop hop;
        hop.from = from;
        hop.to = passes.constLast();
        hop.stopAt = stopAt;
        hop.passes = passes;
        hop.reason = reason;
        hop.sections = {{u"Masters"_qs, Phase::During, Component::Master, items}};
        return hop;
    };
    plan.hops = {hopOf(u"0.28.x"_qs, {u"1.0.x"_qs}, u"1.0.4"_qs, StopReason::NoRule, {patch}),
                 hopOf(u"1.0.x"_qs, {u"1.1.x"_qs, u"1.2.x"_qs}, u"1.2.3"_qs, StopReason::DoOn, {acls}),
                 hopOf(u"1.2.x"_qs, {u"1.3.x"_qs, u"1.4.x"_qs}, u"1.4.3"_qs, StopReason::Target, {gone, restart})};
    plan.hops[1].reasonStep = acls.item.id;
    plan.hops[2].order = ComponentOrder::Ours;
    plan.coverage = {6, 4, 1, 1};
    return plan;
}
