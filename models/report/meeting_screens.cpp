#include "report/meeting_screens.h"

#include "core/cluster_values.h"
#include "core/impact.h"
#include "core/pause_points.h"
#include "core/words.h"
#include "report/facts.h"
#include "report/record_facts.h"
#include "report/rich_text.h"
#include "report/road_facts.h"
#include "report/screen_pages.h"
#include "report/sheet.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace meeting {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meeting)
};

constexpr int linesOfMeaning = 4; // of what a step means
constexpr int linesOfPeople = 8;  // of what people wrote: all of it stands in the checklist
constexpr double buttonLines = 2.5;

const QString& between() {
    static const QString sign = QStringLiteral("  ·  ");
    return sign;
}

/// One line, whatever markup and line breaks the text had.
QString plain(const QString& inlineText) {
    return plainText(inlineText).simplified();
}

QString upgradeTitle(const PlanHop& hop) {
    return Text::tr("Upgrade %1").arg(words::hop(hop.from, hop.to));
}

QString joined(QStringList texts, const QString& sign = between()) {
    texts.removeAll(QString());
    return texts.join(sign);
}

/// What is recorded, a line for each fact.
QStringList factLines(const QList<Fact>& facts, const Room& room) {
    QStringList lines;
    for (const Fact& fact : facts)
        lines << shortened(Text::tr("%1: %2").arg(labelText(fact.label), fact.text.simplified()), linesOfPeople, room);
    return lines;
}

/// What all screens are made from.
class Screens final {
public:
    Screens(const Plan& plan, const Record& record, const Meeting& meeting, const Room& room)
        : m_plan(plan)
        , m_record(record)
        , m_today(recordOn(meeting.day, record))
        , m_meeting(meeting)
        , m_room(room)
        , m_open(stillOpenIn(plan, record, meeting.day)) {}

    QList<Screen> all() const { return way() + impact() + dangers() + questions() + upgrades() + decisions(); }

private:
    Screen head(Section section, const QString& title) const { return {section, title, {}, {}, 1, 1}; }

    QList<Screen> way() const {
        int restarts = 0;
        forEachItem(m_plan, [&](const PlanHop&, const PlanSection&, const PlanItem& planned) {
            restarts += planned.item.component == Component::Slave && planned.item.tasks.restarts;
        });
        const auto count = [](qsizetype number) { return static_cast<int>(number); };
        const Figures figures{
            {{count(m_plan.hops.size()), Text::tr("Upgrades")},
             {restarts, Text::tr("Restarts of all %1").arg(words::component(Component::Slave, m_plan.to))},
             {stepCount(m_plan), Text::tr("Steps")},
             {count(m_open.questions.size()), Text::tr("Open questions")},
             {count(m_open.blockers.size()), Text::tr("Open blockers")}}};
        QList<Block> blocks{RoutePicture{}, figures, Paragraph{Text::tr("Versions: %1").arg(routeText(m_plan))},
                            Paragraph{Text::tr("Steps: %1").arg(words::progress(progressOf(m_plan, m_record)))}};
        blocks << upgradeTables();
        return paged(head(Section::Way, words::planTitle(m_plan)), blocks, m_room);
    }

    /// Upgrade by upgrade, over several screens where there are many.
    QList<Block> upgradeTables() const {
        const QStringList titles{Text::tr("Upgrade"), Text::tr("Version to install"), Text::tr("Steps"),
                                 Text::tr("Done"), Text::tr("Restarts")};
        QList<Block> tables;
        Table table{{titles}};
        for (const PlanHop& hop : m_plan.hops) {
            const Progress progress = progressOf(hop, m_record);
            const QStringList row{words::hop(hop.from, hop.to), hop.stopAt, QString::number(progress.steps),
                                  QString::number(progress.done()), QString::number(restartsIn(hop))};
            table.rows << row;
            if (heightOf(table, m_room) <= m_room.lines)
                continue;
            table.rows.removeLast();
            tables << std::exchange(table, Table{{titles, row}});
        }
        tables << table;
        return tables;
    }

    static int restartsIn(const PlanHop& hop) {
        int restarts = 0;
        for (const PlanSection& section : hop.sections)
            for (const PlanItem& planned : section.items)
                restarts += planned.item.tasks.restarts;
        return restarts;
    }

