#include "report/report.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(report)
};

/// A disk that becomes full takes part of the bytes without complaint and says why only when asked to take more. The
/// file has to be unbuffered: QSaveFile::commit() succeeds when the last of its buffer did not fit.
bool writeAll(QFileDevice& file, QByteArrayView bytes) {
    while (!bytes.isEmpty()) {
        const qint64 written = file.write(bytes.data(), bytes.size());
        if (written <= 0)
            return false;
        bytes = bytes.sliced(written);
    }
    return true;
}

/// Such a thing has no old content to keep, and must not be replaced by a file of its name: `-o /dev/null` as root.
bool isDeviceOrPipe(const QString& path) {
    const QFileInfo target(path);
    return target.exists() && !target.isFile() && !target.isDir();
}

tl::unexpected<Error> notWritten(const QString& path, const QString& cause) {
    return systemError(Text::tr("%1 could not be written: %2.").arg(QDir::toNativeSeparators(path), cause));
}

} // namespace

Result<Format> parseFormat(const QString& word) {
    const QString lower = word.trimmed().toLower();
    if (lower == u"markdown" || lower == u"md")
        return Format::Markdown;
    if (lower == u"html")
        return Format::Html;
    if (lower == u"json")
        return Format::Json;
    if (lower == u"pdf")
        return Format::Pdf;
    return requestError(Text::tr("There is no format \"%1\": it is one of markdown, html, pdf, json.").arg(word));
}

Result<Format> formatOfFile(const QString& path) {
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == u"md" || suffix == u"markdown")
        return Format::Markdown;
    if (suffix == u"html" || suffix == u"htm")
        return Format::Html;
    if (suffix == u"json")
        return Format::Json;
    if (suffix == u"pdf")
        return Format::Pdf;
    return requestError(
        Text::tr("The name %1 does not say which format is meant: it has to end in .md, .html, .pdf or .json.")
            .arg(QDir::toNativeSeparators(path)));
}

Result<QByteArray> makeReport(const Plan& plan, const Record& record, Format format, PageSize size) {
    switch (format) {
    case Format::Markdown:
        return markdownReport(plan, record);
    case Format::Html:
        return htmlReport(plan, record);
    case Format::Json:
        return jsonReport(plan, record);
    case Format::Pdf:
        return pdfReport(plan, record, size);
    }
    Q_UNREACHABLE();
}

Result<> writeWhole(const QString& path, const QByteArray& bytes) {
    if (isDeviceOrPipe(path)) {
        QFile file(path);
        if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && writeAll(file, bytes))
            return {};
        return notWritten(path, file.errorString());
    }
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && writeAll(file, bytes) && file.commit())
        return {};
    const QString folder = QFileInfo(path).absolutePath();
    if (!QFileInfo::exists(folder))
        return notWritten(path, Text::tr("the folder %1 does not exist").arg(QDir::toNativeSeparators(folder)));
    return notWritten(path, file.errorString());
}
