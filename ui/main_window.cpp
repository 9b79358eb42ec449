#include "ui/main_window.h"

#include "core/progress.h"
#include "core/words.h"
#include "store/example.h"
#include "store/rescue.h"
#include "ui/answers_view.h"
#include "ui/busy_cursor.h"
#include "ui/checklist_page.h"
#include "ui/checklist_view.h"
#include "ui/desktop.h"
#include "ui/message_bar.h"
#include "ui/new_plan_wizard.h"
#include "ui/plan_watch.h"
#include "ui/record_editor.h"
#include "ui/start_page.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QProgressBar>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

#include <chrono>

using namespace std::chrono_literals;

namespace {
QString geometryKey() {
    return QStringLiteral("window/geometry");
}
QString folderKey() {
    return QStringLiteral("planFolder");
}
/// The plan file that is being dragged, empty when it is something else.
QString draggedPlan(const QMimeData& data) {
    const QList<QUrl> urls = data.urls();
    if (urls.size() != 1 || !urls.first().isLocalFile())
        return {};
    const QString path = urls.first().toLocalFile();
    return QFileInfo(path).suffix() == u"mesosplan" ? path : QString();
}
} // namespace

QString MainWindow::planFilter() {
    return tr("Plans (*.mesosplan)");
}

QString MainWindow::nameBeside(const QString& path, const QString& what) {
    const QFileInfo info(path);
    return info.dir().filePath(QStringLiteral("%1 (%2).mesosplan").arg(info.completeBaseName(), what));
}

QString MainWindow::exampleFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

MainWindow::MainWindow(WindowContext context, QWidget* parent)
    : QMainWindow(parent)
    , m_context(std::move(context))
    , m_recent(m_context.settings)
    , m_knowledge(m_context.loadCatalogue)
    , m_messages(new MessageBar)
    , m_troubles(new MessageBar)
    , m_pages(new QStackedWidget) {
    setObjectName(QStringLiteral("mainWindow"));
    m_troubles->setObjectName(QStringLiteral("troubleBar"));
    setAcceptDrops(true);
    m_pages->setObjectName(QStringLiteral("pages"));
    auto* start = new StartPage(m_recent);
    m_pages->addWidget(start);
    auto* centre = new QWidget;
    centre->setObjectName(QStringLiteral("centre"));
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_troubles);
    layout->addWidget(m_messages);
    layout->addWidget(m_pages, 1);
    setCentralWidget(centre);
    makeMenus();
    closePlan();

    connect(start, &StartPage::newPlanRequested, this, &MainWindow::newPlan);
    connect(start, &StartPage::exampleRequested, this, &MainWindow::openExample);
    connect(start, &StartPage::planRequested, this, &MainWindow::openPlan);

    const QSize frame(16, 48); // what a desktop puts around a window
    resize(QSize(1180, 760).boundedTo(screen()->availableSize() - frame));
    restoreGeometry(m_context.settings.value(geometryKey()).toByteArray());
}

MainWindow::~MainWindow() {
    closePlan();
}

const Catalogue* MainWindow::catalogue() {
    const Result<const Catalogue*> known = m_knowledge.inUse();
    if (!known)
        complain(known.error().message);
    return known.value_or(nullptr);
}

void MainWindow::newPlan() {
    runWizard({});
}

void MainWindow::newPlanFromAnswers(const Answers& answers) {
    const Plan& plan = m_file->plan();
    runWizard({.from = plan.from,
               .to = plan.to,
               .route = plan.route,
               .answers = answers,
               .file = {},
               .overlay = plan.overlay});
}

void MainWindow::runWizard(const NewPlanDraft& draft) {
    const Catalogue* known = catalogue();
    if (known == nullptr)
        return;
    auto* wizard = new NewPlanWizard(*known, draft, m_context.desktop, this);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    connect(wizard, &QDialog::accepted, this, [this, wizard] {
        if (mayLeavePlan())
            showPlan(wizard->takePlanFile());
    });
    wizard->open();
}

void MainWindow::choosePlan() {
    const QString folder = m_context.settings.value(folderKey(), QDir::homePath()).toString();
    const QString path = m_context.desktop.fileToOpen(this, tr("Open a plan"), folder, planFilter());
    if (!path.isEmpty())
        openPlan(path);
}

