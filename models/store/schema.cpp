#include "store/schema.h"

#include "store/connection.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QtEndian>

#include <array>
#include <cerrno>
#include <unistd.h>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(store)
};

/// The statements that lead from one schema to the next; the first step makes schema 1 in an empty file. A step that
/// was released is never changed.
std::array<QStringList, schemaVersion> schemaSteps() {
    const QStringList first{
        QStringLiteral("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT"),
        QStringLiteral("CREATE TABLE plan (json TEXT NOT NULL, digest TEXT NOT NULL) STRICT"),
        QStringLiteral("CREATE TABLE journal (number INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, "
                       "deed TEXT NOT NULL, item TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, "
                       "seal TEXT NOT NULL) STRICT"),
        QStringLiteral("CREATE TRIGGER journal_keeps_its_words BEFORE UPDATE ON journal "
                       "BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END"),
        QStringLiteral("CREATE TRIGGER journal_keeps_its_rows BEFORE DELETE ON journal "
                       "BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END"),
    };
    // A plan is most of a file, so most damage would hit it: packed it is a tenth, and kept a second time.
    // A mark may come with a reason; a new plan may take the place of the one before, which stays. Where the journal
    // ends and which plan was first is kept beside them, so that rows taken out at either end are missed.
    const QStringList second{
        QStringLiteral("ALTER TABLE journal ADD COLUMN details TEXT NOT NULL DEFAULT ''"),
        QStringLiteral(
            "CREATE TABLE spare_plan (digest TEXT NOT NULL, packed BLOB NOT NULL, seal TEXT NOT NULL) STRICT"),
        QStringLiteral("CREATE TRIGGER plan_keeps_its_words BEFORE UPDATE ON plan "
                       "BEGIN SELECT RAISE(ABORT, 'plans are only added'); END"),
        QStringLiteral("CREATE TRIGGER plan_keeps_its_rows BEFORE DELETE ON plan "
                       "BEGIN SELECT RAISE(ABORT, 'plans are only added'); END"),
        QStringLiteral(
            "INSERT INTO meta (key, value) SELECT 'journal-end', coalesce((SELECT number || ' ' || seal FROM "
            "journal ORDER BY number DESC LIMIT 1), '0 ')"),
        QStringLiteral("INSERT INTO meta (key, value) SELECT 'first-plan', digest FROM plan ORDER BY rowid LIMIT 1"),
    };
    return {first, second};
}

} // namespace

Result<PlanFileHeader> readPlanFileHeader(const QString& path) {
    const QFileInfo info(path);
    if (!info.exists())
        return systemError(Text::tr("There is no file %1.").arg(path));
    if (!info.isFile()) // a pipe would be waited for without end
        return fileError(Text::tr("%1 is not a plan file.").arg(path));
    if (::access(QFile::encodeName(path).constData(), R_OK) != 0)
        return systemError(Text::tr("%1 cannot be read: %2.").arg(path, qt_error_string(errno)));
    const Result<std::unique_ptr<Connection>> file = Connection::open(path, Access::Frozen);
    if (!file)
        return tl::make_unexpected(file.error());
    const Result<QByteArray> read = (*file)->bytes(100);
    if (!read)
        return tl::make_unexpected(read.error());

    // https://www.sqlite.org/fileformat.html#the_database_header
    const QByteArray& header = *read;
    if (header.size() < 100 || !header.startsWith(QByteArrayLiteral("SQLite format 3\0")))
        return fileError(Text::tr("%1 is not a plan file.").arg(path));
    if (qFromBigEndian<quint32>(header.constData() + 68) != applicationId)
        return fileError(Text::tr("%1 is a database of another program, not a plan file.").arg(path));
    const quint32 schema = qFromBigEndian<quint32>(header.constData() + 60);
    if (schema > schemaVersion)
        return fileError(
            Text::tr("%1 was made by a newer version of this program (format %2, this version reads up to %3).")
                .arg(path, QString::number(schema), QString::number(schemaVersion)));
    if (schema == 0)
        return fileError(Text::tr("%1 is damaged: it has no format number.").arg(path));
    return PlanFileHeader{schema, header.at(19) == 2};
}

Result<quint32> schemaOf(const Connection& connection) {
    return connection.value(QStringLiteral("PRAGMA user_version")).map([](const QVariant& schema) {
        return schema.toUInt();
    });
}

Result<> raiseSchema(const Connection& connection, quint32 from) {
    const auto steps = schemaSteps();
    for (quint32 step = from; step < schemaVersion; ++step)
        for (const QString& statement : steps.at(step))
            if (Result<> run = connection.run(statement); !run)
                return run;
    for (const QString& mark : {QStringLiteral("PRAGMA application_id = %1").arg(applicationId),
                                QStringLiteral("PRAGMA user_version = %1").arg(schemaVersion)})
        if (Result<> run = connection.run(mark); !run)
            return run;
    return {};
}
