#include "report/diff_document.h"

#include "core/words.h"
#include "report/facts.h"
#include "report/markdown_text.h"
#include "report/road_facts.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(report)
};

QString fromTo(const QString& before, const QString& after) {
    return Text::tr("%1 → %2").arg(before, after);
}

QString marksText(const PlanItem& planned) {
    return marksOf(planned).join(u" · ");
}

QString commandsText(const QList<Snippet>& snippets) {
    QStringList blocks;
    for (const Snippet& snippet : snippets) {
        if (const QString caption = captionOf(snippet); !caption.isEmpty())
            blocks << caption + u':';
        blocks << markdown::fenced(snippet.language, snippet.code);
    }
    return blocks.join(u"\n\n");
}

QString placeText(const PlacedItem& placed) {
    const QString place = Text::tr("%1, %2").arg(placed.hop, placed.section);
    return placed.behind.isEmpty() ? Text::tr("%1, in front of all others").arg(place)
                                   : Text::tr("%1, behind %2").arg(place, markdown::codeSpan(placed.behind));
}

QList<Line> linesOf(const QList<Fact>& facts) {
    QList<Line> lines;
    for (const Fact& fact : facts)
        lines << Line{labelText(fact.label), fact.text};
    return lines;
}

/// Everything people read of an item, a label each once.
QList<Line> linesOf(const PlacedItem& placed) {
    const Item& item = placed.planned.item;
    // An upgrade is named only by what stands for every cluster, and of that the grounds hold no reason.
    return QList<Line>{{Text::tr("What to do"), item.text},
                       {Text::tr("Marks"), escapedCommonMark(marksText(placed.planned))},
                       {Text::tr("Details"), item.details}} +
           linesOf(circumstancesOf(placed.planned)) + QList<Line>{{Text::tr("Commands"), commandsText(item.snippets)}} +
           linesOf(groundsOf({}, placed.planned));
}

/// What people wrote of a step, a note or a stop.
QList<Line> linesOf(const ItemRecord& record) {
    QStringList state{words::state(record.mark.state), doneText(record)};
    state.removeAll(QString());
    return {{Text::tr("State"), markdown::personsText(state.join(u", "))},
            {Text::tr("Reason"), markdown::personsText(record.mark.reason)},
            {Text::tr("Seen"), markdown::personsText(record.observed)},
            {Text::tr("Note"), markdown::personsText(record.note)},
            {Text::tr("Owner"), markdown::personsText(record.owner)},
            {Text::tr("Planned for"), record.day.toString(Qt::ISODate)}};
}

/// What people wrote of the whole upgrade.
QList<Line> linesOf(const Record& record) {
    QList<Line> lines{{Text::tr("Whom to call"), markdown::personsText(record.call)}};
    for (auto value = record.values.cbegin(); value != record.values.cend(); ++value)
        lines << Line{value.key(), markdown::personsText(value.value())};
    return lines;
}

QString textOf(const QList<Line>& lines, const QString& label) {
    const auto line =
        std::find_if(lines.cbegin(), lines.cend(), [&](const Line& candidate) { return candidate.label == label; });
    return line == lines.cend() ? QString() : line->text;
}

/// Old and new text of what differs.
QList<Line> compared(const QList<Line>& before, const QList<Line>& after) {
    QStringList labels;
    for (const Line& line : before + after)
        labels << line.label;
    labels.removeDuplicates();
    const auto orDash = [](const QString& text) { return text.isEmpty() ? QStringLiteral("–") : text; };
    QList<Line> lines;
    for (const QString& label : labels) {
        const QString was = textOf(before, label);
        const QString is = textOf(after, label);
        if (was != is)
            lines << Line{Text::tr("%1, before").arg(label), orDash(was)}
                  << Line{Text::tr("%1, after").arg(label), orDash(is)};
    }
    return lines;
}

/// Says what a comparison holds, with what the records hold of it.
class Comparison final {
public:
    Comparison(const PlanDiff& diff, const Record& before, const Record& after)
        : m_diff(diff)
        , m_before(before)
        , m_after(after) {}

