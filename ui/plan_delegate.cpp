#include "ui/plan_delegate.h"

#include "core/record.h"
#include "items/plan_roles.h"
#include "items/plan_wish.h"
#include "ui/found_mark.h"
#include "ui/row_marks.h"
#include "ui/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

#include <utility>

namespace {
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

/// Between the row's left edge, or what stands there, and its text; and behind the text.
int textMargin(const QStyleOptionViewItem& row) {
    const QStyle* style = row.widget ? row.widget->style() : QApplication::style();
    return style->pixelMetric(QStyle::PM_FocusFrameHMargin, &row, row.widget) + 1;
}

/// At the right of the row, as far as its text leaves room; how wide they are.
int drawMarks(QPainter& painter, const QStyleOptionViewItem& row, const QList<RowMark>& marks, const QFont& font) {
    const QStyle* style = row.widget ? row.widget->style() : QApplication::style();
    const QFontMetrics metrics(font);
    const int room = style->subElementRect(QStyle::SE_ItemViewItemText, &row, row.widget).width() - rowMarkGap;
    const int ownText = row.fontMetrics.horizontalAdvance(row.text) + 2 * textMargin(row);
    const QList<RowMark> fitted = fittedMarks(marks, metrics, room, ownText);
    painter.save();
    painter.setFont(font);
    int right = row.rect.right() - rowMarkGap;
    for (auto mark = fitted.crbegin(); mark != fitted.crend(); ++mark) {
        const int width = metrics.horizontalAdvance(mark->text);
        const QRect place(right - width, row.rect.top(), width, row.rect.height());
        const bool selected = row.state & QStyle::State_Selected;
        painter.setPen(selected ? row.palette.color(QPalette::HighlightedText) : mark->colour);
        painter.drawText(QStyle::visualRect(row.direction, row.rect, place), Qt::AlignCenter, mark->text);
        right = place.left() - rowMarkGap;
    }
    painter.restore();
    return row.rect.right() - rowMarkGap - right;
}

/// The row's text, cut where the marks begin; what is marked stands on a ground of its own and is underlined.
void drawText(QPainter& painter, const QStyleOptionViewItem& row, const QList<QTextLayout::FormatRange>& found) {
    QList<QTextLayout::FormatRange> marks = found;
    const QStyle* style = row.widget ? row.widget->style() : QApplication::style();
    const int margin = textMargin(row);
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
    const QList<RowMark> marks = rowMarksOf(index, option.palette);
    for (const RowMark& mark : marks)
        lines << (mark.meaning.isEmpty() ? mark.text : mark.meaning);
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

    const bool isNote = index.data(PlanRole::Id).isValid() && !index.data(Qt::CheckStateRole).isValid();
    if (isNote) // in line with the texts that have a box in front
        row.rect.setLeft(row.rect.left() + style->pixelMetric(QStyle::PM_IndicatorWidth, &row, row.widget) +
                         2 * style->pixelMetric(QStyle::PM_FocusFrameHMargin, &row, row.widget));
    const int marks = drawMarks(*painter, row, rowMarksOf(index, option.palette), option.font);
    row.rect.setRight(row.rect.right() - marks - rowMarkGap);
    row.rect = QStyle::visualRect(option.direction, option.rect, row.rect);

    // Box and focus are as in every row of every view; the text is ours, for what is looked for is marked in it.
    const QString text = std::exchange(row.text, QString());
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);
    row.text = text;
    drawText(*painter, row, markedPlaces(index, text));
}
