#include "app/commands.h"

#include "app/arguments.h"
#include "core/catalogue_lint.h"
#include "core/nearest.h"
#include "core/plan_builder.h"
#include "core/words.h"
#include "report/report.h"
#include "resources/builtin_catalogue.h"
#include "store/example.h"
#include "store/plan_file.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <functional>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(commandline)
};

/// What a command gets: its options, already parsed, and the words behind them.
struct Call {
    const QCommandLineParser& parser;
    QStringList words;
    bool outIsTerminal = false;
};

/// One command: what it is called, what it takes, and the function that does it. The function returns what goes to
/// standard output.
struct Command {
    QString name;
    QString synopsis;
    QString about;
    int words = 0; ///< how many words it takes; negative: at most that many
    QList<QCommandLineOption> options;
    std::function<Result<QByteArray>(const Call&)> run;
};

Result<Route> askedRoute(const Call& call, const Catalogue& catalogue) {
    const Result<QString> from = arguments::required(call.parser, arguments::from());
    if (!from)
        return tl::make_unexpected(from.error());
    const Result<QString> to = arguments::required(call.parser, arguments::to());
    if (!to)
        return tl::make_unexpected(to.error());
    return findRoute(catalogue, *from, *to);
}

Result<Plan> askedPlan(const Call& call) {
    if (const QString way = call.parser.value(arguments::route()); way != QLatin1String("every-release"))
        return requestError(Text::tr("“%1” is no way to go; before 1.0 it is every-release.").arg(way));
    const Result<Catalogue> catalogue = arguments::chosenCatalogue(call.parser);
    if (!catalogue)
        return tl::make_unexpected(catalogue.error());
    const Result<Route> route = askedRoute(call, *catalogue);
    if (!route)
        return tl::make_unexpected(route.error());
    const Result<Answers> answers = arguments::givenAnswers(call.parser, *catalogue);
    if (!answers)
        return tl::make_unexpected(answers.error());
    return buildPlan(*catalogue, *route, *answers);
}

/// `--format` and the suffix of `-o` have to agree; without both it is Markdown.
Result<Format> askedFormat(const Call& call) {
    const QString file = call.parser.value(arguments::output());
    if (!call.parser.isSet(arguments::format()))
        return file.isEmpty() ? Format::Markdown : formatOfFile(file);
    Result<Format> format = parseFormat(call.parser.value(arguments::format()));
    if (!format || file.isEmpty())
        return format;
    const Result<Format> bySuffix = formatOfFile(file);
    if (bySuffix && *bySuffix != *format)
        return requestError(Text::tr("--format %1 and the name %2 contradict each other.")
                                .arg(call.parser.value(arguments::format()), file));
    return format;
}

Result<PageSize> askedPage(const Call& call) {
    const QString word = call.parser.value(arguments::page()).toLower();
    if (word == QLatin1String("a4"))
        return PageSize::A4;
    if (word == QLatin1String("letter"))
        return PageSize::Letter;
    return requestError(Text::tr("“%1” is no paper size; it is a4 or letter.").arg(word));
}

/// The report as it was asked for: written to `-o`, or returned for standard output.
Result<QByteArray> deliver(const Call& call, const Plan& plan, const Record& record) {
    const Result<Format> format = askedFormat(call);
    if (!format)
        return tl::make_unexpected(format.error());
    const Result<PageSize> page = askedPage(call);
    if (!page)
        return tl::make_unexpected(page.error());
    const QString file = call.parser.value(arguments::output());
    if (file.isEmpty() && *format == Format::Pdf && call.outIsTerminal)
        return requestError(Text::tr("A PDF is not written to a terminal; give -o FILE.pdf."));
    Result<QByteArray> report = makeReport(plan, record, *format, *page);
    if (!report || file.isEmpty())
        return report;
    if (const Result<> written = writeWhole(file, *report); !written)
        return tl::make_unexpected(written.error());
    return QByteArray();
}

