#pragma once

#include "core/answers.h"
#include "core/catalogue.h"

#include <QWidget>

class AnswersView;
class ChecklistView;
class ClusterView;
class Desktop;
class PlanFile;
class QSettings;
class QTabWidget;
class RecordEditor;
class RouteStrip;

/// One open plan: the way on top, below it the checklist, the open questions, what was left out, what changes in
/// Mesos, the answers, the cluster's own values and the history. Made by the main window for a plan file and its
/// editor, which have to outlive it; made anew when another plan takes the place of this one.
class ChecklistPage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChecklistPage)

public:
    enum View { Checklist, FindOutFirst, LeftOut, Impact, Answers, Cluster, History };

    ChecklistPage(PlanFile& file, RecordEditor& editor, Desktop& desktop, QSettings& settings,
                  QWidget* parent = nullptr);
    ~ChecklistPage() override;

    ChecklistView& checklist() { return *m_checklist; }
    AnswersView& answers() { return *m_answers; }

    /// Records what is still being typed.
    void flush();

    View view() const;
    void showView(View view);
    void goToNextOpenStep();
    void goToPreviousOpenStep();
    void goToNextHit();
    void goToPreviousHit();
    /// Where the next step to do is.
    void goOn();
    /// Asks to which upgrade.
    void goToHop();
    void focusSearch();

Q_SIGNALS:
    void newPlanRequested(const ::Answers& answers);
    void changeRequested(const ::Answers& answers, const Overlay& overlay);

private:
    void addTabs(Desktop& desktop);
    void showProgress();
    void showAnswer(const QString& question);
    void showItem(const QString& itemId);

    PlanFile& m_file;
    QSettings& m_settings;
    RouteStrip* m_strip;
    QTabWidget* m_tabs;
    ChecklistView* m_checklist;
    AnswersView* m_answers;
    ClusterView* m_cluster;
};
