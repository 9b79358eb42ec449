#pragma once

#include "core/plan.h"

#include <QWidget>

#include <array>

class QButtonGroup;
class QLabel;
class QRadioButton;

/// Both kinds of route side by side: what each costs, where it stops and why, and which one is taken. Shows what it is
/// given and says what people choose; changes nothing by itself.
class RouteChoice final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RouteChoice)

public:
    explicit RouteChoice(QWidget* parent = nullptr);

    /// The options of a plan that has them.
    void showOptions(const Plan& plan);

Q_SIGNALS:
    void chosen(RouteKind kind);

private:
    static constexpr int rowCount = 6;
    using Cells = std::array<QLabel*, rowCount>;

    Cells m_names{};
    std::array<Cells, 2> m_values{};
    QButtonGroup* m_kinds;
};

/// Where a way stops before its end, and why: stops of the same reason together, a line each.
QString stopsText(const Plan& plan, const RouteOption& option);
