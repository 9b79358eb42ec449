#pragma once

#include "report/paper/pdf_chunk.h"

/// Sets chunks one beneath the other and turns the page where one does not fit. Used once, by layOutPages.
class Flow final {
    Q_DISABLE_COPY_MOVE(Flow)

public:
    /// `body` is where chunks go on each page.
    explicit Flow(const QRectF& body);

    /// Begins a page for a part of the paper; `chapter` stands for it on this page and all that follow.
    void startChapter(const QString& chapter);
    void place(const QList<Chunk>& chunks);

    struct Sheet {
        QString chapter;
        Ink ink;
    };
    const QList<Sheet>& sheets() const { return m_sheets; }

private:
    struct Open {
        Chunk chunk;
        qreal since = 0;
    };

    bool atTop() const { return m_y <= m_body.top(); }
    qreal leadOf(const QList<Chunk>& chunks, qsizetype index) const;
    void placeOne(const Chunk& chunk);
    void turnPage();
    void closeArea(const Open& open);

    QRectF m_body;
    qreal m_y = 0;
    bool m_onlyHeadings = true; ///< nothing else stands on this page yet
    QString m_chapter;
    QList<Sheet> m_sheets;
    QList<Open> m_open;
};
