#include "items/plan_filter.h"
#include "items/plan_model.h"
#include "tests/support/small_plan.h"
#include "tests/support/support.h"

#include <QAbstractItemModelTester>
#include <QTest>

namespace {

ItemRecord inState(StepState state, const QString& owner = {}) {
    ItemRecord record;
    record.mark.state = state;
    record.owner = owner;
    return record;
}

PlanWish searching(const QString& text) {
    PlanWish wish;
    wish.search = text;
    return wish;
}

PlanWish wanting(Facet facet, const QStringList& words) {
    PlanWish wish;
    wish.wanted.insert(facet, words);
    return wish;
}

/// The ids that are shown, in order. Pause points of the small plan are of no interest where they are approved.
QString shown(const QAbstractItemModel& model, const QModelIndex& parent = {}) {
    QStringList ids;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        ids << (model.hasChildren(index) ? shown(model, index) : index.data(PlanRole::Id).toString());
    }
    return ids.join(u' ');
}

} // namespace

class TestPlanFilter : public QObject {
    Q_OBJECT

private:
    const Plan m_plan = smallPlan();

    /// Somebody approved every pause point.
    Record approved() const {
        Record record;
        for (const PausePoint& pause : pausePointsOf(m_plan))
            record.items.insert(pause.id, inState(StepState::Done));
        return record;
    }

    /// With two restarts, one of which tasks survive, a step that has to be heeded to keep them, and flags that change
    /// or are only mentioned.
    Plan watchedPlan() const {
        Plan plan = m_plan;
        Item& read = plan.hops[0].sections[0].items[0].item;
        Item& masters = plan.hops[0].sections[0].items[1].item;
        Item& slaves = plan.hops[0].sections[1].items[1].item;
        read.flags = {{QStringLiteral("master"), QStringLiteral("log_dir"), FlagUse::Keep, {}, {}}};
        masters.flags = {{QStringLiteral("master"), QStringLiteral("quorum"), FlagUse::Set, {}, {}}};
        masters.tasks = {true, TaskEffect::Survive, {}};
        slaves.tasks = {true, TaskEffect::Checkpointing, {}};
        plan.hops[1].sections[0].items[0].item.tasksAtStake = true;
        return plan;
    }

    bool isOffered(Facet facet, const QString& word, const Record& record) const {
        const QList<FacetValue> values = facetValues(facet, m_plan, record, QStringLiteral("me"));
        return std::any_of(values.cbegin(), values.cend(),
                           [&](const FacetValue& value) { return value.word == word && !value.text.isEmpty(); });
    }

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void watch_isFilteredAndSearchedFor_data() {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("search");
        QTest::addColumn<QString>("hits");
        QTest::newRow("blockers") << "blocker"
                                  << "blocker"
                                  << "0.18-settle 0.19-warned";
        QTest::newRow("what to find out first") << "find-first"
                                                << "find out first"
                                                << "0.18-slaves-restart";
        QTest::newRow("stops") << "stop"
                               << "stop"
                               << "0.18-stop-start 0.18-stop-after-masters 0.18-stop-first-slaves 0.19-stop-end";
        QTest::newRow("what running tasks may not survive") << "tasks"
                                                            << "kill tasks"
                                                            << "0.18-slaves-restart 0.19-warned";
        QTest::newRow("flags to set, rename or drop") << "flags"
                                                      << "changed flags"
                                                      << "0.18-masters-restart";
    }
    void watch_isFilteredAndSearchedFor() {
        QFETCH(QString, word);
        QFETCH(QString, search);
        QFETCH(QString, hits);
        const Plan plan = watchedPlan();
        PlanModel model(plan, {});
        PlanFilter filter;
        filter.setSourceModel(&model);
        for (const PlanWish& wish : {wanting(Facet::Watch, {word}), searching(search)}) {
            filter.setWish(wish);
            QStringList ids;
            const QModelIndexList rows = filter.hits();
            for (const QModelIndex& row : rows)
                ids << row.data(PlanRole::Id).toString();
            QCOMPARE(ids.join(u' '), hits);
            QVERIFY2(shown(filter).contains(u"0.18-settle"), "an open blocker is hidden");
        }
        QVERIFY(isOffered(Facet::Watch, word, {}));
    }

