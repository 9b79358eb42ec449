#include "support/support.h"

#include <QDir>
#include <QFile>
#include <QMimeDatabase>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

// Holds manuals, completions, desktop entry and file type, which packages carry beside the programs, to what the
// programs say and write themselves.

namespace {

QString inSource(const QString& file) {
    return QDir(QStringLiteral(SOURCE_DIR)).filePath(file);
}

QString contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// What the pattern's group catches in the text, each once, sorted.
QStringList found(const QString& text, const QString& pattern) {
    const QRegularExpression expression(pattern, QRegularExpression::MultilineOption);
    QStringList words;
    QRegularExpressionMatchIterator matches = expression.globalMatch(text);
    while (matches.hasNext())
        words << matches.next().captured(1);
    words.removeDuplicates();
    words.sort();
    return words;
}

QStringList optionsOfHelp(const QString& help) {
    return found(help, QStringLiteral("^  (?:-., )?--([a-z-]+)"));
}

/// Of mdoc text: `Fl -name`, also behind a short one or a bar.
QStringList optionsOfManual(const QString& manual) {
    return found(manual, QStringLiteral("[ .](?:Fl|,|\\|) -([a-z-]+)"));
}

QString manual(const QString& program) {
    return contents(inSource(QStringLiteral("packaging/man/%1.1").arg(program)));
}

} // namespace

class TestPackaging final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QDir folder(m_folder.path());
        QVERIFY(folder.mkpath(u"mime/packages"_qs));
        QVERIFY(QFile::copy(inSource(u"packaging/mesos-upgrade-assistant.mime.xml"_qs),
                            folder.filePath(u"mime/packages/ours.xml"_qs)));
        // As installed, in one folder with the other types: of several folders Qt 6.4 takes what the last one knows.
        QVERIFY(QFile::link(u"/usr/share/mime/packages/freedesktop.org.xml"_qs,
                            folder.filePath(u"mime/packages/freedesktop.org.xml"_qs)));
        for (const char* folders : {"XDG_DATA_HOME", "XDG_DATA_DIRS"})
            qputenv(folders, m_folder.path().toUtf8());
        QVERIFY(run({u"new"_qs, u"--from"_qs, u"0.17"_qs, u"--to"_qs, u"0.19"_qs, u"-o"_qs, m_plan}));
    }
    void init() { failOnAnyWarning(); }

    void manualNamesEveryCommand() {
        const QString commands =
            manual(u"mesos-upgrade-plan"_qs).section(u".Sh COMMANDS"_qs, 1).section(u".Sh "_qs, 0, 0);
        QCOMPARE(found(commands, u"^\\.Ss (.+)$"_qs), commandsOfHelp());
    }

    void manualNamesTheOptionsOfEachCommand_data() {
        QTest::addColumn<QString>("command");
        for (const QString& command : commandsOfHelp())
            QTest::newRow(qPrintable(command)) << command;
    }
    void manualNamesTheOptionsOfEachCommand() {
        QFETCH(const QString, command);
        QStringList options = optionsOfHelp(run({command, u"--help"_qs}).value_or(QString()));
        QVERIFY(options.removeOne(u"help"_qs));
        // The short -o stands for --output, which the list of shared options tells.
        const QString text = manual(u"mesos-upgrade-plan"_qs);
        QString ofCommand =
            text.section(u".Ss %1\n"_qs.arg(command), 1).section(QRegularExpression(u"\\.S[sh] "_qs), 0, 0);
        QCOMPARE(optionsOfManual(ofCommand.replace(u"Fl o "_qs, u"Fl -output "_qs)), options);
        const QStringList explained = optionsOfManual(found(text, u"^(\\.It Fl .*)$"_qs).join(u'\n'));
        for (const QString& option : options)
            QVERIFY2(explained.contains(option), qPrintable(option));
    }

    void manualNamesTheOptionsOfTheWindow() {
        const QString help = ended(QStringLiteral(WINDOW_PROGRAM), {u"--help"_qs}).value_or(QString());
        QCOMPARE(optionsOfManual(manual(u"mesos-upgrade-assistant"_qs)), optionsOfHelp(help));
        const QString entry = contents(inSource(u"packaging/mesos-upgrade-assistant.desktop"_qs));
        for (const QString& option : found(entry, u"^Exec=.* --([a-z-]+)"_qs))
            QVERIFY2(optionsOfHelp(help).contains(option), qPrintable(option));
    }

    void completion_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("offered");
        const auto row = [](const char* rule, const QString& line, const QString& offered) {
            QTest::newRow(rule) << line << offered;
        };
        row("commands", u"re"_qs, u"releases rescue"_qs);
        row("options", u"plan --fr"_qs, u"--from"_qs);
        row("versions", u"plan --from 0.14"_qs, u"0.14.0 0.14.1 0.14.2"_qs);
        row("versions behind =", u"plan --to=1.11"_qs, u"1.11.0"_qs);
        row("upgrades", u"mark ours.mesosplan some-step deferred --to 0.18"_qs, u"0.18"_qs);
        row("traits", u"plan --trait cgr"_qs, u"cgroups="_qs);
        row("answers", u"plan --trait cgroups="_qs, u"yes no some unsure"_qs);
        row("plan files", u"show o"_qs, u"ours.mesosplan"_qs);
        row("plan files behind options", u"show --open o"_qs, u"ours.mesosplan"_qs);
        row("steps", u"card ours.mesosplan 0.18-masters-r"_qs, u"0.18-masters-restart"_qs);
        row("several steps", u"mark ours.mesosplan 0.18-stop-start,0.18-masters-r"_qs,
            u"0.18-stop-start,0.18-masters-restart"_qs);
        row("steps behind an option with a value", u"mark --by Lin ours.mesosplan 0.18-masters-r"_qs,
            u"0.18-masters-restart"_qs);
        row("states", u"mark ours.mesosplan 0.18-masters-restart d"_qs, u"done deferred"_qs);
        row("values", u"set ours.mesosplan zk"_qs, u"zk="_qs);
        row("nothing for a text", u"mark ours.mesosplan 0.18-masters-restart --note "_qs, {});
        row("nothing of a file that is none", u"card nowhere.mesosplan 0"_qs, {});
    }
    void completion() {
        QFETCH(const QString, line);
        QTEST(completions(line).join(u' '), "offered");
    }

    /// Words that stand in the completion itself.
    void completedWordsAreKnown_data() {
        QTest::addColumn<QString>("line");
        for (const char* option : {"--route ", "--format ", "--page ", "--trait cgroups="})
            QTest::newRow(option) << u"plan --from 0.17 --to 0.19 "_qs + QString::fromLatin1(option);
    }
    void completedWordsAreKnown() {
        QFETCH(const QString, line);
        const QStringList offered = completions(line);
        QVERIFY(offered.size() > 1);
        for (const QString& word : offered)
            QVERIFY2(run(QString(line + word).split(u' ')), qPrintable(word));
    }

    void planFileIsKnownByItsContent() {
        const QMimeDatabase types;
        const QMimeType type = types.mimeTypeForFile(m_plan, QMimeDatabase::MatchContent);
        QCOMPARE(type.name(), u"application/vnd.mesos-upgrade-assistant.plan+sqlite3"_qs);
        QVERIFY(type.inherits(u"application/vnd.sqlite3"_qs));
        QCOMPARE(type.preferredSuffix(), u"mesosplan"_qs);

        QFile file(m_plan);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray content = file.readAll();
        QCOMPARE(types.mimeTypeForData(content), type);
        const qsizetype idOffset = 68; // https://www.sqlite.org/fileformat.html#application_id
        content[idOffset] = 'X';
        QCOMPARE(types.mimeTypeForData(content).name(), u"application/vnd.sqlite3"_qs);

        const QString entry = contents(inSource(u"packaging/mesos-upgrade-assistant.desktop"_qs));
        QCOMPARE(found(entry, u"^MimeType=(.*);$"_qs), QStringList{type.name()});
    }

