#include "ui/step_actions.h"

#include "core/progress.h"
#include "core/words.h"
#include "report/correction.h"
#include "report/report.h"
#include "report/rich_text.h"
#include "store/plan_file.h"
#include "ui/desktop.h"
#include "ui/mark_dialog.h"
#include "ui/record_editor.h"
#include "ui/trouble_dialog.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QWidget>

#include <algorithm>

namespace {
/// What the menu calls a deed once it is done: "Undo 0.18-settle: done".
QString deedText(const QStringList& ids, StepState state) {
    const QString what = ids.size() == 1 ? ids.constFirst() : StepActions::tr("%1 steps").arg(ids.size());
    return StepActions::tr("%1: %2").arg(what, words::state(state));
}

QString pauseText(const Plan& plan, const QString& id) {
    const QList<PausePoint> pauses = pausePointsOf(plan);
    const auto pause =
        std::find_if(pauses.cbegin(), pauses.cend(), [&](const PausePoint& point) { return point.id == id; });
    return StepActions::tr("nobody has approved “%1” (%2)").arg(words::pause(pause->kind, pause->id), id);
}

QString obstacleText(const Plan& plan, const Obstacle& obstacle) {
    switch (obstacle.kind) {
    case Obstacle::Kind::Pause:
        return pauseText(plan, obstacle.id);
    case Obstacle::Kind::Failed:
        return StepActions::tr("%1 failed").arg(obstacle.id);
    case Obstacle::Kind::Blocker:
        return StepActions::tr("%1, a blocker, is not settled").arg(obstacle.id);
    }
    Q_UNREACHABLE();
}

QString questionAbout(const Plan& plan, const QList<Obstacle>& obstacles, const QStringList& steps) {
    constexpr qsizetype mostLines = 8;
    QStringList lines;
    for (const Obstacle& obstacle : obstacles.first(qMin(mostLines, obstacles.size())))
        lines << QStringLiteral("\u2022 ") + obstacleText(plan, obstacle);
    if (obstacles.size() > mostLines)
        lines << StepActions::tr("and %1 more").arg(obstacles.size() - mostLines);
    const QString what = steps.size() == 1 ? steps.constFirst() : StepActions::tr("these %1 steps").arg(steps.size());
    return StepActions::tr("Something is open in front of %1:\n\n%2\n\nGo on anyway? The record will say that you did.")
        .arg(what, lines.join(u'\n'));
}
} // namespace

StepActions::StepActions(const PlanFile& file, RecordEditor& editor, Desktop& desktop, QWidget& view)
    : QObject(&view)
    , m_file(file)
    , m_editor(editor)
    , m_desktop(desktop)
    , m_view(view) {
    m_done = add(tr("&Done"), QStringLiteral("doneAction"), Qt::CTRL | Qt::Key_D, &StepActions::markDone);
    m_inProgress =
        add(tr("In &progress"), QStringLiteral("inProgressAction"), Qt::CTRL | Qt::Key_I, &StepActions::markInProgress);
    m_skipped = add(tr("&Skipped…"), QStringLiteral("skippedAction"), {}, &StepActions::markSkipped);
    m_notApplicable =
        add(tr("&Not applicable…"), QStringLiteral("notApplicableAction"), {}, &StepActions::markNotApplicable);
    m_putOff = add(tr("Put &off…"), QStringLiteral("putOffAction"), {}, &StepActions::putOff);
    m_reopen =
        add(tr("Open &again"), QStringLiteral("reopenAction"), Qt::CTRL | Qt::SHIFT | Qt::Key_D, &StepActions::reopen);
    addSeparator();
    m_failed =
        add(tr("It went &wrong…"), QStringLiteral("failedAction"), Qt::CTRL | Qt::Key_G, &StepActions::markFailed);
    m_card = add(tr("Show the &card…"), QStringLiteral("cardAction"), Qt::CTRL | Qt::SHIFT | Qt::Key_G,
                 &StepActions::showCardOfSelection);
    addSeparator();
    m_takeOver = add(tr("&I do it"), QStringLiteral("takeOverAction"), Qt::CTRL | Qt::Key_M, &StepActions::takeOver);
    addSeparator();
    m_copy = add(tr("Copy as &Markdown"), QStringLiteral("copyAction"), QKeySequence::Copy, &StepActions::copyMarkdown);
    m_copy->setShortcutContext(Qt::WidgetShortcut); // elsewhere the key copies the text that is selected there
    m_correction = add(tr("Copy a co&rrection"), QStringLiteral("correctionAction"), Qt::CTRL | Qt::Key_R,
                       &StepActions::copyCorrection);
    connect(&file, &PlanFile::recordChanged, this, &StepActions::showWhatIsPossible);
    showWhatIsPossible();
}

