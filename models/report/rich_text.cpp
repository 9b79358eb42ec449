#include "report/rich_text.h"

#include <QXmlStreamReader>

#include <md4c.h>

namespace {

/// md4c leaves entities as they were written. Those that XML knows (and every numeric one) become their character; any
/// other stays as it stands.
QString entityText(const QString& entity) {
    QXmlStreamReader reader(u"<t>" + entity + u"</t>");
    reader.readNextStartElement();
    const QString text = reader.readElementText();
    return reader.hasError() ? entity : text;
}

QString characters(MD_TEXTTYPE type, const char* text, MD_SIZE size) {
    switch (type) {
    case MD_TEXT_NULLCHAR:
        return QString(QChar::ReplacementCharacter);
    case MD_TEXT_BR:
        return QStringLiteral("\n");
    case MD_TEXT_SOFTBR:
        return QStringLiteral(" ");
    case MD_TEXT_ENTITY:
        return entityText(QString::fromUtf8(text, size));
    default:
        return QString::fromUtf8(text, size);
    }
}

QString attributeText(const MD_ATTRIBUTE& attribute) {
    QString text;
    for (int i = 0; attribute.substr_offsets[i] < attribute.size; ++i) {
        const MD_OFFSET begin = attribute.substr_offsets[i];
        const MD_OFFSET end = attribute.substr_offsets[i + 1];
        text += characters(attribute.substr_types[i], attribute.text + begin, end - begin);
    }
    return text;
}

/// Takes md4c's events and gathers blocks. Quotes, headings and rules are not used by the catalogue's texts: their
/// words become paragraphs, so that nothing written is lost.
class BlockReader {
public:
    QList<Block> read(const QString& text) {
        const QByteArray utf8 = text.toUtf8();
        MD_PARSER parser{};
        parser.flags = MD_DIALECT_COMMONMARK | MD_FLAG_NOHTML;
        parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
            static_cast<BlockReader*>(self)->enterBlock(type, detail);
            return 0;
        };
        parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
            static_cast<BlockReader*>(self)->leaveBlock(type);
            return 0;
        };
        parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
            static_cast<BlockReader*>(self)->enterSpan(type, detail);
            return 0;
        };
        parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
            static_cast<BlockReader*>(self)->leaveSpan(type);
            return 0;
        };
        parser.text = [](MD_TEXTTYPE type, const char* characters_, MD_SIZE size, void* self) {
            static_cast<BlockReader*>(self)->append(characters(type, characters_, size));
            return 0;
        };
        md_parse(utf8.constData(), static_cast<MD_SIZE>(utf8.size()), &parser, this);
        return m_blocks;
    }

private:
    /// An ordered list counts; a bullet list has no next number.
    struct List {
        bool ordered = false;
        unsigned next = 1;
    };

    void enterBlock(MD_BLOCKTYPE type, void* detail) {
        switch (type) {
        case MD_BLOCK_UL:
            beginList({});
            break;
        case MD_BLOCK_OL:
            beginList({true, static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start});
            break;
        case MD_BLOCK_LI:
            begin(Block::Kind::ListItem, nextMarker());
            break;
        case MD_BLOCK_CODE:
            begin(Block::Kind::Code);
            break;
        case MD_BLOCK_P:
        case MD_BLOCK_H:
            beginParagraph();
            break;
        default:
            break;
        }
    }

    void leaveBlock(MD_BLOCKTYPE type) {
        if (type == MD_BLOCK_UL || type == MD_BLOCK_OL)
            m_lists.removeLast();
        m_takesText = false;
    }

    void enterSpan(MD_SPANTYPE type, void* detail) {
        if (type == MD_SPAN_STRONG)
            ++m_strong;
        else if (type == MD_SPAN_EM)
            ++m_emphasis;
        else if (type == MD_SPAN_CODE)
            m_code = true;
        else if (type == MD_SPAN_A)
            m_link = attributeText(static_cast<MD_SPAN_A_DETAIL*>(detail)->href);
    }

    void leaveSpan(MD_SPANTYPE type) {
        if (type == MD_SPAN_STRONG)
            --m_strong;
        else if (type == MD_SPAN_EM)
            --m_emphasis;
        else if (type == MD_SPAN_CODE)
            m_code = false;
        else if (type == MD_SPAN_A)
            m_link.clear();
    }

    void beginList(const List& list) { m_lists.append(list); }

    QString nextMarker() {
        List& list = m_lists.last();
        return list.ordered ? QString::number(list.next++) + u'.' : QStringLiteral("•");
    }

    void begin(Block::Kind kind, const QString& marker = {}) {
        m_blocks.append({kind, static_cast<int>(m_lists.size()), marker, {}});
        m_takesText = true;
    }

    /// The first paragraph of a list item is the item itself, which still waits for its text.
    void beginParagraph() {
        if (!m_takesText)
            begin(Block::Kind::Paragraph);
    }

    Span::Style style() const {
        if (m_code)
            return Span::Style::Code;
        if (m_strong > 0)
            return Span::Style::Strong;
        return m_emphasis > 0 ? Span::Style::Emphasis : Span::Style::Plain;
    }

    /// In a tight list md4c reports no paragraphs, so text may come without one.
    void append(const QString& text) {
        beginParagraph();
        QList<Span>& spans = m_blocks.last().spans;
        const QString link = m_link.startsWith(u"https://") ? m_link : QString();
        if (!spans.isEmpty() && spans.last().style == style() && spans.last().link == link)
            spans.last().text += text;
        else
            spans.append({text, style(), link});
    }

    QList<Block> m_blocks;
    QList<List> m_lists;
    QString m_link;
    int m_strong = 0;
    int m_emphasis = 0;
    bool m_code = false;
    bool m_takesText = false; ///< the last block is still being filled
};

