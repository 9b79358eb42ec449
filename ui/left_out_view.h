#pragma once

#include "core/plan.h"

#include <QWidget>

class QPushButton;
class QTreeWidget;

/// What this cluster does not need, and the answers that say so; and what a later step or note takes the place of.
class LeftOutView final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LeftOutView)

public:
    explicit LeftOutView(const Plan& plan, QWidget* parent = nullptr);

Q_SIGNALS:
    void answerRequested(const QString& question);
    void itemRequested(const QString& itemId);

private:
    void addReplaced(const Plan& plan);
    void showCurrent();
    void requestCurrent();

    QTreeWidget* m_list;
    QPushButton* m_show;
};

/// How many steps and notes are done once, with a later one, where several versions are one upgrade.
int replacedCount(const Plan& plan);
