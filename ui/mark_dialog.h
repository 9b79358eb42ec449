#pragma once

#include "core/plan.h"
#include "core/record.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

/// Asks for what a state needs before steps can have it: why they are skipped, not applicable or put off, to which
/// upgrade, and for blockers who accepts that until which day. OK closes it only when the rules take the answer; else
/// it says what is missing, and what was typed stays. Owned by whoever opens it; plan and record have to outlive it.
class MarkDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MarkDialog)

public:
    MarkDialog(const Plan& plan, const Record& record, const QStringList& steps, StepState wished, QWidget* parent);

    const QStringList& steps() const { return m_steps; }
    Mark mark() const;

    void accept() override;

protected:
    /// Ctrl+Return is OK, wherever people type.
    void keyPressEvent(QKeyEvent* event) override;

private:
    QFormLayout* makeFields(const Mark& before);
    void refuse(const QString& sentence);
    void askForAcceptance(QFormLayout& fields, const Mark& before);

    const Plan& m_plan;
    const Record& m_record;
    const QStringList m_steps;
    const StepState m_state;
    QComboBox* m_upgrade = nullptr;    ///< only when they are put off
    QLineEdit* m_acceptedBy = nullptr; ///< only for blockers
    QLineEdit* m_until = nullptr;      ///< only for blockers
    QPlainTextEdit* m_reason;
    QLabel* m_refusal;
};

/// The upgrades all of these steps can be put off to: those after the last of theirs. Values of PlanHop::to.
QStringList laterUpgrades(const Plan& plan, const QStringList& steps);
