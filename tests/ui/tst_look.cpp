#include "support/support.h"
#include "ui/style.h"
#include "ui/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QStyleOption>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

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
        const QColor line = coloursOf(palette).line;
        const double least = isHighContrast(palette) ? 4.5 : isDark(palette) ? 3 : 1;
        for (const QPalette::ColorRole ground :
             {QPalette::Window, QPalette::Base, QPalette::AlternateBase, QPalette::Button})
            QVERIFY2(contrast(line, palette.color(ground)) >= least, qPrintable(palette.color(ground).name()));
    }

    void dialogPartsHaveFramesInTheDark_data() {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("dark") << darkPalette();
        QTest::newRow("high contrast, light") << highContrastLightPalette();
        QTest::newRow("high contrast, dark") << highContrastDarkPalette();
    }
    /// Somewhere on a line across its upper edge.
    void dialogPartsHaveFramesInTheDark() {
        QFETCH(QPalette, palette);
        QLineEdit field;
        QPushButton button(u"Go"_qs);
        QProgressBar bar;
        QComboBox box;
        QTreeWidget list;
        for (QWidget* part : std::initializer_list<QWidget*>{&field, &button, &bar, &box, &list}) {
            Style style;
            part->setStyle(&style);
            part->setPalette(palette);
            part->resize(120, 40);
            const QImage image = part->grab().toImage();
            double best = 1;
            for (int y = 0; y < 20; ++y)
                best = std::max(best, contrast(image.pixelColor(60, y), palette.color(QPalette::Window)));
            QVERIFY2(best >= 2.9, part->metaObject()->className()); // antialiased
            part->setStyle(nullptr);
        }
    }

    void gridCanBeSeenInTheDark() {
        const Style style;
        QStyleOption option;
        option.palette = darkPalette();
        const QRgb line = static_cast<QRgb>(style.styleHint(QStyle::SH_Table_GridLineColor, &option, nullptr, nullptr));
        QVERIFY(contrast(QColor(line), darkPalette().color(QPalette::Base)) >= 3);
    }

    void whatIsDisabledAndSelectedCanBeRead_data() { textCanBeRead_data(); }
    void whatIsDisabledAndSelectedCanBeRead() {
        QFETCH(QPalette, palette);
        const auto colour = [&](QPalette::ColorRole role) { return palette.color(QPalette::Disabled, role); };
        QVERIFY(contrast(colour(QPalette::HighlightedText), colour(QPalette::Highlight)) >= 2.4);
    }

    void openBoxOfASelectedRowIsNotFilled_data() { textCanBeRead_data(); }
    void openBoxOfASelectedRowIsNotFilled() {
        QFETCH(QPalette, palette);
        const Style style;
        const auto drawn = [&](QStyle::StateFlag mark) {
            QImage image(20, 20, QImage::Format_RGB32);
            image.fill(palette.color(QPalette::Highlight));
            QStyleOptionButton option;
            option.palette = palette;
            option.rect = image.rect();
            option.state = QStyle::State_Enabled | QStyle::State_Selected | mark;
            QPainter painter(&image);
            style.drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &option, &painter, nullptr);
            return image;
        };
        const QColor row = palette.color(QPalette::Highlight);
        const QImage open = drawn(QStyle::State_Off);
        QCOMPARE(open.pixelColor(10, 10), row);
        double frame = 1;
        for (int x = 0; x < 10; ++x)
            frame = std::max(frame, contrast(open.pixelColor(x, 10), row));
        QVERIFY2(frame >= 3, "the frame of an open box can hardly be seen");
        QVERIFY2(contrast(drawn(QStyle::State_On).pixelColor(4, 4), row) >= 3, "a ticked box looks open");
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
