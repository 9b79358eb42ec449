#pragma once

#include "store/plan_file.h"
#include "tests/support/support.h"

#include <QByteArray>
#include <QStringList>

#include <functional>
#include <memory>

// What the tests of plan files need. The ids are those of smallPlan().

QString masters();
QString slaves();

/// smallPlan() without anything that stands in the way of a step.
Plan plainPlan();

/// For files that have to open: ends the test with the reason when they do not.
std::unique_ptr<PlanFile> opened(Result<std::unique_ptr<PlanFile>> file);

Result<> setState(PlanFile& file, const QString& step, StepState state);
Result<> setNote(PlanFile& file, const QString& id, const QString& note);

/// Statements that take away what keeps other programs from changing what is recorded.
QStringList withoutTriggers();

/// What another SQLite program does to the file; its last error.
QString withSqlite(const QString& path, const QStringList& statements);

QByteArray contents(const QString& path);
bool writeBytes(const QString& path, const QByteArray& bytes);

/// Lets the event loop run until `isSo`, for at most so long.
bool comesTrue(const std::function<bool()>& isSo, int milliseconds);

/// A small file system in the place of `folder` until the pointer goes; null where nothing can be mounted.
std::shared_ptr<void> smallDiskAt(const QString& folder);

/// How often a test repeats what chance decides: `few` times, with MUA_LONG=1 in the environment `many` times.
int rounds(int few, int many);
