#include "report/card.h"

#include "core/nearest.h"
#include "core/trouble.h"
#include "core/words.h"
#include "report/html_text.h"
#include "report/markdown_text.h"
#include "report/pdf_module.h"
#include "report/record_facts.h"
#include "report/rich_text.h"

#include <QCoreApplication>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(report)
};

using markdown::codeSpan;
using markdown::oneLine;
using markdown::personsText;
using markdown::strong;

constexpr int namedSteps = 10;

QString bullets(const QStringList& texts) {
    return QStringLiteral("- ") + texts.join(QStringLiteral("\n- "));
}

QString paragraphs(QStringList texts) {
    texts.removeAll(QString());
    return texts.join(QStringLiteral("\n\n"));
}

/// Its line with the id behind it, as reports have it.
QString stepLine(const Plan& plan, const QString& id) {
    const PlanItem* step = findItem(plan, id);
    return step ? oneLine(step->item.text) + u' ' + codeSpan(id) : codeSpan(id);
}

/// The first of them, and how many there are beside.
QString namedIds(const QStringList& ids) {
    QStringList named;
    for (const QString& id : ids.mid(0, namedSteps))
        named << codeSpan(id);
    if (const qsizetype more = ids.size() - namedSteps; more > 0)
        named << Text::tr("and %1 more").arg(more);
    return named.join(QStringLiteral(", "));
}

CardPart whatWentWrong(const Plan& plan, const Trouble& trouble) {
    const Item& step = trouble.step.item;
    QStringList texts{
        strong(oneLine(step.text)) + u' ' + codeSpan(step.id),
        Text::tr("Step %1 of the upgrade %2: %3")
            .arg(QString::number(trouble.step.number), trouble.upgrade, words::state(trouble.record.mark.state))};
    if (trouble.record.mark.state != StepState::Failed)
        texts << Text::tr("Nobody has marked this step as failed. What follows holds if it is.");
    for (const Fact& fact : recordedOf(plan, trouble.record))
        texts << strong(labelText(fact.label)) + u": " + personsText(fact.text);
    const bool wasSeen = !trouble.record.observed.isEmpty() || !trouble.record.mark.reason.isEmpty();
    return {Text::tr("What went wrong"), paragraphs(texts), wasSeen ? 0 : 2};
}

CardPart whatRunsNow(const Trouble& trouble) {
    QStringList components;
    for (const ComponentNow& now : trouble.now)
        components << words::componentNow(now);
    return {Text::tr("What the cluster runs now, as recorded"),
            components.isEmpty() ? Text::tr("This plan restarts nothing.") : bullets(components), 0};
}

CardPart mayItBeLeft(const Trouble& trouble) {
    QStringList answers;
    if (trouble.lastDone.isEmpty())
        answers << Text::tr("As it was before this step: no step was done before it.");
    else
        answers << Text::tr("As it was after %1: %2").arg(codeSpan(trouble.lastDone), oneLine(trouble.stopBefore));
    if (!trouble.notDone.isEmpty())
        answers << Text::tr("That speaks of a cluster in which everything before it is done. Not done: %1")
                       .arg(namedIds(trouble.notDone));
    answers << Text::tr("As it is now, in the middle of this step: no source says.")
            << Text::tr("Once this step is finished: %1").arg(oneLine(trouble.stopAfter));
    return {Text::tr("May the cluster be left so"), bullets(answers), 0};
}

CardPart wayBack(const Trouble& trouble) {
    const QString ofThis = trouble.step.item.undo.kind == UndoKind::Unsaid
                               ? Text::tr("Of this step: no source describes a way back.")
                               : Text::tr("Of this step: %1").arg(oneLine(trouble.wayBack));
    QStringList earlier;
    for (const auto& [step, how] : trouble.earlierWaysBack)
        earlier << codeSpan(step) + u": " + oneLine(how);
    if (earlier.isEmpty())
        return {Text::tr("The way back"), ofThis, 0};
    return {Text::tr("The way back"),
            paragraphs({ofThis, Text::tr("Of steps done before it in this upgrade, as the sources have it:"),
                        bullets(earlier)}),
            0};
}

CardPart whatMustWait(const Plan& plan, const Trouble& trouble) {
    if (trouble.waiting.isEmpty())
        return {Text::tr("Do not begin until this is solved"), Text::tr("No other step waits for this one."), 0};
    QStringList steps;
    for (const QString& id : trouble.waiting.mid(0, namedSteps))
        steps << stepLine(plan, id);
    if (const qsizetype more = trouble.waiting.size() - namedSteps; more > 0)
        steps << Text::tr("and %1 more").arg(more);
    return {Text::tr("Do not begin until this is solved"), bullets(steps), 0};
}

CardPart whomToCall(const Trouble& trouble) {
    return {Text::tr("Whom to call"), personsText(trouble.call), trouble.call.isEmpty() ? 1 : 0};
}

/// Underscores alone in a line are lines to write on, printed or rendered.
QByteArray cardMarkdown(const Card& card) {
    QString text = u"# " + escapedCommonMark(card.title) + u'\n';
    for (const CardPart& part : card.parts) {
        text += u"\n## " + part.title + u'\n';
        if (!part.text.isEmpty())
            text += u'\n' + part.text + u'\n';
        for (int line = 0; line < part.lines; ++line)
            text += u'\n' + QString(72, u'_') + u'\n';
    }
    return text.toUtf8();
}

QByteArray cardHtml(const Card& card) {
    QString body = html::plain(QStringLiteral("h1"), card.title);
    for (const CardPart& part : card.parts)
        body += html::element(QStringLiteral("section class=\"card\""),
                              u'\n' + html::plain(QStringLiteral("h2"), part.title) + commonMarkToHtml(part.text) +
                                  QStringLiteral("<hr>\n").repeated(part.lines));
    return html::page(card.title, body);
}

} // namespace

Result<Card> cardOf(const Plan& plan, const Record& record, const QString& step) {
    const std::optional<Trouble> trouble = troubleAt(plan, record, step);
    if (!trouble) {
        QStringList steps;
        forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
            if (item.item.isStep())
                steps << item.item.id;
        });
        return requestError(Text::tr("The plan has no step %1%2").arg(step, didYouMeanOrStop(step, steps)));
    }
    return Card{Text::tr("It went wrong: %1").arg(step),
                {whatWentWrong(plan, *trouble), whatRunsNow(*trouble), mayItBeLeft(*trouble), wayBack(*trouble),
                 whatMustWait(plan, *trouble), whomToCall(*trouble),
                 CardPart{Text::tr("What was done about it, when, by whom"), {}, 4}}};
}

Result<QByteArray> makeCard(const Plan& plan, const Record& record, const QString& step, Format format, PageSize size) {
    switch (format) {
    case Format::Markdown:
        return cardOf(plan, record, step).map(cardMarkdown);
    case Format::Html:
        return cardOf(plan, record, step).map(cardHtml);
    case Format::Pdf:
        return cardPdf(plan, record, step, size);
    case Format::Json:
        return requestError(Text::tr("The card is there as Markdown, HTML and PDF; as JSON there is the whole plan."));
    }
    Q_UNREACHABLE();
}
