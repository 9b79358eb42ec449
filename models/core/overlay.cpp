#include "core/overlay.h"

#include "core/enum_names.h"
#include "core/item_lint.h"
#include "core/yaml/overlay_yaml.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(core)
};

constexpr int longestTeam = 40; // stands in a mark beside each of its steps

/// Holds the team's steps of a draft to the rules.
class OverlayLinter final {
public:
    OverlayLinter(const CatalogueDraft& draft, const QString& file)
        : m_catalogue(draft.catalogue)
        , m_file(file)
        , m_context(draft) {
        for (const Item& item : m_catalogue.standing)
            m_context.ids << item.id;
        for (const Hop& hop : m_catalogue.hops)
            for (const Item& item : hop.items)
                m_context.ids << item.id;
        for (const TeamItem& added : m_catalogue.team)
            m_context.ids << added.item.id;
    }

    QList<Finding> run() {
        checkTeam();
        for (qsizetype i = 0; i < m_catalogue.team.size(); ++i) {
            const ItemPlace place{m_catalogue.team[i].item, pathOf(i)};
            checkId(place);
            lintItem(place, m_context);
        }
        checkPhases();
        m_context.sortFindings();
        return m_context.findings;
    }

private:
    QString pathOf(qsizetype index) const { return m_file + QLatin1String("/items/") + QString::number(index); }

    void checkTeam() {
        const QString& team = m_catalogue.overlay.team;
        if (team.isEmpty() || team.contains(u'\n') || team.size() > longestTeam)
            m_context.fault(m_file + QLatin1String("/team"),
                            Text::tr("what the team is called is expected here, in at most %1 characters of one line")
                                .arg(longestTeam));
        if (m_catalogue.team.isEmpty())
            m_context.fault(m_file + QLatin1String("/items"), Text::tr("no step stands here"));
    }

    void checkId(const ItemPlace& place) {
        static const QRegularExpression form(QStringLiteral("^site\\.[a-z0-9.-]+$"));
        const QString& id = place.item.id;
        const QString path = place.path + QLatin1String("/id");
        if (!form.match(id).hasMatch() || id.size() > longestId)
            m_context.fault(
                path, Text::tr("“%1” is no id of a team's step; “site.” and words of a-z, 0-9, “.” and “-”, at most %2 "
                               "characters in all, is expected")
                          .arg(id)
                          .arg(longestId));
        if (m_context.ids.count(id) > 1)
            m_context.fault(path, Text::tr("the id “%1” is given twice").arg(id));
    }

    /// Where one of the standing will be shown is not known here, but that all around it is of its phase.
    void checkPhases() {
        for (const Item& standing : m_catalogue.standing)
            for (const Item* item : withTeamItems({&standing}, m_catalogue.team))
                if (item->phase != standing.phase)
                    faultPhase(*item);
        for (const Hop& hop : m_catalogue.hops) {
            const ItemList items = withTeamItems(pointersTo(hop.items), m_catalogue.team);
            for (qsizetype i = 1; i < items.size(); ++i)
                if (items[i]->phase < items[i - 1]->phase)
                    faultPhase(items[i]->origin == Origin::Team ? *items[i] : *items[i - 1]);
        }
    }
    void faultPhase(const Item& item) {
        const auto isIt = [&](const TeamItem& added) { return added.item.id == item.id; };
        const auto at = std::find_if(m_catalogue.team.cbegin(), m_catalogue.team.cend(), isIt);
        m_context.fault(pathOf(std::distance(m_catalogue.team.cbegin(), at)) + QLatin1String("/phase"),
                        Text::tr("the phases go before, during, after; “%1” does not fit beside its neighbour")
                            .arg(enumName(item.phase)));
    }

    const Catalogue& m_catalogue;
    const QString m_file;
    LintContext m_context;
};

} // namespace

Result<Overlay> readOverlay(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return systemError(Text::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return systemError(Text::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    return overlayOf(QFileInfo(path).fileName(), bytes);
}

Result<Overlay> overlayOf(const QString& name, const QByteArray& bytes) {
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless); // else a cut last character passes
    const QString text = decode(bytes);
    if (decode.hasError() || text.isEmpty())
        return fileError(Text::tr("%1 is no file of a team's own steps: it is %2.")
                             .arg(name, text.isEmpty() ? Text::tr("empty") : Text::tr("no UTF-8 text")));
    const QByteArray digest = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    return Overlay{{}, name, QString::fromLatin1(digest), text};
}

Result<Catalogue> withOverlay(const Catalogue& ours, const Overlay& overlay, const QString& shownAs) {
    const QString file = shownAs.isEmpty() ? overlay.name : shownAs;
    const CatalogueDraft draft = readOverlayDraft(ours, overlay, file);
    const bool isYaml = !draft.places.isEmpty();
    QStringList lines;
    for (const Finding& finding : isYaml ? OverlayLinter(draft, file).run() : draft.findings)
        lines << finding.toString();
    if (!lines.isEmpty())
        return fileError(lines.join(u'\n'));
    return draft.catalogue;
}

Result<Catalogue> catalogueFor(const Catalogue& ours, const Plan& plan) {
    return plan.overlay.isEmpty() ? ours : withOverlay(ours, plan.overlay);
}

ItemList withTeamItems(ItemList items, const QList<TeamItem>& team) {
    QHash<QString, QStringList> behind; // id of a team's item → all that it stands behind, one after the other
    for (const TeamItem& added : team) {
        auto at =
            std::find_if(items.cbegin(), items.cend(), [&](const Item* item) { return item->id == added.anchor; });
        if (at == items.cend())
            continue;
        behind[added.item.id] = behind.value(added.anchor);
        if (added.side == TeamItem::Side::After) {
            behind[added.item.id] << added.anchor;
            do
                ++at;
            while (at != items.cend() && behind.value((*at)->id).contains(added.anchor));
        }
        items.insert(at, &added.item);
    }
    return items;
}
