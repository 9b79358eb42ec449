#include "core/pause_points.h"
#include "core/plan_builder.h"
#include "report/meeting_screens.h"
#include "report/screen_pages.h"
#include "sample_plan.h"
#include "support/support.h"

#include <QTest>

#include <algorithm>

namespace {
using meeting::Room;
using meeting::Screen;
using meeting::Section;

Meeting meetingAbout(const Plan& plan) {
    return {plan, QDate(2026, 11, 22), 0, {}, {}};
}

/// A block as lines of text, so that screens can be read and compared without a window.
struct AsText {
    QString operator()(const meeting::RoutePicture&) const { return u"(route)\n"_qs; }
    QString operator()(const meeting::Figures& figures) const {
        QString text;
        for (const meeting::Figure& figure : figures.figures)
            text += u"[%1 %2] "_qs.arg(QString::number(figure.number), figure.what);
        return text.trimmed() + u'\n';
    }
    QString operator()(const meeting::Heading& heading) const { return u"## "_qs + heading.text + u'\n'; }
    QString operator()(const meeting::Paragraph& paragraph) const { return paragraph.text + u'\n'; }
    QString operator()(const meeting::Caption& caption) const { return u"> "_qs + caption.text + u'\n'; }
    QString operator()(const meeting::Remark& remark) const { return u"("_qs + remark.text + u")\n"; }
    QString operator()(const meeting::Command& command) const { return u"$ "_qs + command.text + u'\n'; }
    QString operator()(const meeting::Table& table) const {
        QString text;
        for (const QStringList& row : table.rows)
            text += u"| "_qs + row.join(u" | "_qs) + u'\n';
        return text;
    }
    QString operator()(const meeting::Point& point) const {
        const QString sign = point.tone == meeting::Tone::Danger    ? u"!!"_qs
                             : point.tone == meeting::Tone::Caution ? u"!"_qs
                                                                    : u"-"_qs;
        QString text = sign + u' ' + point.text + u" {"_qs + point.id +
                       (point.canBeAccepted ? u", accept"_qs : QString()) + u"}\n";
        for (const QString& line : QStringList{point.marks} + point.beneath)
            if (!line.isEmpty())
                text += u"    "_qs + line + u'\n';
        return text;
    }
    QString operator()(const meeting::OrderPicture& picture) const {
        return u"(%1 from %2) "_qs.arg(static_cast<int>(picture.order)).arg(picture.first) + sentenceOf(picture) +
               u'\n';
    }
};

QString textOf(const Screen& screen) {
    QString text = u"# %1: %2"_qs.arg(titleOf(screen.section), screen.title);
    if (screen.of > 1)
        text += u" (%1 of %2)"_qs.arg(screen.number).arg(screen.of);
    if (!screen.question.isEmpty())
        text += u" {%1}"_qs.arg(screen.question);
    text += u'\n';
    for (const meeting::Block& block : screen.blocks)
        text += std::visit(AsText(), block);
    return text;
}

QString textOf(const QList<Screen>& screens) {
    QString text;
    for (const Screen& screen : screens)
        text += textOf(screen) + u'\n';
    return text;
}

QList<Screen> screensOf(const Plan& plan, const Record& record = {}, const Room& room = {}) {
    return meeting::screensOf(plan, record, meetingAbout(plan), room);
}
} // namespace

