#pragma once

#include "core/plan.h"

#include <concepts>

// The fields of every value and their names, written down once. The packed catalogue and the JSON of plans are both
// read and written through describe(), so a new field is one line here.
//
// An archive has `template <class T> void field(const char* name, T& value)`; value is const for writers.

template <typename Value, typename Plain>
concept Either = std::same_as<std::remove_const_t<Value>, Plain>;

template <typename Archive, Either<Source> Value> void describe(Archive& archive, Value& value) {
    archive.field("citation", value.citation);
    archive.field("document", value.document);
    archive.field("section", value.section);
    archive.field("url", value.url);
}

template <typename Archive, Either<Verify> Value> void describe(Archive& archive, Value& value) {
    archive.field("look", value.look);
    archive.field("expect", value.expect);
    archive.field("nothing", value.nothing);
    archive.field("looked", value.looked);
}

template <typename Archive, Either<Undo> Value> void describe(Archive& archive, Value& value) {
    archive.field("kind", value.kind);
    archive.field("text", value.text);
}

template <typename Archive, Either<Stop> Value> void describe(Archive& archive, Value& value) {
    archive.field("after", value.after);
    archive.field("why", value.why);
}

template <typename Archive, Either<TaskCost> Value> void describe(Archive& archive, Value& value) {
    archive.field("restarts", value.restarts);
    archive.field("effect", value.effect);
    archive.field("why", value.why);
}

template <typename Archive, Either<Snippet> Value> void describe(Archive& archive, Value& value) {
    archive.field("language", value.language);
    archive.field("where", value.where);
    archive.field("code", value.code);
    archive.field("placeholders", value.placeholders);
}

template <typename Archive, Either<FlagFact> Value> void describe(Archive& archive, Value& value) {
    archive.field("of", value.of);
    archive.field("name", value.name);
    archive.field("do", value.use);
    archive.field("to", value.to);
    archive.field("at", value.at);
}

template <typename Archive, Either<ItemLink> Value> void describe(Archive& archive, Value& value) {
    archive.field("item", value.item);
    archive.field("says", value.says);
}

template <typename Archive, Either<ReleaseChange> Value> void describe(Archive& archive, Value& value) {
    archive.field("change", value.kind);
    archive.field("area", value.area);
    archive.field("what", value.what);
    archive.field("ours", value.ours);
}

template <typename Archive, Either<Item> Value> void describe(Archive& archive, Value& value) {
    archive.field("id", value.id);
    archive.field("kind", value.kind);
    archive.field("text", value.text);
    archive.field("details", value.details);
    archive.field("when", value.when);
    archive.field("phase", value.phase);
    archive.field("component", value.component);
    archive.field("severity", value.severity);
    archive.field("gate", value.gate);
    archive.field("qualifiers", value.qualifiers);
    archive.field("verify", value.verify);
    archive.field("undo", value.undo);
    archive.field("stop", value.stop);
    archive.field("tasks", value.tasks);
    archive.field("tasks-at-stake", value.tasksAtStake);
    archive.field("snippets", value.snippets);
    archive.field("flags", value.flags);
    archive.field("origin", value.origin);
    archive.field("team", value.team);
    archive.field("holds", value.holds);
    archive.field("seen", value.seen);
    archive.field("sources", value.sources);
    archive.field("links", value.links);
    archive.field("changes", value.changes);
    archive.field("anchors", value.anchors);
    archive.field("fold", value.fold);
    archive.field("do-on", value.doOn);
    archive.field("only-from", value.from);
    archive.field("only-to", value.to);
    archive.field("instead", value.instead);
    archive.field("hops", value.hops);
    archive.field("leaves-line", value.leavesLine);
}

template <typename Archive, Either<Release> Value> void describe(Archive& archive, Value& value) {
    archive.field("version", value.version);
    archive.field("line", value.line);
    archive.field("date", value.date);
    archive.field("published", value.published);
    archive.field("note", value.note);
}

template <typename Archive, Either<QuestionGroup> Value> void describe(Archive& archive, Value& value) {
    archive.field("id", value.id);
    archive.field("title", value.title);
    archive.field("none", value.none);
}

template <typename Archive, Either<FindOut> Value> void describe(Archive& archive, Value& value) {
    archive.field("releases", value.releases);
    archive.field("command", value.command);
    archive.field("where", value.where);
    archive.field("means", value.means);
}

template <typename Archive, Either<Question> Value> void describe(Archive& archive, Value& value) {
    archive.field("id", value.id);
    archive.field("group", value.group);
    archive.field("of", value.of);
    archive.field("ask", value.ask);
    archive.field("label", value.label);
    archive.field("per-host", value.perHost);
    archive.field("hosts-yes", value.hostsYes);
    archive.field("hosts-no", value.hostsNo);
    archive.field("safe", value.safe);
    archive.field("why", value.why);
    archive.field("find-out", value.findOut);
    archive.field("sources", value.sources);
}

