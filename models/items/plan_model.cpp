#include "items/plan_model.h"

#include "core/words.h"

namespace {

/// Texts of one line hold code spans and no other markup.
QString withoutMarkup(QString text) {
    return text.remove(u'`');
}

} // namespace

PlanModel::PlanModel(const Plan& plan, const Record& record, QObject* parent)
    : QAbstractItemModel(parent)
    , m_record(record) {
    // Level by level, so that the children of a row stand side by side.
    for (const PlanHop& hop : plan.hops)
        m_nodes.push_back({PlanLevel::Hop, static_cast<int>(m_nodes.size()), -1, &hop});
    m_hopCount = static_cast<int>(m_nodes.size());
    for (int hop = 0; hop < m_hopCount; ++hop)
        for (const PlanSection& section : m_nodes[hop].hop->sections)
            addChild(hop, {PlanLevel::Section, 0, hop, m_nodes[hop].hop, &section});
    const int hopsAndSections = static_cast<int>(m_nodes.size());
    for (int section = m_hopCount; section < hopsAndSections; ++section)
        for (const PlanItem& item : m_nodes[section].section->items)
            addChild(section, {PlanLevel::Item, 0, section, m_nodes[section].hop, m_nodes[section].section, &item});
}

void PlanModel::addChild(int parent, Node child) {
    Node& above = m_nodes[parent];
    if (above.childCount == 0)
        above.firstChild = static_cast<int>(m_nodes.size());
    child.row = above.childCount++;
    m_nodes.push_back(child);
}

void PlanModel::setItemRecord(const QString& id, const ItemRecord& record) {
    const QModelIndex index = indexOf(id);
    if (!index.isValid())
        return;
    m_record.insert(id, record);
    for (QModelIndex changed = index; changed.isValid(); changed = changed.parent())
        Q_EMIT dataChanged(changed, changed);
}

QModelIndex PlanModel::indexOf(const QString& id) const {
    for (int node = m_hopCount; node < static_cast<int>(m_nodes.size()); ++node)
        if (m_nodes[node].item && m_nodes[node].item->item.id == id)
            return indexOfNode(node);
    return {};
}

const PlanItem* PlanModel::itemAt(const QModelIndex& index) const {
    const Node* node = nodeAt(index);
    return node ? node->item : nullptr;
}

QModelIndex PlanModel::index(int row, int column, const QModelIndex& parent) const {
    if (row < 0 || row >= rowCount(parent) || column != 0)
        return {};
    const Node* above = nodeAt(parent);
    return indexOfNode(above ? above->firstChild + row : row);
}

QModelIndex PlanModel::parent(const QModelIndex& index) const {
    const Node* node = nodeAt(index);
    return node ? indexOfNode(node->parent) : QModelIndex();
}

int PlanModel::rowCount(const QModelIndex& parent) const {
    const Node* above = nodeAt(parent);
    return above ? above->childCount : m_hopCount;
}

int PlanModel::columnCount(const QModelIndex&) const {
    return 1;
}

QVariant PlanModel::data(const QModelIndex& index, int role) const {
    const Node* node = nodeAt(index);
    if (!node)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return display(*node);
    case Qt::AccessibleTextRole:
        return accessibleText(*node);
    case PlanRole::Level:
        return QVariant::fromValue(node->level);
    case PlanRole::Steps:
        return progressOf(*node).steps;
    case PlanRole::StepsDone:
        return progressOf(*node).done;
    default:
        return node->item ? dataOfItem(*node->item, role) : QVariant();
    }
}

QVariant PlanModel::dataOfItem(const PlanItem& planned, int role) const {
    const Item& item = planned.item;
    const ItemRecord record = m_record.value(item.id);
    switch (role) {
    case Qt::CheckStateRole:
        return item.isStep() ? (record.state == StepState::Done ? Qt::Checked : Qt::Unchecked) : QVariant();
    case PlanRole::State:
        return item.isStep() ? QVariant::fromValue(record.state) : QVariant();
    case PlanRole::Id:
        return item.id;
    case PlanRole::Kind:
        return QVariant::fromValue(item.kind);
    case PlanRole::Text:
        return item.text;
    case PlanRole::Number:
        return planned.number;
    case PlanRole::FindFirst:
        return planned.findFirst;
    case PlanRole::Severity:
        return QVariant::fromValue(item.severity);
    case PlanRole::Gate:
        return QVariant::fromValue(item.gate);
    case PlanRole::Note:
        return record.note;
    case PlanRole::Hosts:
        return planned.hosts;
    case PlanRole::HasSnippet:
        return !item.snippets.isEmpty();
    case PlanRole::Searchable:
        return QStringList{item.id, item.text, item.details, record.note}.join(u'\n');
    default:
        return {};
    }
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (section != 0 || orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return tr("What to do");
}

Qt::ItemFlags PlanModel::flags(const QModelIndex& index) const {
    const Node* node = nodeAt(index);
    if (!node)
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (node->item)
        flags |= Qt::ItemNeverHasChildren;
    if (node->item && node->item->item.isStep())
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

bool PlanModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const PlanItem* planned = itemAt(index);
    if (!planned || !planned->item.isStep() || role != Qt::CheckStateRole)
        return false;
    Q_EMIT tickRequested(planned->item.id,
                         value.value<Qt::CheckState>() == Qt::Checked ? StepState::Done : StepState::Open);
    return true; // the wish was taken; without this a view would hand Space on to its search
}

const PlanModel::Node* PlanModel::nodeAt(const QModelIndex& index) const {
    return index.isValid() && index.model() == this ? &m_nodes[index.internalId()] : nullptr;
}

QModelIndex PlanModel::indexOfNode(int node) const {
    return node < 0 ? QModelIndex() : createIndex(m_nodes[node].row, 0, static_cast<quintptr>(node));
}

Progress PlanModel::progressOf(const Node& node) const {
    if (node.level == PlanLevel::Hop)
        return ::progressOf(*node.hop, m_record);
    Progress progress;
    const auto count = [&](const PlanItem& planned) {
        progress.steps += planned.item.isStep();
        progress.done += planned.item.isStep() && m_record.value(planned.item.id).state == StepState::Done;
    };
    if (node.item) {
        count(*node.item);
    } else {
        for (const PlanItem& planned : node.section->items)
            count(planned);
    }
    return progress;
}

QString PlanModel::display(const Node& node) const {
    switch (node.level) {
    case PlanLevel::Hop:
        return words::hop(node.hop->from, node.hop->to);
    case PlanLevel::Section:
        return node.section->title;
    case PlanLevel::Item:
        return withoutMarkup(node.item->item.text);
    }
    Q_UNREACHABLE();
}

QString PlanModel::accessibleText(const Node& node) const {
    if (!node.item) {
        const Progress progress = progressOf(node);
        const QString title = node.level == PlanLevel::Hop ? tr("Upgrade %1").arg(display(node)) : display(node);
        return tr("%1, steps done: %2 of %3").arg(title).arg(progress.done).arg(progress.steps);
    }
    const Item& item = node.item->item;
    const ItemRecord record = m_record.value(item.id);
    QStringList said;
    said << (item.isStep() ? tr("Step %1 of %2").arg(node.item->number).arg(::progressOf(*node.hop, m_record).steps)
                           : tr("Note"));
    said << words::component(item.component);
    if (item.isStep())
        said << words::state(record.state);
    said << display(node) << node.item->hosts;
    if (node.item->findFirst)
        said << tr("find out first");
    said << words::severity(item.severity) << words::gate(item.gate);
    if (!record.note.isEmpty())
        said << tr("has a note");
    said.removeAll(QString());
    return said.join(tr(", "));
}
