#include "core/plan_diff.h"

#include "core/plan_json.h"
#include "core/release.h"
#include "core/words.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(core)
};

QString orderField() {
    return QStringLiteral("order");
}

QStringList differingFields(const QJsonObject& before, const QJsonObject& after) {
    QStringList fields;
    for (const QString& field : before.keys())
        if (before.value(field) != after.value(field))
            fields << field;
    return fields;
}

/// What the plan says of an item beside the item's own fields. Its number is left out: it follows from what stands in
/// front of it.
QJsonObject fieldsOf(const PlanItem& planned) {
    const QJsonObject ofPlan = toJson(planned);
    QJsonObject fields = ofPlan.value(QLatin1String("item")).toObject();
    for (auto field = ofPlan.begin(); field != ofPlan.end(); ++field)
        if (field.key() != u"item" && field.key() != u"number")
            fields.insert(field.key(), field.value());
    return fields;
}

PlanHop withoutSections(PlanHop hop) {
    hop.sections.clear();
    return hop;
}

/// All items of a plan, to be looked up by id.
class Places final {
public:
    explicit Places(const Plan& plan) {
        forEachItem(plan, [&](const PlanHop& hop, const PlanSection& section, const PlanItem& planned) {
            const QString behind = m_items.isEmpty() ? QString() : m_items.constLast().planned.item.id;
            m_indexes.insert(planned.item.id, m_items.size());
            m_items << PlacedItem{words::hop(hop.from, hop.to), section.title, behind, planned, {}};
        });
    }

    const QList<PlacedItem>& items() const { return m_items; }
    qsizetype indexOf(const PlacedItem& placed) const { return m_indexes.value(placed.planned.item.id, -1); }
    bool contains(const PlacedItem& placed) const { return indexOf(placed) >= 0; }

private:
    QList<PlacedItem> m_items;
    QHash<QString, qsizetype> m_indexes;
};

/// The values of a longest increasing sequence within `values`, which are all different (patience sorting). Where there
/// are several of that length, always the same one.
QSet<qsizetype> longestIncreasing(const QList<qsizetype>& values) {
    std::vector<qsizetype> ends; // [n]: index of the smallest value that ends an increasing sequence of n + 1
    std::vector<qsizetype> previous(static_cast<std::size_t>(values.size()), -1);
    for (qsizetype i = 0; i < values.size(); ++i) {
        const auto place = std::lower_bound(ends.begin(), ends.end(), values[i],
                                            [&](qsizetype end, qsizetype value) { return values[end] < value; });
        if (place != ends.begin())
            previous[static_cast<std::size_t>(i)] = *std::prev(place);
        if (place == ends.end())
            ends.push_back(i);
        else
            *place = i;
    }
    QSet<qsizetype> longest;
    for (qsizetype i = ends.empty() ? -1 : ends.back(); i >= 0; i = previous[static_cast<std::size_t>(i)])
        longest.insert(values[i]);
    return longest;
}

/// Those places in `before` of the common items whose order both plans share: all others were moved. The longest such
/// order, so that one step that moved is not reported as all others having moved.
QSet<qsizetype> placesKept(const Places& before, const Places& after) {
    QList<qsizetype> places;
    for (const PlacedItem& placed : after.items())
        if (before.contains(placed))
            places << before.indexOf(placed);
    return longestIncreasing(places);
}

QList<Because> leftOutBy(const Plan& plan, const QString& id) {
    const auto left = std::find_if(plan.leftOut.cbegin(), plan.leftOut.cend(),
                                   [&](const LeftOut& candidate) { return candidate.id == id; });
    return left == plan.leftOut.cend() ? QList<Because>() : left->because;
}

void compareItems(const Plan& before, const Plan& after, PlanDiff& diff) {
    const Places was(before);
    const Places is(after);
    const QSet<qsizetype> kept = placesKept(was, is);
    for (PlacedItem placed : was.items()) {
        if (is.contains(placed))
            continue;
        placed.leftOutBy = leftOutBy(after, placed.planned.item.id);
        diff.removed << placed;
    }
    for (const PlacedItem& placed : is.items()) {
        const qsizetype index = was.indexOf(placed);
        if (index < 0) {
            diff.added << placed;
            continue;
        }
        const PlacedItem& old = was.items().at(index);
        QStringList fields = differingFields(fieldsOf(old.planned), fieldsOf(placed.planned));
        if (!kept.contains(index) || old.hop != placed.hop)
            fields << orderField();
        if (fields.isEmpty())
            diff.unchanged << placed;
        else
            diff.changed << ItemChange{old, placed, fields};
    }
}

const PlanQuestion* findQuestion(const Plan& plan, const QString& id) {
    const auto question = std::find_if(plan.questions.cbegin(), plan.questions.cend(),
                                       [&](const PlanQuestion& candidate) { return candidate.id == id; });
    return question == plan.questions.cend() ? nullptr : &*question;
}

