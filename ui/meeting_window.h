#pragma once

#include "core/answers.h"
#include "report/meeting_screens.h"
#include "report/sheet.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

class Desktop;
class MeetingScreen;
class PlanFile;
class PointDrawer;
class QDialog;
class QHBoxLayout;
class QLabel;
class QProgressBar;
class RecordEditor;
class ScreenButton;
class StepActions;

/// The plan on the wall: screens that a team goes through with the arrow keys, digits, a presenter's remote or the
/// mouse. What is said on them (answers, who accepts a risk, who approves when, notes) goes the same way as in the main
/// window: into the journal, and it can be undone. A meeting that is left and taken up again on the same day goes on.
/// Owned by the main window, one for each open plan; plan file, editor and desktop have to outlive it.
class MeetingWindow final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MeetingWindow)

public:
    /// The plan with other answers, or why there is none.
    using Replan = std::function<Result<Plan>(const Answers&)>;

    /// `minutesFolder` is where minutes are offered to be written.
    MeetingWindow(PlanFile& file, RecordEditor& editor, Desktop& desktop, Replan replan, const QString& minutesFolder);
    ~MeetingWindow() override;

    /// Fills the screen, and begins the meeting or goes on with that of today.
    void begin();

Q_SIGNALS:
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    bool event(QEvent* event) override;

private:
    /// Another answer that was not agreed to yet.
    struct Proposal {
        QString question;
        Plan plan;
        QList<meeting::Screen> screens;
    };

    QHBoxLayout* makeHead();
    QHBoxLayout* makeFoot();
    void addUndo();
    void enlarge(QDialog& dialog) const;

    void takeDown();
    void makeScreens();
    void showScreen();
    void showFoot();
    void showStatus();
    /// One line above the foot.
    void tell(const QString& sentence);
    const QList<meeting::Screen>& screens() const { return m_proposal ? m_proposal->screens : m_screens; }
    meeting::Room room() const;
    int partOfHeight(int part) const;
    QFont titleFont() const;
    QFont smallFont() const;

    void goTo(qsizetype index);
    void goBy(qsizetype screens) { goTo(m_index + screens); }
    void goToSection(meeting::Section section);
    void typeDigit(int digit);
    void goToTyped();
    bool isTyping() const;
    void setBlank(bool blank);
    void showKeys();
    void stepBack();
    void leave();

    void propose(Answer answer);
    void agree();
    void decline();
    void acceptRisk(const QString& step);
    void writeOn(const QString& id);
    void placeDrawer();
    Sheet minutes() const;
    void exportMinutes();
    void printMinutes();

    PlanFile& m_file;
    RecordEditor& m_editor;
    Desktop& m_desktop;
    const Replan m_replan;
    const QString m_minutesFolder;
    Meeting m_meeting;
    QList<meeting::Screen> m_screens;
    std::optional<Proposal> m_proposal;
    qsizetype m_index = 0;       ///< of the screen that is shown
    qsizetype m_indexBehind = 0; ///< of the one behind a proposal
    QString m_about;             ///< what is written on: it stays on the screen, wherever it comes to stand
    QString m_typed;             ///< digits, until Return or a pause
    QTimer m_typingPause;
    QLabel* m_title;
    QLabel* m_part;
    QWidget* m_place; ///< where the screen stands
    MeetingScreen* m_screen = nullptr;
    QLabel* m_status;
    QWidget* m_foot;
    QProgressBar* m_progress;
    QList<ScreenButton*> m_sections;
    QList<ScreenButton*> m_signs; ///< the other buttons of the foot
    QLabel* m_number;
    StepActions* m_actions;
    PointDrawer* m_drawer;
    QWidget* m_blank;
};
