#pragma once

#include "core/result.h"

class Connection;

/// What marks a plan file among SQLite files ("MUAP"), kept in the file's header.
constexpr quint32 applicationId = 0x4d554150;

/// The schema this program writes. Schemas are numbered from 1 and only ever grow by a step (schema.cpp).
constexpr quint32 schemaVersion = 2;

/// What the first 100 bytes of a plan file say, read so that a file that is none of ours is not touched.
struct PlanFileHeader {
    quint32 schema = 0;
    bool writeAheadLog = false; ///< some program has it open for writing, or did not live to close it
};

/// Errors of kind File: no plan file, or one of a newer program; of kind System: missing or not readable.
Result<PlanFileHeader> readPlanFileHeader(const QString& path);

/// What the file itself says, through SQLite.
Result<quint32> schemaOf(const Connection& connection);

/// Turns a database of schema `from` (0: an empty one) into one of schemaVersion. Call it within a transaction.
Result<> raiseSchema(const Connection& connection, quint32 from);