    /// Areas beneath each other, upgrades side by side: as many as can be read.
    QList<Screen> impact() const {
        const Impact impact = impactOf(m_plan);
        const Screen screen = head(Section::Impact, Text::tr("What changes in Mesos"));
        if (impact.isEmpty())
            return paged(screen, {Paragraph{noImpactText()}}, m_room);
        constexpr qsizetype columnsOfUpgrade = 10;
        const qsizetype most = qMax<qsizetype>(1, m_room.columns / columnsOfUpgrade - 1);
        const qsizetype tables = (impact.upgrades.size() + most - 1) / most;
        const qsizetype each = (impact.upgrades.size() + tables - 1) / tables;
        QList<Screen> screens;
        for (qsizetype first = 0; first < impact.upgrades.size(); first += each)
            screens << paged(screen, {tableOf(impact, impact.upgrades.mid(first, each)), legend()}, m_room);
        for (int i = 0; i < screens.size(); ++i) {
            screens[i].number = i + 1;
            screens[i].of = static_cast<int>(screens.size());
        }
        return screens;
    }

    static Table tableOf(const Impact& impact, const QStringList& upgrades) {
        Table table{{QStringList{QString()} + upgrades}};
        const QList<Area> areas = allAreas();
        for (const Area area : areas) {
            QStringList row{areaTitle(area)};
            for (const QString& upgrade : upgrades) {
                QStringList counts;
                const QList<QPair<ChangeKind, int>> kinds = countsOf(impact.cell(upgrade, area));
                for (const auto& [kind, count] : kinds)
                    counts << words::changeSign(kind) + QString::number(count);
                row << counts.join(u' ');
            }
            table.rows << row;
        }
        return table;
    }

    /// What the signs in front of the changes mean, and whose classification it is.
    static Remark legend() {
        QStringList signs;
        for (const ChangeKind kind :
             {ChangeKind::New, ChangeKind::Changed, ChangeKind::Deprecated, ChangeKind::Removed})
            signs << words::changeSign(kind) + u' ' + words::change(kind);
        return {Text::tr("%1 (as in the guide's table; where it has none, classified by us)").arg(joined(signs))};
    }

    QList<Screen> dangers() const {
        QList<Block> blocks;
        for (const PlanHop& hop : m_plan.hops) {
            QList<Block> points;
            for (const PlanSection& section : hop.sections)
                for (const PlanItem& planned : section.items)
                    if (isDanger(planned.item) && isAhead(hop, planned.item))
                        points << pointOf(planned, meaningOf(planned.item));
            if (!points.isEmpty())
                blocks << Heading{upgradeTitle(hop)} << points;
        }
        if (blocks.isEmpty())
            blocks << Paragraph{Text::tr("Nothing on the way that is left is a blocker or a danger.")};
        return paged(head(Section::Dangers, Text::tr("Blockers and dangers")), blocks, m_room);
    }

    static bool isDanger(const Item& item) { return item.gate == Gate::Blocker || item.severity == Severity::Danger; }

    /// Not behind us: a risk that was accepted is one still.
    bool isAhead(const PlanHop& hop, const Item& item) const {
        const Mark mark = m_today.of(item.id).mark;
        const Progress progress = progressOf(hop, m_record);
        return item.isStep() ? !isSettled(mark.state) || !mark.acceptedBy.isEmpty()
                             : progress.settled() < progress.steps;
    }

    /// The first sentences of the details, in the words of the source. What leads to a list is one without it, too.
    QString meaningOf(const Item& item) const {
        const QList<::Block> blocks = parseCommonMark(item.details);
        if (blocks.isEmpty())
            return {};
        QString meaning;
        for (const Span& span : blocks.constFirst().spans)
            meaning += span.text;
        meaning = sentencesOf(meaning, linesOfMeaning, m_room);
        return meaning.endsWith(u':') ? meaning.chopped(1) + u'.' : meaning;
    }

    /// With what is said of it, and what is recorded.
    Point pointOf(const PlanItem& planned, const QString& meaning) const {
        const Item& item = planned.item;
        Point point{item.id, Tone::Plain, {}, plain(item.text), {}, false};
        if (item.gate == Gate::Blocker || item.severity == Severity::Danger)
            point.tone = Tone::Danger;
        else if (item.severity == Severity::Caution)
            point.tone = Tone::Caution;
        point.marks = joined(marksOf(planned) << item.id);
        if (!meaning.isEmpty())
            point.beneath << meaning;
        point.beneath += factLines(recordedOf(m_plan, m_record.of(item.id)), m_room);
        point.canBeAccepted = item.isStep() && item.gate == Gate::Blocker;
        return point;
    }

