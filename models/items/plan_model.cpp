#include "items/plan_model.h"

#include "core/words.h"

#include <algorithm>

namespace {

/// Texts of one line hold code spans and no other markup.
QString withoutMarkup(QString text) {
    return text.remove(u'`');
}

/// Whether it tells people to do something about a flag; the others are only mentioned.
bool changesFlags(const Item& item) {
    return std::any_of(item.flags.cbegin(), item.flags.cend(), [](const FlagFact& flag) {
        return flag.use == FlagUse::Set || flag.use == FlagUse::Drop || flag.use == FlagUse::Rename;
    });
}

/// "1.0.x → 1.11.x, 11 versions at once".
QString upgradeText(const PlanHop& hop) {
    const QString versions = words::hop(hop.from, hop.to);
    return hop.passes.size() > 1 ? PlanModel::tr("%1, %2 versions at once").arg(versions).arg(hop.passes.size())
                                 : versions;
}

} // namespace

PlanModel::PlanModel(const Plan& plan, const Record& record, QObject* parent)
    : QAbstractItemModel(parent)
    , m_pauses(pausePointsOf(plan))
    , m_record(record) {
    // Level by level, so that the children of a row stand side by side.
    for (const PlanHop& hop : plan.hops)
        m_nodes.push_back(
            {.row = static_cast<int>(m_nodes.size()), .hop = &hop, .progress = progressOf(hop, m_record)});
    m_hopCount = static_cast<int>(m_nodes.size());
    for (int hop = 0; hop < m_hopCount; ++hop)
        for (const PlanSection& section : m_nodes[hop].hop->sections)
            addChild(hop, {.level = PlanLevel::Section,
                           .hop = m_nodes[hop].hop,
                           .section = &section,
                           .progress = progressOf(section, m_record)});
    const int hopsAndSections = static_cast<int>(m_nodes.size());
    for (int section = m_hopCount; section < hopsAndSections; ++section)
        addSteps(section);
    countPutOff();
}

int PlanModel::addChild(int parent, Node child) {
    Node& above = m_nodes[parent];
    const int node = static_cast<int>(m_nodes.size());
    if (above.childCount == 0)
        above.firstChild = node;
    child.parent = parent;
    child.row = above.childCount++;
    m_nodes.push_back(child);
    return node;
}

void PlanModel::addSteps(int section) {
    for (const PlanItem& item : m_nodes[section].section->items) {
        const QString& id = item.item.id;
        addPauses(section, id, false);
        m_nodeOf.insert(id, addChild(section, {.level = PlanLevel::Item,
                                               .hop = m_nodes[section].hop,
                                               .section = m_nodes[section].section,
                                               .item = &item}));
        addPauses(section, id, true);
    }
}

void PlanModel::addPauses(int section, const QString& step, bool after) {
    for (const PausePoint& pause : std::as_const(m_pauses))
        if (pause.step == step && standsBehind(pause) == after)
            m_nodeOf.insert(pause.id, addChild(section, {.level = PlanLevel::Pause,
                                                         .hop = m_nodes[section].hop,
                                                         .section = m_nodes[section].section,
                                                         .pause = &pause}));
}

void PlanModel::setItemRecords(const QStringList& ids, const Record& record) {
    QSet<int> changed;
    for (const QString& id : ids) {
        const auto node = m_nodeOf.constFind(id);
        if (node == m_nodeOf.cend())
            continue;
        m_record.items.insert(id, record.of(id));
        changed << *node << m_nodes[*node].parent << m_nodes[m_nodes[*node].parent].parent;
    }
    for (const int node : std::as_const(changed)) {
        Node& group = m_nodes[node];
        if (group.level == PlanLevel::Hop)
            group.progress = progressOf(*group.hop, m_record);
        else if (group.level == PlanLevel::Section)
            group.progress = progressOf(*group.section, m_record);
    }
    const QHash<QString, int> putOffBefore = m_putOff;
    countPutOff();
    for (int hop = 0; hop < m_hopCount; ++hop)
        if (const QString to = m_nodes[hop].hop->to; m_putOff.value(to) != putOffBefore.value(to))
            changed << hop;
    emitChanged(changed);
}

void PlanModel::countPutOff() {
    m_putOff.clear();
    for (const ItemRecord& item : std::as_const(m_record.items))
        if (item.mark.state == StepState::Deferred)
            ++m_putOff[item.mark.deferredTo];
}

void PlanModel::setNotSaved(const QStringList& ids) {
    QSet<QString> notSaved(ids.cbegin(), ids.cend());
    QSet<int> changed;
    const QSet<QString> others = (notSaved - m_notSaved) + (m_notSaved - notSaved);
    for (const QString& id : others)
        if (m_nodeOf.contains(id))
            changed << m_nodeOf.value(id);
    m_notSaved = std::move(notSaved);
    emitChanged(changed);
}

