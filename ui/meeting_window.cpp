#include "ui/meeting_window.h"

#include "core/words.h"
#include "store/plan_file.h"
#include "ui/about_dialog.h"
#include "ui/mark_dialog.h"
#include "ui/meeting_screen.h"
#include "ui/point_drawer.h"
#include "ui/record_editor.h"
#include "ui/step_actions.h"

#include <QAction>
#include <QChildEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <chrono>

using namespace std::chrono_literals;

namespace {
// In parts of the height: who sits five metres away reads letters of a thirty-sixth of it. A screen with little on it
// is in larger ones.
constexpr int smallestPart = 36;
constexpr std::array screenParts{22, 24, 26, 28, 30, 32, 34, smallestPart};
constexpr int bodyPart = 32;
constexpr int smallPart = 38;
constexpr int titlePart = 17;

QFont sizedFont(QFont font, int pixels, bool isBold = false) {
    font.setPixelSize(qMax(8, pixels));
    font.setBold(isBold);
    return font;
}

/// In that font, or in a smaller one where other languages need more room for it.
void showInto(int width, QWidget& widget, QFont font) {
    constexpr int smallest = 8;
    widget.setFont(font);
    while (widget.sizeHint().width() > width && font.pixelSize() > smallest) {
        font.setPixelSize(font.pixelSize() - 1);
        widget.setFont(font);
    }
}

bool shows(const meeting::Screen& screen, const QString& id) {
    return std::any_of(screen.blocks.cbegin(), screen.blocks.cend(), [&](const meeting::Block& block) {
        const auto* point = std::get_if<meeting::Point>(&block);
        return point != nullptr && point->id == id;
    });
}

/// Where people are in a list of screens that was made anew: where `about` is shown, which was written on, else on the
/// same screen, or on the one that took its place.
qsizetype placeOf(const meeting::Screen& shown, const QString& about, const QList<meeting::Screen>& screens,
                  qsizetype before) {
    qsizetype best = -1;
    for (qsizetype i = 0; i < screens.size(); ++i) {
        const meeting::Screen& screen = screens[i];
        if (screen.section != shown.section || screen.question != shown.question || screen.title != shown.title)
            continue;
        if (shows(screen, about))
            return i;
        if (screen.number <= shown.number)
            best = i;
    }
    return best >= 0 ? best : qBound<qsizetype>(0, before, screens.size() - 1);
}
} // namespace

