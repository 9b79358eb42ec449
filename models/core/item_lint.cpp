#include "core/item_lint.h"

#include "core/cluster_values.h"
#include "core/condition.h"
#include "core/nearest.h"
#include "core/pause_points.h"
#include "core/route.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRegularExpression>

#include <algorithm>
#include <tuple>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(core)
};

constexpr int longestLine = 90;   // what fits on a printed line
constexpr int longestChange = 60; // what fits in a cell of the impact matrix

/// The text with code spans and code blocks blanked out: nothing in them is markup or an address to follow.
QString withoutCode(const QString& text) {
    static const QRegularExpression code(QStringLiteral("```.*?```|``.*?``|`[^`]*`"),
                                         QRegularExpression::DotMatchesEverythingOption);
    QString rest = text;
    return rest.remove(code);
}

/// What people record of a stop hangs on its id: a step of the same id would take it.
void checkReserved(const ItemPlace& place, LintContext& context) {
    if (isPauseId(place.item.id))
        context.fault(place.path + QLatin1String("/id"),
                      Text::tr("“%1”: ids with “-stop-” in them are kept for the places where people stop and approve")
                          .arg(place.item.id));
}

void checkLine(const ItemPlace& place, LintContext& context) {
    const QString& text = place.item.text;
    const QString path = place.path + QLatin1String("/text");
    if (text.size() > longestLine)
        context.fault(
            path, Text::tr("the line has %1 characters; at most %2 fit on paper").arg(text.size()).arg(longestLine));
    if (text.contains(u'\n') || text.endsWith(u'.'))
        context.fault(path, Text::tr("one line without a full stop is expected"));
    if (!text.isEmpty() && text[0].isLetter() && !text[0].isUpper())
        context.fault(path, Text::tr("the line starts with a capital letter"));
}

void checkReach(const ItemPlace& place, LintContext& context) {
    if (place.item.origin == Origin::Team) // stands where its neighbour stands
        return;
    const QString path = place.path + QLatin1String("/hops");
    if (place.hop != nullptr) {
        if (!place.item.hops.isEmpty())
            context.fault(path, Text::tr("“hops” belongs to standing.yaml and patch.yaml only"));
        return;
    }
    if (place.item.hops.isEmpty())
        return context.fault(place.path, Text::tr("“hops” is missing: which upgrades does it stand before?"));
    context.checkRange(place.item.hops, path);
    for (const Hop& hop : context.draft.catalogue.hops)
        if (rangeContains(place.item.hops, hop.toLine))
            return;
    context.fault(path, Text::tr("no upgrade lies within %1").arg(place.item.hops));
}

/// For which upgrades it is, and where it can be done.
void checkReleases(const ItemPlace& place, LintContext& context) {
    const Item& item = place.item;
    context.checkRange(item.from, place.path + QLatin1String("/from"));
    context.checkRange(item.to, place.path + QLatin1String("/to"));
    if (!item.instead.isEmpty() && (item.gate == Gate::None || item.phase != Phase::Before || item.to.isEmpty()))
        context.fault(place.path + QLatin1String("/instead"),
                      Text::tr("“instead” belongs to a stop before upgrades that lead to some releases (“to”)"));
    if (!item.instead.isEmpty() && (!context.versions.contains(item.instead) || rangeContains(item.to, item.instead)))
        context.fault(place.path + QLatin1String("/instead"),
                      Text::tr("“%1” is no release to choose instead of %2").arg(item.instead, item.to));
    const QString path = place.path + QLatin1String("/do-on");
    context.checkRange(item.doOn, path);
    if (item.doOn.isEmpty())
        return;
    if (place.hop == nullptr || !item.isStep() || item.phase != Phase::Before)
        context.fault(path, Text::tr("“do-on” belongs to a step before one upgrade"));
    else if (const QString last = lastPatch(context.draft.catalogue, place.hop->fromLine);
             !rangeContains(item.doOn, last))
        context.fault(path, Text::tr("it could not be done on %1, from where this upgrade starts").arg(last));
}

