#include "core/trouble.h"

#include "core/progress.h"
#include "core/words.h"

#include <array>

namespace {

/// How far one component is within one upgrade.
struct Restarts {
    int steps = 0;
    int done = 0;
    bool begun = false;
    QStringList setAside;
};

Restarts restartsOf(const PlanHop& hop, Component component, const Record& record) {
    Restarts restarts;
    for (const PlanSection& section : hop.sections) {
        for (const PlanItem& planned : section.items) {
            const Item& item = planned.item;
            if (!item.isStep() || item.component != component || item.phase != Phase::During)
                continue;
            const StepState state = record.stateOf(item.id);
            restarts.begun |= state != StepState::Open && state != StepState::Deferred;
            if (isSettled(state) && state != StepState::Done)
                restarts.setAside << item.id;
            restarts.steps += item.tasks.restarts;
            restarts.done += item.tasks.restarts && state == StepState::Done;
        }
    }
    return restarts;
}

std::optional<ComponentNow> componentNow(const Plan& plan, const Record& record, Component component) {
    ComponentNow now;
    now.component = component;
    now.release = plan.from;
    bool isRestarted = false;
    for (const PlanHop& hop : plan.hops) {
        const Restarts restarts = restartsOf(hop, component, record);
        isRestarted |= restarts.steps > 0;
        if (restarts.steps == 0 || !restarts.begun)
            continue;
        now.isRecorded = true;
        now.setAside += restarts.setAside;
        const bool isThere = restarts.done == restarts.steps;
        now.next = isThere ? QString() : hop.stopAt;
        now.done = isThere ? 0 : restarts.done;
        now.steps = isThere ? 0 : restarts.steps;
        if (isThere)
            now.release = hop.stopAt;
    }
    return isRestarted ? std::optional(now) : std::nullopt;
}

} // namespace

QList<ComponentNow> clusterNow(const Plan& plan, const Record& record) {
    QList<ComponentNow> components;
    for (const Component component : {Component::Master, Component::Slave, Component::Scheduler, Component::Executor})
        if (const std::optional<ComponentNow> now = componentNow(plan, record, component))
            components << *now;
    return components;
}

std::optional<Trouble> troubleAt(const Plan& plan, const Record& record, const QString& step) {
    std::optional<Trouble> trouble;
    QString lastDone;
    QString stopBefore;
    QStringList open;
    QStringList notDone;
    QList<QPair<QString, QString>> waysBack;
    const PlanHop* current = nullptr;
    forEachItem(plan, [&](const PlanHop& hop, const PlanSection&, const PlanItem& planned) {
        const Item& item = planned.item;
        if (trouble || !item.isStep())
            return;
        if (current != &hop)
            waysBack.clear();
        current = &hop;
        if (item.id == step) {
            trouble = Trouble{words::hop(hop.from, hop.to),
                              planned,
                              record.of(step),
                              clusterNow(plan, record),
                              lastDone,
                              stopBefore,
                              notDone,
                              words::stop(item.stop),
                              words::undo(item.undo),
                              waysBack,
                              waitingFor(plan, record, step),
                              record.call};
        } else if (record.stateOf(item.id) == StepState::Done) {
            lastDone = item.id;
            stopBefore = words::stop(item.stop);
            notDone = open;
            if (item.undo.kind == UndoKind::How)
                waysBack << qMakePair(item.id, item.undo.text);
        } else {
            open << item.id;
        }
    });
    return trouble;
}
