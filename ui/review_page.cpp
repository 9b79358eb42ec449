#include "ui/review_page.h"

#include "core/words.h"
#include "report/rich_text.h"
#include "ui/desktop.h"
#include "ui/find_out_actions.h"
#include "ui/labels.h"
#include "ui/new_plan_draft.h"
#include "ui/plan_numbers.h"
#include "ui/route_choice.h"
#include "ui/team_steps_box.h"

#include <QDir>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

ReviewPage::ReviewPage(DraftedPlan& drafted, Desktop& desktop, QWidget* parent)
    : QWizardPage(parent)
    , m_drafted(drafted)
    , m_desktop(desktop)
    , m_scroll(new QScrollArea)
    , m_file(new QLineEdit)
    , m_team(new TeamStepsBox(desktop))
    , m_findOut(new FindOutActions(desktop))
    , m_moot(quietLabel({}, QStringLiteral("moot")))
    , m_numbers(plainLabel({}, QStringLiteral("numbers")))
    , m_fault(plainLabel({}, QStringLiteral("fault"))) {
    setObjectName(QStringLiteral("reviewPage"));
    setTitle(tr("Review"));
    setSubTitle(tr("This is what the plan is made from. Nothing on the cluster is touched, now or later."));

    m_scroll->setObjectName(QStringLiteral("answers"));
    m_scroll->setAccessibleName(tr("Your answers"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_file->setObjectName(QStringLiteral("file"));
    m_file->setAccessibleName(tr("Plan file"));
    auto* fileLabel = new QLabel(tr("Pla&n file:"));
    fileLabel->setObjectName(QStringLiteral("fileLabel"));
    fileLabel->setBuddy(m_file);
    auto* browseButton = new QPushButton(tr("B&rowse…"));
    browseButton->setObjectName(QStringLiteral("browse"));
    browseButton->setAutoDefault(false);
    m_fault->hide();

    auto* fileRow = new QHBoxLayout;
    fileRow->addWidget(fileLabel);
    fileRow->addWidget(m_file, 1);
    fileRow->addWidget(browseButton);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_moot);
    layout->addWidget(m_numbers);
    layout->addWidget(m_findOut);
    layout->addWidget(m_team);
    layout->addLayout(fileRow);
    layout->addWidget(m_fault);

    // Not edited: assistive technology and dictation put a text in without keys.
    connect(m_file, &QLineEdit::textChanged, this, [this](const QString& text) {
        const QString path = QDir::fromNativeSeparators(text);
        if (path == m_drafted.file())
            return;
        m_drafted.setFile(path);
        m_fault->hide();
    });
    connect(m_team, &TeamStepsBox::chosen, this, [this](const Overlay& overlay) {
        m_drafted.setOverlay(overlay);
        showTeam();
    });
    connect(browseButton, &QPushButton::clicked, this, &ReviewPage::browse);
}

void ReviewPage::showEvent(QShowEvent* event) {
    fill();
    QWizardPage::showEvent(event);
}

void ReviewPage::fill() {
    const Plan* plan = m_drafted.plan();
    if (plan == nullptr)
        return;
    auto* content = new QWidget;
    content->setObjectName(QStringLiteral("answerList"));
    auto* grid = new QGridLayout(content);
    grid->setColumnStretch(1, 1);
    grid->setVerticalSpacing(2);
    grid->setHorizontalSpacing(24);
    addRow(*grid, tr("Versions"), words::hop(plan->from, plan->to), QStringLiteral("versions"), {});
    for (const RouteOption& option : plan->options)
        if (option.kind == plan->route) {
            addRow(*grid, tr("Way"), words::route(option.kind), QStringLiteral("way"), {});
            addRow(*grid, tr("Stops on the way"), stopsText(*plan, option), QStringLiteral("stops"), {});
        }
    for (const QuestionGroup& group : m_drafted.catalogue().groups) {
        const QList<PlanQuestion> asked = m_drafted.askedOfGroup(group.title);
        if (!asked.isEmpty()) {
            QLabel* title = quietLabel(group.title, QStringLiteral("group"), content);
            title->setContentsMargins(0, 8, 0, 0);
            grid->addWidget(title, grid->rowCount(), 0, 1, 3);
        }
        for (const PlanQuestion& question : asked)
            addRow(*grid, plainText(question.label), words::answer(question.answer), question.id, question.group);
    }
    grid->setRowStretch(grid->rowCount(), 1);
    m_scroll->setWidget(content); // deletes the one before
    const QStringList moot = m_drafted.mootAnswers();
    m_moot->setVisible(!moot.isEmpty());
    m_moot->setText(tr("Not asked on this way, so not in the plan: %1").arg(moot.join(QStringLiteral(", "))));
    showTeam();
    m_file->setText(QDir::toNativeSeparators(m_drafted.file()));
    m_fault->hide();
}

void ReviewPage::addRow(QGridLayout& grid, const QString& label, const QString& value, const QString& id,
                        const QString& group) {
    QWidget* content = grid.parentWidget();
    auto* change = new QToolButton(content);
    change->setObjectName(QStringLiteral("change-") + id);
    change->setText(tr("Change"));
    change->setAccessibleName(tr("Change: %1").arg(label));
    change->setAutoRaise(true);
    QFont face = change->font();
    face.setUnderline(true); // a link, as everywhere
    change->setFont(face);
    change->setFocusPolicy(Qt::StrongFocus);
    connect(change, &QToolButton::clicked, this, [this, group] { Q_EMIT changeRequested(group); });
    QLabel* name = plainLabel(label, QStringLiteral("label"), content);
    name->setWordWrap(false);
    const int row = grid.rowCount();
    grid.addWidget(name, row, 0);
    grid.addWidget(headingLabel(value, QStringLiteral("value-") + id, 0, content), row, 1);
    grid.addWidget(change, row, 2);
}

void ReviewPage::showTeam() {
    const Plan* plan = m_drafted.plan();
    m_team->showOverlay(plan->overlay, teamCount(*plan));
    m_team->showFault(m_drafted.overlayFault());
    m_numbers->setText(numbersLine(*plan));
    m_findOut->showQuestions(*plan, {}, m_drafted.file());
}

void ReviewPage::browse() {
    const QString path = m_desktop.fileToSave(this, tr("Plan file"), m_drafted.file(), tr("Plans (*.mesosplan)"));
    if (path.isEmpty())
        return;
    m_drafted.setFile(path);
    m_file->setText(QDir::toNativeSeparators(path));
    m_fault->hide();
}

void ReviewPage::showFault(const QString& sentence) {
    m_fault->setText(QStringLiteral("\u26a0 ") + sentence);
    m_fault->show();
    m_file->setFocus();
}
