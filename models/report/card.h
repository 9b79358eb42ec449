#pragma once

#include "report/sheet.h"

/// The card for the moment a step went wrong (core/trouble.h), to be read aloud, printed and written on: what happened,
/// what the cluster runs now, whether it may be left so, the way back, what must wait, whom to call. Nothing on it is
/// advice of ours. Error of kind Request when the plan has no such step; it names the nearest ids.
Result<Sheet> cardOf(const Plan& plan, const Record& record, const QString& step);
