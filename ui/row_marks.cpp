#include "ui/row_marks.h"

#include "core/item.h"
#include "core/progress.h"
#include "core/record.h"
#include "core/words.h"
#include "items/plan_roles.h"
#include "report/record_facts.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QDate>
#include <QFontMetrics>
#include <QModelIndex>
#include <QPalette>

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(RowMarks)
};

RowMark marked(const QString& sign, const QString& words, const QColor& colour) {
    return {.text = sign + u' ' + words, .colour = colour, .sign = sign};
}

/// How many there are of something, which a sign without the number would not say.
RowMark counted(StepState state, int count, const QString& words, const QColor& colour) {
    return marked(stateSymbol(state) + u' ' + QString::number(count), words, colour);
}

RowMark progressMark(const Progress& progress, const Colours& colours) {
    if (progress.done() == progress.steps)
        return marked(QStringLiteral("\u2713"), Text::tr("done"), colours.good);
    const QString some = Text::tr("%1 of %2").arg(progress.done()).arg(progress.steps);
    if (progress.settled() == progress.steps)
        return {.text = Text::tr("%1 done, the others set aside").arg(some), .colour = colours.quiet, .sign = some};
    return {.text = some, .colour = colours.quiet, .sign = some};
}

QList<RowMark> marksOfGroup(const QModelIndex& index, const Colours& colours) {
    const auto progress = index.data(PlanRole::Progress).value<Progress>();
    QList<RowMark> marks;
    if (const int failed = progress.in(StepState::Failed); failed > 0)
        marks << counted(StepState::Failed, failed, Text::tr("failed"), colours.danger);
    if (const int putOff = index.data(PlanRole::PutOffHere).toInt(); putOff > 0)
        marks << counted(StepState::Deferred, putOff, Text::tr("put off to here"), colours.caution);
    if (progress.steps > 0)
        marks << progressMark(progress, colours);
    return marks;
}

/// Done and open are told by the box.
QList<RowMark> marksOfState(const QModelIndex& index, const Colours& colours) {
    const auto state = index.data(PlanRole::State).value<StepState>();
    const QString sign = stateSymbol(state);
    switch (state) {
    case StepState::Open:
    case StepState::Done:
        return {};
    case StepState::InProgress:
        return {marked(sign, words::state(state), colours.accent)};
    case StepState::Failed:
        return {marked(sign, words::state(state), colours.danger)};
    case StepState::Deferred:
        return {marked(sign, Text::tr("%1 to %2").arg(words::state(state), index.data(PlanRole::PutOffTo).toString()),
                       colours.caution)};
    case StepState::Skipped:
    case StepState::NotApplicable:
        return {marked(sign, words::state(state), colours.quiet)};
    }
    Q_UNREACHABLE();
}

RowMark severityMark(Severity severity, const Colours& colours) {
    return severity == Severity::Danger ? marked(QStringLiteral("\u26a0"), words::severity(severity), colours.danger)
                                        : marked(QStringLiteral("\u25b3"), words::severity(severity), colours.caution);
}

/// How bad it is and whether it stops people: of what is settled only who answers for it, or that nobody does any more.
QList<RowMark> marksOfDanger(const QModelIndex& index, const Colours& colours) {
    const auto gate = index.data(PlanRole::Gate).value<Gate>();
    const auto severity = index.data(PlanRole::Severity).value<Severity>();
    const QString blocker = QStringLiteral("\u25a0");
    QList<RowMark> marks;
    if (index.data(PlanRole::AcceptanceOver).toBool())
        marks << marked(blocker, Text::tr("Acceptance over"), colours.danger);
    else if (const QString by = index.data(PlanRole::AcceptedBy).toString(); !by.isEmpty())
        marks << marked(QStringLiteral("\u25a3"), Text::tr("Accepted by %1").arg(by), colours.danger);
    else if (isSettled(index.data(PlanRole::State).value<StepState>()))
        return {};
    else if (gate == Gate::Blocker)
        marks << marked(blocker, Text::tr("Blocker"), colours.danger);
    else if (gate == Gate::Acknowledge)
        marks << marked(QStringLiteral("\u25a1"), Text::tr("Read this"), colours.caution);
    if (severity != Severity::Info)
        marks << severityMark(severity, colours);
    return marks;
}

