#pragma once

#include "core/plan.h"
#include "core/record.h"

#include <QDialog>

class QListWidget;

/// Asks to which upgrade of a plan people want to go. Each has a number that can be typed, and says how far it is.
/// Opened by the checklist view; shows what it was made with.
class GoToDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GoToDialog)

public:
    GoToDialog(const Plan& plan, const Record& record, QWidget* parent = nullptr);

    void accept() override;

Q_SIGNALS:
    void chosen(int hop);

private:
    QListWidget* m_list;
};
