#include "report/minutes.h"

#include "core/cluster_values.h"
#include "core/words.h"
#include "report/facts.h"
#include "report/markdown_text.h"
#include "report/record_facts.h"

#include <QCoreApplication>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(report)
};

using markdown::oneLine;
using markdown::strong;

QString timeOf(const JournalEntry& entry) {
    return entry.when.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString whenAndByWhom(const QList<JournalEntry>& said) {
    if (said.isEmpty())
        return Text::tr("Nothing was written down in this meeting.");
    QStringList people;
    for (const JournalEntry& entry : said)
        people << entry.who;
    people.removeDuplicates();
    return Text::tr("Written down from %1 to %2 UTC by %3.")
        .arg(timeOf(said.constFirst()), timeOf(said.constLast()), people.join(QStringLiteral(", ")));
}

SheetPart whatItIsOf(const Plan& plan, const Meeting& meeting) {
    QStringList texts{whenAndByWhom(saidIn(meeting)), Text::tr("The way: %1").arg(routeText(plan)), receiptOf(plan),
                      provenanceOf(plan)};
    for (QString& text : texts)
        text = escapedCommonMark(text);
    return {Text::tr("What was talked about"), paragraphsOf(texts), 0};
}

/// A text of several lines stays within its bullet.
QString withinBullet(const QString& text) {
    QStringList lines = text.split(u'\n');
    for (QString& line : lines)
        if (!line.isEmpty())
            line.prepend(u"  ");
    return lines.join(u'\n').trimmed();
}

SheetPart decided(const QList<Decision>& decisions, Decision::Kind kind) {
    QStringList texts;
    for (const Decision& decision : decisions)
        if (decision.kind == kind)
            texts << withinBullet(decision.text) + u" – " + escapedCommonMark(decision.stamp);
    return {titleOf(kind), texts.isEmpty() ? QString() : bulletsOf(texts), 0};
}

SheetPart listed(const QString& title, const QStringList& texts) {
    return {title, texts.isEmpty() ? Text::tr("None.") : bulletsOf(texts), 0};
}

/// With who marked it and why.
SheetPart failedSteps(const Plan& plan, const Record& record, const QStringList& ids) {
    QStringList texts;
    for (const QString& id : ids) {
        QStringList said{lineOf(plan, id)};
        const QList<Fact> facts = recordedOf(plan, record.of(id));
        for (const Fact& fact : facts)
            said << labelText(fact.label) + u": " + withinBullet(markdown::personsText(fact.text));
        texts << said.join(QStringLiteral(" – "));
    }
    return {Text::tr("What failed"), bulletsOf(texts), 0};
}

SheetPart openStops(const Plan& plan, const Record& record, const QStringList& ids) {
    QStringList texts;
    for (const QString& id : ids) {
        const ItemRecord stop = record.of(id);
        QStringList missing;
        if (stop.owner.isEmpty())
            missing << Text::tr("no approver");
        if (!stop.day.isValid())
            missing << Text::tr("no day");
        texts << lineOf(plan, id) + u" – " + missing.join(u", ");
    }
    return listed(Text::tr("Still open: stops"), texts);
}

SheetPart listedSteps(const QString& title, const Plan& plan, const QStringList& ids) {
    QStringList texts;
    for (const QString& id : ids)
        texts << lineOf(plan, id);
    return listed(title, texts);
}

QString howToFindOut(const Record& record, const FindOut& way) {
    const QString caption = captionOf(way);
    const QString command = way.command.isEmpty()
                                ? QString()
                                : markdown::fenced(QStringLiteral("sh"), filledText(way.command, record.values));
    return paragraphsOf({caption.isEmpty() ? QString() : caption + u':', command, oneLine(way.means)});
}

SheetPart openQuestionsOf(const Record& record, const QList<PlanQuestion>& questions) {
    QStringList texts;
    for (const PlanQuestion& question : questions) {
        QStringList lines{strong(oneLine(question.ask))};
        for (const FindOut& way : question.findOut)
            lines << howToFindOut(record, way);
        texts << withinBullet(paragraphsOf(lines));
    }
    return listed(Text::tr("Still open: questions"), texts);
}

} // namespace

Sheet minutesOf(const Plan& plan, const Record& record, const Meeting& meeting) {
    const QString day = meeting.day.toString(Qt::ISODate);
    Sheet minutes = sheetAbout(plan, Text::tr("Minutes of %1: %2").arg(day, words::planTitle(plan)),
                               Text::tr("Minutes of %1").arg(day));
    minutes.parts << whatItIsOf(plan, meeting);

    const QList<Decision> decisions = decisionsOf(plan, meeting);
    for (const Decision::Kind kind : allKinds()) {
        if (const SheetPart part = decided(decisions, kind); !part.text.isEmpty())
            minutes.parts << part;
        const QStringList differences = differencesOf(diffPlans(meeting.plan, plan));
        if (kind == Decision::Kind::Answer && !differences.isEmpty())
            minutes.parts << SheetPart{Text::tr("What that changed in the plan"), bulletsOf(differences), 0};
    }

    const StillOpen open = stillOpenIn(plan, record, meeting.day);
    if (!open.failed.isEmpty())
        minutes.parts << failedSteps(plan, record, open.failed);
    minutes.parts << openQuestionsOf(record, open.questions)
                  << listedSteps(Text::tr("Still open: blockers"), plan, open.blockers)
                  << openStops(plan, record, open.stops);
    return minutes;
}
