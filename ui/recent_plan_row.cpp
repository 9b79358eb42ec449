#include "ui/recent_plan_row.h"

#include "ui/age.h"
#include "ui/recent_plans.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDir>
#include <QListWidgetItem>
#include <QPainter>

namespace {
enum Role { Path = Qt::UserRole, Last, Progress, Share, Missing };

constexpr int space = 8;
constexpr int trackHeight = 6;

QString progressText(const RecentPlan& plan) {
    if (plan.isMissing())
        return {};
    return plan.done == plan.steps && plan.steps > 0
               ? RecentPlanRow::tr("\u2713 all %1 steps done").arg(plan.steps)
               : RecentPlanRow::tr("%1 of %2 steps done").arg(plan.done).arg(plan.steps);
}

QString lastText(const RecentPlan& plan) {
    const QString age = plan.when.isValid() ? ageText(plan.when) : QString();
    if (plan.isMissing())
        return RecentPlanRow::tr("\u26a0 The file is missing. It may be on a medium that is not there now.");
    if (plan.lastStep.isEmpty())
        return age.isEmpty() ? RecentPlanRow::tr("Nothing is recorded yet")
                             : RecentPlanRow::tr("Opened %1, nothing is recorded yet").arg(age);
    return age.isEmpty() ? plan.lastStep : RecentPlanRow::tr("%1  ·  %2").arg(age, plan.lastStep);
}

/// With `~` for people's own folder, as they know it.
QString shownPath(const QString& path) {
    const QString home = QDir::homePath() + u'/';
    return path.startsWith(home) ? u"~/" + path.mid(home.size()) : QDir::toNativeSeparators(path);
}

QFont titleFont(const QFont& font) {
    QFont bold = font;
    bold.setBold(true);
    bold.setPointSizeF(font.pointSizeF() + 1);
    return bold;
}

/// `hollow`: where a filled track would look like a finished one.
void drawTrack(QPainter& painter, const QRectF& track, qreal share, const QColor& line, const QColor& fill,
               bool hollow) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hollow ? QPen(line) : QPen(Qt::NoPen));
    painter.setBrush(hollow ? QBrush(Qt::NoBrush) : QBrush(line));
    painter.drawRoundedRect(track, trackHeight / 2.0, trackHeight / 2.0);
    painter.setPen(Qt::NoPen);
    if (share > 0) {
        QRectF done = track;
        done.setWidth(qMax<qreal>(trackHeight, track.width() * share));
        painter.setBrush(fill);
        painter.drawRoundedRect(done, trackHeight / 2.0, trackHeight / 2.0);
    }
    painter.restore();
}
} // namespace

QListWidgetItem* RecentPlanRow::itemOf(const RecentPlan& plan) {
    auto* item = new QListWidgetItem(plan.title);
    const QString last = lastText(plan);
    const QString progress = progressText(plan);
    item->setData(Path, plan.path);
    item->setData(Last, last);
    item->setData(Progress, progress);
    item->setData(Share, plan.steps > 0 ? qreal(plan.done) / plan.steps : 0);
    item->setData(Missing, plan.isMissing());
    QStringList said{plan.title, progress, last, QDir::toNativeSeparators(plan.path)};
    said.removeAll(QString());
    item->setData(Qt::AccessibleTextRole, said.join(QStringLiteral(", ")));
    return item;
}

QString RecentPlanRow::pathOf(const QListWidgetItem& item) {
    return item.data(Path).toString();
}

void RecentPlanRow::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.text.clear();
    const QStyle& style = row.widget ? *row.widget->style() : *QApplication::style();
    style.drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);

    const bool selected = row.state & QStyle::State_Selected;
    const Colours colours = coloursOf(row.palette);
    const QColor text = row.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor quiet = selected ? text : colours.quiet;
    const QFontMetrics metrics(row.font);
    const QFont bold = titleFont(row.font);
    const QFontMetrics boldMetrics(bold);
    const bool missing = index.data(Missing).toBool();

    painter->save();
    QRect lines = row.rect.adjusted(2 * space, space, -2 * space, -space);
    if (!missing) {
        const int width = qMin(lines.width() / 3, metrics.horizontalAdvance(QString(26, u'0')));
        const QRect aside(lines.right() - width, lines.top(), width, lines.height());
        lines.setRight(aside.left() - 3 * space);
        const QRectF track(aside.left(), aside.center().y() - trackHeight, aside.width(), trackHeight);
        drawTrack(*painter, track, index.data(Share).toReal(), selected ? text : colours.line,
                  selected ? text : colours.accent, selected || isHighContrast(row.palette));
        painter->setFont(row.font);
        painter->setPen(quiet);
        painter->drawText(QRect(aside.left(), qRound(track.bottom()) + space / 2, width, metrics.height()),
                          Qt::AlignLeft, metrics.elidedText(index.data(Progress).toString(), Qt::ElideRight, width));
    }
    const auto drawLine = [&](const QFont& font, const QFontMetrics& fontMetrics, const QColor& colour,
                              const QString& line, Qt::TextElideMode elide) {
        painter->setFont(font);
        painter->setPen(colour);
        painter->drawText(lines, Qt::AlignLeft | Qt::AlignTop, fontMetrics.elidedText(line, elide, lines.width()));
        lines.setTop(lines.top() + fontMetrics.height() + space / 4);
    };
    drawLine(bold, boldMetrics, text, index.data().toString(), Qt::ElideRight);
    drawLine(row.font, metrics, selected ? text : (missing ? colours.caution : row.palette.color(QPalette::Text)),
             index.data(Last).toString(), Qt::ElideRight);
    drawLine(row.font, metrics, quiet, shownPath(index.data(Path).toString()), Qt::ElideMiddle);
    painter->restore();
}

QSize RecentPlanRow::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    const int lines = QFontMetrics(titleFont(option.font)).height() + 2 * QFontMetrics(option.font).height();
    return {0, lines + 2 * space + space / 2};
}