    QList<Screen> questions() const {
        const QList<PlanQuestion> atBegin = openQuestions(m_meeting.plan);
        QList<PlanQuestion> asked;
        for (const PlanQuestion& question : m_plan.questions) {
            const bool wasOpen = std::any_of(atBegin.cbegin(), atBegin.cend(),
                                             [&](const PlanQuestion& open) { return open.id == question.id; });
            if (!isMoot(m_plan, question) && (wasOpen || question.answer == Answer::Unsure))
                asked << question;
        }
        if (asked.isEmpty())
            return paged(head(Section::Questions, titleOf(Section::Questions)),
                         {Paragraph{Text::tr("No question is open.")}}, m_room);
        QList<Screen> screens;
        for (int i = 0; i < asked.size(); ++i) {
            Screen screen = head(Section::Questions, Text::tr("Question %1 of %2").arg(i + 1).arg(asked.size()));
            screen.question = asked[i].id;
            screens << paged(screen, blocksOf(asked[i]), m_room, buttonLines);
        }
        return screens;
    }

    QList<Block> blocksOf(const PlanQuestion& question) const {
        QList<Block> blocks{Heading{plain(question.ask)}, Paragraph{plain(question.why)}};
        if (const QString difference = differenceText(question); !difference.isEmpty())
            blocks << Paragraph{difference};
        for (const FindOut& way : question.findOut) {
            const QString caption = plain(captionOf(way));
            const QString means = plain(way.means);
            if (way.command.isEmpty()) {
                blocks << Paragraph{caption.isEmpty() ? means : Text::tr("%1: %2").arg(caption, means)};
                continue;
            }
            if (!caption.isEmpty())
                blocks << Caption{Text::tr("%1:").arg(caption)};
            blocks << Command{filledText(way.command, m_record.values)} << Paragraph{means};
        }
        return blocks;
    }

    QList<Screen> upgrades() const {
        const Impact impact = impactOf(m_plan);
        const QList<PausePoint> pauses = pausePointsOf(m_plan);
        QList<Screen> screens;
        for (int i = 0; i < m_plan.hops.size(); ++i) {
            const PlanHop& hop = m_plan.hops[i];
            QList<Block> blocks;
            for (const QString& paragraph : introductionOf(hop, m_plan.from, m_plan.to))
                blocks << Paragraph{plain(paragraph)};
            blocks << changesIn(hop, impact) << orderOf(hop) << stopsIn(i, pauses) << tasksIn(hop);
            screens << paged(head(Section::Upgrades, upgradeTitle(hop)), blocks, m_room);
        }
        return screens;
    }

    QList<Block> changesIn(const PlanHop& hop, const Impact& impact) const {
        QList<Block> blocks;
        const QList<Area> areas = allAreas();
        for (const QString& upgrade : hop.passes)
            for (const Area area : areas)
                blocks << changesOf(areaTitle(area), impact.cell(upgrade, area));
        if (!blocks.isEmpty())
            blocks = QList<Block>{Heading{Text::tr("What changes")}} + blocks + QList<Block>{legend()};
        return blocks;
    }

    /// Paragraphs of a few lines, so that they can be spread over screens.
    QList<Block> changesOf(const QString& area, const QList<Impact::Entry>& entries) const {
        QStringList texts;
        for (const Impact::Entry& entry : entries)
            texts << words::changeSign(entry.change.kind) + QChar(QChar::Nbsp) + plain(entry.change.what);
        QList<Block> blocks;
        QString text;
        for (const QString& next : std::as_const(texts)) {
            if (!text.isEmpty() && text.size() + next.size() > qsizetype{3} * m_room.columns) {
                blocks << Paragraph{text};
                text.clear();
            }
            text = text.isEmpty() ? Text::tr("%1: %2").arg(area, next) : joined({text, next});
        }
        if (!text.isEmpty())
            blocks << Paragraph{text};
        return blocks;
    }

    /// On two screens where it would not fit on one.
    QList<Block> orderOf(const PlanHop& hop) const {
        constexpr qsizetype mostRows = 3;
        const qsizetype most = mostRows * stationsInARow(m_room);
        QList<Station> stations;
        for (const PlanSection& section : hop.sections)
            if (const Progress progress = progressOf(section, m_record); progress.steps > 0)
                stations << stationOf(section, progress);
        QList<Block> blocks;
        for (qsizetype first = 0; first < stations.size(); first += most)
            blocks << OrderPicture{hop.order, static_cast<int>(first) + 1, stations.mid(first, most)};
        if (!blocks.isEmpty())
            blocks.prepend(Heading{orderTitle(hop.order)});
        return blocks;
    }

