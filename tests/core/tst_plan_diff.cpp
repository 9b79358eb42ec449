#include "core/enum_names.h"
#include "core/fields.h"
#include "core/plan_builder.h"
#include "core/plan_diff.h"
#include "core/plan_json.h"
#include "support/small_plan.h"
#include "support/support.h"

#include <QJsonObject>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <functional>

namespace {

QStringList idsOf(const Plan& plan) {
    QStringList ids;
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) { ids << item.item.id; });
    return ids;
}

QStringList idsOf(const QList<PlacedItem>& placed) {
    QStringList ids;
    for (const PlacedItem& item : placed)
        ids << item.planned.item.id;
    return ids;
}

QString labelOf(const Plan& plan, const QString& question) {
    for (const PlanQuestion& asked : plan.questions)
        if (asked.id == question)
            return asked.label;
    qFatal("no question %s", qPrintable(question));
}

QStringList without(QStringList ids, const QStringList& gone) {
    ids.removeIf([&](const QString& id) { return gone.contains(id); });
    return ids;
}

/// "0.18-settle: details, gate": what changed, an entry an item.
QStringList changesOf(const PlanDiff& diff) {
    QStringList changes;
    for (const ItemChange& change : diff.changed)
        changes << change.after.planned.item.id + u": "_qs + change.fields.join(u", "_qs);
    return changes;
}

QString answerText(const std::optional<Answer>& answer) {
    return answer ? answerWord(*answer) : u"not asked"_qs;
}

QStringList answersOf(const PlanDiff& diff) {
    QStringList answers;
    for (const QuestionChange& question : diff.questions)
        answers << u"%1: %2 → %3"_qs.arg(question.id, answerText(question.before), answerText(question.after));
    return answers;
}

/// Any answers, those of the same number always the same.
Answers randomAnswers(quint32 number) {
    QRandomGenerator random(number);
    Answers answers;
    for (const Question& question : catalogue().questions)
        answers.insert(question.id, static_cast<Answer>(random.bounded(question.perHost ? 4 : 3)));
    return answers;
}

Plan randomPlan(quint32 number) {
    QRandomGenerator random(number);
    const int from = random.bounded(int(catalogue().hops.size()));
    const int to = random.bounded(from, int(catalogue().hops.size()));
    const Result<Route> route = findRoute(catalogue(), catalogue().hops[from].fromLine, catalogue().hops[to].toLine);
    return buildPlan(catalogue(), *route, randomAnswers(number));
}

/// The ids whose texts or facts differ. Which items count as moved may differ with the direction: where one step and
/// one other changed places, either of them is a right answer.
QSet<QString> reworded(const PlanDiff& diff) {
    QSet<QString> ids;
    for (const ItemChange& change : diff.changed)
        if (change.fields != QStringList{u"order"_qs})
            ids << change.after.planned.item.id;
    return ids;
}

/// Gathers the names describe() gives to the fields of a value.
struct FieldNames {
    QStringList names;
    template <typename T> void field(const char* name, const T&) { names << QLatin1String(name); }

    template <typename T> static QStringList of(const T& value) {
        FieldNames archive;
        describe(archive, value);
        return archive.names;
    }
};

using Edit = std::function<void(Plan&)>;

PlanItem& itemOf(Plan& plan, const QString& id) {
    for (PlanHop& hop : plan.hops)
        for (PlanSection& section : hop.sections)
            for (PlanItem& item : section.items)
                if (item.item.id == id)
                    return item;
    qFatal("no %s", qPrintable(id));
}

} // namespace
Q_DECLARE_METATYPE(Edit)

