#pragma once

#include <QColor>
#include <QList>
#include <QString>

class QFontMetrics;
class QModelIndex;
class QPalette;

/// What must not be overlooked of a row of a plan, or how far an upgrade or section is: a few words at its right, in a
/// colour. Where the room is needed for the row's own text, only the sign.
struct RowMark {
    QString text;
    QColor colour;
    QString sign{};    ///< what remains of the text; empty: nothing does
    QString meaning{}; ///< in the tool tip, where the text is a bare sign itself
};

/// The space in front of a mark.
inline constexpr int rowMarkGap = 10;

/// The gravest first. Knows the roles of items/plan_roles.h and no model.
QList<RowMark> rowMarksOf(const QModelIndex& index, const QPalette& palette);

/// All there are, each once, with its meaning: what explains them to people.
QList<RowMark> rowMarkLegend(const QPalette& palette);

/// The marks as they are drawn in a row of this width, their texts cut down to signs: the row's own text, so wide, has
/// the first right to the room. What is least grave gives way first; the gravest mark always stays.
QList<RowMark> fittedMarks(QList<RowMark> marks, const QFontMetrics& metrics, int width, int ownText);
