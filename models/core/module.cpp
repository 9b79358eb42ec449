#include "core/module.h"

#include <QLibrary>

#include <filesystem>

Result<void*> moduleFunction(const char* file, const char* name) {
    std::error_code failed;
    const std::filesystem::path programs = std::filesystem::read_symlink("/proc/self/exe", failed).parent_path();
    QString error;
    for (const std::filesystem::path& folder : {programs, programs / "../lib/mesos-upgrade-assistant/modules"}) {
        QLibrary module(QString::fromStdString((folder / file).string()));
        module.setLoadHints(QLibrary::ResolveAllSymbolsHint | QLibrary::PreventUnloadHint);
        if (const QFunctionPointer function = module.resolve(name))
            return reinterpret_cast<void*>(function);
        error = module.errorString();
    }
    return systemError(error);
}
