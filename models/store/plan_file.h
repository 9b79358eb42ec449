#pragma once

#include "core/change.h"
#include "core/plan.h"
#include "core/record.h"
#include "core/result.h"
#include "store/file_identity.h"
#include "store/journal.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

class Connection;
enum class Access;

/// Who writes into a journal, and by which clock.
struct Scribe {
    QString name = loginName();
    std::function<QDateTime()> now = &QDateTime::currentDateTimeUtc;

    /// The account this process runs under.
    static QString loginName();
};

/// A plan on disk and what people recorded in it: `NAME.mesosplan`, an SQLite database. Owned by whoever shows or
/// changes the plan, used from the thread that made it. Every change is on disk before the function that made it
/// returns; reading never changes the file. When the object goes, the one file is whole by itself and no file stays
/// beside it.
///
/// Several programs may hold the same file: a change first takes in what others wrote, then adds to it. On a file
/// system of this computer that goes through a write-ahead log, on any other through a rollback journal
/// (file_system.h).
class PlanFile final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanFile)

public:
    /// A new file without any record. A file that is there is replaced only when the new one is whole; one that another
    /// program has open is not replaced. Errors, all of kind System: folder missing, no permission, disk full, in use.
    static Result<std::unique_ptr<PlanFile>> create(const QString& path, const Plan& plan, Scribe scribe = {});

    /// Errors of kind File: not a plan file, damaged (rescue.h), made by a newer version. Of kind System: missing, no
    /// permission. The file stays as it is in all these cases. One that may be read but not written opens read-only.
    static Result<std::unique_ptr<PlanFile>> open(const QString& path, Scribe scribe = {});

    ~PlanFile() override;

    QString path() const { return m_path; }
    const Plan& plan() const { return m_plan; }
    const Record& record() const { return m_record; }
    bool isReadOnly() const { return !m_readOnlyReason.isEmpty(); }
    /// One sentence; empty when the file can be written to.
    QString readOnlyReason() const { return m_readOnlyReason; }
    /// One sentence when the file was not closed properly and what was being written then is not in it; else empty.
    QString cutOffWarning() const { return m_cutOffWarning; }

    /// Everything people did, oldest first, as it is on disk now.
    Result<QList<JournalEntry>> journal() const;

    /// What an entry of kind Plan changed, on one line; empty when one of the two plans is not whole any more.
    QString planChange(const JournalEntry& entry) const;

    /// Who writes: the name that entries of this object have.
    QString writer() const { return m_scribe.name; }

    /// All of it on disk when it returns, or none of it; what stands there already is not written again. Whoever begins
    /// or finishes a step while something is open in front of it went past that, and the journal says so.
    /// Errors: those of checkedChanges() (Request), another plan took the place of this one meanwhile (Request; it is
    /// shown already), not written (System): no permission, disk full, the file was deleted or replaced.
    Result<> record(const QList<Change>& changes);

    /// The same for several deeds, one after the other: each at its own time, all on disk or none.
    Result<> recordAll(const QList<QList<Change>>& deeds);

    /// Puts another plan in the place of this one: other answers, or newer knowledge. What is recorded stays, by id.
    /// The plan before stays in the file, so that a Change of kind Plan leads back to it. Errors as above.
    Result<> setPlan(const Plan& plan);

    /// Takes in what others wrote since. Errors: the file was deleted, replaced or damaged, or cannot be read.
    Result<> refresh();

    /// From here on, as long as an event loop runs: what others write is taken in within two seconds, and seconds after
    /// the last change of ours the one file is whole by itself, so that copying it is enough.
    void watch();

    /// A file of its own with all that is on disk now, also when this one was deleted or replaced meanwhile. A file
    /// that is there is replaced only when the copy is whole. Errors: those of create(), or `path` is this very file
    /// (Request).
    Result<> saveCopy(const QString& path) const;

Q_SIGNALS:
    /// After a change is on disk, one of ours or one of others that came to light: these steps, notes and pause points.
    void recordChanged(const QStringList& ids);
    /// Whom to call, or one of the cluster's own values.
    void valuesChanged();
    /// plan() is another one; everything that points into the old one is gone.
    void planChanged();
    /// What others wrote came to light, oldest first; after the signals above.
    void othersDid(const QList<JournalEntry>& entries);
    /// While watched: the file cannot be reached or read any more, and why. Nothing can be recorded until it is
    /// found().
    void lost(const QString& sentence);
    void found();

private:
    PlanFile(const QString& path, Scribe scribe);

    struct News;

    Result<> load();
    Result<> checkLog();
    Result<> connect(bool writeAheadLog);
    Result<> connect(Access access);
    Result<> readAll();
    Result<Plan> planOf(const QString& digest) const;
    void rememberLog();
    bool hasItsLog() const;
    Result<> startWriting();
    Result<> joinOthers();
    Result<> readNews(News& news) const;
    Result<> readPlanOf(News& news) const;
    Result<> write(const QList<QList<Change>>& deeds, const QByteArray& newPlan);
    Result<> add(const QList<Change>& changes, const QByteArray& newPlan, News& news) const;
    void take(News news);
    void follow();
    void fold();

    const QString m_path;
    const QString m_file; ///< where the path leads to
    const Scribe m_scribe;
    FileIdentity m_identity;
    std::optional<FileIdentity> m_log; ///< of the memory our log is shared through, while there is one
    QString m_readOnlyReason;
    QString m_cutOffWarning;
    Plan m_plan;
    QString m_firstPlan; ///< digest of the plan the file was made with
    Record m_record;
    JournalEnd m_end;
    Access m_access{}; ///< Frozen
    std::unique_ptr<Connection> m_connection;
    QDateTime m_readAt;        ///< Frozen only: when the file was changed last
    qint64 m_dataVersion = -1; ///< SQLite's count of what other connections wrote
    bool m_isLost = false;
    QTimer m_followTimer;
    QTimer m_foldTimer;
};
