#pragma once

#include "core/plan.h"

#include <QWidget>

class Desktop;
class QLabel;
class QPushButton;
class QTreeWidget;
class TeamStepsBox;

/// The answers a plan was made from, and the file of the team's own steps. Another answer is a wish: nothing changes
/// before people have seen what it changes and agreed. The plan has to outlive it.
class AnswersView final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AnswersView)

public:
    /// `mayChange`: whether this plan can be changed, or only a new one be made.
    AnswersView(const Plan& plan, bool mayChange, Desktop& desktop, QWidget* parent = nullptr);

    void select(const QString& question);

    /// Says that the program knows more than the plan was made from, and offers to bring that in.
    void offerNewerKnowledge(const QString& sentence);

    /// Why the plan cannot be changed as wished, in full.
    void showFault(const QString& text);

Q_SIGNALS:
    /// The plan with these answers and this overlay instead of its own.
    void changeRequested(const Answers& answers, const Overlay& overlay);
    void newPlanRequested(const Answers& answers);

private:
    void addRow(const PlanQuestion& question);
    void setAnswer(int row, Answer answer);
    void forgetWishes();
    Answers wished() const;
    void showWishes();
    void showRow(int row);
    void showWhy();

    const Plan& m_plan;
    QList<PlanQuestion> m_wished; ///< the questions with the answers that are wished
    QLabel* m_knowledge;
    QTreeWidget* m_list;
    QLabel* m_why;
    TeamStepsBox* m_team;
    QPushButton* m_preview;
    QPushButton* m_forget;
    bool m_mayChange;
    bool m_knowsMore = false;
};
