#include "ui/plan_delegate.h"

#include "core/item.h"
#include "core/record.h"
#include "core/words.h"
#include "items/plan_roles.h"
#include "ui/theme.h"

#include <QApplication>
#include <QPainter>

namespace {
struct Tag {
    QString text;
    QColor colour;
};

QList<Tag> tagsOf(const QModelIndex& index, const QPalette& palette) {
    const Colours colours = coloursOf(palette);
    if (index.data(PlanRole::Level).value<PlanLevel>() != PlanLevel::Item) {
        const int steps = index.data(PlanRole::Steps).toInt();
        const int done = index.data(PlanRole::StepsDone).toInt();
        if (steps == 0)
            return {};
        if (done == steps)
            return {{PlanDelegate::tr("\u2713 done"), colours.good}};
        return {{PlanDelegate::tr("%1 of %2").arg(done).arg(steps), colours.quiet}};
    }
    QList<Tag> tags;
    const auto gate = index.data(PlanRole::Gate).value<Gate>();
    const auto severity = index.data(PlanRole::Severity).value<Severity>();
    if (gate == Gate::Blocker)
        tags.append({PlanDelegate::tr("\u25a0 Blocker"), colours.danger});
    if (gate == Gate::Acknowledge)
        tags.append({PlanDelegate::tr("\u26a0 Accept"), colours.caution});
    if (severity != Severity::Info)
        tags.append({QStringLiteral("\u26a0 ") + words::severity(severity),
                     severity == Severity::Danger ? colours.danger : colours.caution});
    if (!index.data(PlanRole::Hosts).toString().isEmpty())
        tags.append({PlanDelegate::tr("\u25d0 Some hosts"), colours.quiet});
    if (index.data(PlanRole::FindFirst).toBool())
        tags.append({PlanDelegate::tr("? Find out first"), colours.accent});
    if (!index.data(PlanRole::Note).toString().isEmpty())
        tags.append({PlanDelegate::tr("\u270e Note"), colours.quiet});
    return tags;
}

constexpr int gap = 10;

/// What stands in front of the text: the number of a step, as wide for 3 as for 14, or the symbol of a note.
QString leader(int number) {
    constexpr QChar figureSpace(0x2007);
    const QString sign = number > 0 ? QString::number(number) : QStringLiteral("\u2139");
    return sign.rightJustified(2, figureSpace) + QStringLiteral("  ");
}
} // namespace

void PlanDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    const auto level = index.data(PlanRole::Level).value<PlanLevel>();
    option->font.setBold(level == PlanLevel::Hop);
    if (level == PlanLevel::Item)
        option->text.prepend(leader(index.data(PlanRole::Number).toInt()));
    if (index.data(PlanRole::State).value<StepState>() == StepState::Done)
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
    const QList<Tag> tags = tagsOf(index, option.palette);
    for (auto tag = tags.crbegin(); tag != tags.crend(); ++tag) {
        const int width = option.fontMetrics.horizontalAdvance(tag->text);
        const QRect place(right - width, option.rect.top(), width, option.rect.height());
        painter->setPen(selected ? option.palette.color(QPalette::HighlightedText) : tag->colour);
        painter->drawText(QStyle::visualRect(option.direction, option.rect, place), Qt::AlignCenter, tag->text);
        right = place.left() - gap;
    }
    painter->restore();

    // The rest of the row is as every row of every view: the style cuts the text where the tags begin.
    row.rect.setRight(right);
    const bool isNote = index.data(PlanRole::Id).isValid() && !index.data(Qt::CheckStateRole).isValid();
    if (isNote) // in line with the texts that have a box in front
        row.rect.setLeft(row.rect.left() + style->pixelMetric(QStyle::PM_IndicatorWidth, &row, row.widget) +
                         2 * style->pixelMetric(QStyle::PM_FocusFrameHMargin, &row, row.widget));
    row.rect = QStyle::visualRect(option.direction, option.rect, row.rect);
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);
}
