#include "report/facts.h"

#include "core/plan_part.h"
#include "core/progress.h"
#include "core/release.h"
#include "core/words.h"
#include "report/record_facts.h"
#include "report/rich_text.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>
#include <array>
#include <string_view>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(report)
};

QString versionsText(const QString& range) {
    const QStringView text(range);
    const qsizetype dots = text.indexOf(u"..");
    if (dots < 0)
        return Text::tr("version %1").arg(range);
    const QStringView first = text.first(dots);
    const QStringView last = text.sliced(dots + 2);
    return first == last ? Text::tr("version %1").arg(first) : Text::tr("versions %1 to %2").arg(first, last);
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
    constexpr qsizetype usualLength = 180;
    QString texts;
    texts.reserve(sources.size() * usualLength);
    for (const Source& source : sources) {
        if (!texts.isEmpty())
            texts += u"; ";
        const QString text = escapedCommonMark(words::source(source));
        const QString target = linkTarget(source.url);
        if (target.isEmpty())
            texts += text;
        else
            texts += u'[' + text + u"](" + target + u')';
    }
    return texts;
}

/// With a "…" for each stretch of the way that the part leaves out.
QString partRouteText(const Plan& part) {
    QStringList versions{part.from};
    for (const PlanHop& hop : part.hops) {
        if (parseTypedRelease(hop.from).line != parseTypedRelease(versions.constLast()).line)
            versions << QStringLiteral("…") << hop.from;
        versions << hop.stopAt;
    }
    if (versions.constLast() != part.to)
        versions << QStringLiteral("…") << part.to;
    return versions.join(u" → ");
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

/// That no source says is worth a line where it may cost tasks or data, and where the cluster runs something else
/// afterwards.
bool tellsUndo(const Item& item) {
    return item.isStep() &&
           (item.undo.kind != UndoKind::Unsaid || item.severity == Severity::Danger || item.tasks.restarts);
}

/// How many of the plan's own points each kind of source has. A team's are told of beside its file.
QString originsText(const Plan& plan) {
    QMap<Origin, int> counts;
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) { ++counts[item.item.origin]; });
    const QString ours = words::origins(counts);
    return ours.isEmpty() ? QString() : Text::tr("Its steps and notes: %1.").arg(ours);
}

/// A set of ASCII characters. A table, since a long plan asks of some hundred thousand.
class Characters final {
public:
    constexpr explicit Characters(std::string_view characters) {
        for (const char character : characters)
            m_isIn[static_cast<unsigned char>(character)] = true;
    }

    constexpr bool contains(QChar character) const {
        return character.unicode() < m_isIn.size() && m_isIn[character.unicode()];
    }

private:
    std::array<bool, 128> m_isIn{};
};

constexpr Characters meaningful("\\`*_[]<>|~&$#:.");
constexpr char inAddresses[] = "%/:?#@!$&'*+,;="; // as they are; not the parentheses
constexpr Characters
    ofPlainAddresses("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~%/:?#@!$&'*+,;=");

} // namespace

QString labelText(const char* label) {
    return Text::tr(label);
}

QString escapedCommonMark(const QString& plain) {
    QString escaped(2 * plain.size(), Qt::Uninitialized);
    QChar* to = escaped.data();
    const QStringView text(plain);
    // GitHub makes links of bare addresses before it looks at backslashes within them, hence :// and www.
    const auto beginsAddress = [text](qsizetype colon) { return text.sliced(colon).startsWith(u"://"); };
    const auto endsInWww = [text](qsizetype dot) { return text.first(dot).endsWith(u"www"); };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar character = text[i];
        if (meaningful.contains(character) && (character != u':' || beginsAddress(i)) &&
            (character != u'.' || (i > 0 && text[i - 1] == u'w' && endsInWww(i))))
            *to++ = u'\\';
        *to++ = character;
    }
    escaped.truncate(to - escaped.constData());
    return escaped;
}

