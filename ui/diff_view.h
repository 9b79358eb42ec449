#pragma once

#include "core/record.h"
#include "report/diff_document.h"

#include <QWidget>

class QTreeWidget;
class QTreeWidgetItem;
class TextPanel;

/// Two plans compared: at the left what comes, goes and changes, upgrade by upgrade, with what is recorded of it; at
/// the right the old and the new text of the row people are on. The same words as in the report of a comparison.
class DiffView final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DiffView)

public:
    /// `record` is the one that will be in force.
    DiffView(const Document& document, const Record& record, QWidget* parent = nullptr);

private:
    void addChapter(const Chapter& chapter, const Record& record);
    void showCurrent();

    QTreeWidget* m_list;
    TextPanel* m_text;
};
