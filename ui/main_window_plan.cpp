#include "core/plan_diff.h"
#include "core/plan_part.h"
#include "core/replan.h"
#include "core/words.h"
#include "store/example.h"
#include "ui/answers_view.h"
#include "ui/busy_cursor.h"
#include "ui/checklist_page.h"
#include "ui/desktop.h"
#include "ui/diff_dialog.h"
#include "ui/knowledge_dialog.h"
#include "ui/main_window.h"
#include "ui/meeting_window.h"
#include "ui/message_bar.h"
#include "ui/record_editor.h"

#include <QDir>
#include <QFileInfo>
#include <QPushButton>

// What is done with the open plan as a whole: change it, compare it, copy it, and what of it is put out.

void MainWindow::offerNewerKnowledge() {
    const QString sentence = newerKnowledge();
    if (sentence.isEmpty() || m_file->isReadOnly())
        return;
    m_messages->tell(MessageBar::Tone::Told, sentence);
    connect(m_messages->addButton(tr("Show what changes…"), QStringLiteral("previewKnowledge")), &QPushButton::clicked,
            this, [this] { previewChange(m_file->plan().answers(), m_file->plan().overlay); });
}

QString MainWindow::newerKnowledge() {
    const Catalogue* known = catalogue();
    const Plan& plan = m_file->plan();
    if (known == nullptr || known->digest == plan.catalogueDigest || known->version < plan.catalogueVersion)
        return {};
    return tr("This plan was made from what was known on %1; the program knows more now (%2).")
        .arg(plan.catalogueVersion, known->version);
}

void MainWindow::showKnowledge() {
    auto* dialog = new KnowledgeDialog(m_knowledge, m_context.desktop, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &KnowledgeDialog::knowledgeChanged, this, [this, dialog] { tellPlanChange(*dialog); });
    connect(dialog, &KnowledgeDialog::previewRequested, this, [this, dialog] {
        dialog->close();
        previewChange(m_file->plan().answers(), m_file->plan().overlay);
    });
    tellPlanChange(*dialog);
    dialog->open();
}

void MainWindow::tellPlanChange(KnowledgeDialog& dialog) {
    const Result<const Catalogue*> known = m_knowledge.inUse();
    if (!m_file || !known)
        return;
    const Plan& plan = m_file->plan();
    const Result<Plan> changed = replanned(**known, plan, plan.answers());
    if (!changed) {
        dialog.showPlanChange(tr("The open plan stays as it is: %1").arg(changed.error().message), false);
        return;
    }
    const PlanDiff diff = diffPlans(plan, *changed);
    dialog.showPlanChange(diff.isEmpty() ? tr("Nothing of the open plan would change.")
                                         : tr("For the open plan: %1").arg(inWords(diff)),
                          !diff.isEmpty() && !m_file->isReadOnly());
}

