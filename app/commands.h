#pragma once

#include <QByteArray>
#include <QStringList>

/// What a run of the command line leaves behind.
struct Outcome {
    /// 0 done; 2 the command is wrong; 3 a file is not what it should be; 4 reading, writing or asking failed.
    int exitStatus = 0;
    QByteArray out; ///< for standard output: what was asked for and nothing else
    QByteArray err; ///< for standard error: one sentence of what went wrong, or what was written where
};

/// `given`: the arguments as the program got them, its own name first. Writes the files that were asked for, and
/// nothing else. A PDF needs a QGuiApplication, everything else a QCoreApplication.
Outcome runCommandLine(const QStringList& given, bool outIsTerminal);
