#pragma once

#include "core/plan.h"
#include "core/result.h"

#include <QMap>
#include <QString>
#include <QStringList>

// The cluster's own values, and the commands of a plan filled with them. People paste these commands into a shell as
// root, and a plan file may come from anybody: a value gets into a command only as long as it passes checkedValue(),
// whoever kept it. A `{{name}}` without such a value stays as it is, for people to see and to fill by hand.

/// Placeholder name → value, as checkedValue() returned it. Asked for once per plan; a name without a value is absent.
using ClusterValues = QMap<QString, QString>;

/// A value that the commands of a plan can use. All texts are plain.
struct ValueField {
    QString name;     ///< what checkedValue() takes: `masters`
    QString label;    ///< what is asked for; for names the program does not know, what the plan says of them
    QString hint;     ///< how it is written, where it is found; may be empty
    QString example;  ///< may be empty
    int snippets = 0; ///< how many commands of the plan want it
};

/// What to ask for so that the plan's commands can be filled, those of the open questions included: the known values
/// first, in the order they are asked, then others in the order of work. `{{master}}` asks for `masters`, `{{quorum}}`
/// for `master-count`; what whyNotKept() speaks of is never asked for.
QList<ValueField> valueFieldsOf(const Plan& plan);

/// Why no plan file keeps a value for this placeholder, without a full stop; empty for all others. Secrets; what
/// changes during an upgrade: `leader`, `slave_addresses`; `quorum`, which follows from `master-count`.
QString whyNotKept(const QString& placeholder);

/// The value of a placeholder as it is kept and put into commands: lists with single blanks between, the ZooKeeper URL
/// without user and password. Empty when nothing was typed; then the value is to be taken away. `others` are the values
/// known so far: as many addresses in `masters` as `master-count` says. What may stand in a value follows from the
/// name: `masters`, `slaves` (host names), `NAME_addresses` (with port), `master`, `slave`, `ip` (one host),
/// `master-count`, `zk`, `NAME_dir`, `NAME_binary` (absolute path), `NAME_flags`; one harmless word for all others. No
/// value has a character that means anything to a shell.
///
/// Request errors say what was read and what is expected; they never repeat what stands before an `@`.
Result<QString> checkedValue(const QString& name, const QString& typed, const ClusterValues& others = {});

/// `--quorum` for that many configured masters, running or not: 2N − 1 masters have quorum N
/// (docs/operational-guide.md@HEAD:16-31). An even number is a request error: its log never initialises by itself
/// (0.19-quorum in the catalogue, src/log/recover.cpp@0.19.0:224-286).
Result<int> quorumFor(int configuredMasters);

/// The names in the `{{name}}` of a text, in the order of appearance, each once.
QStringList placeholdersIn(const QString& text);

/// The command of an open question, or any other text, with every `{{name}}` filled that has a value. `{{master}}` is
/// the first of `masters` when it has no value of its own, `{{quorum}}` follows from `master-count`, else from the
/// number of `masters`; which master leads is never guessed and never kept.
QString filledText(const QString& text, const ClusterValues& values);

/// The same for a snippet. Placeholders that were filled are no longer declared in the result.
Snippet filledSnippet(const Snippet& snippet, const ClusterValues& values);

/// The placeholders that filledSnippet() leaves as they are.
QStringList openPlaceholders(const Snippet& snippet, const ClusterValues& values);

/// The same for a plan: placeholder → ids of the items that have it, in the order of work, each once.
QMap<QString, QStringList> openPlaceholders(const Plan& plan, const ClusterValues& values);
