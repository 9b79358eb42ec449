#include "ui/filter_bar.h"

#include "store/plan_file.h"
#include "ui/flow_layout.h"
#include "ui/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>

#include <algorithm>

namespace {
/// Whether a facet's values stand in the menu itself: what people ask for first, and where there are few.
bool standInMenu(Facet facet, const QList<FacetValue>& values) {
    constexpr qsizetype few = 3;
    return facet == Facet::Watch || values.size() <= few;
}

/// Names of people may have an ampersand, which is no mnemonic.
QString withoutMnemonic(QString text) {
    return text.replace(u'&', QStringLiteral("&&"));
}

int itemCount(const Plan& plan) {
    int all = 0;
    forEachItem(plan, [&all](const PlanHop&, const PlanSection&, const PlanItem&) { ++all; });
    return all;
}
} // namespace

FilterBar::FilterBar(const PlanFile& file, QWidget* parent)
    : QWidget(parent)
    , m_file(file)
    , m_search(new QLineEdit)
    , m_hits(quietLabel({}, QStringLiteral("hits")))
    , m_menu(new QMenu(this))
    , m_chips(new QWidget)
    , m_chipLayout(new FlowLayout(m_chips))
    , m_showAll(new QPushButton(tr("Show &all (Esc)")))
    , m_regardless(quietLabel({}, QStringLiteral("regardless"))) {
    setObjectName(QStringLiteral("filters"));
    m_menu->setObjectName(QStringLiteral("filterMenu"));
    m_chips->setObjectName(QStringLiteral("chips"));
    m_showAll->setObjectName(QStringLiteral("showAll"));
    m_showAll->setAutoDefault(false);
    m_chipLayout->addWidget(m_showAll);

    auto* filters = new QPushButton(tr("F&ilter"));
    filters->setObjectName(QStringLiteral("filterButton"));
    filters->setAutoDefault(false);
    filters->setMenu(m_menu);
    auto* line = new QHBoxLayout;
    line->addWidget(makeSearch(), 1);
    line->addWidget(m_hits);
    line->addWidget(filters);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(line);
    layout->addWidget(m_chips);
    layout->addWidget(m_regardless);

    connect(m_menu, &QMenu::aboutToShow, this, &FilterBar::fillMenu);
    connect(m_showAll, &QPushButton::clicked, this, &FilterBar::showAll);
    showChips();
    showCounts({}, 0);
}