using BlockIterator = QList<Block>::const_iterator;

QString blockToHtml(const Block& block) {
    if (block.kind == Block::Kind::Code)
        return u"<pre><code>" + (block.spans.isEmpty() ? QString() : block.spans.first().text.toHtmlEscaped()) +
               u"</code></pre>\n";
    return u"<p>" + spansToHtml(block.spans) + u"</p>\n";
}

/// One list with all that belongs to its items; leaves `block` behind it.
QString listToHtml(BlockIterator& block, BlockIterator end) {
    const int depth = block->depth;
    const auto isOrdered = [](const Block& item) { return item.marker.endsWith(u'.'); };
    const auto isItemOfThisList = [&, ordered = isOrdered(*block)](const Block& candidate) {
        return candidate.depth == depth && candidate.kind == Block::Kind::ListItem && isOrdered(candidate) == ordered;
    };
    const QString start = block->marker.chopped(1);
    QString html = !isOrdered(*block)             ? QStringLiteral("<ul>\n")
                   : start == QStringLiteral("1") ? QStringLiteral("<ol>\n")
                                                  : u"<ol start=\"" + start + u"\">\n";
    const QString close = isOrdered(*block) ? QStringLiteral("</ol>\n") : QStringLiteral("</ul>\n");
    while (block != end && isItemOfThisList(*block)) {
        html += u"<li>" + spansToHtml(block->spans);
        ++block;
        while (block != end &&
               (block->depth > depth || (block->depth == depth && block->kind != Block::Kind::ListItem)))
            html += u'\n' + (block->depth > depth ? listToHtml(block, end) : blockToHtml(*block++));
        html += u"</li>\n";
    }
    return html + close;
}

} // namespace

QList<Block> parseCommonMark(const QString& text) {
    return BlockReader().read(text);
}

QList<Span> parseInline(const QString& text) {
    QList<Span> spans;
    for (const Block& block : parseCommonMark(text)) {
        if (!spans.isEmpty())
            spans.append({QStringLiteral(" "), Span::Style::Plain, {}});
        spans += block.spans;
    }
    return spans;
}

QString plainText(const QString& inlineText) {
    QString text;
    for (const Span& span : parseInline(inlineText))
        text += span.text;
    return text;
}

QString commonMarkToHtml(const QString& text) {
    const QList<Block> blocks = parseCommonMark(text);
    QString html;
    for (auto block = blocks.cbegin(); block != blocks.cend();)
        html += block->depth > 0 ? listToHtml(block, blocks.cend()) : blockToHtml(*block++);
    return html;
}

QString spansToHtml(const QList<Span>& spans) {
    QString html;
    for (const Span& span : spans) {
        QString text = span.text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"));
        if (span.style == Span::Style::Code)
            text = u"<code>" + text + u"</code>";
        else if (span.style == Span::Style::Strong)
            text = u"<strong>" + text + u"</strong>";
        else if (span.style == Span::Style::Emphasis)
            text = u"<em>" + text + u"</em>";
        html += span.link.isEmpty() ? text : u"<a href=\"" + span.link.toHtmlEscaped() + u"\">" + text + u"</a>";
    }
    return html;
}

QString inlineToHtml(const QString& text) {
    return spansToHtml(parseInline(text));
}
