#include "core/plan_json.h"
#include "report/report.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace {

constexpr int format = 1;

QJsonObject recordToJson(const Record& record) {
    QJsonObject object;
    for (auto it = record.cbegin(); it != record.cend(); ++it) {
        QJsonObject item{{QStringLiteral("state"), stateWord(it->state)}, {QStringLiteral("note"), it->note}};
        if (it->state == StepState::Done) {
            item.insert(QStringLiteral("done-at"), it->doneAt.toUTC().toString(Qt::ISODateWithMs));
            item.insert(QStringLiteral("done-by"), it->doneBy);
        }
        object.insert(it.key(), item);
    }
    return object;
}

} // namespace

QByteArray jsonReport(const Plan& plan, const Record& record) {
    const QJsonObject report{{QStringLiteral("format"), format},
                             {QStringLiteral("plan"), QJsonDocument::fromJson(planToJson(plan)).object()},
                             {QStringLiteral("record"), recordToJson(record)}};
    return QJsonDocument(report).toJson(QJsonDocument::Indented);
}