    static QString orderTitle(ComponentOrder order) {
        switch (order) {
        case ComponentOrder::Listed:
            return Text::tr("In this order, as the guide lists it");
        case ComponentOrder::Free:
            return Text::tr("The order of the components is free");
        case ComponentOrder::Ours:
            return Text::tr("In this order, which is ours");
        }
        Q_UNREACHABLE();
    }

    static Station stationOf(const PlanSection& section, const Progress& progress) {
        const bool restarts = std::any_of(section.items.cbegin(), section.items.cend(),
                                          [](const PlanItem& planned) { return planned.item.tasks.restarts; });
        const QString steps = Text::tr("Steps: %1").arg(progress.steps);
        return {section.title, restarts ? Text::tr("%1, restart").arg(steps) : steps, restarts};
    }

    QList<Block> stopsIn(int hop, const QList<PausePoint>& pauses) const {
        QList<Block> blocks;
        for (const PausePoint& pause : pauses)
            if (pause.hop == hop)
                blocks << pointOf(pause);
        if (!blocks.isEmpty())
            blocks.prepend(Heading{Text::tr("Stops")});
        return blocks;
    }

    Point pointOf(const PausePoint& pause) const {
        const ItemRecord record = m_record.of(pause.id);
        QStringList named = factLines(approvalOf(record, Text::tr("nobody is named yet")), m_room);
        if (!record.day.isValid() && record.mark.state != StepState::Done)
            named << Text::tr("no day yet");
        return {pause.id, Tone::Plain, {}, joined({pauseTitle(m_plan, pause), pause.id}), {joined(named)}, false};
    }

    QList<Block> tasksIn(const PlanHop& hop) const {
        QList<Block> blocks;
        for (const PlanSection& section : hop.sections)
            for (const PlanItem& planned : section.items) {
                const TaskCost& tasks = planned.item.tasks;
                if (!planned.item.mayKillTasks())
                    continue;
                const QString effect = words::tasks({tasks.restarts, tasks.effect, {}}); // the reasons fill screens
                blocks << pointOf(planned, effect.isEmpty() ? QString() : Text::tr("Running tasks: %1").arg(effect));
            }
        if (!blocks.isEmpty())
            blocks.prepend(Heading{Text::tr("What may cost running tasks")});
        return blocks;
    }

    QList<Screen> decisions() const {
        return paged(head(Section::Decisions, Text::tr("What was decided")), decided(), m_room, buttonLines) +
               paged(head(Section::Decisions, Text::tr("What is still open")), open(), m_room, buttonLines);
    }

    QList<Block> decided() const {
        const QList<Decision> decisions = decisionsOf(m_plan, m_meeting);
        QList<Block> blocks;
        for (const Decision::Kind kind : allKinds()) {
            QList<Block> ofKind;
            for (const Decision& decision : decisions)
                if (decision.kind == kind)
                    ofKind << Paragraph{shortened(Text::tr("%1 – %2").arg(plain(decision.text), decision.stamp),
                                                  linesOfPeople, m_room)};
            if (!ofKind.isEmpty())
                blocks << Heading{::titleOf(kind)} << ofKind;
        }
        if (blocks.isEmpty())
            blocks << Paragraph{Text::tr("Nothing was written down in this meeting so far.")};
        return blocks;
    }

    /// What is to be decided for the upgrade at hand; how much there is of later ones.
    struct AtHand {
        QList<Block> points;
        int later = 0;
    };

    static QList<Block> headed(const QString& title, const AtHand& atHand, const QString& ofLater) {
        QList<Block> blocks = atHand.points;
        if (atHand.later > 0)
            blocks << Paragraph{ofLater.arg(atHand.later)};
        if (!blocks.isEmpty())
            blocks.prepend(Heading{title});
        return blocks;
    }

    AtHand pointsOf(const QStringList& ids, const QString& upgrade) const {
        AtHand atHand;
        forEachItem(m_plan, [&](const PlanHop& hop, const PlanSection&, const PlanItem& planned) {
            if (!ids.contains(planned.item.id))
                return;
            if (hop.to == upgrade)
                atHand.points << ofUpgrade(hop, pointOf(planned, {}), planned.item.id);
            else
                ++atHand.later;
        });
        return atHand;
    }

