#include "store/plan_file.h"

#include "core/nearest.h"
#include "core/plan_json.h"
#include "store/connection.h"
#include "store/schema.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QScopeGuard>
#include <QUuid>

#include <fcntl.h>
#include <filesystem>
#include <pwd.h>
#include <unistd.h>

namespace {

/// SQLite keeps its own files beside the file itself, not beside a link to it.
QString realPath(const QString& path) {
    const QFileInfo info(path);
    return info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
}

QString logOf(const QString& file) {
    return file + QStringLiteral("-wal");
}
QString rollbackOf(const QString& file) {
    return file + QStringLiteral("-journal");
}

QString digestOf(const QByteArray& json) {
    return QString::fromLatin1(QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex());
}

/// Texts that SQLite and Qt give back exactly as they were written: UTF-16 that is no text would come back as another
/// one.
QString storable(const QString& text) {
    return QString::fromUtf8(text.toUtf8());
}

/// A renamed file is there after a power cut only when its folder was written, too.
void flushFolder(const QString& folder) {
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return;
    ::fsync(handle);
    ::close(handle);
}

Result<> fill(const QString& file, const Plan& plan, const Scribe& scribe) {
    const Result<std::unique_ptr<Connection>> connection = Connection::open(file, Access::Write);
    if (!connection)
        return tl::make_unexpected(connection.error());
    const Connection& database = **connection;
    return database.atomically([&]() -> Result<> {
        if (Result<> raised = raiseSchema(database, 0); !raised)
            return raised;
        const QByteArray json = planToJson(plan);
        Result<QSqlQuery> added = database.run(QStringLiteral("INSERT INTO plan (json, digest) VALUES (?, ?)"),
                                               {QString::fromUtf8(json), digestOf(json)});
        const QString madeAt = scribe.now().toUTC().toString(Qt::ISODateWithMs);
        for (const auto& [key, value] : {std::pair(QStringLiteral("made-by"), QStringLiteral(MUA_VERSION)),
                                         std::pair(QStringLiteral("made-at"), madeAt)})
            if (added)
                added = database.run(QStringLiteral("INSERT INTO meta (key, value) VALUES (?, ?)"), {key, value});
        return added ? Result<>() : tl::make_unexpected(added.error());
    });
}

} // namespace

QString Scribe::loginName() {
    const passwd* account = ::getpwuid(::getuid());
    return account ? QString::fromLocal8Bit(account->pw_name) : QString::number(::getuid());
}

PlanFile::PlanFile(const QString& path, Scribe scribe)
    : m_path(QFileInfo(path).absoluteFilePath())
    , m_scribe(std::move(scribe)) {
}

PlanFile::~PlanFile() {
    if (!m_writing)
        return;
    // Folds the log into the one file. Fails, at once, while another program has the file open: then that one does it.
    m_connection->run(QStringLiteral("PRAGMA busy_timeout = 0"));
    m_connection->run(QStringLiteral("PRAGMA journal_mode = DELETE"));
}

Result<std::unique_ptr<PlanFile>> PlanFile::create(const QString& path, const Plan& plan, Scribe scribe) {
    const QString target = realPath(path);
    const QFileInfo info(target);
    if (!info.dir().exists())
        return systemError(tr("There is no folder %1.").arg(info.path()));
    if (info.isDir())
        return systemError(tr("%1 is a folder.").arg(path));

    // SQLite would apply what another program left beside the old file to the new one. Opening and closing the old file
    // ends what was interrupted; what stays belongs to a program that is at work.
    if (info.exists() && (QFile::exists(logOf(target)) || QFile::exists(rollbackOf(target)))) {
        open(target);
        if (QFile::exists(logOf(target)) || QFile::exists(rollbackOf(target)))
            return systemError(
                tr("%1 was not replaced: it is open in another program, or the disk is full.").arg(path));
    }
    QFile::remove(logOf(target));
    QFile::remove(rollbackOf(target));

    QFile fresh(info.path() + u"/." + info.fileName() + u'.' + QUuid::createUuid().toString(QUuid::Id128));
    const auto tidyUp = qScopeGuard([&] {
        QFile::remove(fresh.fileName());
        QFile::remove(rollbackOf(fresh.fileName()));
    });
    if (!fresh.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return systemError(tr("%1 cannot be written: %2.").arg(path, fresh.errorString()));
    fresh.close();
    if (info.exists())
        fresh.setPermissions(info.permissions());
    if (Result<> filled = fill(fresh.fileName(), plan, scribe); !filled)
        return systemError(filled.error().message.replace(fresh.fileName(), path));

    std::error_code failed;
    std::filesystem::rename(QFileInfo(fresh).filesystemFilePath(), info.filesystemFilePath(), failed);
    if (failed)
        return systemError(tr("%1 cannot be written: %2.").arg(path, QString::fromStdString(failed.message())));
    flushFolder(info.path());
    return open(path, std::move(scribe));
}

Result<std::unique_ptr<PlanFile>> PlanFile::open(const QString& path, Scribe scribe) {
    std::unique_ptr<PlanFile> file(new PlanFile(path, std::move(scribe)));
    if (Result<> loaded = file->load(); !loaded)
        return tl::make_unexpected(loaded.error());
    return file;
}

Result<> PlanFile::load() {
    const Result<PlanFileHeader> header = readPlanFileHeader(m_path);
    if (!header)
        return tl::make_unexpected(header.error());

    const QString file = realPath(m_path);
    Access access = Access::Read;
    if (QFile::exists(rollbackOf(file)))
        access = Access::Write; // a write was cut off, and only a writer can take it back
    else if (header->writeAheadLog && !QFile::exists(logOf(file)))
        access = Access::Frozen; // copied while it was in use; any other way to read it would leave files beside it
    Result<std::unique_ptr<Connection>> connection = Connection::open(file, access);
    if (!connection)
        return tl::make_unexpected(connection.error());
    m_connection = std::move(*connection);

    const Result<QVariant> check = m_connection->value(QStringLiteral("PRAGMA quick_check(1)"));
    if (!check)
        return tl::make_unexpected(check.error());
    if (check->toString() != u"ok")
        return damaged(check->toString().simplified() + u'.');

    if (Result<> read = readPlan(); !read)
        return read;
    const Result<QList<JournalEntry>> entries = readJournal(*m_connection, m_end);
    if (!entries)
        return damaged(entries.error());
    m_record = recordOf(*entries);

    m_readOnly = !QFileInfo(file).isWritable() || !QFileInfo(QFileInfo(file).path()).isWritable();
    if (header->writeAheadLog && !m_readOnly)
        return startWriting(); // takes over what was interrupted, so that the file is whole when we close it
    return {};
}

Result<> PlanFile::readPlan() {
    const Result<QVariant> json = m_connection->value(QStringLiteral("SELECT json FROM plan"));
    if (!json)
        return tl::make_unexpected(json.error());
    const Result<QVariant> digest = m_connection->value(QStringLiteral("SELECT digest FROM plan"));
    if (!digest)
        return tl::make_unexpected(digest.error());
    const QByteArray bytes = json->toString().toUtf8();
    m_digest = digestOf(bytes);
    if (digest->toString() != m_digest)
        return damaged(tr("the plan in it is not the one that was written."));
    Result<Plan> plan = planFromJson(bytes);
    if (!plan)
        return damaged(plan.error().message);
    m_plan = std::move(*plan);
    return {};
}

Result<QList<JournalEntry>> PlanFile::journal() const {
    JournalEnd begin;
    Result<QList<JournalEntry>> entries = readJournal(*m_connection, begin);
    if (!entries)
        return damaged(entries.error());
    return entries;
}

Result<> PlanFile::setState(const QString& itemId, StepState state) {
    QStringList steps;
    forEachItem(m_plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
        if (item.item.isStep())
            steps << item.item.id;
    });
    if (!steps.contains(itemId))
        return requestError(tr("The plan has no step %1%2").arg(itemId, didYouMeanOrStop(itemId, steps)));
    return write(Deed::State, itemId, stateWord(state));
}

