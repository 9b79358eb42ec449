#include "ui/help_dialog.h"

#include "ui/labels.h"
#include "ui/window_size.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QScrollArea>
#include <QVBoxLayout>

#include <array>

namespace {
struct Chapter {
    const char* title;
    const char* text;
};

// lupdate reads these; the words are those of the menus and buttons.
constexpr std::array chapters{
    Chapter{QT_TRANSLATE_NOOP("HelpDialog", "What it does"),
            QT_TRANSLATE_NOOP(
                "HelpDialog",
                "You say which version of Mesos runs, which one you want and what your cluster is like. You get the "
                "whole upgrade as a list of steps in their order, and keep the record in it while you work: what was "
                "done, by whom, and what was seen.\n\n"
                "The program plans and records. It never connects to your cluster and never changes it.")},
    Chapter{QT_TRANSLATE_NOOP("HelpDialog", "Making a plan"),
            QT_TRANSLATE_NOOP(
                "HelpDialog",
                "File → New plan asks for the versions, then what it has to know of your cluster. “Unsure” is a real "
                "answer: the plan then holds what may concern you, marked “find out first”, and View → Find out first "
                "says how to find out, with the commands to copy.\n\n"
                "Where several ways lead to the version you want, both are shown with their restarts and steps, for "
                "you to choose. Answers can be changed at any time under View → Answers: what that adds, removes and "
                "changes is shown before it happens, and everything recorded stays.")},
    Chapter{
        QT_TRANSLATE_NOOP("HelpDialog", "Working through it"),
        QT_TRANSLATE_NOOP(
            "HelpDialog",
            "The list holds the upgrades one after the other, in each the steps in the order of work, with notes "
            "to read before them. The N key goes to the next open step or stop, Space ticks it. Help → What the marks "
            "mean explains the marks at the right of the rows. Beside the list stands "
            "all about the step: why it is in your plan, the commands with a button that copies them, how to tell "
            "that it worked, whether the cluster may be left as it is, how to take it back, and the source.\n\n"
            "A step can also be in progress, skipped or not applicable with a reason, or put off to a later "
            "upgrade: all that is in the Step menu, for several selected steps at once, too. Blockers and "
            "stops stand in front of what comes after them; going on all the same is possible, and recorded.")},
    Chapter{QT_TRANSLATE_NOOP("HelpDialog", "Finding something"),
            QT_TRANSLATE_NOOP(
                "HelpDialog",
                "Edit → Find looks through everything that stands in the plan and in your notes. The filters narrow "
                "the list down, to blockers, stops, what to find out first, what may kill running tasks, and more; "
                "what is on is shown above the list, and an open blocker is never hidden. An upgrade's own row tells "
                "all of that for this upgrade. View → Impact shows what the versions on the way add, change and "
                "remove, View → Left out what does not concern your cluster, and because of which answer.")},
    Chapter{QT_TRANSLATE_NOOP("HelpDialog", "When a step goes wrong"),
            QT_TRANSLATE_NOOP(
                "HelpDialog",
                "Step → It went wrong asks what was seen, and shows one card: what the cluster runs now, whether it "
                "may be left so, the way back where a source has one, what must not be begun, and whom to call. The "
                "card can be printed.")},
    Chapter{QT_TRANSLATE_NOOP("HelpDialog", "Nothing is lost"),
            QT_TRANSLATE_NOOP(
                "HelpDialog",
                "There is no Save: every deed is in the plan file before the window shows it, and a crash or a power "
                "cut loses none. Undo takes back, and stays in the history. Several people may work in the same file "
                "at once; each sees what the others do. When a file cannot be written, a bar at the top says so, and "
                "what waits is written as soon as it can be.")},
    Chapter{
        QT_TRANSLATE_NOOP("HelpDialog", "On paper and in files"),
        QT_TRANSLATE_NOOP(
            "HelpDialog",
            "File → Print makes a run sheet for the machine room: boxes to tick by pen, stops to sign, and the "
            "short name of each step, by which it is found again in the list. File → Export writes the same as PDF, "
            "Markdown, a web page or JSON; one upgrade alone, or what is selected, is under File → A part of the "
            "plan. The command mesos-upgrade-plan does all of this without a window.")},
    Chapter{QT_TRANSLATE_NOOP("HelpDialog", "Where it is from"),
            QT_TRANSLATE_NOOP(
                "HelpDialog",
                "Every step names its source in the documentation, the change log or the code of Mesos; what is ours "
                "says so. Where no source says how to take a step back, that is what you read. Help → Upgrade "
                "knowledge tells how old it all is. Whoever finds a mistake takes Step → Copy a correction: the "
                "text, its sources and version go to the clipboard.")},
};
} // namespace

HelpDialog::HelpDialog(QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("helpDialog"));
    setWindowTitle(tr("How it works"));
    auto* page = new QWidget;
    page->setObjectName(QStringLiteral("helpPage"));
    page->setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(24, 16, 24, 24);
    column->setSpacing(8);
    auto* scroll = new QScrollArea;
    auto* contents = new QListWidget;
    for (const Chapter& chapter : chapters) {
        QLabel* title = headingLabel(tr(chapter.title), QString::fromLatin1(chapter.title), 2);
        title->setContentsMargins(0, 8, 0, 0);
        column->addWidget(title);
        column->addWidget(plainLabel(tr(chapter.text), QStringLiteral("helpText")));
        auto* entry = new QListWidgetItem(tr(chapter.title), contents);
        connect(contents, &QListWidget::currentItemChanged, title, [scroll, title, entry](QListWidgetItem* current) {
            if (current == entry)
                scroll->ensureVisible(0, title->y() + scroll->viewport()->height() - title->height(), 0, 0);
        });
    }
    column->addStretch();
    scroll->setObjectName(QStringLiteral("helpScroll"));
    scroll->setAccessibleName(tr("How it works"));
    scroll->setWidgetResizable(true);
    scroll->setWidget(page);
    contents->setObjectName(QStringLiteral("helpContents"));
    contents->setAccessibleName(tr("Chapters"));
    contents->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    contents->setFixedWidth(contents->sizeHintForColumn(0) + 32);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->setObjectName(QStringLiteral("buttons"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* both = new QHBoxLayout;
    both->setSpacing(8);
    both->addWidget(contents);
    both->addWidget(scroll, 1);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(both, 1);
    layout->addWidget(buttons);
    const QFontMetrics metrics = fontMetrics();
    fitOnScreen(*this, QSize(metrics.averageCharWidth() * 110, metrics.height() * 34));
}
