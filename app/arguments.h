#pragma once

#include "core/answers.h"
#include "core/catalogue.h"
#include "core/plan.h"
#include "core/result.h"
#include "report/report.h"

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
QCommandLineOption overlay();
QCommandLineOption by();

/// The catalogue of `--catalog`, else the one built in.
Result<Catalogue> chosenCatalogue(const QCommandLineParser& parser);

/// `ours` with the team's own steps of `--overlay`, where one is given.
Result<Catalogue> withChosenOverlay(const QCommandLineParser& parser, const Result<Catalogue>& ours);

/// All `--trait ID=VALUE`, which are about these questions. Errors: no such trait (with the nearest ids), no such
/// answer, "some" for what cannot differ by host, an id given twice with different values.
Result<Answers> givenAnswers(const QCommandLineParser& parser, const QList<Question>& questions);
Result<Answers> givenAnswers(const QCommandLineParser& parser, const QList<PlanQuestion>& questions);

/// The way of `--route`; the error names the ones there are.
Result<RouteKind> chosenRoute(const QCommandLineParser& parser);

/// The paper of `--page`.
Result<PageSize> chosenPage(const QCommandLineParser& parser);

/// The value of an option that has to be there.
Result<QString> required(const QCommandLineParser& parser, const QCommandLineOption& option);

} // namespace arguments