    Document document() const {
        const Chapter recorded = recordedDifferently();
        Document document{
            Text::tr("Upgrade Mesos %1: what differs").arg(words::hop(m_diff.from.after, m_diff.to.after)),
            {summary(!recorded.parts.isEmpty()), answers()}};
        for (const QString& hop : m_diff.hops)
            document.chapters << upgrade(hop);
        document.chapters << recorded;
        document.chapters.removeIf(
            [](const Chapter& chapter) { return chapter.bullets.isEmpty() && chapter.parts.isEmpty(); });
        return document;
    }

private:
    Chapter summary(bool recordsDiffer) const {
        Chapter summary{Text::tr("Summary"), {}, {}};
        if (m_diff.isEmpty()) {
            summary.bullets << (recordsDiffer ? Text::tr("Both plans are the same; what was recorded differs.")
                                              : Text::tr("Both plans are the same, and so is what was recorded."));
            return summary;
        }
        const auto change = [&](const QString& label, const TextChange& text) {
            if (text.differs())
                summary.bullets << escapedCommonMark(Text::tr("%1: %2").arg(label, fromTo(text.before, text.after)));
        };
        change(Text::tr("The version that runs"), m_diff.from);
        change(Text::tr("The version to reach"), m_diff.to);
        change(Text::tr("Made from the collected guides of"), m_diff.catalogueVersion);
        change(Text::tr("SHA-256 of these guides"), m_diff.catalogueDigest);
        change(Text::tr("The team's own steps"), m_diff.overlayName);
        change(Text::tr("SHA-256 of these steps"), m_diff.overlayDigest);
        summary.bullets << Text::tr("Added: %1").arg(m_diff.added.size())
                        << Text::tr("Removed: %1").arg(m_diff.removed.size())
                        << Text::tr("Changed: %1, moved: %2").arg(m_diff.changed.size()).arg(m_diff.movedCount())
                        << Text::tr("The same in both: %1").arg(m_diff.unchanged.size());
        return summary;
    }

    Chapter answers() const {
        const auto word = [](const std::optional<Answer>& answer) {
            return answer ? words::answer(*answer) : Text::tr("not asked");
        };
        Chapter answers{Text::tr("Answers"), {}, {}};
        for (const QuestionChange& question : m_diff.questions) {
            QStringList reworded = question.fields;
            reworded.removeAll(QStringLiteral("answer"));
            const QString answer = question.before == question.after
                                       ? word(question.after)
                                       : fromTo(word(question.before), word(question.after));
            answers.bullets << (reworded.isEmpty()
                                    ? Text::tr("%1: %2").arg(question.label, answer)
                                    : Text::tr("%1: %2; changed: %3")
                                          .arg(question.label, answer, partsInWords(reworded).join(u", ")));
        }
        return answers;
    }

    Chapter upgrade(const QString& hop) const {
        Part added{Text::tr("Added"), {}};
        for (const PlacedItem& placed : m_diff.added)
            if (placed.hop == hop)
                added.entries << addedEntry(placed);
        Part removed{Text::tr("Removed"), {}};
        for (const PlacedItem& placed : m_diff.removed)
            if (placed.hop == hop)
                removed.entries << removedEntry(placed);
        Part changed{Text::tr("Changed"), {}};
        for (const HopChange& change : m_diff.changedHops)
            if (words::hop(change.after.from, change.after.to) == hop)
                changed.entries << hopEntry(change);
        for (const ItemChange& change : m_diff.changed)
            if (change.after.hop == hop)
                changed.entries << changedEntry(change);
        Chapter chapter{Text::tr("Upgrade %1").arg(hop), {}, {added, removed, changed}};
        chapter.parts.removeIf([](const Part& part) { return part.entries.isEmpty(); });
        return chapter;
    }

    static Entry entry(const PlacedItem& placed, const QList<Line>& lines) {
        const Item& item = placed.planned.item;
        Entry entry{item.text, item.id, !item.isStep(), marksText(placed.planned), lines};
        entry.lines.removeIf([](const Line& line) { return line.text.isEmpty(); });
        return entry;
    }

