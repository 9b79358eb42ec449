#pragma once

#include "core/plan.h"
#include "core/record.h"
#include "core/result.h"

#include <QDateTime>

class Connection;

// The plans of a plan file: the one it was made with, and those that took its place. Each is kept with its digest.

QString digestOf(const QByteArray& json);

/// Turns an empty database into a plan file without entries: with these plans, of which `first` is the digest of the
/// one that is in force. Call it within a transaction.
Result<> beginFile(const Connection& connection, const QList<QByteArray>& plans, const QString& first,
                   const QDateTime& madeAt);

/// Keeps a plan; nothing when it is there already.
Result<> addPlan(const Connection& connection, const QByteArray& json);

/// The digest of the plan the file was made with.
Result<QString> firstPlan(const Connection& connection);

/// An error of kind File when it is not there or is not the one that was written.
Result<Plan> readPlan(const Connection& connection, const QString& digest);

/// The digests of all plans that stand there, whole or not, oldest first.
Result<QStringList> plansIn(const Connection& connection);
