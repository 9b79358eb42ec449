#include "core/replan.h"
#include "support/support.h"
#include "test_window.h"
#include "ui/diff_dialog.h"
#include "ui/knowledge_dialog.h"

#include <QAction>
#include <QDir>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace {
/// A small folder of knowledge, from 0.13 to 0.15.
QString smallFolder() {
    return QStringLiteral(TEST_DATA "/lint");
}

KnowledgeDialog& openDialog(const TestWindow& test) {
    test.action(u"knowledgeAction"_qs).trigger();
    auto& dialog = child<KnowledgeDialog>(test.window, u"knowledgeDialog"_qs);
    if (!QTest::qWaitForWindowActive(&dialog))
        qFatal("the dialog does not appear");
    return dialog;
}

void choose(TestWindow& test, const KnowledgeDialog& dialog, const QString& folder) {
    test.desktop.file = folder;
    QTest::mouseClick(&child<QPushButton>(dialog, u"openFolder"_qs), Qt::LeftButton);
}

QString said(const KnowledgeDialog& dialog, const QString& objectName) {
    return child<QLabel>(dialog, objectName).text();
}

QString faults(const KnowledgeDialog& dialog) {
    auto& list = child<QPlainTextEdit>(dialog, u"faults"_qs);
    return list.isVisible() ? list.toPlainText() : QString();
}
} // namespace