    void watch_aRowMayHaveSeveral() {
        Plan plan = watchedPlan();
        plan.hops[0].sections[1].items[0].findFirst = true;
        const PlanModel model(plan, {});
        QCOMPARE(facetWords(Facet::Watch, model.indexOf(QStringLiteral("0.18-settle"))),
                 (QStringList{QStringLiteral("blocker"), QStringLiteral("find-first")}));
    }

    void search_keepsWhatMatchesAndOpenBlockers_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("ids");
        QTest::addColumn<int>("regardless");
        QTest::newRow("text") << "stricter"
                              << "0.18-read 0.18-settle 0.19-warned" << 2;
        QTest::newRow("letter case does not matter") << "STRICTER"
                                                     << "0.18-read 0.18-settle 0.19-warned" << 2;
        QTest::newRow("id") << "0.18-slaves"
                            << "0.18-settle 0.18-slaves-restart 0.19-warned" << 2;
        QTest::newRow("details") << "slow"
                                 << "0.18-masters-restart 0.18-settle 0.19-warned" << 2;
        QTest::newRow("what people wrote") << "ticket"
                                           << "0.18-settle 0.19-warned 0.19-look" << 2;
        QTest::newRow("every word, in any order") << "slaves restart"
                                                  << "0.18-settle 0.18-slaves-restart 0.19-warned" << 2;
        QTest::newRow("no pattern") << "r.*t"
                                    << "0.18-settle 0.19-warned" << 2;
        QTest::newRow("a blocker that matches") << "settle"
                                                << "0.18-settle 0.19-warned" << 1;
        QTest::newRow("a stop") << "0.18-stop-start"
                                << "0.18-stop-start 0.18-settle 0.19-warned" << 2;
    }
    void search_keepsWhatMatchesAndOpenBlockers() {
        QFETCH(QString, text);
        QFETCH(QString, ids);
        QFETCH(int, regardless);
        Record record = approved();
        record.items[QStringLiteral("0.19-look")].note = QStringLiteral("see ticket 7");
        PlanModel model(m_plan, record);
        PlanFilter filter;
        const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.setSourceModel(&model);
        filter.setWish(searching(text));
        QCOMPARE(shown(filter), ids);
        QCOMPARE(filter.shown().regardless, regardless);
        QCOMPARE(filter.shown().hits, ids.split(u' ').size() - regardless);
    }

    void nothingTyped_showsAll() {
        PlanModel model(m_plan, {});
        PlanFilter filter;
        filter.setSourceModel(&model);
        filter.setWish(searching(QStringLiteral("  ")));
        QCOMPARE(shown(filter), shown(model));
        QCOMPARE(filter.shown().regardless, 0);
    }

    void openSteps_areStepsThatAreNotSettled() {
        Record record = approved();
        PlanModel model(m_plan, record);
        PlanFilter filter;
        const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.setSourceModel(&model);
        filter.setWish(wanting(Facet::State, {QStringLiteral("open")}));
        QCOMPARE(shown(filter),
                 QStringLiteral("0.18-masters-restart 0.18-settle 0.18-slaves-restart 0.19-warned 0.19-look"));
        const auto mark = [&](const QString& id, StepState state) {
            record.items[id].mark.state = state;
            model.setItemRecords({id}, record);
        };
        mark(QStringLiteral("0.18-masters-restart"), StepState::Done);
        QCOMPARE(shown(filter), QStringLiteral("0.18-settle 0.18-slaves-restart 0.19-warned 0.19-look"));
        mark(QStringLiteral("0.18-settle"), StepState::Skipped);
        mark(QStringLiteral("0.18-slaves-restart"), StepState::NotApplicable);
        mark(QStringLiteral("0.19-look"), StepState::InProgress);
        QCOMPARE(shown(filter), QStringLiteral("0.19-warned 0.19-look"));
        mark(QStringLiteral("0.18-settle"), StepState::Open);
        QCOMPARE(shown(filter), QStringLiteral("0.18-settle 0.19-warned 0.19-look"));
        filter.setWish({});
        QCOMPARE(shown(filter), shown(model));
    }

    void neverHidden_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<ItemRecord>("record");
        QTest::addColumn<bool>("isShown");
        ItemRecord accepted = inState(StepState::Deferred);
        accepted.mark.acceptedBy = QStringLiteral("lin");
        QTest::newRow("open blocker") << "0.18-settle" << ItemRecord() << true;
        QTest::newRow("blocker in progress") << "0.18-settle" << inState(StepState::InProgress) << true;
        QTest::newRow("settled blocker") << "0.18-settle" << inState(StepState::Done) << false;
        QTest::newRow("blocker put off that somebody accepted") << "0.18-settle" << accepted << false;
        ItemRecord over = accepted;
        over.mark.until = QDate::currentDate().addDays(-1);
        QTest::newRow("blocker whose acceptance is over") << "0.18-settle" << over << true;
        over.mark.state = StepState::Skipped;
        QTest::newRow("the same, skipped") << "0.18-settle" << over << true;
        over.mark.until = QDate::currentDate();
        QTest::newRow("blocker that is accepted until today") << "0.18-settle" << over << false;
        QTest::newRow("open step") << "0.19-look" << ItemRecord() << false;
        QTest::newRow("failed step") << "0.19-look" << inState(StepState::Failed) << true;
        QTest::newRow("step put off") << "0.19-look" << inState(StepState::Deferred) << false;
        QTest::newRow("open stop") << "0.18-stop-start" << ItemRecord() << true;
        QTest::newRow("approved stop") << "0.18-stop-start" << inState(StepState::Done) << false;
    }
    void neverHidden() {
        QFETCH(QString, id);
        QFETCH(ItemRecord, record);
        QFETCH(bool, isShown);
        Record all = approved();
        all.items.insert(id, record);
        PlanModel model(m_plan, all);
        PlanFilter filter;
        filter.setSourceModel(&model);
        filter.setWish(searching(QStringLiteral("no such word")));
        QCOMPARE(shown(filter).split(u' ').contains(id), isShown);
    }

    void only_showsJustTheseAndCountsTheOpenBlockers() {
        PlanModel model(m_plan, approved());
        PlanFilter filter;
        const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.setSourceModel(&model);
        PlanWish wish;
        wish.only.ids =
            QStringList{QStringLiteral("0.18-read"), QStringLiteral("0.19-look"), QStringLiteral("not in this plan")};
        filter.setWish(wish);
        QCOMPARE(shown(filter), QStringLiteral("0.18-read 0.19-look"));
        QCOMPARE(filter.shown().hits, 2);
        QCOMPARE(filter.shown().regardless, 0);
        QCOMPARE(filter.shown().elsewhere, 2);
        wish.search = QStringLiteral("stricter");
        filter.setWish(wish); // of these only
        QCOMPARE(shown(filter), QStringLiteral("0.18-read"));
        filter.setWish({});
        QCOMPARE(shown(filter), shown(model));
    }

    void owner_showsTheirsOnly() {
        Record record = approved();
        record.items.insert(QStringLiteral("0.19-look"), inState(StepState::Open, QStringLiteral("lin")));
        record.items.insert(QStringLiteral("0.18-masters-restart"), inState(StepState::Done, QStringLiteral("linus")));
        PlanModel model(m_plan, record);
        PlanFilter filter;
        filter.setSourceModel(&model);
        filter.setWish(wanting(Facet::Owner, {QStringLiteral("lin")}));
        QCOMPARE(shown(filter), QStringLiteral("0.18-settle 0.19-warned 0.19-look"));
        QCOMPARE(filter.shown().regardless, 2);
        const auto isMatch = [&](const QString& id) {
            return filter.mapFromSource(model.indexOf(id)).data(PlanRole::Matches).toBool();
        };
        QVERIFY(isMatch(QStringLiteral("0.19-look")));
        QVERIFY(!isMatch(QStringLiteral("0.18-settle")));
        QVERIFY(filter.index(0, 0).data(PlanRole::Matches).toBool());
        filter.setWish({});
        QCOMPARE(shown(filter), shown(model));
    }

    void facets_haveToAgreeAndOfEachAnyWillDo_data() {
        QTest::addColumn<PlanWish>("wish");
        QTest::addColumn<QString>("ids"); // 0.18-settle and 0.19-warned are open blockers
        QTest::newRow("upgrade") << wanting(Facet::Upgrade, {QStringLiteral("0.19.x")})
                                 << "0.18-settle 0.19-warned 0.19-look 0.19-stop-end";
        QTest::newRow("phase") << wanting(Facet::Phase, {QStringLiteral("after")})
                               << "0.18-settle 0.19-warned 0.19-look 0.19-stop-end";
        QTest::newRow("component, stops with their section")
            << wanting(Facet::Component, {QStringLiteral("master")})
            << "0.18-read 0.18-stop-start 0.18-masters-restart 0.18-settle 0.19-warned";
        QTest::newRow("severity") << wanting(Facet::Severity, {QStringLiteral("danger")}) << "0.18-settle 0.19-warned";
        QTest::newRow("settled, stops that are approved as well")
            << wanting(Facet::State, {QStringLiteral("settled")})
            << "0.18-stop-start 0.18-masters-restart 0.18-settle 0.19-warned 0.19-stop-end";
        PlanWish both = wanting(Facet::Component, {QStringLiteral("master"), QStringLiteral("cluster")});
        QTest::newRow("any of one facet")
            << both << "0.18-read 0.18-stop-start 0.18-masters-restart 0.18-settle 0.19-warned 0.19-look 0.19-stop-end";
        both.setWanted(Facet::Upgrade, QStringLiteral("0.19.x"), true);
        QTest::newRow("two facets") << both << "0.18-settle 0.19-warned 0.19-look 0.19-stop-end";
        both.search = QStringLiteral("every");
        QTest::newRow("and the search") << both << "0.18-settle 0.19-warned 0.19-look";
    }
    void facets_haveToAgreeAndOfEachAnyWillDo() {
        QFETCH(PlanWish, wish);
        QFETCH(QString, ids);
        Record record = approved();
        record.items.insert(QStringLiteral("0.18-masters-restart"), inState(StepState::Done));
        PlanModel model(m_plan, record);
        PlanFilter filter;
        const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.setSourceModel(&model);
        filter.setWish(wish);
        QCOMPARE(shown(filter), ids);
        for (auto facet = wish.wanted.cbegin(); facet != wish.wanted.cend(); ++facet)
            for (const QString& word : facet.value())
                QVERIFY2(isOffered(facet.key(), word, record), qPrintable(word));
    }

    void wish_dropsAFacetWithItsLastWord() {
        PlanWish wish;
        wish.setWanted(Facet::Severity, QStringLiteral("danger"), true);
        wish.setWanted(Facet::Severity, QStringLiteral("danger"), true);
        QCOMPARE(wish.wanted.value(Facet::Severity), QStringList{QStringLiteral("danger")});
        wish.setWanted(Facet::Severity, QStringLiteral("danger"), false);
        QVERIFY(wish.isEmpty());
        wish.search = QStringLiteral("  ");
        QVERIFY(wish.isEmpty());
    }

    void owners_areThoseThatWereNamedAndOneself() {
        Record record;
        record.items.insert(QStringLiteral("0.19-look"), inState(StepState::Open, QStringLiteral("zoe")));
        record.items.insert(QStringLiteral("0.18-settle"), inState(StepState::Open, QStringLiteral("lin")));
        record.items.insert(QStringLiteral("0.18-slaves-restart"), inState(StepState::Open, QStringLiteral("ada")));
        QStringList words;
        for (const FacetValue& value : facetValues(Facet::Owner, m_plan, record, QStringLiteral("lin")))
            words << value.word;
        QCOMPARE(words, (QStringList{QStringLiteral("lin"), QStringLiteral("ada"), QStringLiteral("zoe")}));
    }

    void places_areMergedAndInOrder_data() {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QList<TextRange>>("places");
        QTest::newRow("every place") << QStringList{QStringLiteral("re")} << QList<TextRange>{{0, 2}, {19, 2}};
        QTest::newRow("letter case") << QStringList{QStringLiteral("RESTART")} << QList<TextRange>{{0, 7}};
        QTest::newRow("words that overlap are one")
            << QStringList{QStringLiteral("start"), QStringLiteral("rest")} << QList<TextRange>{{0, 7}};
        QTest::newRow("in order of the text")
            << QStringList{QStringLiteral("agents"), QStringLiteral("the")} << QList<TextRange>{{8, 3}, {12, 6}};
        QTest::newRow("not there") << QStringList{QStringLiteral("master")} << QList<TextRange>();
    }
    void places_areMergedAndInOrder() {
        QFETCH(QStringList, words);
        QFETCH(QList<TextRange>, places);
        QCOMPARE(placesOf(words, QStringLiteral("Restart the agents re")), places);
    }

    void hits_areMarkedWhereTheyStand() {
        PlanModel model(m_plan, {});
        PlanFilter filter;
        filter.setSourceModel(&model);
        filter.setWish(searching(QStringLiteral("masters")));
        const QModelIndex row = filter.mapFromSource(model.indexOf(QStringLiteral("0.18-masters-restart")));
        QCOMPARE(row.data(PlanRole::Places).value<QList<TextRange>>(), (QList<TextRange>{{12, 7}}));
        QVERIFY(!row.data(PlanRole::Elsewhere).toBool());
        filter.setWish(searching(QStringLiteral("slow"))); // in its details
        const QModelIndex within = filter.mapFromSource(model.indexOf(QStringLiteral("0.18-masters-restart")));
        QVERIFY(within.data(PlanRole::Elsewhere).toBool());
        const QModelIndex other = filter.mapFromSource(model.indexOf(QStringLiteral("0.18-settle")));
        QVERIFY2(!other.data(PlanRole::Elsewhere).toBool(), "it is no hit at all");
        QVERIFY(!filter.index(0, 0).data(PlanRole::Elsewhere).toBool());
    }

    void hits_areWalkedThroughAroundTheEnd() {
        PlanModel model(m_plan, approved());
        PlanFilter filter;
        filter.setSourceModel(&model);
        QVERIFY2(!filter.nextHit({}).isValid(), "nothing is looked for");
        filter.setWish(searching(QStringLiteral("restart")));
        const auto idOf = [](const QModelIndex& index) { return index.data(PlanRole::Id).toString(); };
        QModelIndex at = filter.nextHit({});
        QCOMPARE(idOf(at), QStringLiteral("0.18-masters-restart"));
        at = filter.nextHit(filter.mapFromSource(model.indexOf(QStringLiteral("0.18-settle")))); // no hit itself
        QCOMPARE(idOf(at), QStringLiteral("0.18-slaves-restart"));
        QCOMPARE(idOf(filter.nextHit(at)), QStringLiteral("0.18-masters-restart"));
        QCOMPARE(idOf(filter.previousHit(at)), QStringLiteral("0.18-masters-restart"));
        QCOMPARE(idOf(filter.previousHit(filter.previousHit(at))), QStringLiteral("0.18-slaves-restart"));
        QCOMPARE(idOf(filter.nextHit(filter.index(1, 0))), QStringLiteral("0.18-masters-restart"));
        QCOMPARE(filter.hits().size(), 2);
        filter.setWish(searching(QStringLiteral("no such word")));
        QVERIFY(!filter.nextHit(filter.index(0, 0)).isValid());
        QVERIFY(!filter.previousHit(filter.index(0, 0)).isValid());
    }
};

QTEST_GUILESS_MAIN(TestPlanFilter)
#include "tst_plan_filter.moc"
