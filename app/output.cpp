#include "app/output.h"

#include "app/arguments.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(commandline)
};

/// Format characters are what turns the direction of writing, among other things that nobody sees.
bool isUnseen(QChar c) {
    return c != u'\n' && c != u'\t' && (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format);
}

/// `--format` and the suffix of `-o` have to agree; without both it is Markdown.
Result<Format> askedFormat(const Call& call) {
    const QString file = call.parser.value(arguments::output());
    if (!call.parser.isSet(arguments::format()))
        return file.isEmpty() ? Format::Markdown : formatOfFile(file);
    Result<Format> format = parseFormat(call.parser.value(arguments::format()));
    if (!format || file.isEmpty())
        return format;
    const Result<Format> bySuffix = formatOfFile(file);
    if (bySuffix && *bySuffix != *format)
        return requestError(Text::tr("--format %1 and the name %2 contradict each other.")
                                .arg(call.parser.value(arguments::format()), file));
    return format;
}

} // namespace

QByteArray terminalText(const QString& text) {
    QString shown = text;
    std::replace_if(shown.begin(), shown.end(), isUnseen, QChar(QChar::ReplacementCharacter));
    return shown.toUtf8();
}

Result<Said> deliver(const Call& call, const MakeDocument& make) {
    const Result<Format> format = askedFormat(call);
    if (!format)
        return tl::make_unexpected(format.error());
    const QString file = call.parser.value(arguments::output());
    if (file.isEmpty() && *format == Format::Pdf && call.outIsTerminal)
        return requestError(Text::tr("A PDF is not written to a terminal; give -o FILE.pdf."));
    const Result<QByteArray> document = make(*format);
    if (!document)
        return tl::make_unexpected(document.error());
    if (file.isEmpty())
        return Said{*document, {}};
    return writeWhole(file, *document).map([] { return Said(); });
}
