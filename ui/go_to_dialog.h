#pragma once

#include "core/plan.h"
#include "core/record.h"

#include <QDialog>

#include <optional>

class QLabel;
class QLineEdit;
class QListWidget;

/// Which upgrade of a plan people mean: its number, its versions as they stand in the list (`0.17.0 → 0.18.x`, also
/// with `->` or a hyphen, and typed more briefly), or one version, which is the upgrade that leads to it; the version
/// the plan begins with means the first one. Nothing for what is none of these.
std::optional<int> upgradeMeant(const Plan& plan, const QString& typed);

/// Asks to which upgrade of a plan people want to go: they type a version or a number, or take it from the list, which
/// says how far each is. Opened by the checklist view; shows what it was made with.
class GoToDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GoToDialog)

public:
    GoToDialog(const Plan& plan, const Record& record, QWidget* parent = nullptr);

    /// Stays open, and says so, while what is typed means no upgrade of the plan.
    void accept() override;

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void chosen(int hop);

private:
    void fill(const Record& record);
    int titleWidth() const;
    void showTyped(const QString& typed);

    const Plan& m_plan;
    QLineEdit* m_typed;
    QListWidget* m_list;
    QLabel* m_refusal;
};
