#include "ui/diff_dialog.h"

#include "report/diff_report.h"
#include "ui/desktop.h"
#include "ui/diff_view.h"
#include "ui/labels.h"
#include "ui/window_size.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace {
Result<> writeComparison(const DiffDialog::Compared& compared, const QString& path) {
    const Result<Format> format = formatOfFile(path);
    if (!format)
        return tl::make_unexpected(format.error());
    const Result<QByteArray> report = diffReport(compared.diff, compared.before, compared.after, *format);
    return report ? writeWhole(path, *report) : tl::make_unexpected(report.error());
}
} // namespace

DiffDialog::DiffDialog(Compared compared, const QString& introduction, const QString& suggested, Desktop& desktop,
                       QWidget* parent)
    : QDialog(parent)
    , m_compared(std::move(compared))
    , m_suggested(suggested)
    , m_desktop(desktop)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close))
    , m_outcome(plainLabel({}, QStringLiteral("diffOutcome"))) {
    setObjectName(QStringLiteral("diffDialog"));
    setWindowTitle(tr("What differs"));
    auto* exportButton = m_buttons->addButton(tr("&Export…"), QDialogButtonBox::ActionRole);
    exportButton->setObjectName(QStringLiteral("exportDiff"));
    exportButton->setAutoDefault(false);
    m_outcome->hide();

    auto* view = new DiffView(documentOf(m_compared.diff, m_compared.before, m_compared.after), m_compared.after);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(plainLabel(introduction, QStringLiteral("diffIntroduction")));
    layout->addWidget(view, 1);
    layout->addWidget(m_outcome);
    layout->addWidget(m_buttons);
    view->setFocus();

    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(exportButton, &QPushButton::clicked, this, &DiffDialog::exportComparison);
    fitOnScreen(*this, QSize(1100, 680));
}

void DiffDialog::offer(const QString& button) {
    m_buttons->setStandardButtons(QDialogButtonBox::Cancel);
    QPushButton* accept = m_buttons->addButton(button, QDialogButtonBox::AcceptRole);
    accept->setObjectName(QStringLiteral("acceptDiff"));
    accept->setDefault(true);
}

void DiffDialog::exportComparison() {
    const QStringList filters{tr("Markdown (*.md)"), tr("Web page (*.html)"), tr("JSON (*.json)")};
    const QString path =
        m_desktop.fileToSave(this, tr("Export the comparison"), m_suggested, filters.join(QStringLiteral(";;")));
    if (path.isEmpty())
        return;
    const Result<> written = writeComparison(m_compared, path);
    m_outcome->setText(written ? tr("\u2713 Written: %1").arg(QDir::toNativeSeparators(path))
                               : QStringLiteral("\u26a0 ") + written.error().message);
    m_outcome->show();
}
