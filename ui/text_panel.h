#pragma once

#include <QTextBrowser>

/// Formatted text as high as it needs to be, without a frame or scroll bars of its own. It shows what rich_text.h made
/// of a text and loads nothing but the program's own resources; links are only reported, by anchorClicked.
class TextPanel final : public QTextBrowser {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextPanel)

public:
    explicit TextPanel(const QString& objectName, QWidget* parent = nullptr);

    void showHtml(const QString& html);

    /// Marks these words wherever they stand; letter case does not matter.
    void setMarked(const QStringList& words);

    QVariant loadResource(int type, const QUrl& name) override;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void fitHeight();
    void mark();

    QString m_html;
    QStringList m_marked;
};
