#include "core/catalogue_lint.h"

#include "core/condition.h"
#include "core/item_lint.h"
#include "core/nearest.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <vector>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(core)
};

/// What the rules look things up in, and where they put what they find.
class Linter {
public:
    explicit Linter(const CatalogueDraft& draft)
        : m_draft(draft)
        , m_catalogue(draft.catalogue)
        , m_context(draft) {
        for (int i = 0; i < m_catalogue.standing.size(); ++i)
            m_places.push_back({m_catalogue.standing[i], QStringLiteral("standing.yaml/items/%1").arg(i)});
        for (int i = 0; i < m_catalogue.patch.size(); ++i)
            m_places.push_back({m_catalogue.patch[i], QStringLiteral("patch.yaml/items/%1").arg(i)});
        for (const Hop& hop : m_catalogue.hops)
            for (int i = 0; i < hop.items.size(); ++i)
                m_places.push_back({hop.items[i], QStringLiteral("%1/items/%2").arg(fileOf(hop)).arg(i), &hop});
        for (const ItemPlace& place : std::as_const(m_places))
            m_context.ids << place.item.id;
    }

    QList<Finding> run() {
        checkReleases();
        checkQuestions();
        checkHops();
        checkRoad();
        checkFolds();
        checkAnchors();
        checkIds();
        checkTraitUse();
        for (const ItemPlace& place : std::as_const(m_places))
            lintItem(place, m_context);
        m_context.sortFindings();
        return m_context.findings;
    }

private:
    QString fileOf(const Hop& hop) const { return m_draft.hopFiles.value(hop.toLine); }
    void fault(const QString& path, const QString& message) { m_context.fault(path, message); }

    void checkReleases() {
        QString before;
        for (int i = 0; i < m_catalogue.releases.size(); ++i) {
            const Release& release = m_catalogue.releases[i];
            const QString path = QStringLiteral("releases.yaml/releases/%1").arg(i);
            const TypedRelease typed = parseTypedRelease(release.version);
            if (typed.isNull() || typed.patch < 0)
                fault(path + QLatin1String("/version"),
                      Text::tr("“%1” is no release; 0.18.2 is expected").arg(release.version));
            else if (typed.line.toString() != release.line)
                fault(path + QLatin1String("/line"),
                      Text::tr("the line of %1 is %2").arg(release.version, typed.line.toString()));
            if (!before.isEmpty() && !olderThan(before, release.version))
                fault(path, Text::tr("%1 stands after %2; oldest first is expected").arg(release.version, before));
            before = release.version;
        }
    }

    void checkQuestions() {
        QStringList groups;
        for (const QuestionGroup& group : m_catalogue.groups)
            groups << group.id;
        QStringList ids;
        for (const Question& question : m_catalogue.questions)
            ids << question.id;
        QSet<QString> seen;
        for (int i = 0; i < m_catalogue.questions.size(); ++i) {
            const Question& question = m_catalogue.questions[i];
            const QString path = QStringLiteral("questions.yaml/questions/%1").arg(i);
            if (seen.contains(question.id))
                fault(path + QLatin1String("/id"), Text::tr("the question “%1” stands here twice").arg(question.id));
            seen.insert(question.id);
            if (!groups.contains(question.group))
                fault(path + QLatin1String("/group"),
                      Text::tr("unknown group “%1”%2").arg(question.group, didYouMean(question.group, groups)));
            if (question.perHost == question.hostsYes.isEmpty())
                fault(path, Text::tr("“hosts” is expected with per-host questions, and only there"));
            if (question.safe != Answer::Yes && question.safe != Answer::No)
                fault(path + QLatin1String("/safe"), Text::tr("the safe answer is yes or no"));
            if (!question.of.isEmpty() && !seen.contains(question.of))
                fault(path + QLatin1String("/of"),
                      Text::tr("no question “%1” stands further up%2").arg(question.of, didYouMean(question.of, ids)));
            if (!question.of.isEmpty() && question.safe != Answer::No)
                fault(path + QLatin1String("/safe"),
                      Text::tr("a no to “%1” makes this one no as well, so no has to be the safe answer")
                          .arg(question.of));
            if (question.findOut.isEmpty())
                fault(path, Text::tr("“find-out” is missing: how is somebody to find the answer?"));
            for (int j = 0; j < question.findOut.size(); ++j) {
                const QString at = QStringLiteral("%1/find-out/%2").arg(path).arg(j);
                m_context.checkRange(question.findOut[j].releases, at + QLatin1String("/releases"));
                m_context.checkShell(question.findOut[j].command, at + QLatin1String("/command"));
                m_context.checkText(question.findOut[j].means, at + QLatin1String("/means"));
            }
            m_context.checkText(question.ask, path + QLatin1String("/ask"));
            m_context.checkText(question.why, path + QLatin1String("/why"));
        }
    }