void checkChanges(const ItemPlace& place, LintContext& context) {
    for (int i = 0; i < place.item.changes.size(); ++i) {
        const QString& what = place.item.changes[i].what;
        const QString path = QStringLiteral("%1/changes/%2/what").arg(place.path).arg(i);
        context.checkText(what, path);
        if (what.size() > longestChange)
            context.fault(
                path,
                Text::tr("this has %1 characters; at most %2 fit into the table").arg(what.size()).arg(longestChange));
    }
}

/// All answers a person can give to the traits of a condition without being unsure.
QList<Answers> allWaysToAnswer(const QStringList& traits) {
    QList<Answers> ways{{}};
    for (const QString& trait : traits) {
        QList<Answers> longer;
        for (Answers way : std::as_const(ways)) {
            for (const Answer answer : {Answer::Yes, Answer::No}) {
                way.insert(trait, answer);
                longer << way;
            }
        }
        ways = longer;
    }
    return ways;
}

void checkCondition(const ItemPlace& place, LintContext& context) {
    if (place.item.when.isEmpty())
        return;
    const QString path = place.path + QLatin1String("/when");
    const Result<Condition> condition = Condition::parse(place.item.when);
    if (!condition)
        return context.fault(path, condition.error().message);
    for (const QString& trait : condition->traits())
        if (!context.traits.contains(trait))
            context.fault(path, Text::tr("no question asks for “%1”%2").arg(trait, didYouMean(trait, context.traits)));
    int held = 0;
    const QList<Answers> ways = allWaysToAnswer(condition->traits());
    for (const Answers& way : ways)
        held += condition->evaluate(way) == Truth::Yes;
    if (held == 0)
        context.fault(path, Text::tr("“%1” can never be true").arg(place.item.when));
    if (held == ways.size())
        context.fault(path, Text::tr("“%1” is always true; leave it out").arg(place.item.when));
}

/// Only the safe answer may take a blocker out of a plan.
void checkBlocker(const ItemPlace& place, LintContext& context) {
    if (place.item.gate != Gate::Blocker)
        return;
    if (!place.item.isStep())
        context.fault(place.path + QLatin1String("/gate"),
                      Text::tr("a blocker is a step: people tick it when it is settled"));
    const Result<Condition> condition = Condition::parse(place.item.when);
    if (!condition)
        return;
    for (const Question& question : context.draft.catalogue.questions) {
        const Answer unsafe = question.safe == Answer::Yes ? Answer::No : Answer::Yes;
        if (condition->evaluate({{question.id, unsafe}}) == Truth::No)
            context.fault(place.path + QLatin1String("/when"),
                          Text::tr("answering “%1” with %2, which is not the safe answer, removes this blocker")
                              .arg(question.id, answerWord(unsafe)));
    }
}

void checkStep(const ItemPlace& place, LintContext& context) {
    static const QRegularExpression restart(QStringLiteral("(^Restart|^Reboot|\\band (then )?(restart|reboot))\\b"));
    const Item& item = place.item;
    if (!item.isStep())
        return;
    if (item.verify.isEmpty())
        context.fault(place.path,
                      Text::tr("“verify” is missing: what shows that it worked, or why can nothing be seen?"));
    if (!item.verify.nothing.isEmpty() && item.verify.looked.isEmpty())
        context.fault(place.path + QLatin1String("/verify"),
                      Text::tr("“looked” is missing: where was something to see looked for?"));
    if (!context.draft.places.contains(place.path + QLatin1String("/stop")))
        context.fault(place.path, Text::tr("“stop” is missing: may the cluster be left as it is after this step?"));
    if (item.stop.after != StopAfter::Unsaid && item.stop.why.isEmpty())
        context.fault(place.path + QLatin1String("/stop"), Text::tr("“why” is missing: on what ground?"));
    if (item.phase == Phase::During && restart.match(item.text).hasMatch() && !item.tasks.restarts)
        context.fault(place.path, Text::tr("“tasks” is missing: what happens to running tasks in this restart?"));
}

void checkUndo(const ItemPlace& place, LintContext& context) {
    if (place.item.severity == Severity::Danger && !context.draft.places.contains(place.path + QLatin1String("/undo")))
        context.fault(place.path,
                      Text::tr("a danger says whether it can be taken back: undo: unsaid, {how: …} or {cannot: …}"));
}

