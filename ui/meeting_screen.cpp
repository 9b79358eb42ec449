#include "ui/meeting_screen.h"

#include "ui/labels.h"
#include "ui/order_picture.h"
#include "ui/question_box.h"
#include "ui/route_strip.h"
#include "ui/theme.h"

#include <QFontDatabase>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace {
/// Flags and names of steps are not broken at their hyphens.
QString unbroken(QString text) {
    constexpr QChar wordJoiner(0x2060);
    return text.replace(u'-', QString(u'-') + wordJoiner);
}

/// A word wider than its label is cut: nothing breaks it.
bool showsItsWords(const QLabel& label) {
    const QRect wrapped =
        label.fontMetrics().boundingRect(QRect(0, 0, label.contentsRect().width(), 1), Qt::TextWordWrap, label.text());
    return wrapped.width() <= label.contentsRect().width();
}

QLabel* quietScreenLabel(const QString& text, const QString& objectName, QWidget* parent) {
    QLabel* label = screenLabel(text, objectName, parent);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}
} // namespace

QLabel* screenLabel(const QString& text, const QString& objectName, QWidget* parent) {
    QLabel* label = plainLabel(text, objectName, parent);
    label->setTextInteractionFlags(Qt::NoTextInteraction);
    label->setFocusPolicy(Qt::NoFocus);
    return label;
}

ScreenButton::ScreenButton(const QString& text, const QString& objectName, QWidget* parent)
    : QPushButton(text, parent) {
    setObjectName(objectName);
    setFocusPolicy(Qt::TabFocus); // after a click the keys still turn the pages
    setAutoDefault(false);
}

void ScreenButton::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Space:
    case Qt::Key_Select:
        QPushButton::keyPressEvent(event);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        break;
    default:
        event->ignore();
    }
}

MeetingScreen::MeetingScreen(const meeting::Screen& screen, const Plan& plan, const Record& record, bool isReadOnly,
                             Buttons buttons, const QFont& font, QWidget* parent)
    : QWidget(parent)
    , m_plan(plan)
    , m_record(record)
    , m_isReadOnly(isReadOnly)
    , m_layout(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("meetingScreen"));
    setFont(font);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(fontMetrics().lineSpacing() * 2 / 5);
    for (const meeting::Block& block : screen.blocks)
        std::visit([this](const auto& shown) { add(shown); }, block);
    m_layout->addStretch(1); // takes all that is left over: the texts stay together
    if (QBoxLayout* row = buttonRow(buttons, screen.question))
        m_layout->addLayout(row);
}

bool MeetingScreen::fitsInto(const QSize& place) {
    if (m_layout->totalHeightForWidth(place.width()) > place.height() || minimumSizeHint().width() > place.width())
        return false;
    resize(place);
    m_layout->activate();
    const QList<QWidget*> lines = findChildren<QWidget*>(QStringLiteral("tableLine"));
    for (QWidget* line : lines) // while it is hidden nobody else lays it out
        line->layout()->activate();
    const QList<QLabel*> labels = findChildren<QLabel*>();
    return std::all_of(labels.cbegin(), labels.cend(), [](const QLabel* label) { return showsItsWords(*label); });
}

QFont MeetingScreen::sized(double factor, bool isBold) const {
    QFont changed = font();
    changed.setPixelSize(static_cast<int>(changed.pixelSize() * factor));
    changed.setBold(isBold);
    return changed;
}

void MeetingScreen::add(const meeting::RoutePicture&) {
    auto* strip = new RouteStrip(this);
    strip->setFont(sized(1.15));
    strip->setPointingOut(!m_record.items.isEmpty());
    strip->setStretches(stretchesOf(m_plan, m_record));
    m_layout->addWidget(strip);
}