QStringList marksOf(const PlanItem& planned) {
    const Item& item = planned.item;
    QStringList marks;
    const auto addWord = [&marks](const QString& word) {
        if (!word.isEmpty())
            marks << word;
    };
    addWord(words::severity(item.severity));
    addWord(words::gate(item.gate));
    if (planned.findFirst)
        marks << Text::tr("Find out first: only if %1").arg(words::openCondition(planned));
    if (!planned.hosts.isEmpty())
        marks << Text::tr("Only for %1").arg(plainText(planned.hosts));
    for (const QString& qualifier : item.qualifiers)
        marks << u'(' + plainText(qualifier) + u')';
    addWord(words::origin(item));
    if (item.origin != Origin::Guide && !item.holds.isEmpty())
        marks << versionsText(item.holds);
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
    if (!planned.because.isEmpty() || planned.patchOpen)
        facts << Fact{QT_TRANSLATE_NOOP("report", "Why"), whyText(hop, planned)};
    if (!planned.standsFor.isEmpty())
        facts << Fact{QT_TRANSLATE_NOOP("report", "Stands for"), codeSpans(planned.standsFor).join(u", ")};
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

QList<PlanItem> doneOnce(const Plan& plan) {
    QList<PlanItem> items;
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
        if (!item.standsFor.isEmpty())
            items << item;
    });
    return items;
}

QString doneOnceText() {
    return Text::tr("Done once in place of several times:");
}

QString receiptOf(const Plan& plan) {
    const QString receipt = words::coverage(plan.coverage);
    return isPart(plan) ? Text::tr("Of the whole plan: %1").arg(receipt) : receipt;
}

QString partNotice(const Plan& plan) {
    if (!isPart(plan))
        return {};
    return Text::tr("This is a part of the plan: %1 of its %2 points.")
        .arg(pointCount(plan))
        .arg(plan.coverage.planned);
}

QString nothingLeftOutText(const Plan& plan) {
    return isPart(plan) ? Text::tr("Nothing that belongs to this part.")
                        : Text::tr("Nothing: your answers left nothing out.");
}

QString routeText(const Plan& plan) {
    if (isPart(plan))
        return partRouteText(plan);
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
    return {steps, Text::tr("Steps with a restart: %1").arg(restartCount(plan)), Text::tr("Notes: %1").arg(notes),
            Text::tr("Blockers: %1").arg(blockers), Text::tr("Open questions: %1").arg(openQuestions(plan).size())};
}

QString answerText(const Plan& plan, const PlanQuestion& question) {
    const PlanQuestion* general = answeredBy(plan.questions, question);
    return general == nullptr
               ? words::answer(question.answer)
               : Text::tr("no, since %1: %2").arg(plainText(general->label), words::answer(general->answer));
}

QString differenceText(const PlanQuestion& question) {
    constexpr qsizetype manyUpgrades = 3;
    if (question.upgrades.isEmpty())
        return {};
    return question.upgrades.size() <= manyUpgrades
               ? Text::tr("Makes a difference in: %1").arg(question.upgrades.join(u", "))
               : Text::tr("Makes a difference in %1 upgrades, first in: %2")
                     .arg(QString::number(question.upgrades.size()), question.upgrades.constFirst());
}

QStringList waitingFor(const Plan& plan, const PlanQuestion& question) {
    QStringList ids;
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
        const auto asksThis = [&](const Because& because) { return because.trait == question.id; };
        if (item.findFirst && std::any_of(item.because.cbegin(), item.because.cend(), asksThis))
            ids << item.item.id;
    });
    return ids;
}

QStringList waitingForPatch(const Plan& plan) {
    QStringList ids;
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) {
        if (item.patchOpen)
            ids << item.item.id;
    });
    return ids;
}

QString patchQuestion(const Plan& plan) {
    return Text::tr("Which release of %1 runs?").arg(plan.from);
}

QString patchAdvice() {
    return Text::tr("Some steps and notes are only for some of its releases. Plan from the exact one, and only those "
                    "that concern it stay.");
}

QString provenanceOf(const Plan& plan) {
    QStringList sentences{
        Text::tr("Made from the collected guides of %1, SHA-256 %2.").arg(plan.catalogueVersion, plan.catalogueDigest)};
    if (!plan.lastRelease.isEmpty())
        sentences << Text::tr("%1 is the last published release of Mesos.").arg(plan.lastRelease);
    sentences << originsText(plan);
    if (!plan.overlay.isEmpty())
        sentences << Text::tr("Steps and notes of %1 added to it: %2, from %3, SHA-256 %4.")
                         .arg(plan.overlay.team, QString::number(teamCount(plan)), plan.overlay.name,
                              plan.overlay.digest);
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

QString linkTarget(const QString& url) {
    if (!url.startsWith(u"https://"))
        return {};
    const bool isPlain =
        std::all_of(url.cbegin(), url.cend(), [](QChar character) { return ofPlainAddresses.contains(character); });
    return isPlain ? url : QString::fromLatin1(QUrl::toPercentEncoding(url, inAddresses));
}
