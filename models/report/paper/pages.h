#pragma once

#include "core/plan.h"
#include "core/record.h"
#include "report/sheet.h"

#include <QColor>
#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QTextLayout>
#include <QTransform>

#include <memory>

class QPainter;

// The paper form of a plan: laid out once, then painted by whoever has a painter (the PDF writer, the print dialog, a
// test). Everything is measured in twips, a twentieth of a point, from the upper left corner of the sheet.

/// One line of a text that was laid out.
struct InkText {
    std::shared_ptr<const QTextLayout> layout;
    int line = 0;
    QPointF at; ///< where the line's upper left corner goes
};

/// A line, frame, or picture.
struct InkShape {
    QPainterPath path = {};
    QColor fill = Qt::transparent;
    QColor stroke = Qt::transparent;
    qreal width = 0;
};

/// The box of a step, to be ticked by pen, or with the sign of its state in it.
struct TickBox {
    QString step;
    QRectF rect;
    StepState state = StepState::Open;
};

/// The stretch of a page that one step takes. A step has one, or one on each page where it is taller than a page.
struct StepArea {
    QString step;
    QRectF rect;
};

struct Heading {
    QString title;
    int depth = 0; ///< 0: an upgrade, or a part of the same rank
    qreal top = 0;
    qreal bottom = 0;
};

struct PageLink {
    QString url; ///< https, encoded as facts.h linkTarget() does
    QRectF rect;
};

/// What is on a page, or on a piece of one. A page that is `sideways` is as wide as the sheet is high: the sheet has to
/// be turned to the right to read it.
struct Ink {
    QList<InkText> texts;
    QList<InkShape> shapes;
    QList<TickBox> boxes;
    QList<StepArea> steps;
    QList<Heading> headings;
    QList<PageLink> links;
    bool sideways = false;

    void add(const Ink& other, QPointF offset);
};

/// A plan on sheets of one size. A value; holds no reference to the plan it was made from.
class Pages final {
public:
    Pages(const QString& title, QSizeF size, const QList<Ink>& pages);

    QString title() const { return m_title; }
    int count() const { return int(m_pages.size()); }
    QSizeF sizeMm() const;
    QSizeF size() const { return m_size; } ///< in twips

    /// From where things are on a page to where they are on the sheet; differs for pages that are sideways.
    QTransform onSheet(int page) const;

    /// Paints one page (counted from 0) so that it fills the painter's window, keeping its proportions: nothing has to
    /// be scaled beforehand, whatever the device's resolution. The painter's state is the same afterwards.
    void paint(QPainter& painter, int page) const;

    const QList<Ink>& pages() const& { return m_pages; }
    void pages() const&& = delete; ///< `for (… : layOutPages(…).pages())` would run over what is gone

private:
    QString m_title;
    QSizeF m_size;
    QList<Ink> m_pages;
};

/// Needs a QGuiApplication (fonts). Equal plan and record give equal pages, given the same DejaVu fonts.
Pages layOutPages(const Plan& plan, const Record& record, PageSize size);

/// A card is one page unless people wrote very much.
Pages layOutSheet(const Sheet& sheet, PageSize size);
