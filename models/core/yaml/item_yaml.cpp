#include "core/yaml/item_yaml.h"

#include "core/yaml/mapping.h"

#include <QCoreApplication>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(core)
};

void readVerify(Mapping& item, Verify& verify) {
    item.below("verify", [&](Mapping& mapping) {
        verify = {mapping.text("look"), mapping.text("expect"), mapping.text("nothing"), mapping.texts("looked")};
        if (verify.look.isEmpty() != verify.expect.isEmpty() || verify.look.isEmpty() == verify.nothing.isEmpty())
            mapping.faultHere(Text::tr("either “look” and “expect”, or “nothing” and “looked” are expected here"));
    });
}

/// `unsaid`, `{how: …}` or `{cannot: …}`
void readUndo(Mapping& item, Undo& undo) {
    const auto expected = [] { return Text::tr("“unsaid”, {how: …} or {cannot: …} is expected here"); };
    if (!item.has("undo"))
        return;
    if (const YAML::Node node = item.node("undo"); node.IsScalar()) {
        if (node.Scalar() != "unsaid")
            item.fault(item.child("undo"), expected());
        return;
    }
    item.below("undo", [&](Mapping& mapping) {
        const QString how = mapping.text("how");
        const QString cannot = mapping.text("cannot");
        if (how.isEmpty() == cannot.isEmpty())
            mapping.faultHere(expected());
        undo = how.isEmpty() ? Undo{UndoKind::Cannot, cannot} : Undo{UndoKind::How, how};
    });
}

void readSnippet(Mapping& mapping, Snippet& snippet) {
    snippet.language = mapping.requiredText("language");
    snippet.where = mapping.text("where");
    snippet.code = mapping.code("code");
    mapping.below("placeholders", [&](Mapping& placeholders) { snippet.placeholders = placeholders.everyText(); });
}

/// `by: table` (upstream's overview has it) or `by: us`.
bool readIsOurs(Mapping& change) {
    const QString by = change.requiredText("by");
    if (by != QLatin1String("table") && by != QLatin1String("us"))
        change.fault(change.child("by"), Text::tr("“%1” is none of: table, us").arg(by));
    return by == QLatin1String("us");
}

} // namespace

void readItemBody(Mapping& mapping, Item& item) {
    item.id = mapping.requiredText("id");
    item.kind = mapping.requiredWord<Kind>("kind");
    item.text = mapping.requiredText("text");
    item.details = mapping.text("details");
    item.when = mapping.text("when");
    item.severity = mapping.word("severity", Severity::Info);
    item.gate = mapping.word("gate", Gate::None);
    item.qualifiers = mapping.texts("qualifiers");
    item.seen = mapping.text("seen");
    readVerify(mapping, item.verify);
    readUndo(mapping, item.undo);
    mapping.below("stop", [&](Mapping& stop) {
        item.stop = {stop.requiredWord<StopAfter>("after"), stop.text("why")};
    });
    mapping.below("tasks", [&](Mapping& tasks) {
        item.tasks = {true, tasks.requiredWord<TaskEffect>("effect"), tasks.requiredText("why")};
    });
    item.tasksAtStake = mapping.flag("tasks-at-stake", false);
    mapping.eachBelow("snippets", [&](Mapping& snippet) { readSnippet(snippet, item.snippets.emplaceBack()); });
    mapping.eachBelow("flags", [&](Mapping& flag) {
        item.flags << FlagFact{flag.requiredText("of").replace(QLatin1String("agent"), QLatin1String("slave")),
                               flag.requiredText("name"), flag.requiredWord<FlagUse>("do"), flag.text("to"),
                               flag.requiredText("at")};
    });
    mapping.eachBelow("changes", [&](Mapping& change) {
        item.changes << ReleaseChange{change.requiredWord<ChangeKind>("change"), change.requiredWord<Area>("area"),
                                      change.requiredText("what"), readIsOurs(change)};
    });
    item.from = mapping.text("from");
    item.to = mapping.text("to");
    mapping.eachBelow("links", [&](Mapping& link) {
        item.links << ItemLink{link.requiredText("item"), link.requiredText("says")};
    });
}
