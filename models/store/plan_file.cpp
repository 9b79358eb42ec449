#include "store/plan_file.h"

#include "core/plan_diff.h"
#include "core/plan_json.h"
#include "store/connection.h"
#include "store/entries.h"
#include "store/file_system.h"
#include "store/log_tail.h"
#include "store/plan_table.h"
#include "store/schema.h"
#include "store/whole_file.h"

#include <QFile>
#include <QFileInfo>
#include <QThread>

#include <algorithm>
#include <chrono>
#include <optional>
#include <pwd.h>
#include <unistd.h>

namespace {

/// Texts that SQLite and Qt give back exactly as they were written: UTF-16 that is no text would come back as another
/// one.
QString storable(const QString& text) {
    return text.isValidUtf16() ? text : QString::fromUtf8(text.toUtf8());
}

bool isStorable(const Change& change) {
    return change.about.isValidUtf16() && change.text.isValidUtf16() && change.mark.reason.isValidUtf16() &&
           change.mark.acceptedBy.isValidUtf16();
}

QList<Change> storable(QList<Change> changes) {
    if (std::all_of(changes.cbegin(), changes.cend(), isStorable))
        return changes;
    for (Change& change : changes)
        for (QString* text : {&change.about, &change.text, &change.mark.reason, &change.mark.acceptedBy})
            *text = storable(*text);
    return changes;
}

/// Empty when it may be written to.
QString whyReadOnly(const QString& path, const QString& file) {
    const QFileInfo info(file);
    const QFileInfo folder(info.path());
    if (!info.isWritable())
        return PlanFile::tr("%1 may not be written to.").arg(path);
    if (!folder.isWritable())
        return PlanFile::tr("The folder of %1 may not be written to.").arg(path);
    if (const FileSystem system = fileSystemAt(file); !system.isLocal && !locksWorkIn(folder.filePath()))
        return PlanFile::tr("%1 lies on a file system (%2) without working locks, so that two programs could spoil it.")
            .arg(path, system.name);
    return {};
}

Result<> checkStructure(const Connection& database) {
    const Result<QVariant> check = database.value(QStringLiteral("PRAGMA quick_check(1)"));
    if (!check)
        return tl::make_unexpected(check.error());
    if (check->toString() != u"ok")
        return database.damaged(check->toString().simplified());
    return {};
}

/// The plan the file was made with and every plan that took its place are there.
Result<> checkPlans(const Connection& database, const QString& firstPlan, const QList<JournalEntry>& entries) {
    const Result<QStringList> plans = plansIn(database);
    if (!plans)
        return tl::make_unexpected(plans.error());
    QStringList wanted{firstPlan};
    for (const JournalEntry& entry : entries)
        if (entry.deed == Deed::Plan)
            wanted << entry.after;
    for (const QString& digest : std::as_const(wanted))
        if (!digest.isEmpty() && !plans->contains(digest))
            return database.damaged(PlanFile::tr("a plan in it is missing"));
    return {};
}

} // namespace

QString Scribe::loginName() {
    const passwd* account = ::getpwuid(::getuid());
    return account ? QString::fromLocal8Bit(account->pw_name) : QString::number(::getuid());
}

PlanFile::PlanFile(const QString& path, Scribe scribe)
    : m_path(QFileInfo(path).absoluteFilePath())
    , m_file(realPath(path))
    , m_scribe(std::move(scribe)) {
    m_followTimer.setInterval(std::chrono::seconds(1));
    m_foldTimer.setInterval(std::chrono::seconds(3));
    m_foldTimer.setSingleShot(true);
    QObject::connect(&m_followTimer, &QTimer::timeout, this, &PlanFile::follow);
    QObject::connect(&m_foldTimer, &QTimer::timeout, this, &PlanFile::fold);
}

PlanFile::~PlanFile() {
    // While another program has the file open the log stays for that one to take away. When something else has taken
    // the file's name, a log of that name is no longer ours to take away.
    if (m_access != Access::Write || !m_connection || !hasItsLog())
        return;
    if (!checkStillAt(m_path, m_identity) || !m_connection->endLog())
        m_connection->fold();
}

