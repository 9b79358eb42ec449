#pragma once

#include <QDateTime>
#include <QList>
#include <QObject>

class PlanFile;
class QSettings;

/// A plan that was open here, as it was then. Nothing of it is read from the plan's file, so that a list of them costs
/// nothing at start.
struct RecentPlan {
    QString path;
    QString title;
    int steps = 0;
    int done = 0;
    QString lastStep; ///< worked on last, as plain text; empty before the first
    QDateTime when;   ///< UTC: when that was, else when the plan was opened

    bool isMissing() const;
};

/// What is to be remembered of an open plan.
RecentPlan recentPlanOf(const PlanFile& file);

/// The plans that were open here last, the latest first, at most ten. Kept in the settings. Owned by Windows.
class RecentPlans final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecentPlans)

public:
    explicit RecentPlans(QSettings& settings, QObject* parent = nullptr);

    const QList<RecentPlan>& plans() const { return m_plans; }

    /// Puts the plan first, with what is known of it now.
    void remember(const RecentPlan& plan);
    void forget(const QString& path);
    void forgetAll();

Q_SIGNALS:
    void changed();

private:
    void write();

    QSettings& m_settings;
    QList<RecentPlan> m_plans;
};
