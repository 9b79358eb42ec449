#include "places.h"
#include "support/support.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QDirIterator>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QSet>
#include <QTextDocumentFragment>
#include <QTranslator>

#include <algorithm>

// In a language in which every text is 40 % longer and stands in brackets: what has none cannot be translated, several
// in a row are glued together from pieces that other languages order differently, and what is cut off has too little
// room.

namespace {
class LongLanguage final : public QTranslator {
    Q_OBJECT

public:
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char*, int) const override {
        // Keys are read back, and the direction of reading is asked for by a text.
        if (qstrcmp(context, "QShortcut") == 0 || qstrcmp(context, "QGuiApplication") == 0)
            return {};
        const QString text = QString::fromUtf8(source);
        static const QString filling = u" und noch etwas mehr"_qs.repeated(100);
        return u'[' + text + filling.left((text.size() * 2 + 4) / 5) + u']';
    }
};

/// Letters and digits only: what is left of a text whatever wraps, quotes or emphasises it.
QString bare(QString text) {
    static const QRegularExpression rest(u"[^\\p{L}\\p{N}]+"_qs, QRegularExpression::UseUnicodePropertiesOption);
    return text.remove(rest).toLower();
}

/// All the catalogue says; its texts are not translated.
struct Knowledge {
    QString all;
    QSet<QString> words; ///< what stands between colons, commas and the like

    bool says(const QString& text) const {
        constexpr qsizetype fewWords = 15; // which stand somewhere in so much text
        return words.contains(text) || (text.size() > fewWords && all.contains(text));
    }
};

const Knowledge& knowledge() {
    static const Knowledge read = [] {
        Knowledge knowledge;
        QDirIterator files(QStringLiteral(CATALOG_DIR), {u"*.yaml"_qs}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                qFatal("%s", qPrintable(file.errorString()));
            const QString text = QString::fromUtf8(file.readAll());
            knowledge.all += bare(text);
            static const QRegularExpression between(u"[\n:,;{}]"_qs);
            const QStringList all = text.split(between);
            for (const QString& words : all)
                knowledge.words << bare(words);
        }
        return knowledge;
    }();
    return read;
}

/// What stands beside another in a list: lines, and what commas, semicolons and dots in the middle part.
QStringList partsOf(const QString& text) {
    QStringList parts{QString()};
    int depth = 0;
    for (const QChar c : text) {
        depth += c == u'[' ? 1 : c == u']' ? -1 : 0;
        if (depth == 0 && u"\n·;,"_qs.contains(c))
            parts << QString();
        else
            parts.last() += c;
    }
    return parts;
}

/// From its first bracket to its last it is one text, into which others may be put; a sign may stand beside it.
bool isOneText(const QString& text) {
    static const QRegularExpression one(u"^[^\\p{L}\\p{N}\\[\\]]*(\\[(?:[^\\[\\]]|(?1))*\\])[^\\p{L}\\p{N}\\[\\]]*$"_qs,
                                        QRegularExpression::UseUnicodePropertiesOption);
    return one.match(text).hasMatch();
}

/// Numbers, versions, files, names of steps and sums of check: data, in every language the same.
bool needsNoTranslation(const QString& text) {
    static const QRegularExpression data(
        u"^((\\W|\\d|\\bx\\b)*|[\\w./~-]+\\.(mesosplan|yaml)|/\\S*|\\d\\.\\d+(-[a-z0-9]+)+|[0-9a-f]{64})$"_qs);
    return data.match(text).hasMatch() || knowledge().says(bare(text));
}

bool isTranslated(const QString& text) {
    const QString plain = Qt::mightBeRichText(text) ? QTextDocumentFragment::fromHtml(text).toPlainText() : text;
    const QStringList parts = partsOf(plain);
    return needsNoTranslation(plain) || std::all_of(parts.cbegin(), parts.cend(), [](const QString& part) {
               return isOneText(part) || needsNoTranslation(part.trimmed());
           });
}

