#pragma once

#include <QWidget>

class QVBoxLayout;

/// The pages of the wizard at its left: those done, the one people are on, those to come. Clicking one asks to go
/// there, and so does the space bar; the arrow keys lead from one to the next, so that all are one stop of the Tab key.
class WizardSteps final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WizardSteps)

public:
    struct Step {
        int page;
        QString title;
        bool wasSeen = false; ///< done, unless it is the one people are on

        bool operator==(const Step&) const = default;
    };

    /// As wide as the longest of the titles needs, whether its page is shown or not: nothing moves sideways later.
    explicit WizardSteps(const QStringList& titles, QWidget* parent = nullptr);

    void showSteps(const QList<Step>& steps, int current);

Q_SIGNALS:
    void requested(int page);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QList<Step> m_steps;
    QVBoxLayout* m_list;
};
