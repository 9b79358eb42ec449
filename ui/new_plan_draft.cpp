#include "ui/new_plan_draft.h"

#include "core/overlay.h"
#include "core/plan_builder.h"
#include "core/words.h"
#include "report/rich_text.h"
#include "ui/plan_numbers.h"

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
    const bool isPatch = lineOf(plan.from) == lineOf(plan.to);
    const QString name = QStringLiteral("mesos-%1-to-%2")
                             .arg(isPatch ? plan.from : lineOf(plan.from), isPatch ? plan.to : lineOf(plan.to));
    QString path = folder.filePath(name + u".mesosplan");
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = folder.filePath(QStringLiteral("%1-%2.mesosplan").arg(name).arg(number));
    return path;
}

/// The steps that advise against the version the plan leads to, those that surely concern the cluster first.
QList<const PlanItem*> stepsAgainstTarget(const Plan& plan) {
    QList<const PlanItem*> against;
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
        if (!item.item.instead.isEmpty())
            against << &item;
    });
    std::stable_partition(against.begin(), against.end(), [](const PlanItem* item) { return !item->findFirst; });
    return against;
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
    rebuild(answerInWords(question, answer));
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
    const auto answered = std::find_if(m_known.groups.cbegin(), m_known.groups.cend(),
                                       [&](const QuestionGroup& known) { return known.title == group; });
    const QString said = answered == m_known.groups.cend() ? group : plainText(answered->none);
    rebuild(none ? said : tr("%1: taken back").arg(said));
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

void DraftedPlan::rebuild(const QString& answered) {
    const std::optional<Plan> before = std::exchange(m_plan, std::nullopt);
    m_fault.clear();
    m_lastChange.clear();
    if (const Result<Route> route = findRoute(m_known, m_draft.from, m_draft.to, m_draft.route, m_draft.answers))
        m_plan = buildPlan(m_known, *route, m_draft.answers);
    else
        m_fault = route.error().message;
    if (!answered.isEmpty() && before && m_plan)
        m_lastChange = tr("%1 \u2192 %2").arg(answered, differenceLine(*before, *m_plan));
    Q_EMIT changed();
}

QString DraftedPlan::answerInWords(const QString& question, Answer answer) const {
    for (const Question& known : m_known.questions)
        if (known.id == question)
            return tr("%1: %2").arg(plainText(known.label), words::answer(answer));
    return question;
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
    if (m_plan)
        return {};
    if (m_draft.to.isEmpty())
        return tr("Choose the version you want.");
    return sourceFault().isEmpty() ? m_fault : faultOfTargetAlone();
}

/// What is wrong with it whatever runs now, seen from the oldest version.
QString DraftedPlan::faultOfTargetAlone() const {
    const QList<Release> sources = pickableReleases(m_catalogue, true);
    const TypedRelease typed = parseTypedRelease(m_draft.to);
    const bool mayBeGood =
        sources.isEmpty() || (!typed.isNull() && !olderThan(sources.constFirst().line, lineOf(m_draft.to)));
    const Result<Route> probe = mayBeGood ? Route() : findRoute(m_catalogue, sources.constFirst().version, m_draft.to);
    return probe ? QString() : probe.error().message;
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

QStringList DraftedPlan::reasonsAgainstTarget() const {
    QStringList reasons;
    if (!m_plan)
        return reasons;
    for (const PlanItem* step : stepsAgainstTarget(*m_plan)) {
        const QString text = plainText(step->item.text);
        const QString open = words::openCondition(*step);
        reasons << (open.isEmpty() ? text : tr("%1 (if %2)").arg(text, open));
    }
    if (const QString advice = adviceOn(m_known, m_plan->to); !advice.isEmpty())
        reasons << advice;
    return reasons;
}

QString DraftedPlan::betterTarget() const {
    if (!m_plan || reasonsAgainstTarget().isEmpty())
        return {};
    const QList<const PlanItem*> steps = stepsAgainstTarget(*m_plan);
    return steps.isEmpty() ? lastPatch(m_known, lineOf(m_plan->to)) : steps.constFirst()->item.instead;
}

std::optional<Plan> DraftedPlan::outlook() const {
    const QList<Release> sources = pickableReleases(m_catalogue, true);
    const QList<Release> targets = pickableReleases(m_catalogue, false);
    if (sources.isEmpty() || targets.isEmpty())
        return std::nullopt;
    const QString from = sourceFault().isEmpty() ? m_draft.from : sources.constFirst().version;
    const Result<Route> route =
        findRoute(m_known, from, targets.constLast().version, RouteKind::EveryRelease, m_draft.answers);
    return route ? std::optional(buildPlan(m_known, *route, m_draft.answers)) : std::nullopt;
}

QStringList DraftedPlan::mootAnswers() const {
    QStringList moot;
    if (!m_plan)
        return moot;
    for (const Question& question : m_known.questions) {
        const Answer answer = m_draft.answers.value(question.id);
        const auto asked = std::find_if(m_plan->questions.cbegin(), m_plan->questions.cend(),
                                        [&](const PlanQuestion& planned) { return planned.id == question.id; });
        const bool counts = asked != m_plan->questions.cend() && !isMoot(*m_plan, *asked);
        if (answer != Answer::Unsure && !counts)
            moot << answerInWords(question.id, answer);
    }
    return moot;
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
