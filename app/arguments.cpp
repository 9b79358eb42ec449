#include "app/arguments.h"

#include "core/catalogue_lint.h"
#include "core/nearest.h"
#include "resources/builtin_catalogue.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(commandline)
};

} // namespace

namespace arguments {

QCommandLineOption from() {
    return {QStringLiteral("from"), Text::tr("The version that runs: 0.18, 0.18.x, 0.18.2 or v0.18.2."),
            QStringLiteral("VERSION")};
}
QCommandLineOption to() {
    return {QStringLiteral("to"), Text::tr("The version that is wanted."), QStringLiteral("VERSION")};
}
QCommandLineOption trait() {
    return {QStringLiteral("trait"),
            Text::tr("What is true of the cluster: yes, no, some or unsure; may be given several times. What is not "
                     "given is unsure."),
            QStringLiteral("ID=ANSWER")};
}
QCommandLineOption route() {
    return {QStringLiteral("route"), Text::tr("every-release: pass every release between."), QStringLiteral("WAY"),
            QStringLiteral("every-release")};
}
QCommandLineOption format() {
    return {QStringLiteral("format"),
            Text::tr("markdown, html, pdf or json; without it the suffix of -o, else markdown."),
            QStringLiteral("FORMAT")};
}
QCommandLineOption page() {
    return {QStringLiteral("page"), Text::tr("Paper of a PDF: a4 or letter."), QStringLiteral("SIZE"),
            QStringLiteral("a4")};
}
QCommandLineOption output() {
    return {{QStringLiteral("o"), QStringLiteral("output")},
            Text::tr("Write there instead of to standard output."),
            QStringLiteral("FILE")};
}
QCommandLineOption catalog() {
    return {QStringLiteral("catalog"), Text::tr("Use the YAML files in this folder instead of what is built in."),
            QStringLiteral("DIR")};
}
QCommandLineOption example() {
    return {QStringLiteral("example"), Text::tr("The example: 0.14.2 to 0.20.1, half done.")};
}

Result<Catalogue> chosenCatalogue(const QCommandLineParser& parser) {
    return parser.isSet(catalog()) ? loadCatalogue(parser.value(catalog())) : builtinCatalogue();
}

Result<Answers> givenAnswers(const QCommandLineParser& parser, const Catalogue& catalogue) {
    QStringList ids;
    for (const Question& question : catalogue.questions)
        ids << question.id;
    Answers answers;
    for (const QString& given : parser.values(trait())) {
        const qsizetype equals = given.indexOf(u'=');
        if (equals < 0)
            return requestError(Text::tr("--trait %1: ID=yes, ID=no, ID=some or ID=unsure is expected.").arg(given));
        const QString id = given.left(equals);
        const qsizetype index = ids.indexOf(id);
        if (index < 0)
            return requestError(Text::tr("There is no --trait “%1”%2 Known are %3.")
                                    .arg(id, didYouMeanOrStop(id, ids), ids.join(u", ")));
        const Result<Answer> answer = parseAnswer(given.mid(equals + 1));
        if (!answer)
            return tl::make_unexpected(answer.error());
        if (*answer == Answer::Some && !catalogue.questions[index].perHost)
            return requestError(
                Text::tr("“%1” cannot be “some”: it does not differ from host to host. Answer yes, no or unsure.")
                    .arg(id));
        if (answers.value(id, *answer) != *answer)
            return requestError(Text::tr("“%1” is given twice, as %2 and as %3.")
                                    .arg(id, answerWord(answers.value(id)), answerWord(*answer)));
        answers.insert(id, *answer);
    }
    return answers;
}

Result<QString> required(const QCommandLineParser& parser, const QCommandLineOption& option) {
    if (!parser.isSet(option))
        return requestError(Text::tr("--%1 is missing.").arg(option.names().constLast()));
    return parser.value(option);
}

} // namespace arguments
