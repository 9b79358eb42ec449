#include "report/facts.h"

#include "core/progress.h"
#include "core/words.h"
#include "report/record_facts.h"
#include "report/rich_text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(report)
};

QString versionsText(const QString& range) {
    const QStringList ends = range.split(QStringLiteral(".."));
    return ends.size() == 2 && ends.first() != ends.last()
               ? Text::tr("versions %1 to %2").arg(ends.first(), ends.last())
               : Text::tr("version %1").arg(ends.first());
}

QStringList codeSpans(const QStringList& texts) {
    QStringList spans;
    for (const QString& text : texts)
        spans << u'`' + text + u'`';
    return spans;
}

/// Where a release shows nothing, screen and paper show a dash and the reason.
QString verifyText(const Verify& verify) {
    if (!verify.look.isEmpty())
        return verify.expect.isEmpty() ? verify.look : Text::tr("%1 – expected: %2").arg(verify.look, verify.expect);
    return verify.looked.isEmpty()
               ? Text::tr("– (%1)").arg(verify.nothing)
               : Text::tr("– (%1; looked at %2)").arg(verify.nothing, codeSpans(verify.looked).join(u", "));
}

QString whyText(const PlanHop& hop, const PlanItem& item) {
    const QString why = words::why(hop, item);
    return item.hosts.isEmpty() ? why : Text::tr("%1; it is for %2").arg(why, item.hosts);
}

QString sourcesText(const QList<Source>& sources) {
    QStringList texts;
    for (const Source& source : sources) {
        const QString text = escapedCommonMark(words::source(source));
        const QString target = linkTarget(source.url);
        texts << (target.isEmpty() ? text : u'[' + text + u"](" + target + u')');
    }
    return texts.join(u"; ");
}

QString linksText(const QList<ItemLink>& links) {
    QStringList texts;
    for (const ItemLink& link : links)
        texts << Text::tr("`%1` – %2").arg(link.item, link.says);
    return texts.join(QStringLiteral("; "));
}

QString sentence(const QStringList& parts) {
    QString text = parts.join(QStringLiteral("; "));
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

/// That no source says is worth a line only where it may cost tasks or data.
bool tellsUndo(const Item& item) {
    return item.isStep() && (item.undo.kind != UndoKind::Unsaid || item.severity == Severity::Danger);
}

} // namespace

QString labelText(const char* label) {
    return Text::tr(label);
}

QString escapedCommonMark(const QString& plain) {
    // GitHub makes links of bare addresses before it looks at backslashes within them, hence the last two.
    static const QRegularExpression meaningful(QStringLiteral(R"(([\\`*_\[\]<>|~&$#]|:(?=//)|(?<=www)\.))"));
    return QString(plain).replace(meaningful, QStringLiteral(R"(\\1)"));
}

QStringList marksOf(const PlanItem& planned) {
    const Item& item = planned.item;
    QStringList marks{words::severity(item.severity), words::gate(item.gate)};
    if (planned.findFirst)
        marks << Text::tr("Find out first: only if %1").arg(words::openCondition(planned));
    if (!planned.hosts.isEmpty())
        marks << Text::tr("Only for %1").arg(plainText(planned.hosts));
    for (const QString& qualifier : item.qualifiers)
        marks << u'(' + plainText(qualifier) + u')';
    marks << words::origin(item);
    if (item.origin != Origin::Guide && !item.holds.isEmpty())
        marks << versionsText(item.holds);
    marks.removeAll(QString());
    return marks;
}

QList<Fact> circumstancesOf(const PlanItem& planned) {
    const Item& item = planned.item;
    QList<Fact> facts;
    if (!item.seen.isEmpty())
        facts << Fact{QT_TRANSLATE_NOOP("report", "Seen on a real cluster"), item.seen};
    if (item.tasks.restarts)
        facts << Fact{QT_TRANSLATE_NOOP("report", "Running tasks"), words::tasks(item.tasks)};
    if (item.isStep())
        facts << Fact{QT_TRANSLATE_NOOP("report", "May I stop here"), words::stop(item.stop)};
    if (!item.links.isEmpty())
        facts << Fact{QT_TRANSLATE_NOOP("report", "See also"), linksText(item.links)};
    return facts;
}

QList<Fact> groundsOf(const PlanHop& hop, const PlanItem& planned) {
    const Item& item = planned.item;
    QList<Fact> facts;
    if (!item.verify.isEmpty())
        facts << Fact{QT_TRANSLATE_NOOP("report", "Verify"), verifyText(item.verify)};
    if (tellsUndo(item))
        facts << Fact{QT_TRANSLATE_NOOP("report", "Undo"), words::undo(item.undo)};
    if (!planned.because.isEmpty())
        facts << Fact{QT_TRANSLATE_NOOP("report", "Why"), whyText(hop, planned)};
    if (!item.sources.isEmpty())
        facts << Fact{QT_TRANSLATE_NOOP("report", "Source"), sourcesText(item.sources)};
    return facts;
}