private:
    /// Standard output, of a program that ended with 0.
    static std::optional<QString> ended(const QString& program, const QStringList& words, const QString& folder = {}) {
        QProcess process;
        process.setWorkingDirectory(folder);
        process.start(program, words);
        if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
            return std::nullopt;
        return QString::fromUtf8(process.readAllStandardOutput());
    }
    static std::optional<QString> run(const QStringList& words) { return ended(QStringLiteral(PLAN_PROGRAM), words); }

    static QStringList commandsOfHelp() {
        return found(run({u"--help"_qs}).value_or(QString()), u"^  mesos-upgrade-plan ([a-z]+)"_qs);
    }

    /// What bash offers behind the line, in a folder with a plan file and other files.
    QStringList completions(const QString& line) const {
        return ended(u"bash"_qs,
                     {inSource(u"tests/app/complete.sh"_qs),
                      inSource(u"packaging/completions/mesos-upgrade-plan.bash"_qs),
                      QStringLiteral(PLAN_PROGRAM) + u' ' + line},
                     m_folder.path())
            .value_or(QString())
            .split(u'\n', Qt::SkipEmptyParts);
    }

    QTemporaryDir m_folder;
    QString m_plan = m_folder.filePath(u"ours.mesosplan"_qs);
};

QTEST_GUILESS_MAIN(TestPackaging)
#include "tst_packaging.moc"
