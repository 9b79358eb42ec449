#pragma once

#include <QSet>
#include <QSortFilterProxyModel>

/// The rows of a PlanModel that people want to see, with the upgrade and section they stand in. An open blocker, a
/// failed step and an open pause point are always among them: a filter must not be the reason why somebody walked past
/// one.
class PlanFilter final : public QSortFilterProxyModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanFilter)

public:
    explicit PlanFilter(QObject* parent = nullptr);

    /// Shows what holds every word of `text` in its text, id, details or in what people wrote; letter case does not
    /// matter.
    void setSearch(const QString& text);

    /// Shows steps that are not settled, and nothing else.
    void setOpenStepsOnly(bool only);

    /// Shows what is this person's, and nothing else; empty: everybody's.
    void setOwner(const QString& name);

    /// Shows the steps and notes of these ids, and nothing else; empty: all of them.
    void setOnly(const QSet<QString>& ids);

    /// Whether a row of the source is what people look for; the others are shown only because they must be seen.
    bool matches(const QModelIndex& sourceIndex) const;

    /// How many rows are shown because they are what people look for, and how many although they are not. None of both
    /// while nothing is looked for.
    struct Shown {
        int hits = 0;
        int regardless = 0;
    };
    Shown shown() const;

    /// Knows PlanRole::Matches besides what the model knows.
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList m_words;
    QString m_owner;
    QSet<QString> m_only;
    bool m_openStepsOnly = false;
};
