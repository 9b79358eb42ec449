#include "ui/wizard_steps.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QStyleOptionFocusRect>
#include <QStylePainter>
#include <QVBoxLayout>

namespace {
QString lineOf(const QString& symbol, const QString& title) {
    return QStringLiteral("%1  %2").arg(symbol, title);
}

/// A line of the list: plain text that can be clicked and takes the focus.
class StepButton final : public QAbstractButton {
public:
    explicit StepButton(const QString& text, QWidget* parent = nullptr)
        : QAbstractButton(parent) {
        setText(text);
    }

    QSize sizeHint() const override {
        QFont face = font();
        face.setBold(true); // as it is while people are on its page
        return QFontMetrics(face).size(Qt::TextSingleLine, text()) + QSize(2 * margin, 2 * margin);
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override {
        QStylePainter painter(this);
        if (hasFocus()) {
            QStyleOptionFocusRect focus;
            focus.initFrom(this);
            painter.drawPrimitive(QStyle::PE_FrameFocusRect, focus);
        }
        const QPalette::ColorRole role = underMouse() ? QPalette::Link : QPalette::WindowText;
        painter.drawItemText(rect().adjusted(margin, 0, -margin, 0), Qt::AlignLeft | Qt::AlignVCenter, palette(), true,
                             text(), role);
    }

    /// A button takes arrow keys for those of the dialog; here they belong to the list.
    void keyPressEvent(QKeyEvent* event) override {
        if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)
            event->ignore();
        else
            QAbstractButton::keyPressEvent(event);
    }

    void enterEvent(QEnterEvent*) override { update(); }
    void leaveEvent(QEvent*) override { update(); }

private:
    static constexpr int margin = 6;
};
} // namespace

WizardSteps::WizardSteps(const QStringList& titles, QWidget* parent)
    : QWidget(parent)
    , m_list(new QVBoxLayout) {
    setObjectName(QStringLiteral("wizardSteps"));
    setAccessibleName(tr("Pages"));
    m_list->setSpacing(2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 16, 12, 12);
    layout->addLayout(m_list);
    layout->addStretch();
    int widest = 0;
    for (const QString& title : titles)
        widest = qMax(widest, StepButton(lineOf(QStringLiteral("\u2713"), title)).sizeHint().width());
    setMinimumWidth(widest + layout->contentsMargins().left() + layout->contentsMargins().right());
}

void WizardSteps::keyPressEvent(QKeyEvent* event) {
    const int way = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    const int next = m_list->indexOf(focusWidget()) + way;
    if (way == 0)
        QWidget::keyPressEvent(event);
    else if (next >= 0 && next < m_list->count())
        m_list->itemAt(next)->widget()->setFocus(Qt::TabFocusReason);
}

void WizardSteps::showSteps(const QList<Step>& steps, int current) {
    // Buttons stay while they can: one of them may have the focus.
    while (m_list->count() > steps.size()) {
        const std::unique_ptr<QLayoutItem> old(m_list->takeAt(m_list->count() - 1));
        old->widget()->deleteLater();
    }
    while (m_list->count() < steps.size()) {
        auto* button = new StepButton({}, this);
        const int number = m_list->count();
        button->setObjectName(QStringLiteral("wizardStep%1").arg(number));
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(button, &QAbstractButton::clicked, this, [this, number] { Q_EMIT requested(m_steps[number].page); });
        m_list->addWidget(button);
    }
    m_steps = steps;
    for (int i = 0; i < steps.size(); ++i) {
        auto* button = qobject_cast<QAbstractButton*>(m_list->itemAt(i)->widget());
        const Step& step = steps[i];
        const bool here = step.page == current;
        const bool done = step.wasSeen && !here;
        const QString symbol = done   ? QStringLiteral("\u2713")
                               : here ? QStringLiteral("\u25cf")
                                      : QStringLiteral("\u25cb");
        QFont face = font();
        face.setBold(here);
        button->setFont(face);
        button->setText(lineOf(symbol, step.title));
        button->setFocusPolicy(here ? Qt::StrongFocus : Qt::ClickFocus);
        button->setAccessibleName(done   ? tr("%1, done").arg(step.title)
                                  : here ? tr("%1, you are here").arg(step.title)
                                         : tr("%1, to come").arg(step.title));
    }
}
