#include "ui/find_out_view.h"

#include "core/cluster_values.h"
#include "report/facts.h"
#include "report/find_out_list.h"
#include "report/rich_text.h"
#include "store/plan_file.h"
#include "ui/find_out_actions.h"
#include "ui/labels.h"
#include "ui/question_box.h"
#include "ui/text_panel.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace {
QList<FindOut> filled(QList<FindOut> ways, const ClusterValues& values) {
    for (FindOut& way : ways)
        way.command = filledText(way.command, values);
    return ways;
}

QWidget* emptyCard(const QString& id, const QString& ask, const QString& why, QWidget* parent) {
    auto* card = new QWidget(parent);
    card->setObjectName(QStringLiteral("open-") + id);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(headingLabel(ask, QStringLiteral("ask"), 1, card));
    layout->addWidget(quietLabel(why, QStringLiteral("why"), card));
    return card;
}
} // namespace

FindOutView::FindOutView(const PlanFile& file, Desktop& desktop, QWidget* parent)
    : QScrollArea(parent)
    , m_file(file)
    , m_desktop(desktop) {
    setObjectName(QStringLiteral("findOutView"));
    setAccessibleName(tr("Find out first"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&file, &PlanFile::valuesChanged, this, [this] {
        if (widget() != nullptr)
            fill();
    });
}

void FindOutView::showEvent(QShowEvent* event) {
    if (widget() == nullptr)
        fill();
    QScrollArea::showEvent(event);
}

void FindOutView::fill() {
    auto* content = new QWidget;
    content->setObjectName(QStringLiteral("openQuestions"));
    auto* layout = new QVBoxLayout(content);
    layout->setSpacing(24);
    const QList<PlanQuestion> questions = openQuestions(m_file.plan());
    const bool isAnyOpen = findOutCount(m_file.plan()) > 0;
    layout->addWidget(plainLabel(!isAnyOpen ? tr("No question is open: everything in this plan is for your cluster.")
                                            : tr("These questions are open. Until they are answered, the plan keeps "
                                                 "everything that may concern your cluster."),
                                 QStringLiteral("findOutIntroduction"), content));
    auto* actions = new FindOutActions(m_desktop, content);
    actions->showQuestions(m_file.plan(), m_file.record(), m_file.path());
    actions->setVisible(isAnyOpen);
    layout->addWidget(actions);
    if (!waitingForPatch(m_file.plan()).isEmpty())
        layout->addWidget(patchCard(content));
    for (const PlanQuestion& question : questions)
        layout->addWidget(card(question, content));
    layout->addStretch();
    setWidget(content); // deletes the one before
}

QWidget* FindOutView::patchCard(QWidget* parent) {
    QWidget* card = emptyCard(QStringLiteral("patch"), patchQuestion(m_file.plan()), patchAdvice(), parent);
    addWaiting(*card, waitingForPatch(m_file.plan()));
    return card;
}

QWidget* FindOutView::card(const PlanQuestion& question, QWidget* parent) {
    const QString ask = plainText(question.ask);
    QWidget* card = emptyCard(question.id, ask, plainText(question.why), parent);
    auto* answer = new QPushButton(tr("Answer…"), card);
    answer->setObjectName(QStringLiteral("answerOpen-") + question.id);
    answer->setAccessibleName(tr("Answer: %1").arg(ask));
    connect(answer, &QPushButton::clicked, this, [this, id = question.id] { Q_EMIT answerRequested(id); });
    auto* layout = qobject_cast<QVBoxLayout*>(card->layout());
    layout->addWidget(waysToFindOut(filled(question.findOut, m_file.record().values), card));
    layout->addWidget(answer, 0, Qt::AlignLeft);
    addWaiting(*card, waitingFor(m_file.plan(), question));
    return card;
}

void FindOutView::addWaiting(QWidget& card, const QStringList& ids) {
    QString steps;
    for (const QString& id : ids) {
        const QString text = plainText(findItem(m_file.plan(), id)->item.text).toHtmlEscaped();
        steps += QStringLiteral("<li><a href=\"step:%1\">%1</a> %2</li>").arg(id, text);
    }
    if (steps.isEmpty())
        return;
    card.layout()->addWidget(plainLabel(tr("Waiting for the answer:"), QStringLiteral("waitingLabel"), &card));
    auto* waiting = new TextPanel(QStringLiteral("waiting"), &card);
    waiting->setAccessibleName(tr("Waiting for the answer"));
    waiting->showHtml(QStringLiteral("<ul style=\"margin:0; -qt-list-indent:0; margin-left:16px\">%1</ul>").arg(steps));
    connect(waiting, &TextPanel::anchorClicked, this, [this](const QUrl& url) { Q_EMIT itemRequested(url.path()); });
    card.layout()->addWidget(waiting);
}
