#include "ui/find_out_view.h"

#include "core/cluster_values.h"
#include "report/facts.h"
#include "report/rich_text.h"
#include "store/plan_file.h"
#include "ui/labels.h"
#include "ui/question_box.h"
#include "ui/text_panel.h"

#include <QLabel>
#include <QVBoxLayout>

namespace {
QList<FindOut> filled(QList<FindOut> ways, const ClusterValues& values) {
    for (FindOut& way : ways)
        way.command = filledText(way.command, values);
    return ways;
}
} // namespace

FindOutView::FindOutView(const PlanFile& file, QWidget* parent)
    : QScrollArea(parent)
    , m_file(file) {
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
    layout->addWidget(plainLabel(questions.isEmpty()
                                     ? tr("No question is open: everything in this plan is for your cluster.")
                                     : tr("These questions are open. Until they are answered, the plan keeps "
                                          "everything that may concern your cluster."),
                                 QStringLiteral("findOutIntroduction"), content));
    for (const PlanQuestion& question : questions)
        layout->addWidget(card(question, content));
    layout->addStretch();
    setWidget(content); // deletes the one before
}

QWidget* FindOutView::card(const PlanQuestion& question, QWidget* parent) {
    auto* card = new QWidget(parent);
    card->setObjectName(QStringLiteral("open-") + question.id);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(headingLabel(plainText(question.ask), QStringLiteral("ask"), 1, card));
    layout->addWidget(quietLabel(plainText(question.why), QStringLiteral("why"), card));
    layout->addWidget(waysToFindOut(filled(question.findOut, m_file.record().values), card));

    QString steps;
    for (const QString& id : waitingFor(m_file.plan(), question)) {
        const QString text = plainText(findItem(m_file.plan(), id)->item.text).toHtmlEscaped();
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