void PlanModel::setToday(const QDate& today) {
    QSet<int> changed;
    for (auto item = m_record.items.cbegin(); item != m_record.items.cend(); ++item)
        if (isAcceptanceOver(item->mark, m_today) != isAcceptanceOver(item->mark, today) &&
            m_nodeOf.contains(item.key()))
            changed << m_nodeOf.value(item.key());
    m_today = today;
    emitChanged(changed);
}

/// One signal for each run of rows that stand side by side.
void PlanModel::emitChanged(const QSet<int>& nodes) {
    QList<int> changed(nodes.cbegin(), nodes.cend());
    std::sort(changed.begin(), changed.end());
    for (qsizetype first = 0; first < changed.size();) {
        qsizetype last = first;
        while (last + 1 < changed.size() && changed[last + 1] == changed[last] + 1 &&
               m_nodes[changed[last + 1]].parent == m_nodes[changed[first]].parent)
            ++last;
        Q_EMIT dataChanged(indexOfNode(changed[first]), indexOfNode(changed[last]));
        first = last + 1;
    }
}

void PlanModel::setReadOnly(bool readOnly) {
    m_readOnly = readOnly;
}

QModelIndex PlanModel::indexOf(const QString& id) const {
    return indexOfNode(m_nodeOf.value(id, -1));
}

const PlanItem* PlanModel::itemAt(const QModelIndex& index) const {
    const Node* node = nodeAt(index);
    return node ? node->item : nullptr;
}

const PausePoint* PlanModel::pauseAt(const QModelIndex& index) const {
    const Node* node = nodeAt(index);
    return node ? node->pause : nullptr;
}

const PlanHop* PlanModel::hopAt(const QModelIndex& index) const {
    const Node* node = nodeAt(index);
    return node ? node->hop : nullptr;
}

const PlanSection* PlanModel::sectionAt(const QModelIndex& index) const {
    const Node* node = nodeAt(index);
    return node ? node->section : nullptr;
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
    default:
        break;
    }
    if (node->level == PlanLevel::Hop || node->level == PlanLevel::Section)
        return dataOfGroup(*node, role);
    if (QVariant place = dataOfPlace(*node, role); place.isValid())
        return place;
    const QVariant recorded = dataOfRecord(*node, role);
    return recorded.isValid() || !node->item ? recorded : dataOfItem(*node->item, role);
}

QVariant PlanModel::dataOfGroup(const Node& node, int role) const {
    switch (role) {
    case PlanRole::Progress:
        return QVariant::fromValue(node.progress);
    case PlanRole::PutOffHere:
        return node.level == PlanLevel::Hop ? m_putOff.value(node.hop->to) : 0;
    default:
        return {};
    }
}

QVariant PlanModel::dataOfPlace(const Node& node, int role) const {
    switch (role) {
    case PlanRole::Upgrade:
        return node.hop->to;
    case PlanRole::Phase:
        return QVariant::fromValue(node.section->phase);
    case PlanRole::Component:
        return QVariant::fromValue(node.section->component);
    default:
        return {};
    }
}

QVariant PlanModel::dataOfRecord(const Node& node, int role) const {
    const ItemRecord record = m_record.of(node.id());
    switch (role) {
    case Qt::CheckStateRole:
        return checkState(node);
    case PlanRole::State:
        return node.canBeTicked() ? QVariant::fromValue(record.mark.state) : QVariant();
    case PlanRole::Id:
        return node.id();
    case PlanRole::Reason:
        return record.mark.reason;
    case PlanRole::PutOffTo:
        return record.mark.deferredTo;
    case PlanRole::AcceptedBy:
        return record.mark.acceptedBy;
    case PlanRole::AcceptanceOver:
        return isAcceptanceOver(record.mark, m_today);
    case PlanRole::Owner:
        return record.owner;
    case PlanRole::Day:
        return record.day;
    case PlanRole::Observed:
        return record.observed;
    case PlanRole::Note:
        return record.note;
    case PlanRole::NotSaved:
        return m_notSaved.contains(node.id());
    case PlanRole::Searchable:
        return searchable(node);
    case PlanRole::MustBeSeen:
        return mustBeSeen(node);
    default:
        return {};
    }
}

QVariant PlanModel::dataOfItem(const PlanItem& planned, int role) const {
    const Item& item = planned.item;
    switch (role) {
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
    case PlanRole::MayKillTasks:
        return item.mayKillTasks();
    case PlanRole::ChangesFlags:
        return changesFlags(item);
    case PlanRole::Hosts:
        return planned.hosts;
    case PlanRole::HasSnippet:
        return !item.snippets.isEmpty();
    default:
        return {};
    }
}

