#pragma once

#include "core/record.h"

#include <QJsonObject>

/// A record as it stands in JSON reports; resources/REPORT-JSON.md documents it.
QJsonObject recordToJson(const Record& record);
