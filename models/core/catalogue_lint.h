#pragma once

#include "core/yaml/catalogue_yaml.h"

/// Every mistake of a catalogue: those found while reading and those of sense (the list in DESIGN section 3, each rule
/// a function of its own in the .cpp). Sorted by file, line and column; empty means that the catalogue is good.
QList<Finding> lintCatalogue(const CatalogueDraft& draft);

/// Reads, lints and returns a folder's catalogue. Any finding is an error of kind File whose message lists all of them,
/// one a line.
Result<Catalogue> loadCatalogue(const QString& folder);
