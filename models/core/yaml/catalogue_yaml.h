#pragma once

#include "core/catalogue.h"
#include "core/result.h"

#include <QHash>

/// A place in a catalogue file; line and column count from 1.
struct FilePlace {
    QString file; ///< relative to the catalogue's folder
    int line = 1;
    int column = 1;
};

/// One thing that is wrong with a catalogue.
struct Finding {
    FilePlace at;
    QString message; ///< what is wrong, what was expected, what it may have meant

    QString toString() const; ///< `file:line:column: message`
};

/// A catalogue as people wrote it, with the place of everything in it and what could not be read.
struct CatalogueDraft {
    Catalogue catalogue;
    QList<Finding> findings;          ///< mistakes of form: unknown keys, wrong types, words outside their set …
    QHash<QString, FilePlace> places; ///< `hops/0.14.yaml/items/3/when` → place; every node has one
    QHash<QString, QString> hopFiles; ///< target line → file

    FilePlace placeOf(const QString& path) const; ///< the nearest node that exists at or above `path`
};

/// Reads the folder. Only a folder or file that cannot be read at all is an error; everything else becomes a finding,
/// so that one run names all mistakes.
Result<CatalogueDraft> readCatalogueDraft(const QString& folder);
