#include "places.h"
#include "support/small_plan.h"
#include "support/support.h"
#include "wizard_hand.h"

#include <QApplication>
#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFontDatabase>
#include <QImage>

#include <cstdlib>

// What people see, compared with pictures in tests/data/pictures that somebody has looked at. Run at both scales, see
// CMakeLists.txt; UPDATE_GOLDEN=1 makes them anew. A picture of what differs is left in the temporary folder.

namespace {
constexpr QSize size(1024, 700);

/// One family of fonts, drawn without what differs from desktop to desktop.
void pinFonts(const QTemporaryDir& folder) {
    QFile file(folder.filePath(u"fonts.conf"_qs));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s", qPrintable(file.errorString()));
    file.write(QStringLiteral("<fontconfig>\n"
                              "<dir>/usr/share/fonts/truetype/dejavu</dir>\n"
                              "<cachedir>%1</cachedir>\n"
                              "<match target='pattern'>\n"
                              "<edit name='family' mode='append' binding='strong'><string>DejaVu Sans</string></edit>\n"
                              "</match>\n"
                              "<alias binding='same'><family>monospace</family>"
                              "<prefer><family>DejaVu Sans Mono</family></prefer></alias>\n"
                              "<match target='font'>\n"
                              "<edit name='hinting' mode='assign'><bool>false</bool></edit>\n"
                              "<edit name='antialias' mode='assign'><bool>true</bool></edit>\n"
                              "<edit name='rgba' mode='assign'><const>none</const></edit>\n"
                              "</match>\n"
                              "</fontconfig>\n")
                   .arg(folder.path())
                   .toUtf8());
    qputenv("FONTCONFIG_FILE", file.fileName().toLocal8Bit());
}

/// How many pixels are clearly another colour; where is marked in `seen`.
int differingPixels(const QImage& expected, QImage& seen) {
    constexpr int clearly = 60; // of 3 · 255: the edges of letters may be smoothed another way
    int differing = 0;
    for (int y = 0; y < seen.height(); ++y)
        for (int x = 0; x < seen.width(); ++x) {
            const QColor one = expected.pixelColor(x, y);
            const QColor other = seen.pixelColor(x, y);
            if (std::abs(one.red() - other.red()) + std::abs(one.green() - other.green()) +
                    std::abs(one.blue() - other.blue()) <=
                clearly)
                continue;
            ++differing;
            seen.setPixelColor(x, y, Qt::magenta);
        }
    return differing;
}

void compareWithPicture(QWidget& window, const QString& name) {
    window.resize(size);
    for (int round = 0; round < 3; ++round) // what wraps takes its height from the width of the round before
        QApplication::processEvents();
    QImage seen = window.grab().toImage().convertToFormat(QImage::Format_RGB32);
    const QString fileName = u"%1-%2x.png"_qs.arg(name).arg(qRound(window.devicePixelRatioF()));
    const QString path = QStringLiteral(TEST_DATA "/pictures/") + fileName;
    if (qEnvironmentVariableIsSet("UPDATE_GOLDEN")) {
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        constexpr int smallest = 0; // of PNG's qualities
        QVERIFY(seen.save(path, "PNG", smallest));
        return;
    }
    const QImage expected = QImage(path).convertToFormat(QImage::Format_RGB32);
    QVERIFY2(!expected.isNull(), qPrintable(u"there is no %1; run with UPDATE_GOLDEN=1"_qs.arg(path)));
    QCOMPARE(seen.size(), expected.size());
    // A word that is another is less, a button that has moved is more.
    const auto most = static_cast<int>(seen.width() * qint64(seen.height()) / 2000);
    const int differing = differingPixels(expected, seen);
    if (differing > most) {
        const QString marked = QDir::temp().filePath(fileName);
        seen.save(marked);
        QFAIL(qPrintable(u"%1 pixels differ, %2 may; they are marked in %3"_qs.arg(differing).arg(most).arg(marked)));
    }
}

/// Made by hand, so that no correction of the knowledge changes it.
void openPlan(TestWindow& test) {
    const QString file = test.path(u"plan.mesosplan"_qs);
    {
        Plan plan = smallPlan();
        plan.catalogueVersion = catalogue().version; // else the window says that it knows more now
        plan.catalogueDigest = catalogue().digest;
        const auto made = PlanFile::create(file, plan);
        if (!made)
            qFatal("%s", qPrintable(made.error().message));
    }
    test.window.openPlan(file);
}
} // namespace

class TestPictures final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        keepToTestPaths();
        QApplication::setCursorFlashTime(0);
        if (!QFontDatabase::families().contains(u"DejaVu Sans"_qs))
            QSKIP("there are no DejaVu fonts in /usr/share/fonts/truetype/dejavu");
    }
    void init() { failOnAnyWarning(); }

    void startPage() {
        TestWindow test;
        test.theme.setAppearance(Appearance::Light);
        compareWithPicture(test.window, u"start-page"_qs);
    }

    void firstPageOfTheWizard() {
        TestWindow test;
        test.theme.setAppearance(Appearance::Light);
        compareWithPicture(startWizardWith(test, u"0.17.0"_qs, u"0.19.1"_qs), u"wizard"_qs);
    }

    void checklist_data() {
        QTest::addColumn<Appearance>("appearance");
        QTest::newRow("checklist-light") << Appearance::Light;
        if (qFuzzyCompare(qApp->devicePixelRatio(), 1)) // large pictures of the same shapes
            QTest::newRow("checklist-dark") << Appearance::Dark;
    }
    void checklist() {
        QFETCH(const Appearance, appearance);
        TestWindow test;
        test.theme.setAppearance(appearance);
        openPlan(test);
        test.action(u"doneAction"_qs).trigger();
        test.action(u"nextAction"_qs).trigger();
        compareWithPicture(test.window, QLatin1String(QTest::currentDataTag()));
    }

    void meeting() {
        TestWindow test;
        test.theme.setAppearance(Appearance::Light);
        openPlan(test);
        test.action(u"presentAction"_qs).trigger();
        QWidget& meeting = openedWindow();
        meeting.setWindowState(Qt::WindowNoState);
        QTest::keyClick(&meeting, Qt::Key_5);
        compareWithPicture(meeting, u"meeting"_qs);
    }
};

int main(int argc, char** argv) {
    const QTemporaryDir folder;
    pinFonts(folder);
    const QApplication application(argc, argv);
    TestPictures test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_pictures.moc"
