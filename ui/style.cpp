#include "ui/style.h"

#include "ui/theme.h"

#include <QFocusFrame>
#include <QPainter>
#include <QPainterPath>
#include <QStyleFactory>
#include <QStyleOption>

namespace {
struct Indicator {
    QRectF frame;
    QColor line;
    QColor fill;
    QColor mark;
};

Indicator indicatorOf(const QStyleOption& option) {
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool marked = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const QPalette& palette = option.palette;
    const QPalette::ColorGroup group = enabled ? QPalette::Active : QPalette::Disabled;
    const QColor accent = palette.color(group, enabled ? QPalette::Link : QPalette::Mid);
    const bool noticed = option.state & (QStyle::State_MouseOver | QStyle::State_HasFocus);
    // A square in the middle, whatever the room; half pixels keep the line sharp.
    const qreal side = qMin(option.rect.width(), option.rect.height()) - 2;
    QRectF frame(0, 0, side, side);
    frame.moveCenter(QRectF(option.rect).center());
    frame.moveTopLeft(frame.topLeft().toPoint() + QPointF(0.5, 0.5));
    const QColor ground = palette.color(group, QPalette::Base);
    if (option.state & QStyle::State_Selected) { // in a row that has the accent's colour itself
        const QColor line = palette.color(group, QPalette::HighlightedText);
        return {.frame = frame,
                .line = line,
                .fill = marked ? line : QColor(Qt::transparent),
                .mark = palette.color(group, QPalette::Highlight)};
    }
    return {.frame = frame,
            .line = marked || noticed ? accent : palette.color(group, QPalette::PlaceholderText),
            .fill = marked ? accent : ground,
            .mark = ground};
}

void drawCheckBox(const QStyleOption& option, QPainter& painter) {
    const Indicator box = indicatorOf(option);
    painter.setPen(QPen(box.line, 1.2));
    painter.setBrush(box.fill);
    painter.drawRoundedRect(box.frame, 2.5, 2.5);
    painter.setPen(QPen(box.mark, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const QRectF& frame = box.frame;
    const auto at = [&frame](qreal x, qreal y) {
        return QPointF(frame.left() + x * frame.width(), frame.top() + y * frame.height());
    };
    if (option.state & QStyle::State_NoChange)
        painter.drawLine(at(0.25, 0.5), at(0.75, 0.5));
    else if (option.state & QStyle::State_On)
        painter.drawPolyline(QPolygonF({at(0.22, 0.53), at(0.42, 0.73), at(0.79, 0.29)}));
}

/// The triangle of a row that can be folded, in the colour of the row's text: Fusion's is lost in the dark, and on a
/// row that is selected.
void drawBranch(const QStyleOption& option, QPainter& painter) {
    if (!(option.state & QStyle::State_Children))
        return;
    const bool open = option.state & QStyle::State_Open;
    const qreal half = qMin(option.rect.width(), option.rect.height()) * 0.22;
    QPolygonF triangle({{-half, -half}, {half * 0.8, 0}, {-half, half}});
    if (open)
        triangle = QPolygonF({{-half, -half * 0.8}, {half, -half * 0.8}, {0, half}});
    else if (option.direction == Qt::RightToLeft)
        triangle = QTransform::fromScale(-1, 1).map(triangle);
    const bool selected = option.state & QStyle::State_Selected;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter.drawPolygon(triangle.translated(QRectF(option.rect).center()));
    painter.restore();
}

void drawRadioButton(const QStyleOption& option, QPainter& painter) {
    const Indicator button = indicatorOf(option);
    painter.setPen(QPen(button.line, 1.2));
    painter.setBrush(button.fill);
    painter.drawEllipse(button.frame);
    if (!(option.state & QStyle::State_On))
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(button.mark);
    const qreal dot = button.frame.width() * 0.3;
    painter.drawEllipse(button.frame.adjusted(dot, dot, -dot, -dot));
}
bool hasFrame(QStyle::PrimitiveElement element, const QStyleOption& option) {
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(&option);
    switch (element) {
    case QStyle::PE_PanelButtonCommand:
    case QStyle::PE_FrameGroupBox:
    case QStyle::PE_PanelMenu:
        return true;
    case QStyle::PE_PanelButtonTool:
        return !(option.state & QStyle::State_AutoRaise) ||
               (option.state & (QStyle::State_On | QStyle::State_HasFocus));
    case QStyle::PE_FrameLineEdit:
    case QStyle::PE_PanelLineEdit:
    case QStyle::PE_Frame:
        return frame == nullptr || frame->lineWidth > 0;
    default:
        return false;
    }
}

/// Whether people who use the keyboard are here.
bool hasKeys(const QStyleOption& option) {
    return (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange);
}

/// Fusion shows on a default button, and on what scrolls, nothing of the focus.
void drawRing(const QStyleOption& option, const QRect& rect, QPainter& painter) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(option.palette.color(QPalette::Link), 2));
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 3, 3);
    painter.restore();
}

