#include "ui/versions_page.h"

#include "report/rich_text.h"
#include "ui/labels.h"
#include "ui/new_plan_draft.h"
#include "ui/route_choice.h"
#include "ui/route_strip.h"

#include <QComboBox>
#include <QCompleter>
#include <QFrame>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace {
constexpr int visibleVersions = 16;

/// What is odd about a version, as a sentence; mostly empty.
QString oddityOf(const Catalogue& catalogue, const QString& version) {
    for (const Release& release : catalogue.releases)
        if (release.version == version && !release.note.isEmpty())
            return VersionsPage::tr("About %1: %2.").arg(version, plainText(release.note));
    return {};
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
    , m_strip(new RouteStrip)
    , m_meaning(plainLabel({}, QStringLiteral("meaning")))
    , m_choice(new RouteChoice) {
    setObjectName(QStringLiteral("versionsPage"));
    setTitle(tr("Versions"));
    setSubTitle(tr("Which version runs now, and which one do you want?"));

    auto* versions = new QGridLayout; // a form layout gives remarks that wrap too much height
    versions->setColumnStretch(1, 1);
    const auto addVersion = [versions](const QString& label, QComboBox* box, QLabel* remark) {
        auto* name = new QLabel(label);
        name->setBuddy(box);
        const int row = versions->rowCount();
        versions->addWidget(name, row, 0);
        versions->addWidget(box, row, 1, Qt::AlignLeft);
        versions->addWidget(remark, row + 1, 1);
    };
    addVersion(tr("&Running now:"), m_source, m_sourceRemark);
    addVersion(tr("&Wanted:"), m_target, m_targetRemark);

    auto* way = new QFrame;
    way->setObjectName(QStringLiteral("way"));
    way->setFrameShape(QFrame::StyledPanel);
    way->setAutoFillBackground(true);
    way->setBackgroundRole(QPalette::Base);
    auto* wayLayout = new QVBoxLayout(way);
    wayLayout->setContentsMargins(16, 16, 16, 16);
    wayLayout->addWidget(m_strip);
    wayLayout->addWidget(m_meaning);
    wayLayout->addWidget(m_choice);

    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(16);
    layout->addLayout(versions);
    layout->addWidget(way);
    layout->addStretch();

    m_source->setEditText(drafted.draft().from);
    m_target->setEditText(drafted.draft().to);
    connect(m_source, &QComboBox::editTextChanged, this, &VersionsPage::readVersions);
    connect(m_target, &QComboBox::editTextChanged, this, &VersionsPage::readVersions);
    connect(m_choice, &RouteChoice::chosen, &m_drafted, &DraftedPlan::setRoute);
    connect(&m_drafted, &DraftedPlan::changed, this, &VersionsPage::showRoute);
    showRoute();
}

void VersionsPage::readVersions() {
    m_drafted.setVersions(m_source->currentText(), m_target->currentText());
}

void VersionsPage::showRoute() {
    showFaults(false);
    const Plan* plan = m_drafted.plan();
    m_strip->setVisible(plan != nullptr);
    m_strip->setStretches(plan ? stretchesOf(*plan) : QList<Stretch>());
    const bool isChoice = plan != nullptr && !plan->options.isEmpty();
    m_choice->setVisible(isChoice);
    if (isChoice)
        m_choice->showOptions(*plan);
    m_meaning->setVisible(!isChoice);
    m_meaning->setText(plan ? numbersLine(*plan) + u'\n' + m_drafted.onlyWay()
                            : tr("The way between the two versions appears here as soon as both are chosen."));
}

void VersionsPage::showFaults(bool alsoMissing) {
    const NewPlanDraft& draft = m_drafted.draft();
    const auto show = [&](QLabel& remark, const QString& typed, const QString& fault, const QString& known,
                          const QString& hint) {
        const bool wrong = !fault.isEmpty() && (alsoMissing || !typed.isEmpty());
        const QString said = wrong ? QStringLiteral("\u26a0 ") + fault : known;
        remark.setText(said.isEmpty() ? hint : said);
        remark.setForegroundRole(said.isEmpty() ? QPalette::PlaceholderText : QPalette::WindowText);
    };
    const Catalogue& catalogue = m_drafted.catalogue();
    const Plan* plan = m_drafted.plan();
    show(*m_sourceRemark, draft.from, m_drafted.sourceFault(), plan ? oddityOf(catalogue, plan->from) : QString(),
         tr("Type 0.18 if you know no more than that: whatever depends on the patch then stays in the plan."));
    show(*m_targetRemark, draft.to, m_drafted.targetFault(),
         plan ? QString(adviceOn(catalogue, plan->to) + u' ' + oddityOf(catalogue, plan->to)).trimmed() : QString(),
         tr("0.18 means the last patch of 0.18."));
}

bool VersionsPage::validatePage() {
    if (m_drafted.plan())
        return true;
    showFaults(true);
    (m_drafted.sourceFault().isEmpty() ? m_target : m_source)->setFocus();
    return false;
}
