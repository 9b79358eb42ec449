#include "report/html_text.h"

#include <QCoreApplication>
#include <QFile>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(report)
};

QString style() {
    QFile file(QStringLiteral(":/report/report.css"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

namespace html {

QString element(const QString& name, const QString& html) {
    return u'<' + name + u'>' + html + u"</" + name.section(u' ', 0, 0) + u">\n";
}

QString plain(const QString& name, const QString& text) {
    return element(name, text.toHtmlEscaped());
}

QString code(const QString& text) {
    return u"<code>" + text.toHtmlEscaped() + u"</code>";
}

QString list(const QStringList& html) {
    QString entries;
    for (const QString& entry : html)
        entries += element(QStringLiteral("li"), entry);
    return element(QStringLiteral("ul"), u'\n' + entries);
}

QString fact(const QString& label, const QString& html) {
    return plain(QStringLiteral("dt"), label) + element(QStringLiteral("dd"), html);
}

QString part(const QString& id, const QString& title, const QString& html) {
    return element(u"section id=\"" + id + u'"', u'\n' + plain(QStringLiteral("h2"), title) + html);
}

QByteArray page(const QString& title, const QString& body) {
    //: The language of this translation as in the lang attribute of HTML: "en", "de", "pt-BR"
    const QString language = Text::tr("en");
    return (QStringLiteral("<!DOCTYPE html>\n<html lang=\"") + language.toHtmlEscaped() +
            QStringLiteral("\">\n<head>\n<meta charset=\"utf-8\">\n"
                           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                           "<meta name=\"color-scheme\" content=\"light dark\">\n") +
            plain(QStringLiteral("title"), title) + element(QStringLiteral("style"), u'\n' + style()) +
            QStringLiteral("</head>\n<body>\n") + element(QStringLiteral("main"), u'\n' + body) +
            QStringLiteral("</body>\n</html>\n"))
        .toUtf8();
}

} // namespace html
