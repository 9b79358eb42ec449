#pragma once

#include <QWizardPage>

class DraftedPlan;
class QComboBox;
class QLabel;
class QPushButton;
class QScrollArea;
class RouteChoice;
class RouteStrip;
class TextPanel;

/// First page of the wizard: which version runs, which one is wanted, and at once what lies between them; where there
/// are two ways, which one. Until both versions are chosen it shows how far the way can lead.
class VersionsPage final : public QWizardPage {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VersionsPage)

public:
    explicit VersionsPage(DraftedPlan& drafted, QWidget* parent = nullptr);

    bool validatePage() override;

private:
    void readVersions();
    QScrollArea* makeWay();
    void showRoute();
    void showFaults(bool alsoMissing);
    void takeBetterTarget();

    DraftedPlan& m_drafted;
    QComboBox* m_source;
    QComboBox* m_target;
    QLabel* m_sourceRemark;
    QLabel* m_targetRemark;
    QPushButton* m_better;
    QLabel* m_wayTitle;
    RouteStrip* m_strip;
    QLabel* m_meaning;
    RouteChoice* m_choice;
    QLabel* m_moot;
    TextPanel* m_upgrades;
};