Result<std::unique_ptr<PlanFile>> PlanFile::create(const QString& path, const Plan& plan, Scribe scribe) {
    const QByteArray json = planToJson(plan);
    Result<> made = makeWhole(path, [&](const Connection& database) {
        return database.atomically([&] { return beginFile(database, {json}, digestOf(json), scribe.now()); });
    });
    if (!made)
        return tl::make_unexpected(made.error());
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
    const Result<FileIdentity> identity = identityOf(m_path);
    if (!identity)
        return tl::make_unexpected(identity.error());
    m_identity = *identity;
    m_readOnlyReason = whyReadOnly(m_path, m_file);
    if (Result<> checked = checkLog(); !checked)
        return checked;
    if (Result<> connected = connect(header->writeAheadLog); !connected)
        return connected;
    if (Result<> checked = checkStructure(*m_connection); !checked)
        return checked;
    if (Result<> read = m_connection->atOneMoment([this] { return readAll(); }); !read)
        return read;
    if (header->writeAheadLog && !isReadOnly())
        return startWriting(); // takes over what was interrupted, so that the file is whole when we close it
    return {};
}

Result<> PlanFile::checkLog() {
    const auto tail = [this] {
        QFile log(logOf(m_file));
        return log.open(QIODevice::ReadOnly) ? tailOf(log.readAll()) : LogTail::Whole;
    };
    if (tail() == LogTail::Whole)
        return {};
    QThread::msleep(50); // a program at work may have been in the middle of a transaction
    switch (tail()) {
    case LogTail::Whole:
        break;
    case LogTail::CutOff:
        m_cutOffWarning =
            tr("%1 was not closed properly, and what was being written then is not in it. Check whether what "
               "was done last is there.")
                .arg(m_path);
        break;
    case LogTail::Damaged:
        return fileError(tr("%1 is damaged: what was written last cannot be read.").arg(m_path));
    }
    return {};
}

Result<> PlanFile::connect(bool writeAheadLog) {
    const bool isLocal = fileSystemAt(m_file).isLocal;
    // A write that was cut off can only be taken back by a writer; and a log needs memory that all programs share.
    if (!isReadOnly() && (QFile::exists(rollbackOf(m_file)) || (writeAheadLog && !isLocal)))
        return startWriting();
    // Copied while it was in use: any other way to read it would leave files beside it.
    const bool isFrozen = writeAheadLog && !QFile::exists(logOf(m_file));
    m_readAt = QFileInfo(m_file).lastModified();
    return connect(isFrozen ? Access::Frozen : Access::Read);
}

Result<> PlanFile::connect(Access access) {
    Result<std::unique_ptr<Connection>> connection = Connection::open(m_file, access);
    if (!connection)
        return tl::make_unexpected(connection.error());
    if (Result<> same = checkStillAt(m_path, m_identity); !same)
        return same;
    if (access == Access::Write) {
        // Where there can be no write-ahead log a rollback journal stays in force: slower, as safe.
        if (fileSystemAt(m_file).isLocal)
            (*connection)->run(QStringLiteral("PRAGMA journal_mode = WAL"));
        else if (Result<> ended = (*connection)->endForeignLog(); !ended)
            return ended;
    }
    m_connection = std::move(*connection);
    m_access = access;
    m_dataVersion = -1;
    m_log.reset();
    rememberLog();
    return {};
}

Result<> PlanFile::readAll() {
    const Result<QString> first = firstPlan(*m_connection);
    if (!first)
        return tl::make_unexpected(first.error());
    m_firstPlan = *first;
    const Result<QList<JournalEntry>> entries = readJournal(*m_connection, m_end);
    if (!entries)
        return tl::make_unexpected(entries.error());
    if (Result<> checked = checkPlans(*m_connection, m_firstPlan, *entries); !checked)
        return checked;
    m_record = recordOf(*entries);
    return planOf(m_record.plan).map([this](const Plan& plan) { m_plan = plan; });
}

Result<Plan> PlanFile::planOf(const QString& digest) const {
    if (!m_connection)
        return systemError(tr("%1 could not be read.").arg(m_path));
    return readPlan(*m_connection, digest.isEmpty() ? m_firstPlan : digest);
}

QString PlanFile::planChange(const JournalEntry& entry) const {
    const Result<Plan> before = planOf(entry.before);
    const Result<Plan> after = planOf(entry.after);
    return before && after ? inWords(diffPlans(*before, *after)) : QString();
}

