#include "ui/new_plan_draft.h"

#include "core/overlay.h"
#include "core/plan_builder.h"
#include "core/words.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace {
QString lineOf(const QString& version) {
    return parseTypedRelease(version).line.toString();
}

QString suggestedFile(const Plan& plan) {
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QDir folder = documents.exists() ? documents : QDir::home();
    const QString name = QStringLiteral("mesos-%1-to-%2").arg(lineOf(plan.from), lineOf(plan.to));
    QString path = folder.filePath(name + u".mesosplan");
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = folder.filePath(QStringLiteral("%1-%2.mesosplan").arg(name).arg(number));
    return path;
}
} // namespace

DraftedPlan::DraftedPlan(const Catalogue& catalogue, const NewPlanDraft& draft, QObject* parent)
    : QObject(parent)
    , m_catalogue(catalogue)
    , m_known(catalogue)
    , m_draft(draft) {
    m_draft.overlay = {};
    setOverlay(draft.overlay);
}

void DraftedPlan::setVersions(const QString& from, const QString& to) {
    m_draft.from = from.trimmed();
    m_draft.to = to.trimmed();
    rebuild();
}

void DraftedPlan::setAnswer(const QString& question, Answer answer) {
    m_draft.answers.insert(question, answer);
    rebuild();
}

void DraftedPlan::setRoute(RouteKind route) {
    m_draft.route = route;
    rebuild();
}

void DraftedPlan::setNone(const QString& group, bool none) {
    const Answers before = m_beforeNone.take(group);
    QList<PlanQuestion> questions = askedOfGroup(group);
    for (PlanQuestion& question : questions) {
        if (answeredBy(questions, question))
            continue;
        Answer& answer = m_draft.answers[question.id];
        if (none)
            m_beforeNone[group].insert(question.id, answer);
        answer = none ? Answer::No : before.value(question.id, Answer::Unsure);
        question.answer = answer;
    }
    rebuild();
}

void DraftedPlan::setFile(const QString& path) {
    m_draft.file = path;
}

void DraftedPlan::setOverlay(const Overlay& overlay) {
    const Result<Catalogue> known = overlay.isEmpty() ? m_catalogue : withOverlay(m_catalogue, overlay);
    m_overlayFault = known ? QString() : known.error().message;
    if (known) {
        m_known = *known;
        m_draft.overlay = overlay;
    }
    rebuild();
}

void DraftedPlan::rebuild() {
    m_plan.reset();
    m_fault.clear();
    if (const Result<Route> route = findRoute(m_known, m_draft.from, m_draft.to, m_draft.route, m_draft.answers))
        m_plan = buildPlan(m_known, *route, m_draft.answers);
    else
        m_fault = route.error().message;
    Q_EMIT changed();
}

QString DraftedPlan::sourceFault() const {
    if (m_plan)
        return {};
    if (m_draft.from.isEmpty())
        return tr("Choose the version that runs now.");
    // A source from which not even the newest version can be reached is itself what is wrong.
    const QList<Release> targets = pickableReleases(m_catalogue, false);
    const Result<Route> probe =
        findRoute(m_catalogue, m_draft.from, targets.isEmpty() ? QString() : targets.last().version);
    return probe ? QString() : probe.error().message;
}

QString DraftedPlan::targetFault() const {
    if (m_plan || !sourceFault().isEmpty())
        return {};
    return m_draft.to.isEmpty() ? tr("Choose the version you want.") : m_fault;
}

QString DraftedPlan::onlyWay() const {
    if (!m_plan || !m_plan->options.isEmpty())
        return {};
    if (m_plan->hops.size() == 1)
        return tr("This is one upgrade: there is no other way.");
    const Result<Route> fewest =
        findRoute(m_known, m_draft.from, m_draft.to, RouteKind::FewestRestarts, m_draft.answers);
    QStringList reasons;
    for (const Leg& leg : fewest.value_or(Route()).legs)
        if (leg.reason != StopReason::Target)
            reasons << words::stopReason({leg.to, leg.reason, leg.step}, m_plan->from, m_plan->to);
    reasons.removeDuplicates();
    return tr("There is only one way: %1.").arg(reasons.join(QStringLiteral("; ")));
}

QList<PlanQuestion> DraftedPlan::questionsOfGroup(const QString& group) const {
    QList<PlanQuestion> questions;
    if (m_plan)
        std::copy_if(m_plan->questions.cbegin(), m_plan->questions.cend(), std::back_inserter(questions),
                     [&](const PlanQuestion& question) { return question.group == group; });
    return questions;
}

QList<PlanQuestion> DraftedPlan::askedOfGroup(const QString& group) const {
    QList<PlanQuestion> asked = questionsOfGroup(group);
    asked.removeIf([this](const PlanQuestion& question) { return isMoot(*m_plan, question); });
    return asked;
}

bool DraftedPlan::isNone(const QString& group) const {
    const QList<PlanQuestion> asked = askedOfGroup(group);
    return std::all_of(asked.cbegin(), asked.cend(),
                       [](const PlanQuestion& question) { return question.answer == Answer::No; });
}

QString DraftedPlan::file() const {
    if (!m_draft.file.isEmpty() || !m_plan)
        return m_draft.file;
    return suggestedFile(*m_plan);
}

QString numbersLine(const Plan& plan) {
    int blockers = 0;
    forEachItem(plan, [&blockers](const PlanHop&, const PlanSection&, const PlanItem& item) {
        blockers += item.item.gate == Gate::Blocker;
    });
    const QString line = QCoreApplication::translate(
        "NewPlan", "Upgrades: %1  ·  Steps: %2  ·  Restarts: %3  ·  Blockers: %4  ·  Open questions: %5");
    return line.arg(plan.hops.size())
        .arg(stepCount(plan))
        .arg(restartCount(plan))
        .arg(blockers)
        .arg(openQuestions(plan).size());
}
