#pragma once

#include "core/plan.h"

#include <QFrame>

class QButtonGroup;
class QToolButton;

/// One question with all that helps to answer it: why it is asked, which upgrades it matters in, the answers, how to
/// find out. Owned by its page.
class QuestionBox final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuestionBox)

public:
    explicit QuestionBox(const PlanQuestion& question, QWidget* parent = nullptr);

    void setAnswer(Answer answer);
    /// How to find out, which people can unfold and fold themselves.
    void showWays(bool open);

Q_SIGNALS:
    void answered(Answer answer);

private:
    QButtonGroup* m_answers;
    QToolButton* m_howTo;
};

/// "Yes", "On some hosts": an answer as people choose it.
QString answerText(Answer answer);

/// How to find out in the cluster that runs this release; all ways where none is for it.
QList<FindOut> waysIn(const QString& release, const QList<FindOut>& ways);

/// How to find out, one below the other, each with its command to copy.
QWidget* waysToFindOut(const QList<FindOut>& ways, QWidget* parent);