Result<QList<JournalEntry>> PlanFile::journal() const {
    if (!m_connection)
        return systemError(tr("%1 could not be read.").arg(m_path));
    Result<QList<JournalEntry>> entries;
    Result<> read = m_connection->atOneMoment([&]() -> Result<> {
        JournalEnd begin;
        entries = readJournal(*m_connection, begin);
        return entries.map([](const QList<JournalEntry>&) {});
    });
    if (!read)
        return tl::make_unexpected(read.error());
    return entries;
}

Result<> PlanFile::record(const QList<Change>& changes) {
    return write({changes}, {});
}

Result<> PlanFile::recordAll(const QList<QList<Change>>& deeds) {
    return write(deeds, {});
}

Result<> PlanFile::setPlan(const Plan& plan) {
    const QByteArray json = planToJson(plan);
    const QString digest = digestOf(json);
    if (digest == (m_record.plan.isEmpty() ? m_firstPlan : m_record.plan))
        return {};
    return write({{Change{Deed::Plan, {}, digest, {}}}}, json);
}

Result<> PlanFile::saveCopy(const QString& path) const {
    if (!m_connection)
        return systemError(tr("%1 could not be read.").arg(m_path));
    if (const Result<FileIdentity> there = identityOf(path); there && *there == m_identity)
        return requestError(tr("%1 is the plan itself; a copy needs another name.").arg(path));
    return makeWhole(path, [this](const Connection& copy) -> Result<> {
        if (Result<> copied = m_connection->copyInto(copy); !copied)
            return copied;
        if (!copy.endLog()) // the copy says of itself that it has one, as its original does
            return systemError(tr("%1 could not be written.").arg(copy.path()));
        return open(copy.path()).map([](const std::unique_ptr<PlanFile>&) {}); // is it whole?
    });
}

Result<> PlanFile::startWriting() {
    if (isReadOnly())
        return systemError(tr("%1 Nothing was recorded.").arg(m_readOnlyReason));
    if (m_access == Access::Write && m_connection && hasItsLog())
        return checkStillAt(m_path, m_identity);
    if (Result<> inPlace = checkStillAt(m_path, m_identity); !inPlace)
        return inPlace;
    if (m_access == Access::Write)
        m_connection.reset(); // one beside it would share the log that is gone
    return connect(Access::Write);
}

/// It is there with the first thing that is read or written through it.
void PlanFile::rememberLog() {
    if (m_log || m_access != Access::Write)
        return;
    if (const Result<FileIdentity> log = identityOf(sharedMemoryOf(m_file)))
        m_log = *log;
}

/// SQLite's locks belong to the process: they are gone as soon as anything in it closes another handle of the file, and
/// then another program may take away the log we write to. What was written before is in the file by then.
bool PlanFile::hasItsLog() const {
    if (!m_log)
        return true;
    const Result<FileIdentity> there = identityOf(sharedMemoryOf(m_file));
    return there && *there == *m_log;
}

/// What a deed, ours or of others, makes of the file: taken over when it is on disk.
struct PlanFile::News {
    JournalEnd end;
    Record record;
    QStringList items;
    bool values = false;
    std::optional<Plan> plan; ///< when it is another one
    QList<JournalEntry> fromOthers = {};

    void tell(const QList<JournalEntry>& entries) {
        for (const JournalEntry& entry : entries) {
            if (entry.deed == Deed::Call || entry.deed == Deed::Value)
                values = true;
            else
                items += entry.about;
        }
    }
};

Result<> PlanFile::readNews(News& news) const {
    const Result<QList<JournalEntry>> entries = readJournal(*m_connection, news.end);
    if (!entries)
        return tl::make_unexpected(entries.error());
    for (const JournalEntry& entry : *entries)
        apply(entry, news.record);
    news.tell(*entries);
    news.fromOthers = *entries;
    return readPlanOf(news);
}

Result<> PlanFile::readPlanOf(News& news) const {
    if (news.record.plan == m_record.plan)
        return {};
    return planOf(news.record.plan).map([&](const Plan& plan) { news.plan = plan; });
}

Result<> PlanFile::refresh() {
    if (Result<> joined = joinOthers(); !joined)
        return joined;
    News news{m_end, m_record, {}, false, {}};
    if (Result<> read = m_connection->atOneMoment([&] { return readNews(news); }); !read)
        return read;
    take(std::move(news));
    return {};
}