class TestMeetingScreens final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void golden_data() {
        QTest::addColumn<Plan>("plan");
        QTest::addColumn<Record>("record");
        QTest::newRow("worked") << workedPlan() << workedRecord();
        QTest::newRow("road") << roadPlan() << Record();
    }
    void golden() {
        QFETCH(Plan, plan);
        QFETCH(Record, record);
        const QString name = u"golden/meeting-%1.txt"_qs.arg(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(matchesGolden(textOf(screensOf(plan, record)).toUtf8(), name));
    }

    void theLongestPlan() {
        const Plan plan = planFor(u"0.11.0"_qs, u"1.11.0"_qs);
        const QList<Screen> screens = screensOf(plan);
        const QString text = textOf(screens);
        QCOMPARE(text.count(u"\n- Stop: "_qs) >= pausePointsOf(plan).size(), true);
        for (const PlanHop& hop : plan.hops)
            QVERIFY2(text.contains(u"# Upgrades: Upgrade %1 → %2"_qs.arg(hop.from, hop.to)), qPrintable(hop.to));
        forEachItem(plan, [&](const PlanHop&, const PlanSection&, const PlanItem& planned) {
            const Item& item = planned.item;
            if (item.gate == Gate::Blocker || item.severity == Severity::Danger)
                QVERIFY2(text.contains(u"{%1"_qs.arg(item.id)), qPrintable(item.id));
        });
        QCOMPARE(openQuestions(plan).size(), std::count_if(screens.cbegin(), screens.cend(), [](const Screen& screen) {
                     return !screen.question.isEmpty() && screen.number == 1;
                 }));
    }

    void sectionsFollowEachOther_andNoneIsMissing() {
        const QList<Screen> screens = screensOf(workedPlan(), workedRecord());
        QList<Section> sections;
        for (const Screen& screen : screens)
            if (sections.isEmpty() || sections.constLast() != screen.section)
                sections << screen.section;
        QCOMPARE(sections, meeting::allSections());
    }

    void nothingIsHigherThanAScreen_data() {
        QTest::addColumn<int>("columns");
        QTest::addColumn<int>("lines");
        QTest::newRow("wide") << 95 << 20;
        QTest::newRow("usual") << 80 << 16;
        QTest::newRow("narrow") << 55 << 20;
    }
    void nothingIsHigherThanAScreen() {
        QFETCH(int, columns);
        QFETCH(int, lines);
        const Room room{columns, lines};
        const QList<Screen> screens = screensOf(planFor(u"0.11.0"_qs, u"1.11.0"_qs), {}, room);
        for (const Screen& screen : screens) {
            double height = 0;
            for (const meeting::Block& block : screen.blocks)
                height += meeting::heightOf(block, room);
            QVERIFY2(height <= lines, qPrintable(textOf(screen)));
        }
    }

    void aHeadingIsNeverTheLast_andIsThereAgain() {
        const QList<Screen> screens = screensOf(planFor(u"0.11.0"_qs, u"1.11.0"_qs));
        for (const Screen& screen : screens)
            QVERIFY2(!std::holds_alternative<meeting::Heading>(screen.blocks.constLast()), qPrintable(textOf(screen)));
        for (const Screen& screen : screens)
            if (screen.section == Section::Dangers)
                QVERIFY2(std::holds_alternative<meeting::Heading>(screen.blocks.constFirst()),
                         qPrintable(textOf(screen)));
    }

    void anAnsweredQuestion_staysWhereItWas() {
        const Plan before = planFor(u"0.17.0"_qs, u"0.19.1"_qs);
        const QString question = openQuestions(before).constFirst().id;
        const Plan after = planFor(u"0.17.0"_qs, u"0.19.1"_qs, question + u"=no"_qs);
        const QList<Screen> screens = meeting::screensOf(after, {}, meetingAbout(before), {});
        QVERIFY(std::any_of(screens.cbegin(), screens.cend(),
                            [&](const Screen& screen) { return screen.question == question; }));
    }

    void aChangeIsShownBeforeItHappens() {
        const Plan before = planFor(u"0.17.0"_qs, u"0.19.1"_qs);
        const Plan after = planFor(u"0.17.0"_qs, u"0.19.1"_qs, u"cgroups=no"_qs);
        const QString text = textOf(meeting::screensOfChange(before, after, u"cgroups"_qs, {}));
        QVERIFY2(text.contains(u": unsure → no"_qs), qPrintable(text));
        QVERIFY2(text.contains(u"− goes: Reboot each host with cgroups isolation"_qs), qPrintable(text));
    }

    void whatIsBehindUs_isNoDangerAnyMore() {
        const auto dangers = [](const Record& record) {
            QStringList ids;
            for (const Screen& screen : screensOf(workedPlan(), record))
                for (const meeting::Block& block : screen.blocks)
                    if (const auto* point = std::get_if<meeting::Point>(&block);
                        point && screen.section == Section::Dangers)
                        ids << point->id;
            return ids;
        };
        const QString blocker = u"0.18-failover-timeout"_qs;
        QVERIFY(dangers({}).contains(blocker));
        QVERIFY2(dangers(workedRecord()).contains(blocker), "accepted: it is a risk still");
        Record done;
        done.items[blocker].mark.state = StepState::Done;
        QVERIFY(!dangers(done).contains(blocker));
    }

    void textsOfPeople_areShortened() {
        Record record;
        record.items[u"0.18-failover-timeout"_qs].note = u"word "_qs.repeated(2000);
        for (const Screen& screen : screensOf(workedPlan(), record))
            QVERIFY(textOf(screen).size() < 4000);
    }
};

QTEST_MAIN(TestMeetingScreens)
#include "tst_meeting_screens.moc"
