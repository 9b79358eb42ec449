#pragma once

#include "core/plan.h"
#include "core/result.h"

#include <QByteArray>
#include <QJsonObject>

/// The plan as JSON of `format` 1: every field of plan.h and item.h under its name in kebab-case. Byte-identical for
/// equal plans; ends with a newline.
QByteArray planToJson(const Plan& plan);

/// The reverse. An unknown format, missing or wrong fields are an error that names the field.
Result<Plan> planFromJson(const QByteArray& json);

/// One value of a plan as it stands in planToJson(): to write it elsewhere, or to compare two of them field by field.
QJsonObject toJson(const PlanItem& item);
QJsonObject toJson(const PlanHop& hop);
QJsonObject toJson(const PlanQuestion& question);
QJsonObject toJson(const Because& because);
