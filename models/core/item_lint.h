#pragma once

#include "core/yaml/catalogue_yaml.h"

#include <QSet>

constexpr int longestId = 28; ///< printed unbroken

/// Where one item stands.
struct ItemPlace {
    const Item& item;
    QString path;             ///< of the item in its file: `hops/0.14.yaml/items/3`
    const Hop* hop = nullptr; ///< null for standing items and a team's
};

/// What the rules look things up in, where they put what they find, and the rules for pieces that items and questions
/// share.
struct LintContext {
    explicit LintContext(const CatalogueDraft& given);

    const CatalogueDraft& draft;
    QList<Finding> findings; ///< starts with those of the reading
    QStringList traits;
    QStringList ids;
    QStringList versions;
    QSet<QString> lines;

    void fault(const QString& path, const QString& message);
    /// A range whose ends are releases or lines that exist; empty is fine.
    void checkRange(const QString& range, const QString& path);
    /// CommonMark without HTML, with no address outside a link, and in the words people know.
    void checkText(const QString& text, const QString& path);
    /// Parses with `bash -n`, as the lines people paste have to.
    void checkShell(const QString& code, const QString& path);
    /// By file, line and column.
    void sortFindings();
};

/// Every rule about a single item; each is a function of its own in the .cpp.
void lintItem(const ItemPlace& place, LintContext& context);
