#include "store/plan_file.h"
#include "support/small_plan.h"
#include "support/support.h"
#include "ui/record_editor.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace {
QString masters() {
    return QStringLiteral("0.18-masters-restart");
}
QString look() {
    return QStringLiteral("0.19-look");
}

QList<Change> done(const QString& id) {
    return marking({id}, {StepState::Done, {}, {}, {}, {}});
}
QList<Change> note(const QString& id, const QString& text) {
    return {Change{Deed::Note, id, text, {}}};
}

/// A plan file with an editor, and a disk that can be taken away.
struct Desk {
    Desk()
        : path(folder.filePath(QStringLiteral("plan.mesosplan")))
        , file(std::move(*PlanFile::create(path, smallPlan())))
        , editor(*file)
        , failed(&editor, &RecordEditor::failed)
        , notSavedChanged(&editor, &RecordEditor::notSavedChanged) {}

    void takeAway() const { QVERIFY(QFile::rename(path, path + u".away")); }
    void bringBack() const { QVERIFY(QFile::rename(path + u".away", path)); }
    void othersPlanWithout(const QString& step) const {
        Plan plan = smallPlan();
        for (PlanHop& hop : plan.hops)
            for (PlanSection& section : hop.sections)
                section.items.removeIf([&](const PlanItem& item) { return item.item.id == step; });
        const auto other = PlanFile::open(path);
        QVERIFY(other && (*other)->setPlan(plan));
    }
    StepState stateOf(const QString& id) const { return file->record().stateOf(id); }
    qsizetype entries() const { return file->journal()->size(); }

    QTemporaryDir folder;
    QString path;
    std::unique_ptr<PlanFile> file;
    RecordEditor editor;
    QSignalSpy failed;
    QSignalSpy notSavedChanged;
};
} // namespace

