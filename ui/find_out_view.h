#pragma once

#include "core/plan.h"

#include <QScrollArea>

/// The questions that are still open: why they matter, how to find out, and which steps wait for the answer. Filled
/// when it is first seen. The plan has to outlive it.
class FindOutView final : public QScrollArea {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindOutView)

public:
    explicit FindOutView(const Plan& plan, QWidget* parent = nullptr);

Q_SIGNALS:
    void itemRequested(const QString& itemId);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* card(const PlanQuestion& question, QWidget* parent);

    const Plan& m_plan;
};
