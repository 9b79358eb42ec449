#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QTimer;

/// One sentence at the top of the window about what just happened, which does not stop people in their work. Owned by
/// the main window; hidden until it has something to say, gone when it is closed or the next message comes; what was
/// done goes by itself, once people are not at it any more.
class MessageBar final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageBar)

public:
    enum class Tone {
        Done,   ///< said, and soon gone
        Told,   ///< stays, as it offers something
        Warned, ///< stays
    };

    explicit MessageBar(QWidget* parent = nullptr);

    void tell(Tone tone, const QString& sentence);
    /// A button beside the sentence, until the next message. The caller connects it.
    QPushButton* addButton(const QString& text, const QString& objectName);

private:
    void leave();

    QLabel* m_symbol;
    QLabel* m_sentence;
    QHBoxLayout* m_buttons;
    QTimer* m_rest;
};
