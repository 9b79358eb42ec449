#pragma once

#include "core/catalogue.h"

#include <QWizardPage>

class DraftedPlan;
class QLabel;
class QScrollArea;

/// The questions of one group, as far as the way needs them. Filled anew whenever people come to it, since other
/// versions need other questions.
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
    void focusFirstAnswer();
    void showNumbers();

    DraftedPlan& m_drafted;
    const QString m_group;
    QStringList m_shown; ///< ids of the questions in the boxes
    QScrollArea* m_scroll;
    QLabel* m_numbers;
};
