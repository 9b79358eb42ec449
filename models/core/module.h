#pragma once

#include "core/result.h"

// Parts of the programs that few runs need are modules, loaded when they are wanted: linked to a program, the libraries
// they bring would cost every start more than everything else it does. Program and module are of one build, so plain
// C++ values cross.

/// The address of what a module exports as `name`. `file`: the module's, beside the programs where they are built, in
/// `../lib/mesos-upgrade-assistant/modules` where they are installed. It stays loaded; loading it again costs nothing.
/// A system error says what the dynamic linker says.
Result<void*> moduleFunction(const char* file, const char* name);
