#include "app/commands.h"

#include "app/command.h"
#include "app/output.h"
#include "core/module.h"
#include "core/nearest.h"
#include "resources/builtin_catalogue.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(commandline)
};

/// Of these the one of that name, or null.
const Command* named(const QList<Command>& commands, const QString& name) {
    const auto found = std::find_if(commands.begin(), commands.end(), [&](const Command& c) { return c.name == name; });
    return found == commands.end() ? nullptr : &*found;
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
  mesos-upgrade-plan show spring.mesosplan --next
  mesos-upgrade-plan mark spring.mesosplan 0.22-masters-restart done --observed 0.22.2
  mesos-upgrade-plan answer spring.mesosplan --trait authentication=no --dry-run
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
    if (!command.details.isEmpty())
        out += command.details + u'\n';
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
    return {statuses.value(error.kind), {}, terminalText(error.message + u'\n')};
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
    if (words.size() < command.words.least || words.size() > command.words.most)
        return failure({Error::Kind::Request, Text::tr("Usage: mesos-upgrade-plan %1").arg(command.synopsis)});
    const Result<Said> said = command.run({parser, words, outIsTerminal});
    return said ? Outcome{0, said->out, said->err} : failure(said.error());
}

} // namespace

Result<QList<Command>> planFileCommands() {
    const Result<void*> get = moduleFunction(planFileModule, "givePlanFileCommands");
    if (!get)
        return systemError(Text::tr("A part of the program is missing: %1").arg(get.error().message));
    QList<Command> commands;
    reinterpret_cast<GetCommands*> (*get)(commands);
    return commands;
}

Outcome runCommandLine(const QStringList& given, bool outIsTerminal) {
    const QString word = given.value(1);
    if (word == QLatin1String("--version") || word == QLatin1String("-v"))
        return {0, version(), {}};
    QList<Command> commands = planCommands();
    if (const Command* command = named(commands, word))
        return runCommand(*command, given.mid(1), outIsTerminal);
    const Result<QList<Command>> others = planFileCommands();
    if (!others)
        return failure(others.error());
    if (const Command* command = named(*others, word))
        return runCommand(*command, given.mid(1), outIsTerminal);
    commands += *others;
    if (word == QLatin1String("--help") || word == QLatin1String("-h") || word == QLatin1String("help"))
        return {0, help(commands), {}};
    if (word.isEmpty())
        return {2, {}, help(commands)};
    QStringList names;
    for (const Command& command : commands)
        names << command.name;
    return failure({Error::Kind::Request, Text::tr("There is no command “%1”%2 Commands are %3; --help shows more.")
                                              .arg(word, didYouMeanOrStop(word, names), names.join(u", "))});
}
