#include "core/sources.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(core)
};

/// `169`, `166,170`, `99-110,113`
bool isLines(const QString& text) {
    static const QRegularExpression form(QStringLiteral("^\\d+(-\\d+)?(,\\d+(-\\d+)?)*$"));
    return form.match(text).hasMatch();
}

QString linesInWords(const QString& lines) {
    QString words = lines;
    words.replace(u'-', u'–').replace(u","_qs, u", "_qs);
    return lines.contains(u'-') || lines.contains(u',') ? Text::tr("lines %1").arg(words)
                                                        : Text::tr("line %1").arg(words);
}

/// `#L99-L110` of the first stretch; more cannot be said in an address.
QString fragment(const QString& lines) {
    const QString first = lines.section(u',', 0, 0);
    QString fragment = QStringLiteral("#L") + first.section(u'-', 0, 0);
    if (first.contains(u'-'))
        fragment += QStringLiteral("-L") + first.section(u'-', 1);
    return fragment;
}

} // namespace

Source resolveCitation(const QString& citation, const SourceTable& table, const QString& guideSection) {
    const QString name = citation.section(u':', 0, 0);
    const QString place = citation.section(u':', 1);
    Source source{citation, {}, {}, {}};
    if (name.contains(u'@')) {
        const QString path = name.section(u'@', 0, 0);
        const QString tag = name.section(u'@', 1);
        if (path.isEmpty() || tag.isEmpty() || !isLines(place))
            return source;
        source.document = tag == QLatin1String("HEAD") ? path : Text::tr("%1 at %2").arg(path, tag);
        source.section = linesInWords(place);
        source.url =
            table.repository + (tag == QLatin1String("HEAD") ? table.head : tag) + u'/' + path + fragment(place);
        return source;
    }
    const auto document = table.documents.constFind(name);
    if (document == table.documents.constEnd())
        return source;
    if (document->url.isEmpty()) { // shipped: cited by section
        source.document = document->title;
        source.section = Text::tr("section %1").arg(place);
        return source;
    }
    if (!isLines(place))
        return source;
    source.document = document->title;
    source.section =
        guideSection.isEmpty() ? linesInWords(place) : Text::tr("%1, %2").arg(guideSection, linesInWords(place));
    source.url = document->url + fragment(place);
    return source;
}