Result<QByteArray> planCommand(const Call& call) {
    const Result<Plan> plan = askedPlan(call);
    return plan ? deliver(call, *plan, {}) : tl::make_unexpected(plan.error());
}

Result<QByteArray> newCommand(const Call& call) {
    const Result<QString> file = arguments::required(call.parser, arguments::output());
    if (!file)
        return tl::make_unexpected(file.error());
    if (QFileInfo::exists(*file)) // it may hold weeks of somebody's record
        return requestError(Text::tr("%1 is there already; choose another name.").arg(*file));
    if (call.parser.isSet(arguments::example())) {
        const Result<Catalogue> catalogue = arguments::chosenCatalogue(call.parser);
        if (!catalogue)
            return tl::make_unexpected(catalogue.error());
        const auto created = createExample(*catalogue, *file);
        return created ? Result<QByteArray>(QByteArray()) : tl::make_unexpected(created.error());
    }
    const Result<Plan> plan = askedPlan(call);
    if (!plan)
        return tl::make_unexpected(plan.error());
    const auto created = PlanFile::create(*file, *plan);
    return created ? Result<QByteArray>(QByteArray()) : tl::make_unexpected(created.error());
}

Result<QByteArray> showCommand(const Call& call) {
    const auto file = PlanFile::open(call.words.first());
    if (!file)
        return tl::make_unexpected(file.error());
    const Plan& plan = (*file)->plan();
    const Record& record = (*file)->record();
    QString out = words::planTitle(plan) + u'\n';
    const PlanSection* current = nullptr;
    forEachItem(plan, [&](const PlanHop& hop, const PlanSection& section, const PlanItem& item) {
        if (&section == &hop.sections.first() && &section != current)
            out += u'\n' + words::hop(hop.from, hop.to) + u'\n';
        if (&section != current)
            out += QStringLiteral("  ") + section.title + u'\n';
        current = &section;
        const StepState state = record.value(item.item.id).state;
        const QString box = !item.item.isStep()        ? QStringLiteral("   ")
                            : state == StepState::Done ? QStringLiteral("[x]")
                                                       : QStringLiteral("[ ]");
        out += QStringLiteral("    %1 %2 %3\n").arg(box, item.item.id.leftJustified(28), item.item.text);
        if (const QString note = record.value(item.item.id).note; !note.isEmpty())
            out += QStringLiteral("        ") + QString(note).replace(u'\n', QStringLiteral("\n        ")) + u'\n';
    });
    const Progress progress = progressOf(plan, record);
    out += u'\n' + Text::tr("%1 done, %2 open").arg(progress.done).arg(progress.steps - progress.done) + u'\n';
    return out.toUtf8();
}

Result<QByteArray> markCommand(const Call& call) {
    const QString wished = call.words[2];
    if (wished != stateWord(StepState::Done) && wished != stateWord(StepState::Open))
        return requestError(Text::tr("“%1” is no state; it is done or open.").arg(wished));
    const auto file = PlanFile::open(call.words[0]);
    if (!file)
        return tl::make_unexpected(file.error());
    const StepState state = wished == stateWord(StepState::Done) ? StepState::Done : StepState::Open;
    if (const Result<> marked = (*file)->setState(call.words[1], state); !marked)
        return tl::make_unexpected(marked.error());
    return QByteArray();
}

Result<QByteArray> exportCommand(const Call& call) {
    const auto file = PlanFile::open(call.words.first());
    if (!file)
        return tl::make_unexpected(file.error());
    return deliver(call, (*file)->plan(), (*file)->record());
}

