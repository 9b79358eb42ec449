#pragma once

#include "core/plan_diff.h"
#include "core/record.h"

#include <QDialog>

class Desktop;
class QDialogButtonBox;
class QLabel;

/// Two plans compared, to be read, exported, and where an offer is made, accepted: then accepted() is emitted. Made for
/// one comparison and deleted afterwards.
class DiffDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DiffDialog)

public:
    struct Compared {
        PlanDiff diff;
        Record before;
        Record after;
    };

    /// `introduction` says what is compared. `suggested` is the file offered for the export.
    DiffDialog(Compared compared, const QString& introduction, const QString& suggested, Desktop& desktop,
               QWidget* parent = nullptr);

    /// Adds a button that accepts, beside Cancel.
    void offer(const QString& button);

private:
    void exportComparison();

    const Compared m_compared;
    const QString m_suggested;
    Desktop& m_desktop;
    QDialogButtonBox* m_buttons;
    QLabel* m_outcome;
};
