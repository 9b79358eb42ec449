#pragma once

#include "report/sheet.h"

/// The open questions of a plan, to be handed to whoever can answer them: a part for each, with why it is asked, how to
/// find out (commands filled with the cluster's own values), what waits for it, and room for the answer. Where only the
/// line of the version that runs is known, which version it is comes first. Without an open question it says so.
Sheet findOutList(const Plan& plan, const Record& record);

/// How many parts ask something: the open questions, and the one about the version.
qsizetype findOutCount(const Plan& plan);