    void checkHops() {
        for (int i = 0; i < m_catalogue.hops.size(); ++i) {
            const Hop& hop = m_catalogue.hops[i];
            const QString file = fileOf(hop);
            for (const auto& [line, key] : {std::pair(hop.fromLine, "/from"), std::pair(hop.toLine, "/to")})
                if (!m_context.lines.contains(line))
                    fault(file + QLatin1String(key), Text::tr("there is no release line “%1”").arg(line));
            if (i > 0 && m_catalogue.hops[i - 1].toLine != hop.fromLine)
                fault(file + QLatin1String("/from"), Text::tr("no way leads to %1: the upgrade before goes to %2")
                                                         .arg(hop.fromLine, m_catalogue.hops[i - 1].toLine));
            const auto isStep = [](const Item& item) { return item.isStep(); };
            if (std::none_of(hop.items.begin(), hop.items.end(), isStep))
                fault(file, Text::tr("this upgrade has no step"));
            if (std::none_of(hop.items.begin(), hop.items.end(),
                             [](const Item& item) { return !item.verify.look.isEmpty(); }))
                fault(file, Text::tr("nothing in this upgrade says how to verify it"));
            for (int j = 1; j < hop.items.size(); ++j)
                if (hop.items[j].phase < hop.items[j - 1].phase)
                    fault(QStringLiteral("%1/items/%2/phase").arg(file).arg(j),
                          Text::tr("the phases go before, during, after; this one stands too late"));
        }
    }

    void checkRoad() {
        for (int i = 0; i < m_catalogue.direct.size(); ++i)
            m_context.checkRange(m_catalogue.direct[i].lines, QStringLiteral("road.yaml/direct/%1/lines").arg(i));
    }

    /// Where several upgrades are done in one go their restarts have to follow each other in one order.
    void checkFolds() {
        QStringList before;
        for (const Hop& hop : m_catalogue.hops) {
            QStringList folds;
            QSet<QString> seen;
            for (int i = 0; i < hop.items.size(); ++i) {
                const Item& item = hop.items[i];
                if (item.fold.isEmpty())
                    continue;
                const QString path = QStringLiteral("%1/items/%2/fold").arg(fileOf(hop)).arg(i);
                if (seen.contains(item.fold))
                    fault(path, Text::tr("“%1” stands twice in this file").arg(item.fold));
                seen.insert(item.fold);
                if (item.phase != Phase::During)
                    continue;
                const qsizetype place = before.indexOf(item.fold);
                for (const QString& earlier : std::as_const(folds))
                    if (place >= 0 && before.indexOf(earlier) > place)
                        fault(path, Text::tr("“%1” stands after “%2” here, and in front of it in the upgrade before")
                                        .arg(item.fold, earlier));
                folds << item.fold;
            }
            before = folds;
        }
    }

    void checkAnchors() {
        static const QRegularExpression form(QStringLiteral("^\\d+-\\d+-(x|\\d+)-[A-Za-z0-9_.-]+$"));
        QHash<QString, QString> carriers;
        for (const ItemPlace& place : std::as_const(m_places)) {
            for (const QString& anchor : place.item.anchors) {
                const QString path = place.path + QLatin1String("/anchors");
                if (!form.match(anchor).hasMatch())
                    fault(path, Text::tr("“%1” is no anchor; 1-4-x-words is expected").arg(anchor));
                if (carriers.contains(anchor))
                    fault(path, Text::tr("“%1” is carried by %2 already").arg(anchor, carriers.value(anchor)));
                carriers.insert(anchor, place.item.id);
            }
        }
        for (const Omission& omission : m_catalogue.omissions) {
            const QString line = omission.anchor.section(u'-', 0, 1).replace(u'-', u'.');
            if (!omission.anchor.isEmpty() && carriers.contains(omission.anchor))
                fault(m_draft.hopFiles.value(line) + QLatin1String("/omitted"),
                      Text::tr("“%1” is left out, and carried by %2")
                          .arg(omission.anchor, carriers.value(omission.anchor)));
        }
    }

    void checkIds() {
        static const QRegularExpression form(QStringLiteral("^(\\d+\\.\\d+|patch)-[a-z0-9.-]+$"));
        QSet<QString> seen;
        for (const ItemPlace& place : std::as_const(m_places)) {
            const QString& id = place.item.id;
            const QString path = place.path + QLatin1String("/id");
            if (!form.match(id).hasMatch() || id.size() > longestId)
                fault(path,
                      Text::tr(
                          "“%1” is no id; RELEASE-words of a-z, 0-9, “.” and “-”, at most %2 characters, is expected")
                          .arg(id)
                          .arg(longestId));
            else if (place.hop != nullptr && !id.startsWith(place.hop->toLine + u'-'))
                fault(path, Text::tr("ids of this file start with “%1-”").arg(place.hop->toLine));
            if (seen.contains(id))
                fault(path, Text::tr("the id “%1” is given twice").arg(id));
            seen.insert(id);
        }
    }

    void checkTraitUse() {
        QSet<QString> used;
        for (const ItemPlace& place : std::as_const(m_places))
            if (const Result<Condition> condition = Condition::parse(place.item.when))
                for (const QString& trait : condition->traits())
                    used.insert(trait);
        for (int i = 0; i < m_catalogue.questions.size(); ++i)
            if (!used.contains(m_catalogue.questions[i].id))
                fault(QStringLiteral("questions.yaml/questions/%1/id").arg(i),
                      Text::tr("nothing depends on the question “%1”").arg(m_catalogue.questions[i].id));
    }

    const CatalogueDraft& m_draft;
    const Catalogue& m_catalogue;
    LintContext m_context;
    std::vector<ItemPlace> m_places;
};

} // namespace

QList<Finding> lintCatalogue(const CatalogueDraft& draft) {
    return Linter(draft).run();
}

Result<Catalogue> loadCatalogue(const QString& folder) {
    const Result<CatalogueDraft> draft = readCatalogueDraft(folder);
    if (!draft)
        return tl::make_unexpected(draft.error());
    QStringList lines;
    for (const Finding& finding : lintCatalogue(*draft))
        lines << QDir(folder).filePath(finding.toString());
    if (!lines.isEmpty())
        return fileError(lines.join(u'\n'));
    return draft->catalogue;
}
