#include "report/find_out_list.h"

#include "core/cluster_values.h"
#include "core/words.h"
#include "report/facts.h"
#include "report/markdown_text.h"
#include "report/rich_text.h"

#include <QCoreApplication>

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(report)
};

constexpr qsizetype namedWaiting = 10;

QString capitalized(QString text) {
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

/// Where, what, and what its output means.
QString wayToFindOut(const FindOut& way, const ClusterValues& values) {
    const QString caption = captionOf(way);
    if (way.command.isEmpty())
        return caption.isEmpty() ? way.means : Text::tr("%1: %2").arg(caption, way.means);
    return paragraphsOf({caption.isEmpty() ? QString() : caption + u':',
                         markdown::fenced(QStringLiteral("sh"), filledText(way.command, values)), way.means});
}

QString waitingText(const QStringList& ids) {
    if (ids.isEmpty())
        return {};
    const QString named = markdown::codeSpans(ids.mid(0, namedWaiting));
    const qsizetype more = ids.size() - namedWaiting;
    return more > 0 ? Text::tr("Waiting for the answer: %1 and %2 more").arg(named).arg(more)
                    : Text::tr("Waiting for the answer: %1").arg(named);
}

QString roomForAnswer(const PlanQuestion& question) {
    return question.perHost ? Text::tr("Answer (yes, no, or on which hosts), and who found it out:")
                            : Text::tr("Answer (yes or no), and who found it out:");
}

SheetPart partOf(const Plan& plan, const PlanQuestion& question, const Record& record) {
    QStringList texts{markdown::strong(markdown::oneLine(question.ask)), question.why, differenceText(question)};
    for (const FindOut& way : question.findOut)
        texts << wayToFindOut(way, record.values);
    texts << waitingText(waitingFor(plan, question)) << roomForAnswer(question);
    return {capitalized(plainText(question.label)), paragraphsOf(texts), 1};
}
} // namespace

Sheet findOutList(const Plan& plan, const Record& record) {
    Sheet sheet =
        sheetAbout(plan, Text::tr("Find out first: %1").arg(words::planTitle(plan)), Text::tr("Find out first"));
    if (const QStringList waiting = waitingForPatch(plan); !waiting.isEmpty())
        sheet.parts << SheetPart{patchQuestion(plan), paragraphsOf({patchAdvice(), waitingText(waiting)}), 1};
    for (const QList<PlanQuestion> open = openQuestions(plan); const PlanQuestion& question : open)
        sheet.parts << partOf(plan, question, record);
    if (sheet.parts.isEmpty())
        sheet.parts << SheetPart{Text::tr("Nothing"), Text::tr("No question is open."), 0};
    return sheet;
}

qsizetype findOutCount(const Plan& plan) {
    return openQuestions(plan).size() + (waitingForPatch(plan).isEmpty() ? 0 : 1);
}
