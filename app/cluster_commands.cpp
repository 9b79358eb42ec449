#include "app/arguments.h"
#include "app/command.h"
#include "app/output.h"
#include "app/plan_files.h"
#include "core/cluster_values.h"
#include "core/nearest.h"
#include "core/replan.h"
#include "report/diff_report.h"
#include "report/record_facts.h"

#include <QCoreApplication>

#include <limits>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(commandline)
};

QString callName() {
    return QStringLiteral("call");
}

/// `NAME VALUE`, one a line; what nobody has given yet with what it is.
QString knownValues(const Plan& plan, const Record& record) {
    QString lines;
    const auto add = [&](const QString& name, const QString& value, const QString& about) {
        lines +=
            name.leftJustified(20) + u' ' + (value.isEmpty() ? Text::tr("(not set) %1").arg(about) : value) + u'\n';
    };
    add(callName(), record.call, Text::tr("Whom to call when something goes wrong"));
    ClusterValues others = record.values;
    for (const ValueField& field : valueFieldsOf(plan)) {
        const QString about = field.hint.isEmpty() ? field.label : Text::tr("%1. %2").arg(field.label, field.hint);
        const QString example = field.example.isEmpty() ? QString() : Text::tr(", as in %1").arg(field.example);
        add(field.name, others.take(field.name), about + example);
    }
    for (auto value = others.cbegin(); value != others.cend(); ++value)
        add(value.key(), value.value(), {});
    if (const QString quorum = quorumText(plan, record.values); !quorum.isEmpty())
        add(QStringLiteral("quorum"), quorum, {});
    return lines;
}

Result<QList<Change>> askedValues(const Plan& plan, const Record& record, const QStringList& pairs) {
    // Placeholders that are no field have a sentence of their own: the quorum follows, a secret is never kept.
    QStringList names = openPlaceholders(plan, {}).keys() + record.values.keys();
    for (const ValueField& field : valueFieldsOf(plan))
        names << field.name;
    QList<Change> changes;
    for (const QString& pair : pairs) {
        const qsizetype equals = pair.indexOf(u'=');
        if (equals < 0)
            return requestError(Text::tr("“%1”: NAME=VALUE is expected; NAME= takes a value away.").arg(pair));
        const QString name = pair.left(equals);
        const QString value = pair.mid(equals + 1);
        if (name == callName()) {
            changes << Change{Deed::Call, {}, value, {}};
            continue;
        }
        if (!names.contains(name)) {
            names << callName();
            names.sort();
            names.removeDuplicates();
            return requestError(Text::tr("This plan has no use for a value “%1”%2 Known are %3.")
                                    .arg(name, didYouMeanOrStop(name, names), names.join(QStringLiteral(", "))));
        }
        changes << Change{Deed::Value, name, value, {}};
    }
    return changes;
}

Result<Said> setCommand(const Call& call) {
    return byWhomIn(call, [&](PlanFile& file) -> Result<Said> {
        if (call.words.size() == 1)
            return Said{terminalText(knownValues(file.plan(), file.record())), {}};
        return askedValues(file.plan(), file.record(), call.words.mid(1))
            .and_then([&](const QList<Change>& changes) { return file.record(changes); })
            .map([] { return Said(); });
    });
}

QCommandLineOption dryRun() {
    return {QStringLiteral("dry-run"), Text::tr("Only show what it would change.")};
}
QCommandLineOption refresh() {
    return {
        QStringLiteral("refresh"),
        Text::tr("Keep all answers and make the plan anew from what this program knows; so it is without --trait.")};
}

/// The same plan with the answers of `--trait`, from what is known by now.
Result<Plan> answeredAnew(const Call& call, const Plan& plan) {
    const Result<Answers> given = arguments::givenAnswers(call.parser, plan.questions);
    if (!given)
        return tl::make_unexpected(given.error());
    Answers answers = plan.answers();
    answers.insert(*given);
    return arguments::chosenCatalogue(call.parser).and_then([&](const Catalogue& known) {
        return replanned(known, plan, answers);
    });
}

Result<Said> answerCommand(const Call& call) {
    if (call.parser.isSet(refresh()) && call.parser.isSet(arguments::trait()))
        return requestError(Text::tr("--refresh keeps all answers, --trait gives another one: use one of the two."));
    return byWhomIn(call, [&](PlanFile& file) -> Result<Said> {
        const Result<Plan> plan = answeredAnew(call, file.plan());
        if (!plan)
            return tl::make_unexpected(plan.error());
        const Result<QByteArray> changes =
            diffReport(diffPlans(file.plan(), *plan), file.record(), file.record(), Format::Markdown);
        if (!changes)
            return tl::make_unexpected(changes.error());
        const Result<> written = call.parser.isSet(dryRun()) ? Result<>() : file.setPlan(*plan);
        return written.map([&] { return Said{*changes, {}}; });
    });
}

} // namespace

QList<Command> clusterCommands() {
    constexpr qsizetype anyNumber = std::numeric_limits<qsizetype>::max();
    return {
        {QStringLiteral("set"),
         QStringLiteral("set FILE [NAME=VALUE]… [--by NAME]"),
         Text::tr("Give the cluster's own values, which fill the commands; without NAME=VALUE show them."),
         {1, anyNumber},
         {arguments::by()},
         setCommand,
         Text::tr("call=WHOM says whom to call when something goes wrong; NAME= takes a value away.")},
        {QStringLiteral("answer"),
         QStringLiteral("answer FILE [--trait ID=ANSWER]… [--refresh] [--dry-run] [--by NAME]"),
         Text::tr("Change an answer, or take over what is known by now, and show what that adds, removes and changes."),
         {1, 1},
         {arguments::trait(), refresh(), dryRun(), arguments::by(), arguments::catalog()},
         answerCommand,
         Text::tr("What no --trait says stays answered as it is, and all that is recorded stays.")},
    };
}
