#include "report/paper/pages.h"
#include "report/pdf_module.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>

// qpdf 11 asks its users to say that they are done with its own PointerHolder.
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace {

constexpr int twipsPerInch = 1440;
constexpr double pointsPerTwip = 0.05;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(report)
};

/// Pages as Qt writes them: selectable text and lines, but neither bookmarks nor links nor a language.
QByteArray paintedPdf(const Pages& pages) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(twipsPerInch);
    writer.setPageLayout(
        QPageLayout(QPageSize(pages.size() * pointsPerTwip, QPageSize::Point, {}, QPageSize::ExactMatch),
                    QPageLayout::Portrait, {}));
    writer.setTitle(pages.title());
    writer.setCreator(QStringLiteral("Mesos Upgrade Assistant " MUA_VERSION));
    QPainter painter(&writer);
    for (int page = 0; page < pages.count(); ++page) {
        if (page > 0)
            writer.newPage();
        pages.paint(painter, page);
    }
    return painter.end() ? bytes : QByteArray();
}

QPDFObjectHandle real(double value) {
    return QPDFObjectHandle::newReal(value, 2);
}

QPDFObjectHandle integer(qsizetype value) {
    return QPDFObjectHandle::newInteger(value);
}

QPDFObjectHandle name(const char* text) {
    return QPDFObjectHandle::newName(text);
}

/// Adds to a written PDF what QPdfWriter cannot. PDF counts from the lower left corner, in points.
class Finisher final {
    Q_DISABLE_COPY_MOVE(Finisher)

public:
    Finisher(const Pages& pages, const QByteArray& painted)
        : m_pages(pages) {
        m_pdf.processMemoryFile("painted pages", painted.constData(), size_t(painted.size()));
        m_objects = QPDFPageDocumentHelper(m_pdf).getAllPages();
    }

    QByteArray finish() {
        turnPages();
        addLinks();
        addBookmarks();
        describe();
        QPDFWriter writer(m_pdf);
        writer.setOutputMemory();
        // With no time and no random number in it, the same plan gives the same file.
        writer.setDeterministicID(true);
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.write();
        const auto buffer = writer.getBufferSharedPointer();
        return QByteArray(reinterpret_cast<const char*>(buffer->getBuffer()), qsizetype(buffer->getSize()));
    }

private:
    double fromBottom(qreal y) const { return (m_pages.size().height() - y) * pointsPerTwip; }

    QPDFObjectHandle page(int index) { return m_objects.at(size_t(index)).getObjectHandle(); }

    /// So that a screen shows upright what stands sideways on the sheet.
    void turnPages() {
        for (int index = 0; index < m_pages.count(); ++index)
            if (m_pages.pages().at(index).sideways)
                page(index).replaceKey("/Rotate", integer(90));
    }

    void addLinks() {
        for (int index = 0; index < m_pages.count(); ++index) {
            QPDFObjectHandle annotations = QPDFObjectHandle::newArray();
            for (const PageLink& link : m_pages.pages().at(index).links)
                annotations.appendItem(
                    m_pdf.makeIndirectObject(annotationOf(link.url, m_pages.onSheet(index).mapRect(link.rect))));
            if (annotations.getArrayNItems() > 0)
                page(index).replaceKey("/Annots", annotations);
        }
    }

    QPDFObjectHandle annotationOf(const QString& url, const QRectF& rect) const {
        QPDFObjectHandle action = QPDFObjectHandle::newDictionary();
        action.replaceKey("/S", name("/URI"));
        action.replaceKey("/URI", QPDFObjectHandle::newString(url.toStdString()));
        QPDFObjectHandle annotation = QPDFObjectHandle::newDictionary();
        annotation.replaceKey("/Type", name("/Annot"));
        annotation.replaceKey("/Subtype", name("/Link"));
        annotation.replaceKey(
            "/Rect", QPDFObjectHandle::newArray({real(rect.left() * pointsPerTwip), real(fromBottom(rect.bottom())),
                                                 real(rect.right() * pointsPerTwip), real(fromBottom(rect.top()))}));
        annotation.replaceKey("/Border", QPDFObjectHandle::newArray({integer(0), integer(0), integer(0)}));
        annotation.replaceKey("/F", integer(4)); // printed, as PDF/A asks of every annotation
        annotation.replaceKey("/A", action);
        return annotation;
    }