void MainWindow::openPlan(const QString& path) {
    if (m_file && QFileInfo(m_file->path()) == QFileInfo(path))
        return;
    Result<std::unique_ptr<PlanFile>> file = busily([&] { return PlanFile::open(path); });
    if (!file && file.error().kind == Error::Kind::File && isRescuable(path))
        offerRescue(path, file.error().message);
    else if (!file)
        complain(file.error().message);
    else if (mayLeavePlan())
        showPlan(std::move(*file));
}

void MainWindow::offerRescue(const QString& path, const QString& why) {
    const QString question =
        tr("%1\n\nWhat is whole in it can be taken over into a new file. This one stays as it is.");
    if (!m_context.desktop.confirm(this, question.arg(why), tr("Rescue what can be rescued…")))
        return;
    const QString rescued =
        m_context.desktop.fileToSave(this, tr("Rescue into"), nameBeside(path, tr("rescued")), planFilter());
    if (rescued.isEmpty())
        return;
    const Result<Rescued> taken = busily([&] { return rescue(path, rescued); });
    if (!taken) {
        complain(taken.error().message);
        return;
    }
    openPlan(rescued);
    m_messages->tell(taken->lost == 0 && taken->isLostKnown ? MessageBar::Tone::Told : MessageBar::Tone::Warned,
                     tr("Taken over from “%1”: the plan and %2 entries of its history. Missing or doubtful: %3.")
                         .arg(QFileInfo(path).fileName(), QString::number(taken->entries), lostText(*taken)));
}

void MainWindow::openExample() {
    const QDir folder(exampleFolder());
    const QString path = folder.filePath(QStringLiteral("example.mesosplan"));
    if (PlanFile::open(path)) { // what people did in it last time is theirs
        openPlan(path);
        return;
    }
    const Catalogue* known = catalogue();
    if (known == nullptr)
        return;
    if (!folder.mkpath(QStringLiteral("."))) {
        complain(tr("The folder “%1” for the example cannot be made.").arg(QDir::toNativeSeparators(folder.path())));
        return;
    }
    Result<std::unique_ptr<PlanFile>> example = createExample(*known, path);
    if (!example)
        complain(example.error().message);
    else if (mayLeavePlan())
        showPlan(std::move(*example));
}

void MainWindow::showPlan(std::unique_ptr<PlanFile> file) {
    closePlan();
    m_file = std::move(file);
    m_editor = std::make_unique<RecordEditor>(*m_file);
    m_undoGroup.addStack(&m_editor->undoStack()); // leaves the group by itself when it goes
    m_undoGroup.setActiveStack(&m_editor->undoStack());
    for (QAction* action : std::as_const(m_planActions))
        action->setEnabled(true);
    setWindowTitle(tr("%1[*]").arg(QFileInfo(m_file->path()).completeBaseName()));
    if (const QString folder = QFileInfo(m_file->path()).absolutePath(); folder != exampleFolder())
        m_context.settings.setValue(folderKey(), folder);
    m_watch = std::make_unique<PlanWatch>(*m_file, *m_editor, *m_troubles);
    connect(m_watch.get(), &PlanWatch::saveCopyRequested, this, &MainWindow::saveCopy);
    connect(m_watch.get(), &PlanWatch::othersTold, this, &MainWindow::mention);
    // Later, when the code of the page that asked for the deed has returned: a dialog, or another plan, would take the
    // ground from under it.
    connect(m_editor.get(), &RecordEditor::failed, this, &MainWindow::complain, Qt::QueuedConnection);
    connect(m_file.get(), &PlanFile::planChanged, this, &MainWindow::showOtherPlan, Qt::QueuedConnection);
    connect(m_file.get(), &PlanFile::recordChanged, this, &MainWindow::showProgress);
    connect(m_editor.get(), &RecordEditor::notSavedChanged, this, &MainWindow::showNotSaved);
    showChecklist();
    offerNewerKnowledge();
}