QWidget* FilterBar::makeSearch() {
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setAccessibleName(tr("Search the checklist"));
    m_search->setPlaceholderText(tr("Search (Ctrl+F)"));
    m_search->setClearButtonEnabled(true);
    m_hits->setWordWrap(false);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_wish.search = text;
        Q_EMIT wishChanged(m_wish);
        if (!text.isEmpty())
            Q_EMIT searchTyped();
    });
    connect(m_search, &QLineEdit::returnPressed, this, &FilterBar::listRequested);
    connect(new QShortcut(Qt::Key_Down, m_search, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this,
            &FilterBar::listRequested);
    connect(new QShortcut(Qt::Key_Escape, m_search, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this,
            [this] {
                m_search->clear();
                Q_EMIT left();
            });
    return m_search;
}

void FilterBar::setWish(const PlanWish& wish) {
    m_wish = wish;
    const QSignalBlocker quiet(m_search);
    m_search->setText(wish.search);
    showChips();
    Q_EMIT wishChanged(m_wish);
}

/// The chip that was pressed goes with what it stood for: people go on in the list.
void FilterBar::takeOver(const PlanWish& wish) {
    Q_EMIT left();
    setWish(wish);
}

void FilterBar::showAll() {
    takeOver({});
}

void FilterBar::fillMenu() {
    m_menu->clear();
    for (const Facet facet : allFacets) {
        const QList<FacetValue> values = facetValues(facet, m_file.plan(), m_file.record(), Scribe::loginName());
        const bool isHere = standInMenu(facet, values);
        QMenu* menu = isHere ? m_menu : m_menu->addMenu(facetTitle(facet));
        if (isHere)
            m_menu->addSection(facetTitle(facet));
        for (const FacetValue& value : values) {
            QAction* action = menu->addAction(withoutMnemonic(value.text));
            action->setCheckable(true);
            action->setChecked(m_wish.wants(facet, value.word));
            connect(action, &QAction::toggled, this, [this, facet, word = value.word](bool isOn) {
                PlanWish wish = m_wish;
                wish.setWanted(facet, word, isOn);
                setWish(wish);
            });
        }
    }
}

QString FilterBar::chipText(Facet facet, const QString& word) const {
    const QList<FacetValue> values = facetValues(facet, m_file.plan(), m_file.record(), Scribe::loginName());
    const auto value =
        std::find_if(values.cbegin(), values.cend(), [&](const FacetValue& known) { return known.word == word; });
    return tr("%1: %2").arg(facetTitle(facet), value == values.cend() ? word : value->text);
}

void FilterBar::addChip(const QString& text, const PlanWish& without) {
    auto* chip = new QPushButton(tr("%1  \u00d7").arg(withoutMnemonic(text)), m_chips);
    chip->setObjectName(QStringLiteral("chip"));
    chip->setAutoDefault(false);
    chip->setAccessibleName(tr("%1, filter is on").arg(text));
    chip->setAccessibleDescription(tr("Takes this filter away"));
    chip->setToolTip(chip->accessibleDescription());
    connect(chip, &QPushButton::clicked, this, [this, without] { takeOver(without); });
    m_chipLayout->addWidget(chip);
    chip->show();
}

void FilterBar::showChips() {
    for (QPushButton* chip : m_chips->findChildren<QPushButton*>(QStringLiteral("chip"))) {
        m_chipLayout->removeWidget(chip);
        chip->hide();
        chip->deleteLater(); // it may be the one that was pressed
    }
    m_chipLayout->removeWidget(m_showAll);
    if (!m_wish.only.ids.isEmpty()) {
        PlanWish without = m_wish;
        without.only = {};
        addChip(tr("Only %1, %2 of %3 steps and notes")
                    .arg(m_wish.only.what, QString::number(m_wish.only.ids.size()),
                         QString::number(itemCount(m_file.plan()))),
                without);
    }
    for (auto facet = m_wish.wanted.cbegin(); facet != m_wish.wanted.cend(); ++facet) {
        for (const QString& word : facet.value()) {
            PlanWish without = m_wish;
            without.setWanted(facet.key(), word, false);
            addChip(chipText(facet.key(), word), without);
        }
    }
    m_chips->setVisible(m_chipLayout->count() > 0);
    m_chipLayout->addWidget(m_showAll);
}

void FilterBar::showCounts(PlanFilter::Shown shown, int currentHit) {
    m_regardless->setText(
        shown.elsewhere > 0
            ? tr("Not among them: %1 open blockers, failed steps and open stops of this plan.").arg(shown.elsewhere)
            : tr("%1 shown although they do not match: open blockers, failed steps and open stops are never hidden.")
                  .arg(shown.regardless));
    m_regardless->setVisible(shown.regardless + shown.elsewhere > 0);
    const QString all = shown.hits == 1 ? tr("1 hit") : tr("%1 hits").arg(shown.hits);
    m_hits->setText(currentHit > 0 && shown.hits > 1 ? tr("%1 of %2").arg(currentHit).arg(all) : all);
    m_hits->setAccessibleName(tr("%1 of the search").arg(m_hits->text()));
    m_hits->setToolTip(tr("F3 goes to the next one, Shift+F3 to the one before"));
    m_hits->setVisible(!m_wish.isEmpty());
    m_search->setAccessibleDescription(m_hits->isHidden() ? QString() : m_hits->text());
}

void FilterBar::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}