    Entry addedEntry(const PlacedItem& placed) const {
        return entry(placed, {{Text::tr("Place"), placeText(placed)},
                              {Text::tr("Answers"), words::because(placed.planned.because)},
                              {Text::tr("Recorded"), keptText(placed.planned.item.id)}});
    }

    Entry removedEntry(const PlacedItem& placed) const {
        const QString& id = placed.planned.item.id;
        const bool isKept = m_after.of(id) != ItemRecord();
        return entry(placed, {{Text::tr("Answers"), words::because(placed.leftOutBy)},
                              {Text::tr("Recorded"),
                               isKept ? Text::tr("%1; kept in the record, not shown").arg(states(id)) : keptText(id)}});
    }

    Entry changedEntry(const ItemChange& change) const {
        QList<Line> lines{{Text::tr("What changes"), partsInWords(change.fields).join(u", ")}};
        if (change.moved())
            lines += compared({{Text::tr("Place"), placeText(change.before)}},
                              {{Text::tr("Place"), placeText(change.after)}});
        lines += compared(linesOf(change.before), linesOf(change.after));
        lines << Line{Text::tr("Recorded"), keptText(change.after.planned.item.id)};
        return entry(change.after, lines);
    }

    Entry hopEntry(const HopChange& change) const {
        const QStringList before = introductionOf(change.before, m_diff.from.before, m_diff.to.before);
        const QStringList after = introductionOf(change.after, m_diff.from.after, m_diff.to.after);
        return {partsInWords(change.fields).join(u", "),
                {},
                false,
                {},
                compared({{Text::tr("The whole upgrade"), before.join(u"\n\n")}},
                         {{Text::tr("The whole upgrade"), after.join(u"\n\n")}})};
    }

    /// "done", or "done / open" where the records do not agree.
    QString states(const QString& id) const {
        const StepState was = m_before.stateOf(id);
        const StepState is = m_after.stateOf(id);
        return was == is ? words::state(is) : Text::tr("%1 / %2").arg(words::state(was), words::state(is));
    }

    /// Empty where nothing is recorded.
    QString keptText(const QString& id) const {
        const ItemRecord was = m_before.of(id);
        const ItemRecord is = m_after.of(id);
        if (was == ItemRecord() && is == ItemRecord())
            return {};
        return was == is ? Text::tr("%1, kept").arg(states(id)) : states(id);
    }

    Chapter recordedDifferently() const {
        QMap<QString, QString> texts;
        for (const Record* record : {&m_before, &m_after})
            for (auto item = record->items.cbegin(); item != record->items.cend(); ++item)
                texts.insert(item.key(), {});
        for (const PlacedItem& placed : m_diff.unchanged + m_diff.added + m_diff.removed)
            texts.insert(placed.planned.item.id, placed.planned.item.text);
        for (const ItemChange& change : m_diff.changed)
            texts.insert(change.after.planned.item.id, change.after.planned.item.text);
        for (auto pause = m_diff.pauses.cbegin(); pause != m_diff.pauses.cend(); ++pause)
            texts.insert(pause.key(), words::pause(*pause, pause.key()));

        Part part{Text::tr("Before and after"), {}};
        part.entries << Entry{
            Text::tr("For the whole upgrade"), {}, false, {}, compared(linesOf(m_before), linesOf(m_after))};
        for (auto text = texts.cbegin(); text != texts.cend(); ++text)
            part.entries << Entry{text.value(),
                                  text.key(),
                                  false,
                                  {},
                                  compared(linesOf(m_before.of(text.key())), linesOf(m_after.of(text.key())))};
        part.entries.removeIf([](const Entry& entry) { return entry.lines.isEmpty(); });
        Chapter chapter{Text::tr("Recorded differently"), {}, {part}};
        chapter.parts.removeIf([](const Part& candidate) { return candidate.entries.isEmpty(); });
        return chapter;
    }

    const PlanDiff& m_diff;
    const Record& m_before;
    const Record& m_after;
};

} // namespace

Document documentOf(const PlanDiff& diff, const Record& before, const Record& after) {
    return Comparison(diff, before, after).document();
}
