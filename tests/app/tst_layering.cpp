#include <QDir>
#include <QDirIterator>
#include <QLibraryInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

// Holds the source tree to what DESIGN and the README's map promise: who may include whom, and that no file knows the
// machine it was written on. It reads the sources, so it also sees what no compiler refuses.

namespace {

/// What the files of a folder, or one file, may include. The longest path that fits a file decides.
struct Rule {
    QString path;
    QString mayInclude; ///< folders of ours, Qt modules, `std`, `posix`, other libraries by the name of their headers
};

QList<Rule> rules() {
    const QString core = QStringLiteral("core QtCore std tl");
    const QString resources = core + QStringLiteral(" resources");
    const QString programs = resources + QStringLiteral(" store report posix");
    const QString window = programs + QStringLiteral(" items ui QtGui QtWidgets QtDBus QtNetwork QtPrintSupport");
    return {{QStringLiteral("models/core"), core},
            {QStringLiteral("models/core/yaml"), core + QStringLiteral(" yaml-cpp")},
            {QStringLiteral("models/items"), core + QStringLiteral(" items")},
            {QStringLiteral("models/store"), core + QStringLiteral(" store QtSql posix")},
            {QStringLiteral("models/report"), core + QStringLiteral(" report posix")},
            {QStringLiteral("models/report/rich_text.cpp"), core + QStringLiteral(" report md4c")},
            {QStringLiteral("models/report/paper"), core + QStringLiteral(" report QtGui")},
            {QStringLiteral("models/report/paper/pdf_write.cpp"), core + QStringLiteral(" report QtGui qpdf")},
            {QStringLiteral("resources"), resources},
            {QStringLiteral("ui"), window},
            {QStringLiteral("app"), programs + QStringLiteral(" app")},
            {QStringLiteral("app/window_main.cpp"), window + QStringLiteral(" app")}};
}

QString ruleOf(const QString& file) {
    QString longest;
    for (const Rule& rule : rules())
        if ((file == rule.path || file.startsWith(rule.path + u'/')) && rule.path.size() > longest.size())
            longest = rule.path;
    return longest;
}

/// Paths below the source folder, without what is built or fetched.
QStringList filesBelow(const QString& folder, const QStringList& patterns) {
    const QDir source(QStringLiteral(SOURCE_DIR));
    QStringList files;
    QDirIterator it(source.filePath(folder), patterns, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString file = source.relativeFilePath(it.next());
        if (!file.startsWith(u".git/") && !file.startsWith(u"build/") && !file.startsWith(u".cache/"))
            files << file;
    }
    files.sort();
    return files;
}

QList<QByteArray> linesOf(const QString& file) {
    QFile opened(QDir(QStringLiteral(SOURCE_DIR)).filePath(file));
    return opened.open(QIODevice::ReadOnly) ? opened.readAll().split('\n') : QList<QByteArray>{};
}

QString qtModuleOf(const QString& header) {
    if (header.contains(u'/'))
        return header.section(u'/', 0, 0);
    const QDir headers(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    for (const QString& module : headers.entryList({QStringLiteral("Qt*")}, QDir::Dirs))
        if (QFile::exists(headers.filePath(module + u'/' + header)))
            return module;
    return header;
}

/// The word of a rule an include stands for; empty for a file of the same folder, such as `x.moc`.
QString wordOf(const QRegularExpressionMatch& include) {
    const QString header = include.captured(2);
    if (include.captured(1) != u"<")
        return header.contains(u'/') ? header.section(u'/', 0, 0) : QString();
    if (header.startsWith(u'Q'))
        return qtModuleOf(header);
    if (header == u"md4c.h")
        return QStringLiteral("md4c");
    if (header.startsWith(u"sys/") || (header.endsWith(u".h") && !header.contains(u'/')))
        return QStringLiteral("posix");
    return header.contains(u'/') ? header.section(u'/', 0, 0) : QStringLiteral("std");
}

} // namespace

class TestLayering final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void includesOnlyWhatItMay_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("mayInclude");
        for (const Rule& rule : rules())
            QTest::addRow("%s: %s", qPrintable(rule.path), qPrintable(rule.mayInclude)) << rule.path << rule.mayInclude;
    }

    void includesOnlyWhatItMay() {
        QFETCH(const QString, path);
        QFETCH(const QString, mayInclude);
        const QStringList words = mayInclude.split(u' ');
        // moc 6.4 loses the class after a raw string with a quotation mark in it: \x22.
        static const QRegularExpression include(QStringLiteral(R"(^\s*#\s*include\s*(<|\x22)([^>\x22]+))"));

        qsizetype checked = 0;
        QStringList wrong;
        for (const QString& file :
             filesBelow(path.section(u'/', 0, 0), {QStringLiteral("*.cpp"), QStringLiteral("*.h")})) {
            if (ruleOf(file) != path)
                continue;
            ++checked;
            const QList<QByteArray> lines = linesOf(file);
            for (qsizetype i = 0; i < lines.size(); ++i) {
                const QRegularExpressionMatch match = include.match(QString::fromUtf8(lines[i]));
                const QString word = match.hasMatch() ? wordOf(match) : QString();
                if (!word.isEmpty() && !words.contains(word))
                    wrong << QStringLiteral("%1:%2 includes %3").arg(file).arg(i + 1).arg(match.captured(2));
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
        QVERIFY2(checked > 0, "no file stands under this rule");
    }

    void everySourceStandsUnderARule() {
        for (const QString& folder :
             {QStringLiteral("models"), QStringLiteral("resources"), QStringLiteral("ui"), QStringLiteral("app")})
            for (const QString& file : filesBelow(folder, {QStringLiteral("*.cpp"), QStringLiteral("*.h")}))
                QVERIFY2(!ruleOf(file).isEmpty(), qPrintable(file));
    }

    void commandLineLoadsNoWindowSystem() {
        QProcess ldd;
        ldd.start(QStringLiteral("ldd"), {QStringLiteral(PLAN_PROGRAM)});
        QVERIFY2(ldd.waitForFinished(), qPrintable(ldd.errorString()));
        const QByteArray libraries = ldd.readAllStandardOutput();
        QVERIFY2(libraries.contains("libQt6Core"), libraries.constData());
        QVERIFY2(!libraries.contains("libQt6Gui"), libraries.constData()); // and so no widgets
        QVERIFY2(!libraries.contains("libQt6PrintSupport"), libraries.constData());
        QVERIFY2(!libraries.contains("libQt6Sql"), libraries.constData()); // only what works in plan files
    }

    void noFileNamesTheMachineItWasWrittenOn() {
        // The class keeps this line from finding itself.
        static const QRegularExpression machine(QStringLiteral(R"((?<![\w.~-])(/[w]ork/|%1\b))")
                                                    .arg(QRegularExpression::escape(QStringLiteral(SOURCE_DIR))));
        for (const QString& file : filesBelow(QStringLiteral("."), {})) {
            const QList<QByteArray> lines = linesOf(file);
            for (qsizetype i = 0; i < lines.size(); ++i)
                QVERIFY2(!machine.match(QString::fromUtf8(lines[i])).hasMatch(),
                         qPrintable(QStringLiteral("%1:%2").arg(file).arg(i + 1)));
        }
    }
};

QTEST_GUILESS_MAIN(TestLayering)
#include "tst_layering.moc"
