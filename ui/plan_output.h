#pragma once

#include "core/plan.h"
#include "core/record.h"

#include <QObject>

class Desktop;
class MessageBar;
class QSettings;

/// What leaves a window: a plan, or a part of one, as a file or on paper. A file is made beside the window's thread,
/// from copies, so that the window stays usable; when it takes long a dialog says so, in which people can stop it.
/// Owned by the main window.
class PlanOutput final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanOutput)

public:
    /// What is to be put out, and how its file is called when people have no better name.
    struct Wish {
        Plan plan;
        Record record;
        QString name;      ///< without suffix
        QString folder;    ///< where nothing was exported yet
        QString part = {}; ///< which part of the plan it is: "upgrade 0.17.0 → 0.18.x"; empty when it is the whole
    };

    PlanOutput(Desktop& desktop, QSettings& settings, MessageBar& messages, QWidget& window);
    /// Waits for what is still being made; nothing of it is written.
    ~PlanOutput() override;

    /// Asks for the file, whose suffix is the format; tells in the message bar that it is written.
    void exportPlan(const Wish& wish);
    void print(const Wish& wish);
    void preview(const Wish& wish);

Q_SIGNALS:
    void failed(const QString& sentence);

private:
    void make(const Wish& wish, const QString& path);
    void write(const QString& path, const QByteArray& document);

    Desktop& m_desktop;
    QSettings& m_settings;
    MessageBar& m_messages;
    QWidget& m_window;
};
