#pragma once

#include "core/catalogue.h"

#include <QWidget>

class Desktop;
class QLabel;
class QPlainTextEdit;
class QPushButton;

/// Which file of a team's own steps a plan is made with, and the way to another one. It reads the file and hands it
/// over; whoever gets it says whether it will do. Shown in the wizard and beside the answers.
class TeamStepsBox final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TeamStepsBox)

public:
    explicit TeamStepsBox(Desktop& desktop, QWidget* parent = nullptr);

    /// The overlay in force, empty for none; `count`: how many of its steps and notes the plan has.
    void showOverlay(const Overlay& overlay, int count);
    /// Why a file will not do: all of it, to be read and copied. Empty: it does.
    void showFault(const QString& text);

Q_SIGNALS:
    /// Another file, or an empty one to do without.
    void chosen(const Overlay& overlay);

private:
    void choose();

    Desktop& m_desktop;
    QString m_folder; ///< of the file that was chosen last
    QLabel* m_now;
    QPushButton* m_choose;
    QPushButton* m_remove;
    QPlainTextEdit* m_fault;
};
