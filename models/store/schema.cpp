#include "store/schema.h"

#include "store/connection.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QtEndian>

#include <array>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(store)
};

/// The statements that lead from one schema to the next; the first step makes schema 1 in an empty file. A step that
/// was released is never changed.
std::array<QStringList, schemaVersion> schemaSteps() {
    return {QStringList{
        QStringLiteral("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT"),
        QStringLiteral("CREATE TABLE plan (json TEXT NOT NULL, digest TEXT NOT NULL) STRICT"),
        QStringLiteral("CREATE TABLE journal (number INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, "
                       "deed TEXT NOT NULL, item TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, "
                       "seal TEXT NOT NULL) STRICT"),
        QStringLiteral("CREATE TRIGGER journal_keeps_its_words BEFORE UPDATE ON journal "
                       "BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END"),
        QStringLiteral("CREATE TRIGGER journal_keeps_its_rows BEFORE DELETE ON journal "
                       "BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END"),
    }};
}

} // namespace

Result<PlanFileHeader> readPlanFileHeader(const QString& path) {
    const QFileInfo info(path);
    if (!info.exists())
        return systemError(Text::tr("There is no file %1.").arg(path));
    if (!info.isFile()) // a pipe would be waited for without end
        return fileError(Text::tr("%1 is not a plan file.").arg(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return systemError(Text::tr("%1 cannot be read: %2.").arg(path, file.errorString()));

    // https://www.sqlite.org/fileformat.html#the_database_header
    const QByteArray header = file.read(100);
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

Result<> raiseSchema(const Connection& connection, quint32 from) {
    const auto steps = schemaSteps();
    for (quint32 step = from; step < schemaVersion; ++step)
        for (const QString& statement : steps.at(step))
            if (Result<QSqlQuery> run = connection.run(statement); !run)
                return tl::make_unexpected(run.error());
    for (const QString& mark : {QStringLiteral("PRAGMA application_id = %1").arg(applicationId),
                                QStringLiteral("PRAGMA user_version = %1").arg(schemaVersion)})
        if (Result<QSqlQuery> run = connection.run(mark); !run)
            return tl::make_unexpected(run.error());
    return {};
}
