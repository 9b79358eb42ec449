#include "store/rescue.h"

#include "core/plan_json.h"
#include "store/connection.h"
#include "store/file_identity.h"
#include "store/journal.h"
#include "store/plan_table.h"
#include "store/schema.h"
#include "store/whole_file.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QMap>
#include <QTemporaryDir>

#include <algorithm>
#include <limits>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(store)
};

/// Makes of `copy` what `file` is, with the log or journal beside it, so that reading may mend it.
Result<> copyForReading(const QString& file, const QString& copy) {
    const Result<std::unique_ptr<Connection>> source = Connection::open(file, Access::Frozen);
    if (!source)
        return tl::make_unexpected(source.error());
    const Result<QByteArray> bytes = (*source)->bytes(std::numeric_limits<int>::max());
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    QFile target(copy);
    bool isCopied = target.open(QIODevice::WriteOnly) && target.write(*bytes) == bytes->size() && target.flush();
    for (const auto& [from, to] : {std::pair(logOf(file), logOf(copy)), std::pair(rollbackOf(file), rollbackOf(copy))})
        isCopied = isCopied && (!QFile::exists(from) || QFile::copy(from, to));
    if (!isCopied)
        return systemError(Text::tr("%1 could not be copied for reading, the disk may be full.").arg(file));
    return {};
}

/// The plans whose digest holds, in one of the two places where each is kept, oldest first.
QList<QByteArray> wholePlans(const Connection& database) {
    QMap<qint64, QByteArray> plans;
    const auto keep = [&](const QSqlQuery& row, const QByteArray& json) -> Result<> {
        if (std::find(plans.cbegin(), plans.cend(), json) == plans.cend() &&
            digestOf(json) == row.value(1).toString() && planFromJson(json))
            plans.insert(row.value(0).toLongLong(), json);
        return {};
    };
    for (const char* order : {"ASC", "DESC"}) { // a page that cannot be read ends the reading: so from both ends
        database.rows(QStringLiteral("SELECT rowid, digest, json FROM plan ORDER BY rowid ") + QLatin1String(order), {},
                      [&](const QSqlQuery& row) { return keep(row, row.value(2).toString().toUtf8()); });
        database.rows(
            QStringLiteral("SELECT rowid, digest, packed, seal FROM spare_plan ORDER BY rowid ") + QLatin1String(order),
            {}, [&](const QSqlQuery& row) -> Result<> {
                const QByteArray packed = row.value(2).toByteArray();
                return digestOf(packed) == row.value(3).toString() ? keep(row, qUncompress(packed)) : Result<>();
            });
    }
    return plans.values();
}

/// What a damaged file has that can be trusted.
struct Remains {
    QList<QByteArray> plans; ///< at least one
    QString firstPlan;       ///< the one in force until an entry says otherwise
    JournalRemains journal;
};

Result<Remains> remainsOf(const Connection& database, const QString& path) {
    Remains remains{wholePlans(database), {}, journalRemains(database)};
    if (remains.plans.isEmpty())
        return fileError(Text::tr("Nothing can be rescued from %1: it has no whole plan any more.").arg(path));
    QStringList digests;
    for (const QByteArray& plan : std::as_const(remains.plans))
        digests << digestOf(plan);
    const QString first = firstPlan(database).value_or(QString());
    const bool hasFirst = digests.contains(first);
    remains.firstPlan = hasFirst ? first : digests.constLast();
    // An entry that leads to a plan that is gone cannot be followed.
    remains.journal.lost += remains.journal.entries.removeIf([&](const JournalEntry& entry) {
        return entry.deed == Deed::Plan && !(entry.after.isEmpty() ? hasFirst : digests.contains(entry.after));
    });
    return remains;
}

Result<> fill(const Connection& database, Remains& remains) {
    return database.atomically([&]() -> Result<> {
        JournalEnd end;
        if (Result<> begun = beginFile(database, remains.plans, remains.firstPlan, QDateTime::currentDateTimeUtc());
            !begun)
            return begun;
        return appendToJournal(database, remains.journal.entries, end);
    });
}

} // namespace

QString lostText(const Rescued& rescued) {
    return rescued.isLostKnown
               ? QString::number(rescued.lost)
               : Text::tr("at least %1; the file no longer tells how many there were").arg(rescued.lost);
}

bool isRescuable(const QString& path) {
    return readPlanFileHeader(path).has_value();
}

Result<Rescued> rescue(const QString& path, const QString& newPath) {
    if (const Result<PlanFileHeader> header = readPlanFileHeader(path); !header)
        return tl::make_unexpected(header.error());
    const Result<FileIdentity> old = identityOf(path);
    if (const Result<FileIdentity> there = identityOf(newPath); old && there && *old == *there)
        return requestError(
            Text::tr("%1 is the damaged file itself; what is rescued needs another name.").arg(newPath));

    const QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("copy"));
    if (Result<> copied = copyForReading(realPath(path), copy); !copied)
        return tl::make_unexpected(copied.error());
    const Result<std::unique_ptr<Connection>> database = Connection::open(copy, Access::Write);
    if (!database)
        return tl::make_unexpected(database.error());
    Result<Remains> remains = remainsOf(**database, path);
    if (!remains)
        return tl::make_unexpected(remains.error());
    Result<> made = makeWhole(newPath, [&](const Connection& rescued) { return fill(rescued, *remains); });
    if (!made)
        return tl::make_unexpected(made.error());
    return Rescued{remains->journal.entries.size(), remains->journal.lost, remains->journal.isEndKnown};
}
