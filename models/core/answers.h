#pragma once

#include "core/result.h"

#include <QMap>
#include <QStringList>

/// What people answer to a question. Unsure is a real answer: it keeps what may concern the cluster, marked "find out
/// first". Some is for questions about single hosts: it makes both the trait and its contrary true.
enum class Answer { Unsure, Yes, No, Some };

/// Trait id → answer. A trait that is not mentioned is unsure.
using Answers = QMap<QString, Answer>;

/// Takes `yes`, `no`, `some`, `unsure`; anything else is an error that names these four.
Result<Answer> parseAnswer(const QString& text);

/// The word people type and JSON holds: `yes`, `no`, `some`, `unsure`. Not translated.
QString answerWord(Answer answer);
