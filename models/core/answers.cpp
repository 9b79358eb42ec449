#include "core/answers.h"

#include "core/enum_names.h"

#include <QCoreApplication>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(core)
};

} // namespace

Result<Answer> parseAnswer(const QString& text) {
    if (const std::optional<Answer> answer = enumNamed<Answer>(text.trimmed().toLower()))
        return *answer;
    return requestError(Text::tr("“%1” is no answer; it is yes, no, some or unsure.").arg(text));
}

QString answerWord(Answer answer) {
    return enumName(answer);
}
