#include "support/support.h"
#include "ui/style.h"
#include "ui/theme.h"

#include <QApplication>
#include <QPainter>
#include <QStyleOption>
#include <QTest>

#include <cmath>

namespace {
/// Contrast of two colours as WCAG 2 defines it, 1 to 21.
double contrast(const QColor& a, const QColor& b) {
    const auto luminance = [](const QColor& colour) {
        const auto linear = [](float channel) {
            return channel <= 0.03928F ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
    };
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}
} // namespace

class TestLook final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void textCanBeRead_data() {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << lightPalette();
        QTest::newRow("dark") << darkPalette();
    }
    void textCanBeRead() {
        QFETCH(QPalette, palette);
        const Colours colours = coloursOf(palette);
        for (const QPalette::ColorRole ground :
             {QPalette::Window, QPalette::Base, QPalette::Button, QPalette::ToolTipBase}) {
            for (const QColor& ink : {palette.color(QPalette::Text), colours.accent, colours.danger, colours.caution,
                                      colours.good, colours.quiet})
                QVERIFY2(contrast(ink, palette.color(ground)) >= 4.5, qPrintable(ink.name()));
        }
        QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
    }

    void boxesCanBeSeen_data() { textCanBeRead_data(); }
    void boxesCanBeSeen() {
        QFETCH(QPalette, palette);
        const Style style;
        for (const QStyle::PrimitiveElement element : {QStyle::PE_IndicatorCheckBox, QStyle::PE_IndicatorRadioButton}) {
            QImage image(20, 20, QImage::Format_RGB32);
            image.fill(palette.color(QPalette::Window));
            QStyleOptionButton option;
            option.palette = palette;
            option.rect = image.rect();
            option.state = QStyle::State_Enabled | QStyle::State_Off;
            QPainter painter(&image);
            style.drawPrimitive(element, &option, &painter, nullptr);
            painter.end();
            double best = 1;
            for (int x = 0; x < image.width(); ++x)
                best = std::max(best, contrast(image.pixelColor(x, 10), palette.color(QPalette::Window)));
            QVERIFY2(best >= 3, "the frame of an empty box can hardly be seen");
        }
    }
};

QTEST_MAIN(TestLook)
#include "tst_look.moc"
