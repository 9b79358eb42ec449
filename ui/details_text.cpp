#include "ui/details_text.h"

#include "core/progress.h"
#include "core/words.h"
#include "report/facts.h"
#include "report/rich_text.h"
#include "report/road_facts.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Details)
};

/// Where what this id stands for is to be found: the step or note itself, or the later one that took its place. Empty:
/// nowhere in the plan.
QString placeOf(const Plan& plan, const QString& id) {
    QString place;
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& planned) {
        if (planned.item.id == id || planned.standsFor.contains(id))
            place = planned.item.id;
    });
    return place;
}

/// Ids stand in code spans; those of this plan become links to where they are, except to what is shown already.
QString linkIds(const Plan& plan, QString html, const QString& shown) {
    static const QRegularExpression codeSpan(QStringLiteral("<code>([a-z0-9.-]{1,28})</code>"));
    qsizetype from = 0;
    for (QRegularExpressionMatch match = codeSpan.match(html); match.hasMatch(); match = codeSpan.match(html, from)) {
        const QString place = placeOf(plan, match.captured(1));
        from = match.capturedEnd();
        if (place.isEmpty() || place == shown)
            continue;
        const QString link = QStringLiteral("<a href=\"step:%1\">%2</a>").arg(place, match.captured(1));
        html.replace(match.capturedStart(), match.capturedLength(), link);
        from = match.capturedStart() + link.size();
    }
    return html;
}

QString row(const QString& label, const QString& html) {
    return QStringLiteral("<tr><td style=\"padding:3px 12px 3px 0\"><b>%1</b></td>"
                          "<td style=\"padding:3px 0\">%2</td></tr>")
        .arg(label.toHtmlEscaped(), html);
}

QString paragraphs(const QStringList& lines) {
    QString html;
    for (const QString& line : lines)
        html += QStringLiteral("<p style=\"margin:0 0 4px 0\">%1</p>").arg(line);
    return html;
}

QString purposeOf(const PausePoint& pause) {
    switch (pause.kind) {
    case PauseKind::Start:
        return Text::tr("From here on the cluster is changed. Somebody looks at the plan and at the cluster, and says "
                        "that the work begins.");
    case PauseKind::Masters:
        return Text::tr("The masters of this upgrade are done. Somebody looks at them before the work goes on.");
    case PauseKind::FirstSlaves:
        return Text::tr("The first %1 are done. Somebody looks at them and at their tasks before all others follow.")
            .arg(words::component(Component::Slave, pause.id));
    case PauseKind::NoWayBack:
        return Text::tr("A source says that what comes next cannot be taken back. Somebody decides that it is done.");
    case PauseKind::End:
        return Text::tr("All steps are done. Somebody looks at the whole cluster and says that the upgrade is "
                        "finished.");
    }
    Q_UNREACHABLE();
}

/// A text with the link to what it stands for, and what else is said of it.
QString line(const QString& id, const QString& text, const QString& said) {
    const QString link = QStringLiteral("<a href=\"step:%1\">%1</a> %2").arg(id, text.toHtmlEscaped());
    return said.isEmpty() ? link : Text::tr("%1 – %2").arg(link, said.toHtmlEscaped());
}

/// Notes have no state, and that a step is open goes without saying.
QString stepLine(const Item& item, const Record& record) {
    const StepState state = record.stateOf(item.id);
    return line(item.id, plainText(item.text),
                item.isStep() && state != StepState::Open ? words::state(state) : QString());
}

QString stopLine(const PausePoint& pause, const Record& record) {
    const bool isApproved = record.stateOf(pause.id) == StepState::Done;
    return line(pause.id, words::pause(pause.kind, pause.id),
                isApproved ? Text::tr("approved") : Text::tr("not approved"));
}

template <typename Predicate> QStringList linesOf(const PlanHop& hop, const Record& record, Predicate isMeant) {
    QStringList lines;
    for (const PlanSection& section : hop.sections)
        for (const PlanItem& planned : section.items)
            if (isMeant(planned.item))
                lines << stepLine(planned.item, record);
    return lines;
}

QStringList stopLines(const Plan& plan, const Record& record, const PlanHop& hop) {
    QStringList lines;
    const QList<PausePoint> pauses = pausePointsOf(plan);
    for (const PausePoint& pause : pauses)
        if (&plan.hops[pause.hop] == &hop)
            lines << stopLine(pause, record);
    return lines;
}

/// What running tasks depend on, and after it every restart that they survive.
QStringList taskLines(const PlanHop& hop) {
    QStringList dangers;
    QStringList others;
    for (const PlanSection& section : hop.sections)
        for (const PlanItem& planned : section.items) {
            const Item& item = planned.item;
            const QString text =
                line(item.id, plainText(item.text), words::tasks({item.tasks.restarts, item.tasks.effect, {}}));
            if (item.mayKillTasks())
                dangers << text;
            else if (item.tasks.restarts)
                others << text;
        }
    return dangers + others;
}

QStringList putOffLines(const Plan& plan, const Record& record, const PlanHop& hop) {
    QStringList lines;
    const QStringList ids = deferredTo(plan, record, hop);
    for (const QString& id : ids)
        lines << line(id, plainText(findItem(plan, id)->item.text), {});
    return lines;
}

