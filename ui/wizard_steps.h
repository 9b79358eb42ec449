#pragma once

#include <QWidget>

class QVBoxLayout;

/// The pages of the wizard at its left: those done, the one people are on, those to come. Clicking one asks to go
/// there.
class WizardSteps final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WizardSteps)

public:
    struct Step {
        int page;
        QString title;

        bool operator==(const Step&) const = default;
    };

    explicit WizardSteps(QWidget* parent = nullptr);

    void showSteps(const QList<Step>& steps, int current);

Q_SIGNALS:
    void requested(int page);

private:
    QList<Step> m_steps;
    QVBoxLayout* m_list;
};
