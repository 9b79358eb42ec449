#pragma once

#include "report/meeting.h"
#include "report/sheet.h"

/// The minutes of a meeting: which plan and which knowledge it is of, what was decided and by whom it was written down,
/// what that changed, and what is still open, with how to find out.
Sheet minutesOf(const Plan& plan, const Record& record, const Meeting& meeting);