Result<> PlanFile::write(const QList<QList<Change>>& deeds, const QByteArray& newPlan) {
    if (Result<> ready = startWriting(); !ready)
        return ready;
    News news{m_end, m_record, {}, false, {}};
    bool isOutdated = false;
    Result<> written = m_connection->atomically([&]() -> Result<> {
        if (Result<> read = readNews(news); !read)
            return read;
        isOutdated = news.plan.has_value();
        if (isOutdated)
            return requestError(tr("Somebody put another plan in the place of this one; nothing was recorded."));
        for (const QList<Change>& changes : deeds)
            if (Result<> added = add(changes, newPlan, news); !added)
                return added;
        return readPlanOf(news);
    });
    if (isOutdated)
        refresh();
    if (written)
        written = checkStillAt(m_path, m_identity);
    rememberLog();
    if (!written)
        return written;
    if (m_followTimer.isActive())
        m_foldTimer.start();
    take(std::move(news));
    return {};
}

Result<> PlanFile::add(const QList<Change>& changes, const QByteArray& newPlan, News& news) const {
    const Result<QList<Change>> fit = checkedChanges(m_plan, news.record, storable(changes));
    if (!fit)
        return tl::make_unexpected(fit.error());
    QList<JournalEntry> entries =
        entriesFor(m_plan, news.record, *fit, m_scribe.now().toUTC(), storable(m_scribe.name));
    if (entries.isEmpty())
        return {};
    const Result<quint32> schema = schemaOf(*m_connection);
    if (!schema)
        return tl::make_unexpected(schema.error());
    Result<> added;
    if (*schema < schemaVersion)
        added = raiseSchema(*m_connection, *schema);
    if (added && !newPlan.isEmpty())
        added = addPlan(*m_connection, newPlan);
    if (added)
        added = appendToJournal(*m_connection, entries, news.end);
    if (added)
        news.tell(entries);
    return added;
}

void PlanFile::take(News news) {
    const bool isOtherPlan = news.plan.has_value();
    if (isOtherPlan)
        m_plan = std::move(*news.plan);
    m_end = news.end;
    m_record = std::move(news.record);
    if (isOtherPlan)
        Q_EMIT planChanged();
    if (!news.items.isEmpty())
        Q_EMIT recordChanged(news.items);
    if (news.values)
        Q_EMIT valuesChanged();
    if (!news.fromOthers.isEmpty())
        Q_EMIT othersDid(news.fromOthers);
}

void PlanFile::watch() {
    m_followTimer.start();
    if (m_access == Access::Write)
        m_foldTimer.start();
}

Result<> PlanFile::joinOthers() {
    if (Result<> inPlace = checkStillAt(m_path, m_identity); !inPlace)
        return inPlace;
    if (!m_connection || (m_access == Access::Write && !hasItsLog()))
        return startWriting();
    const bool hasOthers = QFile::exists(logOf(m_file)) || QFile::exists(rollbackOf(m_file));
    if (m_access == Access::Read && hasOthers && !isReadOnly())
        return startWriting(); // who closes the file last has to be one who can tidy up
    if (m_access == Access::Frozen && (hasOthers || QFileInfo(m_file).lastModified() != m_readAt))
        return readPlanFileHeader(m_path).and_then(
            [this](const PlanFileHeader& header) { return connect(header.writeAheadLog); });
    return {};
}

void PlanFile::follow() {
    Result<> followed = joinOthers();
    const Result<QVariant> version = followed ? m_connection->value(QStringLiteral("PRAGMA data_version")) : QVariant();
    if (!version)
        followed = tl::make_unexpected(version.error());
    if (followed && version->toLongLong() != m_dataVersion)
        followed = refresh();
    m_dataVersion = followed ? version->toLongLong() : -1;

    const bool wasLost = std::exchange(m_isLost, !followed);
    if (m_isLost && !wasLost) {
        fold(); // the file may only have been moved: then it is whole where it is now
        Q_EMIT lost(followed.error().message);
    } else if (wasLost && !m_isLost) {
        Q_EMIT found();
    }
}

void PlanFile::fold() {
    if (m_access == Access::Write && m_connection && hasItsLog() && !m_connection->fold())
        m_foldTimer.start();
}
