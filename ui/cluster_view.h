#pragma once

#include "core/cluster_values.h"

#include <QMap>
#include <QScrollArea>
#include <QSet>

class PlanFile;
class QLabel;
class RecordEditor;
class TextPanel;
class ValueBox;

/// What is particular to the cluster: its own values, which fill the commands of the plan, and whom to call. Plan file
/// and editor have to outlive it.
class ClusterView final : public QScrollArea {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClusterView)

public:
    ClusterView(const PlanFile& file, RecordEditor& editor, QWidget* parent = nullptr);

    /// Records what is still being typed.
    void flush();

Q_SIGNALS:
    void itemRequested(const QString& id);

private:
    void addBox(const ValueField& field);
    QString faultOf(const QString& name, const QString& typed) const;
    void recordTyped(const QString& name);
    void showRecord();
    void showBox(const QString& name);
    void showOpenPlaceholders();

    const PlanFile& m_file;
    RecordEditor& m_editor;
    QMap<QString, ValueBox*> m_boxes; ///< by the name of the value; whom to call under an empty one
    QSet<QString> m_refused;          ///< those whose text is wrong, and stays until it is put right
    QLabel* m_openIntroduction;
    TextPanel* m_open;
};
