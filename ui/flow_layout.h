#pragma once

#include <QLayout>

#include <memory>
#include <vector>

/// Widgets side by side, each as wide as it wants to be, and in as many lines as that takes.
class FlowLayout final : public QLayout {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FlowLayout)

public:
    explicit FlowLayout(QWidget* parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    int count() const override;
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;

    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    /// Where each item comes to lie in `rect`; those that are hidden nowhere.
    std::vector<QRect> places(const QRect& rect) const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};