class TestPlanDiff final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void inWords_namesWhatPeopleChose_data() {
        QTest::addColumn<Plan>("after");
        QTest::addColumn<QString>("said");
        const Plan before = planFor(u"0.17"_qs, u"0.19"_qs);
        QTest::newRow("an answer") << planFor(u"0.17"_qs, u"0.19"_qs, u"cgroups=no"_qs)
                                   << u"%1: unsure → no"_qs.arg(labelOf(before, u"cgroups"_qs));
        QTest::newRow("another version") << planFor(u"0.17"_qs, u"0.19.0"_qs)
                                         << u"version to reach: %1 → 0.19.0"_qs.arg(before.to);
        Plan known = before;
        known.catalogueVersion = u"2100-01-01"_qs;
        QTest::newRow("newer knowledge") << known << u"what was known: %1 → 2100-01-01"_qs.arg(before.catalogueVersion);
        Plan fewer = before;
        fewer.hops[0].sections[0].items.removeLast();
        QTest::newRow("neither") << fewer << u"added: 0, removed: 1, changed: 0"_qs;
    }
    void inWords_namesWhatPeopleChose() {
        QFETCH(const Plan, after);
        QTEST(inWords(diffPlans(planFor(u"0.17"_qs, u"0.19"_qs), after)), "said");
    }

    void answer_addsAndRemoves_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<bool>("adds");
        QTest::addColumn<bool>("removes");
        QTest::newRow("yes to no: its steps go") << u"yes"_qs << u"no"_qs << true << true;
        QTest::newRow("no to yes: they come") << u"no"_qs << u"yes"_qs << true << true;
        QTest::newRow("yes to unsure: the other way comes") << u"yes"_qs << u"unsure"_qs << true << false;
        QTest::newRow("unsure to yes: the other way goes") << u"unsure"_qs << u"yes"_qs << false << true;
        QTest::newRow("unsure to some: both ways stay") << u"unsure"_qs << u"some"_qs << false << false;
    }
    void answer_addsAndRemoves() {
        QFETCH(QString, before);
        QFETCH(QString, after);
        const PlanDiff diff = diffPlans(planFor(u"0.17"_qs, u"0.18"_qs, u"cgroups="_qs + before),
                                        planFor(u"0.17"_qs, u"0.18"_qs, u"cgroups="_qs + after));
        QCOMPARE(answersOf(diff), QStringList{u"cgroups: %1 → %2"_qs.arg(before, after)});
        QCOMPARE(diff.questions.constFirst().fields, QStringList{u"answer"_qs});
        QTEST(!diff.added.isEmpty(), "adds");
        QTEST(!diff.removed.isEmpty(), "removes");
        for (const PlacedItem& placed : diff.added + diff.removed)
            QVERIFY2(placed.planned.item.when.contains(u"cgroups"_qs), qPrintable(placed.planned.item.id));
        for (const PlacedItem& placed : diff.removed) {
            QCOMPARE(placed.leftOutBy.size(), placed.planned.because.size());
            QCOMPARE(answerWord(placed.leftOutBy.constFirst().answer), after);
        }
        QVERIFY(diff.changedHops.isEmpty());
        QCOMPARE(diff.movedCount(), 0);
    }

    void yesToUnsure_whatStaysIsMarked() {
        const PlanDiff diff = diffPlans(planFor(u"0.17"_qs, u"0.18"_qs, u"cgroups=yes"_qs),
                                        planFor(u"0.17"_qs, u"0.18"_qs, u"cgroups=unsure"_qs));
        QVERIFY(changesOf(diff).contains(u"0.18-slaves-reboot: because, find-first"_qs));
        for (const PlacedItem& placed : diff.added)
            QVERIFY(placed.planned.findFirst);
        for (const ItemChange& change : diff.changed)
            QVERIFY2(partsInWords(change.fields).contains(u"who it is for"_qs), qPrintable(change.after.section));
    }

    void field_isNamed_data() {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QStringList>("changes");
        const auto row = [](const char* rule, const Edit& edit, const QStringList& changes) {
            QTest::newRow(rule) << edit << changes;
        };
        const auto settle = [](void (*edit)(PlanItem&)) -> Edit {
            return [edit](Plan& plan) { edit(itemOf(plan, u"0.18-settle"_qs)); };
        };
        row("nothing", [](Plan&) {}, {});
        row("what to do", settle([](PlanItem& item) { item.item.text = u"Settle it"_qs; }), {u"0.18-settle: text"_qs});
        row("details", settle([](PlanItem& item) { item.item.details = u"How"_qs; }), {u"0.18-settle: details"_qs});
        row("within how to check", settle([](PlanItem& item) { item.item.verify.expect = u"1"_qs; }),
            {u"0.18-settle: verify"_qs});
        row("within the commands", settle([](PlanItem& item) {
                item.item.snippets = {{{}, {}, u"true\n"_qs, {}}};
            }),
            {u"0.18-settle: snippets"_qs});
        row("danger and stop", settle([](PlanItem& item) {
                item.item.severity = Severity::Info;
                item.item.gate = Gate::None;
            }),
            {u"0.18-settle: gate, severity"_qs});
        row("who it is for", settle([](PlanItem& item) {
                item.hosts = u"some"_qs;
                item.findFirst = true;
            }),
            {u"0.18-settle: find-first, hosts"_qs});
        row("a number is no change", settle([](PlanItem& item) { item.number = 9; }), {});
        row("a heading is no change", [](Plan& plan) { plan.hops[0].sections[0].title = u"Masters, time 2"_qs; }, {});
        row("two sections that changed places", [](Plan& plan) { plan.hops[0].sections.swapItemsAt(0, 1); },
            {u"0.18-settle: order"_qs, u"0.18-slaves-restart: order"_qs});
        row("one moved far",
            [](Plan& plan) {
                const PlanItem item = plan.hops[0].sections[0].items.takeFirst();
                plan.hops[1].sections[0].items << item;
            },
            {u"0.18-read: order"_qs});
        row("under another upgrade, in the same order",
            [](Plan& plan) {
                const PlanItem item = plan.hops[1].sections[0].items.takeFirst();
                plan.hops[0].sections[1].items << item;
            },
            {u"0.19-warned: order"_qs});
        row("moved and reworded",
            [](Plan& plan) {
                PlanItem item = plan.hops[0].sections[0].items.takeFirst();
                item.item.text = u"Read"_qs;
                plan.hops[1].sections[0].items << item;
            },
            {u"0.18-read: text, order"_qs});
    }
    void field_isNamed() {
        QFETCH(Edit, edit);
        Plan after = smallPlan();
        edit(after);
        const PlanDiff diff = diffPlans(smallPlan(), after);
        QTEST(changesOf(diff), "changes");
        QVERIFY(diff.added.isEmpty() && diff.removed.isEmpty());
        QCOMPARE(diff.isEmpty(), diff.changed.isEmpty());
        QCOMPARE(diff.unchanged.size() + diff.changed.size(), idsOf(after).size());
    }

    void insertedStep_movesNothing() {
        Plan after = smallPlan();
        PlanItem item;
        item.item.id = u"0.18-new"_qs;
        after.hops[0].sections[0].items.prepend(item);
        const PlanDiff diff = diffPlans(smallPlan(), after);
        QCOMPARE(idsOf(diff.added), QStringList{u"0.18-new"_qs});
        QVERIFY(diff.changed.isEmpty());
        QCOMPARE(diff.added.constFirst().hop, u"0.17.0 → 0.18.x"_qs);
        QCOMPARE(diff.added.constFirst().section, u"Masters"_qs);
        QCOMPARE(diff.added.constFirst().behind, QString());
    }

    void everyField_hasWordsForPeople() {
        QStringList fields = FieldNames::of(Item()) + FieldNames::of(PlanItem()) + FieldNames::of(PlanHop()) +
                             FieldNames::of(PlanQuestion());
        for (const QString& apart : {u"id"_qs, u"from"_qs, u"to"_qs, u"number"_qs, u"item"_qs, u"sections"_qs})
            fields.removeAll(apart);
        for (const QString& field : fields)
            QCOMPARE(partsInWords({field}).size(), 1);
    }

    void parts_standOnceTheGravestFirst() {
        QCOMPARE(partsInWords({u"because"_qs, u"find-first"_qs, u"order"_qs, u"text"_qs}),
                 (QStringList{u"what to do"_qs, u"order"_qs, u"who it is for"_qs}));
    }

    void newerKnowledge_isSaidWithWhatItChanges() {
        const Plan before = planFor(u"0.17"_qs, u"0.19"_qs);
        Plan after = before;
        after.catalogueVersion = u"tomorrow"_qs;
        after.catalogueDigest = u"another"_qs;
        after.hops[0].stopAt = u"0.18.9"_qs;
        after.questions[0].ask = u"Is it so?"_qs;
        const PlanDiff diff = diffPlans(before, after);
        QVERIFY(diff.catalogueVersion.differs());
        QCOMPARE(diff.catalogueDigest.before, before.catalogueDigest);
        QCOMPARE(diff.catalogueDigest.after, u"another"_qs);
        QCOMPARE(diff.changedHops.size(), 1);
        QCOMPARE(diff.changedHops.constFirst().fields, QStringList{u"stop-at"_qs});
        QCOMPARE(diff.changedHops.constFirst().after.stopAt, u"0.18.9"_qs);
        QCOMPARE(diff.questions.size(), 1);
        QCOMPARE(diff.questions.constFirst().fields, QStringList{u"ask"_qs});
        QVERIFY(diff.changed.isEmpty());
        QVERIFY(!diff.isEmpty());
    }

    void newerDigestAlone_isADifference() {
        Plan after = smallPlan();
        after.catalogueDigest = u"another"_qs;
        QVERIFY(!diffPlans(smallPlan(), after).isEmpty());
    }

    void otherRoute_addsItsUpgradesAndQuestions() {
        const Plan before = planFor(u"0.18"_qs, u"0.20"_qs);
        const Plan after = planFor(u"0.17"_qs, u"0.19"_qs);
        const PlanDiff diff = diffPlans(before, after);
        QCOMPARE(diff.hops, (QStringList{u"0.17.0 → 0.18.x"_qs, u"0.18.x → 0.19.x"_qs, u"0.19.x → 0.20.x"_qs}));
        QVERIFY(diff.from.differs() && diff.to.differs());
        QVERIFY(answersOf(diff).contains(u"cgroups: not asked → unsure"_qs));
        for (const PlacedItem& placed : diff.removed)
            QVERIFY(placed.leftOutBy.isEmpty());
    }

    void anyTwoPlans_addedAndRemovedLeadFromOneToTheOther() {
        for (quint32 i = 0; i < 60; ++i) {
            const Plan before = randomPlan(2 * i);
            const Plan after = randomPlan(2 * i + 1);
            const PlanDiff diff = diffPlans(before, after);
            const PlanDiff back = diffPlans(after, before);

            QCOMPARE(idsOf(diff.added), idsOf(back.removed));
            QCOMPARE(idsOf(diff.removed), idsOf(back.added));
            QCOMPARE(reworded(diff), reworded(back));
            QCOMPARE(diff.hops, back.hops);
            const QStringList kept = without(idsOf(before), idsOf(diff.removed));
            QStringList is = without(idsOf(after), idsOf(diff.added));
            QCOMPARE(QSet<QString>(kept.begin(), kept.end()), QSet<QString>(is.begin(), is.end()));
            QCOMPARE(diff.unchanged.size() + diff.changed.size(), kept.size());
            for (const PlacedItem& placed : diff.added + diff.removed)
                QVERIFY(diff.hops.contains(placed.hop));
        }
    }

    void anyTwoAnswers_keepTheOrder() {
        for (quint32 i = 0; i < 60; ++i) {
            const Route route = *findRoute(catalogue(), u"0.11"_qs, u"0.22"_qs);
            const Plan before = buildPlan(catalogue(), route, randomAnswers(2 * i));
            const Plan after = buildPlan(catalogue(), route, randomAnswers(2 * i + 1));
            const PlanDiff diff = diffPlans(before, after);
            QCOMPARE(without(idsOf(before), idsOf(diff.removed)), without(idsOf(after), idsOf(diff.added)));
            QCOMPARE(diff.movedCount(), 0);
        }
    }

    void isEmpty_meansThatTheFilesAreEqual() {
        for (quint32 i = 0; i < 60; ++i) {
            const Plan before = randomPlan(i);
            const Plan after = randomPlan(i + i % 2);
            QCOMPARE(diffPlans(before, after).isEmpty(), planToJson(before) == planToJson(after));
        }
    }

    void anyOrder_theFewestAreReportedAsMoved() {
        for (quint32 seed = 0; seed < 40; ++seed) {
            QRandomGenerator random(seed);
            Plan before = smallPlan();
            QList<PlanItem>& items = before.hops[0].sections[0].items;
            items.clear();
            for (int i = 0; i < 7; ++i) {
                items << PlanItem();
                items.last().item.id = QString::number(i);
            }
            Plan after = before;
            std::shuffle(after.hops[0].sections[0].items.begin(), after.hops[0].sections[0].items.end(), random);
            QCOMPARE(diffPlans(before, after).movedCount(), 7 - longestByTrial(idsOf(after).mid(0, 7)));
        }
    }

private:
    /// Tries every selection.
    static int longestByTrial(const QStringList& ids) {
        int longest = 0;
        for (int selection = 0; selection < (1 << ids.size()); ++selection) {
            QStringList selected;
            for (int i = 0; i < ids.size(); ++i)
                if (selection & (1 << i))
                    selected << ids[i];
            if (std::is_sorted(selected.cbegin(), selected.cend()))
                longest = qMax(longest, int(selected.size()));
        }
        return longest;
    }
};

QTEST_GUILESS_MAIN(TestPlanDiff)
#include "tst_plan_diff.moc"
