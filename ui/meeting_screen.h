#pragma once

#include "core/answers.h"
#include "report/meeting_screens.h"

#include <QPushButton>

class QBoxLayout;
class QLabel;

/// A button that is pressed by Space, Return and the mouse. All other keys belong to the window, which turns its pages
/// with the arrow keys.
class ScreenButton final : public QPushButton {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScreenButton)

public:
    ScreenButton(const QString& text, const QString& objectName, QWidget* parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

/// A text on the wall: nobody selects it, and it never takes the keys.
QLabel* screenLabel(const QString& text, const QString& objectName, QWidget* parent = nullptr);

/// One screen of a meeting, laid out: what stands on it, and buttons for what can be said there. It asks by signals and
/// changes nothing itself. As high as its texts are in the font it is given; report/meeting_screens.h sees to it that
/// the smallest one fits. Owned by the meeting's window.
class MeetingScreen final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MeetingScreen)

public:
    /// What can be done on a screen beside writing on a point.
    enum class Buttons { None, Answer, Agree, Minutes };

    MeetingScreen(const meeting::Screen& screen, const Plan& plan, const Record& record, bool isReadOnly,
                  Buttons buttons, const QFont& font, QWidget* parent);

    /// Lays it out in so much room: whether all of it is there, and no word is cut.
    bool fitsInto(const QSize& place);

Q_SIGNALS:
    void answered(Answer answer);
    void agreed();
    void declined();
    /// People want to write on a step, note or stop.
    void pointRequested(const QString& id);
    /// Somebody answers for a blocker.
    void acceptanceRequested(const QString& id);
    void exportRequested();
    void printRequested();

private:
    void add(const meeting::RoutePicture& picture);
    void add(const meeting::Figures& figures);
    void add(const meeting::Heading& heading);
    void add(const meeting::Paragraph& paragraph);
    void add(const meeting::Caption& caption);
    void add(const meeting::Remark& remark);
    void add(const meeting::Command& command);
    void add(const meeting::Table& table);
    void add(const meeting::Point& point);
    void add(const meeting::OrderPicture& picture);
    QBoxLayout* pointButtons(const meeting::Point& point);
    QBoxLayout* buttonRow(Buttons buttons, const QString& question);
    ScreenButton* addButton(QBoxLayout& row, const QString& text, const QString& objectName);
    QFont sized(double factor, bool isBold = false) const;

    const Plan& m_plan;
    const Record& m_record;
    const bool m_isReadOnly;
    QBoxLayout* m_layout;
};
