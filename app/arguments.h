#pragma once

#include "core/answers.h"
#include "core/catalogue.h"
#include "core/result.h"

#include <QCommandLineOption>
#include <QCommandLineParser>

// The options several commands share, and what they mean.

namespace arguments {

QCommandLineOption from();
QCommandLineOption to();
QCommandLineOption trait();
QCommandLineOption route();
QCommandLineOption format();
QCommandLineOption page();
QCommandLineOption output();
QCommandLineOption catalog();
QCommandLineOption example();

/// The catalogue of `--catalog`, else the one built in.
Result<Catalogue> chosenCatalogue(const QCommandLineParser& parser);

/// All `--trait ID=VALUE`. Errors: no such trait (with the nearest ids), no such answer, "some" for what cannot differ
/// by host, an id given twice with different values.
Result<Answers> givenAnswers(const QCommandLineParser& parser, const Catalogue& catalogue);

/// The value of an option that has to be there.
Result<QString> required(const QCommandLineParser& parser, const QCommandLineOption& option);

} // namespace arguments