Result<QByteArray> releasesCommand(const Call& call) {
    const Result<Catalogue> catalogue = arguments::chosenCatalogue(call.parser);
    if (!catalogue)
        return tl::make_unexpected(catalogue.error());
    const QList<Release> sources = pickableReleases(*catalogue, true);
    const QList<Release> targets = pickableReleases(*catalogue, false);
    QString out;
    for (const Release& release : catalogue->releases) {
        const auto picks = [&](const Release& other) { return other.version == release.version; };
        if (std::any_of(sources.begin(), sources.end(), picks) || std::any_of(targets.begin(), targets.end(), picks))
            out += release.version.leftJustified(8) + release.date + u'\n';
    }
    return out.toUtf8();
}

Result<QByteArray> traitsCommand(const Call& call) {
    const Result<Catalogue> catalogue = arguments::chosenCatalogue(call.parser);
    if (!catalogue)
        return tl::make_unexpected(catalogue.error());
    QList<Question> questions = catalogue->questions;
    if (call.parser.isSet(arguments::from()) || call.parser.isSet(arguments::to())) {
        const Result<Route> route = askedRoute(call, *catalogue);
        if (!route)
            return tl::make_unexpected(route.error());
        questions = questionsOf(*catalogue, *route);
    }
    QString out;
    for (const Question& question : questions)
        out += question.id.leftJustified(26) + question.ask + u'\n';
    return out.toUtf8();
}

Result<QByteArray> lintCommand(const Call& call) {
    const Result<Catalogue> catalogue = call.words.isEmpty() ? builtinCatalogue() : loadCatalogue(call.words.first());
    return catalogue ? Result<QByteArray>(QByteArray()) : tl::make_unexpected(catalogue.error());
}

QList<Command> allCommands() {
    return {
        {QStringLiteral("plan"),
         QStringLiteral("plan --from VERSION --to VERSION [--trait ID=ANSWER]… [--format FORMAT] [-o FILE]"),
         Text::tr("Write the checklist of an upgrade."),
         0,
         {arguments::from(), arguments::to(), arguments::trait(), arguments::route(), arguments::format(),
          arguments::page(), arguments::output(), arguments::catalog()},
         planCommand},
        {QStringLiteral("new"),
         QStringLiteral("new --from VERSION --to VERSION [--trait ID=ANSWER]… -o FILE.mesosplan"),
         Text::tr("Make a plan file to work in."),
         0,
         {arguments::from(), arguments::to(), arguments::trait(), arguments::route(), arguments::output(),
          arguments::catalog(), arguments::example()},
         newCommand},
        {QStringLiteral("show"),
         QStringLiteral("show FILE"),
         Text::tr("Show a plan file: what is done and what is open."),
         1,
         {},
         showCommand},
        {QStringLiteral("mark"),
         QStringLiteral("mark FILE STEP-ID done|open"),
         Text::tr("Mark a step."),
         3,
         {},
         markCommand},
        {QStringLiteral("export"),
         QStringLiteral("export FILE [--format FORMAT] [-o FILE]"),
         Text::tr("Write a plan file with its record as a report."),
         1,
         {arguments::format(), arguments::page(), arguments::output()},
         exportCommand},
        {QStringLiteral("releases"),
         QStringLiteral("releases"),
         Text::tr("List the versions that can be picked."),
         0,
         {arguments::catalog()},
         releasesCommand},
        {QStringLiteral("traits"),
         QStringLiteral("traits [--from VERSION --to VERSION]"),
         Text::tr("List what can be said of a cluster, for an upgrade if one is given."),
         0,
         {arguments::from(), arguments::to(), arguments::catalog()},
         traitsCommand},
        {QStringLiteral("lint"),
         QStringLiteral("lint [DIR]"),
         Text::tr("Check the YAML files in a folder; each mistake with file, line and column."),
         -1,
         {},
         lintCommand},
    };
}

