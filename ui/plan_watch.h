#pragma once

#include "core/record.h"

#include <QObject>

class MessageBar;
class PlanFile;
class RecordEditor;

/// Tells what becomes of the open plan file, for as long as it lasts: that it was deleted, that deeds are not saved,
/// that it may only be read. What weighs more is told first. Owned by the main window, one for each open plan; file,
/// editor and bar have to outlive it.
class PlanWatch final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanWatch)

public:
    PlanWatch(PlanFile& file, RecordEditor& editor, MessageBar& bar, QObject* parent = nullptr);

Q_SIGNALS:
    void saveCopyRequested();
    /// Somebody else did something, in one line.
    void othersTold(const QString& sentence);

private:
    void show();
    void tellOthers(const QList<JournalEntry>& entries);

    PlanFile& m_file;
    RecordEditor& m_editor;
    MessageBar& m_bar;
    QString m_lost; ///< why the file cannot be reached, empty while it can
};
