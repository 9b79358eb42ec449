#pragma once

#include "core/plan.h"

#include <QWidget>

class QLabel;
class QTreeWidget;

/// The answers a plan was made from, and the way to a new plan with other ones. The plan has to outlive it.
class AnswersView final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AnswersView)

public:
    explicit AnswersView(const Plan& plan, QWidget* parent = nullptr);

    void select(const QString& question);

Q_SIGNALS:
    void newPlanRequested();

private:
    void showWhy();

    const Plan& m_plan;
    QTreeWidget* m_list;
    QLabel* m_why;
};
