#include "ui/answer_choice.h"

#include "ui/question_box.h"

#include <QWheelEvent>

AnswerChoice::AnswerChoice(bool perHost, Answer answer, QWidget* parent)
    : QComboBox(parent) {
    setFocusPolicy(Qt::StrongFocus); // not by the wheel
    for (const Answer choice : {Answer::Yes, Answer::No, Answer::Some, Answer::Unsure})
        if (choice != Answer::Some || perHost)
            addItem(answerText(choice), static_cast<int>(choice));
    setAnswer(answer);
    connect(this, &QComboBox::currentIndexChanged, this,
            [this] { Q_EMIT chosen(static_cast<Answer>(currentData().toInt())); });
}

void AnswerChoice::setAnswer(Answer answer) {
    setCurrentIndex(findData(static_cast<int>(answer)));
}

void AnswerChoice::wheelEvent(QWheelEvent* event) {
    event->ignore();
}
