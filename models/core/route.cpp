#include "core/route.h"

#include "core/condition.h"
#include "core/route_items.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

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

QString firstLine(const Catalogue& catalogue) {
    return catalogue.hops.first().fromLine;
}

QString lastLine(const Catalogue& catalogue) {
    return catalogue.hops.last().toLine;
}

/// Whether the hops of the catalogue lead from or to a line.
bool isWithin(const Catalogue& catalogue, const QString& line) {
    return !olderThan(line, firstLine(catalogue)) && !olderThan(lastLine(catalogue), line);
}

/// The published releases next to a version, one below and one above, with all patches of its own line.
QString nearest(const Catalogue& catalogue, const TypedRelease& typed) {
    QStringList candidates = publishedPatches(catalogue, lineOf(typed));
    if (candidates.isEmpty()) {
        QString below;
        for (const Release& release : catalogue.releases) {
            if (!release.published || !isWithin(catalogue, release.line))
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

/// What is typed as a release that exists and was published, or why it is none.
Result<TypedRelease> knownRelease(const Catalogue& catalogue, const QString& text) {
    const TypedRelease typed = parseTypedRelease(text);
    if (typed.isNull())
        return requestError(Text::tr("“%1” is no version of Mesos; write it as 0.18, 0.18.x or 0.18.2.").arg(text));
    if (typed.patch < 0) {
        if (publishedPatches(catalogue, lineOf(typed)).isEmpty())
            return requestError(
                Text::tr("There is no Mesos %1; nearest: %2.").arg(shown(typed), nearest(catalogue, typed)));
        return typed;
    }
    const Release* release = findRelease(catalogue, shown(typed));
    if (release == nullptr)
        return requestError(
            Text::tr("There is no Mesos %1; nearest: %2.").arg(shown(typed), nearest(catalogue, typed)));
    if (!release->published)
        return requestError(Text::tr("Mesos %1 was never published: %2; published are %3.")
                                .arg(shown(typed), release->note, nearest(catalogue, typed)));
    return typed;
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

/// Why a stop at `from` cannot be left for `to` in one go; nothing when it can.
struct Obstacle {
    StopReason reason = StopReason::NoRule;
    QString step;
};

/// The ways between the stops that come into question.
class Ways final {
public:
    Ways(const Catalogue& catalogue, const QString& from, const QString& to, const Answers& answers)
        : m_catalogue(catalogue)
        , m_answers(effectiveAnswers(catalogue.questions, answers))
        , m_first(hopFrom(catalogue, lineOf(parseTypedRelease(from))))
        , m_stops{from} {
        for (int hop = m_first; m_catalogue.hops[hop].toLine != lineOf(parseTypedRelease(to)); ++hop)
            m_stops << lastPatch(catalogue, m_catalogue.hops[hop].toLine);
        m_stops << to;
    }

    QList<Leg> overEveryRelease() const {
        QList<Leg> legs;
        for (int stop = 0; stop + 1 < m_stops.size(); ++stop)
            legs << leg(stop, stop + 1, {StopReason::EveryRelease, {}});
        return legs;
    }

    /// From the target back: how many legs are left from each stop, and where the next one leads.
    QList<Leg> withFewestRestarts() const {
        const int last = int(m_stops.size()) - 1;
        QList<int> left(m_stops.size(), 0);
        QList<int> next(m_stops.size(), last);
        for (int stop = last - 1; stop >= 0; --stop) {
            left[stop] = left[stop + 1] + 1;
            next[stop] = stop + 1;
            const int furthest = isDirect(stop) ? last : stop;
            for (int further = stop + 2; further <= furthest; ++further) {
                if (left[further] + 1 <= left[stop] && !obstacle(stop, further)) {
                    left[stop] = left[further] + 1;
                    next[stop] = further;
                }
            }
        }
        QList<Leg> legs;
        for (int stop = 0; stop < last; stop = next[stop]) {
            const int to = next[stop];
            legs << leg(stop, to, to == last ? Obstacle() : obstacle(stop, next[to]).value_or(Obstacle()));
        }
        return legs;
    }

private:
    Leg leg(int from, int to, const Obstacle& why) const {
        Leg leg{m_stops[from], m_stops[to], {}, why.reason, why.step};
        for (int hop = from; hop < to; ++hop)
            leg.hops << m_first + hop;
        if (to + 1 == m_stops.size())
            leg.reason = StopReason::Target;
        return leg;
    }

    /// Whether some rule lets lines be skipped from there at all: before 1.0 none does.
    bool isDirect(int stop) const {
        return std::any_of(m_catalogue.direct.cbegin(), m_catalogue.direct.cend(), [&](const DirectStretch& direct) {
            return rangeContains(direct.lines, lineOf(parseTypedRelease(m_stops[stop])));
        });
    }

    std::optional<Obstacle> obstacle(int from, int to) const {
        const TypedRelease source = parseTypedRelease(m_stops[from]);
        const TypedRelease target = parseTypedRelease(m_stops[to]);
        const auto holds = [&](const DirectStretch& direct) {
            return rangeContains(direct.lines, lineOf(source)) && rangeContains(direct.lines, lineOf(target));
        };
        if (std::none_of(m_catalogue.direct.cbegin(), m_catalogue.direct.cend(), holds))
            return Obstacle{StopReason::NoRule, {}};
        if (m_stops[from] != lastPatch(m_catalogue, lineOf(source)))
            return Obstacle{StopReason::SourceNotLast, {}};
        if (m_stops[to] != lastPatch(m_catalogue, lineOf(target)))
            return Obstacle{StopReason::TargetNotLast, {}};
        for (int hop = m_first + from; hop < m_first + to; ++hop)
            for (const Item& item : m_catalogue.hops[hop].items)
                if (!item.doOn.isEmpty() && !rangeContains(item.doOn, m_stops[from]) && applies(item))
                    return Obstacle{StopReason::DoOn, item.id};
        return {};
    }

    bool applies(const Item& item) const {
        return Condition::parse(item.when).value_or(Condition()).evaluate(m_answers) != Truth::No;
    }

    const Catalogue& m_catalogue;
    const Answers m_answers;
    const int m_first; ///< hop that leaves the source
    QStringList m_stops;
};

/// Patches of the same line: older, equal and unknown sources are refused.
Result<> isForwardWithin(const Catalogue& catalogue, const TypedRelease& source, const TypedRelease& target) {
    if (source.patch == target.patch)
        return requestError(Text::tr("Both versions are %1: there is nothing to upgrade.").arg(shown(source)));
    const QString first = publishedPatches(catalogue, lineOf(source)).constFirst();
    if (source.patch < 0 && target.patch >= 0 && shown(target) == first)
        return requestError(Text::tr("%1 is the first %2: there is nothing to upgrade.").arg(first, shown(source)));
    const QString last = lastPatch(catalogue, lineOf(target));
    if (target.patch < 0 && shown(source) == last)
        return requestError(Text::tr("%1 is the last %2: there is nothing to upgrade.").arg(last, shown(target)));
    if (target.patch >= 0 && target.patch < source.patch)
        return requestError(
            Text::tr("%1 is older than %2: no source describes a way back.").arg(shown(target), shown(source)));
    return {};
}

Result<> isForward(const Catalogue& catalogue, const TypedRelease& source, const TypedRelease& target) {
    if (source.line == target.line)
        return isForwardWithin(catalogue, source, target);
    if (source.line < target.line)
        return {};
    const int next = hopFrom(catalogue, lineOf(source));
    return requestError(
        Text::tr("%1 is older than %2: no source describes a way back. The next versions after %2 are %3.")
            .arg(shown(target), shown(source),
                 next < 0 ? Text::tr("not known here")
                          : publishedPatches(catalogue, catalogue.hops[next].toLine).join(u", ")));
}

} // namespace

Result<Route> findRoute(const Catalogue& catalogue, const QString& from, const QString& to, RouteKind kind,
                        const Answers& answers) {
    const Result<TypedRelease> source = knownRelease(catalogue, from);
    if (!source)
        return tl::make_unexpected(source.error());
    const Result<TypedRelease> target = knownRelease(catalogue, to);
    if (!target)
        return tl::make_unexpected(target.error());
    for (const TypedRelease& typed : {*source, *target})
        if (const Result<> within = withinTheGuide(catalogue, typed); !within)
            return tl::make_unexpected(within.error());
    if (const Result<> forward = isForward(catalogue, *source, *target); !forward)
        return tl::make_unexpected(forward.error());

    Route route{shown(*source), target->patch < 0 ? lastPatch(catalogue, lineOf(*target)) : shown(*target), kind, {}};
    if (source->line == target->line) {
        route.legs << Leg{route.from, route.to, {}, StopReason::Target, {}};
        return route;
    }
    const Ways ways(catalogue, route.from, route.to, answers);
    route.legs = kind == RouteKind::EveryRelease ? ways.overEveryRelease() : ways.withFewestRestarts();
    return route;
}

QList<Release> pickableReleases(const Catalogue& catalogue, bool asSource) {
    QList<Release> releases;
    for (const Release& release : catalogue.releases) {
        if (release.published && isWithin(catalogue, release.line))
            releases << release;
    }
    if (!releases.isEmpty())
        releases.removeAt(asSource ? releases.size() - 1 : 0); // nothing is newer, or older
    return releases;
}

QStringList publishedPatches(const Catalogue& catalogue, const QString& line) {
    QStringList patches;
    for (const Release& release : catalogue.releases)
        if (release.line == line && release.published)
            patches << release.version;
    return patches;
}

QString lastPatch(const Catalogue& catalogue, const QString& line) {
    const auto last = std::find_if(catalogue.releases.crbegin(), catalogue.releases.crend(),
                                   [&](const Release& release) { return release.published && release.line == line; });
    return last == catalogue.releases.crend() ? QString() : last->version;
}

QString adviceOn(const Catalogue& catalogue, const QString& version) {
    const TypedRelease typed = parseTypedRelease(version);
    const QString last = lastPatch(catalogue, lineOf(typed));
    if (typed.patch < 0 || last.isEmpty() || last == version)
        return {};
    return Text::tr("%1 is the last %2.x and has every correction of that line; stop there if nothing speaks for %3.")
        .arg(last, lineOf(typed), version);
}
