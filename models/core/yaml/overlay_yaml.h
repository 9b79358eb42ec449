#pragma once

#include "core/yaml/catalogue_yaml.h"

/// `ours` with the team's items of the overlay, in the order and at the places of its file. What is wrong becomes a
/// finding; `file` is the name that findings say, and the root of all paths.
CatalogueDraft readOverlayDraft(const Catalogue& ours, const Overlay& overlay, const QString& file);