QString progressText(const Progress& progress) {
    QStringList parts{Text::tr("%1 of %2 steps done").arg(progress.done()).arg(progress.steps)};
    for (const StepState other :
         {StepState::InProgress, StepState::Failed, StepState::Skipped, StepState::NotApplicable, StepState::Deferred})
        if (progress.in(other) > 0)
            parts << Text::tr("%1 %2").arg(progress.in(other)).arg(words::state(other));
    return parts.join(QStringLiteral(", ")).toHtmlEscaped();
}

QStringList questionLinks(const QList<PlanQuestion>& questions) {
    QStringList links;
    for (const PlanQuestion& question : questions)
        links << QStringLiteral("<a href=\"answer:%1\">%2</a>")
                     .arg(question.id.toHtmlEscaped(), plainText(question.ask).toHtmlEscaped());
    return links;
}

QString answerLinks(const QList<Because>& because) {
    QStringList links;
    for (const Because& reason : because)
        links.append(QStringLiteral("<a href=\"answer:%1\">%2</a>")
                         .arg(reason.trait.toHtmlEscaped(), plainText(reason.label).toHtmlEscaped()));
    return links.join(QStringLiteral(", "));
}
} // namespace

QString detailsHtml(const Plan& plan, const PlanItem& item) {
    return linkIds(plan, commonMarkToHtml(item.item.details), item.item.id);
}

QString factsHtml(const Plan& plan, const PlanHop& hop, const PlanItem& item) {
    QString rows;
    for (const Fact& fact : circumstancesOf(item) + groundsOf(hop, item))
        rows += row(labelText(fact.label), linkIds(plan, inlineToHtml(fact.text), item.item.id));
    if (!item.because.isEmpty())
        rows += row(Text::tr("Answers"), answerLinks(item.because));
    return QStringLiteral("<table>%1</table>").arg(rows);
}

QString upgradeHtml(const Plan& plan, const Record& record, const PlanHop& hop) {
    QString html;
    for (const QString& paragraph : introductionOf(hop, plan.from, plan.to))
        html += linkedHtml(plan, paragraph);
    const auto isBlocker = [](const Item& item) { return item.gate == Gate::Blocker; };
    const auto mayBeLeft = [](const Item& item) { return item.isStep() && item.stop.after == StopAfter::Leave; };
    const QList<QPair<QString, QStringList>> facts{
        {Text::tr("Progress"), {progressText(progressOf(hop, record))}},
        {Text::tr("Blockers"), linesOf(hop, record, isBlocker)},
        {Text::tr("Open questions"), questionLinks(openQuestionsOf(plan, hop))},
        {Text::tr("Stops"), stopLines(plan, record, hop)},
        {Text::tr("Running tasks"), taskLines(hop)},
        {Text::tr("May be left after"), linesOf(hop, record, mayBeLeft)},
        {Text::tr("Put off to here"), putOffLines(plan, record, hop)}};
    QString rows;
    for (const auto& [label, lines] : facts)
        if (!lines.isEmpty())
            rows += row(label, paragraphs(lines));
    return html + QStringLiteral("<table>%1</table>").arg(rows);
}

QList<PlanQuestion> openQuestionsOf(const Plan& plan, const PlanHop& hop) {
    QSet<QString> waitedFor;
    for (const PlanSection& section : hop.sections)
        for (const PlanItem& planned : section.items)
            if (planned.findFirst)
                for (const Because& because : planned.because)
                    waitedFor << because.trait;
    QList<PlanQuestion> questions = openQuestions(plan);
    questions.removeIf([&](const PlanQuestion& question) { return !waitedFor.contains(question.id); });
    return questions;
}

QString selectionHtml(const Plan& plan, const Record& record, const QStringList& ids) {
    constexpr qsizetype mostLines = 100; // everything may be selected
    const QList<PausePoint> pauses = pausePointsOf(plan);
    QStringList lines;
    for (const QString& id : ids.first(qMin(mostLines, ids.size()))) {
        const PlanItem* planned = findItem(plan, id);
        const auto pause =
            std::find_if(pauses.cbegin(), pauses.cend(), [&id](const PausePoint& point) { return point.id == id; });
        if (planned)
            lines << stepLine(planned->item, record);
        else if (pause != pauses.cend())
            lines << stopLine(*pause, record);
    }
    if (ids.size() > mostLines)
        lines << Text::tr("and %1 more").arg(ids.size() - mostLines).toHtmlEscaped();
    return paragraphs(lines);
}

QString pauseHtml(const Plan& plan, const PausePoint& pause) {
    const PlanItem* step = findItem(plan, pause.step);
    const QString link =
        QStringLiteral("<a href=\"step:%1\">%1</a> %2").arg(pause.step, plainText(step->item.text).toHtmlEscaped());
    QString place = pause.after ? Text::tr("After this step:") : Text::tr("Before this step:");
    if (pause.kind == PauseKind::FirstSlaves)
        place = Text::tr("Within this step, after the first few %1:").arg(words::component(Component::Slave, pause.id));
    const QString leave = standsBehind(pause) ? QStringLiteral("<p>%1 %2</p>")
                                                    .arg(Text::tr("May I stop here:").toHtmlEscaped(),
                                                         inlineToHtml(words::stop(step->item.stop)))
                                              : QString();
    return QStringLiteral("<p>%1</p><p>%2<br>%3</p>%4")
        .arg(purposeOf(pause).toHtmlEscaped(), place.toHtmlEscaped(), link, leave);
}

QString linkedHtml(const Plan& plan, const QString& commonMark) {
    return linkIds(plan, commonMarkToHtml(commonMark), {});
}
