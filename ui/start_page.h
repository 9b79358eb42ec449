#pragma once

#include <QWidget>

class QListWidget;
class QPushButton;
class RecentPlans;

/// What people see first: the ways to begin, and the plans they had open. The list of them has to outlive it.
class StartPage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StartPage)

public:
    explicit StartPage(RecentPlans& recent, QWidget* parent = nullptr);

Q_SIGNALS:
    void newPlanRequested();
    void openRequested();
    void exampleRequested();
    /// A recent plan, which may be missing.
    void planRequested(const QString& path);

protected:
    /// Files come and go, and time passes, while another program is in front.
    void changeEvent(QEvent* event) override;
    /// Hands it on. A focus proxy would not do: Tab takes it for the whole page, and goes past what stands before it.
    void focusInEvent(QFocusEvent* event) override;

private:
    /// What people get, for those who see the program for the first time.
    static QWidget* makePromises();
    QWidget* makeRecentPart();
    void fill();
    void openCurrent();
    QString currentPath() const;

    RecentPlans& m_recent;
    QWidget* m_recentPart = nullptr;
    QWidget* m_promises;
    QPushButton* m_new;
    QListWidget* m_list;
    QPushButton* m_open;
    QPushButton* m_forget;
};
