#include "core/enum_names.h"
#include "core/impact.h"
#include "core/pause_points.h"
#include "core/plan_json.h"
#include "core/plan_part.h"
#include "report/record_json.h"
#include "report/report.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace {

constexpr int format = 2;

QString timeText(const QDateTime& when) {
    return when.isValid() ? when.toUTC().toString(Qt::ISODateWithMs) : QString();
}

void addIfAny(QJsonObject& object, const QString& name, const QString& text) {
    if (!text.isEmpty())
        object.insert(name, text);
}

QJsonObject toJson(const ItemRecord& record) {
    const Mark& mark = record.mark;
    QJsonObject object{{QStringLiteral("state"), stateWord(mark.state)}, {QStringLiteral("note"), record.note}};
    addIfAny(object, QStringLiteral("reason"), mark.reason);
    addIfAny(object, QStringLiteral("deferred-to"), mark.deferredTo);
    addIfAny(object, QStringLiteral("accepted-by"), mark.acceptedBy);
    addIfAny(object, QStringLiteral("until"), mark.until.toString(Qt::ISODate));
    addIfAny(object, QStringLiteral("marked-at"), timeText(record.markedAt));
    addIfAny(object, QStringLiteral("marked-by"), record.markedBy);
    if (mark.state == StepState::Done) {
        object.insert(QStringLiteral("done-at"), timeText(record.markedAt));
        object.insert(QStringLiteral("done-by"), record.markedBy);
    }
    addIfAny(object, QStringLiteral("observed"), record.observed);
    addIfAny(object, QStringLiteral("owner"), record.owner);
    addIfAny(object, QStringLiteral("day"), record.day.toString(Qt::ISODate));
    if (!record.passedWith.isEmpty())
        object.insert(QStringLiteral("passed"), QJsonObject{{QStringLiteral("with"), record.passedWith},
                                                            {QStringLiteral("at"), timeText(record.passedAt)},
                                                            {QStringLiteral("by"), record.passedBy}});
    return object;
}

QJsonObject toJson(const PausePoint& pause) {
    return {{QStringLiteral("id"), pause.id},
            {QStringLiteral("kind"), enumName(pause.kind)},
            {QStringLiteral("step"), pause.step},
            {QStringLiteral("after"), pause.after}};
}

QJsonArray stopsOf(const Plan& plan) {
    QJsonArray stops;
    for (const PausePoint& pause : pausePointsOf(plan))
        stops.append(toJson(pause));
    return stops;
}

/// As entries under each other: a program sorts them into the cells it wants.
QJsonObject impactJson(const Plan& plan) {
    const Impact impact = impactOf(plan);
    QJsonArray entries;
    for (const QString& upgrade : impact.upgrades)
        for (const Area area : allAreas())
            for (const Impact::Entry& entry : impact.cell(upgrade, area))
                entries.append(QJsonObject{{QStringLiteral("item"), entry.item},
                                           {QStringLiteral("upgrade"), upgrade},
                                           {QStringLiteral("change"), enumName(entry.change.kind)},
                                           {QStringLiteral("area"), enumName(area)},
                                           {QStringLiteral("what"), entry.change.what},
                                           {QStringLiteral("ours"), entry.change.ours}});
    return {{QStringLiteral("upgrades"), QJsonArray::fromStringList(impact.upgrades)},
            {QStringLiteral("areas"), QJsonArray::fromStringList(allEnumNames<Area>())},
            {QStringLiteral("entries"), entries}};
}

QJsonObject toJson(const QMap<QString, QString>& values) {
    QJsonObject object;
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

} // namespace

QJsonObject recordToJson(const Record& record) {
    QJsonObject object;
    for (auto it = record.items.cbegin(); it != record.items.cend(); ++it)
        object.insert(it.key(), toJson(*it));
    return object;
}

QByteArray jsonReport(const Plan& plan, const Record& record) {
    const QJsonObject report{{QStringLiteral("format"), format},
                             {QStringLiteral("plan"), QJsonDocument::fromJson(planToJson(plan)).object()},
                             {QStringLiteral("part"), isPart(plan)},
                             {QStringLiteral("stops"), stopsOf(plan)},
                             {QStringLiteral("impact"), impactJson(plan)},
                             {QStringLiteral("record"), recordToJson(record)},
                             {QStringLiteral("call"), record.call},
                             {QStringLiteral("values"), toJson(record.values)}};
    return QJsonDocument(report).toJson(QJsonDocument::Indented);
}
