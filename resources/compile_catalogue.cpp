// Run by the build: checks the YAML catalogue and packs it into the compact file that the programs embed.
//   compile_catalogue FOLDER OUTPUT

#include "core/catalogue_file.h"
#include "core/catalogue_lint.h"

#include <QCoreApplication>
#include <QSaveFile>
#include <QTextStream>

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    QTextStream err(stderr);
    if (arguments.size() != 3) {
        err << "usage: compile_catalogue FOLDER OUTPUT\n";
        return 2;
    }
    const Result<Catalogue> catalogue = loadCatalogue(arguments[1]);
    if (!catalogue) {
        err << catalogue.error().message << '\n';
        return 3;
    }
    QSaveFile output(arguments[2]);
    const QByteArray packed = packCatalogue(*catalogue);
    if (!output.open(QIODevice::WriteOnly) || output.write(packed) != packed.size() || !output.commit()) {
        err << arguments[2] << ": " << output.errorString() << '\n';
        return 4;
    }
    return 0;
}