QVariant PlanModel::checkState(const Node& node) const {
    if (!node.canBeTicked())
        return {};
    switch (m_record.stateOf(node.id())) {
    case StepState::Done:
        return Qt::Checked;
    case StepState::InProgress:
        return Qt::PartiallyChecked;
    default:
        return Qt::Unchecked;
    }
}

bool PlanModel::mustBeSeen(const Node& node) const {
    const Mark mark = m_record.of(node.id()).mark;
    if (node.pause)
        return mark.state != StepState::Done;
    const bool isAccepted = !mark.acceptedBy.isEmpty();
    const bool isOpenBlocker = node.item->item.gate == Gate::Blocker && !isSettled(mark.state) && !isAccepted;
    return isOpenBlocker || isAcceptanceOver(mark, m_today) || mark.state == StepState::Failed;
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
    if (node->item || node->pause)
        flags |= Qt::ItemNeverHasChildren;
    if (node->canBeTicked() && !m_readOnly)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

bool PlanModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const Node* node = nodeAt(index);
    if (!node || !node->canBeTicked() || m_readOnly || role != Qt::CheckStateRole)
        return false;
    Q_EMIT tickRequested(node->id(), value.value<Qt::CheckState>() == Qt::Checked ? StepState::Done : StepState::Open);
    return true; // the wish was taken; without this a view would hand Space on to its search
}

const PlanModel::Node* PlanModel::nodeAt(const QModelIndex& index) const {
    return index.isValid() && index.model() == this ? &m_nodes[index.internalId()] : nullptr;
}

QModelIndex PlanModel::indexOfNode(int node) const {
    return node < 0 ? QModelIndex() : createIndex(m_nodes[node].row, 0, static_cast<quintptr>(node));
}

QString PlanModel::display(const Node& node) const {
    switch (node.level) {
    case PlanLevel::Hop:
        return upgradeText(*node.hop);
    case PlanLevel::Section:
        return node.section->title;
    case PlanLevel::Item:
        return withoutMarkup(node.item->item.text);
    case PlanLevel::Pause:
        return titleOf(*node.pause);
    }
    Q_UNREACHABLE();
}

QString PlanModel::titleOf(const PausePoint& pause) const {
    const QString title = words::pause(pause.kind, pause.id);
    return pause.kind == PauseKind::FirstSlaves
               ? tr("%1, within step %2").arg(title).arg(itemAt(indexOf(pause.step))->number)
               : title;
}

QString PlanModel::searchable(const Node& node) const {
    const ItemRecord record = m_record.of(node.id());
    QStringList texts{node.id(), display(node), record.note, record.observed, record.mark.reason, record.owner};
    if (node.item)
        texts << node.item->item.text << node.item->item.details;
    return texts.join(u'\n');
}

QString PlanModel::accessibleText(const Node& node) const {
    if (node.level == PlanLevel::Hop || node.level == PlanLevel::Section) {
        const QString title = node.level == PlanLevel::Hop ? tr("Upgrade %1").arg(display(node)) : display(node);
        return tr("%1, steps done: %2 of %3").arg(title).arg(node.progress.done()).arg(node.progress.steps);
    }
    const ItemRecord record = m_record.of(node.id());
    const QString owner = record.owner.isEmpty() ? QString() : tr("by %1").arg(record.owner);
    const QString day = record.day.isValid() ? tr("planned for %1").arg(record.day.toString(Qt::ISODate)) : QString();
    QStringList said;
    if (node.pause) {
        said << display(node) << (record.mark.state == StepState::Done ? tr("approved") : tr("not approved")) << owner
             << day;
    } else {
        const Item& item = node.item->item;
        said << (node.isStep() ? tr("Step %1 of %2")
                                     .arg(node.item->number)
                                     .arg(m_nodes[m_nodes[node.parent].parent].progress.steps)
                               : tr("Note"));
        said << words::component(item.component, node.hop->to);
        if (node.isStep())
            said << words::state(record.mark.state) << record.mark.deferredTo;
        if (isAcceptanceOver(record.mark, m_today))
            said << tr("acceptance over");
        said << display(node) << node.item->hosts << owner << day;
        if (node.item->findFirst)
            said << tr("find out first");
        said << words::severity(item.severity) << words::gate(item.gate);
        if (!item.snippets.isEmpty())
            said << tr("has commands to copy");
    }
    if (!record.note.isEmpty())
        said << tr("has a note");
    if (m_notSaved.contains(node.id()))
        said << tr("not saved");
    said.removeAll(QString());
    return said.join(tr(", "));
}