void MeetingScreen::add(const meeting::Figures& figures) {
    auto* row = new QHBoxLayout;
    for (const auto& [number, what] : figures.figures) {
        auto* figure = new QVBoxLayout;
        figure->setSpacing(0);
        QLabel* large = screenLabel(QString::number(number), QStringLiteral("figure"), this);
        large->setFont(sized(2.6, true));
        large->setAlignment(Qt::AlignHCenter);
        QLabel* beneath = quietScreenLabel(what, QStringLiteral("figureOf"), this);
        beneath->setAlignment(Qt::AlignHCenter);
        figure->addWidget(large);
        figure->addWidget(beneath);
        row->addLayout(figure, 1);
    }
    m_layout->addLayout(row);
}

void MeetingScreen::add(const meeting::Heading& heading) {
    QLabel* label = screenLabel(unbroken(heading.text), QStringLiteral("screenHeading"), this);
    label->setFont(sized(1.2, true));
    m_layout->addWidget(label);
}

void MeetingScreen::add(const meeting::Paragraph& paragraph) {
    m_layout->addWidget(screenLabel(unbroken(paragraph.text), QStringLiteral("screenText"), this));
}

void MeetingScreen::add(const meeting::Caption& caption) {
    m_layout->addWidget(quietScreenLabel(unbroken(caption.text), QStringLiteral("screenCaption"), this));
}

void MeetingScreen::add(const meeting::Remark& remark) {
    m_layout->addWidget(quietScreenLabel(unbroken(remark.text), QStringLiteral("screenRemark"), this));
}

void MeetingScreen::add(const meeting::Command& command) {
    QLabel* label = screenLabel(command.text, QStringLiteral("screenCommand"), this);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPixelSize(font().pixelSize());
    label->setFont(fixed);
    label->setBackgroundRole(QPalette::AlternateBase);
    label->setAutoFillBackground(true);
    label->setMargin(fontMetrics().lineSpacing() / 5);
    m_layout->addWidget(label);
}

void MeetingScreen::add(const meeting::Table& table) {
    auto* rows = new QVBoxLayout;
    rows->setSpacing(0);
    for (int i = 0; i < table.rows.size(); ++i) {
        auto* line = new QWidget(this);
        line->setObjectName(QStringLiteral("tableLine"));
        line->setBackgroundRole(i % 2 == 0 ? QPalette::Base : QPalette::AlternateBase);
        line->setAutoFillBackground(true);
        auto* row = new QHBoxLayout(line);
        const int margin = fontMetrics().lineSpacing() / 4;
        row->setContentsMargins(margin, margin, margin, margin);
        const QStringList& cells = table.rows[i];
        for (int column = 0; column < cells.size(); ++column) {
            QLabel* cell = screenLabel(cells[column], QStringLiteral("cell"), line);
            cell->setFont(sized(1, i == 0 || column == 0));
            cell->setAlignment(column == 0 ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignCenter);
            row->addWidget(cell, column == 0 ? 3 : 2); // names are long
        }
        rows->addWidget(line);
    }
    m_layout->addLayout(rows);
}

void MeetingScreen::add(const meeting::Point& point) {
    const Colours colours = coloursOf(palette());
    const QColor colour = point.tone == meeting::Tone::Danger    ? colours.danger
                          : point.tone == meeting::Tone::Caution ? colours.caution
                                                                 : colours.line;
    auto* bar = new QFrame(this);
    bar->setFixedWidth(qMax(3, fontMetrics().height() / 6));
    bar->setPalette(QPalette(colour));
    bar->setBackgroundRole(QPalette::Window); // roles come from the parent, as colours do
    bar->setAutoFillBackground(true);

    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    if (!point.marks.isEmpty()) {
        QLabel* marks = screenLabel(unbroken(point.marks), QStringLiteral("pointMarks"), this);
        if (point.tone != meeting::Tone::Plain) {
            QPalette warning = marks->palette();
            warning.setColor(QPalette::WindowText, colour);
            marks->setPalette(warning);
            marks->setForegroundRole(QPalette::WindowText);
        }
        texts->addWidget(marks);
    }
    QLabel* text = screenLabel(unbroken(point.text), QStringLiteral("pointText"), this);
    text->setFont(sized(1, true));
    texts->addWidget(text);
    for (const QString& beneath : point.beneath)
        texts->addWidget(screenLabel(unbroken(beneath), QStringLiteral("pointBeneath"), this));

    texts->addStretch(1); // where the buttons are higher

    auto* row = new QHBoxLayout;
    row->setSpacing(fontMetrics().height() / 2);
    row->addWidget(bar);
    row->addLayout(texts, 1);
    row->addLayout(pointButtons(point));
    m_layout->addLayout(row);
}

