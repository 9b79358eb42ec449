#pragma once

#include "core/answers.h"

#include <QComboBox>

/// The answers to one question, to choose from in a list of many. The wheel scrolls the list, it never answers.
class AnswerChoice final : public QComboBox {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AnswerChoice)

public:
    /// Only questions about single hosts can be answered with "some".
    AnswerChoice(bool perHost, Answer answer, QWidget* parent = nullptr);

    void setAnswer(Answer answer);

Q_SIGNALS:
    void chosen(Answer answer);

protected:
    void wheelEvent(QWheelEvent* event) override;
};
