#include "report/report.h"
#include "support/support.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// While it lives, no file of this process grows beyond `bytes`: as good as a full disk, and needs no root.
class SmallDisk final {
    Q_DISABLE_COPY_MOVE(SmallDisk)

public:
    explicit SmallDisk(rlim_t bytes) {
        m_before = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_limit);
        const rlimit small{bytes, m_limit.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk() {
        setrlimit(RLIMIT_FSIZE, &m_limit);
        std::signal(SIGXFSZ, m_before);
    }

private:
    rlimit m_limit{};
    void (*m_before)(int) = nullptr;
};

} // namespace

class TestWrite : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void newFile_isWhole() {
        QVERIFY(writeWhole(path(), "abc"));
        QCOMPARE(contentOf(path()), QByteArray("abc"));
    }

    void oldFile_isReplaced() {
        QVERIFY(writeWhole(path(), "a longer one"));
        QVERIFY(writeWhole(path(), "abc"));
        QCOMPARE(contentOf(path()), QByteArray("abc"));
    }

    void missingFolder_isNamed() {
        const QString inside = m_folder->filePath(u"no such/report.md"_qs);
        const Result<> written = writeWhole(inside, "abc");
        QVERIFY(!written);
        QCOMPARE(written.error().kind, Error::Kind::System);
        QCOMPARE(written.error().message, u"%1 could not be written: the folder %2 does not exist."_qs.arg(
                                              inside, m_folder->filePath(u"no such"_qs)));
    }

    void folderInItsPlace_isNamed() {
        const Result<> written = writeWhole(m_folder->path(), "abc");
        QVERIFY(!written);
        QVERIFY2(written.error().message.startsWith(m_folder->path()), qPrintable(written.error().message));
    }

    void unwritableFolder_isNamed() {
        if (geteuid() == 0)
            QSKIP("root may write everywhere");
        QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner);
        const Result<> written = writeWhole(path(), "abc");
        QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QVERIFY(!written);
        QCOMPARE(written.error().message, u"%1 could not be written: Permission denied."_qs.arg(path()));
    }

    void fullDisk_keepsTheOldFileAndLeavesNoOther_data() {
        QTest::addColumn<int>("room");
        QTest::addColumn<int>("size");
        QTest::newRow("full while writing") << 10'000 << 1'000'000;
        QTest::newRow("full within the length of a buffer") << 100 << 1'000;
    }
    void fullDisk_keepsTheOldFileAndLeavesNoOther() {
        QFETCH(int, room);
        QFETCH(int, size);
        QVERIFY(writeWhole(path(), "the old one"));
        const Result<> written = [&] {
            const SmallDisk disk(static_cast<rlim_t>(room));
            return writeWhole(path(), QByteArray(size, 'x'));
        }();
        QVERIFY(!written);
        QCOMPARE(written.error().message, u"%1 could not be written: File too large."_qs.arg(path()));
        QCOMPARE(contentOf(path()), QByteArray("the old one"));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"report.md"_qs});
    }

    void device_isWrittenToAndNotReplaced() {
        const QString full = u"/dev/full"_qs;
        if (!QFileInfo::exists(full))
            QSKIP("no /dev/full here");
        const QString link = m_folder->filePath(u"link"_qs);
        QVERIFY(QFile::link(full, link));
        const Result<> written = writeWhole(link, "abc");
        QVERIFY(!written);
        QCOMPARE(written.error().message, u"%1 could not be written: No space left on device."_qs.arg(link));
        QVERIFY(!QFileInfo(full).isFile());
    }

    void pipe_takesTheBytes() {
        int ends[2];
        QCOMPARE(pipe(ends), 0);
        QVERIFY(writeWhole(u"/dev/fd/%1"_qs.arg(ends[1]), "abc"));
        QByteArray read(3, ' ');
        QCOMPARE(::read(ends[0], read.data(), 3), 3);
        QCOMPARE(read, QByteArray("abc"));
        close(ends[0]);
        close(ends[1]);
    }

    void formatOfFile_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("format");
        QTest::newRow("md") << u"a.md"_qs << int(Format::Markdown);
        QTest::newRow("markdown") << u"a.b/c.markdown"_qs << int(Format::Markdown);
        QTest::newRow("html") << u"a.html"_qs << int(Format::Html);
        QTest::newRow("htm, loud") << u"A.HTM"_qs << int(Format::Html);
        QTest::newRow("json") << u"0.14-0.20.json"_qs << int(Format::Json);
        QTest::newRow("pdf") << u"a.pdf"_qs << int(Format::Pdf);
        QTest::newRow("a version is no suffix") << u"plan-0.20"_qs << -1;
        QTest::newRow("none") << u"plan"_qs << -1;
    }
    void formatOfFile() {
        QFETCH(QString, name);
        QFETCH(int, format);
        const Result<Format> parsed = ::formatOfFile(name);
        QCOMPARE(parsed ? int(*parsed) : -1, format);
        if (!parsed)
            QVERIFY2(parsed.error().message.contains(name), qPrintable(parsed.error().message));
    }

    void format_data() {
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("format");
        QTest::newRow("markdown") << u"markdown"_qs << int(Format::Markdown);
        QTest::newRow("md") << u"md"_qs << int(Format::Markdown);
        QTest::newRow("html") << u"HTML"_qs << int(Format::Html);
        QTest::newRow("json") << u"json"_qs << int(Format::Json);
        QTest::newRow("pdf") << u"pdf"_qs << int(Format::Pdf);
        QTest::newRow("unknown") << u"docx"_qs << -1;
    }
    void format() {
        QFETCH(QString, word);
        QFETCH(int, format);
        const Result<Format> parsed = parseFormat(word);
        QCOMPARE(parsed ? int(*parsed) : -1, format);
        if (!parsed)
            QCOMPARE(parsed.error().kind, Error::Kind::Request);
    }

private:
    QString path() const { return m_folder->filePath(u"report.md"_qs); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestWrite)
#include "tst_write.moc"
