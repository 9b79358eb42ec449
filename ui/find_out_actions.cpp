#include "ui/find_out_actions.h"

#include "report/find_out_list.h"
#include "ui/desktop.h"
#include "ui/labels.h"
#include "ui/output.h"

#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QTimer>

#include <chrono>

using namespace std::chrono_literals;

namespace {
QPushButton* actionButton(const QString& text, const QString& objectName, const QString& description) {
    auto* button = new QPushButton(text);
    button->setObjectName(objectName);
    button->setAccessibleDescription(description);
    button->setToolTip(description);
    button->setAutoDefault(false);
    return button;
}

QString copyText() {
    return FindOutActions::tr("Cop&y list");
}
} // namespace

FindOutActions::FindOutActions(Desktop& desktop, QWidget* parent)
    : QWidget(parent)
    , m_desktop(desktop)
    , m_count(plainLabel({}, QStringLiteral("openCount")))
    , m_copy(actionButton(copyText(), QStringLiteral("copyFindOut"),
                          tr("Copies the open questions as Markdown, with how to find out")))
    , m_print(actionButton(tr("&Print…"), QStringLiteral("printFindOut"),
                           tr("Prints the open questions, with room for the answers")))
    , m_save(actionButton(tr("S&ave…"), QStringLiteral("saveFindOut"),
                          tr("Saves the open questions as PDF, web page or Markdown"))) {
    setObjectName(QStringLiteral("findOutActions"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_count, 1);
    for (QPushButton* button : {m_copy, m_print, m_save})
        layout->addWidget(button);
    connect(m_copy, &QPushButton::clicked, this, &FindOutActions::copy);
    connect(m_print, &QPushButton::clicked, this, &FindOutActions::print);
    connect(m_save, &QPushButton::clicked, this, &FindOutActions::save);
}

void FindOutActions::showQuestions(const Plan& plan, const Record& record, const QString& planFile) {
    const qsizetype open = findOutCount(plan);
    m_list = findOutList(plan, record);
    m_planFile = planFile;
    m_count->setText(open == 0
                         ? tr("No question is open.")
                         : tr("To find out: %1. Take the list along, and fill in later what you find out.").arg(open));
    for (QPushButton* button : {m_copy, m_print, m_save})
        button->setVisible(open > 0);
}

void FindOutActions::copy() {
    const Result<QByteArray> markdown = makeSheet(m_list, Format::Markdown);
    if (!markdown) {
        m_desktop.complain(this, markdown.error().message);
        return;
    }
    QGuiApplication::clipboard()->setText(QString::fromUtf8(*markdown));
    m_copy->setText(tr("\u2713 Copied"));
    QTimer::singleShot(2s, m_copy, [this] { m_copy->setText(copyText()); });
}

void FindOutActions::print() {
    auto* dialog = new QPrintDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this, [this](QPrinter* printer) {
        if (const Result<> printed = printSheet(m_list, *printer); !printed)
            m_desktop.complain(this, printed.error().message);
    });
    dialog->open();
}

void FindOutActions::save() {
    const QFileInfo plan(m_planFile);
    const QString suggested = plan.dir().filePath(plan.completeBaseName() + u"-questions.pdf");
    const QString path =
        m_desktop.fileToSave(this, tr("Save the open questions"), suggested, sheetFilters(Format::Pdf));
    if (path.isEmpty())
        return;
    if (const Result<> saved = saveSheet(m_list, path); !saved)
        m_desktop.complain(this, saved.error().message);
}
