#include "ui/main_window.h"

#include "core/progress.h"
#include "store/example.h"
#include "store/rescue.h"
#include "ui/answers_view.h"
#include "ui/busy_cursor.h"
#include "ui/checklist_page.h"
#include "ui/checklist_view.h"
#include "ui/desktop.h"
#include "ui/meeting_window.h"
#include "ui/message_bar.h"
#include "ui/new_plan_wizard.h"
#include "ui/plan_numbers.h"
#include "ui/plan_watch.h"
#include "ui/record_editor.h"
#include "ui/start_page.h"
#include "ui/window_size.h"

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
#include <QStyle>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
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

MainWindow::MainWindow(Windows& windows, QWidget* parent)
    : QMainWindow(parent)
    , m_windows(windows)
    , m_context(windows.context())
    , m_recent(windows.recentPlans())
    , m_knowledge(m_context.loadCatalogue)
    , m_messages(new MessageBar)
    , m_troubles(new MessageBar)
    , m_output(new PlanOutput(m_context.desktop, m_context.settings, *m_messages, *this))
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
    connect(m_output, &PlanOutput::failed, this, &MainWindow::complain);
    makeMenus();
    closePlan();

    connect(start, &StartPage::newPlanRequested, this, &MainWindow::newPlan);
    connect(start, &StartPage::exampleRequested, this, &MainWindow::openExample);
    connect(start, &StartPage::openRequested, this, &MainWindow::choosePlan);
    connect(start, &StartPage::planRequested, this, &MainWindow::openRecent);

    takeUsualSize();
    restoreGeometry(m_context.settings.value(geometryKey()).toByteArray());
}

MainWindow::~MainWindow() {
    closePlan();
}

void MainWindow::takeUsualSize() {
    fitOnScreen(*this, QSize(1180, 760));
}

void MainWindow::present() {
    if (isInMeeting()) { // the team goes on where it is
        m_meeting->raise();
        m_meeting->activateWindow();
        return;
    }
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::moveBeside(const MainWindow& other) {
    const int step = style()->pixelMetric(QStyle::PM_TitleBarHeight);
    const QRect screen = other.screen()->availableGeometry();
    resize(other.size().boundedTo(screen.size() - QSize(step, step)));
    const QPoint beside = other.pos() + QPoint(step, step);
    const bool fits = screen.contains(QRect(beside, size())) || other.pos() == screen.topLeft();
    move(fits ? beside : screen.topLeft());
}

bool MainWindow::isInMeeting() const {
    return m_meeting && m_meeting->isVisible();
}

bool MainWindow::isBusy() const {
    const QList<QDialog*> dialogs = findChildren<QDialog*>();
    return isInMeeting() ||
           std::any_of(dialogs.cbegin(), dialogs.cend(), [](const QDialog* dialog) { return dialog->isVisible(); });
}

void MainWindow::arrangeAnew() {
    const std::optional<Place> place = removeChecklist(); // which writes how it was arranged
    m_context.settings.clear();
    takeUsualSize();
    if (m_file)
        showChecklist(place);
}

void MainWindow::warn(const QString& sentence) {
    m_messages->tell(MessageBar::Tone::Warned, sentence);
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
    connect(wizard, &QDialog::accepted, this, [this, wizard] { showInFreeWindow(wizard->takePlanFile()); });
    wizard->open();
}

void MainWindow::choosePlan() {
    const QString folder = m_context.settings.value(folderKey(), QDir::homePath()).toString();
    const QString path = m_context.desktop.fileToOpen(this, tr("Open a plan"), folder, planFilter());
    if (!path.isEmpty())
        openPlan(path);
}

void MainWindow::openPlan(const QString& path) {
    if (MainWindow* window = m_windows.windowOf(path)) {
        window->present();
        return;
    }
    Result<std::unique_ptr<PlanFile>> file = busily([&] { return PlanFile::open(path); });
    if (!file && file.error().kind == Error::Kind::File && isRescuable(path))
        offerRescue(path, file.error().message);
    else if (!file)
        complain(file.error().message);
    else
        showInFreeWindow(std::move(*file));
}

void MainWindow::showInFreeWindow(std::unique_ptr<PlanFile> file) {
    if (!m_file) {
        showPlan(std::move(file));
        return;
    }
    MainWindow& window = m_windows.add();
    window.showPlan(std::move(file));
    window.present();
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
    const MainWindow* window = m_windows.windowOf(rescued);
    if (window == nullptr)
        return;
    window->m_messages->tell(
        taken->lost == 0 && taken->isLostKnown ? MessageBar::Tone::Told : MessageBar::Tone::Warned,
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
    else
        showInFreeWindow(std::move(*example));
}

void MainWindow::showPlan(std::unique_ptr<PlanFile> file) {
    closePlan();
    m_file = std::move(file);
    m_editor = std::make_unique<RecordEditor>(*m_file);
    m_undoGroup.addStack(&m_editor->undoStack()); // leaves the group by itself when it goes
    m_undoGroup.setActiveStack(&m_editor->undoStack());
    for (QAction* action : std::as_const(m_planActions))
        action->setEnabled(true);
    setAccessibleName({}); // that is the title
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
    showChecklist({});
    offerNewerKnowledge();
}

std::optional<MainWindow::Place> MainWindow::removeChecklist() {
    if (m_checklist == nullptr)
        return {};
    const Place place{m_checklist->checklist().place(), m_checklist->view()};
    delete std::exchange(m_checklist, nullptr);
    return place;
}

void MainWindow::showChecklist(const std::optional<Place>& place) {
    const ChecklistPage::View view = place ? place->view : ChecklistPage::Checklist;
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
        m_checklist->checklist().goTo(place->row);
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
    showChecklist(removeChecklist());
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

void MainWindow::leavePlan() {
    if (!m_file || m_windows.all().size() > 1)
        close();
    else if (mayLeavePlan())
        closePlan();
}

void MainWindow::closePlan() {
    m_meeting.reset(); // this and the page before the file they show: they still write what is being typed
    delete std::exchange(m_checklist, nullptr);
    m_watch.reset();
    m_editor.reset();
    m_file.reset();
    m_troubles->hide();
    m_messages->hide(); // its buttons are about this plan
    for (QAction* action : std::as_const(m_planActions))
        action->setEnabled(false);
    setWindowTitle({});
    setAccessibleName(QGuiApplication::applicationDisplayName()); // the desktop shows it where there is no title
    setWindowModified(false);
    if (m_progress)
        m_progress->hide();
    m_pages->currentWidget()->setFocus();
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
    m_progressText->setText(progressLine(progress));
    m_progress->show();
    m_recent.remember(recentPlanOf(*m_file));
}

void MainWindow::complain(const QString& sentence) {
    m_context.desktop.complain(isInMeeting() ? static_cast<QWidget*>(m_meeting.get()) : this, sentence);
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
    Q_EMIT closed();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!draggedPlan(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    openPlan(draggedPlan(*event->mimeData()));
}