class TestRecordEditor final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void undoAndRedoAreDeedsOfTheirOwn() {
        Desk desk;
        desk.editor.perform(u"look"_qs, done(look()));
        QCOMPARE(desk.editor.undoStack().undoText(), u"look"_qs);
        const qsizetype after = desk.entries();
        desk.editor.undoStack().undo();
        QCOMPARE(desk.stateOf(look()), StepState::Open);
        desk.editor.undoStack().redo();
        QCOMPARE(desk.stateOf(look()), StepState::Done);
        QCOMPARE(desk.entries(), after + 1 + after); // doing it again goes past the same stops again
        QCOMPARE(desk.failed.size(), 0);
        QCOMPARE(desk.notSavedChanged.size(), 0);
    }

    void whatChangesNothingIsNoDeed() {
        Desk desk;
        desk.editor.perform(u"nothing"_qs, note(look(), {}));
        QCOMPARE(desk.entries(), 0);
        QVERIFY(!desk.editor.undoStack().canUndo());
    }

    void severalStepsAreOneDeed() {
        Desk desk;
        desk.editor.perform(u"both"_qs, marking({masters(), look()}, {StepState::InProgress, {}, {}, {}, {}}));
        desk.editor.undoStack().undo();
        QCOMPARE(desk.stateOf(masters()), StepState::Open);
        QCOMPARE(desk.stateOf(look()), StepState::Open);
        QVERIFY(!desk.editor.undoStack().canUndo());
    }

    void whatTheRulesRefuseDidNotHappen() {
        Desk desk;
        desk.editor.perform(u"skip"_qs, marking({masters()}, {StepState::Skipped, {}, {}, {}, {}}));
        QCOMPARE(desk.failed.size(), 1);
        QVERIFY(desk.failed[0][0].toString().contains(u"without a reason"_qs));
        QCOMPARE(desk.entries(), 0);
        QCOMPARE(desk.editor.notSaved(), 0);
        QVERIFY(!desk.editor.undoStack().canUndo());
    }

    void whatCannotBeWrittenWaitsInOrder() {
        Desk desk;
        desk.takeAway();
        desk.editor.perform(u"one"_qs, marking({look()}, {StepState::InProgress, {}, {}, {}, {}}));
        desk.editor.perform(u"two"_qs, done(look()));
        desk.editor.perform(u"three"_qs, note(masters(), u"seen"_qs));
        QCOMPARE(desk.editor.notSaved(), 3);
        QVERIFY(!desk.editor.notSavedBecause().isEmpty());
        QCOMPARE(desk.editor.notSavedIds(), (QStringList{look(), masters()}));
        QCOMPARE(desk.editor.notSavedOf(masters()), note(masters(), u"seen"_qs));
        QCOMPARE(desk.notSavedChanged.size(), 3);
        QCOMPARE(desk.failed.size(), 0);
        QCOMPARE(desk.stateOf(look()), StepState::Open);
        desk.bringBack();
        desk.editor.tryNow();
        QCOMPARE(desk.editor.notSaved(), 0);
        QCOMPARE(desk.editor.notSavedBecause(), QString());
        QCOMPARE(desk.stateOf(look()), StepState::Done);
        QCOMPARE(desk.file->record().of(masters()).note, u"seen"_qs);
        QStringList states;
        const Result<QList<JournalEntry>> journal = desk.file->journal();
        for (const JournalEntry& entry : *journal)
            if (entry.deed == Deed::State)
                states << entry.after;
        QCOMPARE(states, (QStringList{u"in-progress"_qs, u"done"_qs}));
        desk.editor.undoStack().undo();
        desk.editor.undoStack().undo();
        QCOMPARE(desk.stateOf(look()), StepState::InProgress);
    }

    void whatWaitsIsTriedAgainByItself() {
        Desk desk;
        desk.takeAway();
        desk.editor.perform(u"look"_qs, done(look()));
        desk.bringBack();
        QTRY_COMPARE(desk.editor.notSaved(), 0);
        QCOMPARE(desk.stateOf(look()), StepState::Done);
    }

    void undoOfWhatWaitsTakesItBack() {
        Desk desk;
        desk.editor.perform(u"note"_qs, note(look(), u"before"_qs));
        desk.takeAway();
        desk.editor.perform(u"look"_qs, done(look()));
        desk.editor.undoStack().undo();
        QCOMPARE(desk.editor.notSaved(), 0);
        desk.editor.undoStack().redo();
        QCOMPARE(desk.editor.notSaved(), 1);
        desk.editor.undoStack().undo();
        desk.editor.undoStack().undo(); // of the note, which was written
        QCOMPARE(desk.editor.notSavedOf(look()), note(look(), {}));
        desk.bringBack();
        desk.editor.tryNow();
        QCOMPARE(desk.file->record().of(look()).note, QString());
        QCOMPARE(desk.stateOf(look()), StepState::Open);
    }

    void writingOnWhileATextWaitsIsOneDeed() {
        Desk desk;
        desk.takeAway();
        desk.editor.perform(u"note"_qs, note(look(), u"half"_qs));
        desk.editor.perform(u"note"_qs, note(look(), u"half a line"_qs));
        QCOMPARE(desk.editor.notSaved(), 1);
        QCOMPARE(desk.editor.notSavedOf(look()), note(look(), u"half a line"_qs));
        desk.bringBack();
        desk.editor.tryNow();
        QCOMPARE(desk.file->record().of(look()).note, u"half a line"_qs);
        QCOMPARE(desk.entries(), 1);
    }

    void textOfAStepThatIsGoneIsKept() {
        Desk desk;
        desk.takeAway();
        desk.editor.perform(u"note"_qs, note(look(), u"seen at noon"_qs));
        desk.bringBack();
        desk.othersPlanWithout(look());
        desk.editor.tryNow();
        QCOMPARE(desk.editor.notSaved(), 0);
        QCOMPARE(desk.editor.stranded().size(), 1);
        QCOMPARE(desk.editor.stranded().constFirst().about, look());
        QCOMPARE(desk.editor.stranded().constFirst().text, u"seen at noon"_qs);
        QVERIFY(desk.editor.stranded().constFirst().because.contains(look()));
        QCOMPARE(desk.failed.size(), 0); // it is told as long as it is kept, not once
        QSignalSpy told(&desk.editor, &RecordEditor::notSavedChanged);
        desk.editor.dropStranded();
        QVERIFY(desk.editor.stranded().isEmpty());
        QCOMPARE(told.size(), 1);
    }

    void textWrittenBeforeTheOtherPlanShowedIsKept() {
        Desk desk;
        desk.othersPlanWithout(look());
        desk.editor.perform(u"note"_qs, note(look(), u"seen at noon"_qs));
        QCOMPARE(desk.editor.stranded().size(), 1);
        QCOMPARE(desk.notSavedChanged.size(), 1);
        QVERIFY(!desk.editor.undoStack().canUndo());
    }

    void textGoesIntoAnotherPlanThatHasItsStep() {
        Desk desk;
        desk.takeAway();
        desk.editor.perform(u"note"_qs, note(masters(), u"seen at noon"_qs));
        desk.bringBack();
        desk.othersPlanWithout(look());
        desk.editor.tryNow();
        QCOMPARE(desk.file->record().of(masters()).note, u"seen at noon"_qs);
        QVERIFY(desk.editor.stranded().isEmpty());
    }

    /// Whether a step is done depends on what the plan says of it.
    void stateIsNotMarkedInAPlanNobodySaw() {
        Desk desk;
        desk.othersPlanWithout(look());
        desk.editor.perform(u"done"_qs, done(masters()));
        QCOMPARE(desk.failed.size(), 1);
        QCOMPARE(desk.stateOf(masters()), StepState::Open);
        QVERIFY(desk.editor.stranded().isEmpty());
    }

    void planIsChangedAndChangedBack() {
        Desk desk;
        Plan other = smallPlan();
        other.to = u"0.19.0"_qs;
        desk.editor.setPlan(u"plan"_qs, other);
        QCOMPARE(desk.file->plan().to, u"0.19.0"_qs);
        desk.editor.undoStack().undo();
        QCOMPARE(desk.file->plan().to, u"0.19.1"_qs);
        desk.editor.undoStack().redo();
        QCOMPARE(desk.file->plan().to, u"0.19.0"_qs);
    }
};

QTEST_GUILESS_MAIN(TestRecordEditor)
#include "tst_record_editor.moc"
