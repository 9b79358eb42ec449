#include "core/yaml/overlay_yaml.h"

#include "core/nearest.h"
#include "core/yaml/item_yaml.h"
#include "core/yaml/mapping.h"

#include <QCoreApplication>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(core)
};

constexpr int schema = 1; // of a team's file; plans keep such files

class OverlayReader final {
public:
    OverlayReader(const Catalogue& ours, const Overlay& overlay)
        : m_draft{ours, {}, {}, {}} {
        m_draft.catalogue.overlay = overlay;
        m_draft.catalogue.team.clear();
        for (const Item& item : ours.standing)
            m_neighbours.insert(item.id, item);
        for (const Hop& hop : ours.hops)
            for (const Item& item : hop.items)
                m_neighbours.insert(item.id, item);
    }

    CatalogueDraft read(const QString& file) {
        readDocument(m_draft, file, overlay().text.toUtf8(), schema, [this](Mapping& top) {
            overlay().team = top.requiredText("team");
            top.eachBelow("items", [this](Mapping& mapping) { readTeamItem(mapping); });
        });
        return m_draft;
    }

private:
    Overlay& overlay() { return m_draft.catalogue.overlay; }

    void readTeamItem(Mapping& mapping) {
        TeamItem added;
        const Item neighbour = readNeighbour(mapping, added);
        Item& item = added.item;
        readItemBody(mapping, item);
        item.phase = mapping.word("phase", neighbour.phase);
        item.component = mapping.word("component", neighbour.component);
        item.origin = Origin::Team;
        item.team = overlay().team;
        for (const QString& citation : mapping.texts("source"))
            item.sources << Source{citation, citation, {}, {}};
        if (item.sources.isEmpty())
            item.sources << ownPlace(mapping.place().line);
        m_neighbours.insert(item.id, item);
        m_draft.catalogue.team << added;
    }

    Item readNeighbour(Mapping& mapping, TeamItem& added) const {
        const QString before = mapping.text("before");
        const QString after = mapping.text("after");
        if (before.isEmpty() == after.isEmpty())
            mapping.faultHere(Text::tr("either “before” or “after” is expected: next to what does it stand?"));
        added.side = before.isEmpty() ? TeamItem::Side::After : TeamItem::Side::Before;
        added.anchor = before.isEmpty() ? after : before;
        if (!added.anchor.isEmpty() && !m_neighbours.contains(added.anchor))
            mapping.fault(mapping.child(before.isEmpty() ? "after" : "before"),
                          Text::tr("“%1” is neither one of ours nor stands further up here%2")
                              .arg(added.anchor, didYouMean(added.anchor, m_neighbours.keys())));
        return m_neighbours.value(added.anchor);
    }

    Source ownPlace(int line) {
        return {
            QStringLiteral("%1:%2").arg(overlay().name).arg(line), overlay().name, Text::tr("line %1").arg(line), {}};
    }

    CatalogueDraft m_draft;
    QMap<QString, Item> m_neighbours;
};

} // namespace

CatalogueDraft readOverlayDraft(const Catalogue& ours, const Overlay& overlay, const QString& file) {
    return OverlayReader(ours, overlay).read(file);
}