MeetingWindow::MeetingWindow(PlanFile& file, RecordEditor& editor, Desktop& desktop, Replan replan,
                             const QString& minutesFolder)
    : m_file(file)
    , m_editor(editor)
    , m_desktop(desktop)
    , m_replan(std::move(replan))
    , m_minutesFolder(minutesFolder)
    , m_title(screenLabel({}, QStringLiteral("meetingTitle")))
    , m_part(screenLabel({}, QStringLiteral("meetingPart")))
    , m_place(new QWidget)
    , m_status(screenLabel({}, QStringLiteral("meetingStatus")))
    , m_foot(new QWidget)
    , m_progress(new QProgressBar)
    , m_number(screenLabel({}, QStringLiteral("meetingNumber")))
    , m_actions(new StepActions(file, editor, desktop, *this))
    , m_drawer(new PointDrawer(file, editor, *m_actions, this))
    , m_blank(new QWidget(this)) {
    setObjectName(QStringLiteral("meetingWindow"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setFocusPolicy(Qt::StrongFocus);
    m_place->setObjectName(QStringLiteral("meetingPlace"));
    m_progress->setObjectName(QStringLiteral("meetingProgress"));
    m_progress->setAccessibleName(tr("Screens"));
    m_progress->setTextVisible(false);
    m_blank->setObjectName(QStringLiteral("meetingBlank"));
    m_blank->setPalette(QPalette(Qt::black));
    m_blank->setAutoFillBackground(true);
    m_blank->hide();
    m_typingPause.setSingleShot(true);
    m_typingPause.setInterval(2s);
    connect(&m_typingPause, &QTimer::timeout, this, [this] { m_typed.clear(); });

    auto* place = new QVBoxLayout(m_place);
    place->setContentsMargins(0, 0, 0, 0);
    auto* layout = new QVBoxLayout(this);
    layout->setSizeConstraint(QLayout::SetNoConstraint); // the texts follow the window, never the other way round
    layout->addLayout(makeHead());
    layout->addWidget(m_place, 1);
    layout->addWidget(m_status);
    layout->addWidget(m_progress);
    m_foot->setLayout(makeFoot());
    layout->addWidget(m_foot);
    addUndo();

    connect(&file, &PlanFile::recordChanged, this, &MeetingWindow::makeScreens);
    connect(&file, &PlanFile::valuesChanged, this, &MeetingWindow::makeScreens);
    connect(&file, &PlanFile::planChanged, this, &MeetingWindow::makeScreens);
    connect(&editor, &RecordEditor::notSavedChanged, this, &MeetingWindow::showStatus);
    connect(m_drawer, &PointDrawer::closed, this, qOverload<>(&QWidget::setFocus));
}

MeetingWindow::~MeetingWindow() {
    m_drawer->flush(); // while there is somebody to hand it to
}

QHBoxLayout* MeetingWindow::makeHead() {
    auto* head = new QHBoxLayout;
    for (QLabel* label : {m_title, m_part, m_status, m_number})
        label->setWordWrap(false); // their height is always the same, and so is the room beneath
    head->addWidget(m_title, 1);
    head->addWidget(m_part, 0, Qt::AlignBottom);
    return head;
}

QHBoxLayout* MeetingWindow::makeFoot() {
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString& text, const QString& objectName) {
        auto* button = new ScreenButton(text, objectName);
        button->setFlat(true);
        button->setFocusPolicy(Qt::NoFocus); // the keys do the same; Tab leads to what can be said
        foot->addWidget(button);
        return button;
    };
    ScreenButton* back = add(QStringLiteral("\u25c0"), QStringLiteral("previousScreen"));
    back->setAccessibleName(tr("Back"));
    connect(back, &QPushButton::clicked, this, [this] { goBy(-1); });
    const QList<meeting::Section> sections = meeting::allSections();
    for (const meeting::Section section : sections) {
        const int number = static_cast<int>(section) + 1;
        ScreenButton* button = add(tr("%1 %2").arg(QString::number(number), meeting::titleOf(section)),
                                   QStringLiteral("section-%1").arg(number));
        button->setCheckable(true);
        connect(button, &QPushButton::toggled, this, [this, section] { goToSection(section); });
        m_sections << button;
    }
    foot->addStretch();
    foot->addWidget(m_number);
    ScreenButton* keys = add(QStringLiteral("?"), QStringLiteral("meetingHelp"));
    keys->setAccessibleName(tr("Keys"));
    connect(keys, &QPushButton::clicked, this, &MeetingWindow::showKeys);
    ScreenButton* forth = add(QStringLiteral("\u25b6"), QStringLiteral("nextScreen"));
    forth->setAccessibleName(tr("Forward"));
    connect(forth, &QPushButton::clicked, this, [this] { goBy(1); });
    m_signs = {back, keys, forth};
    return foot;
}

/// The same stack as in the main window, whose keys do not reach this one.
void MeetingWindow::addUndo() {
    QAction* undo = m_editor.undoStack().createUndoAction(this, tr("Undo"));
    undo->setShortcut(QKeySequence::Undo);
    QAction* redo = m_editor.undoStack().createRedoAction(this, tr("Redo"));
    redo->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    addActions({undo, redo});
}

void MeetingWindow::begin() {
    if (m_meeting.day != QDate::currentDate()) {
        const QList<JournalEntry> before = m_file.journal().value_or(QList<JournalEntry>());
        const qint64 last = before.isEmpty() ? 0 : before.constLast().number;
        m_meeting = {m_file.plan(), QDate::currentDate(), last, before, {}};
        m_index = 0;
    }
    showFullScreen();
    activateWindow();
    setFocus();
    makeScreens();
}

/// What was said up to now.
void MeetingWindow::takeDown() {
    const Result<QList<JournalEntry>> journal = m_file.journal();
    if (!journal)
        return; // the main window tells what is wrong with the file
    m_meeting.journal = *journal;
    const QList<JournalEntry> said = saidIn(m_meeting);
    for (const JournalEntry& entry : said)
        if (entry.deed == Deed::Plan && !m_meeting.planChanges.contains(entry.number))
            m_meeting.planChanges.insert(entry.number, m_file.planChange(entry));
}

void MeetingWindow::makeScreens() {
    if (!isVisible())
        return;
    takeDown();
    const meeting::Screen shown = m_screens.value(m_proposal ? m_indexBehind : m_index);
    const qsizetype before = m_proposal ? m_indexBehind : m_index;
    m_proposal.reset(); // it was about the plan and the room as they were
    m_screens = meeting::screensOf(m_file.plan(), m_file.record(), m_meeting, room());
    m_index = placeOf(shown, m_about, m_screens, before);
    showScreen();
}

/// Measured on a sentence: fonts differ in how wide they run.
meeting::Room MeetingWindow::room() const {
    const QString sample = QStringLiteral("Restart the masters one after the other, `--quorum` of them stay: 0.18.2");
    const QFontMetrics metrics(sizedFont(font(), partOfHeight(smallestPart)));
    const double letter = metrics.horizontalAdvance(sample) * 1.06 / static_cast<double>(sample.size());
    return {static_cast<int>(m_place->width() / letter),
            static_cast<int>(m_place->height() / static_cast<double>(metrics.lineSpacing()))};
}

/// Never less.
int MeetingWindow::partOfHeight(int part) const {
    return (height() + part - 1) / part;
}

QFont MeetingWindow::titleFont() const {
    return sizedFont(font(), qMin(height() / titlePart, width() / 26), true);
}

QFont MeetingWindow::smallFont() const {
    return sizedFont(font(), qMin(height() / smallPart, width() / 62));
}

void MeetingWindow::showScreen() {
    const meeting::Screen screen = screens().at(m_index);
    MeetingScreen::Buttons buttons = MeetingScreen::Buttons::None;
    if (m_proposal)
        buttons = MeetingScreen::Buttons::Agree;
    else if (screen.section == meeting::Section::Decisions)
        buttons = MeetingScreen::Buttons::Minutes;
    else if (!screen.question.isEmpty())
        buttons = MeetingScreen::Buttons::Answer;

    if (MeetingScreen* old = std::exchange(m_screen, nullptr)) {
        old->hide();
        old->deleteLater(); // one of its buttons may have asked for this
    }
    for (const int part : screenParts) {
        delete m_screen; // of the larger letters
        m_screen = new MeetingScreen(screen, m_file.plan(), m_file.record(), m_file.isReadOnly(), buttons,
                                     sizedFont(font(), partOfHeight(part)), m_place);
        if (m_screen->fitsInto(m_place->size()))
            break;
    }
    m_place->layout()->addWidget(m_screen);
    m_screen->show(); // a layout would do so later
    connect(m_screen, &MeetingScreen::answered, this, &MeetingWindow::propose);
    connect(m_screen, &MeetingScreen::agreed, this, &MeetingWindow::agree);
    connect(m_screen, &MeetingScreen::declined, this, &MeetingWindow::decline);
    connect(m_screen, &MeetingScreen::pointRequested, this, &MeetingWindow::writeOn);
    connect(m_screen, &MeetingScreen::acceptanceRequested, this, &MeetingWindow::acceptRisk);
    connect(m_screen, &MeetingScreen::exportRequested, this, &MeetingWindow::exportMinutes);
    connect(m_screen, &MeetingScreen::printRequested, this, &MeetingWindow::printMinutes);

    m_title->setText(screen.title);
    m_part->setText(screen.of > 1 ? tr("%1 of %2").arg(screen.number).arg(screen.of) : QString());
    showInto(m_place->width() - m_part->sizeHint().width() - layout()->spacing(), *m_title, titleFont());
    setWindowTitle(tr("%1 – %2").arg(screen.title, words::planTitle(m_file.plan())));
    showFoot();
    showStatus();
    if (!isTyping())
        setFocus();
}

void MeetingWindow::showFoot() {
    const meeting::Section current = screens().at(m_index).section;
    for (int i = 0; i < m_sections.size(); ++i) {
        const QSignalBlocker nobodyChooses(m_sections[i]); // assistive technology toggles, and does not click
        m_sections[i]->setChecked(i == static_cast<int>(current));
    }
    const auto total = static_cast<int>(screens().size());
    m_number->setText(tr("%1 of %2").arg(m_index + 1).arg(total));
    showInto(m_place->width(), *m_foot, smallFont());
    m_progress->setRange(0, total);
    m_progress->setValue(static_cast<int>(m_index) + 1);
}

void MeetingWindow::showStatus() {
    QString status;
    if (m_editor.notSaved() > 0)
        status = tr("\u26a0 Not saved: %1 It is tried again every few seconds.").arg(m_editor.notSavedBecause());
    else if (m_file.isReadOnly())
        status = m_file.readOnlyReason();
    tell(status);
}

void MeetingWindow::tell(const QString& sentence) {
    m_status->setText(m_status->fontMetrics().elidedText(sentence, Qt::ElideMiddle, m_place->width()));
    m_status->setAccessibleName(sentence);
    m_status->setToolTip(sentence.toHtmlEscaped());
}

void MeetingWindow::goTo(qsizetype index) {
    m_drawer->hide();
    m_about.clear();
    m_index = qBound<qsizetype>(0, index, screens().size() - 1);
    showScreen();
}

void MeetingWindow::goToSection(meeting::Section section) {
    const bool wasProposed = m_proposal.has_value();
    decline();
    const auto first = std::find_if(m_screens.cbegin(), m_screens.cend(),
                                    [&](const meeting::Screen& screen) { return screen.section == section; });
    goTo(std::distance(m_screens.cbegin(), first));
    if (wasProposed)
        tell(tr("The answer stays as it was: what it would change was not agreed to."));
}

/// A digit leads to a section at once; with Return behind them, digits are the number of a screen.
void MeetingWindow::typeDigit(int digit) {
    m_typed += QString::number(digit);
    m_typingPause.start();
    const QList<meeting::Section> sections = meeting::allSections();
    if (digit >= 1 && digit <= sections.size())
        goToSection(sections[digit - 1]);
}

void MeetingWindow::goToTyped() {
    if (m_typed.isEmpty() && m_proposal)
        return agree();
    if (const int number = std::exchange(m_typed, {}).toInt(); number > 0) {
        decline();
        goTo(number - 1);
    }
}

bool MeetingWindow::isTyping() const {
    const QWidget* focus = focusWidget();
    return m_drawer->isVisible() && focus != nullptr && m_drawer->isAncestorOf(focus) &&
           (qobject_cast<const QLineEdit*>(focus) || qobject_cast<const QPlainTextEdit*>(focus));
}

void MeetingWindow::setBlank(bool blank) {
    m_blank->setGeometry(rect());
    m_blank->setVisible(blank);
    m_blank->raise();
}

void MeetingWindow::keyPressEvent(QKeyEvent* event) {
    if (m_blank->isVisible()) {
        setBlank(false);
        return;
    }
    if (isTyping() && event->key() != Qt::Key_Escape)
        return QWidget::keyPressEvent(event);
    if (event->key() >= Qt::Key_0 && event->key() <= Qt::Key_9)
        return typeDigit(event->key() - Qt::Key_0);
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return goToTyped();
    case Qt::Key_Right:
    case Qt::Key_PageDown:
    case Qt::Key_Space:
    case Qt::Key_N:
        goBy(1);
        break;
    case Qt::Key_Left:
    case Qt::Key_PageUp:
    case Qt::Key_Backspace:
        goBy(-1);
        break;
    case Qt::Key_Home:
    case Qt::Key_F5:
        goTo(0);
        break;
    case Qt::Key_End:
        goTo(screens().size() - 1);
        break;
    case Qt::Key_B:
    case Qt::Key_Period:
        setBlank(true);
        break;
    case Qt::Key_Question:
    case Qt::Key_F1:
        showKeys();
        break;
    case Qt::Key_Escape:
        stepBack();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
    m_typed.clear();
}

void MeetingWindow::mousePressEvent(QMouseEvent* event) {
    setBlank(false);
    QWidget::mousePressEvent(event);
}

void MeetingWindow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const int margin = height() / 30;
    layout()->setContentsMargins(margin, margin / 2, margin, margin / 3);
    layout()->setSpacing(margin / 3);
    m_title->setFixedHeight(QFontMetrics(titleFont()).height());
    for (QWidget* widget : QList<QWidget*>{m_part, m_status, m_foot})
        widget->setFont(smallFont());
    m_foot->setFixedHeight(m_foot->sizeHint().height());
    for (ScreenButton* sign : std::as_const(m_signs))
        sign->setFixedWidth(2 * m_foot->height()); // a push button is wide enough for a word
    m_status->setFixedHeight(QFontMetrics(smallFont()).height());
    m_drawer->setFont(sizedFont(font(), height() / bodyPart));
    m_progress->setFixedHeight(qMax(3, height() / 160));
    layout()->activate();
    placeDrawer();
    setBlank(m_blank->isVisible());
    makeScreens();
}

