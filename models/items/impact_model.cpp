#include "items/impact_model.h"

#include "core/words.h"

namespace {

/// "+ 2 new · × 1 removed", to be broken only between the kinds.
QString countsText(const QList<Impact::Entry>& entries) {
    constexpr QChar noBreak(QChar::Nbsp);
    QStringList parts;
    const QList<QPair<ChangeKind, int>> counts = countsOf(entries);
    for (const auto& [kind, count] : counts)
        parts << ImpactModel::tr("%1 %2 %3")
                     .arg(words::changeSign(kind), QString::number(count), words::change(kind))
                     .replace(u' ', noBreak);
    return parts.join(QStringLiteral(" · "));
}

QStringList entryTexts(const QList<Impact::Entry>& entries) {
    QStringList texts;
    for (const Impact::Entry& entry : entries)
        texts << entryText(entry);
    return texts;
}

/// A paragraph for each entry: views take a text for rich when it looks like it, so it is, and escaped.
QString tooltip(const QList<Impact::Entry>& entries) {
    QString html;
    const QStringList texts = entryTexts(entries);
    for (const QString& text : texts)
        html += QStringLiteral("<div>%1</div>").arg(text.toHtmlEscaped());
    return html;
}

} // namespace

ImpactModel::ImpactModel(const Plan& plan, QObject* parent)
    : QAbstractTableModel(parent)
    , m_impact(impactOf(plan)) {
}

QList<Impact::Entry> ImpactModel::entriesAt(const QModelIndex& index) const {
    if (!index.isValid())
        return {};
    return m_impact.cell(m_impact.upgrades[index.row()], allAreas().value(index.column()));
}

QString ImpactModel::titleOf(const QModelIndex& index) const {
    if (!index.isValid())
        return {};
    return tr("%1 in %2").arg(words::area(allAreas().value(index.column())), m_impact.upgrades[index.row()]);
}

int ImpactModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_impact.upgrades.size());
}

int ImpactModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(allAreas().size());
}

QVariant ImpactModel::data(const QModelIndex& index, int role) const {
    const QList<Impact::Entry> entries = entriesAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return countsText(entries);
    case Qt::ToolTipRole:
        return tooltip(entries);
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(titleOf(index),
                                entries.isEmpty() ? tr("nothing") : entryTexts(entries).join(QStringLiteral("; ")));
    default:
        return {};
    }
}

QVariant ImpactModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return m_impact.upgrades.value(section);
    QString area = words::area(allAreas().value(section));
    area[0] = area[0].toUpper();
    return area;
}

QString entryText(const Impact::Entry& entry) {
    // A title of one line holds code spans and no other markup.
    const QString text = ImpactModel::tr("%1 %2: %3")
                             .arg(words::changeSign(entry.change.kind), words::change(entry.change.kind),
                                  QString(entry.change.what).remove(u'`'));
    return entry.change.ours ? ImpactModel::tr("%1 (classified by us)").arg(text) : text;
}

QStringList idsOf(const QList<Impact::Entry>& entries) {
    QStringList ids;
    for (const Impact::Entry& entry : entries)
        ids << entry.item;
    ids.removeDuplicates();
    return ids;
}