/// What people read or hear of a widget.
QStringList textsOf(const QWidget& widget) {
    QStringList texts{widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()};
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        texts << label->text();
    else if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        texts << button->text();
    else if (const auto* box = qobject_cast<const QGroupBox*>(&widget))
        texts << box->title();
    else if (const auto* field = qobject_cast<const QLineEdit*>(&widget))
        texts << field->placeholderText();
    else if (const auto* menu = qobject_cast<const QMenu*>(&widget))
        texts << menu->title();
    if (const auto* view = qobject_cast<const QAbstractItemView*>(&widget);
        view != nullptr && view->model() != nullptr) {
        const QAbstractItemModel& model = *view->model();
        for (int column = 0; column < model.columnCount(); ++column) {
            if (!qobject_cast<const QHeaderView*>(view))
                texts << model.headerData(column, Qt::Horizontal).toString();
            for (int row = 0; row < qMin(model.rowCount(), 20); ++row)
                texts << model.index(row, column).data().toString()
                      << model.index(row, column).data(Qt::AccessibleTextRole).toString()
                      << model.index(row, column).data(Qt::ToolTipRole).toString();
        }
    }
    if (widget.isWindow())
        texts << widget.windowTitle();
    for (const QAction* action : widget.actions())
        texts << action->text() << action->toolTip() << action->statusTip();
    return texts;
}

bool isInAnArea(const QWidget& widget) {
    for (const QWidget* around = widget.parentWidget(); around; around = around->parentWidget())
        if (qobject_cast<const QAbstractScrollArea*>(around))
            return true;
    return false;
}

bool hasRoom(const QHeaderView& header) {
    for (int section = 0; section < header.count(); ++section)
        if (!header.isSectionHidden(section) && header.sectionSize(section) < header.sectionSizeHint(section))
            return false;
    return true;
}

bool hasRoom(const QWidget& widget) {
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        return label->text().isEmpty() || (label->wordWrap() ? label->height() >= label->heightForWidth(label->width())
                                                             : label->width() >= label->sizeHint().width() &&
                                                                   label->height() >= label->fontMetrics().height());
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
        const QString text = button->text(); // with a sign the style leaves room for a word
        const int needed =
            bare(text).isEmpty() ? button->fontMetrics().horizontalAdvance(text) : button->sizeHint().width();
        return text.isEmpty() || (button->width() >= needed && button->height() >= button->minimumSizeHint().height());
    }
    if (const auto* header = qobject_cast<const QHeaderView*>(&widget))
        return hasRoom(*header);
    return true;
}

bool isOnTheScreen(const QWidget& widget) {
    const QRect place(widget.mapTo(widget.window(), QPoint()), widget.size());
    return isInAnArea(widget) || widget.window()->rect().contains(place);
}

/// With its menus.
QWidgetList widgetsOf(QWidget& window) {
    QWidgetList widgets{&window};
    const QWidgetList below = window.findChildren<QWidget*>();
    for (QWidget* widget : below)
        if (widget->window() == &window ? widget->isVisible() : qobject_cast<QMenu*>(widget) != nullptr)
            widgets << widget;
    return widgets;
}

Findings textsInPieces(QWidget& window) {
    Findings wrong;
    const QWidgetList widgets = widgetsOf(window);
    for (const QWidget* widget : widgets) {
        const QStringList texts = textsOf(*widget);
        for (const QString& text : texts)
            if (!isTranslated(text))
                wrong << nameOf(*widget) + u": " + text;
    }
    return wrong;
}

Findings cutOffTexts(QWidget& window) {
    Findings wrong;
    const QWidgetList widgets = widgetsOf(window);
    for (const QWidget* widget : widgets)
        if (widget->isVisible() && (!hasRoom(*widget) || !isOnTheScreen(*widget)))
            wrong << nameOf(*widget) + u": " + textsOf(*widget).join(u' ');
    return wrong;
}
} // namespace

class TestTranslated final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        keepToTestPaths();
        QGuiApplication::setApplicationDisplayName(u"[The program]"_qs);
        QVERIFY(QCoreApplication::installTranslator(&m_language));
    }
    void init() { failOnAnyWarning(); }

    void everyTextIsTranslatedAsAWhole_data() { addTours(); }
    void everyTextIsTranslatedAsAWhole() { checkOnTour(textsInPieces); }

    void nothingIsCutOff_data() { addTours(); }
    void nothingIsCutOff() { checkOnTour(cutOffTexts); }

private:
    LongLanguage m_language;
};

QTEST_MAIN(TestTranslated)
#include "tst_translated.moc"
