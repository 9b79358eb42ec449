#include "report/pdf_module.h"

#include "core/module.h"

#include <QCoreApplication>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(report)
};

/// Calls a function of the module that writes a PDF to its last argument.
template <typename Function, typename... Arguments>
Result<QByteArray> written(const char* name, const Arguments&... arguments) {
    const Result<void*> write = moduleFunction(pdfModuleFile, name);
    if (!write)
        return systemError(Text::tr("The PDF could not be made: %1").arg(write.error().message));
    Result<QByteArray> pdf;
    reinterpret_cast<Function*> (*write)(arguments..., pdf);
    return pdf;
}

} // namespace

std::unique_ptr<QCoreApplication> makePdfApplication(int& argc, char** argv) {
    if (const Result<void*> make = moduleFunction(pdfModuleFile, "makeApplication"))
        return std::unique_ptr<QCoreApplication>(reinterpret_cast<MakeApplication*>(*make)(argc, argv));
    return std::make_unique<QCoreApplication>(argc, argv);
}

Result<QByteArray> pdfReport(const Plan& plan, const Record& record, PageSize size) {
    return written<WritePdf>("writePdf", plan, record, size);
}

Result<QByteArray> sheetPdf(const Sheet& sheet, PageSize size) {
    return written<WriteSheet>("writeSheet", sheet, size);
}
