#pragma once

#include "core/plan.h"
#include "core/record.h"

#include <QModelIndex>

#include <array>

// What people want to see of a plan: values that a filter bar makes, a PlanFilter obeys and a window remembers.

/// By what the rows of a plan are told apart.
enum class Facet { Watch, State, Severity, Phase, Upgrade, Component, Owner };
inline constexpr std::array allFacets{Facet::Watch,   Facet::State,     Facet::Severity, Facet::Phase,
                                      Facet::Upgrade, Facet::Component, Facet::Owner};

/// Some steps and notes that belong together, and what they have in common: "flags in 0.27.x".
struct Excerpt {
    QStringList ids;
    QString what;

    bool operator==(const Excerpt&) const = default;
};

/// By default all of it. Of one facet any of the wanted values will do; the search, the excerpt and all facets that
/// have wanted values have to agree.
struct PlanWish {
    QString search;                  ///< every word has to be there; letter case does not matter
    QMap<Facet, QStringList> wanted; ///< words of facetWords(); a facet without any is not in here
    Excerpt only;                    ///< nothing else; without ids: everything

    /// Blanks at its ends look for nothing.
    QStringList words() const;
    bool isEmpty() const { return words().isEmpty() && wanted.isEmpty() && only.ids.isEmpty(); }
    bool wants(Facet facet, const QString& word) const { return wanted.value(facet).contains(word); }
    void setWanted(Facet facet, const QString& word, bool wants);

    bool operator==(const PlanWish&) const = default;
};

/// Where a word that is looked for stands in a text.
struct TextRange {
    qsizetype start = 0;
    qsizetype length = 0;

    bool operator==(const TextRange&) const = default;
};

/// All places, in order, none touching another; letter case does not matter.
QList<TextRange> placesOf(const QStringList& words, const QString& text);

/// What a row of a PlanModel has of this facet: `danger`, `during`, `0.18.x`, a name; State is `open`, or `settled`
/// for what is done, approved or set aside. Watch is what an upgrade is planned around, of which a row may have
/// several: `blocker`, `find-first`, `stop`, `tasks` for restarts that running tasks do not survive, or only on
/// a condition, and for what has to be heeded to keep them, `flags` for flags to set, rename or drop. Empty: nothing.
QStringList facetWords(Facet facet, const QModelIndex& row);

/// How people would look for what the row has of Watch: "blockers".
QStringList watchTexts(const QModelIndex& row);

/// One value people may choose, and how it is said to them.
struct FacetValue {
    QString word;
    QString text;
};

/// "Upgrade", "Component" …
QString facetTitle(Facet facet);

/// What rows of this plan have of the facet, in the order of work or from grave to harmless; owners are those that were
/// named, `me` first.
QList<FacetValue> facetValues(Facet facet, const Plan& plan, const Record& record, const QString& me);
