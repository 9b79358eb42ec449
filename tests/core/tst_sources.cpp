#include "core/catalogue_lint.h"
#include "core/sources.h"
#include "core/words.h"
#include "support/support.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

namespace {

/// `166,170` or `99-101` → the line numbers
QList<int> linesOf(const QString& place) {
    QList<int> lines;
    for (const QString& stretch : place.split(u','))
        for (int line = stretch.section(u'-', 0, 0).toInt(); line <= stretch.section(u'-', -1).toInt(); ++line)
            lines << line;
    return lines;
}

template <typename Visit> void forEachCatalogueItem(Visit visit) {
    for (const Item& item : catalogue().standing)
        visit(item);
    for (const Hop& hop : catalogue().hops)
        for (const Item& item : hop.items)
            visit(item);
}

} // namespace

/// The catalogue held against what it was made from: the guide's lines, the flags of each release.
class TestSources final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void citations_data() {
        QTest::addColumn<QString>("citation");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("url");
        QTest::newRow("a line of the guide")
            << u"guide:169"_qs << u"The guide, Upgrading from 0.13.0 to 0.14.0, line 169"_qs
            << u"https://example.org/guide.md#L169"_qs;
        QTest::newRow("lines of the guide")
            << u"guide:166,170"_qs << u"The guide, Upgrading from 0.13.0 to 0.14.0, lines 166, 170"_qs
            << u"https://example.org/guide.md#L166"_qs;
        QTest::newRow("a file of a release")
            << u"src/master/flags.hpp@0.15.0:99-110"_qs << u"src/master/flags.hpp at 0.15.0, lines 99–110"_qs
            << u"https://example.org/blob/0.15.0/src/master/flags.hpp#L99-L110"_qs;
        QTest::newRow("a file of today") << u"CHANGELOG@HEAD:7579"_qs << u"CHANGELOG, line 7579"_qs
                                         << u"https://example.org/blob/abc/CHANGELOG#L7579"_qs;
        QTest::newRow("what is shipped") << u"rehearsals:4"_qs << u"Rehearsals, section 4"_qs << QString();
        QTest::newRow("unknown") << u"blog:4"_qs << QString() << QString();
        QTest::newRow("no lines") << u"guide:end"_qs << QString() << QString();
    }
    void citations() {
        QFETCH(QString, citation);
        const SourceTable table{{},
                                u"abc"_qs,
                                u"https://example.org/blob/"_qs,
                                {{u"guide"_qs, {u"The guide"_qs, u"https://example.org/guide.md"_qs}},
                                 {u"rehearsals"_qs, {u"Rehearsals"_qs, {}}}}};
        const Source source = resolveCitation(citation, table, u"Upgrading from 0.13.0 to 0.14.0"_qs);
        QTEST(words::source(source), "shown");
        QTEST(source.url, "url");
    }

    /// Both ways: no line of the guide is missing, and nothing cites a line that says nothing.
    void everyLineOfTheGuideIsAccountedFor() {
        QFile guide(QStringLiteral(TEST_DATA "/guide/upgrading-mesos-0.11-to-0.22.md"));
        QVERIFY(guide.open(QIODevice::ReadOnly));
        const QList<QByteArray> text = guide.readAll().split('\n');
        QMap<int, QStringList> cited;
        const auto cite = [&](const QString& citation, const QString& by) {
            if (citation.startsWith(QLatin1String("guide:")))
                for (const int line : linesOf(citation.mid(6)))
                    cited[line] << by;
        };
        forEachCatalogueItem([&](const Item& item) {
            if (item.origin == Origin::Guide)
                for (const Source& source : item.sources)
                    cite(source.citation, item.id);
        });
        for (const Omission& omission : catalogue().omissions)
            cite(omission.source, u"omitted"_qs);
        for (int line = 1; line <= text.size(); ++line)
            if (!text[line - 1].trimmed().isEmpty())
                QVERIFY2(cited.contains(line),
                         qPrintable(u"line %1 is nowhere: %2"_qs.arg(line).arg(QString::fromUtf8(text[line - 1]))));
        for (auto it = cited.cbegin(); it != cited.cend(); ++it) {
            QVERIFY2(it.key() <= text.size(), qPrintable(it.value().join(u' ')));
            QVERIFY2(!(it.value().contains(u"omitted"_qs) && it.value().size() > 1),
                     qPrintable(u"line %1 is both omitted and told: %2"_qs.arg(it.key()).arg(it.value().join(u' '))));
        }
    }

    void everyItemOfTheGuideCitesItsOwnSection() {
        QFile guide(QStringLiteral(TEST_DATA "/guide/upgrading-mesos-0.11-to-0.22.md"));
        QVERIFY(guide.open(QIODevice::ReadOnly));
        const QStringList text = QString::fromUtf8(guide.readAll()).split(u'\n');
        for (const Hop& hop : catalogue().hops) {
            const auto isOfTheGuide = [](const Item& item) { return item.origin == Origin::Guide; };
            if (std::none_of(hop.items.cbegin(), hop.items.cend(), isOfTheGuide))
                continue; // newer than it
            const qsizetype start = text.indexOf(QRegularExpression(u"^## .*Upgrading from %1 to %2\\.?$"_qs.arg(
                                        QRegularExpression::escape(hop.from), QRegularExpression::escape(hop.to)))) +
                                    1;
            QVERIFY2(start > 0, qPrintable(hop.from));
            qsizetype end = text.indexOf(QRegularExpression(u"^## "_qs), start);
            end = end < 0 ? text.size() : end;
            for (const Item& item : hop.items) {
                for (const Source& source : item.sources) {
                    if (item.origin != Origin::Guide || !source.citation.startsWith(QLatin1String("guide:")))
                        continue;
                    for (const int line : linesOf(source.citation.mid(6)))
                        QVERIFY2(line >= start && line <= end, qPrintable(item.id + u' ' + source.citation));
                }
            }
        }
    }

    /// The message definitions and the import block stand in the plan exactly as in the guide.
    void snippetsOfTheGuideAreExact() {
        QFile guide(QStringLiteral(TEST_DATA "/guide/upgrading-mesos-0.11-to-0.22.md"));
        QVERIFY(guide.open(QIODevice::ReadOnly));
        QStringList fences;
        static const QRegularExpression fence(u"^```\\n(.*?)^```$"_qs,
                                              QRegularExpression::MultilineOption |
                                                  QRegularExpression::DotMatchesEverythingOption);
        for (auto match = fence.globalMatch(QString::fromUtf8(guide.readAll())); match.hasNext();)
            fences << match.next().captured(1);
        QCOMPARE(fences.size(), 3);
        QStringList codes;
        forEachCatalogueItem([&](const Item& item) {
            for (const Snippet& snippet : item.snippets)
                if (snippet.language == u"protobuf"_qs || snippet.language == u"python"_qs)
                    codes << snippet.code;
        });
        for (const QString& expected : std::as_const(fences)) {
            // The guide indents its Python by four columns within the fence; pasted, that would not run.
            QString unindented = expected;
            unindented.replace(QRegularExpression(u"^    "_qs, QRegularExpression::MultilineOption), QString());
            QVERIFY2(codes.contains(expected) || codes.contains(unindented), qPrintable(expected));
        }
    }

    /// A flag that an item tells people to set, rename or drop is, or is not, a flag of that release.
    void flagsAreThoseOfTheRelease() {
        readFlags();
        int checked = 0;
        forEachCatalogueItem([&](const Item& item) {
            for (const FlagFact& flag : item.flags) {
                const bool there = has(flag.of, flag.name, flag.at);
                const bool expected = flag.use == FlagUse::Set || flag.use == FlagUse::Keep;
                QVERIFY2(there == expected,
                         qPrintable(u"%1: --%2 of the %3 at %4"_qs.arg(item.id, flag.name, flag.of, flag.at)));
                if (flag.use == FlagUse::Rename)
                    QVERIFY2(has(flag.of, flag.to, flag.at), qPrintable(u"%1: --%2"_qs.arg(item.id, flag.to)));
                ++checked;
            }
        });
        QVERIFY(checked > 20);
    }

    /// A line that people read as an instruction names only flags that the item declares.
    void everyFlagInALineIsDeclared() {
        static const QRegularExpression dashes(u"--([a-z][a-z_]+)"_qs);
        forEachCatalogueItem([&](const Item& item) {
            for (auto match = dashes.globalMatch(item.text); match.hasNext();) {
                const QString name = match.next().captured(1);
                const bool declared = std::any_of(item.flags.begin(), item.flags.end(), [&](const FlagFact& flag) {
                    return flag.name == name || flag.to == name;
                });
                QVERIFY2(declared, qPrintable(item.id + u": --"_qs + name));
            }
        });
    }

    void wrongSpellingsNeverStandInALine() {
        forEachCatalogueItem([&](const Item& item) {
            for (const FlagFact& flag : item.flags)
                if (flag.use == FlagUse::Wrong)
                    QVERIFY2(!item.text.contains(u"--"_qs + flag.name), qPrintable(item.id));
        });
    }

private:
    void readFlags() {
        QFile file(QStringLiteral(TEST_DATA "/flags.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_flags = QJsonDocument::fromJson(file.readAll()).object();
        const QJsonArray releases = m_flags.value(u"releases"_qs).toArray();
        for (const QJsonValueConstRef release : releases)
            m_releases << release.toString();
    }
    bool has(const QString& component, const QString& flag, const QString& release) const {
        const QJsonObject flags = m_flags.value(u"flags"_qs).toObject().value(component).toObject();
        const QJsonArray ranges = flags.value(flag).toArray();
        for (const QJsonValueConstRef range : ranges) {
            const QStringList ends = range.toString().split(u'…');
            const qsizetype at = m_releases.indexOf(release);
            if (at >= m_releases.indexOf(ends.first()) && at <= m_releases.indexOf(ends.last()))
                return true;
        }
        return false;
    }

    QJsonObject m_flags;
    QStringList m_releases;
};

QTEST_GUILESS_MAIN(TestSources)
#include "tst_sources.moc"
