#include "ui/versions_page.h"

#include "core/words.h"
#include "report/rich_text.h"
#include "ui/labels.h"
#include "ui/new_plan_draft.h"
#include "ui/plan_numbers.h"
#include "ui/route_choice.h"
#include "ui/route_strip.h"
#include "ui/text_panel.h"
#include "ui/upgrades_table.h"

#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace {
constexpr int visibleVersions = 16;

/// Its day and what is odd about it, a sentence each; empty where only the line is known.
QString aboutVersion(const Catalogue& catalogue, const QString& version) {
    QStringList sentences;
    for (const Release& release : catalogue.releases) {
        if (release.version != version)
            continue;
        sentences << VersionsPage::tr("%1, released on %2.").arg(version, release.date);
        if (!release.note.isEmpty())
            sentences << VersionsPage::tr("About %1: %2.").arg(version, plainText(release.note));
    }
    return sentences.join(u' ');
}

QString warned(const QString& sentence) {
    return QStringLiteral("\u26a0 ") + sentence;
}

/// How many, why it is this way, and that of the slaves, who are most of the work.
QString meaningOf(const Plan& plan, const QString& onlyWay) {
    QStringList lines{numbersLine(plan)};
    if (!onlyWay.isEmpty()) {
        const PlanNumbers numbers = numbersOf(plan);
        lines << VersionsPage::tr("Rolling restarts of all %1: %2")
                     .arg(words::component(Component::Slave, plan.to), QString::number(numbers.slaveRestarts))
              << onlyWay;
    }
    return lines.join(u'\n');
}

/// Versions below each other, each with its day.
QTreeView* versionList(const QString& objectName, const QString& name) {
    auto* list = new QTreeView;
    list->setObjectName(objectName);
    list->setAccessibleName(name);
    list->setRootIsDecorated(false);
    list->setHeaderHidden(true);
    return list;
}

/// Versions newest first, each with its day in a second column that the editable line does not show.
QComboBox* versionBox(const QList<Release>& releases, const QString& objectName, const QString& name) {
    auto* box = new QComboBox;
    box->setObjectName(objectName);
    box->setAccessibleName(name);
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->lineEdit()->setObjectName(objectName + u"Edit");
    box->lineEdit()->setAccessibleName(name);
    box->lineEdit()->setPlaceholderText(VersionsPage::tr("for example 0.18.2, or 0.18"));

    auto* model = new QStandardItemModel(box);
    for (auto release = releases.crbegin(); release != releases.crend(); ++release) {
        auto* version = new QStandardItem(release->version);
        version->setData(VersionsPage::tr("%1, released on %2").arg(release->version, release->date),
                         Qt::AccessibleTextRole);
        model->appendRow({version, new QStandardItem(release->date)});
    }
    box->setModel(model);
    QTreeView* list = versionList(objectName + u"List", name);
    box->setView(list);
    list->resizeColumnToContents(0);
    // Only offered: completing in the line itself would turn a typed `0.18`, any patch, into `0.18.0`.
    auto* completer = new QCompleter(model, box);
    completer->setMaxVisibleItems(visibleVersions);
    QTreeView* offered = versionList(objectName + u"Offered", name);
    completer->setPopup(offered);
    offered->resizeColumnToContents(0);
    box->setCompleter(completer);
    // A list that offers no more than what stands there takes the next click and the next shortcut for itself. It comes
    // up when the key has been dealt with.
    QObject::connect(
        box, &QComboBox::editTextChanged, completer,
        [completer](const QString& typed) {
            if (completer->completionCount() == 1 && completer->currentCompletion() == typed)
                completer->popup()->hide();
        },
        Qt::QueuedConnection);
    box->setMinimumWidth(260);
    box->setMaxVisibleItems(visibleVersions);
    box->setCurrentIndex(-1);
    return box;
}
} // namespace

VersionsPage::VersionsPage(DraftedPlan& drafted, QWidget* parent)
    : QWizardPage(parent)
    , m_drafted(drafted)
    , m_source(versionBox(pickableReleases(drafted.catalogue(), true), QStringLiteral("source"),
                          tr("Version that runs now")))
    , m_target(
          versionBox(pickableReleases(drafted.catalogue(), false), QStringLiteral("target"), tr("Version you want")))
    , m_sourceRemark(quietLabel({}, QStringLiteral("sourceRemark")))
    , m_targetRemark(quietLabel({}, QStringLiteral("targetRemark")))
    , m_better(new QPushButton)
    , m_wayTitle(headingLabel({}, QStringLiteral("wayTitle"), 1))
    , m_strip(new RouteStrip)
    , m_meaning(plainLabel({}, QStringLiteral("meaning")))
    , m_choice(new RouteChoice)
    , m_moot(quietLabel({}, QStringLiteral("moot")))
    , m_upgrades(new TextPanel(QStringLiteral("upgrades"))) {
    setObjectName(QStringLiteral("versionsPage"));
    setTitle(tr("Versions"));
    setSubTitle(tr("Which version runs now, and which one do you want?"));

    m_better->setObjectName(QStringLiteral("better"));
    m_better->setAutoDefault(false);

    auto* versions = new QGridLayout; // a form layout gives remarks that wrap too much height
    versions->setColumnStretch(2, 1);
    const auto addVersion = [versions](const QString& label, QComboBox* box, QLabel* remark) {
        auto* name = new QLabel(label);
        name->setBuddy(box);
        const int row = versions->rowCount();
        versions->addWidget(name, row, 0);
        versions->addWidget(box, row, 1);
        versions->addWidget(remark, row + 1, 1, 1, 2);
    };
    addVersion(tr("&Running now:"), m_source, m_sourceRemark);
    addVersion(tr("&Wanted:"), m_target, m_targetRemark);
    versions->addWidget(m_better, versions->rowCount() - 2, 2, Qt::AlignLeft);

    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(16);
    layout->addLayout(versions);
    QScrollArea* way = makeWay();
    layout->addWidget(way, 1);
    setTabOrder(m_choice->findChildren<QRadioButton*>().constLast(), way); // before it takes no focus
    way->setFocusPolicy(Qt::NoFocus);

    m_source->setEditText(drafted.draft().from);
    m_target->setEditText(drafted.draft().to);
    connect(m_source, &QComboBox::editTextChanged, this, &VersionsPage::readVersions);
    connect(m_target, &QComboBox::editTextChanged, this, &VersionsPage::readVersions);
    connect(m_better, &QPushButton::clicked, this, &VersionsPage::takeBetterTarget);
    connect(m_choice, &RouteChoice::chosen, &m_drafted, &DraftedPlan::setRoute);
    connect(&m_drafted, &DraftedPlan::changed, this, &VersionsPage::showRoute);
    showRoute();
}

