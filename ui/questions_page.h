#pragma once

#include "core/catalogue.h"

#include <QWizardPage>

class DraftedPlan;
class QCheckBox;
class QLabel;
class QScrollArea;
class QuestionBox;

/// The questions of one group, as far as the way needs them, and what answers them all at once. Filled anew when people
/// come to it from other versions, since those need other questions.
class QuestionsPage final : public QWizardPage {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuestionsPage)

public:
    QuestionsPage(DraftedPlan& drafted, const QuestionGroup& group, QWidget* parent = nullptr);

    bool isNeeded() const;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void fill();
    void showAnswers();
    void showNumbers();
    void focusFirstAnswer();

    DraftedPlan& m_drafted;
    const QString m_group; ///< its title
    QStringList m_shown;   ///< the way, and the ids of the questions in the boxes
    QMap<QString, QuestionBox*> m_boxes;
    QCheckBox* m_none;
    QScrollArea* m_scroll;
    QLabel* m_numbers;
    QLabel* m_change; ///< what the last answer changed
};
