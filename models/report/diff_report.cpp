#include "report/diff_report.h"

#include "core/plan_json.h"
#include "report/diff_document.h"
#include "report/facts.h"
#include "report/html_text.h"
#include "report/markdown_text.h"
#include "report/record_json.h"
#include "report/rich_text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(report)
};

/// As far in as the text of a list item.
QString nested(const QString& block) {
    QStringList lines = block.trimmed().split(u'\n');
    for (QString& line : lines)
        if (!line.isEmpty())
            line.prepend(QStringLiteral("  "));
    return lines.join(u'\n');
}

QStringList markdownOf(const Entry& entry) {
    QStringList head{QStringLiteral("-")};
    if (entry.isNote)
        head << markdown::strong(Text::tr("Note"));
    if (!entry.text.isEmpty())
        head << markdown::oneLine(entry.text);
    if (!entry.id.isEmpty())
        head << markdown::codeSpan(entry.id);
    QStringList blocks{head.join(u' ')};
    if (!entry.marks.isEmpty())
        blocks << nested(markdown::strong(escapedCommonMark(entry.marks)));
    for (const Line& line : entry.lines) {
        const QString separator = line.text.trimmed().contains(u'\n') ? QStringLiteral(":\n\n") : QStringLiteral(": ");
        blocks << nested(escapedCommonMark(line.label) + separator + line.text);
    }
    return blocks;
}

QByteArray markdownOf(const Document& document) {
    QStringList blocks{QStringLiteral("# ") + document.title};
    for (const Chapter& chapter : document.chapters) {
        blocks << QStringLiteral("## ") + chapter.title;
        if (!chapter.bullets.isEmpty())
            blocks << QStringLiteral("- ") + chapter.bullets.join(QStringLiteral("\n- "));
        for (const Part& part : chapter.parts) {
            blocks << QStringLiteral("### ") + part.title;
            for (const Entry& entry : part.entries)
                blocks += markdownOf(entry);
        }
    }
    return blocks.join(u"\n\n").append(u'\n').toUtf8();
}

QString htmlOf(const Entry& entry) {
    const QString lead =
        entry.isNote ? u"<span class=\"state\">" + Text::tr("Note").toHtmlEscaped() + u"</span> " : QString();
    const QString id = entry.id.isEmpty() ? QString() : u" <small>" + html::code(entry.id) + u"</small>";
    QString html = html::element(QStringLiteral("h4"), lead + inlineToHtml(entry.text) + id);
    if (!entry.marks.isEmpty())
        html += html::plain(QStringLiteral("p class=\"marks\""), entry.marks);
    QString lines;
    for (const Line& line : entry.lines)
        lines += html::fact(line.label, commonMarkToHtml(line.text));
    if (!lines.isEmpty())
        html += html::element(QStringLiteral("dl"), u'\n' + lines);
    return html::element(entry.isNote ? QStringLiteral("article class=\"note\"")
                                      : QStringLiteral("article class=\"step\""),
                         u'\n' + html);
}

QByteArray htmlOf(const Document& document) {
    QString body = html::plain(QStringLiteral("h1"), document.title);
    for (qsizetype i = 0; i < document.chapters.size(); ++i) {
        const Chapter& chapter = document.chapters[i];
        QStringList bullets;
        for (const QString& bullet : chapter.bullets)
            bullets << inlineToHtml(bullet);
        QString html = bullets.isEmpty() ? QString() : html::list(bullets);
        for (const Part& part : chapter.parts) {
            html += html::plain(QStringLiteral("h3"), part.title);
            for (const Entry& entry : part.entries)
                html += htmlOf(entry);
        }
        body += html::part(u"part-" + QString::number(i + 1), chapter.title, html);
    }
    return html::page(document.title, body);
}

QJsonObject jsonOf(const TextChange& change) {
    return {{QStringLiteral("before"), change.before}, {QStringLiteral("after"), change.after}};
}