template <typename Archive, Either<Hop> Value> void describe(Archive& archive, Value& value) {
    archive.field("from", value.from);
    archive.field("to", value.to);
    archive.field("from-line", value.fromLine);
    archive.field("to-line", value.toLine);
    archive.field("order", value.order);
    archive.field("standing", value.standing);
    archive.field("items", value.items);
}

template <typename Archive, Either<DirectStretch> Value> void describe(Archive& archive, Value& value) {
    archive.field("lines", value.lines);
    archive.field("sources", value.sources);
}

template <typename Archive, Either<Omission> Value> void describe(Archive& archive, Value& value) {
    archive.field("source", value.source);
    archive.field("anchor", value.anchor);
    archive.field("reason", value.reason);
}

template <typename Archive, Either<Overlay> Value> void describe(Archive& archive, Value& value) {
    archive.field("team", value.team);
    archive.field("name", value.name);
    archive.field("digest", value.digest);
    archive.field("text", value.text);
}

/// Without an overlay: that is added to what was unpacked.
template <typename Archive, Either<Catalogue> Value> void describe(Archive& archive, Value& value) {
    archive.field("version", value.version);
    archive.field("digest", value.digest);
    archive.field("releases", value.releases);
    archive.field("groups", value.groups);
    archive.field("questions", value.questions);
    archive.field("standing", value.standing);
    archive.field("patch", value.patch);
    archive.field("hops", value.hops);
    archive.field("direct", value.direct);
    archive.field("omissions", value.omissions);
}

template <typename Archive, Either<Because> Value> void describe(Archive& archive, Value& value) {
    archive.field("trait", value.trait);
    archive.field("label", value.label);
    archive.field("answer", value.answer);
}

template <typename Archive, Either<PlanItem> Value> void describe(Archive& archive, Value& value) {
    archive.field("number", value.number);
    archive.field("upgrade", value.upgrade);
    archive.field("find-first", value.findFirst);
    archive.field("patch-open", value.patchOpen);
    archive.field("because", value.because);
    archive.field("hosts", value.hosts);
    archive.field("stands-for", value.standsFor);
    archive.field("item", value.item);
}

template <typename Archive, Either<PlanSection> Value> void describe(Archive& archive, Value& value) {
    archive.field("title", value.title);
    archive.field("phase", value.phase);
    archive.field("component", value.component);
    archive.field("items", value.items);
}

template <typename Archive, Either<PlanHop> Value> void describe(Archive& archive, Value& value) {
    archive.field("from", value.from);
    archive.field("to", value.to);
    archive.field("stop-at", value.stopAt);
    archive.field("passes", value.passes);
    archive.field("reason", value.reason);
    archive.field("reason-step", value.reasonStep);
    archive.field("order", value.order);
    archive.field("standing", value.standing);
    archive.field("sections", value.sections);
}

template <typename Archive, Either<LeftOut> Value> void describe(Archive& archive, Value& value) {
    archive.field("id", value.id);
    archive.field("text", value.text);
    archive.field("hop", value.hop);
    archive.field("because", value.because);
}

template <typename Archive, Either<PlanQuestion> Value> void describe(Archive& archive, Value& value) {
    archive.field("id", value.id);
    archive.field("group", value.group);
    archive.field("of", value.of);
    archive.field("ask", value.ask);
    archive.field("label", value.label);
    archive.field("why", value.why);
    archive.field("upgrades", value.upgrades);
    archive.field("per-host", value.perHost);
    archive.field("answer", value.answer);
    archive.field("find-out", value.findOut);
}

template <typename Archive, Either<Coverage> Value> void describe(Archive& archive, Value& value) {
    archive.field("total", value.total);
    archive.field("planned", value.planned);
    archive.field("left-out", value.leftOut);
    archive.field("folded", value.folded);
}

template <typename Archive, Either<RouteStop> Value> void describe(Archive& archive, Value& value) {
    archive.field("release", value.release);
    archive.field("reason", value.reason);
    archive.field("step", value.step);
}

template <typename Archive, Either<RouteOption> Value> void describe(Archive& archive, Value& value) {
    archive.field("route", value.kind);
    archive.field("upgrades", value.upgrades);
    archive.field("slave-restarts", value.slaveRestarts);
    archive.field("steps", value.steps);
    archive.field("points", value.points);
    archive.field("blockers", value.blockers);
    archive.field("stops", value.stops);
}

template <typename Archive, Either<Plan> Value> void describe(Archive& archive, Value& value) {
    archive.field("from", value.from);
    archive.field("to", value.to);
    archive.field("route", value.route);
    archive.field("options", value.options);
    archive.field("catalogue-version", value.catalogueVersion);
    archive.field("catalogue-digest", value.catalogueDigest);
    archive.field("last-release", value.lastRelease);
    archive.field("questions", value.questions);
    archive.field("hops", value.hops);
    archive.field("left-out", value.leftOut);
    archive.field("coverage", value.coverage);
    archive.field("overlay", value.overlay);
}
