#pragma once

#include "items/plan_filter.h"

#include <QWidget>

class FlowLayout;
class PlanFile;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;

/// Where people say what they want to see of a checklist: a search as they type, a menu of filters, and a chip for
/// each filter that is on, which takes it away. It only says what is wanted and shows what came of it; the tree
/// filters. Owned by the checklist view; the plan file has to outlive it.
class FilterBar final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterBar)

public:
    explicit FilterBar(const PlanFile& file, QWidget* parent = nullptr);

    const PlanWish& wish() const { return m_wish; }
    void setWish(const PlanWish& wish);

    /// How many rows are shown, and which of the hits people are on, from 1 on; 0: on none.
    void showCounts(PlanFilter::Shown shown, int currentHit);

    void focusSearch();

Q_SIGNALS:
    void wishChanged(const PlanWish& wish);
    /// Other words are looked for, and what they find is shown.
    void searchTyped();
    /// From the search on to what it has found.
    void listRequested();
    /// Back to the list, where people were.
    void left();

private:
    QWidget* makeSearch();
    void fillMenu();
    void showAll();
    void takeOver(const PlanWish& wish);
    void showChips();
    void addChip(const QString& text, const PlanWish& without);
    QString chipText(Facet facet, const QString& word) const;

    const PlanFile& m_file;
    PlanWish m_wish;
    QLineEdit* m_search;
    QLabel* m_hits;
    QMenu* m_menu;
    QWidget* m_chips;
    FlowLayout* m_chipLayout;
    QPushButton* m_showAll;
    QLabel* m_regardless;
};
