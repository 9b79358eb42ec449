#pragma once

#include <QSortFilterProxyModel>

/// The rows of a PlanModel that people want to see, with the upgrade and section they stand in. A blocker that is not
/// settled is always among them: a filter must not be the reason why somebody walked past it.
class PlanFilter final : public QSortFilterProxyModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanFilter)

public:
    explicit PlanFilter(QObject* parent = nullptr);

    /// Shows what holds every word of `text` in its text, id, details or note; letter case does not matter.
    void setSearch(const QString& text);

    /// Whether a row of the source holds the words; a blocker is shown even when it does not.
    bool holdsSearch(const QModelIndex& sourceIndex) const;

    /// Shows steps that are not done, and nothing else.
    void setOpenStepsOnly(bool only);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList m_words;
    bool m_openStepsOnly = false;
};