/// Who does it and for which day it is planned; either may be missing.
QString ownerAndDay(const QModelIndex& index) {
    QStringList parts{index.data(PlanRole::Owner).toString(), index.data(PlanRole::Day).toDate().toString(Qt::ISODate)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

RowMark commandsMark(const Colours& colours) {
    const QString sign = QStringLiteral(">_");
    return {sign, colours.quiet, sign, sign + u' ' + Text::tr("Has commands to copy")};
}

RowMark withinMark(const Colours& colours) {
    RowMark mark = marked(QStringLiteral("\u2315"), Text::tr("within"), colours.accent);
    mark.meaning = Text::tr("\u2315 What you look for stands in its details, its marks or what people wrote");
    return mark;
}

/// What is good to know, and stops nobody.
QList<RowMark> marksOfCircumstances(const QModelIndex& index, const Colours& colours) {
    QList<RowMark> marks;
    if (!index.data(PlanRole::Hosts).toString().isEmpty())
        marks << marked(QStringLiteral("\u25d4"), Text::tr("Some hosts"), colours.quiet);
    if (const QString who = ownerAndDay(index); !who.isEmpty())
        marks << RowMark{.text = who, .colour = colours.quiet};
    if (!index.data(PlanRole::Note).toString().isEmpty())
        marks << marked(QStringLiteral("\u270e"), Text::tr("Note"), colours.quiet);
    if (index.data(PlanRole::HasSnippet).toBool())
        marks << commandsMark(colours);
    return marks;
}

int widthOf(const QList<RowMark>& marks, const QFontMetrics& metrics) {
    int width = 0;
    for (const RowMark& mark : marks)
        width += rowMarkGap + metrics.horizontalAdvance(mark.text);
    return width;
}
} // namespace

QList<RowMark> rowMarksOf(const QModelIndex& index, const QPalette& palette) {
    const Colours colours = coloursOf(palette);
    const auto level = index.data(PlanRole::Level).value<PlanLevel>();
    if (level == PlanLevel::Hop || level == PlanLevel::Section)
        return marksOfGroup(index, colours);
    QList<RowMark> marks;
    if (index.data(PlanRole::NotSaved).toBool())
        marks << marked(QStringLiteral("\u26a0"), Text::tr("Not saved"), colours.danger);
    if (level == PlanLevel::Pause && index.data(PlanRole::MustBeSeen).toBool())
        marks << RowMark{.text = Text::tr("Not approved"), .colour = colours.caution};
    marks += marksOfState(index, colours) + marksOfDanger(index, colours);
    if (index.data(PlanRole::Elsewhere).toBool())
        marks << withinMark(colours);
    if (index.data(PlanRole::FindFirst).toBool())
        marks << marked(QStringLiteral("?"), Text::tr("Find out first"), colours.accent);
    return marks + marksOfCircumstances(index, colours);
}

QList<RowMark> rowMarkLegend(const QPalette& palette) {
    const Colours colours = coloursOf(palette);
    const auto explained = [](RowMark mark, const QString& meaning) {
        mark.meaning = meaning;
        return mark;
    };
    const auto ofState = [&](StepState state, const QColor& colour, const QString& meaning) {
        return explained(marked(stateSymbol(state), words::state(state), colour), meaning);
    };
    return {explained(marked(QStringLiteral("\u25a0"), Text::tr("Blocker"), colours.danger),
                      Text::tr("Nothing after it should begin before it is done, or somebody accepts that it is not")),
            explained(marked(QStringLiteral("\u25a3"), Text::tr("Accepted by …"), colours.danger),
                      Text::tr("A blocker that is not done; somebody answers for that")),
            explained(marked(QStringLiteral("\u25a1"), Text::tr("Read this"), colours.caution),
                      Text::tr("To be read before people go on")),
            explained(severityMark(Severity::Danger, colours), Text::tr("Tasks or data may be lost here")),
            explained(severityMark(Severity::Caution, colours), Text::tr("May go wrong if it is overlooked")),
            explained({.text = QStringLiteral("\u25ae\u25ae"), .colour = colours.quiet},
                      Text::tr("A stop: look at the cluster, and let somebody approve going on")),
            explained({.text = QStringLiteral("\u2139"), .colour = colours.quiet},
                      Text::tr("A note: something to know, nothing to do")),
            explained(marked(QStringLiteral("?"), Text::tr("Find out first"), colours.accent),
                      Text::tr("Whether it concerns your cluster hangs on a question that is still open")),
            ofState(StepState::InProgress, colours.accent, Text::tr("Somebody has begun it")),
            ofState(StepState::Failed, colours.danger, Text::tr("It went wrong: Step → Show the card")),
            ofState(StepState::Deferred, colours.caution, Text::tr("It is done later, with another upgrade")),
            ofState(StepState::Skipped, colours.quiet, Text::tr("It should have been done, and was not")),
            ofState(StepState::NotApplicable, colours.quiet, Text::tr("There is nothing to do on this cluster")),
            explained(marked(QStringLiteral("\u25d4"), Text::tr("Some hosts"), colours.quiet),
                      Text::tr("For some of the hosts only; its details say for which")),
            explained(marked(QStringLiteral("\u270e"), Text::tr("Note"), colours.quiet),
                      Text::tr("Somebody wrote a note on it")),
            explained(commandsMark(colours), Text::tr("Has commands to copy")),
            explained(withinMark(colours), Text::tr("What you look for stands in its details, its marks or what people "
                                                    "wrote")),
            explained(marked(QStringLiteral("\u26a0"), Text::tr("Not saved"), colours.danger),
                      Text::tr("What you did is not in the file yet; it is tried again every few seconds"))};
}

QList<RowMark> fittedMarks(QList<RowMark> marks, const QFontMetrics& metrics, int width, int ownText) {
    const auto isTooWide = [&] { return ownText + widthOf(marks, metrics) > width; };
    for (qsizetype i = marks.size() - 1; i >= 0 && isTooWide(); --i)
        if (i > 0 || !marks[i].sign.isEmpty())
            marks[i].text = marks[i].sign;
    marks.removeIf([](const RowMark& mark) { return mark.text.isEmpty(); });
    while (marks.size() > 1 && isTooWide() && widthOf(marks, metrics) > width / 3)
        marks.removeLast();
    return marks;
}
