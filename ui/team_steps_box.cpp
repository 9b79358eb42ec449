#include "ui/team_steps_box.h"

#include "core/overlay.h"
#include "ui/desktop.h"
#include "ui/labels.h"

#include <QDir>
#include <QFileInfo>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

TeamStepsBox::TeamStepsBox(Desktop& desktop, QWidget* parent)
    : QWidget(parent)
    , m_desktop(desktop)
    , m_folder(QDir::homePath())
    , m_now(plainLabel({}, QStringLiteral("teamSteps")))
    , m_choose(new QPushButton)
    , m_remove(new QPushButton(tr("Do &without")))
    , m_fault(new QPlainTextEdit) {
    setObjectName(QStringLiteral("teamStepsBox"));
    m_choose->setObjectName(QStringLiteral("chooseTeamSteps"));
    m_choose->setAutoDefault(false);
    m_remove->setObjectName(QStringLiteral("removeTeamSteps"));
    m_remove->setAutoDefault(false);
    m_fault->setObjectName(QStringLiteral("teamStepsFault"));
    m_fault->setAccessibleName(tr("What is wrong"));
    m_fault->setReadOnly(true);
    m_fault->setTabChangesFocus(true);
    m_fault->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_fault->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_fault->setFixedHeight(6 * m_fault->fontMetrics().lineSpacing());
    m_fault->hide();

    auto* row = new QHBoxLayout;
    row->addWidget(m_now, 1);
    row->addWidget(m_choose);
    row->addWidget(m_remove);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(row);
    layout->addWidget(m_fault);

    connect(m_choose, &QPushButton::clicked, this, &TeamStepsBox::choose);
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT chosen({}); });
    showOverlay({}, 0);
}

void TeamStepsBox::showOverlay(const Overlay& overlay, int count) {
    m_now->setText(overlay.isEmpty() ? tr("Your team's own steps: none")
                                     : tr("Your team's own steps: %1 of %2, %3 of them in this plan")
                                           .arg(overlay.name, overlay.team, QString::number(count)));
    m_choose->setText(overlay.isEmpty() ? tr("Add a fi&le…") : tr("Another fi&le…"));
    m_remove->setVisible(!overlay.isEmpty());
}

void TeamStepsBox::showFault(const QString& text) {
    m_fault->setPlainText(text);
    m_fault->setVisible(!text.isEmpty());
}

void TeamStepsBox::choose() {
    const QString path = m_desktop.fileToOpen(this, tr("Your team's own steps"), m_folder, tr("YAML (*.yaml *.yml)"));
    if (path.isEmpty())
        return;
    m_folder = QFileInfo(path).path();
    const Result<Overlay> read = readOverlay(path);
    showFault(read ? QString() : read.error().message);
    if (read)
        Q_EMIT chosen(*read);
}
