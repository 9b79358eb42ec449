#include "core/route.h"
#include "support/support.h"

#include <QTest>

class TestRoute final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void routes_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("route");
        QTest::newRow("neighbours") << u"0.11.0"_qs << u"0.12.1"_qs << u"0.11.0 0.12.1: 0.11.0>0.12.0"_qs;
        QTest::newRow("every line between")
            << u"0.16.0"_qs << u"0.19.1"_qs << u"0.16.0 0.19.1: 0.16.0>0.17.0 0.17.0>0.18.x 0.18.x>0.19.x"_qs;
        QTest::newRow("a line as target is its last patch")
            << u"0.18.0"_qs << u"0.19"_qs << u"0.18.0 0.19.1: 0.18.x>0.19.x"_qs;
        QTest::newRow("a line as source is some patch")
            << u"0.18.x"_qs << u"0.19.0"_qs << u"0.18.x 0.19.0: 0.18.x>0.19.x"_qs;
        QTest::newRow("with v and spaces") << u" v0.14.2"_qs << u"v0.15.0 "_qs << u"0.14.2 0.15.0: 0.14.0>0.15.0"_qs;
        QTest::newRow("last patch of an older date than the next line's first")
            << u"0.21.2"_qs << u"0.22.0"_qs << u"0.21.2 0.22.0: 0.21.x>0.22.x"_qs;
    }
    void routes() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const Result<Route> route = findRoute(catalogue(), from, to);
        QVERIFY2(route.has_value(), route ? "" : qPrintable(route.error().message));
        QString shown = route->from + u' ' + route->to + u':';
        for (const int hop : route->hops)
            shown += u' ' + catalogue().hops[hop].from + u'>' + catalogue().hops[hop].to;
        QTEST(shown, "route");
    }

    void refusals_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("message");
        QTest::newRow("no version") << u"newest"_qs << u"0.15.0"_qs
                                    << u"“newest” is no version of Mesos; write it as 0.18, 0.18.x or 0.18.2."_qs;
        QTest::newRow("unknown patch")
            << u"0.18.7"_qs << u"0.19.1"_qs
            << u"There is no Mesos 0.18.7; the nearest versions are 0.18.0, 0.18.1, 0.18.2."_qs;
        QTest::newRow("unknown line") << u"0.14.0"_qs << u"0.99"_qs
                                      << u"There is no Mesos 0.99.x; the nearest versions are 0.28.3, 1.0.0."_qs;
        QTest::newRow("never published") << u"0.14.0"_qs << u"0.27.4"_qs
                                         << u"Mesos 0.27.4 was announced but never published"_qs;
        QTest::newRow("equal") << u"0.18.2"_qs << u"0.18.2"_qs
                               << u"Both versions are 0.18.2: there is nothing to upgrade."_qs;
        QTest::newRow("equal lines") << u"0.18"_qs << u"0.18.x"_qs
                                     << u"Both versions are 0.18.x: there is nothing to upgrade."_qs;
        QTest::newRow("older")
            << u"0.20.1"_qs << u"0.18.2"_qs
            << u"0.18.2 is older than 0.20.1: no source describes a way back. The next versions after 0.20.1 are 0.21.0, 0.21.1, 0.21.2."_qs;
        QTest::newRow("older patch") << u"0.18.2"_qs << u"0.18.0"_qs
                                     << u"0.18.0 is older than 0.18.2: no source describes a way back."_qs;
        QTest::newRow("within a line") << u"0.18.0"_qs << u"0.18.2"_qs << u"0.18.0 → 0.18.2 stays within 0.18"_qs;
        QTest::newRow("too old")
            << u"0.10.0"_qs << u"0.12.0"_qs
            << u"Mesos 0.10.0 is too old: no source describes an upgrade from it; the oldest version known here is 0.11.0."_qs;
        QTest::newRow("too new")
            << u"0.22.0"_qs << u"1.0.0"_qs
            << u"Upgrades to Mesos 1.0.0 are not known here; the newest version known is 0.22.2."_qs;
        QTest::newRow("nothing after it") << u"0.22.2"_qs << u"0.21.0"_qs << u"0.21.0 is older than 0.22.2"_qs;
    }
    void refusals() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, message);
        const Result<Route> route = findRoute(catalogue(), from, to);
        QVERIFY(!route);
        QCOMPARE(route.error().kind, Error::Kind::Request);
        QVERIFY2(route.error().message.startsWith(message), qPrintable(route.error().message));
    }

    void pickable() {
        const QList<Release> sources = pickableReleases(catalogue(), true);
        const QList<Release> targets = pickableReleases(catalogue(), false);
        QCOMPARE(sources.first().version, u"0.11.0"_qs);
        QCOMPARE(sources.last().version, u"0.21.2"_qs);
        QCOMPARE(targets.first().version, u"0.12.0"_qs);
        QCOMPARE(targets.last().version, u"0.22.2"_qs);
    }

    void onlyQuestionsTheRouteNeeds() {
        const auto asked = [](const QString& from, const QString& to) {
            QStringList ids;
            for (const Question& question : questionsOf(catalogue(), *findRoute(catalogue(), from, to)))
                ids << question.id;
            ids.sort();
            return ids;
        };
        QVERIFY(!asked(u"0.19.x"_qs, u"0.20.x"_qs).contains(u"cgroups"_qs));
        QVERIFY(asked(u"0.19.x"_qs, u"0.20.x"_qs).contains(u"python-frameworks"_qs));
        QVERIFY(asked(u"0.17.0"_qs, u"0.18.x"_qs).contains(u"cgroups"_qs));
        QVERIFY(!asked(u"0.17.0"_qs, u"0.18.x"_qs).contains(u"python-frameworks"_qs));
    }
};

QTEST_GUILESS_MAIN(TestRoute)
#include "tst_route.moc"
