#pragma once

#include "core/answers.h"
#include "core/item.h"
#include "core/release.h"

// All that is known, as plain values. Read by yaml/ (from files people write) or catalogue_file.h (from the compact
// form the program embeds); checked by catalogue_lint.h. Nothing changes a catalogue after it was read.

struct QuestionGroup {
    QString id;
    QString title;
    QString none; ///< "We load no modules": answers all of it with no; empty where that makes no sense
};

/// One way to find out an answer, for a range of releases (empty: all).
struct FindOut {
    QString releases;
    QString command;
    QString where;
    QString means; ///< CommonMark inline: what the output means, or whom to ask
};

/// How people are asked whether a trait is true of their cluster.
struct Question {
    QString id; ///< the trait
    QString group;
    QString of; ///< id of a more general question: when that is answered no, this one is no, too; may be empty
    QString ask;
    QString label;        ///< short, for lists
    bool perHost = false; ///< may be answered "some"
    QString hostsYes;     ///< per host only: "slaves that isolate with cgroups"
    QString hostsNo;
    Answer safe = Answer::No; ///< the answer that means no hazard
    QString why;
    QList<FindOut> findOut;
    QList<Source> sources;
};

/// One transition of the guide, from a release line to the next.
struct Hop {
    QString from;     ///< as the guide names it: `0.17.0`
    QString to;       ///< `0.18.x`
    QString fromLine; ///< `0.17`
    QString toLine;   ///< `0.18`
    ComponentOrder order = ComponentOrder::Listed;
    QString standing;  ///< a paragraph on the whole hop, may be empty
    QList<Item> items; ///< in the order they are worked through
};

/// A stretch of release lines within which the last patch of any line may be upgraded straight to the last patch of any
/// later one.
struct DirectStretch {
    QString lines; ///< `1.0..1.11`
    QList<Source> sources;
};

/// Why a statement of the guide may be in no item: a heading · "in order to upgrade …" · markup without words · what
/// the document is for. A closed set.
enum class OmissionReason { Heading, LeadIn, Markup, General };

/// A statement of the guide that is in no item, on purpose.
struct Omission {
    QString source; ///< citation; empty where an anchor is given
    QString anchor; ///< of upstream's guide
    OmissionReason reason = OmissionReason::Heading;
};

/// A team's own steps, as their file has them. The text is kept, so that a plan can be made anew without the file.
struct Overlay {
    QString team;   ///< what the team calls itself
    QString name;   ///< of the file, without folder
    QString digest; ///< SHA-256 of the file, hexadecimal
    QString text;   ///< YAML

    bool isEmpty() const { return text.isEmpty(); }

    bool operator==(const Overlay&) const = default;
};

/// One of a team's own, and where it stands: next to the anchor, in every upgrade that shows the anchor.
struct TeamItem {
    enum class Side { Before, After } side = Side::Before;
    QString anchor; ///< id of one of ours, or of a team's item further up
    Item item;
};

struct Catalogue {
    QString version;         ///< day of the last change, ISO
    QString digest;          ///< SHA-256 of the YAML files, hexadecimal
    QList<Release> releases; ///< oldest first
    QList<QuestionGroup> groups;
    QList<Question> questions; ///< in the order they are asked
    QList<Item> standing;
    QList<Item> patch; ///< the steps of an upgrade within a line
    QList<Hop> hops;   ///< oldest first, each from the line the one before leads to
    QList<DirectStretch> direct;
    QList<Omission> omissions;
    Overlay overlay;      ///< empty unless withOverlay() of overlay.h added one
    QList<TeamItem> team; ///< those of the overlay, in its order
};

/// Items in some order, where they stand in a catalogue: valid as long as that is. An item is some forty fields, and
/// most of what a long route would do with items is to copy them.
using ItemList = QList<const Item*>;

inline ItemList pointersTo(const QList<Item>& items) {
    ItemList pointers;
    for (const Item& item : items)
        pointers << &item;
    return pointers;
}
