#include "ui/flow_layout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

FlowLayout::FlowLayout(QWidget* parent)
    : QLayout(parent) {
    setContentsMargins(0, 0, 0, 0);
    setSpacing(4);
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem* item) {
    m_items.emplace_back(item);
}

int FlowLayout::count() const {
    return static_cast<int>(m_items.size());
}

QLayoutItem* FlowLayout::itemAt(int index) const {
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
    if (itemAt(index) == nullptr)
        return nullptr;
    const auto at = m_items.begin() + index;
    QLayoutItem* item = at->release();
    m_items.erase(at);
    return item;
}

std::vector<QRect> FlowLayout::places(const QRect& rect) const {
    std::vector<QRect> places;
    QPoint next = rect.topLeft();
    int lineHeight = 0;
    for (const auto& item : m_items) {
        if (item->isEmpty()) {
            places.emplace_back();
            continue;
        }
        const QSize size = item->sizeHint().boundedTo({rect.width(), QLAYOUTSIZE_MAX});
        if (next.x() > rect.left() && next.x() + size.width() > rect.right() + 1) {
            next = {rect.left(), next.y() + lineHeight + spacing()};
            lineHeight = 0;
        }
        places.emplace_back(next, size);
        next.rx() += size.width() + spacing();
        lineHeight = std::max(lineHeight, size.height());
    }
    return places;
}

int FlowLayout::heightForWidth(int width) const {
    int bottom = 0;
    for (const QRect& place : places({0, 0, width, 0}))
        bottom = std::max(bottom, place.bottom() + 1);
    return bottom;
}

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const auto& item : m_items)
        if (!item->isEmpty())
            size = size.expandedTo({1, item->sizeHint().height()}); // wider ones are cut to what there is
    return size;
}

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    const std::vector<QRect> all = places(rect);
    for (std::size_t i = 0; i < all.size(); ++i)
        m_items[i]->setGeometry(QStyle::visualRect(parentWidget()->layoutDirection(), rect, all[i]));
}
