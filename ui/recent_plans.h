#pragma once

#include <QList>
#include <QObject>

class QSettings;

/// A plan that was open here, as it was then. Nothing of it is read from the plan's file, so that a list of them costs
/// nothing at start.
struct RecentPlan {
    QString path;
    QString title;
    int steps = 0;
    int done = 0;

    bool isMissing() const;
};

/// The plans that were open here last, the latest first, at most ten. Kept in the settings. Owned by the main window.
class RecentPlans final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecentPlans)

public:
    explicit RecentPlans(QSettings& settings, QObject* parent = nullptr);

    const QList<RecentPlan>& plans() const { return m_plans; }

    /// Puts the plan first, with what is known of it now.
    void remember(const RecentPlan& plan);
    void forget(const QString& path);

Q_SIGNALS:
    void changed();

private:
    void write();

    QSettings& m_settings;
    QList<RecentPlan> m_plans;
};
