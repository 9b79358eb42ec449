#include "report/record_facts.h"

#include "core/cluster_values.h"
#include "core/trouble.h"
#include "core/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(report)
};

const char* labelOf(StepState state) {
    switch (state) {
    case StepState::Open:
        return "";
    case StepState::InProgress:
        return QT_TRANSLATE_NOOP("report", "In progress");
    case StepState::Done:
        return QT_TRANSLATE_NOOP("report", "Done");
    case StepState::Skipped:
        return QT_TRANSLATE_NOOP("report", "Skipped");
    case StepState::NotApplicable:
        return QT_TRANSLATE_NOOP("report", "Not applicable");
    case StepState::Failed:
        return QT_TRANSLATE_NOOP("report", "Failed");
    case StepState::Deferred:
        return QT_TRANSLATE_NOOP("report", "Put off");
    }
    Q_UNREACHABLE();
}

/// Another plan may have taken that upgrade out of the way; then only its name is known.
QString upgradeTo(const Plan& plan, const QString& to) {
    for (const PlanHop& hop : plan.hops)
        if (hop.to == to)
            return words::hop(hop.from, hop.to);
    return to;
}

QString joined(QStringList parts, const QString& between) {
    parts.removeAll(QString());
    return parts.join(between);
}

QString stateText(const Plan& plan, const ItemRecord& record) {
    const Mark& mark = record.mark;
    const QString aim =
        mark.deferredTo.isEmpty() ? QString() : Text::tr("to the upgrade %1").arg(upgradeTo(plan, mark.deferredTo));
    const QString said = joined({aim, mark.reason}, QStringLiteral(": "));
    return joined({said, stampText(record.markedAt, record.markedBy)}, QStringLiteral(" – "));
}

QString acceptedText(const Mark& mark) {
    return mark.until.isValid() ? Text::tr("by %1, until %2").arg(mark.acceptedBy, mark.until.toString(Qt::ISODate))
                                : Text::tr("by %1").arg(mark.acceptedBy);
}

void addIfAny(QList<Fact>& facts, const char* label, const QString& text) {
    if (!text.isEmpty())
        facts << Fact{label, text};
}

/// `said` is a text with a place for the step that was begun meanwhile.
void addPassed(QList<Fact>& facts, const ItemRecord& record, const char* said) {
    if (!record.passedWith.isEmpty())
        facts << Fact{QT_TRANSLATE_NOOP("report", "Passed"),
                      joined({Text::tr(said).arg(record.passedWith), stampText(record.passedAt, record.passedBy)},
                             QStringLiteral(" – "))};
}

} // namespace

QString stampText(const QDateTime& when, const QString& who) {
    const QString time =
        when.isValid() ? when.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm")) + QStringLiteral(" UTC") : QString();
    return joined({time, who}, QStringLiteral(", "));
}

QString stateSymbol(StepState state) {
    switch (state) {
    case StepState::Open:
        return QStringLiteral("☐");
    case StepState::InProgress:
        return QStringLiteral("◐");
    case StepState::Done:
        return QStringLiteral("☑");
    case StepState::Skipped:
        return QStringLiteral("⊘");
    case StepState::NotApplicable:
        return QStringLiteral("–");
    case StepState::Failed:
        return QStringLiteral("✗");
    case StepState::Deferred:
        return QStringLiteral("→");
    }
    Q_UNREACHABLE();
}

QList<Fact> stateFactsOf(const Plan& plan, const ItemRecord& record) {
    QList<Fact> facts;
    if (record.mark.state != StepState::Open)
        addIfAny(facts, labelOf(record.mark.state), stateText(plan, record));
    if (!record.mark.acceptedBy.isEmpty())
        facts << Fact{QT_TRANSLATE_NOOP("report", "Accepted"), acceptedText(record.mark)};
    return facts;
}

