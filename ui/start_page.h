#pragma once

#include <QWidget>

class QPushButton;
class QTreeWidget;
class RecentPlans;

/// What people see first: the two ways to begin, and the plans they had open. The list of them has to outlive it.
class StartPage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StartPage)

public:
    explicit StartPage(RecentPlans& recent, QWidget* parent = nullptr);

Q_SIGNALS:
    void newPlanRequested();
    void exampleRequested();
    void planRequested(const QString& path);

private:
    QWidget* makeRecentPart();
    void fill();
    void onCurrentChanged();
    void openCurrent();
    QString currentPath() const;

    RecentPlans& m_recent;
    QWidget* m_recentPart = nullptr;
    QTreeWidget* m_list;
    QPushButton* m_open;
    QPushButton* m_forget;
};