class TestKnowledge final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { keepToTestPaths(); }
    void init() { failOnAnyWarning(); }

    void saysWhatIsBuiltIn() {
        TestWindow test;
        const KnowledgeDialog& dialog = openDialog(test);
        QVERIFY(said(dialog, u"knowledgeInUse"_qs).contains(u"built into"_qs));
        QCOMPARE(said(dialog, u"knowledgeVersion"_qs), catalogue().version);
        QCOMPARE(said(dialog, u"knowledgeDigest"_qs), catalogue().digest);
        QVERIFY(said(dialog, u"knowledgeLastRelease"_qs).startsWith(u"1.11.0"_qs));
        QVERIFY(said(dialog, u"knowledgeOrigins"_qs).contains(u"from the guide"_qs));
        QVERIFY(!child<QPushButton>(dialog, u"useBuiltIn"_qs).isEnabled());
        QVERIFY(!child<QLabel>(dialog, u"planChange"_qs).isVisible());
        QCOMPARE(faults(dialog), QString());
        QCOMPARE(namelessWidgets(dialog), QString());
    }

    void anotherFolderIsUsedUntilTheBuiltInOneIsWantedAgain() {
        TestWindow test;
        const KnowledgeDialog& dialog = openDialog(test);
        choose(test, dialog, smallFolder());
        QCOMPARE(faults(dialog), QString());
        QCOMPARE(said(dialog, u"knowledgeUpgrades"_qs), u"2, from 0.13 to 0.15"_qs);
        QVERIFY(said(dialog, u"knowledgeInUse"_qs).contains(u"lint"_qs));
        QTest::mouseClick(&child<QPushButton>(dialog, u"useBuiltIn"_qs), Qt::LeftButton);
        QCOMPARE(said(dialog, u"knowledgeDigest"_qs), catalogue().digest);
    }

    void itIsRememberedForTheSession() {
        TestWindow test;
        KnowledgeDialog& dialog = openDialog(test);
        choose(test, dialog, smallFolder());
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QTRY_VERIFY(test.window.findChild<KnowledgeDialog*>() == nullptr);
        QCOMPARE(said(openDialog(test), u"knowledgeUpgrades"_qs), u"2, from 0.13 to 0.15"_qs);
    }

    void whatIsNotGoodIsListedAndLosesNothing_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("good");
        QTest::addColumn<QByteArray>("bad");
        QTest::addColumn<QString>("finding");
        QTest::newRow("a mistake") << "hops/0.14.yaml" << QByteArray("component: master")
                                   << QByteArray("component: maser") << "hops/0.14.yaml:11:16: “maser” is none of";
        QTest::newRow("no YAML") << "hops/0.14.yaml" << QByteArray("items:\n") << QByteArray("items: [\n")
                                 << "hops/0.14.yaml:";
        QTest::newRow("a missing file") << "releases.yaml" << QByteArray() << QByteArray() << "releases.yaml";
    }
    void whatIsNotGoodIsListedAndLosesNothing() {
        QFETCH(QString, file);
        QFETCH(QByteArray, good);
        QFETCH(QByteArray, bad);
        QFETCH(QString, finding);
        TestWindow test;
        const QString folder = copyOfSmallFolder(test);
        spoil(folder + u'/' + file, good, bad);
        const KnowledgeDialog& dialog = openDialog(test);
        choose(test, dialog, folder);
        QVERIFY2(faults(dialog).contains(finding), qPrintable(faults(dialog)));
        QVERIFY(child<QPlainTextEdit>(dialog, u"faults"_qs).textInteractionFlags() & Qt::TextSelectableByKeyboard);
        QCOMPARE(said(dialog, u"knowledgeDigest"_qs), catalogue().digest);
        choose(test, dialog, smallFolder());
        QCOMPARE(faults(dialog), QString());
    }

    void folderThatIsNoneIsOneSentence_data() {
        QTest::addColumn<QString>("folder");
        QTest::newRow("missing") << "missing";
        QTest::newRow("empty") << "empty";
    }
    void folderThatIsNoneIsOneSentence() {
        QFETCH(QString, folder);
        TestWindow test;
        QVERIFY(QDir(test.folder.path()).mkpath(u"empty"_qs));
        const KnowledgeDialog& dialog = openDialog(test);
        choose(test, dialog, test.path(folder));
        QVERIFY2(faults(dialog).contains(folder), qPrintable(faults(dialog)));
        QVERIFY2(!faults(dialog).contains(u'\n'), qPrintable(faults(dialog)));
        QCOMPARE(said(dialog, u"knowledgeDigest"_qs), catalogue().digest);
    }

    void openPlanChangesOnlyWhenPeopleAgree() {
        TestWindow test;
        test.openNewPlan(u"0.13.0"_qs, u"0.15.0"_qs);
        const Plan before = test.window.planFile()->plan();
        const KnowledgeDialog& dialog = openDialog(test);
        QVERIFY(said(dialog, u"planChange"_qs).contains(u"Nothing"_qs));
        QVERIFY(!child<QPushButton>(dialog, u"previewPlanChange"_qs).isVisible());
        choose(test, dialog, smallFolder());
        QVERIFY2(said(dialog, u"planChange"_qs).startsWith(u"For the open plan: "_qs),
                 qPrintable(said(dialog, u"planChange"_qs)));
        QCOMPARE(test.window.planFile()->plan().catalogueDigest, before.catalogueDigest);

        QTest::mouseClick(&child<QPushButton>(dialog, u"previewPlanChange"_qs), Qt::LeftButton);
        auto& preview = child<DiffDialog>(test.window, u"diffDialog"_qs);
        QVERIFY(QTest::qWaitForWindowActive(&preview));
        QCOMPARE(test.window.planFile()->plan().catalogueDigest, before.catalogueDigest);
        child<QPushButton>(preview, u"acceptDiff"_qs).click();
        QVERIFY(test.window.planFile()->plan().catalogueDigest != before.catalogueDigest);
        test.action(u"undoAction"_qs).trigger();
        QTRY_COMPARE(test.window.planFile()->plan().catalogueDigest, before.catalogueDigest);
    }

    void planThatCannotBeMadeFromItStaysAsItIs() {
        TestWindow test;
        test.openNewPlan(u"0.17.0"_qs, u"0.18.2"_qs);
        const KnowledgeDialog& dialog = openDialog(test);
        choose(test, dialog, smallFolder());
        QVERIFY2(said(dialog, u"planChange"_qs).startsWith(u"The open plan stays as it is: "_qs),
                 qPrintable(said(dialog, u"planChange"_qs)));
        QVERIFY(!child<QPushButton>(dialog, u"previewPlanChange"_qs).isVisible());
    }

    void aboutSaysTheSame() {
        TestWindow test;
        test.action(u"aboutAction"_qs).trigger();
        const auto& about = child<QDialog>(test.window, u"aboutDialog"_qs);
        QCOMPARE(child<QLabel>(about, u"knowledgeDigest"_qs).text(), catalogue().digest);
        QVERIFY(child<QLabel>(about, u"knowledgeLastRelease"_qs).text().startsWith(u"1.11.0"_qs));
    }

private:
    static QString copyOfSmallFolder(const TestWindow& test) {
        const QDir from(smallFolder());
        const QDir to(test.path(u"copy"_qs));
        bool copied = to.mkpath(u"hops"_qs);
        for (const QString& folder : {u"."_qs, u"hops"_qs}) {
            const QStringList files = QDir(from.filePath(folder)).entryList(QDir::Files);
            for (const QString& file : files)
                copied = copied && QFile::copy(from.filePath(folder + u'/' + file), to.filePath(folder + u'/' + file));
        }
        if (!copied)
            qFatal("the folder cannot be copied");
        return to.path();
    }

    /// Takes the file away when there is nothing to put in.
    static void spoil(const QString& path, const QByteArray& good, const QByteArray& bad) {
        QFile file(path);
        if (good.isEmpty()) {
            QVERIFY(file.remove());
            return;
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains(good));
        file.close();
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(QByteArray(text).replace(good, bad));
    }
};

QTEST_MAIN(TestKnowledge)
#include "tst_knowledge.moc"