QJsonObject jsonOf(const QuestionChange& question) {
    const auto word = [](const std::optional<Answer>& answer) {
        return answer ? QJsonValue(answerWord(*answer)) : QJsonValue();
    };
    return {{QStringLiteral("id"), question.id},
            {QStringLiteral("label"), question.label},
            {QStringLiteral("before"), word(question.before)},
            {QStringLiteral("after"), word(question.after)},
            {QStringLiteral("fields"), QJsonArray::fromStringList(question.fields)}};
}

QJsonObject jsonOf(const HopChange& change) {
    QJsonObject before = toJson(change.before);
    QJsonObject after = toJson(change.after);
    before.remove(QStringLiteral("sections"));
    after.remove(QStringLiteral("sections"));
    return {{QStringLiteral("before"), before},
            {QStringLiteral("after"), after},
            {QStringLiteral("fields"), QJsonArray::fromStringList(change.fields)}};
}

QJsonObject jsonOf(const Because& because) {
    return toJson(because);
}

QJsonObject jsonOf(const PlacedItem& placed);
QJsonObject jsonOf(const ItemChange& change);

template <typename T> QJsonArray jsonOf(const QList<T>& values) {
    QJsonArray array;
    for (const T& value : values)
        array.append(jsonOf(value));
    return array;
}

QJsonObject jsonOf(const PlacedItem& placed) {
    QJsonObject object = toJson(placed.planned);
    object.insert(QStringLiteral("hop"), placed.hop);
    object.insert(QStringLiteral("section"), placed.section);
    object.insert(QStringLiteral("behind"), placed.behind);
    object.insert(QStringLiteral("left-out-by"), jsonOf(placed.leftOutBy));
    return object;
}

QJsonObject jsonOf(const ItemChange& change) {
    return {{QStringLiteral("before"), jsonOf(change.before)},
            {QStringLiteral("after"), jsonOf(change.after)},
            {QStringLiteral("fields"), QJsonArray::fromStringList(change.fields)}};
}

QByteArray jsonOf(const PlanDiff& diff, const Record& before, const Record& after) {
    const QJsonObject record{{QStringLiteral("before"), recordToJson(before)},
                             {QStringLiteral("after"), recordToJson(after)}};
    return QJsonDocument(QJsonObject{
                             {QStringLiteral("format"), 2},
                             {QStringLiteral("equal"), diff.isEmpty()},
                             {QStringLiteral("from"), jsonOf(diff.from)},
                             {QStringLiteral("to"), jsonOf(diff.to)},
                             {QStringLiteral("catalogue-version"), jsonOf(diff.catalogueVersion)},
                             {QStringLiteral("catalogue-digest"), jsonOf(diff.catalogueDigest)},
                             {QStringLiteral("overlay-name"), jsonOf(diff.overlayName)},
                             {QStringLiteral("overlay-digest"), jsonOf(diff.overlayDigest)},
                             {QStringLiteral("questions"), jsonOf(diff.questions)},
                             {QStringLiteral("hops"), jsonOf(diff.changedHops)},
                             {QStringLiteral("added"), jsonOf(diff.added)},
                             {QStringLiteral("removed"), jsonOf(diff.removed)},
                             {QStringLiteral("changed"), jsonOf(diff.changed)},
                             {QStringLiteral("unchanged"), diff.unchanged.size()},
                             {QStringLiteral("record"), record},
                         })
        .toJson(QJsonDocument::Indented);
}

} // namespace

Result<QByteArray> diffReport(const PlanDiff& diff, const Record& before, const Record& after, Format format) {
    switch (format) {
    case Format::Markdown:
        return markdownOf(documentOf(diff, before, after));
    case Format::Html:
        return htmlOf(documentOf(diff, before, after));
    case Format::Json:
        return jsonOf(diff, before, after);
    case Format::Pdf:
        return requestError(Text::tr("A comparison is not offered as PDF: it is one of markdown, html, json."));
    }
    Q_UNREACHABLE();
}