void compareQuestions(const Plan& before, const Plan& after, PlanDiff& diff) {
    for (const PlanQuestion& was : before.questions) {
        const PlanQuestion* is = findQuestion(after, was.id);
        if (!is) {
            diff.questions << QuestionChange{was.id, was.label, was.answer, {}, {}};
            continue;
        }
        const QStringList fields = differingFields(toJson(was), toJson(*is));
        if (!fields.isEmpty())
            diff.questions << QuestionChange{was.id, is->label, was.answer, is->answer, fields};
    }
    for (const PlanQuestion& is : after.questions)
        if (!findQuestion(before, is.id))
            diff.questions << QuestionChange{is.id, is.label, {}, is.answer, {}};
}

/// A plan file may come from anybody, so the upgrades of neither plan need to stand in order.
QStringList hopsOf(const Plan& before, const Plan& after) {
    QList<PlanHop> both = before.hops + after.hops;
    std::stable_sort(both.begin(), both.end(), [](const PlanHop& a, const PlanHop& b) {
        return a.to == b.to ? olderThan(a.from, b.from) : olderThan(a.to, b.to);
    });
    QStringList hops;
    for (const PlanHop& hop : both)
        hops << words::hop(hop.from, hop.to);
    hops.removeDuplicates();
    return hops;
}

void compareHops(const Plan& before, const Plan& after, PlanDiff& diff) {
    for (const PlanHop& is : after.hops) {
        const auto was = std::find_if(before.hops.cbegin(), before.hops.cend(), [&](const PlanHop& candidate) {
            return candidate.from == is.from && candidate.to == is.to;
        });
        if (was == before.hops.cend())
            continue;
        HopChange change{withoutSections(*was), withoutSections(is), {}};
        change.fields = differingFields(toJson(change.before), toJson(change.after));
        if (!change.fields.isEmpty())
            diff.changedHops << change;
    }
}

struct Part {
    const char* field;
    const char* words;
};

/// Every field of an item, a question and an upgrade that may differ.
constexpr auto parts() {
    return std::array{
        Part{"text", QT_TRANSLATE_NOOP("core", "what to do")},
        Part{"details", QT_TRANSLATE_NOOP("core", "details")},
        Part{"snippets", QT_TRANSLATE_NOOP("core", "commands")},
        Part{"verify", QT_TRANSLATE_NOOP("core", "how to check")},
        Part{"severity", QT_TRANSLATE_NOOP("core", "danger")},
        Part{"gate", QT_TRANSLATE_NOOP("core", "whether it stops you")},
        Part{"order", QT_TRANSLATE_NOOP("core", "order")},
        Part{"phase", QT_TRANSLATE_NOOP("core", "order")},
        Part{"component", QT_TRANSLATE_NOOP("core", "order")},
        Part{"when", QT_TRANSLATE_NOOP("core", "who it is for")},
        Part{"find-first", QT_TRANSLATE_NOOP("core", "who it is for")},
        Part{"because", QT_TRANSLATE_NOOP("core", "who it is for")},
        Part{"patch-open", QT_TRANSLATE_NOOP("core", "who it is for")},
        Part{"hosts", QT_TRANSLATE_NOOP("core", "who it is for")},
        Part{"qualifiers", QT_TRANSLATE_NOOP("core", "the guide's own conditions")},
        Part{"undo", QT_TRANSLATE_NOOP("core", "the way back")},
        Part{"stop", QT_TRANSLATE_NOOP("core", "may I stop here")},
        Part{"tasks", QT_TRANSLATE_NOOP("core", "running tasks")},
        Part{"tasks-at-stake", QT_TRANSLATE_NOOP("core", "running tasks")},
        Part{"flags", QT_TRANSLATE_NOOP("core", "flags")},
        Part{"kind", QT_TRANSLATE_NOOP("core", "step or note")},
        Part{"holds", QT_TRANSLATE_NOOP("core", "which versions it is for")},
        Part{"only-from", QT_TRANSLATE_NOOP("core", "which versions it is for")},
        Part{"only-to", QT_TRANSLATE_NOOP("core", "which versions it is for")},
        Part{"do-on", QT_TRANSLATE_NOOP("core", "which versions it is for")},
        Part{"upgrade", QT_TRANSLATE_NOOP("core", "which versions it is for")},
        Part{"leaves-line", QT_TRANSLATE_NOOP("core", "which versions it is for")},
        Part{"hops", QT_TRANSLATE_NOOP("core", "which versions it is for")},
        Part{"stands-for", QT_TRANSLATE_NOOP("core", "what else it settles")},
        Part{"fold", QT_TRANSLATE_NOOP("core", "what else it settles")},
        Part{"changes", QT_TRANSLATE_NOOP("core", "what the version changes")},
        Part{"instead", QT_TRANSLATE_NOOP("core", "the version to install")},
        Part{"seen", QT_TRANSLATE_NOOP("core", "what was seen on a real cluster")},
        Part{"links", QT_TRANSLATE_NOOP("core", "see also")},
        Part{"team", QT_TRANSLATE_NOOP("core", "whose it is")},
        Part{"origin", QT_TRANSLATE_NOOP("core", "source")},
        Part{"sources", QT_TRANSLATE_NOOP("core", "source")},
        Part{"anchors", QT_TRANSLATE_NOOP("core", "source")},
        Part{"answer", QT_TRANSLATE_NOOP("core", "answer")},
        Part{"ask", QT_TRANSLATE_NOOP("core", "the question")},
        Part{"label", QT_TRANSLATE_NOOP("core", "the question")},
        Part{"group", QT_TRANSLATE_NOOP("core", "the question")},
        Part{"per-host", QT_TRANSLATE_NOOP("core", "the question")},
        Part{"of", QT_TRANSLATE_NOOP("core", "the question")},
        Part{"why", QT_TRANSLATE_NOOP("core", "why it is asked")},
        Part{"upgrades", QT_TRANSLATE_NOOP("core", "why it is asked")},
        Part{"find-out", QT_TRANSLATE_NOOP("core", "how to find out")},
        Part{"stop-at", QT_TRANSLATE_NOOP("core", "the version to install")},
        Part{"passes", QT_TRANSLATE_NOOP("core", "the way")},
        Part{"reason", QT_TRANSLATE_NOOP("core", "the way")},
        Part{"reason-step", QT_TRANSLATE_NOOP("core", "the way")},
        Part{"standing", QT_TRANSLATE_NOOP("core", "what to know of the whole upgrade")},
    };
}

} // namespace

