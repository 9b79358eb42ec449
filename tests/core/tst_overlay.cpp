#include "core/catalogue_lint.h"
#include "core/overlay.h"
#include "core/plan_builder.h"
#include "core/plan_json.h"
#include "core/words.h"
#include "support/support.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

namespace {

QString examplePath() {
    return QStringLiteral(CATALOG_DIR "/../overlay-example.yaml");
}

/// The small good one that the rows of mistakes() spoil.
QString goodText() {
    return QStringLiteral(R"(schema: 1
team: Cluster operations
items:
  - id: site.page
    before: 0.14-masters-restart
    kind: step
    text: Page the on-call engineer
    details: Use `--page=<path>`.
    when: cgroups
    phase: during
    component: cluster
    severity: danger
    undo: unsaid
    verify: {look: the pager, expect: somebody answers}
    stop: {after: leave, why: nothing has changed}
    snippets:
      - language: sh
        placeholders: {name: of the engineer}
        code: page {{name}}
    links:
      - {item: 0.14-slaves-note, says: they are told}
  - id: site.tell
    after: 0.14-masters-restart
    kind: note
    text: The owners read this
    source: [Runbook section 3]
)");
}

Catalogue smallCatalogue() {
    const Result<Catalogue> read = loadCatalogue(QStringLiteral(TEST_DATA "/lint"));
    return read.value_or(Catalogue());
}

Result<Catalogue> with(const Catalogue& ours, const QString& text) {
    const Result<Overlay> overlay = overlayOf(QStringLiteral("site.yaml"), text.toUtf8());
    return overlay ? withOverlay(ours, *overlay) : tl::make_unexpected(overlay.error());
}

Catalogue withExample() {
    const Result<Overlay> overlay = readOverlay(examplePath());
    if (!overlay)
        qFatal("%s", qPrintable(overlay.error().message));
    const Result<Catalogue> both = withOverlay(catalogue(), *overlay);
    if (!both)
        qFatal("%s", qPrintable(both.error().message));
    return *both;
}

/// A step in front of everything the catalogue has and one behind it: `site.before-0.14-…`, but short enough.
Catalogue surrounded(const QString& component) {
    QString text = QStringLiteral("schema: 1\nteam: T\nitems:\n");
    int number = 0;
    const auto surround = [&](const Item& item) {
        for (const QString& side : {QStringLiteral("before"), QStringLiteral("after")})
            text += QStringLiteral("  - {id: site.%1-%2, %1: %3, kind: step, text: Do it%4, verify: {look: there, "
                                   "expect: that}, stop: {after: unsaid}}\n")
                        .arg(side, QString::number(number), item.id,
                             component.isEmpty() ? QString() : QStringLiteral(", component: ") + component);
        ++number;
    };
    for (const Item& item : catalogue().standing)
        surround(item);
    for (const Hop& hop : catalogue().hops)
        for (const Item& item : hop.items)
            surround(item);
    const Result<Catalogue> both = with(catalogue(), text);
    if (!both)
        qFatal("%s", qPrintable(both.error().message));
    return *both;
}

QStringList idsOf(const Plan& plan) {
    QStringList ids;
    forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& item) { ids << item.item.id; });
    return ids;
}

/// Everything a plan says of ours, its sections' titles too, without the numbers that follow from what stands in front.
QStringList oursIn(const Plan& plan) {
    QStringList ours;
    forEachItem(plan, [&](const PlanHop& hop, const PlanSection& section, PlanItem item) {
        item.number = 0;
        if (item.item.origin != Origin::Team)
            ours << hop.to + section.title +
                        QString::fromUtf8(QJsonDocument(toJson(item)).toJson(QJsonDocument::Compact));
    });
    return ours;
}

QByteArray withoutHops(Plan plan) {
    plan.hops.clear();
    plan.options.clear(); // they count the team's as well
    plan.overlay = {};
    return planToJson(plan);
}

