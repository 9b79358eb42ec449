#pragma once

#include <QDialog>

class Desktop;
class Knowledge;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

/// Which knowledge of upgrades the program uses, and how to use another folder of it. What is wrong with a folder is
/// listed, and then nothing is taken over. The plan that is open never changes by this: people see first what would.
class KnowledgeDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KnowledgeDialog)

public:
    KnowledgeDialog(Knowledge& knowledge, Desktop& desktop, QWidget* parent = nullptr);

    /// What the knowledge in use would change of the open plan, in one sentence; empty: no plan is open. `mayChange`:
    /// whether that can be looked at and done.
    void showPlanChange(const QString& sentence, bool mayChange);

Q_SIGNALS:
    /// Another knowledge is in use.
    void knowledgeChanged();
    /// Somebody wants to see what it changes of the open plan.
    void previewRequested();

private:
    void chooseFolder();
    void useBuiltIn();
    void showInUse();
    void showFaults(const QString& folder, const QString& faults);

    Knowledge& m_knowledge;
    Desktop& m_desktop;
    QVBoxLayout* m_layout;
    QWidget* m_form = nullptr;
    QLabel* m_faultsTitle;
    QPlainTextEdit* m_faults;
    QLabel* m_planChange;
    QPushButton* m_preview;
    QPushButton* m_builtIn;
};
