#include "support/support.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

/// People read version, upgrade, question, step and note; the words we use among ourselves never reach them.
class TestWordsPeopleRead final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void ourOwnWordsAreInNoTranslatableText() {
        // Names of options and of keys in files are what they are: --trait, “hops”.
        static const QRegularExpression ours(
            QStringLiteral("(?<!--)(?<!“)\\b(hops?|legs?|traits?|gates?|items?|coverage|catalogues?)\\b"),
            QRegularExpression::CaseInsensitiveOption);
        int texts = 0;
        QStringList found;
        for (const QString& folder : {u"ui"_qs, u"app"_qs, u"models"_qs}) {
            QDirIterator files(QStringLiteral(SOURCE_DIR "/") + folder, {u"*.cpp"_qs, u"*.h"_qs}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                const QString path = files.next();
                for (const QString& text : translatableTexts(path)) {
                    ++texts;
                    if (ours.match(text).hasMatch())
                        found.append(QStringLiteral("%1: %2").arg(path, text));
                }
            }
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
        QVERIFY2(texts > 200, "the test does not find the texts any more");
    }

private:
    /// What stands in tr("…"), translate("context", "…") and QT_TRANSLATE_NOOP("context", "…"), adjacent literals
    /// joined.
    static QStringList translatableTexts(const QString& path) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return {path + u" cannot be read: item"};
        const QString source = QString::fromUtf8(file.readAll());
        static const QRegularExpression call(QStringLiteral(
            R"re((?:\btr\(|\b(?:translate|QT_TRANSLATE_NOOP)\(\s*"[^"]*",)\s*((?:"(?:[^"\\]|\\.)*"\s*)+))re"));
        QStringList texts;
        for (auto match = call.globalMatch(source); match.hasNext();)
            texts.append(match.next().captured(1));
        return texts;
    }
};

QTEST_GUILESS_MAIN(TestWordsPeopleRead)
#include "tst_words_people_read.moc"
