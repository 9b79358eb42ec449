#include "core/release.h"
#include "support/support.h"

#include <QTest>

class TestRelease final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void typedReleases_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("patch");
        QTest::newRow("a release") << u"0.18.2"_qs << u"0.18"_qs << 2;
        QTest::newRow("a line") << u"0.18"_qs << u"0.18"_qs << -1;
        QTest::newRow("a line with x") << u"0.18.x"_qs << u"0.18"_qs << -1;
        QTest::newRow("with v") << u"v0.18.2"_qs << u"0.18"_qs << 2;
        QTest::newRow("spaces around it") << u"  0.18.2 "_qs << u"0.18"_qs << 2;
        QTest::newRow("ten is no one") << u"1.10.0"_qs << u"1.10"_qs << 0;
        QTest::newRow("a candidate is no release") << u"1.4.0-rc1"_qs << QString() << -1;
        QTest::newRow("four numbers are none") << u"0.18.2.1"_qs << QString() << -1;
        QTest::newRow("a sign is no digit") << u"0.+18"_qs << QString() << -1;
        QTest::newRow("a space within is none") << u"0. 18.2"_qs << QString() << -1;
        QTest::newRow("a part is missing") << u"0.18."_qs << QString() << -1;
        QTest::newRow("a word is none") << u"latest"_qs << QString() << -1;
        QTest::newRow("nothing is none") << QString() << QString() << -1;
        QTest::newRow("too large to be true") << u"0.99999999999.1"_qs << QString() << -1;
    }
    void typedReleases() {
        QFETCH(QString, typed);
        const TypedRelease release = parseTypedRelease(typed);
        QTEST(release.line.toString(), "line");
        QTEST(release.isNull() ? -1 : release.patch, "patch");
    }

    void order() {
        QVERIFY(olderThan(u"0.9.0"_qs, u"0.10.0"_qs));
        QVERIFY(olderThan(u"1.9"_qs, u"1.10"_qs));
        QVERIFY(!olderThan(u"0.18.2"_qs, u"0.18.2"_qs));
        QVERIFY(!olderThan(u"0.19.0"_qs, u"0.18.2"_qs));
    }

    void ranges_data() {
        QTest::addColumn<QString>("range");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("overlap");
        QTest::newRow("inside") << u"0.13.0..0.14.2"_qs << u"0.14.0"_qs << true;
        QTest::newRow("both ends belong to it") << u"0.13.0..0.14.2"_qs << u"0.14.2"_qs << true;
        QTest::newRow("after it") << u"0.13.0..0.14.2"_qs << u"0.15.0"_qs << false;
        QTest::newRow("a line as end has all patches") << u"0.13..0.14"_qs << u"0.14.2"_qs << true;
        QTest::newRow("a line overlaps a patch of it") << u"0.14.2..0.15.0"_qs << u"0.14"_qs << true;
        QTest::newRow("one release") << u"0.14.2"_qs << u"0.14.1"_qs << false;
        QTest::newRow("everything") << QString() << u"0.14.1"_qs << true;
    }
    void ranges() {
        QFETCH(QString, range);
        QFETCH(QString, other);
        QTEST(rangesOverlap(range, other), "overlap");
        QTEST(rangesOverlap(other, range), "overlap");
    }

    void malformedRanges() {
        QVERIFY(isReleaseRange(u"0.13.0..0.14.2"_qs));
        QVERIFY(!isReleaseRange(u"0.14.2..0.13.0"_qs));
        QVERIFY(!isReleaseRange(u"0.13.0...0.14.2"_qs));
        QVERIFY(!isReleaseRange(u"since 0.13"_qs));
    }
};

QTEST_GUILESS_MAIN(TestRelease)
#include "tst_release.moc"