QString captionOf(const Snippet& snippet) {
    QStringList parts;
    if (!snippet.where.isEmpty())
        parts << snippet.where;
    for (auto it = snippet.placeholders.cbegin(); it != snippet.placeholders.cend(); ++it)
        parts << Text::tr("`{{%1}}` stands for: %2").arg(it.key(), it.value());
    return sentence(parts);
}

QString captionOf(const FindOut& way) {
    QStringList parts;
    if (!way.where.isEmpty())
        parts << way.where;
    if (!way.releases.isEmpty())
        parts << versionsText(way.releases);
    return sentence(parts);
}

QString doneText(const ItemRecord& record) {
    return record.mark.state == StepState::Done ? stampText(record.markedAt, record.markedBy) : QString();
}

QString routeText(const Plan& plan) {
    QStringList versions{plan.from};
    for (const PlanHop& hop : plan.hops)
        versions << hop.stopAt;
    return versions.join(u" → ");
}

QStringList numbersOf(const Plan& plan, const Record& record) {
    int notes = 0;
    int blockers = 0;
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
        notes += !item.item.isStep();
        blockers += item.item.gate == Gate::Blocker;
    });
    const Progress progress = progressOf(plan, record);
    const QString steps =
        record.items.isEmpty()
            ? Text::tr("Steps: %1, done: %2").arg(progress.steps).arg(progress.done())
            : Text::tr("Steps: %1; %2").arg(QString::number(progress.steps), words::progress(progress));
    return {steps, Text::tr("Restarts: %1").arg(restartCount(plan)), Text::tr("Notes: %1").arg(notes),
            Text::tr("Blockers: %1").arg(blockers), Text::tr("Open questions: %1").arg(openQuestions(plan).size())};
}

QStringList introductionOf(const PlanHop& hop) {
    QStringList paragraphs{Text::tr("Install version %1.").arg(hop.stopAt)};
    if (!hop.standing.isEmpty())
        paragraphs << hop.standing;
    if (!hop.ordered)
        paragraphs << Text::tr("The guide says that the order of the components does not matter here.");
    return paragraphs;
}

QList<ImpactRow> impactOf(const Plan& plan) {
    QList<ImpactRow> rows;
    forEachItem(plan, [&](const PlanHop& hop, const PlanSection& section, const PlanItem& planned) {
        const Item& item = planned.item;
        const QString upgrade = words::hop(hop.from, hop.to);
        const QString component = words::component(section.component);
        auto row = std::find_if(rows.begin(), rows.end(), [&](const ImpactRow& known) {
            return known.upgrade == upgrade && known.component == component;
        });
        if (row == rows.end()) {
            rows << ImpactRow{upgrade, component, 0, 0, 0, {}};
            row = std::prev(rows.end());
        }
        row->steps += item.isStep();
        row->restarts += item.tasks.restarts;
        const bool isDanger = item.severity == Severity::Danger;
        row->dangers += isDanger;
        if (isDanger)
            row->changes << Text::tr("%1: %2").arg(words::severity(item.severity), item.text);
        else if (!item.isStep())
            row->changes << item.text;
    });
    return rows;
}

QStringList waitingFor(const Plan& plan, const PlanQuestion& question) {
    QStringList ids;
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
        const bool asksThis = std::any_of(item.because.cbegin(), item.because.cend(),
                                          [&](const Because& because) { return because.trait == question.id; });
        if (item.findFirst && asksThis)
            ids << item.item.id;
    });
    return ids;
}

QString provenanceOf(const Plan& plan) {
    QString ours =
        Text::tr("Made from the collected guides of %1, SHA-256 %2.").arg(plan.catalogueVersion, plan.catalogueDigest);
    if (plan.overlay.isEmpty())
        return ours;
    return ours + u' ' +
           Text::tr("Steps and notes of %1 added to it: %2, from %3, SHA-256 %4.")
               .arg(plan.overlay.team, QString::number(teamCount(plan)), plan.overlay.name, plan.overlay.digest);
}

QString linkTarget(const QString& url) {
    const QUrl target(url);
    if (target.scheme() != u"https")
        return {};
    return QString::fromLatin1(target.toEncoded(QUrl::FullyEncoded))
        .replace(u'(', QStringLiteral("%28"))
        .replace(u')', QStringLiteral("%29"));
}
