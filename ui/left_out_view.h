#pragma once

#include "core/plan.h"

#include <QWidget>

class QPushButton;
class QTreeWidget;

/// What this cluster does not need, and the answers that say so.
class LeftOutView final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LeftOutView)

public:
    explicit LeftOutView(const Plan& plan, QWidget* parent = nullptr);

Q_SIGNALS:
    void answerRequested(const QString& question);

private:
    void requestAnswer();

    QTreeWidget* m_list;
    QPushButton* m_showAnswer;
};
