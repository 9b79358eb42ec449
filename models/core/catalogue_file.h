#pragma once

#include "core/catalogue.h"
#include "core/result.h"

#include <QByteArray>

// The compact form the program embeds: fields.h as UTF-16 in the byte order of this machine, each text and list behind
// its size. Only for catalogues of this very build; it is no exchange format.

QByteArray packCatalogue(const Catalogue& catalogue);

/// The texts are not copied: `bytes`, at an even address, have to outlive the catalogue and all that is made of it.
/// That is why a plan of the whole road is there in a few milliseconds: neither to read nor to copy an item of it
/// allocates its texts.
Result<Catalogue> unpackCatalogue(QByteArrayView bytes);
