// Works in a plan file as another process would.
//   plan_file_hand mark FILE        ticks the steps over and over, several at once and plans too, and says "COUNT"
//   after
//                                   each deed that was reported as written: how many entries the journal has
//   plan_file_hand notes FILE NAME COUNT
//                                   writes COUNT notes, each "NAME NUMBER", on steps taken by chance
//   plan_file_hand tick FILE        ticks the first step, and keeps the file open until standard input ends
//   plan_file_hand open FILE        says "read-only", "writable" or the error
//   plan_file_hand bare FILE        the same, without any of Qt's plugins

#include "store/plan_file.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QTextStream>

namespace {

QStringList stepsOf(const Plan& plan) {
    QStringList steps;
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
        if (item.item.isStep())
            steps << item.item.id;
    });
    return steps;
}

int open(const QString& path, QTextStream& out) {
    const Result<std::unique_ptr<PlanFile>> file = PlanFile::open(path);
    if (!file) {
        out << file.error().message;
        return 1;
    }
    out << ((*file)->isReadOnly() ? "read-only" : "writable");
    if ((*file)->isReadOnly()) {
        const Result<> written =
            (*file)->record({{Deed::Note, stepsOf((*file)->plan()).constFirst(), QStringLiteral("x"), {}}});
        out << ": " << (written ? QStringLiteral("wrote") : written.error().message);
    }
    return 0;
}

Result<> anotherDeed(PlanFile& file, quint32 chance) {
    const QStringList steps = stepsOf(file.plan());
    const QString& step = steps[chance / 16 % steps.size()];
    const StepState other = file.record().stateOf(step) == StepState::Done ? StepState::Open : StepState::Done;
    switch (chance % 16) {
    case 0:
        return file.record(marking(steps, {other, {}, {}, {}, {}}));
    case 1: {
        Plan plan = file.plan();
        plan.catalogueVersion = QString::number(chance / 16 % 4);
        return file.setPlan(plan);
    }
    default:
        return file.record(marking({step}, {other, {}, {}, {}, {}}));
    }
}

int mark(const QString& path, QTextStream& out) {
    const Result<std::unique_ptr<PlanFile>> file = PlanFile::open(path);
    if (!file)
        return 1;
    for (;;) {
        if (!anotherDeed(**file, QRandomGenerator::global()->generate()))
            return 1;
        out << (*file)->journal()->size() << Qt::endl;
    }
}

int notes(const QString& path, const QString& name, int count, QTextStream& out) {
    const Result<std::unique_ptr<PlanFile>> file = PlanFile::open(path, {name, &QDateTime::currentDateTimeUtc});
    if (!file)
        return 1;
    const QStringList steps = stepsOf((*file)->plan());
    for (int number = 1; number <= count; ++number) {
        const QString& step = steps[QRandomGenerator::global()->bounded(steps.size())];
        const Result<> written = (*file)->record({{Deed::Note, step, name + u' ' + QString::number(number), {}}});
        if (!written) {
            out << written.error().message << Qt::endl;
            return 1;
        }
    }
    return 0;
}

int tick(const QString& path, QTextStream& out) {
    const Result<std::unique_ptr<PlanFile>> file = PlanFile::open(path);
    if (!file || !(*file)->record(marking({stepsOf((*file)->plan()).constFirst()}, {StepState::Done, {}, {}, {}, {}})))
        return 1;
    out << "done" << Qt::endl;
    QTextStream(stdin).readAll();
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() < 3)
        return 2;
    QTextStream out(stdout);
    const QString& command = words[1];
    const QString& path = words[2];
    if (command == u"bare")
        QCoreApplication::setLibraryPaths({});
    if (command == u"mark")
        return mark(path, out);
    if (command == u"notes")
        return notes(path, words.value(3), words.value(4).toInt(), out);
    return command == u"tick" ? tick(path, out) : open(path, out);
}
