#include "ui/marks_dialog.h"

#include "ui/row_marks.h"
#include "ui/window_size.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

MarksDialog::MarksDialog(QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("marksDialog"));
    setWindowTitle(tr("What the marks mean"));
    auto* list = new QTreeWidget;
    list->setObjectName(QStringLiteral("marks"));
    list->setAccessibleName(windowTitle());
    list->setRootIsDecorated(false);
    list->setSelectionMode(QTreeWidget::NoSelection); // its ground would hide the colours
    list->setUniformRowHeights(true);
    list->setSizeAdjustPolicy(QTreeWidget::AdjustToContents);
    list->setHeaderLabels({tr("Mark"), tr("Meaning")});
    const QList<RowMark> marks = rowMarkLegend(palette());
    for (const RowMark& mark : marks) {
        auto* row = new QTreeWidgetItem(list, {mark.text, mark.meaning});
        row->setForeground(0, mark.colour);
    }
    list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    list->setCurrentItem(list->topLevelItem(0));

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->setObjectName(QStringLiteral("buttons"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(list, 1);
    layout->addWidget(buttons);
    fitOnScreen(*this, sizeHint());
}