bool ItemChange::moved() const {
    return fields.contains(orderField());
}

bool PlanDiff::isEmpty() const {
    const std::array texts{&from, &to, &catalogueVersion, &catalogueDigest, &overlayName, &overlayDigest};
    return std::none_of(texts.begin(), texts.end(), [](const TextChange* text) { return text->differs(); }) &&
           questions.isEmpty() && changedHops.isEmpty() && added.isEmpty() && removed.isEmpty() && changed.isEmpty();
}

qsizetype PlanDiff::movedCount() const {
    return std::count_if(changed.cbegin(), changed.cend(), [](const ItemChange& change) { return change.moved(); });
}

PlanDiff diffPlans(const Plan& before, const Plan& after) {
    PlanDiff diff;
    diff.from = {before.from, after.from};
    diff.to = {before.to, after.to};
    diff.catalogueVersion = {before.catalogueVersion, after.catalogueVersion};
    diff.catalogueDigest = {before.catalogueDigest, after.catalogueDigest};
    diff.overlayName = {before.overlay.name, after.overlay.name};
    diff.overlayDigest = {before.overlay.digest, after.overlay.digest};
    diff.hops = hopsOf(before, after);
    compareQuestions(before, after, diff);
    compareHops(before, after, diff);
    compareItems(before, after, diff);
    for (const Plan* plan : {&before, &after})
        for (const PausePoint& pause : pausePointsOf(*plan))
            diff.pauses.insert(pause.id, pause.kind);
    return diff;
}

QString inWords(const PlanDiff& diff) {
    QStringList parts;
    const auto add = [&](const QString& what, const QString& before, const QString& after) {
        if (before != after)
            parts << Text::tr("%1: %2 → %3").arg(what, before, after);
    };
    const auto word = [](const std::optional<Answer>& answer) {
        return answer ? words::answer(*answer) : Text::tr("not asked");
    };
    for (const QuestionChange& question : diff.questions)
        add(question.label, word(question.before), word(question.after));
    add(Text::tr("version that runs"), diff.from.before, diff.from.after);
    add(Text::tr("version to reach"), diff.to.before, diff.to.after);
    add(Text::tr("what was known"), diff.catalogueVersion.before, diff.catalogueVersion.after);
    if (diff.overlayDigest.differs())
        parts << Text::tr("the team's own steps");
    if (parts.isEmpty())
        parts << Text::tr("added: %1, removed: %2, changed: %3")
                     .arg(diff.added.size())
                     .arg(diff.removed.size())
                     .arg(diff.changed.size());
    return parts.join(QStringLiteral("; "));
}

QStringList partsInWords(const QStringList& fields) {
    QStringList found;
    for (const Part& part : parts())
        if (fields.contains(QLatin1String(part.field)))
            found << Text::tr(part.words);
    found.removeDuplicates();
    return found;
}