void checkGround(const ItemPlace& place, LintContext& context) {
    const Item& item = place.item;
    if (item.origin == Origin::Team) { // the team is the ground
        if (context.draft.catalogue.overlay.isEmpty())
            context.fault(place.path + QLatin1String("/origin"), Text::tr("a team's own steps stand in its own file"));
        return;
    }
    if (item.sources.isEmpty())
        context.fault(place.path, Text::tr("“source” is missing"));
    const bool fromGuide = item.origin == Origin::Guide || item.origin == Origin::Upstream;
    if (!fromGuide && item.holds.isEmpty())
        context.fault(place.path, Text::tr("“holds” is missing: for which releases is this known?"));
    context.checkRange(item.holds, place.path + QLatin1String("/holds"));
    const auto cites = [&](QLatin1String document) {
        return std::any_of(item.sources.begin(), item.sources.end(),
                           [&](const Source& source) { return source.citation.startsWith(document); });
    };
    if (item.origin == Origin::Guide && !cites(QLatin1String("guide:")))
        context.fault(place.path, Text::tr("the origin is the guide, but no line of it is cited"));
    if (item.origin == Origin::Upstream && !cites(QLatin1String("upgrades:")))
        context.fault(place.path, Text::tr("the origin is upstream's finished guide, but no line of it is cited"));
    if (!item.seen.isEmpty() && !cites(QLatin1String("rehearsals:")))
        context.fault(place.path + QLatin1String("/seen"),
                      Text::tr("what was seen needs the section of the rehearsals in “source”"));
}

void checkSnippets(const ItemPlace& place, LintContext& context) {
    static const QStringList languages{QStringLiteral("sh"), QStringLiteral("protobuf"), QStringLiteral("python"),
                                       QStringLiteral("json"), QStringLiteral("text")};
    for (int i = 0; i < place.item.snippets.size(); ++i) {
        const Snippet& snippet = place.item.snippets[i];
        const QString path = QStringLiteral("%1/snippets/%2").arg(place.path).arg(i);
        if (!languages.contains(snippet.language))
            context.fault(path + QLatin1String("/language"),
                          Text::tr("“%1” is none of: %2").arg(snippet.language, languages.join(u", ")));
        if (snippet.language == QLatin1String("sh"))
            context.checkShell(snippet.code, path + QLatin1String("/code"));
        const QStringList used = placeholdersIn(snippet.code);
        for (const QString& name : used)
            if (!snippet.placeholders.contains(name))
                context.fault(path + QLatin1String("/code"),
                              Text::tr("the placeholder {{%1}} is not declared").arg(name));
        for (auto it = snippet.placeholders.cbegin(); it != snippet.placeholders.cend(); ++it)
            if (!used.contains(it.key()))
                context.fault(path + QLatin1String("/placeholders"),
                              Text::tr("the placeholder “%1” is not used").arg(it.key()));
    }
}

void checkFlags(const ItemPlace& place, LintContext& context) {
    for (int i = 0; i < place.item.flags.size(); ++i) {
        const FlagFact& flag = place.item.flags[i];
        const QString path = QStringLiteral("%1/flags/%2").arg(place.path).arg(i);
        if (flag.of != QLatin1String("master") && flag.of != QLatin1String("slave"))
            context.fault(path + QLatin1String("/of"), Text::tr("“%1” is neither master nor slave").arg(flag.of));
        if (!context.versions.contains(flag.at))
            context.fault(path + QLatin1String("/at"),
                          Text::tr("there is no release %1%2").arg(flag.at, didYouMean(flag.at, context.versions)));
        if ((flag.use == FlagUse::Rename) == flag.to.isEmpty())
            context.fault(path, Text::tr("“to” belongs to a rename, and only there"));
    }
}

void checkLinks(const ItemPlace& place, LintContext& context) {
    for (int i = 0; i < place.item.links.size(); ++i)
        if (const QString& id = place.item.links[i].item; !context.ids.contains(id))
            context.fault(QStringLiteral("%1/links/%2").arg(place.path).arg(i),
                          Text::tr("there is nothing with the id “%1”%2").arg(id, didYouMean(id, context.ids)));
}

