// Works in a plan file as another process would.
//   plan_file_hand mark FILE   ticks the steps over and over, and says "COUNT" after each tick that was reported as
//   written plan_file_hand open FILE   says "read-only", "writable" or the error plan_file_hand bare FILE   the same,
//   without any of Qt's plugins

#include "store/plan_file.h"

#include <QCoreApplication>
#include <QTextStream>

namespace {

int open(const QString& path, QTextStream& out) {
    const Result<std::unique_ptr<PlanFile>> file = PlanFile::open(path);
    if (!file) {
        out << file.error().message;
        return 1;
    }
    out << ((*file)->isReadOnly() ? "read-only" : "writable");
    if ((*file)->isReadOnly()) {
        const Result<> written =
            (*file)->setNote((*file)->plan().hops.first().sections.first().items.first().item.id, QStringLiteral("x"));
        out << ": " << (written ? QStringLiteral("wrote") : written.error().message);
    }
    return 0;
}

int mark(const QString& path, QTextStream& out) {
    const Result<std::unique_ptr<PlanFile>> file = PlanFile::open(path);
    if (!file)
        return 1;
    QStringList steps;
    forEachItem((*file)->plan(), [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
        if (item.item.isStep())
            steps << item.item.id;
    });
    for (qsizetype count = (*file)->journal()->size();; ++count) {
        const QString& step = steps[count % steps.size()];
        const bool done = (*file)->record().value(step).state == StepState::Done;
        if (!(*file)->setState(step, done ? StepState::Open : StepState::Done))
            return 1;
        out << count + 1 << Qt::endl;
    }
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3)
        return 2;
    const QCoreApplication app(argc, argv);
    QTextStream out(stdout);
    const QString command = QString::fromLocal8Bit(argv[1]);
    const QString path = QString::fromLocal8Bit(argv[2]);
    if (command == u"bare")
        QCoreApplication::setLibraryPaths({});
    return command == u"mark" ? mark(path, out) : open(path, out);
}