    /// Two levels: upgrades and parts of their rank, and what is in them.
    void addBookmarks() {
        QPDFObjectHandle outlines = m_pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
        outlines.replaceKey("/Type", name("/Outlines"));
        QPDFObjectHandle part = outlines;
        for (int index = 0; index < m_pages.count(); ++index)
            for (const Heading& heading : m_pages.pages().at(index).headings) {
                if (heading.depth == 0)
                    part = appendBookmark(outlines, heading, index);
                else
                    appendBookmark(part, heading, index);
            }
        m_pdf.getRoot().replaceKey("/Outlines", outlines);
        m_pdf.getRoot().replaceKey("/PageMode", name("/UseOutlines"));
    }

    QPDFObjectHandle appendBookmark(QPDFObjectHandle parent, const Heading& heading, int index) {
        QPDFObjectHandle bookmark = m_pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
        bookmark.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(heading.title.toStdString()));
        bookmark.replaceKey("/Parent", parent);
        const QPointF corner = m_pages.onSheet(index).map(QPointF(0, heading.top));
        bookmark.replaceKey("/Dest",
                            QPDFObjectHandle::newArray({page(index), name("/XYZ"), real(corner.x() * pointsPerTwip),
                                                        real(fromBottom(corner.y())), QPDFObjectHandle::newNull()}));
        if (parent.hasKey("/Last")) {
            bookmark.replaceKey("/Prev", parent.getKey("/Last"));
            parent.getKey("/Last").replaceKey("/Next", bookmark);
        } else {
            parent.replaceKey("/First", bookmark);
        }
        parent.replaceKey("/Last", bookmark);
        // Negative below the top: those bookmarks are folded when the document opens.
        const bool isTop = parent.hasKey("/Type");
        const qsizetype count = parent.hasKey("/Count") ? parent.getKey("/Count").getIntValue() : 0;
        parent.replaceKey("/Count", integer(isTop ? count + 1 : count - 1));
        return bookmark;
    }

    void describe() {
        QPDFObjectHandle root = m_pdf.getRoot();
        QPDFObjectHandle preferences = QPDFObjectHandle::newDictionary();
        preferences.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
        root.replaceKey("/ViewerPreferences", preferences);
        //: The language this translation is in, as in RFC 3066
        root.replaceKey("/Lang", QPDFObjectHandle::newString(Text::tr("en").toStdString()));
        root.removeKey("/Metadata");
        m_pdf.getTrailer().getKey("/Info").removeKey("/CreationDate");
    }

    const Pages& m_pages;
    QPDF m_pdf;
    std::vector<QPDFPageObjectHelper> m_objects;
};

Result<QByteArray> pdfOf(const Pages& pages) {
    try {
        return Finisher(pages, paintedPdf(pages)).finish();
    } catch (const std::exception& cause) {
        return systemError(Text::tr("The PDF could not be made: %1").arg(QString::fromLocal8Bit(cause.what())));
    }
}

} // namespace

extern "C" {

Q_DECL_EXPORT QCoreApplication* makeApplication(int& argc, char** argv) {
    return new QGuiApplication(argc, argv);
}

Q_DECL_EXPORT void writePdf(const Plan& plan, const Record& record, PageSize size, Result<QByteArray>& pdf) {
    pdf = pdfOf(layOutPages(plan, record, size));
}

Q_DECL_EXPORT void writeSheet(const Sheet& sheet, PageSize size, Result<QByteArray>& pdf) {
    pdf = pdfOf(layOutSheet(sheet, size));
}
}

// They are called through these types (pdf_module.h).
static_assert(std::is_same_v<decltype(makeApplication), MakeApplication>);
static_assert(std::is_same_v<decltype(writePdf), WritePdf>);
static_assert(std::is_same_v<decltype(writeSheet), WriteSheet>);
