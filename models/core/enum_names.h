#pragma once

#include "core/catalogue.h"
#include "core/pause_points.h"
#include "core/record.h"

#include <QStringList>

#include <array>
#include <optional>
#include <type_traits>

// The words enums have in YAML and JSON, in the order of the enumerators. Not translated; words.h has what people read.

constexpr auto enumNames(std::type_identity<Answer>) {
    return std::array{"unsure", "yes", "no", "some"};
}
constexpr auto enumNames(std::type_identity<Kind>) {
    return std::array{"step", "note"};
}
constexpr auto enumNames(std::type_identity<Phase>) {
    return std::array{"before", "during", "after"};
}
constexpr auto enumNames(std::type_identity<Component>) {
    return std::array{"cluster", "master", "slave", "scheduler", "executor", "framework", "modules", "monitoring"};
}
constexpr auto enumNames(std::type_identity<Severity>) {
    return std::array{"info", "caution", "danger"};
}
constexpr auto enumNames(std::type_identity<Gate>) {
    return std::array{"none", "acknowledge", "blocker"};
}
constexpr auto enumNames(std::type_identity<Origin>) {
    return std::array{"guide", "upstream", "beyond", "ours", "team"};
}
constexpr auto enumNames(std::type_identity<UndoKind>) {
    return std::array{"unsaid", "how", "cannot"};
}
constexpr auto enumNames(std::type_identity<StopAfter>) {
    return std::array{"unsaid", "leave", "component", "short", "no"};
}
constexpr auto enumNames(std::type_identity<TaskEffect>) {
    return std::array{"survive", "checkpointing", "failover", "lost"};
}
constexpr auto enumNames(std::type_identity<ComponentOrder>) {
    return std::array{"listed", "free", "ours"};
}
constexpr auto enumNames(std::type_identity<ChangeKind>) {
    return std::array{"new", "changed", "deprecated", "removed"};
}
constexpr auto enumNames(std::type_identity<Area>) {
    return std::array{"core", "flags", "framework-api", "module-api", "endpoints"};
}
constexpr auto enumNames(std::type_identity<RouteKind>) {
    return std::array{"every-release", "fewest-restarts"};
}
constexpr auto enumNames(std::type_identity<StopReason>) {
    return std::array{"target", "every-release", "no-rule", "source-not-last", "target-not-last", "do-on"};
}
constexpr auto enumNames(std::type_identity<FlagUse>) {
    return std::array{"set", "drop", "rename", "keep", "wrong"};
}
constexpr auto enumNames(std::type_identity<OmissionReason>) {
    return std::array{"heading", "lead-in", "markup", "general"};
}
constexpr auto enumNames(std::type_identity<StepState>) {
    return std::array{"open", "in-progress", "done", "skipped", "not-applicable", "failed", "deferred"};
}
constexpr auto enumNames(std::type_identity<Deed>) {
    return std::array{"state", "note", "observed", "owner", "passed", "call", "value", "day", "plan"};
}

constexpr auto enumNames(std::type_identity<PauseKind>) {
    return std::array{"start", "masters", "first-slaves", "no-way-back", "end"};
}

template <typename E>
concept NamedEnum = std::is_enum_v<E> && requires {
    enumNames(std::type_identity<E>{});
};

template <NamedEnum E> QString enumName(E value) {
    return QString::fromLatin1(enumNames(std::type_identity<E>{}).at(static_cast<std::size_t>(value)));
}

template <NamedEnum E> QStringList allEnumNames() {
    QStringList names;
    for (const char* name : enumNames(std::type_identity<E>{}))
        names << QString::fromLatin1(name);
    return names;
}

template <NamedEnum E> std::optional<E> enumNamed(const QString& name) {
    const qsizetype index = allEnumNames<E>().indexOf(name);
    return index < 0 ? std::nullopt : std::optional(static_cast<E>(index));
}
