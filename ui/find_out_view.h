#pragma once

#include "core/plan.h"

#include <QScrollArea>

class Desktop;
class PlanFile;

/// The questions that are still open: why they matter, how to find out, and which steps wait for the answer. Commands
/// are filled with the cluster's own values; the list can be taken along. Filled when it is first seen. The plan file
/// and the desktop have to outlive it.
class FindOutView final : public QScrollArea {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindOutView)

public:
    FindOutView(const PlanFile& file, Desktop& desktop, QWidget* parent = nullptr);

Q_SIGNALS:
    void itemRequested(const QString& itemId);
    /// Somebody found out, and wants to answer.
    void answerRequested(const QString& question);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void fill();
    QWidget* patchCard(QWidget* parent);
    QWidget* card(const PlanQuestion& question, QWidget* parent);
    void addWaiting(QWidget& card, const QStringList& ids);

    const PlanFile& m_file;
    Desktop& m_desktop;
};
