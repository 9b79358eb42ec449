#include "tests/store/plan_file_support.h"

#include "tests/support/small_plan.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

#include <sys/mount.h>

QString masters() {
    return QStringLiteral("0.18-masters-restart");
}

QString slaves() {
    return QStringLiteral("0.18-slaves-restart");
}

Plan plainPlan() {
    Plan plan = smallPlan();
    for (PlanHop& hop : plan.hops) {
        for (PlanSection& section : hop.sections) {
            for (PlanItem& item : section.items) {
                item.item.phase = Phase::Before;
                item.item.gate = Gate::None;
            }
        }
    }
    return plan;
}

QStringList withoutTriggers() {
    return {QStringLiteral("DROP TRIGGER journal_keeps_its_words"),
            QStringLiteral("DROP TRIGGER journal_keeps_its_rows"), QStringLiteral("DROP TRIGGER plan_keeps_its_words"),
            QStringLiteral("DROP TRIGGER plan_keeps_its_rows")};
}

std::unique_ptr<PlanFile> opened(Result<std::unique_ptr<PlanFile>> file) {
    if (!file)
        qFatal("%s", qPrintable(file.error().message));
    return std::move(*file);
}

Result<> setState(PlanFile& file, const QString& step, StepState state) {
    return file.record(marking({step}, {state, {}, {}, {}, {}}));
}

Result<> setNote(PlanFile& file, const QString& id, const QString& note) {
    return file.record({{Deed::Note, id, note, {}}});
}

QString withSqlite(const QString& path, const QStringList& statements) {
    QString error;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("test"));
        database.setDatabaseName(path);
        database.open();
        for (const QString& statement : statements) {
            QSqlQuery query(database);
            if (!query.exec(statement))
                error = query.lastError().databaseText();
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("test"));
    return error;
}

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeBytes(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

bool comesTrue(const std::function<bool()>& isSo, int milliseconds) {
    return QTest::qWaitFor(isSo, milliseconds);
}

std::shared_ptr<void> smallDiskAt(const QString& folder) {
    const QByteArray place = folder.toLocal8Bit();
    if (::mount("tmpfs", place.constData(), "tmpfs", 0, "size=256k") != 0)
        return nullptr;
    return {new int(0), [place](int* disk) {
                ::umount2(place.constData(), MNT_DETACH);
                delete disk;
            }};
}

int rounds(int few, int many) {
    return qEnvironmentVariableIsSet("MUA_LONG") ? many : few;
}
