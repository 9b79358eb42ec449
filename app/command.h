#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QCommandLineOption>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

class QCommandLineParser;

// The commands of the program, each in the file of what it belongs to; commands.h runs them.

/// What a command gets: its options, already parsed, and the words behind them.
struct Call {
    const QCommandLineParser& parser;
    QStringList words;
    bool outIsTerminal = false;
};

/// What a command that did its work has to say.
struct Said {
    QByteArray out; ///< for standard output: what was asked for and nothing else
    QByteArray err; ///< for standard error: what people should know beside it
};

/// How many words a command takes behind its name.
struct WordCount {
    qsizetype least = 0;
    qsizetype most = 0;
};

/// One command: what it is called, what it takes, and the function that does it.
struct Command {
    QString name;
    QString synopsis;
    QString about;
    WordCount words;
    QList<QCommandLineOption> options;
    std::function<Result<Said>(const Call&)> run;
    QString details = {}; ///< what its own help says beside `about`; may be empty
};

/// plan, releases, traits, lint: from what is known to a plan.
QList<Command> planCommands();

/// The others work in plan files. They and what they need (SQLite, Qt Sql) are a module (core/module.h), so that a plan
/// is written without it. Errors: those of moduleFunction().
Result<QList<Command>> planFileCommands();

/// The module's file, and what it exports as `givePlanFileCommands`.
inline constexpr char planFileModule[] = "mesos-upgrade-plan-files.so";
using GetCommands = void(QList<Command>& commands);

// What the module is made of.

/// new: from a plan to its file.
QList<Command> newCommands();

/// show, mark, log: what was done.
QList<Command> recordCommands();

/// set, answer: what the cluster is like.
QList<Command> clusterCommands();

/// export, card, diff, copy, rescue: what a plan file holds, given out.
QList<Command> fileCommands();
