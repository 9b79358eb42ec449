#pragma once

#include "app/command.h"
#include "store/plan_file.h"

class QCommandLineParser;

// How commands get at plan files.

/// What a command does with the plan file it opened.
using PlanFileWork = std::function<Result<Said>(PlanFile&)>;

/// Opens the plan file and does the work. What was cut off in the file is said beside what the work says. Errors: those
/// of PlanFile::open(), with the way to rescue what is in a damaged one, and those of the work.
Result<Said> inPlanFile(const QString& path, const PlanFileWork& work);

/// The same for commands that write: who does it is said by `--by`, else it is the account. Error: an empty name.
Result<Said> byWhomIn(const Call& call, const PlanFileWork& work);

/// The name of a plan file that is to be made: `wished`, with `.mesosplan` behind it where that is missing. Errors:
/// there is such a file, which may hold weeks of somebody's record; the name is one of a report.
Result<QString> freshPlanFile(const QString& wished);

/// For who asked for a plan file named `wished` and got `file`: says so where the two differ.
Said saidOfFile(const QString& wished, const QString& file);