/// It scrolls in its frame where the way is long or the font is large; the versions above stay.
QScrollArea* VersionsPage::makeWay() {
    auto* content = new QWidget;
    content->setObjectName(QStringLiteral("wayContent"));
    content->setAutoFillBackground(true);
    content->setBackgroundRole(QPalette::Base);
    m_upgrades->setAccessibleName(tr("The upgrades of the way"));
    m_upgrades->setFocusPolicy(Qt::NoFocus); // the keys scroll the frame around it
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    for (QWidget* part : std::initializer_list<QWidget*>{m_wayTitle, m_strip, m_meaning, m_choice, m_moot, m_upgrades})
        layout->addWidget(part);
    layout->addStretch();
    auto* way = new QScrollArea;
    way->setObjectName(QStringLiteral("way"));
    way->setAccessibleName(tr("The way"));
    way->setWidgetResizable(true);
    way->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    way->setWidget(content);
    // A stop for the Tab key only where there is something to scroll.
    connect(way->verticalScrollBar(), &QScrollBar::rangeChanged, way,
            [way](int, int longest) { way->setFocusPolicy(longest > 0 ? Qt::StrongFocus : Qt::NoFocus); });
    return way;
}

void VersionsPage::readVersions() {
    m_drafted.setVersions(m_source->currentText(), m_target->currentText());
}

void VersionsPage::takeBetterTarget() {
    m_target->setFocus(); // the button goes
    m_target->setEditText(m_drafted.betterTarget());
}

void VersionsPage::showRoute() {
    showFaults(false);
    const Plan* plan = m_drafted.plan();
    const std::optional<Plan> outlook = plan ? std::nullopt : m_drafted.outlook();
    if (const Plan* shown = plan ? plan : outlook ? &*outlook : nullptr) {
        m_wayTitle->setText(plan ? words::planTitle(*plan)
                                 : tr("As far as it can lead: %1").arg(words::hop(shown->from, shown->to)));
        m_strip->setStretches(stretchesOf(*shown));
        m_upgrades->showHtml(upgradesTable(m_drafted.catalogue(), *shown));
    }
    m_meaning->setText(plan ? meaningOf(*plan, m_drafted.onlyWay())
                            : tr("Your own way, and what it takes, appears here as soon as both versions are chosen. "
                                 "This is all that is known, with every question open."));
    const bool isChoice = plan != nullptr && !plan->options.isEmpty();
    m_choice->setVisible(isChoice);
    if (isChoice)
        m_choice->showOptions(*plan);
    const QStringList moot = m_drafted.mootAnswers();
    m_moot->setVisible(!moot.isEmpty());
    m_moot->setText(tr("Answered before, and of no matter on this way: %1. It is kept, and counts again on a way that "
                       "asks for it.")
                        .arg(moot.join(QStringLiteral(", "))));
}

void VersionsPage::showFaults(bool alsoMissing) {
    const NewPlanDraft& draft = m_drafted.draft();
    const auto show = [&](QLabel& remark, const QString& typed, const QString& fault, const QString& known,
                          const QString& hint) {
        const bool wrong = !fault.isEmpty() && (alsoMissing || !typed.isEmpty());
        const QString said = wrong ? warned(fault) : known;
        remark.setText(said.isEmpty() ? hint : said);
        remark.setForegroundRole(said.isEmpty() ? QPalette::PlaceholderText : QPalette::WindowText);
    };
    const Catalogue& catalogue = m_drafted.catalogue();
    const Plan* plan = m_drafted.plan();
    show(*m_sourceRemark, draft.from, m_drafted.sourceFault(), plan ? aboutVersion(catalogue, plan->from) : QString(),
         tr("Type 0.18 if you know no more than that: whatever depends on the patch then stays in the plan."));
    QStringList about;
    for (const QString& reason : m_drafted.reasonsAgainstTarget())
        about << warned(reason);
    if (plan)
        about << aboutVersion(catalogue, plan->to);
    show(*m_targetRemark, draft.to, m_drafted.targetFault(), about.join(u'\n'),
         tr("0.18 means the last patch of 0.18."));
    const QString better = m_drafted.betterTarget();
    m_better->setVisible(!better.isEmpty());
    m_better->setText(tr("&Take %1 instead").arg(better));
}

bool VersionsPage::validatePage() {
    if (m_drafted.plan())
        return true;
    showFaults(true);
    (m_drafted.sourceFault().isEmpty() ? m_target : m_source)->setFocus();
    return false;
}