QAction* StepActions::add(const QString& text, const QString& objectName, const QKeySequence& shortcut,
                          void (StepActions::*deed)()) {
    auto* action = new QAction(text, this);
    action->setObjectName(objectName);
    action->setShortcut(shortcut);
    connect(action, &QAction::triggered, this, [this, deed] {
        Q_EMIT aboutToMark();
        (this->*deed)();
    });
    m_actions << action;
    return action;
}

void StepActions::addSeparator() {
    auto* separator = new QAction(this);
    separator->setSeparator(true);
    m_actions << separator;
}

void StepActions::setSelection(const QStringList& ids) {
    m_single = ids.size() == 1 && findItem(m_file.plan(), ids.constFirst()) ? ids.constFirst() : QString();
    m_selected = ids;
    m_steps.clear();
    m_pauses.clear();
    for (const QString& id : ids) {
        const PlanItem* item = findItem(m_file.plan(), id);
        if (!item)
            m_pauses << id;
        else if (item->item.isStep())
            m_steps << id;
    }
    showWhatIsPossible();
}

void StepActions::showWhatIsPossible() {
    const bool canWrite = !m_file.isReadOnly();
    const bool hasSteps = canWrite && !m_steps.isEmpty();
    const bool hasAny = canWrite && !(m_steps + m_pauses).isEmpty();
    const bool isOneStep = m_steps.size() == 1 && m_pauses.isEmpty();
    m_done->setText(m_steps.isEmpty() && !m_pauses.isEmpty() ? tr("&Done: approved") : tr("&Done"));
    m_copy->setEnabled(!m_selected.isEmpty());
    m_correction->setEnabled(!m_single.isEmpty());
    m_done->setEnabled(hasAny);
    m_reopen->setEnabled(hasAny);
    m_takeOver->setEnabled(hasAny);
    for (QAction* action : {m_inProgress, m_skipped, m_notApplicable})
        action->setEnabled(hasSteps);
    m_putOff->setEnabled(hasSteps && !laterUpgrades(m_file.plan(), m_steps).isEmpty());
    m_failed->setEnabled(hasSteps && isOneStep);
    m_card->setEnabled(isOneStep && m_file.record().stateOf(m_steps.constFirst()) == StepState::Failed);
}

void StepActions::tick(const QString& id, StepState wished) {
    Q_EMIT aboutToMark();
    mark({id}, wished);
}

void StepActions::toggleDone() {
    Q_EMIT aboutToMark();
    const QStringList ids = m_steps + m_pauses;
    const bool allDone = std::all_of(
        ids.cbegin(), ids.cend(), [this](const QString& id) { return m_file.record().stateOf(id) == StepState::Done; });
    if (m_done->isEnabled())
        mark(ids, allDone ? StepState::Open : StepState::Done);
}

void StepActions::markDone() {
    mark(m_steps + m_pauses, StepState::Done);
}

void StepActions::markInProgress() {
    mark(m_steps, StepState::InProgress);
}

void StepActions::markSkipped() {
    ask(StepState::Skipped);
}

void StepActions::markNotApplicable() {
    ask(StepState::NotApplicable);
}

void StepActions::putOff() {
    ask(StepState::Deferred);
}

void StepActions::reopen() {
    mark(m_steps + m_pauses, StepState::Open);
}

