#include "ui/text_panel.h"

#include "ui/found_mark.h"

#include <QWheelEvent>

#include <cmath>

TextPanel::TextPanel(const QString& objectName, QWidget* parent)
    : QTextBrowser(parent) {
    setObjectName(objectName);
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    connect(document(), &QTextDocument::contentsChanged, this, &TextPanel::fitHeight);
}

QVariant TextPanel::loadResource(int type, const QUrl& name) {
    if (name.scheme() == u"qrc" || name.path().startsWith(u":/"))
        return QTextBrowser::loadResource(type, name);
    // An invalid value would make QTextDocument read the file itself; this is a valid, empty one.
    return QByteArray("");
}

void TextPanel::showHtml(const QString& html) {
    m_html = html;
    setHtml(html);
    mark();
}

void TextPanel::setMarked(const QStringList& words) {
    m_marked = words;
    mark();
}

void TextPanel::changeEvent(QEvent* event) {
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showHtml(m_html); // links keep the colour they had when they were read
}

void TextPanel::resizeEvent(QResizeEvent* event) {
    QTextBrowser::resizeEvent(event);
    fitHeight();
}

void TextPanel::wheelEvent(QWheelEvent* event) {
    event->ignore(); // what lies around scrolls
}

void TextPanel::mark() {
    QList<ExtraSelection> marks;
    for (const QString& word : std::as_const(m_marked)) {
        for (QTextCursor at = document()->find(word); !at.isNull(); at = document()->find(word, at)) {
            ExtraSelection mark;
            mark.cursor = at;
            mark.format = markFormat(palette());
            marks << mark;
        }
    }
    setExtraSelections(marks);
}

void TextPanel::fitHeight() {
    document()->setTextWidth(viewport()->width());
    setFixedHeight(static_cast<int>(std::ceil(document()->size().height())));
}
