#include "items/journal_model.h"

#include "core/undoings.h"
#include "core/words.h"

namespace {

QString what(Deed deed) {
    switch (deed) {
    case Deed::State:
        return JournalModel::tr("state");
    case Deed::Note:
        return JournalModel::tr("note");
    case Deed::Observed:
        return JournalModel::tr("what was seen");
    case Deed::Owner:
        return JournalModel::tr("who does it");
    case Deed::Day:
        return JournalModel::tr("planned for");
    case Deed::Passed:
        return JournalModel::tr("passed while open");
    case Deed::Call:
        return JournalModel::tr("whom to call");
    case Deed::Value:
        return JournalModel::tr("value of the cluster");
    case Deed::Plan:
        return JournalModel::tr("another plan");
    }
    Q_UNREACHABLE();
}

/// A word of the journal, as people read it elsewhere.
QString stateText(const QString& word) {
    for (const StepState state : {StepState::Open, StepState::InProgress, StepState::Done, StepState::Skipped,
                                  StepState::NotApplicable, StepState::Failed, StepState::Deferred})
        if (stateWord(state) == word)
            return words::state(state);
    return word;
}

QString markText(const JournalEntry& entry) {
    QStringList parts{words::state(entry.mark.state)};
    if (!entry.mark.deferredTo.isEmpty())
        parts << JournalModel::tr("to the upgrade to %1").arg(entry.mark.deferredTo);
    if (!entry.mark.reason.isEmpty())
        parts << entry.mark.reason;
    if (!entry.mark.acceptedBy.isEmpty())
        parts << JournalModel::tr("accepted by %1 until %2")
                     .arg(entry.mark.acceptedBy, entry.mark.until.toString(Qt::ISODate));
    return parts.join(QStringLiteral(" – "));
}

/// Enough of a digest to tell two plans apart.
QString planText(const QString& digest) {
    return digest.isEmpty() ? JournalModel::tr("the first plan") : JournalModel::tr("plan %1").arg(digest.left(12));
}

QString beforeText(const JournalEntry& entry) {
    switch (entry.deed) {
    case Deed::State:
        return stateText(entry.before);
    case Deed::Plan:
        return planText(entry.before);
    default:
        return entry.before;
    }
}

QString afterText(const JournalEntry& entry) {
    switch (entry.deed) {
    case Deed::State:
        return markText(entry);
    case Deed::Plan:
        return planText(entry.after);
    case Deed::Passed:
        return JournalModel::tr("%1 was begun").arg(entry.after);
    default:
        return entry.after;
    }
}

} // namespace

JournalModel::JournalModel(QObject* parent)
    : QAbstractTableModel(parent) {
}

void JournalModel::setJournal(const QList<JournalEntry>& journal, const QHash<qint64, QString>& planChanges) {
    if (journal.size() == m_journal.size())
        return;
    m_undoings = undoings(journal); // those of rows that are there stay as they are, too
    m_planChanges = planChanges;
    if (journal.size() < m_journal.size()) { // of another file
        beginResetModel();
        m_journal = journal;
        endResetModel();
        return;
    }
    beginInsertRows({}, static_cast<int>(m_journal.size()), static_cast<int>(journal.size()) - 1);
    m_journal = journal;
    endInsertRows();
}

int JournalModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_journal.size());
}

int JournalModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columnTotal;
}

QVariant JournalModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const QString text = textOf(index.row(), index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text.simplified();
    case Qt::ToolTipRole: // a tool tip would take a text of people for markup
        return QStringLiteral("<p style='white-space:pre-wrap'>%1</p>").arg(text.toHtmlEscaped());
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal).toString(), text.simplified());
    default:
        return {};
    }
}

QString JournalModel::textOf(int row, int column) const {
    const JournalEntry& entry = m_journal[row];
    switch (column) {
    case When:
        return tr("%1 UTC").arg(entry.when.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")));
    case Who:
        return entry.who;
    case About:
        return entry.about.join(QStringLiteral(", "));
    case What:
        return m_undoings[row] ? tr("undone: %1").arg(what(entry.deed)) : what(entry.deed);
    case Before:
        return beforeText(entry);
    case After:
        if (QString change = m_planChanges.value(entry.number); !change.isEmpty())
            return change;
        return afterText(entry);
    default:
        return {};
    }
}

QVariant JournalModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case When:
        return tr("When");
    case Who:
        return tr("Who");
    case About:
        return tr("Step");
    case What:
        return tr("What");
    case Before:
        return tr("From");
    case After:
        return tr("To");
    default:
        return {};
    }
}
