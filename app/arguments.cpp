#include "app/arguments.h"

#include "core/catalogue_lint.h"
#include "core/enum_names.h"
#include "core/nearest.h"
#include "core/overlay.h"
#include "resources/builtin_catalogue.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(commandline)
};

/// `Asked` is Question or PlanQuestion.
template <typename Asked> Result<Answers> answersTo(const QList<Asked>& questions, const QStringList& given) {
    QStringList ids;
    for (const Asked& question : questions)
        ids << question.id;
    Answers answers;
    for (const QString& pair : given) {
        const qsizetype equals = pair.indexOf(u'=');
        if (equals < 0)
            return requestError(Text::tr("--trait %1: ID=yes, ID=no, ID=some or ID=unsure is expected.").arg(pair));
        const QString id = pair.left(equals);
        const qsizetype index = ids.indexOf(id);
        if (index < 0)
            return requestError(Text::tr("There is no --trait “%1”%2 Known are %3.")
                                    .arg(id, didYouMeanOrStop(id, ids), ids.join(u", ")));
        const Result<Answer> answer = parseAnswer(pair.mid(equals + 1));
        if (!answer)
            return tl::make_unexpected(answer.error());
        if (*answer == Answer::Some && !questions[index].perHost)
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
            Text::tr("What is true of the cluster: yes, no, some or unsure; may be given several times."),
            QStringLiteral("ID=ANSWER")};
}
QCommandLineOption route() {
    return {QStringLiteral("route"),
            Text::tr("every-release, or fewest-restarts: from 1.0 on over several versions at once."),
            QStringLiteral("ROUTE"), enumName(RouteKind::EveryRelease)};
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
QCommandLineOption overlay() {
    return {QStringLiteral("overlay"), Text::tr("Add your team's own steps, from this YAML file."),
            QStringLiteral("FILE")};
}
QCommandLineOption by() {
    return {QStringLiteral("by"), Text::tr("Who does this, when it is not the account that runs the program."),
            QStringLiteral("NAME")};
}

Result<Catalogue> chosenCatalogue(const QCommandLineParser& parser) {
    return parser.isSet(catalog()) ? loadCatalogue(parser.value(catalog())) : builtinCatalogue();
}

Result<Catalogue> withChosenOverlay(const QCommandLineParser& parser, const Result<Catalogue>& ours) {
    if (!ours || !parser.isSet(overlay()))
        return ours;
    const QString path = parser.value(overlay());
    const Result<Overlay> read = readOverlay(path);
    return read ? withOverlay(*ours, *read, path) : tl::make_unexpected(read.error());
}

Result<Answers> givenAnswers(const QCommandLineParser& parser, const QList<Question>& questions) {
    return answersTo(questions, parser.values(trait()));
}

Result<Answers> givenAnswers(const QCommandLineParser& parser, const QList<PlanQuestion>& questions) {
    return answersTo(questions, parser.values(trait()));
}

Result<RouteKind> chosenRoute(const QCommandLineParser& parser) {
    const QString word = parser.value(route());
    if (const std::optional<RouteKind> kind = enumNamed<RouteKind>(word))
        return *kind;
    return requestError(
        Text::tr("“%1” is no route; known are %2.").arg(word, allEnumNames<RouteKind>().join(QStringLiteral(", "))));
}

Result<PageSize> chosenPage(const QCommandLineParser& parser) {
    const QString word = parser.value(page()).toLower();
    if (word == QLatin1String("a4"))
        return PageSize::A4;
    if (word == QLatin1String("letter"))
        return PageSize::Letter;
    return requestError(Text::tr("“%1” is no paper size; it is a4 or letter.").arg(word));
}

Result<QString> required(const QCommandLineParser& parser, const QCommandLineOption& option) {
    if (!parser.isSet(option))
        return requestError(Text::tr("--%1 is missing.").arg(option.names().constLast()));
    return parser.value(option);
}

} // namespace arguments
