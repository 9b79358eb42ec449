#include "ui/find_out_view.h"

#include "report/facts.h"
#include "report/rich_text.h"
#include "ui/labels.h"
#include "ui/question_box.h"
#include "ui/text_panel.h"

#include <QLabel>
#include <QVBoxLayout>

FindOutView::FindOutView(const Plan& plan, QWidget* parent)
    : QScrollArea(parent)
    , m_plan(plan) {
    setObjectName(QStringLiteral("findOutView"));
    setAccessibleName(tr("Find out first"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void FindOutView::showEvent(QShowEvent* event) {
    if (widget() == nullptr) {
        auto* content = new QWidget;
        content->setObjectName(QStringLiteral("openQuestions"));
        auto* layout = new QVBoxLayout(content);
        layout->setSpacing(24);
        const QList<PlanQuestion> questions = openQuestions(m_plan);
        layout->addWidget(plainLabel(questions.isEmpty()
                                         ? tr("No question is open: everything in this plan is for your cluster.")
                                         : tr("These questions are open. Until they are answered, the plan keeps "
                                              "everything that may concern your cluster."),
                                     QStringLiteral("findOutIntroduction"), content));
        for (const PlanQuestion& question : questions)
            layout->addWidget(card(question, content));
        layout->addStretch();
        setWidget(content);
    }
    QScrollArea::showEvent(event);
}

QWidget* FindOutView::card(const PlanQuestion& question, QWidget* parent) {
    auto* card = new QWidget(parent);
    card->setObjectName(QStringLiteral("open-") + question.id);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(headingLabel(plainText(question.ask), QStringLiteral("ask"), 1, card));
    layout->addWidget(quietLabel(plainText(question.why), QStringLiteral("why"), card));
    layout->addWidget(waysToFindOut(question.findOut, card));

    QString steps;
    for (const QString& id : waitingFor(m_plan, question)) {
        const QString text = plainText(findItem(m_plan, id)->item.text).toHtmlEscaped();
        steps += QStringLiteral("<li><a href=\"step:%1\">%1</a> %2</li>").arg(id, text);
    }
    if (steps.isEmpty())
        return card;
    layout->addWidget(plainLabel(tr("Waiting for the answer:"), QStringLiteral("waitingLabel"), card));
    auto* waiting = new TextPanel(QStringLiteral("waiting"), card);
    waiting->setAccessibleName(tr("Waiting for the answer"));
    waiting->showHtml(QStringLiteral("<ul style=\"margin:0; -qt-list-indent:0; margin-left:16px\">%1</ul>").arg(steps));
    connect(waiting, &TextPanel::anchorClicked, this, [this](const QUrl& url) { Q_EMIT itemRequested(url.path()); });
    layout->addWidget(waiting);
    return card;
}
