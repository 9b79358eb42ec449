#pragma once

#include "core/change.h"
#include "core/pause_points.h"

#include <QWidget>

class QAction;
class QScrollArea;
class QUrl;
class RecordForm;
class TextPanel;

/// Everything about the step, note or pause point that is selected, and beneath it the form for what is recorded; or
/// what there is to say of an upgrade as a whole, or of several rows. It shows and asks; whoever owns it writes. The
/// plan has to outlive it.
class DetailsPane final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailsPane)

public:
    explicit DetailsPane(const Plan& plan, QWidget* parent = nullptr);

    /// What is recorded of them is shown by showRecord(). Commands are filled with the cluster's own values.
    void showItem(const PlanHop& hop, const PlanSection& section, const PlanItem& planned, const Record& record);
    void showPause(const PlanHop& hop, const PausePoint& pause);
    void showHop(const PlanHop& hop, const Record& record);
    /// Several steps, notes and pause points, and what can be done with all of them at once.
    void showSeveral(const QStringList& ids, const Record& record, const QList<QAction*>& deeds);

    /// Marks what people search for, also in what is shown later.
    void setMarked(const QStringList& words);

    /// The record of what is shown, and what of it waits to be written.
    void showRecord(const ItemRecord& record, const QList<Change>& notSaved);

    /// Empty while an upgrade is shown, or several rows.
    QString itemId() const;
    RecordForm& form() { return *m_form; }

Q_SIGNALS:
    void itemRequested(const QString& itemId);
    void answerRequested(const QString& question);
    void pageRequested(const QUrl& url);

private:
    void showContent(QWidget* content);
    void followLink(const QUrl& url);
    TextPanel* textPanel(const QString& html, const QString& objectName, const QString& name, QWidget* parent) const;

    const Plan& m_plan;
    QScrollArea* m_scroll;
    RecordForm* m_form;
    QStringList m_marked;
    QStringList m_several;       ///< the rows that are listed; empty: something else is shown
    TextPanel* m_list = nullptr; ///< … where they are
};
