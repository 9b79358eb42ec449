#include "store/example.h"

#include "core/plan_builder.h"

#include <QCoreApplication>
#include <QFile>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(store)
};

/// A night's work: every deed six minutes after the one before.
Scribe nightShift() {
    const QDateTime evening(QDate(2026, 3, 3), QTime(21, 0), Qt::UTC);
    return {QStringLiteral("robin"), [at = evening]() mutable { return at = at.addSecs(360); }};
}

Result<> workThroughFirstHalf(PlanFile& file) {
    QStringList steps;
    forEachItem(file.plan(), [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
        if (item.item.isStep())
            steps << item.item.id;
    });
    const qsizetype half = steps.size() / 2;
    const QMap<qsizetype, QString> notes{
        {1, Text::tr("Asked both teams, answers are in the ticket.")},
        {half / 2, Text::tr("One machine after the other, 20 minutes in all.")},
        {half - 1, Text::tr("Stopped here for the night. Lin goes on tomorrow at nine.")},
    };
    Result<> written;
    for (qsizetype step = 0; step < half && written; ++step) {
        written = file.setState(steps[step], StepState::Done);
        if (written && notes.contains(step))
            written = file.setNote(steps[step], notes[step]);
    }
    return written;
}

} // namespace

Result<std::unique_ptr<PlanFile>> createExample(const Catalogue& catalogue, const QString& path) {
    const Result<Route> route = findRoute(catalogue, QStringLiteral("0.14.2"), QStringLiteral("0.20.1"));
    if (!route)
        return tl::make_unexpected(route.error());
    const Answers answers{
        {QStringLiteral("authentication"), Answer::No},
        {QStringLiteral("cgroups"), Answer::Some},
        {QStringLiteral("checkpointing"), Answer::Yes},
        {QStringLiteral("custom-executors"), Answer::Unsure},
        {QStringLiteral("framework-developer"), Answer::Yes},
        {QStringLiteral("pure-language-bindings"), Answer::Unsure},
        {QStringLiteral("python-frameworks"), Answer::Yes},
        {QStringLiteral("vars-endpoint-monitoring"), Answer::No},
    };
    {
        const Result<std::unique_ptr<PlanFile>> file =
            PlanFile::create(path, buildPlan(catalogue, *route, answers), nightShift());
        if (!file)
            return tl::make_unexpected(file.error());
        if (const Result<> worked = workThroughFirstHalf(**file); !worked)
            return tl::make_unexpected(worked.error());
    }
    return PlanFile::open(path); // from here on people write in it, under their own name
}