/// One key must not mark a failure. Once they say so it is on disk before anything else is asked: at such a time people
/// are called away.
void StepActions::markFailed() {
    const QString step = m_steps.constFirst();
    if (isAsking() || (m_file.record().stateOf(step) != StepState::Failed && !wentWrong(step)))
        return;
    if (m_file.record().stateOf(step) != StepState::Failed)
        mark({step}, StepState::Failed);
    showCard(step);
}

bool StepActions::wentWrong(const QString& step) {
    const QString question = tr("Did this step go wrong?\n\n%1 (%2)\n\nIt is marked as failed, and a card says what "
                                "the cluster runs now, whether it may be left so, and what must wait.");
    return m_desktop.confirm(&m_view, question.arg(plainText(findItem(m_file.plan(), step)->item.text), step),
                             tr("It went wrong"));
}

void StepActions::showCardOfSelection() {
    showCard(m_steps.constFirst());
}

void StepActions::takeOver() {
    QList<Change> changes;
    for (const QString& id : m_steps + m_pauses)
        changes << Change{Deed::Owner, id, Scribe::loginName(), {}};
    m_editor.perform(tr("taking over what was selected"), changes);
}

void StepActions::copyMarkdown() {
    QGuiApplication::clipboard()->setText(
        QString::fromUtf8(markdownExcerpt(m_file.plan(), m_file.record(), m_selected)));
    const QString what = m_selected.size() == 1 ? m_selected.constFirst() : tr("%1 rows").arg(m_selected.size());
    Q_EMIT told(tr("Copied as Markdown: %1").arg(what));
}

void StepActions::copyCorrection() {
    QGuiApplication::clipboard()->setText(correctionText(m_file.plan(), m_single));
    Q_EMIT told(tr("Copied: %1. Write behind it what should be different.").arg(m_single));
}

void StepActions::mark(const QStringList& ids, StepState state) {
    if (isAsking()) // keys may reach the list behind the dialog
        return;
    if (goesOnPast(ids, state))
        m_editor.perform(deedText(ids, state),
                         withApprovers(m_file.record(), marking(ids, {state, {}, {}, {}, {}}), m_file.writer()));
    Q_EMIT marked();
}

bool StepActions::isAsking() const {
    const QList<MarkDialog*> dialogs = m_view.findChildren<MarkDialog*>(); // closed ones are deleted a moment later
    return std::any_of(dialogs.cbegin(), dialogs.cend(), [](const MarkDialog* dialog) { return dialog->isVisible(); });
}

void StepActions::ask(StepState state) {
    if (isAsking())
        return;
    auto* dialog = new MarkDialog(m_file.plan(), m_file.record(), m_steps, state, &m_view);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, state] {
        m_editor.perform(deedText(dialog->steps(), state), marking(dialog->steps(), dialog->mark()));
    });
    dialog->open();
}

/// Asks once for all that is open in front of these steps, and not at all where somebody went past it before.
bool StepActions::goesOnPast(const QStringList& ids, StepState state) {
    if (state != StepState::InProgress && state != StepState::Done)
        return true;
    const Record record = recordOn(QDate::currentDate(), m_file.record());
    QStringList begun = ids;
    begun.removeIf([&](const QString& id) { return record.stateOf(id) == state; });
    QList<Obstacle> obstacles = obstaclesBefore(m_file.plan(), record, begun, state == StepState::Done);
    obstacles.removeIf([&](const Obstacle& obstacle) { return wasPassed(record, obstacle.id); });
    return obstacles.isEmpty() ||
           m_desktop.confirm(&m_view, questionAbout(m_file.plan(), obstacles, begun), tr("Go on anyway"));
}

void StepActions::showCard(const QString& step) {
    for (TroubleDialog* open : m_view.findChildren<TroubleDialog*>()) {
        if (open->step() != step)
            continue;
        open->raise();
        open->activateWindow();
        return;
    }
    auto* card = new TroubleDialog(m_file, m_editor, m_desktop, step, &m_view);
    card->setAttribute(Qt::WA_DeleteOnClose);
    connect(card, &TroubleDialog::itemRequested, this, &StepActions::itemRequested);
    card->show();
}
