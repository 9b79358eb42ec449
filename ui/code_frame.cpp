#include "ui/code_frame.h"

#include "ui/code_highlighter.h"
#include "ui/labels.h"

#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStyle>
#include <QTimer>

#include <chrono>

using namespace std::chrono_literals;

namespace {
QPlainTextEdit* codeView(const QString& code, QWidget* parent) {
    constexpr qsizetype mostLines = 24;
    auto* view = new QPlainTextEdit(parent);
    view->setObjectName(QStringLiteral("code"));
    view->setAccessibleName(CodeFrame::tr("The text to copy"));
    view->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    view->setLineWrapMode(QPlainTextEdit::NoWrap);
    view->setReadOnly(true);
    view->setTabChangesFocus(true);
    view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    view->setFrameShape(QFrame::NoFrame);
    view->viewport()->setAutoFillBackground(false); // the frame's ground shows through
    view->setPlainText(code);
    const qsizetype lines = code.count(u'\n') + 1;
    if (lines <= mostLines)
        view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const int height = static_cast<int>(qMin(mostLines, lines)) * view->fontMetrics().lineSpacing() +
                       static_cast<int>(2 * view->document()->documentMargin());
    const auto fit = [view, height](int, int hidden) {
        const int bar = hidden > 0 ? view->style()->pixelMetric(QStyle::PM_ScrollBarExtent) : 0;
        view->setFixedHeight(height + bar);
    };
    QObject::connect(view->horizontalScrollBar(), &QScrollBar::rangeChanged, view, fit);
    fit(0, 0);
    return view;
}
} // namespace

CodeFrame::CodeFrame(const QString& caption, const QString& code, const QString& remarks, QWidget* parent)
    : QFrame(parent)
    , m_code(code)
    , m_copy(new QPushButton(tr("Copy"), this))
    , m_view(codeView(code.endsWith(u'\n') ? code.chopped(1) : code, this)) {
    setObjectName(QStringLiteral("codeFrame"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);

    m_copy->setObjectName(QStringLiteral("copy"));
    m_copy->setAutoDefault(false);
    m_copy->setAccessibleName(tr("Copy: %1").arg(caption));
    connect(m_copy, &QPushButton::clicked, this, &CodeFrame::copy);

    auto* head = new QHBoxLayout;
    head->addWidget(quietLabel(caption, QStringLiteral("codeCaption"), this), 1);
    head->addWidget(m_copy, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_view);
    if (!remarks.isEmpty())
        layout->addWidget(plainLabel(remarks, QStringLiteral("codeRemarks"), this));
}

void CodeFrame::setLanguage(const QString& language) {
    delete m_highlighter;
    m_highlighter = new CodeHighlighter(language, palette(), m_view->document());
}

void CodeFrame::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter)
        m_highlighter->setPalette(palette());
}

void CodeFrame::copy() {
    QGuiApplication::clipboard()->setText(m_code);
    m_copy->setText(tr("\u2713 Copied"));
    QTimer::singleShot(2s, m_copy, [this] { m_copy->setText(tr("Copy")); });
}
