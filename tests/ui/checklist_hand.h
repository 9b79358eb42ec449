#pragma once

#include "core/progress.h"
#include "core/words.h"
#include "items/plan_roles.h"
#include "test_window.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTreeView>

// What a person at the checklist does and sees, for tests.

inline QTreeView& tree(const TestWindow& test) {
    return child<QTreeView>(test.window, u"checklist"_qs);
}

inline QString currentId(const TestWindow& test) {
    return tree(test).currentIndex().data(PlanRole::Id).toString();
}

inline ItemRecord recordOf(const TestWindow& test, const QString& id) {
    return test.window.planFile()->record().of(id);
}

inline StepState state(const TestWindow& test, const QString& id) {
    return recordOf(test, id).mark.state;
}

inline QModelIndexList allRows(const QAbstractItemModel& model, const QModelIndex& parent = {}) {
    QModelIndexList rows;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        rows << index << allRows(model, index);
    }
    return rows;
}

/// Invalid when it is not shown.
inline QModelIndex rowOf(const TestWindow& test, const QString& id) {
    for (const QModelIndex& index : allRows(*tree(test).model()))
        if (index.data(PlanRole::Id).toString() == id)
            return index;
    return {};
}

inline void select(const TestWindow& test, const QString& id) {
    tree(test).expandAll();
    tree(test).selectionModel()->setCurrentIndex(rowOf(test, id), QItemSelectionModel::ClearAndSelect);
    QCOMPARE(currentId(test), id);
}

inline void selectAlso(const TestWindow& test, const QString& id) {
    tree(test).selectionModel()->select(rowOf(test, id), QItemSelectionModel::Select);
}

/// The filters that are on, as their chips say it.
inline QStringList chips(const TestWindow& test) {
    QStringList texts;
    for (const QPushButton* chip : test.window.findChildren<QPushButton*>(u"chip"_qs))
        if (chip->isVisibleTo(chip->window()))
            texts << chip->text().remove(u"  \u00d7"_qs).replace(u"&&"_qs, u"&"_qs);
    return texts;
}

/// The entry of the filter menu, wherever in it.
inline QAction* filterAction(const TestWindow& test, const QString& text) {
    auto& menu = child<QMenu>(test.window, u"filterMenu"_qs);
    Q_EMIT menu.aboutToShow();
    for (QAction* entry : menu.findChildren<QAction*>())
        if (entry->text() == text && entry->isCheckable())
            return entry;
    return nullptr;
}

inline void toggleFilter(const TestWindow& test, const QString& text) {
    QAction* entry = filterAction(test, text);
    if (!entry)
        qFatal("no filter %s", qPrintable(text));
    entry->trigger();
}

inline QString labelText(const QObject& parent, const QString& objectName) {
    return child<QLabel>(parent, objectName).text();
}
