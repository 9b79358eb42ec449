#pragma once

#include <QWizardPage>

class Desktop;
class DraftedPlan;
class FindOutActions;
class QGridLayout;
class QLabel;
class QLineEdit;
class QScrollArea;
class TeamStepsBox;

/// Last page of the wizard: everything that was said, each with a way back to it, the list of what is still open to
/// take along, and where the plan will be written.
class ReviewPage final : public QWizardPage {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReviewPage)

public:
    ReviewPage(DraftedPlan& drafted, Desktop& desktop, QWidget* parent = nullptr);

    /// Why the plan could not be written, said above the buttons.
    void showFault(const QString& sentence);

Q_SIGNALS:
    /// Somebody wants to change an answer of the group of this title; an empty one means the versions.
    void changeRequested(const QString& group);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void fill();
    void addRow(QGridLayout& grid, const QString& label, const QString& value, const QString& id, const QString& group);
    void showTeam();
    void browse();

    DraftedPlan& m_drafted;
    Desktop& m_desktop;
    QScrollArea* m_scroll;
    QLineEdit* m_file;
    TeamStepsBox* m_team;
    FindOutActions* m_findOut;
    QLabel* m_moot;
    QLabel* m_numbers;
    QLabel* m_fault;
};
