#pragma once

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

// The values a catalogue item is made of. resources/catalog/SCHEMA.md says what each field means and which words the
// enums have in YAML and JSON (enum_names.h holds the words).

enum class Kind { Step, Note };
enum class Phase { Before, During, After };
enum class Component { Cluster, Master, Slave, Scheduler, Executor, Framework, Modules, Monitoring };
enum class Severity { Info, Caution, Danger };
enum class Gate { None, Acknowledge, Blocker };
enum class Origin { Guide, Upstream, Beyond, Ours, Team };

/// Whether a step can be taken back: no source says, a source says how, or a source says that it cannot.
enum class UndoKind { Unsaid, How, Cannot };

/// Who says in which order the components of an upgrade follow each other: the guide lists them · the guide says that
/// order does not matter · the guide says nothing and the order is ours.
enum class ComponentOrder { Listed, Free, Ours };

/// May the cluster be left as it is after the step: no source says · safe to leave · finish this component first · keep
/// short · do not leave.
enum class StopAfter { Unsaid, Leave, Component, Short, No };

/// What a restart does to running tasks: they survive · they survive if checkpointing · they survive if the scheduler
/// is back within its failover_timeout · they are lost.
enum class TaskEffect { Survive, Checkpointing, Failover, Lost };

enum class FlagUse { Set, Drop, Rename, Keep, Wrong };

/// The letters of upstream's overview table, A C D R, and its columns.
enum class ChangeKind { New, Changed, Deprecated, Removed };
enum class Area { Core, Flags, FrameworkApi, ModuleApi, Endpoints };

/// Where a statement can be checked. `citation` is what the YAML says; title, section and url are derived from it.
struct Source {
    QString citation; ///< `guide:169`, `src/master/flags.hpp@0.15.0:99-110`
    QString document; ///< the document's title
    QString section;  ///< section or lines within it
    QString url;      ///< https, or empty for what is shipped with the program
};

/// What to look at after a step and what to expect there; or, where that release shows nothing, why, and what was
/// looked at.
struct Verify {
    QString look;   ///< CommonMark inline
    QString expect; ///< CommonMark inline
    QString nothing;
    QStringList looked;

    bool isEmpty() const { return look.isEmpty() && nothing.isEmpty(); }
};

struct Undo {
    UndoKind kind = UndoKind::Unsaid;
    QString text;
};

struct Stop {
    StopAfter after = StopAfter::Unsaid;
    QString why;
};

/// What a restart costs. `restarts` is false where the item restarts nothing; effect and why mean nothing then.
struct TaskCost {
    bool restarts = false;
    TaskEffect effect = TaskEffect::Survive;
    QString why;
};

struct Snippet {
    QString language;                    ///< sh, protobuf, python, json, text
    QString where;                       ///< where to run or put it
    QString code;                        ///< exact, ends with a newline
    QMap<QString, QString> placeholders; ///< name → what to put in for `{{name}}`
};

struct FlagFact {
    QString of; ///< master or slave
    QString name;
    FlagUse use = FlagUse::Keep;
    QString to; ///< the new name of a renamed flag
    QString at; ///< the release it is said for
};

/// What a release does to one thing: an entry of upstream's overview table, or one of ours where the table has none.
struct ReleaseChange {
    ChangeKind kind = ChangeKind::Changed;
    Area area = Area::Core;
    QString what;      ///< CommonMark inline, short: names the thing
    bool ours = false; ///< classified by us

    bool operator==(const ReleaseChange&) const = default;
};

/// What another upgrade of the road does to the same thing.
struct ItemLink {
    QString item;
    QString says;
};

/// One thing to do (step) or to know (note). A plain value; its id is the same on screen, on paper, in files and on the
/// command line, and never changes.
struct Item {
    QString id;
    Kind kind = Kind::Note;
    QString text;    ///< one line, at most 90 characters, code spans allowed
    QString details; ///< CommonMark without HTML, may be empty
    QString when;    ///< condition, empty: always
    Phase phase = Phase::During;
    Component component = Component::Cluster;
    Severity severity = Severity::Info;
    Gate gate = Gate::None;
    QStringList qualifiers; ///< the guide's own: `if necessary`
    Verify verify;
    Undo undo;
    Stop stop;
    TaskCost tasks;
    bool tasksAtStake = false; ///< running tasks are lost where it is not heeded, or whatever is done
    QList<Snippet> snippets;
    QList<FlagFact> flags;
    Origin origin = Origin::Guide;
    QString team;  ///< whose it is, as they call themselves; only of the origin Team
    QString holds; ///< range of releases, see release.h
    QString seen;  ///< what was seen on a real cluster, may be empty
    QList<Source> sources;
    QList<ItemLink> links;
    QList<ReleaseChange> changes;
    QStringList anchors;     ///< of upstream's guide, whose statements it carries
    QString fold;            ///< where upgrades are done in one go, only the last one of the same word stays
    QString doOn;            ///< ranges: it can only be done while one of these releases runs; empty: any
    QString from;            ///< ranges: only for upgrades that start at one of these; empty: any
    QString to;              ///< ranges: only for upgrades that lead to one of these; empty: any
    QString instead;         ///< the target is advised against: the release to choose in its place; else empty
    QString hops;            ///< standing and patch items only: the target lines it concerns, `0.13..0.22`
    bool leavesLine = false; ///< standing items only: not for upgrades within a line

    bool isStep() const { return kind == Kind::Step; }
    /// Who wants to keep running tasks alive has to look at it.
    bool mayKillTasks() const { return tasksAtStake || (tasks.restarts && tasks.effect != TaskEffect::Survive); }
};
