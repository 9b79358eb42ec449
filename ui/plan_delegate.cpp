#include "ui/plan_delegate.h"

#include "core/item.h"
#include "core/progress.h"
#include "core/record.h"
#include "core/words.h"
#include "items/plan_roles.h"
#include "items/plan_wish.h"
#include "report/record_facts.h"
#include "ui/found_mark.h"
#include "ui/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

#include <utility>

namespace {
struct Tag {
    QString text;
    QColor colour;
    QString meaning{}; ///< where the text is a bare sign; else empty
};

QList<Tag> tagsOfGroup(const QModelIndex& index, const Colours& colours) {
    const auto progress = index.data(PlanRole::Progress).value<Progress>();
    QList<Tag> tags;
    if (const int failed = progress.in(StepState::Failed); failed > 0)
        tags.append({PlanDelegate::tr("%1 %2 failed").arg(stateSymbol(StepState::Failed)).arg(failed), colours.danger});
    if (const int putOff = index.data(PlanRole::PutOffHere).toInt(); putOff > 0)
        tags.append({PlanDelegate::tr("%1 %2 put off to here").arg(stateSymbol(StepState::Deferred)).arg(putOff),
                     colours.caution});
    if (progress.steps == 0)
        return tags;
    if (progress.done() == progress.steps)
        tags.append({PlanDelegate::tr("\u2713 done"), colours.good});
    else if (progress.settled() == progress.steps)
        tags.append({PlanDelegate::tr("%1 of %2 done, the others set aside").arg(progress.done()).arg(progress.steps),
                     colours.quiet});
    else
        tags.append({PlanDelegate::tr("%1 of %2").arg(progress.done()).arg(progress.steps), colours.quiet});
    return tags;
}

/// The state as symbol and word; done and open are told by the box.
QList<Tag> tagsOfState(const QModelIndex& index, const Colours& colours) {
    const auto state = index.data(PlanRole::State).value<StepState>();
    const QString said = stateSymbol(state) + u' ' + words::state(state);
    switch (state) {
    case StepState::Open:
    case StepState::Done:
        return {};
    case StepState::InProgress:
        return {{said, colours.accent}};
    case StepState::Failed:
        return {{said, colours.danger}};
    case StepState::Deferred:
        return {{PlanDelegate::tr("%1 to %2").arg(said, index.data(PlanRole::PutOffTo).toString()), colours.caution}};
    case StepState::Skipped:
    case StepState::NotApplicable:
        return {{said, colours.quiet}};
    }
    Q_UNREACHABLE();
}

/// How bad it is and whether it stops people: of what is settled only who answers for it, or that nobody does any more.
QList<Tag> tagsOfDanger(const QModelIndex& index, const Colours& colours) {
    const auto gate = index.data(PlanRole::Gate).value<Gate>();
    const auto severity = index.data(PlanRole::Severity).value<Severity>();
    QList<Tag> tags;
    if (index.data(PlanRole::AcceptanceOver).toBool())
        tags.append({PlanDelegate::tr("\u25a0 Acceptance over"), colours.danger});
    else if (const QString by = index.data(PlanRole::AcceptedBy).toString(); !by.isEmpty())
        tags.append({PlanDelegate::tr("\u25a0 Accepted by %1").arg(by), colours.danger});
    else if (isSettled(index.data(PlanRole::State).value<StepState>()))
        return {};
    else if (gate == Gate::Blocker)
        tags.append({PlanDelegate::tr("\u25a0 Blocker"), colours.danger});
    else if (gate == Gate::Acknowledge)
        tags.append({PlanDelegate::tr("\u26a0 Accept"), colours.caution});
    if (severity != Severity::Info)
        tags.append({QStringLiteral("\u26a0 ") + words::severity(severity),
                     severity == Severity::Danger ? colours.danger : colours.caution});
    return tags;
}

/// Who does it and for which day it is planned; either may be missing.
QString ownerAndDay(const QModelIndex& index) {
    QStringList parts{index.data(PlanRole::Owner).toString(),
                      index.data(PlanRole::Day).toDate().toString(QStringLiteral("MM-dd"))};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

/// The gravest first.
QList<Tag> tagsOf(const QModelIndex& index, const QPalette& palette) {
    const Colours colours = coloursOf(palette);
    const auto level = index.data(PlanRole::Level).value<PlanLevel>();
    if (level == PlanLevel::Hop || level == PlanLevel::Section)
        return tagsOfGroup(index, colours);
    QList<Tag> tags;
    if (index.data(PlanRole::NotSaved).toBool())
        tags.append({PlanDelegate::tr("\u26a0 Not saved"), colours.danger});
    if (level == PlanLevel::Pause && index.data(PlanRole::MustBeSeen).toBool())
        tags.append({PlanDelegate::tr("Not approved"), colours.caution});
    tags += tagsOfState(index, colours) + tagsOfDanger(index, colours);
    if (index.data(PlanRole::Elsewhere).toBool())
        tags.append({PlanDelegate::tr("\u2315 within"), colours.accent,
                     PlanDelegate::tr("\u2315 What you look for stands in its details or in what people wrote")});
    if (index.data(PlanRole::FindFirst).toBool())
        tags.append({PlanDelegate::tr("? Find out first"), colours.accent});
    if (!index.data(PlanRole::Hosts).toString().isEmpty())
        tags.append({PlanDelegate::tr("\u25d0 Some hosts"), colours.quiet});
    if (const QString who = ownerAndDay(index); !who.isEmpty())
        tags.append({who, colours.quiet});
    if (!index.data(PlanRole::Note).toString().isEmpty())
        tags.append({PlanDelegate::tr("\u270e Note"), colours.quiet});
    if (index.data(PlanRole::HasSnippet).toBool())
        tags.append({QStringLiteral(">_"), colours.quiet, PlanDelegate::tr(">_ Has commands to copy")});
    return tags;
}

constexpr int gap = 10;

/// The text keeps half of the row; what is least grave gives way.
QList<Tag> thatFit(const QList<Tag>& tags, const QStyleOptionViewItem& option) {
    QList<Tag> fit;
    int room = option.rect.width() / 2;
    for (const Tag& tag : tags) {
        room -= option.fontMetrics.horizontalAdvance(tag.text) + gap;
        if (room < 0 && !fit.isEmpty())
            break;
        fit << tag;
    }
    return fit;
}

/// What stands in front of the text: the number of a step, as wide for 3 as for 14, or the symbol of a note or stop.
QString leader(PlanLevel level, int number) {
    constexpr QChar figureSpace(0x2007);
    QString sign = number > 0 ? QString::number(number) : QStringLiteral("\u2139");
    if (level == PlanLevel::Pause)
        sign = QStringLiteral("\u25ae\u25ae");
    return sign.rightJustified(2, figureSpace) + QStringLiteral("  ");
}

/// Where the words people look for stand in what is drawn: behind the number or sign of the row.
QList<QTextLayout::FormatRange> markedPlaces(const QModelIndex& index, const QString& drawn) {
    const auto places = index.data(PlanRole::Places).value<QList<TextRange>>();
    const qsizetype before = drawn.size() - index.data(Qt::DisplayRole).toString().size();
    QList<QTextLayout::FormatRange> marks;
    for (const TextRange& place : places) {
        QTextLayout::FormatRange mark;
        mark.start = static_cast<int>(before + place.start);
        mark.length = static_cast<int>(place.length);
        marks << mark;
    }
    return marks;
}

/// The row's text, cut where the tags begin; what is marked stands on a ground of its own and is underlined.
void drawText(QPainter& painter, const QStyleOptionViewItem& row, const QList<QTextLayout::FormatRange>& found) {
    QList<QTextLayout::FormatRange> marks = found;
    const QStyle* style = row.widget ? row.widget->style() : QApplication::style();
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &row, row.widget) + 1;
    const QRect place =
        style->subElementRect(QStyle::SE_ItemViewItemText, &row, row.widget).adjusted(margin, 0, -margin, 0);
    const bool selected = row.state & QStyle::State_Selected;
    for (QTextLayout::FormatRange& mark : marks) {
        mark.format = markFormat(row.palette);
        if (selected)
            mark.format.clearBackground();
    }
    QTextLayout layout(row.fontMetrics.elidedText(row.text, Qt::ElideRight, place.width()), row.font);
    layout.setFormats(marks);
    layout.beginLayout();
    layout.createLine().setLineWidth(place.width());
    layout.endLayout();
    painter.setPen(row.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    layout.draw(&painter, QPointF(place.left(), place.center().y() + 0.5 - layout.boundingRect().height() / 2));
}
} // namespace

bool PlanDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                             const QModelIndex& index) {
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QStringList lines{index.data(Qt::DisplayRole).toString(), QString()};
    const QList<Tag> tags = tagsOf(index, option.palette);
    for (const Tag& tag : tags)
        lines << (tag.meaning.isEmpty() ? tag.text : tag.meaning);
    QToolTip::showText(event->globalPos(), Qt::convertFromPlainText(lines.join(u'\n').trimmed()), view);
    return true;
}

void PlanDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    const auto level = index.data(PlanRole::Level).value<PlanLevel>();
    option->font.setBold(level == PlanLevel::Hop);
    if (level == PlanLevel::Item || level == PlanLevel::Pause)
        option->text.prepend(leader(level, index.data(PlanRole::Number).toInt()));
    const bool isSetAside =
        isSettled(index.data(PlanRole::State).value<StepState>()) && !index.data(PlanRole::AcceptanceOver).toBool();
    if (isSetAside || !index.data(PlanRole::Matches).toBool())
        option->palette.setColor(QPalette::Text, coloursOf(option->palette).quiet);
    option->fontMetrics = QFontMetrics(option->font);
}

void PlanDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    const QStyle* style = row.widget ? row.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &row, painter, row.widget);

    const bool selected = row.state & QStyle::State_Selected;
    painter->save();
    painter->setFont(option.font);
    int right = option.rect.right() - gap;
    const QList<Tag> tags = thatFit(tagsOf(index, option.palette), option);
    for (auto tag = tags.crbegin(); tag != tags.crend(); ++tag) {
        const int width = option.fontMetrics.horizontalAdvance(tag->text);
        const QRect place(right - width, option.rect.top(), width, option.rect.height());
        painter->setPen(selected ? option.palette.color(QPalette::HighlightedText) : tag->colour);
        painter->drawText(QStyle::visualRect(option.direction, option.rect, place), Qt::AlignCenter, tag->text);
        right = place.left() - gap;
    }
    painter->restore();

    // Box and focus are as in every row of every view; the text is ours, for what is looked for is marked in it.
    row.rect.setRight(right);
    const bool isNote = index.data(PlanRole::Id).isValid() && !index.data(Qt::CheckStateRole).isValid();
    if (isNote) // in line with the texts that have a box in front
        row.rect.setLeft(row.rect.left() + style->pixelMetric(QStyle::PM_IndicatorWidth, &row, row.widget) +
                         2 * style->pixelMetric(QStyle::PM_FocusFrameHMargin, &row, row.widget));
    row.rect = QStyle::visualRect(option.direction, option.rect, row.rect);
    const QString text = std::exchange(row.text, QString());
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);
    row.text = text;
    drawText(*painter, row, markedPlaces(index, text));
}
