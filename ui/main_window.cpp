#include "ui/main_window.h"

#include "core/words.h"
#include "store/example.h"
#include "ui/checklist_page.h"
#include "ui/checklist_view.h"
#include "ui/desktop.h"
#include "ui/message_bar.h"
#include "ui/new_plan_wizard.h"
#include "ui/output.h"
#include "ui/start_page.h"

#include <QCloseEvent>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QPrintDialog>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QStatusBar>
#include <QUrl>
#include <QVBoxLayout>

namespace {
QString geometryKey() {
    return QStringLiteral("window/geometry");
}
QString folderKey() {
    return QStringLiteral("planFolder");
}
QString exportFolderKey() {
    return QStringLiteral("exportFolder");
}

QString planFilter() {
    return MainWindow::tr("Plans (*.mesosplan)");
}

/// Where the example lies: a folder that people do not look for their files in.
QString exampleFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
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

MainWindow::MainWindow(WindowContext context, QWidget* parent)
    : QMainWindow(parent)
    , m_context(std::move(context))
    , m_recent(m_context.settings)
    , m_messages(new MessageBar)
    , m_pages(new QStackedWidget) {
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    m_pages->setObjectName(QStringLiteral("pages"));
    auto* start = new StartPage(m_recent);
    m_pages->addWidget(start);
    auto* centre = new QWidget;
    centre->setObjectName(QStringLiteral("centre"));
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
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
    if (!m_catalogue) {
        Result<Catalogue> loaded = m_context.loadCatalogue();
        if (!loaded) {
            complain(loaded.error().message);
            return nullptr;
        }
        m_catalogue = std::move(*loaded);
    }
    return &*m_catalogue;
}

void MainWindow::newPlan() {
    runWizard({});
}

void MainWindow::newPlanFromAnswers() {
    const Plan& plan = m_file->plan();
    runWizard({.from = plan.from, .to = plan.to, .answers = plan.answers(), .file = {}});
}

void MainWindow::runWizard(const NewPlanDraft& draft) {
    const Catalogue* known = catalogue();
    if (known == nullptr)
        return;
    auto* wizard = new NewPlanWizard(*known, draft, m_context.desktop, this);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    connect(wizard, &QDialog::accepted, this, [this, wizard] { showPlan(wizard->takePlanFile()); });
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
    Result<std::unique_ptr<PlanFile>> file = PlanFile::open(path);
    if (file)
        showPlan(std::move(*file));
    else
        complain(file.error().message);
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
    if (example)
        showPlan(std::move(*example));
    else
        complain(example.error().message);
}

void MainWindow::showPlan(std::unique_ptr<PlanFile> file) {
    closePlan();
    m_file = std::move(file);
    m_checklist = new ChecklistPage(*m_file, m_context.desktop, m_context.settings);
    m_pages->addWidget(m_checklist);
    m_pages->setCurrentWidget(m_checklist);
    m_undoGroup.addStack(&m_checklist->undoStack()); // leaves the group by itself when it goes
    m_undoGroup.setActiveStack(&m_checklist->undoStack());
    for (QAction* action : std::as_const(m_planActions))
        action->setEnabled(true);
    setWindowTitle(QFileInfo(m_file->path()).completeBaseName());
    if (const QString folder = QFileInfo(m_file->path()).absolutePath(); folder != exampleFolder())
        m_context.settings.setValue(folderKey(), folder);
    m_messages->hide();
    if (m_file->isReadOnly())
        m_messages->tell(MessageBar::Tone::Warned,
                         tr("“%1” may be read but not written: ticks and notes are not possible.")
                             .arg(QDir::toNativeSeparators(m_file->path())));
    connect(m_checklist, &ChecklistPage::newPlanRequested, this, &MainWindow::newPlanFromAnswers);
    connect(m_checklist, &ChecklistPage::failed, this, &MainWindow::complain);
    connect(m_file.get(), &PlanFile::recordChanged, this, &MainWindow::showProgress);
    showProgress();
    m_checklist->checklist().setFocus();
}

void MainWindow::closePlan() {
    delete std::exchange(m_checklist, nullptr); // before the file it shows: it still writes the note being typed
    m_file.reset();
    for (QAction* action : std::as_const(m_planActions))
        action->setEnabled(false);
    setWindowTitle({});
    if (m_progress)
        m_progress->hide();
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
    m_progressBar->setValue(progress.done);
    m_progressText->setText(tr("%1 of %2 steps done").arg(progress.done).arg(progress.steps));
    m_progress->show();
    m_recent.remember({m_file->path(), words::planTitle(m_file->plan()), progress.steps, progress.done});
}

void MainWindow::exportPlan() {
    m_checklist->checklist().flushNote();
    const QString planFolder = QFileInfo(m_file->path()).absolutePath();
    const QDir folder(
        m_context.settings.value(exportFolderKey(), planFolder == exampleFolder() ? QDir::homePath() : planFolder)
            .toString());
    const QString suggested = folder.filePath(QFileInfo(m_file->path()).completeBaseName() + u".md");
    const QString path = m_context.desktop.fileToSave(this, tr("Export the plan"), suggested, exportFilters());
    if (path.isEmpty())
        return;
    if (const Result<> written = ::exportPlan(m_file->plan(), m_file->record(), path); !written) {
        complain(written.error().message);
        return;
    }
    m_context.settings.setValue(exportFolderKey(), QFileInfo(path).path());
    m_messages->tell(MessageBar::Tone::Told, tr("Written: %1").arg(QDir::toNativeSeparators(path)));
    connect(m_messages->addButton(tr("Open file"), QStringLiteral("openExport")), &QPushButton::clicked, this,
            [this, path] { m_context.desktop.open(QUrl::fromLocalFile(path)); });
    connect(m_messages->addButton(tr("Open folder"), QStringLiteral("openFolder")), &QPushButton::clicked, this,
            [this, path] { m_context.desktop.open(QUrl::fromLocalFile(QFileInfo(path).path())); });
}

void MainWindow::print() {
    m_checklist->checklist().flushNote();
    auto* dialog = new QPrintDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange);
    connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this, [this](QPrinter* printer) {
        if (const Result<> printed = printPlan(m_file->plan(), m_file->record(), *printer); !printed)
            complain(printed.error().message);
    });
    dialog->open();
}

void MainWindow::previewPrint() {
    m_checklist->checklist().flushNote();
    auto* dialog = new QPrintPreviewDialog(this);
    dialog->setObjectName(QStringLiteral("printPreview"));
    dialog->resize(size()); // its own size hides the print button
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QPrintPreviewDialog::paintRequested, this, [this](QPrinter* printer) {
        if (const Result<> printed = printPlan(m_file->plan(), m_file->record(), *printer); !printed)
            complain(printed.error().message);
    });
    dialog->open();
}

void MainWindow::complain(const QString& sentence) {
    m_context.desktop.complain(this, sentence);
}

void MainWindow::closeEvent(QCloseEvent* event) {
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
