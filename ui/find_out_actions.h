#pragma once

#include "report/sheet.h"

#include <QWidget>

class Desktop;
class QLabel;
class QPushButton;

/// How many questions are open, and the ways to take their list along: copied as Markdown, printed, saved. Owned by the
/// view that shows the questions; the desktop has to outlive it.
class FindOutActions final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindOutActions)

public:
    explicit FindOutActions(Desktop& desktop, QWidget* parent = nullptr);

    /// `planFile` is where the plan is or will be: the list is offered to be saved beside it.
    void showQuestions(const Plan& plan, const Record& record, const QString& planFile);

private:
    void copy();
    void print();
    void save();

    Desktop& m_desktop;
    Sheet m_list;
    QString m_planFile;
    QLabel* m_count;
    QPushButton* m_copy;
    QPushButton* m_print;
    QPushButton* m_save;
};
