#include "ui/route_choice.h"

#include "core/words.h"
#include "report/rich_text.h"
#include "ui/labels.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLabel>
#include <QRadioButton>
#include <QRegularExpression>

namespace {
constexpr qsizetype stopsNamed = 4;

QString capitalized(QString text) {
    text[0] = text[0].toUpper();
    return text;
}

/// "slaves", "agents", or both where the way leads from the one to the other.
QString slavesOf(const Plan& plan) {
    const QString first = words::component(Component::Slave, plan.from);
    const QString last = words::component(Component::Slave, plan.to);
    return first == last ? first : RouteChoice::tr("%1, later %2").arg(first, last);
}

/// The reason of a stop; where that is a step, with what it does.
QString reasonOf(const Plan& plan, const RouteStop& stop) {
    const QString reason = words::stopReason(stop, plan.from, plan.to);
    const PlanItem* step = findItem(plan, stop.step);
    return step == nullptr ? reason : RouteChoice::tr("%1 (%2)").arg(reason, plainText(step->item.text));
}

QString listed(const QStringList& releases) {
    if (releases.size() <= stopsNamed)
        return releases.join(QStringLiteral(", "));
    return RouteChoice::tr("%1 to %2 (%3 stops)")
        .arg(releases.constFirst(), releases.constLast(), QString::number(releases.size()));
}

QStringList namesOf(const Plan& plan) {
    return {RouteChoice::tr("Upgrades"), RouteChoice::tr("Rolling restarts of all %1").arg(slavesOf(plan)),
            RouteChoice::tr("Steps"),    RouteChoice::tr("Steps and notes"),
            RouteChoice::tr("Blockers"), RouteChoice::tr("Stops on the way")};
}

QStringList valuesOf(const Plan& plan, const RouteOption& option) {
    return {QString::number(option.upgrades), QString::number(option.slaveRestarts), QString::number(option.steps),
            QString::number(option.points),   QString::number(option.blockers),      stopsText(plan, option)};
}
} // namespace

QString stopsText(const Plan& plan, const RouteOption& option) {
    QStringList reasons; // in the order of the way
    QMap<QString, QStringList> releases;
    for (const RouteStop& stop : option.stops) {
        const QString reason = reasonOf(plan, stop);
        if (!reasons.contains(reason))
            reasons << reason;
        releases[reason] << stop.release;
    }
    QStringList lines;
    for (const QString& reason : std::as_const(reasons))
        lines << RouteChoice::tr("%1: %2").arg(listed(releases.value(reason)), reason);
    if (lines.size() > 1)
        lines.replaceInStrings(QRegularExpression(QStringLiteral("^")), QStringLiteral("\u2022 "));
    return lines.isEmpty() ? RouteChoice::tr("none") : lines.join(u'\n');
}

RouteChoice::RouteChoice(QWidget* parent)
    : QWidget(parent)
    , m_kinds(new QButtonGroup(this)) {
    setObjectName(QStringLiteral("routeChoice"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(4);
    for (int row = 0; row < rowCount; ++row) {
        m_names[row] = quietLabel({}, QStringLiteral("name%1").arg(row), this);
        grid->addWidget(m_names[row], row + 1, 0, Qt::AlignTop);
    }
    for (const RouteKind kind : {RouteKind::EveryRelease, RouteKind::FewestRestarts}) {
        const int column = static_cast<int>(kind);
        const QString name = kind == RouteKind::EveryRelease ? QStringLiteral("every") : QStringLiteral("fewest");
        auto* button = new QRadioButton(capitalized(words::route(kind)), this);
        button->setObjectName(name);
        QFont bold = button->font();
        bold.setBold(true);
        button->setFont(bold);
        m_kinds->addButton(button, column);
        grid->addWidget(button, 0, column + 1);
        for (int row = 0; row < rowCount; ++row) {
            m_values[column][row] = plainLabel({}, QStringLiteral("%1%2").arg(name).arg(row), this);
            grid->addWidget(m_values[column][row], row + 1, column + 1, Qt::AlignTop);
        }
        grid->setColumnStretch(column + 1, 3);
    }
    grid->setColumnStretch(0, 2);
    // Not clicked: assistive technology turns a button on without a click.
    connect(m_kinds, &QButtonGroup::idToggled, this, [this](int kind, bool on) {
        if (on)
            Q_EMIT chosen(static_cast<RouteKind>(kind));
    });
}

void RouteChoice::showOptions(const Plan& plan) {
    const QSignalBlocker nobodyChooses(m_kinds);
    const QStringList names = namesOf(plan);
    for (int row = 0; row < rowCount; ++row)
        m_names[row]->setText(names[row]);
    for (const RouteOption& option : plan.options) {
        const int column = static_cast<int>(option.kind);
        const QStringList values = valuesOf(plan, option);
        QStringList said;
        for (int row = 0; row < rowCount; ++row) {
            m_values[column][row]->setText(values[row]);
            said << tr("%1: %2").arg(names[row], values[row]);
        }
        QAbstractButton* button = m_kinds->button(column);
        button->setAccessibleDescription(said.join(QStringLiteral("; ")));
        button->setChecked(option.kind == plan.route);
        // Tab goes to the way that is taken, arrows to the other.
        button->setFocusPolicy(option.kind == plan.route ? Qt::StrongFocus : Qt::ClickFocus);
    }
}