Result<> PlanFile::setNote(const QString& itemId, const QString& note) {
    if (findItem(m_plan, itemId))
        return write(Deed::Note, itemId, storable(note));
    QStringList ids;
    forEachItem(m_plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) { ids << item.item.id; });
    return requestError(tr("The plan has no step or note %1%2").arg(itemId, didYouMeanOrStop(itemId, ids)));
}

Result<> PlanFile::startWriting() {
    if (m_writing)
        return {};
    if (m_readOnly)
        return systemError(tr("%1 may not be written to, nothing was recorded.").arg(m_path));
    Result<std::unique_ptr<Connection>> connection = Connection::open(realPath(m_path), Access::Write);
    if (!connection)
        return tl::make_unexpected(connection.error());
    // Where there can be no write-ahead log the rollback journal stays in force: slower, as safe.
    (*connection)->run(QStringLiteral("PRAGMA journal_mode = WAL"));
    const Result<QVariant> digest = (*connection)->value(QStringLiteral("SELECT digest FROM plan"));
    if (!digest)
        return tl::make_unexpected(digest.error());
    if (digest->toString() != m_digest)
        return systemError(tr("%1 was replaced by another plan, nothing was recorded.").arg(m_path));
    m_connection = std::move(*connection);
    m_writing = true;
    return {};
}

Result<> PlanFile::write(Deed deed, const QString& itemId, const QString& after) {
    if (Result<> ready = startWriting(); !ready)
        return ready;
    JournalEnd end = m_end;
    Record record = m_record;
    QStringList changed;
    const auto take = [&](const JournalEntry& entry) {
        apply(entry, record);
        if (!changed.contains(entry.item))
            changed << entry.item;
    };
    Result<> written = m_connection->atomically([&]() -> Result<> {
        const Result<QList<JournalEntry>> fromOthers = readJournal(*m_connection, end);
        if (!fromOthers)
            return damaged(fromOthers.error());
        for (const JournalEntry& entry : *fromOthers)
            take(entry);

        const ItemRecord now = record.value(itemId);
        const QString before = deed == Deed::Note ? now.note : stateWord(now.state);
        if (before == after)
            return {};
        const JournalEntry entry{end.number + 1, m_scribe.now().toUTC(), storable(m_scribe.name), deed, itemId, before,
                                 after};
        if (Result<> added = appendToJournal(*m_connection, entry, end); !added)
            return added;
        take(entry);
        return {};
    });
    if (!written)
        return written;
    m_end = end;
    m_record = std::move(record);
    for (const QString& id : changed)
        Q_EMIT recordChanged(id);
    return {};
}

tl::unexpected<Error> PlanFile::damaged(const QString& cause) const {
    return fileError(tr("%1 is damaged: %2").arg(m_path, cause));
}

tl::unexpected<Error> PlanFile::damaged(const Error& error) const {
    // Only what was read can be damaged; that reading failed has been said with the file's name.
    return error.kind == Error::Kind::File ? damaged(error.message) : tl::make_unexpected(error);
}