void MainWindow::showChecklist() {
    const std::optional<ChecklistPlace> place =
        m_checklist ? std::optional(m_checklist->checklist().place()) : std::nullopt;
    const ChecklistPage::View view = m_checklist ? m_checklist->view() : ChecklistPage::Checklist;
    delete std::exchange(m_checklist, nullptr);
    m_shown = m_file->plan();
    m_checklist = new ChecklistPage(*m_file, *m_editor, m_context.desktop, m_context.settings);
    m_pages->addWidget(m_checklist);
    m_pages->setCurrentWidget(m_checklist);
    connect(m_checklist, &ChecklistPage::newPlanRequested, this, &MainWindow::newPlanFromAnswers);
    connect(&m_checklist->checklist(), &ChecklistView::told, this, &MainWindow::mention);
    connect(m_checklist, &ChecklistPage::changeRequested, this, &MainWindow::previewChange);
    if (const QString more = newerKnowledge(); !more.isEmpty())
        m_checklist->answers().offerNewerKnowledge(more);
    m_stepMenu->addActions(m_checklist->checklist().actions());
    if (place)
        m_checklist->checklist().goTo(*place);
    showProgress();
    m_checklist->showView(view);
    if (view == ChecklistPage::Checklist)
        m_checklist->checklist().setFocus();
    else
        m_checklist->setFocus();
}

void MainWindow::showOtherPlan() {
    if (!m_file)
        return;
    if (QApplication::activeModalWidget() != nullptr) { // asked by code of the page, which goes on afterwards
        QTimer::singleShot(200ms, this, &MainWindow::showOtherPlan);
        return;
    }
    m_messages->hide();
    showChecklist();
}

bool MainWindow::mayLeavePlan() {
    if (!m_file)
        return true;
    m_checklist->flush();
    m_editor->tryNow();
    const QString name = QFileInfo(m_file->path()).fileName();
    QStringList losses;
    if (m_editor->notSaved() > 0)
        losses << tr("Not saved yet in “%1”: %2. %3")
                      .arg(name, QString::number(m_editor->notSaved()), m_editor->notSavedBecause());
    if (!m_editor->stranded().isEmpty())
        losses << tr("Kept only in this window, because “%1” has no place for it any more: %2.")
                      .arg(name, QString::number(m_editor->stranded().size()));
    return losses.isEmpty() ||
           m_context.desktop.confirm(this,
                                     tr("%1\n\nClose it all the same? What is not saved is lost there.")
                                         .arg(losses.join(QStringLiteral("\n\n"))),
                                     tr("Close and lose it"));
}

void MainWindow::closePlan() {
    delete std::exchange(m_checklist, nullptr); // before the file it shows: it still writes what is being typed
    m_watch.reset();
    m_editor.reset();
    m_file.reset();
    m_troubles->hide();
    m_messages->hide(); // its buttons are about this plan
    for (QAction* action : std::as_const(m_planActions))
        action->setEnabled(false);
    setWindowTitle({});
    setWindowModified(false);
    if (m_progress)
        m_progress->hide();
}

void MainWindow::showNotSaved() {
    setWindowModified(m_editor->notSaved() > 0);
}

void MainWindow::showProgress() {
    if (m_progress == nullptr) {
        m_progress = new QWidget;
        m_progress->setObjectName(QStringLiteral("progress"));
        m_progressText = new QLabel;
        m_progressText->setObjectName(QStringLiteral("progressText"));
        m_progressBar = new QProgressBar;
        m_progressBar->setObjectName(QStringLiteral("progressBar"));
        m_progressBar->setAccessibleName(tr("Steps done"));
        m_progressBar->setTextVisible(false);
        m_progressBar->setFixedSize(220, 10);
        auto* layout = new QHBoxLayout(m_progress);
        layout->setContentsMargins(8, 2, 8, 2);
        layout->addWidget(m_progressText);
        layout->addWidget(m_progressBar);
        statusBar()->setObjectName(QStringLiteral("statusBar"));
        statusBar()->addPermanentWidget(m_progress);
    }
    const Progress progress = progressOf(m_file->plan(), m_file->record());
    m_progressBar->setRange(0, qMax(1, progress.steps));
    m_progressBar->setValue(progress.done());
    m_progressText->setText(words::progress(progress));
    m_progress->show();
    m_recent.remember({m_file->path(), words::planTitle(m_file->plan()), progress.steps, progress.done()});
}

void MainWindow::complain(const QString& sentence) {
    m_context.desktop.complain(this, sentence);
}

void MainWindow::mention(const QString& sentence) {
    constexpr int milliseconds = 6000;
    statusBar()->showMessage(sentence, milliseconds);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!mayLeavePlan()) {
        event->ignore();
        return;
    }
    m_context.settings.setValue(geometryKey(), saveGeometry());
    closePlan();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!draggedPlan(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    openPlan(draggedPlan(*event->mimeData()));
}
