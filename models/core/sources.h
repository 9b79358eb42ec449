#pragma once

#include "core/item.h"

#include <QMap>

/// The documents citations may name, from `sources.yaml`.
struct CitedDocument {
    QString title;
    QString url; ///< https, empty for what is shipped
};
struct SourceTable {
    QString version;    ///< of the catalogue
    QString head;       ///< the commit `HEAD` stands for
    QString repository; ///< `https://github.com/apache/mesos/blob/`
    QMap<QString, CitedDocument> documents;
};

/// Fills in document, section and url of a citation. `hop` is the guide's name of the section it stands in
/// ("Upgrading from 0.13.0 to 0.14.0"), used for the guide. Null document: the citation is malformed or names nothing
/// known.
Source resolveCitation(const QString& citation, const SourceTable& table, const QString& guideSection);
