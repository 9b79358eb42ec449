#include "core/route.h"

#include "core/condition.h"
#include "core/overlay.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(core)
};

QString lineOf(const TypedRelease& typed) {
    return typed.line.toString();
}

QString shown(const TypedRelease& typed) {
    return lineOf(typed) + u'.' + (typed.patch < 0 ? QStringLiteral("x") : QString::number(typed.patch));
}

const Release* findRelease(const Catalogue& catalogue, const QString& version) {
    const auto found = std::find_if(catalogue.releases.begin(), catalogue.releases.end(),
                                    [&](const Release& release) { return release.version == version; });
    return found == catalogue.releases.end() ? nullptr : &*found;
}

QStringList publishedPatches(const Catalogue& catalogue, const QString& line) {
    QStringList patches;
    for (const Release& release : catalogue.releases)
        if (release.line == line && release.published)
            patches << release.version;
    return patches;
}

/// The published releases next to a version, one below and one above, with all patches of its own line.
QString nearest(const Catalogue& catalogue, const TypedRelease& typed) {
    QStringList candidates = publishedPatches(catalogue, lineOf(typed));
    if (candidates.isEmpty()) {
        QString below;
        for (const Release& release : catalogue.releases) {
            if (!release.published)
                continue;
            if (olderThan(release.version, shown(typed))) {
                below = release.version;
            } else {
                candidates << release.version;
                break;
            }
        }
        if (!below.isEmpty())
            candidates.prepend(below);
    }
    return candidates.join(u", ");
}

int hopFrom(const Catalogue& catalogue, const QString& line) {
    for (int i = 0; i < catalogue.hops.size(); ++i)
        if (catalogue.hops[i].fromLine == line)
            return i;
    return -1;
}

int hopTo(const Catalogue& catalogue, const QString& line) {
    for (int i = 0; i < catalogue.hops.size(); ++i)
        if (catalogue.hops[i].toLine == line)
            return i;
    return -1;
}

/// What is typed as a release that exists and was published, or why it is none.
Result<TypedRelease> knownRelease(const Catalogue& catalogue, const QString& text) {
    const TypedRelease typed = parseTypedRelease(text);
    if (typed.isNull())
        return requestError(Text::tr("“%1” is no version of Mesos; write it as 0.18, 0.18.x or 0.18.2.").arg(text));
    if (typed.patch < 0) {
        if (publishedPatches(catalogue, lineOf(typed)).isEmpty())
            return requestError(Text::tr("There is no Mesos %1; the nearest versions are %2.")
                                    .arg(shown(typed), nearest(catalogue, typed)));
        return typed;
    }
    const Release* release = findRelease(catalogue, shown(typed));
    if (release == nullptr)
        return requestError(Text::tr("There is no Mesos %1; the nearest versions are %2.")
                                .arg(shown(typed), nearest(catalogue, typed)));
    if (!release->published)
        return requestError(Text::tr("Mesos %1 was announced but never published (%2); published are %3.")
                                .arg(shown(typed), release->note, nearest(catalogue, typed)));
    return typed;
}

QString firstLine(const Catalogue& catalogue) {
    return catalogue.hops.first().fromLine;
}

QString lastLine(const Catalogue& catalogue) {
    return catalogue.hops.last().toLine;
}

/// Where the catalogue's hops begin and end; the error names the nearest release within.
Result<> withinTheGuide(const Catalogue& catalogue, const TypedRelease& typed) {
    if (olderThan(lineOf(typed), firstLine(catalogue)))
        return requestError(
            Text::tr(
                "Mesos %1 is too old: no source describes an upgrade from it; the oldest version known here is %2.")
                .arg(shown(typed), publishedPatches(catalogue, firstLine(catalogue)).constFirst()));
    if (olderThan(lastLine(catalogue), lineOf(typed)))
        return requestError(Text::tr("Upgrades to Mesos %1 are not known here; the newest version known is %2.")
                                .arg(shown(typed), publishedPatches(catalogue, lastLine(catalogue)).constLast()));
    return {};
}

} // namespace

Result<Route> findRoute(const Catalogue& catalogue, const QString& from, const QString& to) {
    const Result<TypedRelease> source = knownRelease(catalogue, from);
    if (!source)
        return tl::make_unexpected(source.error());
    const Result<TypedRelease> target = knownRelease(catalogue, to);
    if (!target)
        return tl::make_unexpected(target.error());
    for (const TypedRelease& typed : {*source, *target})
        if (const Result<> within = withinTheGuide(catalogue, typed); !within)
            return tl::make_unexpected(within.error());

    Route route{shown(*source), shown(*target), {}};
    if (target->patch < 0)
        route.to = publishedPatches(catalogue, lineOf(*target)).constLast();
    const int next = hopFrom(catalogue, lineOf(*source));
    if (lineOf(*source) == lineOf(*target)) {
        if (source->patch == target->patch || source->patch < 0)
            return requestError(Text::tr("Both versions are %1: there is nothing to upgrade.").arg(shown(*source)));
        if (target->patch >= 0 && target->patch < source->patch)
            return requestError(
                Text::tr("%1 is older than %2: no source describes a way back.").arg(route.to, route.from));
        const QString following =
            next < 0 ? QString() : publishedPatches(catalogue, catalogue.hops[next].toLine).join(u", ");
        return requestError(
            Text::tr(
                "%1 → %2 stays within %3: the guide has no upgrade between patch releases. The next versions are %4.")
                .arg(route.from, route.to, lineOf(*source),
                     following.isEmpty() ? Text::tr("not known here") : following));
    }
    if (target->line < source->line)
        return requestError(
            Text::tr("%1 is older than %2: no source describes a way back. The next versions after %2 are %3.")
                .arg(route.to, route.from,
                     next < 0 ? Text::tr("not known here")
                              : publishedPatches(catalogue, catalogue.hops[next].toLine).join(u", ")));
    for (int hop = next; hop <= hopTo(catalogue, lineOf(*target)); ++hop)
        route.hops << hop;
    return route;
}

QList<Release> pickableReleases(const Catalogue& catalogue, bool asSource) {
    QList<Release> releases;
    for (const Release& release : catalogue.releases) {
        const bool hasHop = asSource ? hopFrom(catalogue, release.line) >= 0 : hopTo(catalogue, release.line) >= 0;
        if (release.published && hasHop)
            releases << release;
    }
    return releases;
}

QList<Question> questionsOf(const Catalogue& catalogue, const Route& route) {
    QSet<QString> needed;
    const auto need = [&](const Item& item) {
        if (const Result<Condition> condition = Condition::parse(item.when))
            for (const QString& trait : condition->traits())
                needed.insert(trait);
    };
    for (const int index : route.hops) {
        const Hop& hop = catalogue.hops[index];
        QList<Item> items = hop.items;
        for (const Item& item : catalogue.standing)
            if (rangeContains(item.hops, hop.toLine))
                items << item;
        for (const Item& item : withTeamItems(items, catalogue.team))
            need(item);
    }
    QList<Question> questions;
    for (const Question& question : catalogue.questions)
        if (needed.contains(question.id))
            questions << question;
    return questions;
}