Plan planOf(const Catalogue& catalogue, const QString& from, const QString& to, Answer answer) {
    return buildPlan(catalogue, *findRoute(catalogue, from, to), allAnswers(answer));
}

} // namespace

class TestOverlay final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void theGoodOneIsGood() {
        const Result<Catalogue> both = with(smallCatalogue(), goodText());
        QVERIFY2(both.has_value(), both ? "" : qPrintable(both.error().message));
        QCOMPARE(both->team.size(), 2);
        QCOMPARE(both->digest, smallCatalogue().digest);
        QCOMPARE(both->overlay.team, u"Cluster operations"_qs);
        const Item& page = both->team[0].item;
        QCOMPARE(page.origin, Origin::Team);
        QCOMPARE(words::source(page.sources.constFirst()), u"site.yaml, line 4"_qs);
        const Item& tell = both->team[1].item;
        QCOMPARE(tell.phase, Phase::During); // its neighbour's
        QCOMPARE(tell.component, Component::Master);
        QCOMPARE(words::source(tell.sources.constFirst()), u"Runbook section 3"_qs);
        QCOMPARE(words::origin(tell), u"added by Cluster operations"_qs);
    }

    void mistakes_data() {
        QTest::addColumn<QString>("good");
        QTest::addColumn<QString>("bad");
        QTest::addColumn<QString>("finding");
        const auto row = [](const char* rule, const char* good, const char* bad, const char* finding) {
            QTest::newRow(rule) << QString::fromUtf8(good) << QString::fromUtf8(bad) << QString::fromUtf8(finding);
        };
        row("no YAML", "items:\n", "items: [\n", "site.yaml:");
        row("schema of another time", "schema: 1", "schema: 2", "site.yaml:1:9: this program reads schema 1");
        row("nobody's", "team: Cluster operations\n", "", "the key “team” is missing");
        row("a team that says nothing", "team: Cluster operations", "team: ''",
            "site.yaml:2:7: what the team is called");
        row("a team that fits no mark", "team: Cluster operations",
            "team: Cluster operations of the eastern and of the western sites", "at most 40 characters of one line");
        row("nothing in it", "items:\n", "items: []\nnothing:\n", "site.yaml:3:8: no step stands here");
        row("a key that is ours alone: origin", "    kind: note\n", "    kind: note\n    origin: guide\n",
            "unknown key “origin”");
        row("a key that is ours alone: holds", "    kind: note\n", "    kind: note\n    holds: \"0.14\"\n",
            "unknown key “holds”");
        row("a key that is ours alone: hops", "    kind: note\n", "    kind: note\n    hops: \"0.14\"\n",
            "unknown key “hops”");
        row("next to nothing", "    after: 0.14-masters-restart\n", "",
            "site.yaml:22:5: either “before” or “after” is");
        row("next to two", "    kind: note\n", "    kind: note\n    before: 0.14-slaves-note\n",
            "either “before” or “after” is expected");
        row("next to nobody", "after: 0.14-masters-restart", "after: 0.14-master-restart",
            "site.yaml:23:12: “0.14-master-restart” is neither one of ours nor stands further up here; did it mean "
            "0.14-masters-restart or");
        row("next to one further down", "before: 0.14-masters-restart", "before: site.tell",
            "“site.tell” is neither one of ours nor stands further up");
        row("next to itself", "after: 0.14-masters-restart", "after: site.tell", "“site.tell” is neither one of ours");
        row("an id like ours", "id: site.tell", "id: 0.14-tell", "site.yaml:22:9: “0.14-tell” is no id of a team's");
        row("an id with capitals", "id: site.tell", "id: site.Tell", "“site.Tell” is no id");
        row("an id of nothing", "id: site.tell", "id: site.", "“site.” is no id");
        row("an id that is too long", "id: site.tell", "id: site.tell-the-owners-of-everything",
            "at most 28 characters");
        row("an id like that of a stop", "id: site.tell", "id: site.0.14-stop-all",
            "site.yaml:22:9: “site.0.14-stop-all”: ids with “-stop-” in them are kept");
        row("an id given twice", "id: site.tell", "id: site.page", "site.yaml:22:9: the id “site.page” is given twice");
        row("too late a phase in front of ours", "phase: during", "phase: after",
            "site.yaml:10:12: the phases go before, during, after; “after” does not fit beside its neighbour");
        row("too early a phase behind ours", "    kind: note\n", "    kind: note\n    phase: before\n",
            "“before” does not fit beside its neighbour");
        row("another phase than what stands once", "before: 0.14-masters-restart", "after: 0.14-failover",
            "“during” does not fit beside its neighbour");
        row("an unknown component", "component: cluster", "component: clutser", "did it mean cluster?");
        row("an unknown trait", "when: cgroups", "when: cgruops",
            "site.yaml:9:11: no question asks for “cgruops”; did it mean cgroups?");
        row("a condition that is never true", "when: cgroups", "when: cgroups and not cgroups", "can never be true");
        row("a step without verify", "    verify: {look: the pager, expect: somebody answers}\n", "",
            "“verify” is missing");
        row("a step that does not say whether to stop", "    stop: {after: leave, why: nothing has changed}\n", "",
            "“stop” is missing");
        row("a danger without a word on undoing it", "    undo: unsaid\n", "",
            "a danger says whether it can be taken back");
        row("a blocker that an unsafe answer removes", "when: cgroups", "when: not cgroups\n    gate: blocker",
            "removes this blocker");
        row("a line that is too long", "text: The owners read this",
            "text: The owners read this and this sentence goes on and on until no paper is wide enough for all of it",
            "at most 90 fit on paper");
        row("HTML", "`--page=<path>`", "<b>now</b>", "“<b>” reads as HTML");
        row("a bare address", "`--page=<path>`", "https://example.org", "an address is written [words](https://…)");
        row("a shell snippet that does not parse", "code: page {{name}}", "code: page '{{name}}",
            "this is no shell command");
        row("a placeholder that is not declared", "code: page {{name}}", "code: page {{name}} {{host}}",
            "the placeholder {{host}} is not declared");
        row("a snippet that is none", "      - language: sh\n", "      - so\n      - language: sh\n",
            "a mapping of keys to values is expected here");
        row("a link to nothing", "item: 0.14-slaves-note", "item: 0.14-slave-note", "did it mean 0.14-slaves-note?");
        row("an alias of itself", "details: Use `--page=<path>`.", "details: &a [*a]", "nested too deeply");
        row("aliases without end", "details: Use `--page=<path>`.",
            "details: [&a [x,x,x,x,x,x,x,x,x], &b [*a,*a,*a,*a,*a,*a,*a,*a,*a], &c [*b,*b,*b,*b,*b,*b,*b,*b,*b], "
            "&d [*c,*c,*c,*c,*c,*c,*c,*c,*c], &e [*d,*d,*d,*d,*d,*d,*d,*d,*d], &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]]",
            "too large");
    }
    void mistakes() {
        QFETCH(QString, good);
        QFETCH(QString, bad);
        QFETCH(QString, finding);
        QString text = goodText();
        const qsizetype at = text.indexOf(good);
        QVERIFY2(at >= 0, "the row names a text that is not in the good one");
        text.replace(at, good.size(), bad);
        const Result<Catalogue> both = with(smallCatalogue(), text);
        QVERIFY2(!both, "no finding");
        QCOMPARE(both.error().kind, Error::Kind::File);
        QVERIFY2(both.error().message.contains(finding), qPrintable(both.error().message));
    }

    void whatIsNoTextIsRefused() {
        const auto kindOf = [](const QByteArray& bytes) { return overlayOf(u"site.yaml"_qs, bytes).error().kind; };
        QCOMPARE(kindOf({}), Error::Kind::File);
        QCOMPARE(kindOf("team: \xff"), Error::Kind::File);
        QCOMPARE(kindOf("team: \xc3"), Error::Kind::File);
        QTemporaryDir folder;
        QCOMPARE(readOverlay(folder.filePath(u"none.yaml"_qs)).error().kind, Error::Kind::System);
        QCOMPARE(readOverlay(folder.path()).error().kind, Error::Kind::System);
    }

    void oneOfOursIsNoTeams() {
        Catalogue ours = smallCatalogue();
        CatalogueDraft draft{ours, {}, {}, {}};
        draft.catalogue.standing.first().origin = Origin::Team;
        QStringList findings;
        for (const Finding& finding : lintCatalogue(draft))
            findings << finding.message;
        QVERIFY(findings.contains(u"a team's own steps stand in its own file"_qs));
    }

    void behindOneAnotherInTheOrderOfTheFile() {
        const auto step = [](const char* id, const char* place) {
            return QStringLiteral("  - {id: site.%1, %2, kind: note, text: Read}\n")
                .arg(QLatin1String(id), QLatin1String(place));
        };
        const QString text = u"schema: 1\nteam: T\nitems:\n"_qs + step("a", "after: 0.14-masters-restart") +
                             step("b", "before: 0.14-slaves-note") + step("c", "after: site.a") +
                             step("d", "after: 0.14-masters-restart") + step("e", "after: site.a") +
                             step("f", "before: 0.14-slaves-note") + step("g", "before: site.c");
        const Result<Catalogue> both = with(smallCatalogue(), text);
        QVERIFY2(both.has_value(), both ? "" : qPrintable(both.error().message));
        QCOMPARE(idsOf(planOf(*both, u"0.13"_qs, u"0.14"_qs, Answer::Yes)).join(u' '),
                 u"0.14-failover 0.14-masters-restart site.a site.g site.c site.e site.d site.b site.f "
                 "0.14-slaves-note"_qs);
    }

    void aConditionAsksItsQuestion() {
        const Result<Catalogue> both = with(
            catalogue(), u"schema: 1\nteam: T\nitems:\n"
                         "  - {id: site.x, after: 0.20-masters-restart, kind: note, text: Read, when: cgroups}\n"_qs);
        QVERIFY2(both.has_value(), both ? "" : qPrintable(both.error().message));
        const Plan plain = planOf(catalogue(), u"0.19"_qs, u"0.20"_qs, Answer::No);
        const Plan plan = planOf(*both, u"0.19"_qs, u"0.20"_qs, Answer::No);
        QVERIFY(!plain.answers().contains(u"cgroups"_qs));
        QVERIFY(plan.answers().contains(u"cgroups"_qs));
        QCOMPARE(plan.leftOut.size(), plain.leftOut.size() + 1); // said, but no point of the guides
        QCOMPARE(plan.coverage.leftOut, plain.coverage.leftOut);
        QCOMPARE(plan.coverage.unaccounted(), 0);
    }

    void everyPair_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        for (qsizetype from = 0; from < catalogue().hops.size(); ++from)
            for (qsizetype to = from; to < catalogue().hops.size(); to += 1 + (to - from)) // 1, 2, 4, 8, 16 upgrades
                QTest::addRow("%s to %s", qPrintable(catalogue().hops[from].fromLine),
                              qPrintable(catalogue().hops[to].toLine))
                    << catalogue().hops[from].fromLine << catalogue().hops[to].toLine;
    }
    /// The plan without the overlay, and the team's in their places.
    void everyPair() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        static const Catalogue example = withExample();
        static const Catalogue sameComponent = surrounded({});
        static const Catalogue otherComponent = surrounded(u"modules"_qs);
        for (const Answer answer : {Answer::Yes, Answer::No, Answer::Unsure}) {
            const Plan plain = planOf(catalogue(), from, to, answer);
            const QStringList expected = oursIn(plain);
            for (const Catalogue* both : {&example, &sameComponent, &otherComponent}) {
                const Plan plan = planOf(*both, from, to, answer);
                QCOMPARE(oursIn(plan), expected);
                QCOMPARE(withoutHops(plan), withoutHops(plain));
                QCOMPARE(idsOf(plan).size(), idsOf(plain).size() + teamCount(plan));
                checkPlaces(plan, *both, planOf(catalogue(), from, to, Answer::Unsure));
                checkSections(plan);
            }
        }
    }

    void aPlanKeepsItsOverlay() {
        const Plan plan = planOf(withExample(), u"0.17"_qs, u"0.19"_qs, Answer::No);
        const Result<Plan> read = planFromJson(planToJson(plan));
        QVERIFY(read);
        const Result<Catalogue> again = catalogueFor(catalogue(), *read);
        QVERIFY2(again.has_value(), again ? "" : qPrintable(again.error().message));
        QCOMPARE(planToJson(planOf(*again, u"0.17"_qs, u"0.19"_qs, Answer::No)), planToJson(plan));
        // A plan without one takes nothing along.
        QVERIFY(catalogueFor(catalogue(), planFor(u"0.17"_qs, u"0.19"_qs))->team.isEmpty());
    }

    void aNeighbourThatIsGoneIsNamed() {
        const Plan plan = planOf(withExample(), u"0.17"_qs, u"0.19"_qs, Answer::No);
        Catalogue newer = catalogue();
        newer.standing.removeIf([](const Item& item) { return item.id == u"0.12-failover-timeout"_qs; });
        const Result<Catalogue> again = catalogueFor(newer, plan);
        QVERIFY(!again);
        QCOMPARE(again.error().kind, Error::Kind::File);
        QVERIFY2(again.error().message.contains(u"“0.12-failover-timeout” is neither"_qs),
                 qPrintable(again.error().message));
        QVERIFY(again.error().message.startsWith(u"overlay-example.yaml:"_qs));
    }

    void aPlanFromBeforeThereWereOverlaysOpens() {
        QJsonObject json = QJsonDocument::fromJson(planToJson(planFor(u"0.13"_qs, u"0.14"_qs))).object();
        json.remove(u"overlay"_qs);
        const QByteArray old = QJsonDocument(json).toJson().replace("\"team\": \"\"", "\"unknown\": \"\"");
        QVERIFY(!old.contains("\"team\""));
        const Result<Plan> plan = planFromJson(old);
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().message));
        QVERIFY(plan->overlay.isEmpty());
        QCOMPARE(planToJson(*plan), planToJson(planFor(u"0.13"_qs, u"0.14"_qs)));
    }

