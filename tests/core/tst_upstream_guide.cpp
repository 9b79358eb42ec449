#include "core/enum_names.h"
#include "support/support.h"

#include <QFile>
#include <QSet>
#include <QTest>

/// The catalogue held against upstream's guide: its anchors (the identifiers of its paragraphs) and the entries of its
/// overview table, both ways.
class TestUpstreamGuide final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void everyAnchorIsAccountedFor() {
        const QStringList lines = linesOf(u"upgrades-anchors.txt"_qs);
        const QSet<QString> expected(lines.cbegin(), lines.cend());
        QCOMPARE(expected.size(), 112);
        QSet<QString> told;
        for (const Hop& hop : catalogue().hops)
            for (const Item& item : hop.items)
                told += QSet<QString>(item.anchors.cbegin(), item.anchors.cend());
        for (const Omission& omission : catalogue().omissions)
            if (!omission.anchor.isEmpty())
                told.insert(omission.anchor);
        const auto joined = [](const QSet<QString>& anchors) {
            return QStringList(anchors.cbegin(), anchors.cend()).join(u' ');
        };
        QCOMPARE(joined(expected - told), QString()); // told nowhere
        QCOMPARE(joined(told - expected), QString()); // no anchors of upstream's
    }

    /// An anchor stands in the upgrade it belongs to.
    void anchorsStandInTheirUpgrade() {
        for (const Hop& hop : catalogue().hops)
            for (const Item& item : hop.items)
                for (const QString& anchor : item.anchors)
                    QVERIFY2(anchor.section(u'-', 0, 1).replace(u'-', u'.') == hop.toLine,
                             qPrintable(item.id + u' ' + anchor));
    }

    void everyEntryOfTheTableIsClassifiedAsThere() {
        QMap<QString, int> expected;
        for (const QString& line : linesOf(u"upgrades-table.txt"_qs))
            expected.insert(line.section(u' ', 0, 2), line.section(u' ', 3).toInt());
        QMap<QString, int> classified;
        for (const Hop& hop : catalogue().hops)
            for (const Item& item : hop.items)
                for (const ReleaseChange& change : item.changes)
                    if (!change.ours)
                        ++classified[hop.toLine + u' ' + enumName(change.area) + u' ' + enumName(change.kind)];
        QCOMPARE(expected.size(), 75);
        QCOMPARE(classified, expected);
    }

private:
    static QStringList linesOf(const QString& name) {
        QFile file(QStringLiteral(TEST_DATA "/guide/") + name);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s is missing", qPrintable(file.fileName()));
        QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        lines.removeIf([](const QString& line) { return line.startsWith(u'#'); });
        return lines;
    }
};

QTEST_GUILESS_MAIN(TestUpstreamGuide)
#include "tst_upstream_guide.moc"