void MainWindow::previewChange(const Answers& answers, const Overlay& overlay) {
    const Catalogue* known = catalogue();
    if (known == nullptr)
        return;
    m_checklist->flush();
    Plan wished = m_file->plan();
    wished.overlay = overlay;
    const Result<Plan> changed = replanned(*known, wished, answers);
    m_checklist->answers().showFault(changed ? QString() : changed.error().message);
    if (!changed) {
        m_checklist->showView(ChecklistPage::Answers);
        return;
    }
    const Record& record = m_file->record();
    auto* dialog = new DiffDialog({diffPlans(m_file->plan(), *changed), record, record},
                                  tr("This is what changes. Every tick and note stays; what goes keeps what was "
                                     "recorded of it, and undoing brings it back."),
                                  suggestedComparison(), m_context.desktop, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->offer(tr("&Change the plan"));
    connect(dialog, &QDialog::accepted, this,
            [this, plan = *changed] { m_editor->setPlan(tr("changing the plan"), plan); });
    dialog->open();
}

void MainWindow::comparePlans() {
    const QString path = m_context.desktop.fileToOpen(this, tr("Compare with another plan"),
                                                      QFileInfo(m_file->path()).path(), planFilter());
    if (path.isEmpty())
        return;
    const Result<std::unique_ptr<PlanFile>> other = busily([&] { return PlanFile::open(path); });
    if (!other) {
        complain(other.error().message);
        return;
    }
    m_checklist->flush();
    auto* dialog =
        new DiffDialog({diffPlans(m_file->plan(), (*other)->plan()), m_file->record(), (*other)->record()},
                       tr("Before: “%1”. After: “%2”.")
                           .arg(QDir::toNativeSeparators(m_file->path()), QDir::toNativeSeparators((*other)->path())),
                       suggestedComparison(), m_context.desktop, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

QString MainWindow::suggestedComparison() const {
    const QFileInfo plan(m_file->path());
    return plan.dir().filePath(tr("%1, what differs").arg(plan.completeBaseName()) + QStringLiteral(".md"));
}

void MainWindow::saveCopy() {
    m_checklist->flush();
    const QString path =
        m_context.desktop.fileToSave(this, tr("Save a copy"), nameBeside(m_file->path(), tr("copy")), planFilter());
    if (path.isEmpty())
        return;
    const int waiting = m_editor->notSaved();
    if (const Result<> copied = busily([&] { return copyWithAll(path); }); !copied) {
        complain(copied.error().message);
        return;
    }
    const QString shown = QDir::toNativeSeparators(path);
    m_messages->tell(
        MessageBar::Tone::Done,
        waiting == 0 ? tr("Written: %1").arg(shown)
                     : tr("Written: %1, with what could not be saved here (%2).").arg(shown, QString::number(waiting)));
    connect(m_messages->addButton(tr("Open the copy"), QStringLiteral("openCopy")), &QPushButton::clicked, this,
            [this, path] { openPlan(path); });
}

Result<> MainWindow::copyWithAll(const QString& path) const {
    if (Result<> copied = m_file->saveCopy(path); !copied || m_editor->notSaved() == 0)
        return copied;
    const Result<std::unique_ptr<PlanFile>> copy = PlanFile::open(path);
    return copy ? (*copy)->recordAll(m_editor->waiting()) : tl::make_unexpected(copy.error());
}

void MainWindow::startMeeting() {
    m_checklist->flush();
    if (!m_meeting) {
        const auto replan = [this](const Answers& answers) -> Result<Plan> {
            return m_knowledge.inUse().and_then(
                [&](const Catalogue* known) { return replanned(*known, m_file->plan(), answers); });
        };
        m_meeting = std::make_unique<MeetingWindow>(*m_file, *m_editor, m_context.desktop, replan, wholePlan().folder);
    }
    m_meeting->begin();
}

PlanOutput::Wish MainWindow::wholePlan() {
    m_checklist->flush();
    const QFileInfo file(m_file->path());
    const QString folder = file.absolutePath() == exampleFolder() ? QDir::homePath() : file.absolutePath();
    return {.plan = m_file->plan(), .record = m_file->record(), .name = file.completeBaseName(), .folder = folder};
}

PlanOutput::Wish MainWindow::currentUpgrade() {
    PlanOutput::Wish wish = wholePlan();
    const Plan here = partOf(wish.plan, {m_checklist->checklist().place().current});
    for (const PlanHop& hop : m_file->plan().hops) {
        if (here.hops.isEmpty() || hop.to != here.hops.constFirst().to)
            continue;
        wish.plan = partOf(wish.plan, idsOf(hop));
        wish.part = tr("upgrade %1").arg(words::hop(hop.from, hop.to));
        wish.name = tr("%1, upgrade %2 to %3").arg(wish.name, hop.from, hop.to);
    }
    return wish;
}

PlanOutput::Wish MainWindow::selectedSteps() {
    PlanOutput::Wish wish = wholePlan();
    const QStringList ids = m_checklist->checklist().selectedIds();
    wish.plan = partOf(wish.plan, ids);
    if (wish.plan.hops.isEmpty())
        return wish;
    const QString& from = wish.plan.hops.constFirst().from;
    const QString& to = wish.plan.hops.constLast().to;
    wish.part = ids.size() == 1 ? ids.constFirst() : tr("what is selected of %1").arg(words::hop(from, to));
    wish.name = ids.size() == 1 ? tr("%1, %2").arg(wish.name, ids.constFirst())
                                : tr("%1, selected of %2 to %3").arg(wish.name, from, to);
    return wish;
}
