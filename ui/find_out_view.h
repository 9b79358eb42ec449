#pragma once

#include "core/plan.h"

#include <QScrollArea>

class PlanFile;

/// The questions that are still open: why they matter, how to find out, and which steps wait for the answer. Commands
/// are filled with the cluster's own values. Filled when it is first seen. The plan file has to outlive it.
class FindOutView final : public QScrollArea {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindOutView)

public:
    explicit FindOutView(const PlanFile& file, QWidget* parent = nullptr);

Q_SIGNALS:
    void itemRequested(const QString& itemId);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void fill();
    QWidget* card(const PlanQuestion& question, QWidget* parent);

    const PlanFile& m_file;
};