void MeetingWindow::closeEvent(QCloseEvent* event) {
    m_drawer->hide();
    QWidget::closeEvent(event);
    Q_EMIT left();
}

/// A dialog that opens is read from five metres, too.
bool MeetingWindow::event(QEvent* event) {
    if (event->type() == QEvent::ChildPolished) {
        const QList<MarkDialog*> dialogs = findChildren<MarkDialog*>(Qt::FindDirectChildrenOnly);
        for (MarkDialog* dialog : dialogs)
            enlarge(*dialog);
    }
    return QWidget::event(event);
}

void MeetingWindow::enlarge(QDialog& dialog) const {
    dialog.setFont(sizedFont(font(), height() / bodyPart));
    const QList<QLabel*> labels = dialog.findChildren<QLabel*>();
    for (QLabel* label : labels) // headings have a size of their own
        label->setFont(sizedFont(label->font(), height() / bodyPart, label->font().bold()));
    dialog.setMinimumWidth(width() / 2);
    dialog.adjustSize();
}

void MeetingWindow::showKeys() {
    auto* dialog = new ShortcutsDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFont(sizedFont(font(), partOfHeight(bodyPart)));
    dialog->resize(size() * 4 / 5);
    dialog->open();
}

/// Out of the innermost of what is open.
void MeetingWindow::stepBack() {
    if (m_drawer->isVisible())
        m_drawer->hide();
    else if (m_proposal)
        decline();
    else
        close();
}
