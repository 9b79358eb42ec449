#include "app/command.h"

#include <type_traits>

extern "C" Q_DECL_EXPORT void givePlanFileCommands(QList<Command>& commands) {
    commands = newCommands() + recordCommands() + clusterCommands() + fileCommands();
}

// It is called through this type.
static_assert(std::is_same_v<decltype(givePlanFileCommands), GetCommands>);