    AtHand stopsOf(const QString& upgrade) const {
        AtHand atHand;
        const QList<PausePoint> pauses = pausePointsOf(m_plan);
        for (const PausePoint& pause : pauses) {
            if (!m_open.stops.contains(pause.id))
                continue;
            const PlanHop& hop = m_plan.hops[pause.hop];
            if (hop.to == upgrade)
                atHand.points << ofUpgrade(hop, pointOf(pause), {});
            else
                ++atHand.later;
        }
        return atHand;
    }

    /// The first that is not done.
    QString upgradeAtHand() const {
        for (const PlanHop& hop : m_plan.hops)
            if (const Progress progress = progressOf(hop, m_record); progress.settled() < progress.steps)
                return hop.to;
        return {};
    }

    QList<Block> open() const {
        QList<Block> blocks;
        QList<Block> failed;
        forEachItem(m_plan, [&](const PlanHop& hop, const PlanSection&, const PlanItem& planned) {
            if (m_open.failed.contains(planned.item.id))
                failed << ofUpgrade(hop, pointOf(planned, {}), planned.item.id);
        });
        if (!failed.isEmpty())
            blocks << Heading{Text::tr("Steps that failed")} << failed;
        if (!m_open.questions.isEmpty())
            blocks << Heading{titleOf(Section::Questions)};
        for (const PlanQuestion& question : m_open.questions)
            blocks << Paragraph{plain(question.ask)};
        const QString next = upgradeAtHand();
        blocks << headed(Text::tr("Blockers that are not settled"), pointsOf(m_open.blockers, next),
                         Text::tr("Blockers of later upgrades: %1"))
               << headed(Text::tr("Stops without an approver or a day"), stopsOf(next),
                         Text::tr("Stops of later upgrades without an approver or a day: %1"));
        if (blocks.isEmpty())
            blocks << Paragraph{Text::tr("Nothing is left open.")};
        return blocks;
    }

    /// Where no heading says to which upgrade it belongs, and what else is to be known of it was said before.
    static Point ofUpgrade(const PlanHop& hop, Point point, const QString& id) {
        point.marks = joined({upgradeTitle(hop), id});
        return point;
    }

    const Plan& m_plan;
    const Record& m_record;
    const Record m_today;
    const Meeting& m_meeting;
    const Room m_room;
    const StillOpen m_open;
};

} // namespace

QList<Section> allSections() {
    return {Section::Way, Section::Impact, Section::Dangers, Section::Questions, Section::Upgrades, Section::Decisions};
}

QString titleOf(Section section) {
    switch (section) {
    case Section::Way:
        return Text::tr("The way");
    case Section::Impact:
        return Text::tr("Impact");
    case Section::Dangers:
        return Text::tr("Dangers");
    case Section::Questions:
        return Text::tr("Open questions");
    case Section::Upgrades:
        return Text::tr("Upgrades");
    case Section::Decisions:
        return Text::tr("Decisions");
    }
    Q_UNREACHABLE();
}

QString sentenceOf(const OrderPicture& picture) {
    QStringList stations;
    for (const Station& station : picture.stations)
        stations << Text::tr("%1 (%2)").arg(station.title, station.beneath);
    return stations.join(picture.order == ComponentOrder::Free ? QStringLiteral(", ") : QStringLiteral(" → "));
}

QList<Screen> screensOf(const Plan& plan, const Record& record, const Meeting& meeting, const Room& room) {
    return Screens(plan, record, meeting, room).all();
}

QList<Screen> screensOfChange(const Plan& plan, const Plan& changed, const QString& question, const Room& room) {
    const PlanDiff diff = diffPlans(plan, changed);
    Screen screen{Section::Questions, Text::tr("This would change"), question, {}, 1, 1};
    QList<Block> blocks{Heading{inWords(diff)}};
    blocks << Paragraph{Text::tr("Steps and notes: %1 more, %2 fewer, %3 changed. Every tick and note stays.")
                            .arg(diff.added.size())
                            .arg(diff.removed.size())
                            .arg(diff.changed.size())};
    for (const QString& line : differencesOf(diff))
        blocks << Paragraph{plain(line)};
    return paged(screen, blocks, room, buttonLines);
}

} // namespace meeting
