#pragma once

#include "core/plan.h"
#include "core/record.h"
#include "core/result.h"
#include "store/journal.h"

#include <QObject>

#include <functional>
#include <memory>

class Connection;

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
/// Several programs may hold the same file: a change first takes in what others wrote, then adds to it.
class PlanFile final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanFile)

public:
    /// A new file without any record. A file that is there is replaced only when the new one is whole; one that another
    /// program has open is not replaced. Errors, all of kind System: folder missing, no permission, disk full, in use.
    static Result<std::unique_ptr<PlanFile>> create(const QString& path, const Plan& plan, Scribe scribe = {});

    /// Errors of kind File: not a plan file, damaged, made by a newer version. Of kind System: missing, no permission.
    /// The file stays as it is in all these cases. One that may be read but not written opens read-only.
    static Result<std::unique_ptr<PlanFile>> open(const QString& path, Scribe scribe = {});

    ~PlanFile() override;

    QString path() const { return m_path; }
    const Plan& plan() const { return m_plan; }
    const Record& record() const { return m_record; }
    bool isReadOnly() const { return m_readOnly; }

    /// Everything people did, oldest first, as it is on disk now.
    Result<QList<JournalEntry>> journal() const;

    /// On disk when it returns; the state it already has is not written again. Errors: no such step in the plan
    /// (Request, names the nearest ones), not written (System).
    Result<> setState(const QString& itemId, StepState state);

    /// The same for the note people keep on a step or note of the plan; empty takes it away.
    Result<> setNote(const QString& itemId, const QString& note);

Q_SIGNALS:
    /// After a change is on disk: one of ours, or one of another program that came to light with ours.
    void recordChanged(const QString& itemId);

private:
    PlanFile(const QString& path, Scribe scribe);

    Result<> load();
    Result<> readPlan();
    Result<> startWriting();
    Result<> write(Deed deed, const QString& itemId, const QString& after);
    tl::unexpected<Error> damaged(const QString& cause) const;
    tl::unexpected<Error> damaged(const Error& error) const;

    const QString m_path;
    const Scribe m_scribe;
    Plan m_plan;
    QString m_digest; ///< of the plan as it is in the file
    Record m_record;
    JournalEnd m_end;
    bool m_readOnly = false;
    bool m_writing = false;
    std::unique_ptr<Connection> m_connection;
};
