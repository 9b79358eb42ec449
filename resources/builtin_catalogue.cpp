#include "resources/builtin_catalogue.h"

#include "core/catalogue_file.h"

#include <QFile>

Result<Catalogue> builtinCatalogue() {
    QFile file(QStringLiteral(":/catalogue.bin"));
    if (!file.open(QIODevice::ReadOnly))
        return fileError(file.errorString());
    // The resource is not compressed, so this is the program's own memory: there as long as the program runs.
    const uchar* bytes = file.map(0, file.size());
    return unpackCatalogue(QByteArrayView(bytes, file.size()));
}
