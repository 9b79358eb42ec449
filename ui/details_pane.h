#pragma once

#include "core/plan.h"
#include "core/record.h"

#include <QWidget>

class NoteField;
class QCheckBox;
class QLabel;
class QScrollArea;
class QUrl;

/// Everything about the step or note that is selected, and the place to write a note on it. It shows and asks; whoever
/// owns it writes. The plan has to outlive it.
class DetailsPane final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailsPane)

public:
    explicit DetailsPane(const Plan& plan, QWidget* parent = nullptr);

    void showItem(const PlanHop& hop, const PlanSection& section, const PlanItem& item, const ItemRecord& record);
    void showHop(const PlanHop& hop);

    /// The record of the item shown, when it has changed or when a wish about it was not granted.
    void showRecord(const ItemRecord& record);
    /// Only whether it is done: what people typed as a note stays.
    void showState(const ItemRecord& record);

    /// Nothing can be ticked or written.
    void setReadOnly(bool readOnly);

    QString itemId() const { return m_itemId; }

    /// Hands over the note that is being typed.
    void flushNote();

Q_SIGNALS:
    void tickRequested(const QString& itemId, StepState wished);
    void noteWritten(const QString& itemId, const QString& note);
    void itemRequested(const QString& itemId);
    void answerRequested(const QString& question);
    void pageRequested(const QUrl& url);

private:
    void setContent(QWidget* content);
    void followLink(const QUrl& url);
    QWidget* textPanel(const QString& html, const QString& objectName, const QString& name, QWidget* parent) const;

    const Plan& m_plan;
    QString m_itemId;
    QScrollArea* m_scroll;
    QWidget* m_recordPart;
    QCheckBox* m_done;
    QLabel* m_doneBy;
    NoteField* m_note;
};