private:
    /// Next to its anchor, but for others of the team's. `everything` holds ours that answers may have left out.
    static void checkPlaces(const Plan& plan, const Catalogue& both, const Plan& everything) {
        const QStringList ids = idsOf(plan);
        const QStringList all = idsOf(everything);
        const auto isOurs = [](const QString& id) { return !id.startsWith(u"site."); };
        for (const TeamItem& added : both.team) {
            const qsizetype at = ids.indexOf(added.item.id);
            const qsizetype anchor = ids.indexOf(added.anchor);
            const bool expected = isOurs(added.anchor) ? all.contains(added.anchor) : anchor >= 0;
            QVERIFY2((at >= 0) == expected, qPrintable(added.item.id));
            if (at < 0 || anchor < 0)
                continue;
            QVERIFY2((added.side == TeamItem::Side::Before) == (at < anchor), qPrintable(added.item.id));
            for (qsizetype i = qMin(at, anchor) + 1; i < qMax(at, anchor); ++i)
                QVERIFY2(!isOurs(ids[i]), qPrintable(added.item.id + u" is away from "_qs + added.anchor));
        }
    }

    static void checkSections(const Plan& plan) {
        for (const PlanHop& hop : plan.hops) {
            Phase phase = Phase::Before;
            int steps = 0;
            for (const PlanSection& section : hop.sections) {
                QVERIFY(section.phase >= phase);
                phase = section.phase;
                for (const PlanItem& item : section.items)
                    QCOMPARE(item.number, item.item.isStep() ? ++steps : 0);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestOverlay)
#include "tst_overlay.moc"