/// Fusion's own lines are darker than the window: hardly to be seen on a dark one, nor by people who need contrast.
bool needsLines(const QPalette& palette) {
    return isDark(palette) || isHighContrast(palette);
}

/// Where Fusion has one.
void drawFrame(const QStyleOption& option, const QRect& rect, QPainter& painter) {
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool focused = enabled && (option.state & QStyle::State_HasFocus);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(option.palette.color(focused ? QPalette::Link : QPalette::Mid), focused ? 2 : 1));
    const qreal inset = focused ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), 2, 2);
    painter.restore();
}
} // namespace

Style::Style()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const {
    if (element == PE_IndicatorBranch) {
        drawBranch(*option, *painter);
        return;
    }
    const bool check = element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck;
    if (!check && element != PE_IndicatorRadioButton) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        if (element == PE_PanelButtonCommand && hasKeys(*option))
            drawRing(*option, option->rect, *painter);
        else if (hasFrame(element, *option) && needsLines(option->palette))
            drawFrame(*option, option->rect, *painter);
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    check ? drawCheckBox(*option, *painter) : drawRadioButton(*option, *painter);
    painter->restore();
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const {
    if (element == CE_FocusFrame) {
        drawRing(*option, option->rect, *painter);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
    if ((element == CE_ProgressBarGroove || element == CE_TabBarTabShape) && needsLines(option->palette))
        drawFrame(*option, option->rect, *painter);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const {
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (!needsLines(option->palette))
        return;
    if (control == CC_ComboBox || control == CC_SpinBox)
        drawFrame(*option, option->rect, *painter);
    else if (control == CC_ScrollBar)
        drawFrame(*option, subControlRect(control, option, SC_ScrollBarSlider, widget), *painter);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return qMax(QProxyStyle::pixelMetric(metric, option, widget) + 3, // and as large as the text beside it
                    widget != nullptr ? widget->fontMetrics().ascent() : 0);
    case PM_FocusFrameHMargin: // in rows it is the space between box and text, too
    case PM_FocusFrameVMargin:
        return qobject_cast<const QFocusFrame*>(widget) ? 0 : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const {
    const QSize fusion = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_ItemViewItem:
        return fusion + QSize(8, 8);
    case CT_PushButton:
        return fusion + QSize(12, 4);
    default:
        return fusion;
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* result) const {
    // One click on a row selects it and never starts anything, whatever the desktop does with icons.
    if (hint == SH_ItemView_ActivateItemOnSingleClick)
        return 0;
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons) // black ones, also in the dark
        return 0;
    if (hint == SH_FocusFrame_AboveWidget)
        return 1;
    if (hint == SH_Table_GridLineColor && option && needsLines(option->palette))
        return static_cast<int>(option->palette.color(QPalette::Mid).rgb());
    if (hint == SH_EtchDisabledText) // a second shadow of the text, hard to read in the dark
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, result);
}
