#include "core/catalogue_lint.h"
#include "core/plan_builder.h"
#include "support/support.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

/// README's "To add a release", done with a made-up 1.12: three files of YAML, and nothing else.
class TestNewRelease final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void aFileAndTwoLines_makeARelease() {
        QTemporaryDir folder;
        copyCatalogue(folder.path());
        QVERIFY(append(folder.filePath(u"releases.yaml"_qs),
                       "  - {version: \"1.12.0\", line: \"1.12\", date: \"2021-01-01\", published: true}\n"));
        QVERIFY(QFile::copy(QStringLiteral(TEST_DATA "/new-release/1.12.yaml"), folder.filePath(u"hops/1.12.yaml"_qs)));
        QVERIFY(replace(folder.filePath(u"road.yaml"_qs), "1.0..1.11", "1.0..1.12"));

        const Result<Catalogue> catalogue = loadCatalogue(folder.path());
        QVERIFY2(catalogue.has_value(), catalogue ? "" : qPrintable(catalogue.error().message));
        const Result<Route> route = findRoute(*catalogue, u"1.0.4"_qs, u"1.12"_qs, RouteKind::FewestRestarts);
        QVERIFY2(route.has_value(), route ? "" : qPrintable(route.error().message));
        QCOMPARE(route->legs.size(), 1);
        const Plan plan = buildPlan(*catalogue, *route, {});
        QCOMPARE(plan.coverage.unaccounted(), 0);
        QCOMPARE(plan.hops[0].stopAt, u"1.12.0"_qs);
        const PlanItem* restart = findItem(plan, u"1.12-agents-restart"_qs);
        QVERIFY(restart != nullptr);
        QCOMPARE(restart->standsFor.first(), u"1.1-agents-restart"_qs);
        QCOMPARE(restart->standsFor.last(), u"1.11-agents-restart"_qs);
    }

    /// What is forgotten is named.
    void aReleaseWithoutItsFile_isSaid() {
        QTemporaryDir folder;
        copyCatalogue(folder.path());
        QVERIFY(append(folder.filePath(u"releases.yaml"_qs),
                       "  - {version: \"1.12.0\", line: \"1.12\", date: \"2021-01-01\", published: true}\n"));
        const Result<Catalogue> catalogue = loadCatalogue(folder.path());
        QVERIFY(catalogue);
        const Result<Route> route = findRoute(*catalogue, u"1.11.0"_qs, u"1.12.0"_qs);
        QVERIFY(!route);
        QCOMPARE(route.error().message,
                 u"Upgrades to Mesos 1.12.0 are not known here; the newest version known is 1.11.0."_qs);
    }

private:
    static void copyCatalogue(const QString& to) {
        const QDir from(QStringLiteral(CATALOG_DIR));
        QVERIFY(QDir(to).mkdir(u"hops"_qs));
        QDirIterator files(from.path(), {u"*.yaml"_qs}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next();
            const QString copy = QDir(to).filePath(from.relativeFilePath(file));
            QVERIFY(QFile::copy(file, copy));
            QVERIFY(QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner));
        }
    }
    static bool append(const QString& path, const QByteArray& line) {
        QFile file(path);
        return file.open(QIODevice::Append) && file.write(line) == line.size();
    }
    static bool replace(const QString& path, const QByteArray& before, const QByteArray& after) {
        QFile file(path);
        if (!file.open(QIODevice::ReadWrite))
            return false;
        const QByteArray text = file.readAll();
        return text.contains(before) && file.resize(0) && file.seek(0) &&
               file.write(QByteArray(text).replace(before, after)) > 0;
    }
};

QTEST_GUILESS_MAIN(TestNewRelease)
#include "tst_new_release.moc"
