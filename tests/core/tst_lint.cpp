#include "core/catalogue_file.h"
#include "core/catalogue_lint.h"
#include "core/enum_names.h"
#include "support/support.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

/// A row for each rule: the small good catalogue of tests/data/lint with one mistake put in.
class TestLint final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void theGoodOneIsGood() {
        const Result<Catalogue> catalogue = loadCatalogue(QStringLiteral(TEST_DATA "/lint"));
        QVERIFY2(catalogue.has_value(), catalogue ? "" : qPrintable(catalogue.error().message));
        QCOMPARE(catalogue->hops.size(), 2);
        QCOMPARE(catalogue->digest.size(), 64);
    }

    void theRealOneIsGood() {
        const Result<Catalogue> read = loadCatalogue(QStringLiteral(CATALOG_DIR));
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->hops.size(), 29);
    }

    void mistakes_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("good");
        QTest::addColumn<QString>("bad");
        QTest::addColumn<QString>("finding");
        const auto row = [](const char* rule, const char* file, const char* good, const char* bad,
                            const char* finding) {
            QTest::newRow(rule) << QString::fromUtf8(file) << QString::fromUtf8(good) << QString::fromUtf8(bad)
                                << QString::fromUtf8(finding);
        };
        const char* hop = "hops/0.14.yaml";
        row("no YAML", hop, "items:\n", "items: [\n", "hops/0.14.yaml:");
        row("schema of another time", hop, "schema: 2", "schema: 1", "hops/0.14.yaml:1:9: this program reads schema 2");
        row("a key written twice", hop, "    kind: note\n", "    kind: note\n    kind: note\n",
            "hops/0.14.yaml:28:5: the key “kind” is written twice");
        row("an unknown key", hop, "    component: master\n", "    component: master\n    detials: x\n",
            "hops/0.14.yaml:12:14: unknown key “detials”; known here are");
        row("… with what it may have meant", hop, "    component: master\n", "    component: master\n    detials: x\n",
            "did it mean details");
        row("a missing key", hop, "    kind: note\n", "", "hops/0.14.yaml:26:5: the key “kind” is missing");
        row("a list where a text belongs", hop, "text: Restart the masters", "text: [Restart]",
            "hops/0.14.yaml:8:11: “text” is expected to be a text");
        row("a text where a list belongs", hop, "source: [\"guide:2\"]", "source: \"guide:2\"",
            "“source” is expected to be a list");
        row("a text where a mapping belongs", hop, "stop: {after: short, why: the slaves are old}", "stop: short",
            "a mapping of keys to values is expected here");
        row("an unknown phase", hop, "phase: during", "phase: while",
            "hops/0.14.yaml:10:12: “while” is none of: before, during, after");
        row("an unknown component", hop, "component: master", "component: maser",
            "“maser” is none of: cluster, master");
        row("an unknown order", hop, "order: listed", "order: any",
            "hops/0.14.yaml:4:8: “any” is none of: listed, free, ours");
        row("an unknown line", hop, "from: \"0.13.0\"", "from: \"0.12.0\"", "there is no release line “0.12”");
        row("no way leads there", "hops/0.15.yaml", "from: \"0.14.0\"", "from: \"0.13.0\"",
            "hops/0.15.yaml:2:7: no way leads to 0.13");
        row("an unknown release in a range", "standing.yaml", "holds: \"0.13.0..0.15.0\"", "holds: \"0.13.0..0.15.7\"",
            "standing.yaml:14:12: there is no release 0.15.7");
        row("a range that is none", "standing.yaml", "holds: \"0.13.0..0.15.0\"", "holds: \"since 0.13\"",
            "is no range of releases");
        row("an unknown trait", hop, "when: cgroups", "when: cgruops",
            "hops/0.14.yaml:29:11: no question asks for “cgruops”; did it mean cgroups?");
        row("a condition that does not parse", hop, "when: cgroups", "when: cgroups and",
            "column 12: the id of a question");
        row("a condition that is never true", hop, "when: cgroups", "when: cgroups and not cgroups",
            "can never be true");
        row("a condition that is always true", hop, "when: cgroups", "when: cgroups or not cgroups", "is always true");
        row("a question nothing depends on", "questions.yaml", "questions:\n",
            "questions:\n  - {id: x, group: slaves, ask: Is it x, label: x, safe: no, why: w, find-out: [{means: m}], "
            "source: [\"guide:1\"]}\n",
            "questions.yaml:5:10: nothing depends on the question “x”");
        row("a question that stands twice", "questions.yaml", "questions:\n",
            "questions:\n  - {id: cgroups, group: slaves, ask: Is it, label: x, safe: no, why: w, find-out: [{means: "
            "m}], source: [\"guide:1\"]}\n",
            "the question “cgroups” stands here twice");
        row("a question nobody can answer", "questions.yaml",
            "    find-out:\n      - {releases: \"0.13.0..0.14.2\", command: ps -C mesos-slave -o args, means: "
            "\"`--isolation=cgroups`: yes\"}\n",
            "", "“find-out” is missing");
        row("an unknown group", "questions.yaml", "group: slaves", "group: salves",
            "unknown group “salves”; did it mean slaves?");
        row("hosts without per-host", "questions.yaml", "    per-host: true\n", "",
            "“hosts” is expected with per-host questions");
        row("a safe answer that is none", "questions.yaml", "safe: no", "safe: some", "the safe answer is yes or no");
        row("a malformed id", hop, "id: 0.14-slaves-note", "id: 0.14_Slaves", "“0.14_Slaves” is no id");
        row("an id that is too long", hop, "id: 0.14-slaves-note", "id: 0.14-slaves-note-that-is-too-long",
            "at most 28 characters");
        row("an id of another upgrade", hop, "id: 0.14-slaves-note", "id: 0.15-slaves-note",
            "ids of this file start with “0.14-”");
        row("an id like that of a stop", hop, "id: 0.14-slaves-note", "id: 0.14-stop-masters",
            "“0.14-stop-masters”: ids with “-stop-” in them are kept");
        row("an id given twice", hop, "id: 0.14-slaves-note", "id: 0.14-masters-restart",
            "hops/0.14.yaml:26:9: the id “0.14-masters-restart” is given twice");
        row("nothing that no route reaches", "standing.yaml", "hops: \"0.14..0.15\"", "hops: \"0.13..0.13\"",
            "no upgrade lies within 0.13..0.13");
        row("an upgrade without a step", "hops/0.15.yaml", "kind: step", "kind: note",
            "hops/0.15.yaml:1:1: this upgrade has no step");
        row("an upgrade nobody can verify", "hops/0.15.yaml",
            "verify: {look: \"`/slave(1)/state.json`\", expect: \"`version` is 0.15.0\"}",
            "verify: {nothing: no endpoint, looked: [\"/vars\"]}", "nothing in this upgrade says how to verify it");
        row("a step without verify", "hops/0.15.yaml",
            "    verify: {look: \"`/slave(1)/state.json`\", expect: \"`version` is 0.15.0\"}\n", "",
            "“verify” is missing");
        row("a look without an expectation", hop, ", expect: \"`version` is 0.14.2\"", "",
            "either “look” and “expect”, or “nothing” and “looked”");
        row("nothing to see, and nobody looked", "standing.yaml", ", looked: [\"/master/state.json\"]", "",
            "“looked” is missing");
        row("a step that does not say whether to stop", hop, "    stop: {after: short, why: the slaves are old}\n", "",
            "“stop” is missing");
        row("a stop without a ground", hop, "stop: {after: short, why: the slaves are old}", "stop: {after: short}",
            "on what ground?");
        row("a restart that does not say what it costs", hop,
            "    tasks: {effect: survive, why: masters run no tasks}\n", "",
            "what happens to running tasks in this restart?");
        row("a danger without a word on undoing it", "standing.yaml", "    undo: unsaid\n", "",
            "a danger says whether it can be taken back");
        row("an undo of no kind", "standing.yaml", "undo: unsaid", "undo: maybe",
            "“unsaid”, {how: …} or {cannot: …} is expected");
        row("a blocker that is no step", "standing.yaml", "kind: step", "kind: note", "a blocker is a step");
        row("a blocker that an unsafe answer removes", "standing.yaml", "    phase: before\n",
            "    when: not cgroups\n    phase: before\n",
            "answering “cgroups” with yes, which is not the safe answer, removes this blocker");
        row("phases out of order", hop, "    phase: after\n", "    phase: before\n",
            "hops/0.14.yaml:30:12: the phases go before, during, after");
        row("a line that is too long", hop, "text: The hierarchy changes",
            "text: The hierarchy changes and this sentence goes on and on until no paper is wide enough for all of it",
            "at most 90 fit on paper");
        row("a line with a full stop", hop, "text: The hierarchy changes", "text: The hierarchy changes.",
            "one line without a full stop");
        row("a line in lower case", hop, "text: The hierarchy changes", "text: the hierarchy changes",
            "starts with a capital letter");
        row("no source", hop, "    source: [\"guide:3\"]\n", "", "“source” is missing");
        row("a source nobody knows", hop, "source: [\"guide:3\"]", "source: [\"guid:3\"]",
            "hops/0.14.yaml:32:14: “guid:3” names no known document; DOCUMENT:LINES or PATH@RELEASE:LINES is expected; "
            "did it mean guide?");
        row("a source without lines", hop, "source: [\"guide:3\"]", "source: [\"guide:top\"]",
            "names no known document");
        row("from the guide, but no line of it", hop, "source: [\"guide:3\"]", "source: [\"upgrades:3\"]",
            "the origin is the guide, but no line of it is cited");
        row("beyond the guide, for unknown releases", "standing.yaml", "    holds: \"0.13.0..0.15.0\"\n", "",
            "“holds” is missing");
        row("seen without a rehearsal", "standing.yaml", "    origin: beyond\n", "    origin: beyond\n    seen: 82 s\n",
            "needs the section of the rehearsals");
        row("a placeholder that is not declared", hop, "placeholders: {master: host name}", "placeholders: {}",
            "the placeholder {{master}} is not declared");
        row("a placeholder that is not used", hop, "{master: host name}", "{master: host name, port: number}",
            "the placeholder “port” is not used");
        row("a shell snippet that does not parse", hop, "curl -s http://{{master}}:5050/master/state.json",
            "curl -s 'http://{{master}}", "this is no shell command");
        row("a language nobody knows", hop, "language: sh", "language: bash", "“bash” is none of: sh");
        row("a flag of nobody", hop, "{of: master, name", "{of: mster, name", "“mster” is neither master nor slave");
        row("a flag at no release", hop, "do: set, at: \"0.14.0\"", "do: set, at: \"0.14.9\"",
            "there is no release 0.14.9");
        row("a rename without a new name", hop, "do: set", "do: rename", "“to” belongs to a rename");
        row("a link to nothing", hop, "item: 0.15-slaves-restart", "item: 0.15-slave-restart",
            "there is nothing with the id “0.15-slave-restart”; did it mean 0.15-slaves-restart?");
        row("HTML", hop, "text: The hierarchy changes", "text: The <b>hierarchy</b> changes", "“<b>” reads as HTML");
        row("what looks like HTML", hop, "`--work_dir=<path>`", "--work_dir=<path>", "“<path>” reads as HTML");
        row("a bare address", hop, "[the notes](https://example.org/notes)", "https://example.org/notes",
            "an address is written [words](https://…)");
        row("an address that is not https", hop, "https://example.org/notes", "http://example.org/notes",
            "an address is written [words](https://…)");
        row("a word of ours", hop, "text: The hierarchy changes", "text: The next hop changes",
            "people do not know our word “hop”");
        row("an omission without a known reason", hop, "reason: heading", "reason: boring",
            "“boring” is none of: heading, lead-in, markup, general");
        row("a release that is none", "releases.yaml", "version: \"0.13.0\"", "version: \"0.13\"",
            "“0.13” is no release; 0.18.2 is expected");
        row("a release in another line", "releases.yaml", "\"0.13.0\", line: \"0.13\"", "\"0.13.0\", line: \"0.12\"",
            "the line of 0.13.0 is 0.13");
        row("releases out of order", "releases.yaml", "{version: \"0.13.0\", line: \"0.13\"",
            "{version: \"0.16.0\", line: \"0.16\"", "oldest first is expected");
        row("a change in no area", hop, "    source: [\"guide:3\"]\n",
            "    source: [\"guide:3\"]\n    changes: [{change: new, area: flag, what: x, by: us}]\n",
            "“flag” is none of: core, flags, framework-api, module-api, endpoints");
        row("a change classified by nobody", hop, "    source: [\"guide:3\"]\n",
            "    source: [\"guide:3\"]\n    changes: [{change: new, area: flags, what: x, by: me}]\n",
            "“me” is none of: table, us");
        row("a change that fits in no cell", hop, "    source: [\"guide:3\"]\n",
            "    source: [\"guide:3\"]\n    changes: [{change: new, area: flags, by: us, what: this title goes on and "
            "on until no cell of the table is wide enough}]\n",
            "at most 60 fit into the table");
        row("no anchor", hop, "    source: [\"guide:3\"]\n", "    source: [\"guide:3\"]\n    anchors: [state]\n",
            "“state” is no anchor; 1-4-x-words is expected");
        row("an anchor carried twice", hop, "    source: [\"guide:3\"]\n",
            "    source: [\"guide:3\"]\n    anchors: [0-14-x-state, 0-14-x-state]\n",
            "“0-14-x-state” is carried by 0.14-slaves-note already");
        row("an anchor left out and carried", hop, "omitted:\n",
            "    anchors: [0-14-x-state]\nomitted:\n  - {anchor: 0-14-x-state, reason: heading}\n",
            "“0-14-x-state” is left out, and carried by 0.14-slaves-note");
        row("an omission of nothing", hop, "{source: \"guide:4\", reason: heading}", "{reason: heading}",
            "either “source” or “anchor” is expected");
        row("a fold given twice", hop, "omitted:\n",
            "    fold: x\n  - {id: 0.14-more, kind: note, text: More, phase: after, component: slave, fold: x, source: "
            "[\"guide:3\"]}\nomitted:\n",
            "hops/0.14.yaml:34:83: “x” stands twice in this file");
        row("a note that can be done somewhere", hop, "    phase: after\n", "    phase: after\n    do-on: \"0.13\"\n",
            "“do-on” belongs to a step before one upgrade");
        row("for a source that is no range", hop, "    phase: after\n", "    phase: after\n    from: \"early\"\n",
            "“early” is no range of releases");
        row("for a target that does not exist", hop, "    phase: after\n",
            "    phase: after\n    to: \"0.14.0, 0.14.9\"\n", "there is no release 0.14.9");
        row("a direct way to nowhere", "road.yaml", "direct: []",
            "direct: [{lines: \"0.13..2.0\", source: [\"guide:1\"]}]", "there is no release 2.0");
        row("a question below none", "questions.yaml", "    safe: no\n", "    safe: no\n    of: slaves\n",
            "no question “slaves” stands further up");
        row("no truth value", "questions.yaml", "per-host: true", "per-host: maybe",
            "“maybe” is neither true nor false");
    }
    void mistakes() {
        QFETCH(QString, file);
        QFETCH(QString, good);
        QFETCH(QString, bad);
        QFETCH(QString, finding);
        QTemporaryDir folder;
        copyGood(folder.path());
        QFile edited(folder.filePath(file));
        QVERIFY(edited.open(QIODevice::ReadWrite));
        QString text = QString::fromUtf8(edited.readAll());
        const qsizetype at = text.indexOf(good);
        QVERIFY2(at >= 0, "the row names a text that is not in the good catalogue");
        text.replace(at, good.size(), bad);
        edited.resize(0);
        edited.seek(0);
        edited.write(text.toUtf8());
        edited.close();

        const Result<Catalogue> catalogue = loadCatalogue(folder.path());
        QVERIFY2(!catalogue, "no finding");
        QCOMPARE(catalogue.error().kind, Error::Kind::File);
        QVERIFY2(catalogue.error().message.contains(finding), qPrintable(catalogue.error().message));
    }

    void aMissingFileIsAnErrorOfReading() {
        QTemporaryDir folder;
        copyGood(folder.path());
        QVERIFY(QFile::remove(folder.filePath(u"questions.yaml"_qs)));
        const Result<Catalogue> catalogue = loadCatalogue(folder.path());
        QVERIFY(!catalogue);
        QCOMPARE(catalogue.error().kind, Error::Kind::System);
        QVERIFY2(catalogue.error().message.contains(u"questions.yaml cannot be read"_qs),
                 qPrintable(catalogue.error().message));
        QVERIFY(!loadCatalogue(folder.filePath(u"nowhere"_qs)));
    }

    void packedAndUnpackedIsTheSame() {
        const QByteArray packed = packCatalogue(catalogue());
        const Result<Catalogue> again = unpackCatalogue(packed);
        QVERIFY(again);
        QCOMPARE(packCatalogue(*again), packed);
        QVERIFY(!unpackCatalogue(packed.chopped(1)));
        QVERIFY(!unpackCatalogue(QByteArray(packed + 'x')));
        QVERIFY(!unpackCatalogue({}));
    }

private:
    static void copyGood(const QString& to) {
        const QDir good(QStringLiteral(TEST_DATA "/lint"));
        QDir(to).mkdir(u"hops"_qs);
        QDirIterator files(good.path(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next();
            QVERIFY(QFile::copy(file, QDir(to).filePath(good.relativeFilePath(file))));
        }
    }
};

QTEST_GUILESS_MAIN(TestLint)
#include "tst_lint.moc"