QList<Fact> recordedOf(const Plan& plan, const ItemRecord& record) {
    QList<Fact> facts = stateFactsOf(plan, record);
    addIfAny(facts, QT_TRANSLATE_NOOP("report", "Seen"), record.observed);
    addIfAny(facts, QT_TRANSLATE_NOOP("report", "Note"), record.note);
    addIfAny(facts, QT_TRANSLATE_NOOP("report", "Owner"), record.owner);
    addIfAny(facts, QT_TRANSLATE_NOOP("report", "Planned for"), record.day.toString(Qt::ISODate));
    addPassed(facts, record, QT_TRANSLATE_NOOP("report", "while this was open: %1 was begun"));
    return facts;
}

QString pauseTitle(const Plan& plan, const PausePoint& pause) {
    const PlanItem* around = pause.kind == PauseKind::FirstSlaves ? findItem(plan, pause.step) : nullptr;
    if (around == nullptr)
        return words::pause(pause.kind, pause.id);
    return Text::tr("%1, within step %2").arg(words::pause(pause.kind, pause.id), QString::number(around->number));
}

QList<PausePoint> pausesAt(const QList<PausePoint>& pauses, const QString& step, bool after) {
    QList<PausePoint> here;
    std::copy_if(pauses.cbegin(), pauses.cend(), std::back_inserter(here),
                 [&](const PausePoint& pause) { return pause.step == step && standsBehind(pause) == after; });
    return here;
}

QString dottedLine() {
    return QString(20, u'…');
}

QList<Fact> approvalOf(const ItemRecord& record, const QString& unnamed) {
    const bool isApproved = record.mark.state == StepState::Done;
    QList<Fact> facts;
    addIfAny(facts, QT_TRANSLATE_NOOP("report", "Approves"),
             record.owner.isEmpty() && !isApproved ? unnamed : record.owner);
    addIfAny(facts, QT_TRANSLATE_NOOP("report", "Planned for"), record.day.toString(Qt::ISODate));
    if (isApproved)
        facts << Fact{QT_TRANSLATE_NOOP("report", "Approved"), stampText(record.markedAt, record.markedBy)};
    addPassed(facts, record, QT_TRANSLATE_NOOP("report", "without approval: %1 was begun"));
    addIfAny(facts, QT_TRANSLATE_NOOP("report", "Seen"), record.observed);
    addIfAny(facts, QT_TRANSLATE_NOOP("report", "Note"), record.note);
    return facts;
}

QString runningNow(const Plan& plan, const Record& record) {
    QStringList now;
    if (!record.items.isEmpty())
        for (const ComponentNow& component : clusterNow(plan, record))
            now << words::componentNow(component);
    return now.join(QStringLiteral("; "));
}

QString quorumText(const Plan& plan, const ClusterValues& values) {
    const QList<ValueField> fields = valueFieldsOf(plan);
    if (std::none_of(fields.begin(), fields.end(),
                     [](const ValueField& field) { return field.name == u"master-count"; }))
        return {};
    const qsizetype addresses = values.value(QStringLiteral("masters")).split(u' ', Qt::SkipEmptyParts).size();
    const int masters = values.value(QStringLiteral("master-count"), QString::number(addresses)).toInt();
    if (masters == 0) // nobody has said how many there are
        return {};
    const Result<int> quorum = quorumFor(masters);
    return !quorum ? quorum.error().message + u'.'
                   : Text::tr("%1 of %2 masters: 2N − 1 masters have quorum N "
                              "(docs/operational-guide.md of Mesos, lines 16 to 31)")
                         .arg(*quorum)
                         .arg(masters);
}

QList<KnownValue> valuesOf(const Plan& plan, const Record& record) {
    if (record.values.isEmpty())
        return {};
    QList<KnownValue> known;
    QMap<QString, QString> left = record.values;
    for (const ValueField& field : valueFieldsOf(plan))
        if (left.contains(field.name))
            known << KnownValue{field.label, left.take(field.name)};
    for (auto it = left.cbegin(); it != left.cend(); ++it)
        known << KnownValue{it.key(), it.value()};
    if (const QString quorum = quorumText(plan, record.values); !quorum.isEmpty())
        known << KnownValue{Text::tr("Quorum"), quorum};
    return known;
}

QMap<QString, QStringList> leftToFillIn(const Plan& plan, const Record& record) {
    return record.values.isEmpty() ? QMap<QString, QStringList>() : openPlaceholders(plan, record.values);
}
