#include "resources/builtin_catalogue.h"

#include "core/catalogue_file.h"

#include <QFile>

Result<Catalogue> builtinCatalogue() {
    QFile file(QStringLiteral(":/catalogue.bin"));
    if (!file.open(QIODevice::ReadOnly))
        return fileError(file.errorString());
    // The resource is not compressed, so this is the program's own memory and nothing is copied.
    const uchar* bytes = file.map(0, file.size());
    return unpackCatalogue(QByteArray::fromRawData(reinterpret_cast<const char*>(bytes), file.size()));
}
