#pragma once

#include <QDialog>

class Desktop;
class LineField;
class NoteField;
class PlanFile;
class QLabel;
class QScrollArea;
class QUrl;
class RecordEditor;

/// The card that opens when a step went wrong (report/card.h): what runs now, may it be left so, the way back, what
/// must not be begun, whom to call, and a place to write what was seen. What is written is saved as it is typed. People
/// go on working in the window behind it, and it follows what they and others record. Plan file, editor and desktop
/// have to outlive it.
class TroubleDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TroubleDialog)

public:
    TroubleDialog(const PlanFile& file, RecordEditor& editor, Desktop& desktop, const QString& step, QWidget* parent);

    QString step() const { return m_step; }

    void done(int result) override;

Q_SIGNALS:
    /// Somebody follows a link to another step.
    void itemRequested(const QString& id);

private:
    void showCard();
    void showNotSaved();
    void followLink(const QUrl& url);
    void writeSeen(const QString& seen);
    void writeCall(const QString& call);
    void save();
    void print();

    const PlanFile& m_file;
    RecordEditor& m_editor;
    Desktop& m_desktop;
    const QString m_step;
    QScrollArea* m_card;
    NoteField* m_seen;
    QLabel* m_callLabel;
    LineField* m_call;
    QLabel* m_notSaved;
};
