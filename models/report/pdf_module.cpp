#include "report/pdf_module.h"

#include <QCoreApplication>

#include <dlfcn.h>
#include <filesystem>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(report)
};

/// A function of the module, or null. The module stays loaded; loading it again costs nothing.
template <typename Function> Function* pdfFunction(const char* name) {
    std::error_code failed;
    const std::filesystem::path programs = std::filesystem::read_symlink("/proc/self/exe", failed).parent_path();
    for (const std::filesystem::path& folder : {programs, programs / "../lib/mesos-upgrade-assistant/modules"})
        if (void* module = ::dlopen((folder / pdfModuleFile).c_str(), RTLD_NOW | RTLD_LOCAL))
            return reinterpret_cast<Function*>(::dlsym(module, name));
    return nullptr;
}

/// Calls a function of the module that writes a PDF to its last argument.
template <typename Function, typename... Arguments>
Result<QByteArray> written(const char* name, const Arguments&... arguments) {
    auto* write = pdfFunction<Function>(name);
    if (write == nullptr)
        return systemError(Text::tr("The PDF could not be made: %1").arg(QString::fromLocal8Bit(::dlerror())));
    Result<QByteArray> pdf;
    write(arguments..., pdf);
    return pdf;
}

} // namespace

std::unique_ptr<QCoreApplication> makePdfApplication(int& argc, char** argv) {
    if (auto* make = pdfFunction<MakeApplication>("makeApplication"))
        return std::unique_ptr<QCoreApplication>(make(argc, argv));
    return std::make_unique<QCoreApplication>(argc, argv);
}

Result<QByteArray> pdfReport(const Plan& plan, const Record& record, PageSize size) {
    return written<WritePdf>("writePdf", plan, record, size);
}

Result<QByteArray> sheetPdf(const Sheet& sheet, PageSize size) {
    return written<WriteSheet>("writeSheet", sheet, size);
}
