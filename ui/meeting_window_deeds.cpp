#include "report/minutes.h"
#include "store/plan_file.h"
#include "ui/busy_cursor.h"
#include "ui/desktop.h"
#include "ui/meeting_window.h"
#include "ui/output.h"
#include "ui/point_drawer.h"
#include "ui/record_editor.h"
#include "ui/step_actions.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QPrintDialog>
#include <QPrinter>

#include <utility>

// What is said in a meeting, and what comes of it on paper.

void MeetingWindow::propose(Answer answer) {
    const QString question = screens().at(m_index).question;
    Answers answers = m_file.plan().answers();
    answers.insert(question, answer);
    const Result<Plan> plan = busily([&] { return m_replan(answers); });
    if (!plan) {
        m_desktop.complain(this, plan.error().message);
        return;
    }
    m_indexBehind = m_index;
    m_proposal = Proposal{question, *plan, meeting::screensOfChange(m_file.plan(), *plan, question, room())};
    goTo(0);
}

void MeetingWindow::agree() {
    const Proposal agreed = *std::exchange(m_proposal, std::nullopt);
    m_index = m_indexBehind;
    m_editor.setPlan(tr("the answer to %1").arg(agreed.question), agreed.plan);
    makeScreens(); // also when it was refused
}

void MeetingWindow::decline() {
    if (!m_proposal)
        return;
    m_proposal.reset();
    goTo(m_indexBehind);
}

void MeetingWindow::acceptRisk(const QString& step) {
    m_drawer->hide();
    m_about = step;
    m_actions->setSelection({step});
    m_actions->findChild<QAction*>(QStringLiteral("skippedAction"))->trigger();
}

void MeetingWindow::writeOn(const QString& id) {
    m_about = id;
    m_drawer->open(id);
    placeDrawer();
}

/// Over the lower part of the screen.
void MeetingWindow::placeDrawer() {
    const int high = qMin(height(), m_drawer->heightForWidth(width()));
    m_drawer->setGeometry(0, height() - high, width(), high);
}

Sheet MeetingWindow::minutes() const {
    return minutesOf(m_file.plan(), m_file.record(), m_meeting);
}

void MeetingWindow::exportMinutes() {
    //: A file's name: that of the plan file, and a day
    const QString name =
        tr("%1, minutes of %2").arg(QFileInfo(m_file.path()).completeBaseName(), m_meeting.day.toString(Qt::ISODate)) +
        QStringLiteral(".md");
    const QString path = m_desktop.fileToSave(this, tr("Export the minutes"), QDir(m_minutesFolder).filePath(name),
                                              sheetFilters(Format::Markdown));
    if (path.isEmpty())
        return;
    if (const Result<> written = busily([&] { return saveSheet(minutes(), path); }); !written) {
        m_desktop.complain(this, written.error().message);
        return;
    }
    tell(tr("Written: %1").arg(QDir::toNativeSeparators(path)));
}

void MeetingWindow::printMinutes() {
    auto* dialog = new QPrintDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange);
    connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this, [this](QPrinter* printer) {
        if (const Result<> printed = printSheet(minutes(), *printer); !printed)
            m_desktop.complain(this, printed.error().message);
    });
    dialog->open();
}
