#include "ui/plan_output.h"

#include "report/paper/pages.h"
#include "ui/busy_cursor.h"
#include "ui/desktop.h"
#include "ui/labels.h"
#include "ui/message_bar.h"
#include "ui/output.h"

#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QPrintDialog>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QProgressDialog>
#include <QPushButton>
#include <QSettings>
#include <QThread>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <map>
#include <memory>

using namespace std::chrono_literals;

namespace {
QString folderKey() {
    return QStringLiteral("exportFolder");
}
QString suffixKey() {
    return QStringLiteral("exportSuffix");
}

/// Lays out a plan for a printer, once for each paper: a preview asks for the pages again and again.
class Layouts final {
public:
    explicit Layouts(const PlanOutput::Wish& wish)
        : m_wish(wish) {}

    const Pages& on(PageSize paper) {
        auto pages = m_pages.find(paper);
        if (pages == m_pages.end())
            pages =
                m_pages.emplace(paper, busily([&] { return layOutPages(m_wish.plan, m_wish.record, paper); })).first;
        return pages->second;
    }

private:
    const PlanOutput::Wish m_wish;
    std::map<PageSize, Pages> m_pages;
};

/// On the paper that is usual here where no printer says which it has.
std::shared_ptr<QPrinter> makePrinter() {
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    if (printer->printerName().isEmpty())
        printer->setPageSize(QPageSize(usualPaper() == PageSize::Letter ? QPageSize::Letter : QPageSize::A4));
    return printer;
}
} // namespace

PlanOutput::PlanOutput(Desktop& desktop, QSettings& settings, MessageBar& messages, QWidget& window)
    : QObject(&window)
    , m_desktop(desktop)
    , m_settings(settings)
    , m_messages(messages)
    , m_window(window) {
}

PlanOutput::~PlanOutput() {
    const QList<QThread*> atWork = findChildren<QThread*>();
    for (QThread* thread : atWork)
        thread->wait();
}

void PlanOutput::exportPlan(const Wish& wish) {
    const QDir folder(m_settings.value(folderKey(), wish.folder).toString());
    const QString suffix = m_settings.value(suffixKey(), QStringLiteral("md")).toString();
    const QString title = wish.part.isEmpty() ? tr("Export the plan") : tr("Export %1").arg(wish.part);
    const QString path =
        m_desktop.fileToSave(&m_window, title, folder.filePath(wish.name + u'.' + suffix), exportFilters(suffix));
    if (path.isEmpty())
        return;
    if (const Result<Format> format = formatOfFile(path); !format)
        Q_EMIT failed(format.error().message);
    else
        make(wish, path);
}

void PlanOutput::make(const Wish& wish, const QString& path) {
    const auto document = std::make_shared<Result<QByteArray>>();
    QThread* thread =
        QThread::create([wish, path, document] { *document = documentFor(wish.plan, wish.record, path); });
    thread->setParent(this);
    auto* dialog = new QProgressDialog(&m_window);
    dialog->setObjectName(QStringLiteral("exportProgress"));
    dialog->setWindowTitle(tr("Export"));
    dialog->setWindowModality(Qt::WindowModal);
    dialog->setLabel(
        plainLabel(tr("“%1” is being made.").arg(QFileInfo(path).fileName()), QStringLiteral("exportProgressText")));
    dialog->setCancelButtonText(tr("&Stop"));
    dialog->setRange(0, 0);
    // Its own clock does not run without a range.
    QTimer::singleShot(500ms, dialog, &QProgressDialog::show);
    connect(dialog, &QProgressDialog::canceled, dialog, &QObject::deleteLater);
    connect(dialog, &QDialog::rejected, dialog, &QObject::deleteLater); // by Esc, while it is not the active window
    // Nobody hears this when the dialog is gone: what was stopped is made to its end, but not written.
    connect(thread, &QThread::finished, dialog, [this, dialog, path, document] {
        dialog->deleteLater();
        dialog->hide();
        if (*document)
            write(path, **document);
        else
            Q_EMIT failed(document->error().message);
    });
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

void PlanOutput::write(const QString& path, const QByteArray& document) {
    if (const Result<> written = writeWhole(path, document); !written) {
        Q_EMIT failed(written.error().message);
        return;
    }
    m_settings.setValue(folderKey(), QFileInfo(path).path());
    m_settings.setValue(suffixKey(), QFileInfo(path).suffix().toLower());
    m_messages.tell(MessageBar::Tone::Done, tr("Written: %1").arg(QDir::toNativeSeparators(path)));
    connect(m_messages.addButton(tr("Open"), QStringLiteral("openExport")), &QPushButton::clicked, this,
            [this, path] { m_desktop.open(QUrl::fromLocalFile(path)); });
    connect(m_messages.addButton(tr("Open folder"), QStringLiteral("openFolder")), &QPushButton::clicked, this,
            [this, path] { m_desktop.open(QUrl::fromLocalFile(QFileInfo(path).path())); });
}

void PlanOutput::print(const Wish& wish) {
    const std::shared_ptr<QPrinter> printer = makePrinter();
    auto* dialog = new QPrintDialog(printer.get(), &m_window);
    dialog->setObjectName(QStringLiteral("printDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange);
    connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this, [this, wish, printer] {
        if (const Result<> printed = printPages(Layouts(wish).on(paperOf(*printer)), *printer); !printed)
            Q_EMIT failed(printed.error().message);
    });
    dialog->open();
}

void PlanOutput::preview(const Wish& wish) {
    const std::shared_ptr<QPrinter> printer = makePrinter();
    auto* dialog = new QPrintPreviewDialog(printer.get(), &m_window);
    dialog->setObjectName(QStringLiteral("printPreview"));
    dialog->setWindowTitle(tr("Print preview: %1").arg(wish.name));
    dialog->resize(m_window.size()); // its own size hides the print button
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const auto layouts = std::make_shared<Layouts>(wish);
    connect(dialog, &QPrintPreviewDialog::paintRequested, this, [this, layouts, printer](QPrinter* paper) {
        if (const Result<> printed = printPages(layouts->on(paperOf(*paper)), *paper); !printed)
            Q_EMIT failed(printed.error().message);
    });
    dialog->open();
}