void checkTexts(const ItemPlace& place, LintContext& context) {
    const Item& item = place.item;
    for (const auto& [text, key] :
         {std::pair(item.text, "/text"), std::pair(item.details, "/details"),
          std::pair(item.verify.look, "/verify/look"), std::pair(item.verify.expect, "/verify/expect"),
          std::pair(item.verify.nothing, "/verify/nothing"), std::pair(item.undo.text, "/undo"),
          std::pair(item.stop.why, "/stop/why"), std::pair(item.tasks.why, "/tasks/why"),
          std::pair(item.seen, "/seen")})
        context.checkText(text, place.path + QLatin1String(key));
}

} // namespace

LintContext::LintContext(const CatalogueDraft& given)
    : draft(given)
    , findings(given.findings) {
    for (const Question& question : given.catalogue.questions)
        traits << question.id;
    for (const Release& release : given.catalogue.releases) {
        versions << release.version;
        lines.insert(release.line);
    }
}

void LintContext::fault(const QString& path, const QString& message) {
    findings << Finding{draft.placeOf(path), message};
}

void LintContext::checkRange(const QString& range, const QString& path) {
    if (range.isEmpty())
        return;
    if (!isReleaseRange(range))
        return fault(path, Text::tr("“%1” is no range of releases; 0.13.0..0.14.2 is expected").arg(range));
    static const QRegularExpression between(QStringLiteral("\\.\\.|,\\s*"));
    for (const QString& end : range.split(between))
        if (!versions.contains(end) && !lines.contains(end))
            fault(path, Text::tr("there is no release %1%2").arg(end, didYouMean(end, versions)));
}

void LintContext::checkText(const QString& text, const QString& path) {
    static const QRegularExpression html(QStringLiteral("<(?!https://)[A-Za-z/!?][^>]*>"));
    static const QRegularExpression address(
        QStringLiteral("(?<!\\]\\()(?<!<)\\bhttps?://\\S+|\\]\\((?!https://)[^)]*\\)"));
    static const QRegularExpression ourWords(QStringLiteral("\\b(hops?|legs?|traits?|gates?|items?|coverage)\\b"),
                                             QRegularExpression::CaseInsensitiveOption);
    const QString prose = withoutCode(text);
    if (const QRegularExpressionMatch match = html.match(prose); match.hasMatch())
        fault(path, Text::tr("“%1” reads as HTML; put it between backticks").arg(match.captured()));
    if (const QRegularExpressionMatch match = address.match(prose); match.hasMatch())
        fault(path, Text::tr("“%1”: an address is written [words](https://…)").arg(match.captured()));
    if (const QRegularExpressionMatch match = ourWords.match(prose); match.hasMatch())
        fault(path, Text::tr("people do not know our word “%1”").arg(match.captured()));
}

void LintContext::checkShell(const QString& code, const QString& path) {
    if (code.isEmpty())
        return;
    QProcess bash;
    bash.start(QStringLiteral("bash"), {QStringLiteral("-n")});
    bash.write(code.toUtf8());
    bash.closeWriteChannel();
    if (!bash.waitForFinished())
        return fault(path, Text::tr("the shell could not be asked whether this parses: %1").arg(bash.errorString()));
    if (bash.exitCode() != 0)
        fault(path,
              Text::tr("this is no shell command: %1").arg(QString::fromUtf8(bash.readAllStandardError()).trimmed()));
}

void LintContext::sortFindings() {
    const auto key = [](const Finding& finding) {
        return std::tuple(finding.at.file, finding.at.line, finding.at.column);
    };
    std::stable_sort(findings.begin(), findings.end(),
                     [&](const Finding& a, const Finding& b) { return key(a) < key(b); });
}

void lintItem(const ItemPlace& place, LintContext& context) {
    checkReserved(place, context);
    checkLine(place, context);
    checkReach(place, context);
    checkReleases(place, context);
    checkChanges(place, context);
    checkCondition(place, context);
    checkBlocker(place, context);
    checkStep(place, context);
    checkUndo(place, context);
    checkGround(place, context);
    checkSnippets(place, context);
    checkFlags(place, context);
    checkLinks(place, context);
    checkTexts(place, context);
}
