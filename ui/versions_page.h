#pragma once

#include <QWizardPage>

class DraftedPlan;
class QComboBox;
class QLabel;
class RouteChoice;
class RouteStrip;

/// First page of the wizard: which version runs, which one is wanted, and at once what lies between them; where there
/// are two ways, which one.
class VersionsPage final : public QWizardPage {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VersionsPage)

public:
    explicit VersionsPage(DraftedPlan& drafted, QWidget* parent = nullptr);

    bool validatePage() override;

private:
    void readVersions();
    void showRoute();
    void showFaults(bool alsoMissing);

    DraftedPlan& m_drafted;
    QComboBox* m_source;
    QComboBox* m_target;
    QLabel* m_sourceRemark;
    QLabel* m_targetRemark;
    RouteStrip* m_strip;
    QLabel* m_meaning;
    RouteChoice* m_choice;
};
