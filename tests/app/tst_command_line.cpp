#include "app/commands.h"
#include "support/support.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace {

/// A command as people type it, without the program's name; `%1` in it is the folder of the test.
Outcome run(const QString& line, bool outIsTerminal = false) {
    return runCommandLine(QStringList{u"mesos-upgrade-plan"_qs} + line.split(u' ', Qt::SkipEmptyParts), outIsTerminal);
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestCommandLine final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void refusals_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* name, const char* line, int status, const char* sentence) {
            QTest::newRow(name) << QString::fromUtf8(line) << status << QString::fromUtf8(sentence);
        };
        row("no command", "", 2, "mesos-upgrade-plan plan --from");
        row("unknown command", "plam", 2, "There is no command “plam”; did it mean plan?");
        row("unknown option", "plan --form 0.14 --to 0.15", 2, "Unknown option 'form'. Usage: mesos-upgrade-plan plan");
        row("a word too many", "plan --from 0.14 --to 0.15 now", 2, "Usage: mesos-upgrade-plan plan");
        row("source missing", "plan --to 0.15", 2, "--from is missing.");
        row("target missing", "plan --from 0.14", 2, "--to is missing.");
        row("unknown release", "plan --from 0.14.7 --to 0.15", 2,
            "There is no Mesos 0.14.7; nearest: 0.14.0, 0.14.1, 0.14.2.");
        row("downgrade", "plan --from 0.15 --to 0.14", 2,
            "0.14.x is older than 0.15.x: no source describes a way back.");
        row("unknown trait", "plan --from 0.14 --to 0.15 --trait authentification=no", 2,
            "There is no --trait “authentification”; did it mean authentication?");
        row("no-cgroups is no trait", "plan --from 0.17 --to 0.18 --trait no-cgroups=yes", 2,
            "There is no --trait “no-cgroups”; did it mean cgroups?");
        row("unknown answer", "plan --from 0.14 --to 0.15 --trait authentication=maybe", 2,
            "“maybe” is no answer; it is yes, no, some or unsure.");
        row("no answer", "plan --from 0.14 --to 0.15 --trait authentication", 2,
            "--trait authentication: ID=yes, ID=no, ID=some or ID=unsure is expected.");
        row("some of what has no hosts", "plan --from 0.14 --to 0.15 --trait authentication=some", 2,
            "“authentication” cannot be “some”");
        row("two answers", "plan --from 0.17 --to 0.18 --trait cgroups=yes --trait cgroups=no", 2,
            "“cgroups” is given twice, as yes and as no.");
        row("unknown way", "plan --from 0.14 --to 0.15 --route direct", 2,
            "“direct” is no route; known are every-release, fewest-restarts.");
        row("unknown format", "plan --from 0.14 --to 0.15 --format docx", 2, "docx");
        row("unknown suffix", "plan --from 0.14 --to 0.15 -o %1/plan.docx", 2, "plan.docx");
        row("format against suffix", "plan --from 0.14 --to 0.15 --format pdf -o %1/plan.md", 2,
            "contradict each other");
        row("unknown paper", "plan --from 0.14 --to 0.15 --format pdf --page a7", 2, "“a7” is no paper size");
        row("folder missing", "plan --from 0.14 --to 0.15 -o %1/nowhere/plan.md", 4, "nowhere/plan.md");
        row("a catalogue that is none", "plan --from 0.14 --to 0.15 --catalog %1/nowhere", 4, "There is no folder");
        row("an overlay that is missing", "plan --from 0.14 --to 0.15 --overlay %1/none.yaml", 4, "none.yaml");
        row("an overlay that is none", "plan --from 0.14 --to 0.15 --overlay " TEST_DATA "/lint/standing.yaml", 3,
            TEST_DATA "/lint/standing.yaml:1:1: the key “team” is missing");
        row("lint of an overlay that is none", "lint --overlay " TEST_DATA "/lint/standing.yaml", 3,
            "“team” is missing");
        row("a plan file that is missing", "show %1/none.mesosplan", 4, "none.mesosplan");
        row("new without a name", "new --from 0.14 --to 0.15", 2, "--output is missing.");
        row("new with the name of a report", "new --from 0.14 --to 0.15 -o %1/plan.md", 2, "is the name of a report");
        row("traits with half a route", "traits --from 0.14", 2, "--to is missing.");
        row("lint of nothing", "lint %1/nowhere", 4, "There is no folder");
    }
    void refusals() {
        QFETCH(QString, line);
        QFETCH(QString, sentence);
        const Outcome outcome = run(line.replace(u"%1"_qs, m_folder->path()));
        QTEST(outcome.exitStatus, "status");
        QVERIFY2(QString::fromUtf8(outcome.err).contains(sentence), outcome.err.constData());
        QVERIFY(outcome.out.isEmpty());
        QVERIFY(outcome.err.endsWith('\n'));
    }

    void aPlanGoesToStandardOutputAndNothingElse() {
        const Outcome outcome = run(u"plan --from v0.14.2 --to 0.20.x --trait cgroups=some"_qs);
        QCOMPARE(outcome.exitStatus, 0);
        QVERIFY(outcome.err.isEmpty());
        QVERIFY(outcome.out.startsWith("# "));
        QVERIFY(outcome.out.contains("\n## From 0.17.0 to 0.18.x\n"));
        QVERIFY(!outcome.out.contains("\n## From 0.20.x"));
    }

    void theSuffixSetsTheFormat_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("markdown") << u"plan.md"_qs << QByteArray("# ");
        QTest::newRow("html") << u"plan.html"_qs << QByteArray("<!DOCTYPE html>");
        QTest::newRow("json") << u"plan.json"_qs << QByteArray("{");
        QTest::newRow("pdf") << u"plan.pdf"_qs << QByteArray("%PDF-");
    }
    void theSuffixSetsTheFormat() {
        QFETCH(QString, name);
        QFETCH(QByteArray, start);
        const QString path = m_folder->filePath(name);
        const Outcome outcome = run(u"plan --from 0.15 --to 0.16 -o "_qs + path);
        QCOMPARE(outcome.exitStatus, 0);
        QVERIFY(outcome.out.isEmpty());
        QVERIFY2(contentOf(path).startsWith(start), contentOf(path).left(40).constData());
    }

    void aPdfIsNotWrittenToATerminal() {
        QCOMPARE(run(u"plan --from 0.15 --to 0.16 --format pdf"_qs, true).exitStatus, 2);
        QVERIFY(run(u"plan --from 0.15 --to 0.16 --format pdf"_qs, false).out.startsWith("%PDF-"));
        QCOMPARE(run(u"plan --from 0.15 --to 0.16"_qs, true).exitStatus, 0);
    }

    void equalCallsGiveEqualBytes_data() {
        QTest::addColumn<QString>("format");
        for (const char* format : {"markdown", "html", "json"})
            QTest::newRow(format) << QString::fromLatin1(format);
    }
    void equalCallsGiveEqualBytes() {
        QFETCH(QString, format);
        const QString line = u"plan --from 0.11 --to 0.22 --trait cgroups=yes --format "_qs + format;
        QCOMPARE(run(line).out, run(line).out);
    }

    void aPlanFileIsMadeWorkedInAndExported() {
        const QString file = m_folder->filePath(u"spring.mesosplan"_qs);
        QCOMPARE(run(u"new --from 0.21.2 --to 0.22.2 -o "_qs + file).exitStatus, 0);
        const Outcome again = run(u"new --from 0.21.2 --to 0.22.2 -o "_qs + file);
        QCOMPARE(again.exitStatus, 2);
        QVERIFY(QString::fromUtf8(again.err).contains(u"is there already"_qs));

        const Outcome before = run(u"show "_qs + file);
        QCOMPARE(before.exitStatus, 0);
        QVERIFY(before.out.contains("[ ] 0.22-masters-restart"));
        QVERIFY2(before.out.trimmed().split('\n').last().startsWith("0 done, "), before.out.right(40).constData());

        QCOMPARE(run(u"mark %1 0.22-masters-restart done"_qs.arg(file)).exitStatus, 0);
        QVERIFY(run(u"show "_qs + file).out.contains("[x] 0.22-masters-restart"));
        const Outcome exported = run(u"export "_qs + file);
        QVERIFY(exported.out.contains("- [x] "));
        QCOMPARE(exported.out.count("- [x] "), 1);

        QCOMPARE(run(u"mark %1 0.22-masters-restart open"_qs.arg(file)).exitStatus, 0);
        QVERIFY(!run(u"export "_qs + file).out.contains("- [x] "));
    }

    void notAPlanFile() {
        QFile text(m_folder->filePath(u"notes.mesosplan"_qs));
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write("restart everything\n");
        text.close();
        QCOMPARE(run(u"show "_qs + text.fileName()).exitStatus, 3);
        QCOMPARE(run(u"export "_qs + text.fileName()).exitStatus, 3);
        QCOMPARE(contentOf(text.fileName()), QByteArray("restart everything\n"));
    }

    void aTeamsOwnStepsStandInItsPlans() {
        const QString file = m_folder->filePath(u"spring.mesosplan"_qs);
        const QString overlay = QStringLiteral(" --overlay " CATALOG_DIR "/../overlay-example.yaml");
        QCOMPARE(run(u"lint"_qs + overlay).exitStatus, 0);
        const Outcome plan = run(u"plan --from 0.21.2 --to 0.22.2"_qs + overlay);
        QVERIFY2(plan.out.contains("`site.freeze-deploys`\n\n  **added by Cluster operations**"), plan.err.constData());
        QVERIFY(plan.out.contains("Steps and notes of Cluster operations added to it: 3, from overlay-example.yaml"));
        QCOMPARE(run(u"new --from 0.21.2 --to 0.22.2 -o "_qs + file + overlay).exitStatus, 0);
        QCOMPARE(run(u"mark %1 site.freeze-deploys done"_qs.arg(file)).exitStatus, 0);
        QVERIFY(run(u"show "_qs + file).out.contains("[x] site.freeze-deploys"));
    }

    void theExample() {
        const QString file = m_folder->filePath(u"example.mesosplan"_qs);
        QCOMPARE(run(u"new --example -o "_qs + file).exitStatus, 0);
        const Outcome shown = run(u"show "_qs + file);
        QVERIFY(shown.out.startsWith("Upgrade Mesos 0.14.2 → 0.20.1"));
        QVERIFY(shown.out.contains("[x] "));
        QVERIFY(shown.out.contains("[ ] "));
    }

    void aBadCatalogueIsToldWithItsPlace() {
        const Outcome outcome = run(QStringLiteral("lint " TEST_DATA));
        QCOMPARE(outcome.exitStatus, 4);
        QDir(m_folder->path()).mkdir(u"hops"_qs);
        for (const char* name : {"sources.yaml", "releases.yaml", "questions.yaml", "standing.yaml", "patch.yaml",
                                 "road.yaml", "hops/0.14.yaml", "hops/0.15.yaml"})
            QVERIFY(QFile::copy(QStringLiteral(TEST_DATA "/lint/") + QLatin1String(name),
                                m_folder->filePath(QLatin1String(name))));
        QCOMPARE(run(u"lint "_qs + m_folder->path()).exitStatus, 0);
        QFile hop(m_folder->filePath(u"hops/0.15.yaml"_qs));
        QVERIFY(hop.open(QIODevice::Append));
        hop.write("    compnent: master\n");
        hop.close();
        const Outcome bad = run(u"lint "_qs + m_folder->path());
        QCOMPARE(bad.exitStatus, 3);
        QVERIFY2(QString::fromUtf8(bad.err).contains(u"hops/0.15.yaml:16:15: unknown key “compnent”"_qs),
                 bad.err.constData());
        QCOMPARE(run(u"plan --from 0.14 --to 0.15 --catalog "_qs + m_folder->path()).exitStatus, 3);
    }

    void lists() {
        const QList<QByteArray> releases = run(u"releases"_qs).out.trimmed().split('\n');
        QCOMPARE(releases.size(), 77); // 0.11.0 to 1.11.0, all published
        QVERIFY(releases.first().startsWith("0.11.0 "));
        QVERIFY(releases.last().startsWith("1.11.0 "));
        const QByteArray traits = run(u"traits"_qs).out;
        QVERIFY(traits.contains("\ncgroups ") || traits.startsWith("cgroups "));
        const QByteArray ofRoute = run(u"traits --from 0.19 --to 0.20"_qs).out;
        QVERIFY(ofRoute.contains("python-frameworks"));
        QVERIFY(!ofRoute.contains("cgroups"));
    }

    void helpAndVersion() {
        for (const char* line : {"--help", "-h", "plan --help", "mark --help"}) {
            const Outcome outcome = run(QString::fromLatin1(line));
            QCOMPARE(outcome.exitStatus, 0);
            QVERIFY(outcome.out.contains("mesos-upgrade-plan "));
        }
        QVERIFY(run(u"--help"_qs).out.contains("Examples:"));
        QVERIFY(run(u"plan --help"_qs).out.contains("--trait"));
        QCOMPARE(run(u"plan --help-all"_qs).exitStatus, 2); // what is said to be there is there, and nothing else
        QVERIFY(run(u"--version"_qs).out.startsWith("mesos-upgrade-plan " MUA_VERSION));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_MAIN(TestCommandLine)
#include "tst_command_line.moc"