QBoxLayout* MeetingScreen::pointButtons(const meeting::Point& point) {
    auto* buttons = new QVBoxLayout;
    buttons->setSpacing(fontMetrics().height() / 6);
    if (point.canBeAccepted) {
        ScreenButton* accept = addButton(*buttons, tr("Accept the risk…"), QStringLiteral("accept-") + point.id);
        accept->setAccessibleName(tr("Accept the risk of %1").arg(point.text));
        connect(accept, &QPushButton::clicked, this, [this, id = point.id] { Q_EMIT acceptanceRequested(id); });
    }
    ScreenButton* write = addButton(*buttons, tr("Write…"), QStringLiteral("write-") + point.id);
    write->setAccessibleName(tr("Who, when, notes: %1").arg(point.text));
    connect(write, &QPushButton::clicked, this, [this, id = point.id] { Q_EMIT pointRequested(id); });
    buttons->addStretch();
    return buttons;
}

void MeetingScreen::add(const meeting::OrderPicture& picture) {
    m_layout->addWidget(new OrderPicture(picture, this));
}

ScreenButton* MeetingScreen::addButton(QBoxLayout& row, const QString& text, const QString& objectName) {
    auto* button = new ScreenButton(text, objectName, this);
    button->setEnabled(!m_isReadOnly);
    row.addWidget(button);
    return button;
}

QBoxLayout* MeetingScreen::buttonRow(Buttons buttons, const QString& question) {
    if (buttons == Buttons::None)
        return nullptr;
    auto* row = new QHBoxLayout;
    row->setSpacing(fontMetrics().height());
    if (buttons == Buttons::Agree) {
        connect(addButton(*row, tr("&Change the plan"), QStringLiteral("agree")), &QPushButton::clicked, this,
                &MeetingScreen::agreed);
        connect(addButton(*row, tr("&Leave it as it is"), QStringLiteral("decline")), &QPushButton::clicked, this,
                &MeetingScreen::declined);
    }
    if (buttons == Buttons::Minutes) {
        ScreenButton* save = addButton(*row, tr("&Export as minutes…"), QStringLiteral("exportMinutes"));
        ScreenButton* print = addButton(*row, tr("&Print the minutes…"), QStringLiteral("printMinutes"));
        for (ScreenButton* button : {save, print})
            button->setEnabled(true);
        connect(save, &QPushButton::clicked, this, &MeetingScreen::exportRequested);
        connect(print, &QPushButton::clicked, this, &MeetingScreen::printRequested);
    }
    const auto asked = std::find_if(m_plan.questions.cbegin(), m_plan.questions.cend(),
                                    [&](const PlanQuestion& known) { return known.id == question; });
    if (buttons == Buttons::Answer && asked != m_plan.questions.cend()) {
        for (const Answer answer : {Answer::Yes, Answer::No, Answer::Some, Answer::Unsure}) {
            if (answer == Answer::Some && !asked->perHost)
                continue;
            const bool isGiven = answer == asked->answer;
            ScreenButton* button = addButton(*row, isGiven ? u"\u2713 " + answerText(answer) : answerText(answer),
                                             QStringLiteral("answer-") + answerWord(answer));
            button->setFont(sized(1.1, isGiven));
            if (!isGiven)
                connect(button, &QPushButton::clicked, this, [this, answer] { Q_EMIT answered(answer); });
        }
    }
    row->addStretch();
    return row;
}
