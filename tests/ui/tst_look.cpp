#include "support/support.h"
#include "ui/style.h"
#include "ui/theme.h"

#include <QApplication>
#include <QPainter>
#include <QSettings>
#include <QStyleOption>
#include <QTemporaryDir>
#include <QTest>

class TestLook final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void contrastIsThatOfTheStandard_data() {
        QTest::addColumn<QColor>("a");
        QTest::addColumn<QColor>("b");
        QTest::addColumn<double>("ratio");
        QTest::newRow("black on white") << QColor(Qt::black) << QColor(Qt::white) << 21.0;
        QTest::newRow("white on black") << QColor(Qt::white) << QColor(Qt::black) << 21.0;
        QTest::newRow("the same") << QColor(Qt::red) << QColor(Qt::red) << 1.0;
        QTest::newRow("grey that just fails") << QColor(0x77, 0x77, 0x77) << QColor(Qt::white) << 4.48;
    }
    void contrastIsThatOfTheStandard() {
        QFETCH(QColor, a);
        QFETCH(QColor, b);
        QFETCH(double, ratio);
        QVERIFY2(qAbs(contrast(a, b) - ratio) < 0.01, qPrintable(QString::number(contrast(a, b))));
    }

    void textCanBeRead_data() {
        QTest::addColumn<QPalette>("palette");
        QTest::addColumn<double>("least"); // WCAG 2: AA, and AAA for people who need more
        QTest::newRow("light") << lightPalette() << 4.5;
        QTest::newRow("dark") << darkPalette() << 4.5;
        QTest::newRow("high contrast, light") << highContrastLightPalette() << 7.0;
        QTest::newRow("high contrast, dark") << highContrastDarkPalette() << 7.0;
    }
    void textCanBeRead() {
        QFETCH(QPalette, palette);
        QFETCH(double, least);
        const Colours colours = coloursOf(palette);
        for (const QPalette::ColorRole ground :
             {QPalette::Window, QPalette::Base, QPalette::AlternateBase, QPalette::Button, QPalette::ToolTipBase}) {
            for (const QColor& ink : {palette.color(QPalette::Text), colours.accent, colours.danger, colours.caution,
                                      colours.good, colours.quiet})
                QVERIFY2(contrast(ink, palette.color(ground)) >= least, qPrintable(ink.name()));
        }
        QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= least);
    }

    void highContrastIsKnownByItsColours_data() {
        QTest::addColumn<QPalette>("palette");
        QTest::addColumn<bool>("high");
        QTest::newRow("light") << lightPalette() << false;
        QTest::newRow("dark") << darkPalette() << false;
        QTest::newRow("high contrast, light") << highContrastLightPalette() << true;
        QTest::newRow("high contrast, dark") << highContrastDarkPalette() << true;
        QTest::newRow("Fusion's own") << QPalette(QColor(0xef, 0xef, 0xef)) << false;
    }
    void highContrastIsKnownByItsColours() {
        QFETCH(QPalette, palette);
        QTEST(isHighContrast(palette), "high");
    }

    void framesCanBeSeen_data() { textCanBeRead_data(); }
    void framesCanBeSeen() {
        QFETCH(QPalette, palette);
        const Colours colours = coloursOf(palette);
        if (isHighContrast(palette))
            QVERIFY(contrast(colours.line, palette.color(QPalette::Window)) >= 4.5);
    }

    void themeFollowsTheWish() {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"settings.ini"_qs), QSettings::IniFormat);
        Theme theme(settings);
        theme.setAppearance(Appearance::Dark);
        theme.setHighContrast(true);
        QVERIFY(isDark(QApplication::palette()));
        QVERIFY(isHighContrast(QApplication::palette()));
        {
            const Theme later(settings);
            QVERIFY(later.highContrast());
        }
        theme.setHighContrast(false);
        theme.setAppearance(Appearance::Light);
        QVERIFY(!isHighContrast(QApplication::palette()));
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