QByteArray help(const QList<Command>& commands) {
    QString out = Text::tr("Plans the upgrade of an Apache Mesos cluster, keeps the record and writes reports. It "
                           "never changes a cluster.") +
                  QStringLiteral("\n\n");
    for (const Command& command : commands)
        out += QStringLiteral("  mesos-upgrade-plan %1\n        %2\n").arg(command.synopsis, command.about);
    out += QStringLiteral("  mesos-upgrade-plan --version | --help | COMMAND --help\n\n");
    out += Text::tr("Examples:") + QStringLiteral(R"(
  mesos-upgrade-plan plan --from 0.14.2 --to 0.20.x --trait cgroups=some
  mesos-upgrade-plan plan --from 0.18 --to 0.19 --trait authentication=no -o upgrade.pdf
  mesos-upgrade-plan new --from 0.21.2 --to 0.22.2 -o spring.mesosplan
  mesos-upgrade-plan mark spring.mesosplan 0.22-masters-restart done
  mesos-upgrade-plan export spring.mesosplan -o spring.html
)");
    out += Text::tr("Exit status: 0 done; 2 the command is wrong; 3 a file is not what it should be; 4 reading or "
                    "writing failed.") +
           u'\n';
    out += Text::tr("Not affiliated with the Apache Software Foundation.") + u'\n';
    return out.toUtf8();
}

QByteArray helpOf(const Command& command, const QCommandLineParser& parser) {
    QString out = QStringLiteral("mesos-upgrade-plan %1\n%2\n").arg(command.synopsis, command.about);
    // The parser's own text starts with a usage line of its own; its list of options is what is wanted.
    out += u'\n' + parser.helpText().section(u'\n', 2).trimmed() + u'\n';
    return out.toUtf8();
}

QByteArray version() {
    QString out = QStringLiteral("mesos-upgrade-plan " MUA_VERSION "\n");
    if (const Result<Catalogue> catalogue = builtinCatalogue())
        out += Text::tr("knowledge of %1, %2").arg(catalogue->version, catalogue->digest.left(12)) + u'\n';
    return out.toUtf8();
}

Outcome failure(const Error& error) {
    const QMap<Error::Kind, int> statuses{{Error::Kind::Request, 2}, {Error::Kind::File, 3}, {Error::Kind::System, 4}};
    return {statuses.value(error.kind), {}, error.message.toUtf8() + '\n'};
}

Outcome runCommand(const Command& command, const QStringList& rest, bool outIsTerminal) {
    QCommandLineParser parser;
    parser.addOptions(command.options);
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, Text::tr("Show this.")});
    if (!parser.parse(rest))
        return failure(
            {Error::Kind::Request,
             Text::tr("%1. Usage: mesos-upgrade-plan %2").arg(parser.errorText().chopped(1), command.synopsis)});
    if (parser.isSet(QStringLiteral("help")))
        return {0, helpOf(command, parser), {}};
    const QStringList words = parser.positionalArguments();
    const bool fits = command.words < 0 ? words.size() <= -command.words : words.size() == command.words;
    if (!fits)
        return failure({Error::Kind::Request, Text::tr("Usage: mesos-upgrade-plan %1").arg(command.synopsis)});
    const Result<QByteArray> out = command.run({parser, words, outIsTerminal});
    return out ? Outcome{0, *out, {}} : failure(out.error());
}

} // namespace

Outcome runCommandLine(const QStringList& given, bool outIsTerminal) {
    const QList<Command> commands = allCommands();
    const QString word = given.value(1);
    if (word == QLatin1String("--help") || word == QLatin1String("-h") || word == QLatin1String("help"))
        return {0, help(commands), {}};
    if (word == QLatin1String("--version") || word == QLatin1String("-v"))
        return {0, version(), {}};
    QStringList names;
    for (const Command& command : commands) {
        if (command.name == word)
            return runCommand(command, given.mid(1), outIsTerminal);
        names << command.name;
    }
    if (word.isEmpty())
        return {2, {}, help(commands)};
    return failure({Error::Kind::Request, Text::tr("There is no command “%1”%2 Commands are %3; --help shows more.")
                                              .arg(word, didYouMeanOrStop(word, names), names.join(u", "))});
}
