#pragma once

#include "core/catalogue.h"
#include "core/result.h"

/// The catalogue this program was built with. An error means a broken build.
Result<Catalogue> builtinCatalogue();
